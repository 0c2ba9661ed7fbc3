// SPDX-License-Identifier: GPL-3.0-or-later
// Confirming a selection prepares one letter for each person concerned, in their language; the minutes can be drawn
// from what is kept, before and after nobody's gender is known any more.

#include <string.h>

#include "../model/model-fixture.h"
#include "core/model/ceci-letter.h"
#include "core/paperwork/ceci-credential.h"
#include "core/paperwork/ceci-selection-letters.h"
#include "core/paperwork/ceci-selection-minutes.h"

#define TODAY "2026-01-20"

static char *
make_selection (CeciDatabase *database)
{
  char *cohort_id = make_cohort (database, "Rentrée de février 2026", 4);
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciSelectionPool) pool = NULL;
  g_autoptr (CeciSelectionProposal) proposal = NULL;

  for (guint i = 0; i < 9; i++) {
    g_autofree char *family = g_strdup_printf ("Applicant%02u", i);
    g_autofree char *id = make_application (database, cohort_id, "Élodie", family, NULL);
    g_autoptr (CeciApplication) application = ceci_application_repository_find (database, id, &error);
    g_autoptr (CeciPerson) person =
        ceci_record_find (CECI_TYPE_PERSON, database, ceci_application_get_person_id (application), &error);
    g_autoptr (CeciPerson) said =
        ceci_record_with (person, "gender", i % 3 == 0 ? "male" : "female", "language", i % 2 == 0 ? "fr" : "en", NULL);

    g_assert_true (ceci_record_update (said, database, &error));
  }
  pool = ceci_selection_pool_read (database, cohort_id, &error);
  proposal = ceci_selection_propose (pool->problem, 0, NULL, &error);
  g_assert_true (ceci_selection_pool_keep_proposal (pool, database, proposal, &error));
  g_assert_no_error (error);
  return cohort_id;
}

static guint
count_letters (CeciDatabase *database, const char *kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListStore) letters = ceci_record_select (CECI_TYPE_LETTER, database, "kind", kind, NULL, &error);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (letters));

  for (guint i = 0; i < n; i++) {
    g_autoptr (CeciLetter) letter = g_list_model_get_item (G_LIST_MODEL (letters), i);
    gboolean english = g_str_equal (ceci_letter_get_language (letter), "en");

    g_assert_true (g_str_has_prefix (ceci_letter_get_body (letter), english ? "Hello Élodie" : "Bonjour Élodie"));
    g_assert_null (strchr (ceci_letter_get_body (letter), '{'));
    g_assert_null (strstr (ceci_letter_get_body (letter), "femme"));
    g_assert_null (ceci_letter_get_sent_on (letter));
    g_assert_nonnull (ceci_letter_get_application_id (letter));
  }
  return n;
}

static void
test_letters (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort_id = make_selection (database);
  g_autoptr (CeciSelectionOutcome) confirmed = NULL, more = NULL, closed = NULL;

  confirmed = ceci_office_confirm_selection (database, cohort_id, TODAY, "Marie", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_letters (database, "selected"), ==, 4);
  g_assert_cmpuint (count_letters (database, "waiting"), ==, 5);
  more = ceci_office_fill_place (database, cohort_id, NULL, "One place more", TODAY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_letters (database, "selected"), ==, 5);
  closed = ceci_office_close_list (database, cohort_id, NULL, TODAY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_letters (database, "not-selected"), ==, 4);
}

static GBytes *
draw (CeciDatabase *database, const char *cohort_id, const char *language)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = ceci_selection_minutes_draw (database, cohort_id, language, TODAY, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 4096);
  g_assert_true (memcmp (g_bytes_get_data (bytes, NULL), "%PDF-", 5) == 0);
  return bytes;
}

static void
forget_genders (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListStore) people = ceci_record_select (CECI_TYPE_PERSON, database, NULL, NULL, NULL, &error);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (people)); i++) {
    g_autoptr (CeciPerson) person = g_list_model_get_item (G_LIST_MODEL (people), i);
    g_autoptr (CeciPerson) changed = ceci_record_with (person, "gender", NULL, NULL);

    g_assert_true (ceci_record_update (changed, database, &error));
  }
}

static void
test_minutes (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *empty_id = make_cohort (database, "Nobody yet", 4);
  g_autofree char *cohort_id = make_selection (database);
  g_autoptr (CeciSelectionOutcome) outcome = NULL;
  g_autoptr (GBytes) draft = NULL, french = NULL, english = NULL, later = NULL, none = NULL;

  none = ceci_selection_minutes_draw (database, empty_id, "fr", TODAY, &error);
  g_assert_null (none);
  g_assert_error (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_REFUSED);
  g_clear_error (&error);
  draft = draw (database, cohort_id, "fr");
  outcome = ceci_office_confirm_selection (database, cohort_id, TODAY, "Marie", &error);
  g_assert_no_error (error);
  french = draw (database, cohort_id, "fr");
  english = draw (database, cohort_id, "en");
  g_assert_false (g_bytes_equal (draft, french));
  g_assert_false (g_bytes_equal (english, french));
  forget_genders (database);
  later = draw (database, cohort_id, "fr");
  g_assert_true (g_bytes_equal (later, french));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_model_test ("/selection-letters/R28/letters", test_letters);
  add_model_test ("/selection-letters/R28/minutes-outlive-gender", test_minutes);
  return g_test_run ();
}
