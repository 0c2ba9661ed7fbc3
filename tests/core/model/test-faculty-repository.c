// SPDX-License-Identifier: GPL-3.0-or-later
// R3: a list of faculties that the office edits, and the many ways in which people write them.
#include "model-fixture.h"

#include "core/model/ceci-faculty-repository.h"

static char *
code_of (CeciDatabase *database, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = ceci_faculty_repository_match (database, text, &error);
  char *code;

  g_assert_no_error (error);
  if (id == NULL)
    return NULL;
  code = ceci_database_text (database, &error, "SELECT code FROM faculty WHERE id = $1", "t", id);
  g_assert_no_error (error);
  return code;
}

static void
test_written_in_many_ways (CeciDatabase *database)
{
  static const struct {
    const char *text, *code;
  } cases[] = {
      {"Médecine", "MED"},
      {"medecine", "MED"},
      {"Faculté de Médecine", "MED"},
      {"Fac de médecine", "MED"},
      {"Faculty of Medicine", "MED"},
      {"Faculté de médecine (MED)", "MED"},
      {"MED", "MED"},
      {"Polytech", "EPB"},
      {"École polytechnique", "EPB"},
      {"Solvay", "SBS"},
      {"SBS-EM (SBS)", "SBS"},
      {"ULB Droit", "DROIT"},
      {"ULB – Droit", "DROIT"},
      {"Criminologie", "DROIT"},
      {"Law", "DROIT"},
      {"Psycho", "PSYCHO"},
      {"Sciences psychologiques", "PSYCHO"},
      {"Sciences", "SCIENCES"},
      {"Faculté des sciences", "SCIENCES"},
      {"Sciences sociales", "PHISOC"},
      {"ULB – PHISOC", "PHISOC"},
      {"Philo", "PHISOC"},
      {"Archi", "ARCHI"},
      {"La Cambre", "ARCHI"},
      {"Pharmacie", "PHARMA"},
      {"Santé publique", "ESP"},
      {"Motricité", "FSM"},
      {"Lettres", "LTC"},
      {"Traduction & communication", "LTC"},
      {"European Studies", "IEE"},
      {"Sciences humaines", NULL},
      {"Je ne sais pas", NULL},
      {"Faculté", NULL},
      {"ULB", NULL},
      {"", NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *code = code_of (database, cases[i].text);

    if (g_strcmp0 (code, cases[i].code) != 0)
      g_test_fail_printf ("“%s” is %s, not %s", cases[i].text, code, cases[i].code);
  }
}

static void
test_edited (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciFaculty) draft =
      ceci_record_new (CECI_TYPE_FACULTY, "code", "ISTI", "name_fr", "Institut de traduction", "name_en",
                       "Institute of translators", NULL);
  g_autofree char *id = ceci_faculty_repository_add (database, draft, &error);
  g_autofree char *found = NULL, *again = NULL;
  g_autoptr (CeciFaculty) stored = NULL;
  g_autoptr (CeciFaculty) renamed = NULL;
  g_autoptr (GListModel) list = NULL;
  g_autoptr (CeciFaculty) last = NULL;

  g_assert_no_error (error);
  g_assert_null (ceci_faculty_repository_add (database, draft, &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  stored = ceci_record_find (CECI_TYPE_FACULTY, database, id, &error);
  renamed = ceci_record_with (stored, "name_en", "School of interpreters", NULL);
  g_assert_true (ceci_faculty_repository_change (database, renamed, &error));
  found = code_of (database, "interpreters");
  g_assert_cmpstr (found, ==, "ISTI");
  g_assert_true (ceci_faculty_repository_move (database, id, -1, &error));
  list = ceci_faculty_repository_list (database, &error);
  last = g_list_model_get_item (list, g_list_model_get_n_items (list) - 1);
  g_assert_cmpstr (ceci_faculty_get_code (last), ==, "IEE");

  g_assert_true (ceci_faculty_repository_remember (database, "Éco-gestion", id, &error));
  again = code_of (database, "eco gestion");
  g_assert_cmpstr (again, ==, "ISTI");
  g_assert_true (ceci_faculty_repository_remove (database, id, &error));
  g_assert_no_error (error);
  g_assert_null (code_of (database, "éco-gestion"));
}

// R3: no faculty is a reason to refuse, and one with people in it stays.
static void
test_retired_if_unused (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = ceci_faculty_repository_match (database, "Droit", &error);
  g_autoptr (CeciPerson) draft =
      ceci_record_new (CECI_TYPE_PERSON, "family_name", "Peeters", "first_name", "Noor", "faculty_id", id, NULL);
  g_autofree char *person_id = ceci_person_repository_add (database, draft, &error);

  g_assert_no_error (error);
  g_assert_cmpint (ceci_faculty_repository_n_people (database, id, &error), ==, 1);
  g_assert_false (ceci_faculty_repository_remove (database, id, &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_model_test ("/faculty/R3/written-in-many-ways", test_written_in_many_ways);
  add_model_test ("/faculty/R3/edited", test_edited);
  add_model_test ("/faculty/R3/retired-if-unused", test_retired_if_unused);
  return g_test_run ();
}
