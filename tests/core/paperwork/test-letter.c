// SPDX-License-Identifier: GPL-3.0-or-later
// Letters: each kind in both languages, placeholders, the office's own words and address, what is kept and sent, the
// PDF.

#include <string.h>

#include "../model/model-fixture.h"
#include "core/model/ceci-letter-repository.h"
#include "core/model/ceci-person.h"
#include "core/model/ceci-organisation-repository.h"
#include "core/model/ceci-placement-repository.h"
#include "core/model/ceci-setting-repository.h"
#include "core/paperwork/ceci-credential.h"
#include "core/paperwork/ceci-letter-paper.h"
#include "core/paperwork/ceci-letter-template.h"
#include "core/paperwork/ceci-letter-writing.h"

#define TODAY "2026-11-23"

static CeciLetter *
compose (CeciDatabase *database, const char *kind, const char *student_id, const char *language, const char *text)
{
  const CeciLetterRequest request = {
      .kind = kind, .student_id = student_id, .language = language, .today = TODAY, .text = text};
  g_autoptr (GError) error = NULL;
  CeciLetter *letter = ceci_letter_compose (database, &request, &error);

  g_assert_no_error (error);
  return letter;
}

static void
assert_says (CeciLetter *letter, const char *words)
{
  if (strstr (ceci_letter_get_body (letter), words) == NULL)
    g_error ("“%s” is not in: %s", words, ceci_letter_get_body (letter));
}

static char *
make_placed_student (CeciDatabase *database)
{
  g_autofree char *cohort = make_cohort (database, "Février 2026", 30);
  char *student = make_student (database, cohort, "Élodie", "Martin", "000123");
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciOrganisation) draft = ceci_record_new (CECI_TYPE_ORGANISATION, "name", "Les Amis du Parc", "kind",
                                                        "association", "legal_form", "asbl", NULL);
  g_autofree char *organisation = ceci_organisation_repository_add (database, draft, &error);
  g_autoptr (CeciPlacement) placement = NULL;
  g_autofree char *placement_id = NULL;
  g_autoptr (CeciHours) hours = NULL;
  g_autofree char *hours_id = NULL;

  g_assert_no_error (error);
  placement = ceci_record_new (CECI_TYPE_PLACEMENT, "student_id", student, "organisation_id", organisation, "starts_on",
                               "2026-02-10", "ends_on", "2026-12-20", "planned_minutes", (gint64) 9600,
                               "supervisor_kind", "individual", "supervisor_name", "Nadia Peeters", "supervisor_email",
                               "nadia@example.invalid", NULL);
  placement_id = ceci_placement_repository_add (database, placement, &error);
  g_assert_no_error (error);
  g_assert_true (ceci_agreement_repository_sign (database, placement_id, CECI_PARTY_STUDENT, "Élodie Martin",
                                                 "2026-02-11", &error));
  hours = ceci_record_new (CECI_TYPE_HOURS, "placement_id", placement_id, "worked_on", "2026-03-12", "minutes",
                           (gint64) 210, "description", "Stand d’accueil", "state", "claimed", NULL);
  hours_id = ceci_hours_repository_add (database, hours, &error);
  g_assert_no_error (error);
  return student;
}

static void
test_kinds (CeciDatabase *database)
{
  g_autofree char *student = make_placed_student (database);
  static const char *const needs_more[] = {"waiting", "inadmissible", "withdrawal-confirmed"};

  for (const CeciLetterTemplate *at = ceci_letter_templates; at->kind != NULL; at++) {
    if (g_strv_contains ((const char *const[]) {needs_more[0], needs_more[1], needs_more[2], NULL}, at->kind))
      continue;
    for (guint i = 0; i < 2; i++) {
      g_autoptr (CeciLetter) letter = compose (database, at->kind, student, i == 0 ? "fr" : "en", "Un mot.");

      g_assert_null (strchr (ceci_letter_get_body (letter), '{'));
      g_assert_null (strchr (ceci_letter_get_subject (letter), '{'));
      g_assert_nonnull (strstr (ceci_letter_get_body (letter), "engagement.citoyen@ulb.be")); // R16
      g_assert_nonnull (strstr (ceci_letter_get_body (letter), "02 650 28 79"));
    }
  }
}

static void
test_words (CeciDatabase *database)
{
  g_autofree char *student = make_placed_student (database);
  g_autoptr (CeciLetter) unsigned_one = compose (database, "agreement-unsigned", student, NULL, NULL);
  g_autoptr (CeciLetter) hours = compose (database, "hours-to-confirm", student, NULL, NULL);
  g_autoptr (CeciLetter) missing = compose (database, "missing-documents", student, "en", NULL);

  // the student's own language, and tu; the supervisor is vous
  g_assert_cmpstr (ceci_letter_get_language (unsigned_one), ==, "fr");
  assert_says (unsigned_one, "Bonjour Élodie,");
  assert_says (unsigned_one, "Les Amis du Parc");
  assert_says (unsigned_one, "Il manque : celle de l’organisme, celle de l’ULB.");
  g_assert_cmpstr (ceci_letter_get_reader_email (hours), ==, "nadia@example.invalid");
  assert_says (hours, "Bonjour Nadia Peeters,");
  assert_says (hours, "– 12 mars 2026, 3 h 30, Stand d’accueil");
  assert_says (hours, "Pouvez-vous");
  assert_says (missing, "– outputs: 0/5");
  assert_says (missing, "by 2 February 2028");
}

static void
test_placeholders (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ceci_letter_template_check ("Bonjour {usual-name}, {2} { } {Encore}", &error));
  g_assert_no_error (error);
  g_assert_false (ceci_letter_template_check ("Bonjour {usualname}", &error));
  g_assert_error (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "{usualname}"));
  g_assert_nonnull (strstr (error->message, "{usual-name}"));
  g_clear_error (&error);

  g_assert_false (ceci_letter_template_write (database, "free", "fr", "Sujet", "{prenom}", &error));
  g_assert_error (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (ceci_letter_template_write (database, "none", "fr", "Sujet", "Texte", &error));
  g_assert_error (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_REFUSED);
}

static void
test_own_words (CeciDatabase *database)
{
  g_autofree char *student = make_placed_student (database);
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciLetter) own = NULL;
  g_autoptr (CeciLetter) as_it_comes = NULL;

  g_assert_true (
      ceci_letter_template_write (database, "agreement-unsigned", "fr", "Signe,\n{usual-name}", "Vite.", &error));
  g_assert_true (ceci_setting_repository_set (database, CECI_SETTING_OFFICE_EMAIL, "bureau@example.invalid", &error));
  own = compose (database, "agreement-unsigned", student, NULL, NULL);
  g_assert_cmpstr (ceci_letter_get_subject (own), ==, "Signe, Élodie");
  g_assert_cmpstr (ceci_letter_get_body (own), ==, "Vite.");

  g_assert_true (ceci_letter_template_write (database, "agreement-unsigned", "fr", NULL, NULL, &error));
  as_it_comes = compose (database, "agreement-unsigned", student, NULL, NULL);
  assert_says (as_it_comes, "bureau@example.invalid");
}

// What nothing is known for refuses the letter rather than leave a hole in it.
static void
test_unknown (CeciDatabase *database)
{
  g_autofree char *student = make_placed_student (database);
  const CeciLetterRequest request = {.kind = "withdrawal-confirmed", .student_id = student, .today = TODAY};
  g_autoptr (GError) error = NULL;

  g_assert_null (ceci_letter_compose (database, &request, &error));
  g_assert_error (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "Élodie Martin"));
}

static void
test_kept (CeciDatabase *database)
{
  g_autofree char *student = make_placed_student (database);
  const CeciLetterRequest request = {.kind = "agreement-unsigned", .student_id = student, .today = TODAY};
  g_autoptr (GError) error = NULL;
  g_autofree char *first = ceci_letter_prepare (database, &request, &error);
  g_autofree char *second = ceci_letter_prepare (database, &request, &error);
  g_autoptr (GListModel) waiting = ceci_letter_repository_list (database, NULL, student, TRUE, &error);
  g_autoptr (GListModel) sent = NULL;
  g_autoptr (CeciLetter) letter = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (waiting), ==, 1); // the second takes the first one's place
  letter = g_list_model_get_item (waiting, 0);
  g_assert_cmpstr (ceci_record_get_id (CECI_RECORD (letter)), ==, second);
  g_assert_cmpstr (ceci_letter_get_display_name (letter), ==, "Élodie Martin");
  g_assert_cmpstr (ceci_letter_get_prepared_at (letter), >, "2026-11-23");
  g_assert_true (ceci_letter_repository_word (database, second, "Ta convention", "Signe-la.", &error));

  g_assert_true (ceci_letter_repository_sent (database, second, CECI_LETTER_CHANNEL_PRINT, TODAY, &error));
  g_assert_no_error (error);
  sent = ceci_letter_repository_list (database, NULL, student, TRUE, &error);
  g_assert_cmpuint (g_list_model_get_n_items (sent), ==, 0);
  // what went stays as it was
  g_assert_false (ceci_letter_repository_word (database, second, "Autre", "Autre", &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  g_assert_false (ceci_letter_repository_drop (database, second, &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
}

static void
test_merged (CeciDatabase *database)
{
  g_autofree char *student = make_placed_student (database);
  const char *kinds[] = {"agreement-unsigned", "missing-documents", "hours-to-confirm"};
  char *ids[4] = {NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) all = NULL;
  g_autoptr (GBytes) again = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    const CeciLetterRequest request = {.kind = kinds[i], .student_id = student, .today = TODAY};
    ids[i] = ceci_letter_prepare (database, &request, &error);
    g_assert_no_error (error);
  }
  all = ceci_letter_paper (database, (const char *const *) ids, TODAY, &error);
  again = ceci_letter_paper (database, (const char *const *) ids, TODAY, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (all, again));
  g_assert_cmpmem (g_bytes_get_data (all, NULL), 5, "%PDF-", 5);
  g_assert_null (ceci_letter_paper (database, (const char *const[]) {NULL}, TODAY, &error));
  g_assert_error (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_REFUSED);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_free (ids[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_model_test ("/letter/R16/every-kind-in-both-languages", test_kinds);
  add_model_test ("/letter/words", test_words);
  add_model_test ("/letter/placeholders", test_placeholders);
  add_model_test ("/letter/R16/own-words", test_own_words);
  add_model_test ("/letter/unknown", test_unknown);
  add_model_test ("/letter/kept", test_kept);
  add_model_test ("/letter/merged", test_merged);
  return g_test_run ();
}
