// SPDX-License-Identifier: GPL-3.0-or-later
// A selection from the first proposal to the last place filled: what is kept, what is refused, and one step that undo
// takes back whole.

#include <string.h>

#include "core/model/ceci-capacity-repository.h"
#include "core/model/ceci-selection-repository.h"
#include "core/selection/ceci-selection-confirming.h"
#include "../model/model-fixture.h"

#define TODAY "2026-01-20"

// Women and men, three faculties' worth of paths: enough that a choice has something to weigh.
static char *
make_pool (CeciDatabase *database, guint n, gint64 places)
{
  char *cohort_id = make_cohort (database, "February 2026", places);

  for (guint i = 0; i < n; i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *family = g_strdup_printf ("Applicant%02u", i);
    g_autofree char *id = make_application (database, cohort_id, i % 3 == 0 ? "Noé" : "Élodie", family, NULL);
    g_autoptr (CeciApplication) application = ceci_application_repository_find (database, id, &error);
    g_autoptr (CeciApplication) changed =
        ceci_record_with (application, "study_path", i % 2 == 0 ? "Master 1" : " MASTER 2", NULL);
    g_autoptr (CeciPerson) person =
        ceci_record_find (CECI_TYPE_PERSON, database, ceci_application_get_person_id (application), &error);
    g_autoptr (CeciPerson) said = ceci_record_with (person, "gender", i % 3 == 0 ? "male" : "female", NULL);

    g_assert_true (ceci_application_repository_change (database, changed, &error));
    g_assert_true (ceci_record_update (said, database, &error));
    g_assert_no_error (error);
  }
  return cohort_id;
}

static CeciSelectionPool *
read_pool (CeciDatabase *database, const char *cohort_id)
{
  g_autoptr (GError) error = NULL;
  CeciSelectionPool *pool = ceci_selection_pool_read (database, cohort_id, &error);

  g_assert_no_error (error);
  return pool;
}

static void
propose (CeciDatabase *database, const char *cohort_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciSelectionPool) pool = read_pool (database, cohort_id);
  g_autoptr (CeciSelectionProposal) proposal = ceci_selection_propose (pool->problem, 0, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (ceci_selection_pool_keep_proposal (pool, database, proposal, &error));
  g_assert_no_error (error);
}

static CeciSelectionOutcome *
confirm (CeciDatabase *database, const char *cohort_id)
{
  g_autoptr (GError) error = NULL;
  CeciSelectionOutcome *outcome = ceci_selection_confirm (database, cohort_id, TODAY, "Marie", &error);

  g_assert_no_error (error);
  return outcome;
}

static char *
first_id (CeciSelectionPool *pool, gboolean chosen)
{
  for (guint i = 0; i < pool->applications->len; i++)
    if (pool->chosen[i] == chosen)
      return g_strdup (ceci_record_get_id (pool->applications->pdata[i]));
  g_assert_not_reached ();
}

static void
assert_pool_refuses (CeciDatabase *database, const char *cohort_id, const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciSelectionOutcome) outcome = ceci_selection_confirm (database, cohort_id, TODAY, "Marie", &error);

  g_assert_null (outcome);
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, says));
}

// --- who may be chosen -------------------------------------------------------------------------

// Those received are looked at by R13; those turned down or withdrawn are out; profile and faculty bar nobody.
static void
test_admissible (CeciDatabase *database)
{
  static const struct {
    const char *state;
    gint64 minutes;
    gboolean in;
  } cases[] = {{"received", 9000, TRUE},      {"received", 8999, FALSE}, {"admissible", 100, TRUE},
               {"inadmissible", 9000, FALSE}, {"declined", 9000, FALSE}, {"withdrawn", 9000, FALSE},
               {"waiting", 9000, TRUE}};
  g_autofree char *cohort_id = make_cohort (database, "February 2026", 30);
  g_autoptr (CeciSelectionPool) pool = NULL;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *family = g_strdup_printf ("Case%u", i);
    g_autofree char *id = make_application (database, cohort_id, "Inès", family, NULL);
    g_autoptr (CeciApplication) application = ceci_application_repository_find (database, id, &error);
    g_autoptr (CeciApplication) changed =
        ceci_record_with (application, "state", cases[i].state, "planned_minutes", cases[i].minutes, "entry_profile",
                          i % 2 == 0 ? NULL : "Ready to act", NULL);

    g_assert_true (ceci_application_repository_change (database, changed, &error));
    n += cases[i].in ? 1 : 0;
  }
  pool = read_pool (database, cohort_id);
  g_assert_cmpuint (pool->applications->len, ==, n);
  g_assert_cmpuint (pool->n_inadmissible, ==, G_N_ELEMENTS (cases) - n);
}

// A path of study that is written otherwise is no other path.
static void
test_groups (CeciDatabase *database)
{
  g_autofree char *cohort_id = make_pool (database, 8, 4);
  g_autoptr (CeciSelectionPool) pool = read_pool (database, cohort_id);
  guint n = 0;

  for (guint i = 0; i < ceci_selection_problem_n_groups (pool->problem); i++) {
    const CeciSelectionGroup *group = ceci_selection_problem_get_group (pool->problem, i);

    n += group->dimension == CECI_DIMENSION_PATH ? 1 : 0;
    g_assert_cmpuint (group->applicants, >, 0);
  }
  g_assert_cmpuint (n, ==, 2);
}

// --- proposal and changes ------------------------------------------------------------------------

static void
test_proposal_is_kept (CeciDatabase *database)
{
  g_autofree char *cohort_id = make_pool (database, 12, 5);
  g_autoptr (CeciSelectionPool) pool = NULL;

  propose (database, cohort_id);
  pool = read_pool (database, cohort_id);
  g_assert_true (ceci_selection_pool_has_proposal (pool));
  g_assert_cmpuint (ceci_selection_problem_n_chosen (pool->problem, pool->chosen), ==, 5);
  g_assert_cmpint (ceci_selection_pool_get_best (pool), ==,
                   ceci_selection_problem_distance (pool->problem, pool->chosen));
  g_assert_cmpint (ceci_selection_pool_get_bound (pool), ==, ceci_selection_pool_get_best (pool));
  g_assert_null (ceci_selection_get_confirmed_on (pool->selection));
}

// A change needs its reason before the confirmation; taken back, it needs none.
static void
test_changes_and_reasons (CeciDatabase *database)
{
  g_autofree char *cohort_id = make_pool (database, 12, 5);
  g_autoptr (GError) error = NULL;
  g_autofree char *in = NULL, *out = NULL;
  g_autoptr (CeciSelectionPool) pool = NULL;

  propose (database, cohort_id);
  pool = read_pool (database, cohort_id);
  in = first_id (pool, FALSE);
  out = first_id (pool, TRUE);
  g_assert_true (ceci_selection_pool_choose (pool, database, in, TRUE, NULL, &error));
  g_assert_cmpfloat (ceci_selection_get_objective (pool->selection) * CECI_SELECTION_PERSON, >=,
                     ceci_selection_pool_get_bound (pool));
  assert_pool_refuses (database, cohort_id, "6 are chosen");
  g_assert_true (ceci_selection_pool_choose (pool, database, out, FALSE, NULL, &error));
  g_assert_cmpuint (ceci_selection_pool_n_unexplained (pool), ==, 2);
  assert_pool_refuses (database, cohort_id, "2 changes");
  g_assert_true (ceci_selection_pool_choose (pool, database, in, TRUE, "Knows the field", &error));
  g_assert_cmpuint (ceci_selection_pool_n_unexplained (pool), ==, 1);
  g_assert_true (ceci_selection_pool_explain (pool, database, "Gave way", &error));
  g_assert_cmpuint (ceci_selection_pool_n_unexplained (pool), ==, 0);
  g_assert_no_error (error);

  g_clear_pointer (&pool, ceci_selection_pool_free);
  pool = read_pool (database, cohort_id);
  g_assert_cmpstr (pool->reasons->pdata[ceci_selection_pool_find (pool, in)], ==, "Knows the field");
  g_assert_cmpstr (pool->reasons->pdata[ceci_selection_pool_find (pool, out)], ==, "Gave way");
  g_assert_true (ceci_selection_pool_choose (pool, database, in, FALSE, NULL, &error));
  g_assert_null (pool->reasons->pdata[ceci_selection_pool_find (pool, in)]);
}

static void
test_holds (CeciDatabase *database)
{
  g_autofree char *cohort_id = make_pool (database, 12, 5);
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciSelectionPool) pool = read_pool (database, cohort_id);
  const char *first = ceci_record_get_id (pool->applications->pdata[0]),
             *last = ceci_record_get_id (pool->applications->pdata[11]);
  g_autoptr (CeciSelectionPool) after = NULL;

  g_assert_false (ceci_selection_pool_hold (pool, database, first, CECI_HOLD_IN, "", &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  g_assert_true (ceci_selection_pool_hold (pool, database, first, CECI_HOLD_IN, "Began last year", &error));
  g_assert_true (ceci_selection_pool_hold (pool, database, last, CECI_HOLD_OUT, "Leaves on exchange", &error));
  g_assert_false (ceci_selection_pool_choose (pool, database, last, TRUE, "No", &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  g_assert_false (ceci_selection_pool_hold (pool, database, "elsewhere", CECI_HOLD_IN, "Please", &error));
  g_assert_error (error, CECI_SELECTION_ERROR, CECI_SELECTION_ERROR_INFEASIBLE);
  propose (database, cohort_id);
  after = read_pool (database, cohort_id);
  g_assert_true (after->chosen[0]);
  g_assert_false (after->chosen[11]);
  g_assert_cmpstr (after->reasons->pdata[0], ==, "Began last year");
}

// A proposal for other places is none.
static void
test_stale (CeciDatabase *database)
{
  g_autofree char *cohort_id = make_pool (database, 12, 5);
  g_autoptr (GError) error = NULL;

  assert_pool_refuses (database, cohort_id, "Propose first");
  propose (database, cohort_id);
  g_assert_true (ceci_cohort_change_places (database, cohort_id, 6, TODAY, "One more subsidy", &error));
  assert_pool_refuses (database, cohort_id, "Propose first");
}

// --- confirming -------------------------------------------------------------------------------------

static void
test_confirm (CeciDatabase *database)
{
  g_autofree char *cohort_id = make_pool (database, 12, 5);
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciSelectionOutcome) outcome = NULL;
  g_autoptr (CeciCohort) cohort = NULL;
  g_autoptr (GListModel) waiting = NULL;
  g_autoptr (CeciSelection) selection = NULL;

  propose (database, cohort_id);
  outcome = confirm (database, cohort_id);
  g_assert_cmpuint (outcome->selected->len, ==, 5);
  g_assert_cmpuint (outcome->waiting->len, ==, 7);
  cohort = ceci_cohort_repository_find (database, cohort_id, &error);
  g_assert_cmpint (ceci_cohort_get_enrolled (cohort), ==, 5);
  g_assert_cmpint (ceci_cohort_get_waiting (cohort), ==, 7);
  g_assert_cmpint (ceci_cohort_get_phase (cohort), ==, CECI_COHORT_PHASE_RUNNING);
  waiting = ceci_selection_repository_waiting (database, cohort_id, &error);
  for (guint i = 0; i < 7; i++) {
    g_autoptr (CeciApplication) application = g_list_model_get_item (waiting, i);

    g_assert_cmpint (ceci_application_get_waiting_rank (application), ==, i + 1);
    g_assert_cmpstr (ceci_record_get_id (CECI_RECORD (application)), ==, outcome->waiting->pdata[i]);
  }
  selection = ceci_selection_repository_current (database, cohort_id, &error);
  g_assert_cmpstr (ceci_selection_get_confirmed_on (selection), ==, TODAY);
  g_assert_cmpstr (ceci_selection_get_confirmed_by (selection), ==, "Marie");
  g_assert_nonnull (strstr (ceci_selection_get_composition (selection), "\"chosen\":5"));
  assert_pool_refuses (database, cohort_id, "confirmed already");
}

static void
withdraw (CeciDatabase *database, const char *cohort_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) students = ceci_student_repository_list (database, cohort_id, &error);
  g_autoptr (CeciRecord) student = g_list_model_get_item (students, 0);

  g_assert_true (ceci_student_repository_set_state (database, ceci_record_get_id (student),
                                                    CECI_STUDENT_STATE_WITHDRAWN, "2026-03-01", "Moves away", &error));
  g_assert_no_error (error);
}

// A place that is freed goes to who is next; to another for a reason; beyond the places for a reason too.
static void
test_fill (CeciDatabase *database)
{
  g_autofree char *cohort_id = make_pool (database, 12, 5);
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciSelectionOutcome) outcome = NULL, none = NULL, next = NULL, third = NULL;
  g_autoptr (CeciSelectionPool) pool = NULL;
  g_autoptr (CeciApplication) application = NULL;
  g_autoptr (CeciStudent) student = NULL;

  propose (database, cohort_id);
  outcome = confirm (database, cohort_id);
  none = ceci_selection_fill (database, cohort_id, NULL, NULL, TODAY, &error);
  g_assert_null (none);
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  withdraw (database, cohort_id);
  next = ceci_selection_fill (database, cohort_id, NULL, NULL, "2026-03-02", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (next->selected->pdata[0], ==, outcome->waiting->pdata[0]);
  application = ceci_application_repository_find (database, next->selected->pdata[0], &error);
  g_assert_cmpint (ceci_application_get_waiting_rank (application), ==, CECI_UNSET);
  student = ceci_student_repository_find (database, ceci_application_get_student_id (application), &error);
  g_assert_cmpstr (ceci_student_get_enrolled_on (student), ==, "2026-03-02");
  g_assert_null (ceci_student_get_override_reason (student));

  // the confirmed selection stays what it was
  pool = read_pool (database, cohort_id);
  g_assert_false (pool->chosen[ceci_selection_pool_find (pool, next->selected->pdata[0])]);
  g_assert_cmpuint (ceci_selection_problem_n_chosen (pool->problem, pool->chosen), ==, 5);
  withdraw (database, cohort_id);
  third = ceci_selection_fill (database, cohort_id, outcome->waiting->pdata[2], NULL, TODAY, &error);
  g_assert_null (third);
  assert_refused (error, CECI_STORE_ERROR_INVALID);
}

static void
test_one_place_more (CeciDatabase *database)
{
  g_autofree char *cohort_id = make_pool (database, 12, 5);
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciSelectionOutcome) outcome = NULL, more = NULL;
  g_autoptr (CeciApplication) application = NULL;
  g_autoptr (CeciStudent) student = NULL;

  propose (database, cohort_id);
  outcome = confirm (database, cohort_id);
  more = ceci_selection_fill (database, cohort_id, outcome->waiting->pdata[1], "An error of ours", TODAY, &error);
  g_assert_no_error (error);
  application = ceci_application_repository_find (database, more->selected->pdata[0], &error);
  student = ceci_student_repository_find (database, ceci_application_get_student_id (application), &error);
  g_assert_cmpstr (ceci_student_get_override_reason (student), ==, "An error of ours");
  g_assert_cmpint (ceci_selection_repository_taken (database, cohort_id, &error), ==, 6);
}

static void
test_close_list (CeciDatabase *database)
{
  g_autofree char *cohort_id = make_pool (database, 12, 5);
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciSelectionOutcome) outcome = NULL, closed = NULL;
  g_autoptr (GListModel) waiting = NULL;

  propose (database, cohort_id);
  outcome = confirm (database, cohort_id);
  closed = ceci_selection_close_list (database, cohort_id, "The intake has begun", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (closed->refused->len, ==, 7);
  waiting = ceci_selection_repository_waiting (database, cohort_id, &error);
  g_assert_cmpuint (g_list_model_get_n_items (waiting), ==, 0);
}

// --- places -------------------------------------------------------------------------------------------

static void
test_places (CeciDatabase *database)
{
  g_autofree char *cohort_id = make_cohort (database, "February 2026", 30);
  g_autofree char *student = make_student (database, cohort_id, "Élodie", "Martin", NULL);
  g_autofree char *other = make_student (database, cohort_id, "Noé", "Peeters", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) history = NULL;
  g_autoptr (CeciCapacity) last = NULL, first = NULL;

  g_assert_false (ceci_cohort_change_places (database, cohort_id, 32, TODAY, "  ", &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  g_assert_false (ceci_cohort_change_places (database, cohort_id, 30, TODAY, "None", &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  g_assert_false (ceci_cohort_change_places (database, cohort_id, 1, TODAY, "Too few", &error));
  assert_refused (error, CECI_STORE_ERROR_INVALID);
  g_assert_true (ceci_cohort_change_places (database, cohort_id, 32, TODAY, "A second subsidy", &error));
  g_assert_no_error (error);
  history = ceci_capacity_repository_list (database, cohort_id, &error);
  g_assert_cmpuint (g_list_model_get_n_items (history), ==, 2);
  last = g_list_model_get_item (history, 0);
  first = g_list_model_get_item (history, 1);
  g_assert_cmpint (ceci_capacity_get_places (last), ==, 32);
  g_assert_cmpstr (ceci_capacity_get_reason (last), ==, "A second subsidy");
  g_assert_cmpint (ceci_capacity_get_places (first), ==, 30);
}

// --- one step ---------------------------------------------------------------------------------------------

static gpointer
prepare (CeciDatabase *database, gpointer user_data, GError **error)
{
  g_assert_true (ceci_register_seed_defaults (database, error));
  *(char **) user_data = make_pool (database, 12, 5);
  propose (database, *(char **) user_data);
  return GINT_TO_POINTER (1);
}

static gpointer
confirm_step (CeciDatabase *database, gpointer cohort_id, GError **error)
{
  ceci_selection_outcome_free (confirm (database, cohort_id));
  return GINT_TO_POINTER (1);
}

static gpointer
read_cohort (CeciDatabase *database, gpointer cohort_id, GError **error)
{
  return ceci_cohort_repository_find (database, cohort_id, error);
}

static void
test_one_step (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ceci-test-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "register.ceci", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CeciEntropy) entropy = ceci_entropy_new_seeded (7, "2026-11-23T09:00:00.000Z");
  g_autoptr (CeciRegister) reg = ceci_register_open (file, CECI_REGISTER_CREATE, "Marie", entropy, &error);
  g_autofree char *cohort_id = NULL, *label = NULL;
  g_autoptr (CeciCohort) cohort = NULL;
  g_autoptr (GDir) dir = NULL;

  g_assert_nonnull (ceci_register_write (reg, "Prepare", prepare, &cohort_id, &error));
  g_assert_nonnull (ceci_register_write (reg, "Confirm", confirm_step, cohort_id, &error));
  label = ceci_register_undo (reg, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Confirm");
  cohort = ceci_register_read (reg, read_cohort, cohort_id, &error);
  g_assert_cmpint (ceci_cohort_get_students (cohort), ==, 0);
  g_assert_cmpint (ceci_cohort_get_waiting (cohort), ==, 0);
  g_assert_cmpint (ceci_cohort_get_phase (cohort), ==, CECI_COHORT_PHASE_APPLICATIONS);
  ceci_register_close (reg);
  dir = g_dir_open (folder, 0, NULL);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir)) {
    g_autofree char *left = g_build_filename (folder, name, NULL);
    g_unlink (left);
  }
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_model_test ("/selection/R2/R3/R28/who-may-be-chosen", test_admissible);
  add_model_test ("/selection/R28/groups", test_groups);
  add_model_test ("/selection/R28/proposal-is-kept", test_proposal_is_kept);
  add_model_test ("/selection/R28/changes-and-reasons", test_changes_and_reasons);
  add_model_test ("/selection/R28/holds", test_holds);
  add_model_test ("/selection/R27/stale", test_stale);
  add_model_test ("/selection/R27/R28/confirm", test_confirm);
  add_model_test ("/selection/R27/withdrawal/fill", test_fill);
  add_model_test ("/selection/R27/one-place-more", test_one_place_more);
  add_model_test ("/selection/R27/close-list", test_close_list);
  add_model_test ("/selection/R27/places", test_places);
  g_test_add_func ("/selection/R28/one-step", test_one_step);
  return g_test_run ();
}
