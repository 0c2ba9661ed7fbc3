// SPDX-License-Identifier: GPL-3.0-or-later
// Everything is found by words, kind by kind, whatever their case and accents.
#include "model-fixture.h"

#include "core/model/ceci-search.h"

static char *
found_for (CeciDatabase *database, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) found = ceci_search_everything (database, words, 10, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (found); i++) {
    g_autoptr (CeciFound) one = g_list_model_get_item (found, i);

    g_assert_nonnull (ceci_record_get_id (CECI_RECORD (one)));
    g_string_append_printf (text, "%s%s:%s", i > 0 ? " | " : "",
                            ceci_enum_get_nick (CECI_TYPE_FOUND_KIND, (int) ceci_found_get_kind (one)),
                            ceci_found_get_title (one));
  }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static const char more[] =
    "INSERT INTO organisation (id, name, kind, legal_form, search_key) VALUES ('o', 'Les Élans', 'association', "
    "'asbl', "
    "'les elans');"
    "INSERT INTO offer (id, organisation_id, title, reference) VALUES ('f', 'o', 'Tables d’écriture', 'TIME-77');"
    "INSERT INTO mandate VALUES ('m', 'o', 'Zoé Élan', NULL, 'Chair', '2026-01-01', NULL);"
    "INSERT INTO jury_session (id, name, held_on, cut_off_on, state, grid_id) SELECT 's', 'Jury d’été', '2026-07-01', "
    "'2026-06-01', 'preparation', id FROM grid LIMIT 1;"
    "INSERT INTO document (id, student_id, kind, title, deposited_at) SELECT 'd', id, 'production', 'Procès-verbal', "
    "'2026-05-01T00:00:00.000Z' FROM student LIMIT 1;"
    "INSERT INTO document (id, student_id, kind, title, deposited_at, removed_on) SELECT 'r', id, 'production', "
    "'Procès retiré', '2026-05-01T00:00:00.000Z', '2026-05-02' FROM student LIMIT 1;";

static void
test_everything (CeciDatabase *database)
{
  static const struct {
    const char *words, *found;
  } cases[] = {
      {"peeters", "student:Noor Peeters"},
      {"NOOR pee", "student:Noor Peeters"},
      {"512346", "application:Karim Ziani"},
      {"elan", "organisation:Les Élans | supervisor:Zoé Élan"},
      {"ecriture", "offer:Tables d’écriture"},
      {"time-77", "offer:Tables d’écriture"},
      {"jury ete", "session:Jury d’été"},
      {"proces", "document:Procès-verbal"},
      {"verbal proces", "document:Procès-verbal"},
      {"100%", ""},
      {"nothing of the kind", ""},
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort = make_cohort (database, "February 2026", 30);
  g_autofree char *student = make_student (database, cohort, "Noor", "Peeters", "512345");
  g_autofree char *application = make_application (database, cohort, "Karim", "Ziani", "512346");

  g_assert_true (ceci_database_execute (database, more, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *found = found_for (database, cases[i].words);
    g_assert_cmpstr (found, ==, cases[i].found);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_model_test ("/search/everything", test_everything);
  return g_test_run ();
}
