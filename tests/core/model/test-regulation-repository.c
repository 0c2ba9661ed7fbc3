// SPDX-License-Identifier: GPL-3.0-or-later
// A cohort's regulation: what a change would do to whom, its adoption as a new version, its history.

#include "core/model/ceci-facts-repository.h"
#include "core/model/ceci-regulation-repository.h"
#include "core/regulation/ceci-regulation-defaults.h"
#include "model-fixture.h"

#define TODAY "2026-11-23"

static CeciRegulation *
with (CeciRegulation *regulation, const char *name, gint64 value)
{
  g_autoptr (GError) error = NULL;
  CeciRegulation *changed = ceci_regulation_with_integer (regulation, name, value, &error);

  g_assert_no_error (error);
  return changed;
}

static void
test_compare (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort = make_cohort (database, "Février 2026", 30);
  g_autofree char *other = make_cohort (database, "Septembre 2026", 30);
  g_autofree char *student = make_student (database, cohort, "Élodie", "Martin", "000123");
  g_autofree char *elsewhere = make_student (database, other, "Awa", "Diallo", "000124");
  g_autoptr (CeciRegulation) current = ceci_regulation_repository_find (database, cohort, &error);
  g_autoptr (CeciRegulation) shorter = with (current, "months", 6);
  g_autoptr (GPtrArray) none = NULL, changes = NULL;

  none = ceci_regulation_repository_compare (database, cohort, current, TODAY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);

  // enrolled on 2 February: the deadline passed in August
  changes = ceci_regulation_repository_compare (database, cohort, shorter, TODAY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, >, 1); // what is due by the deadline is due earlier too
  CeciFindingChange *change = g_ptr_array_index (changes, 0);
  g_assert_true (ceci_finding_change_is_of_state (change)); // these come first
  g_assert_cmpstr (ceci_finding_get_rule (ceci_finding_change_get_after (change)), ==, "R11");
  for (guint i = 0; i < changes->len; i++)
    g_assert_cmpstr (ceci_finding_change_get_student_id (changes->pdata[i]), ==, student);
  g_assert_false (ceci_finding_change_is_of_state (changes->pdata[changes->len - 1]));
  g_assert_cmpstr (ceci_finding_get_due (ceci_finding_change_get_before (change)), ==, "2028-02-02");
  g_assert_cmpstr (ceci_finding_get_due (ceci_finding_change_get_after (change)), ==, "2026-08-02");
  g_assert_cmpint (ceci_finding_get_state (ceci_finding_change_get_after (change)), ==, CECI_FINDING_BLOCKED);
}

static void
test_adopt (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort = make_cohort (database, "Février 2026", 30);
  g_autofree char *other = make_cohort (database, "Septembre 2026", 30);
  g_autoptr (CeciRegulation) current = ceci_regulation_repository_find (database, cohort, &error);
  g_autoptr (CeciRegulation) more = with (current, "productions", 6);

  g_assert_false (ceci_regulation_repository_adopt (database, cohort, more, NULL, "  ", TODAY, &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  g_assert_true (ceci_regulation_repository_adopt (database, cohort, more, NULL, "Décision du comité", TODAY, &error));
  g_assert_no_error (error);

  g_autoptr (CeciRegulation) adopted = ceci_regulation_repository_find (database, cohort, &error);
  g_autoptr (CeciRegulation) untouched = ceci_regulation_repository_find (database, other, &error);
  g_autoptr (GListModel) history = ceci_regulation_repository_history (database, cohort, &error);
  g_autoptr (CeciRegulationRow) newest = g_list_model_get_item (history, 0);
  g_autoptr (CeciRegulationRow) first = g_list_model_get_item (history, 1);

  g_assert_cmpint (ceci_regulation_get_integer (adopted, "productions"), ==, 6);
  g_assert_cmpint (ceci_regulation_get_integer (untouched, "productions"), ==, 5);
  g_assert_cmpuint (g_list_model_get_n_items (history), ==, 2);
  g_assert_cmpint (ceci_regulation_row_get_version (newest), ==, 2);
  g_assert_cmpstr (ceci_regulation_row_get_reason (newest), ==, "Décision du comité");
  g_assert_cmpstr (ceci_regulation_row_get_adopted_on (newest), ==, TODAY);
  g_assert_cmpint (ceci_regulation_row_get_version (first), ==, 1);
  g_assert_null (ceci_regulation_row_get_reason (first));
}

static GPtrArray *
take_criteria (CeciDatabase *database, const char *cohort)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) criteria = ceci_regulation_repository_criteria (database, cohort, &error);
  GPtrArray *taken = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (criteria); i++)
    g_ptr_array_add (taken, g_list_model_get_item (criteria, i));
  return taken;
}

static void
set_weight (GPtrArray *criteria, guint index, gint64 weight)
{
  gpointer changed = ceci_record_with (criteria->pdata[index], "weight", weight, NULL);

  g_object_unref (criteria->pdata[index]);
  criteria->pdata[index] = changed;
}

static void
test_grid (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort = make_cohort (database, "Février 2026", 30);
  g_autoptr (CeciRegulation) current = ceci_regulation_repository_find (database, cohort, &error);
  g_autoptr (GPtrArray) criteria = take_criteria (database, cohort);
  g_autoptr (CeciRegulationRow) before = NULL, after = NULL;
  g_autoptr (GListModel) history = NULL;

  g_assert_cmpuint (criteria->len, ==, 8);
  set_weight (criteria, 0, 20);
  g_assert_false (ceci_regulation_repository_adopt (database, cohort, current, criteria, "Poids", TODAY, &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID); // 105
  set_weight (criteria, 1, 10);
  g_assert_true (ceci_regulation_repository_adopt (database, cohort, current, criteria, "Poids", TODAY, &error));
  g_assert_no_error (error);

  g_autoptr (GPtrArray) adopted = take_criteria (database, cohort);
  g_assert_cmpuint (adopted->len, ==, 8);
  g_assert_cmpint (ceci_criterion_get_weight (adopted->pdata[0]), ==, 20);
  g_assert_cmpstr (ceci_record_get_id (adopted->pdata[0]), !=, ceci_record_get_id (criteria->pdata[0]));
  history = ceci_regulation_repository_history (database, cohort, &error);
  after = g_list_model_get_item (history, 0);
  before = g_list_model_get_item (history, 1);
  g_assert_cmpstr (ceci_regulation_row_get_grid_id (after), !=, ceci_regulation_row_get_grid_id (before));
}

static void
test_differences (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegulation) before = ceci_regulation_new_default ();
  g_autoptr (CeciRegulation) longer = with (before, "placement-minutes", 9630);
  g_autoptr (CeciRegulation) after =
      ceci_regulation_with_text (longer, "certificate-title", "en", "Certificate", &error);
  g_autoptr (GPtrArray) differences = ceci_regulation_list_differences (before, after);
  CeciRegulationDifference *hours = g_ptr_array_index (differences, 0);
  CeciRegulationDifference *title = g_ptr_array_index (differences, 1);

  g_assert_cmpuint (differences->len, ==, 2);
  g_assert_cmpstr (hours->before, ==, "150 h");
  g_assert_cmpstr (hours->after, ==, "160.50 h");
  g_assert_cmpstr (title->after, ==, "Certificate");
}

static void
test_parse (void)
{
  static const struct {
    const char *name, *text;
    gint64 value; // -1: refused
  } cases[] = {
      {"placement-minutes", "150", 9000},
      {"placement-minutes", "112,5", 6750},
      {"placement-minutes", "0", -1},
      {"placement-minutes", "ten", -1},
      {"place-value-cents", "600.50", 60050},
      {"place-value-cents", "600.505", -1},
      {"months", " 24 ", 24},
      {"months", "2.5", -1},
      {"months", "", -1},
      {"award-threshold", "401", -1},
      {"months", "nan", -1},
      {"months", "1e300", -1},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = 0; j < CECI_REGULATION_NUMBERS; j++)
      if (g_str_equal (ceci_regulation_numbers[j].name, cases[i].name)) {
        gint64 value = -1;

        g_test_message ("%s “%s”", cases[i].name, cases[i].text);
        g_assert_true (ceci_regulation_number_parse (&ceci_regulation_numbers[j], cases[i].text, &value) ==
                       (cases[i].value >= 0));
        g_assert_cmpint (value, ==, cases[i].value);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_model_test ("/regulation-repository/a-change-says-whose-findings", test_compare);
  add_model_test ("/regulation-repository/adopting-makes-a-version", test_adopt);
  add_model_test ("/regulation-repository/weights-add-up", test_grid);
  g_test_add_func ("/regulation-repository/differences-in-words", test_differences);
  g_test_add_func ("/regulation-repository/typed-numbers", test_parse);
  return g_test_run ();
}
