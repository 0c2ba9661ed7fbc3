// SPDX-License-Identifier: GPL-3.0-or-later
// What follows from a selection: enrolments, the waiting list, places filled again.

#include "config.h"

#include "ceci-selection-confirming.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/model/ceci-application-repository.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-selection-repository.h"
#include "core/model/ceci-student-repository.h"

#define REFUSE(error, ...) (g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_INVALID, __VA_ARGS__), FALSE)

CeciSelectionOutcome *
ceci_selection_outcome_new (void)
{
  CeciSelectionOutcome *self = g_new0 (CeciSelectionOutcome, 1);

  self->selected = g_ptr_array_new_with_free_func (g_free);
  self->waiting = g_ptr_array_new_with_free_func (g_free);
  self->refused = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
ceci_selection_outcome_free (CeciSelectionOutcome *self)
{
  g_ptr_array_unref (self->selected);
  g_ptr_array_unref (self->waiting);
  g_ptr_array_unref (self->refused);
  g_free (self);
}

// --- confirming ----------------------------------------------------------------------------

static gboolean
check (CeciSelectionPool *pool, GError **error)
{
  guint n = ceci_selection_problem_n_chosen (pool->problem, pool->chosen);
  guint places = ceci_selection_problem_get_places (pool->problem);
  guint unexplained = ceci_selection_pool_n_unexplained (pool);

  if (ceci_selection_pool_is_confirmed (pool))
    return REFUSE (error, _ ("The selection of “%s” is confirmed already."), ceci_cohort_get_name (pool->cohort));
  if (!ceci_selection_pool_has_proposal (pool))
    return REFUSE (error, _ ("There is no proposal for the places there are. Propose first, then confirm."));
  if (n == 0)
    return REFUSE (error, _ ("Nobody is chosen. Propose a selection, or tick someone."));
  if (n > places)
    return REFUSE (
        error,
        _ ("%u are chosen and there are %u places. Untick someone, change the places, or give one place more "
           "from the waiting list afterwards."),
        n, places);
  if (unexplained > 0)
    return REFUSE (error,
                   g_dngettext (GETTEXT_PACKAGE, "%u change to the proposal has no reason yet. Give it.",
                                "%u changes to the proposal have no reason yet. Give them.", unexplained),
                   unexplained);
  return TRUE;
}

/**
 * ceci_selection_pool_foresee:
 * @pool: a selection
 * @error: what stands in the way of its confirmation
 *
 * Returns: (transfer full) (nullable): what its confirmation would do
 */
CeciSelectionOutcome *
ceci_selection_pool_foresee (CeciSelectionPool *pool, GError **error)
{
  g_autoptr (CeciSelectionOutcome) outcome = NULL;
  g_autofree guint *order = NULL;
  guint n = 0;

  if (!check (pool, error))
    return NULL;
  outcome = ceci_selection_outcome_new ();
  for (guint i = 0; i < pool->applications->len; i++) {
    const CeciSelectionApplicant *each = ceci_selection_problem_get_applicant (pool->problem, i);

    if (pool->chosen[i] && !each->enrolled)
      g_ptr_array_add (outcome->selected, g_strdup (each->id));
  }
  order = ceci_selection_problem_rank (pool->problem, pool->chosen, &n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (outcome->waiting, g_strdup (ceci_selection_problem_get_applicant (pool->problem, order[i])->id));
  return g_steal_pointer (&outcome);
}

// The rank at the confirmation is kept with the choice: an application loses its own once it gets a place.
static gboolean
keep_rank (CeciDatabase *database, CeciSelectionPool *pool, const char *application_id, gint64 rank, GError **error)
{
  int index = ceci_selection_pool_find (pool, application_id);
  const CeciSelectionApplicant *each = ceci_selection_problem_get_applicant (pool->problem, (guint) index);
  g_autofree char *held = ceci_enum_to_column (CECI_TYPE_HOLD, (int) each->held);
  g_autoptr (CeciSelectionChoice) choice =
      ceci_record_new (CECI_TYPE_SELECTION_CHOICE, "selection_id", ceci_record_get_id (CECI_RECORD (pool->selection)),
                       "application_id", application_id, "proposed", pool->proposed[index], "chosen", FALSE, "held",
                       held, "reason", pool->reasons->pdata[index], "waiting_rank", rank, NULL);

  return ceci_selection_repository_put (database, choice, error) &&
         ceci_selection_repository_wait (database, application_id, rank, error);
}

static gboolean
apply (CeciDatabase *database, CeciSelectionPool *pool, const CeciSelectionOutcome *outcome, GError **error)
{
  for (guint i = 0; i < outcome->selected->len; i++) {
    g_autofree char *id = ceci_student_repository_enrol (database, outcome->selected->pdata[i], NULL, NULL, error);

    if (id == NULL)
      return FALSE;
  }
  for (guint i = 0; i < outcome->waiting->len; i++)
    if (!keep_rank (database, pool, outcome->waiting->pdata[i], i + 1, error))
      return FALSE;
  return TRUE;
}

/**
 * ceci_selection_confirm:
 * @database: a connection inside a write
 * @cohort_id: a cohort's id
 * @today: a date
 * @who: who confirms
 * @error: return location for an error; %CECI_STORE_ERROR_INVALID says what is to be done first
 *
 * Enrols those chosen, puts the others on the waiting list in their order, and the cohort is under way. The composition
 * that is kept counts and names nobody, so that the minutes can be drawn after gender was erased.
 *
 * Returns: (transfer full) (nullable): what was done
 */
CeciSelectionOutcome *
ceci_selection_confirm (CeciDatabase *database, const char *cohort_id, const char *today, const char *who,
                        GError **error)
{
  g_autoptr (CeciSelectionPool) pool = ceci_selection_pool_read (database, cohort_id, error);
  g_autoptr (CeciSelectionOutcome) outcome = pool != NULL ? ceci_selection_pool_foresee (pool, error) : NULL;
  g_autoptr (CeciSelection) confirmed = NULL;
  g_autofree char *composition = NULL;

  if (outcome == NULL || !apply (database, pool, outcome, error))
    return NULL;
  composition = ceci_selection_problem_dup_composition (pool->problem, pool->chosen);
  confirmed =
      ceci_record_with (pool->selection, "composition", composition, "objective",
                        (double) ceci_selection_problem_distance (pool->problem, pool->chosen) / CECI_SELECTION_PERSON,
                        "confirmed_on", today, "confirmed_by", who, NULL);
  if (!ceci_selection_repository_save (database, confirmed, error) ||
      !ceci_cohort_repository_set_phase (database, cohort_id, CECI_COHORT_PHASE_RUNNING, error))
    return NULL;
  return g_steal_pointer (&outcome);
}

// --- afterwards ------------------------------------------------------------------------------

static CeciApplication *
find_waiting (GListModel *waiting, const char *application_id)
{
  for (guint i = 0; i < g_list_model_get_n_items (waiting); i++) {
    g_autoptr (CeciApplication) application = g_list_model_get_item (waiting, i);

    if (application_id == NULL || strcmp (ceci_record_get_id (CECI_RECORD (application)), application_id) == 0)
      return g_steal_pointer (&application);
  }
  return NULL;
}

static gboolean
check_fill (CeciDatabase *database, CeciCohort *cohort, GListModel *waiting, CeciApplication *next, const char *reason,
            GError **error)
{
  gint64 taken = ceci_selection_repository_taken (database, ceci_record_get_id (CECI_RECORD (cohort)), error);
  g_autoptr (CeciApplication) first = g_list_model_get_item (waiting, 0);

  if (taken < 0)
    return FALSE;
  if (first == NULL)
    return REFUSE (error, _ ("Nobody waits for a place in “%s”."), ceci_cohort_get_name (cohort));
  if (next == NULL)
    return REFUSE (error, _ ("The application is not on the waiting list of “%s”."), ceci_cohort_get_name (cohort));
  if (reason != NULL && *reason != '\0')
    return TRUE;
  if (taken >= ceci_cohort_get_places (cohort))
    return REFUSE (error, _ ("The %d places of “%s” are taken. Give the reason for one place more."),
                   (int) ceci_cohort_get_places (cohort), ceci_cohort_get_name (cohort));
  if (next != first && strcmp (ceci_record_get_id (CECI_RECORD (next)), ceci_record_get_id (CECI_RECORD (first))) != 0)
    return REFUSE (error, _ ("%s comes before %s on the waiting list. Give the reason for passing over."),
                   ceci_application_get_display_name (first), ceci_application_get_display_name (next));
  return TRUE;
}

/**
 * ceci_selection_fill:
 * @database: a connection inside a write
 * @cohort_id: a cohort's id
 * @application_id: (nullable): who gets the place; %NULL for who is next
 * @reason: (nullable): why it is not who is next, or why one place more than there are; it stands beside the
 * application and, for a place more, beside the student
 * @today: a date: the enrolment begins then, or when the cohort starts if that is later
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what was done
 */
CeciSelectionOutcome *
ceci_selection_fill (CeciDatabase *database, const char *cohort_id, const char *application_id, const char *reason,
                     const char *today, GError **error)
{
  g_autoptr (CeciCohort) cohort = ceci_cohort_repository_find (database, cohort_id, error);
  g_autoptr (GListModel) waiting =
      cohort != NULL ? ceci_selection_repository_waiting (database, cohort_id, error) : NULL;
  g_autoptr (CeciApplication) next = NULL;
  g_autoptr (CeciSelectionOutcome) outcome = NULL;
  g_autofree char *student_id = NULL;
  const char *starts_on;

  if (waiting == NULL)
    return NULL;
  next = find_waiting (waiting, application_id);
  if (!check_fill (database, cohort, waiting, next, reason, error))
    return NULL;
  starts_on = ceci_cohort_get_starts_on (cohort);
  student_id = ceci_student_repository_enrol (database, ceci_record_get_id (CECI_RECORD (next)),
                                              strcmp (today, starts_on) > 0 ? today : starts_on, reason, error);
  if (student_id == NULL)
    return NULL;
  outcome = ceci_selection_outcome_new ();
  g_ptr_array_add (outcome->selected, g_strdup (ceci_record_get_id (CECI_RECORD (next))));
  return g_steal_pointer (&outcome);
}

/**
 * ceci_selection_close_list:
 * @database: a connection inside a write
 * @cohort_id: a cohort's id
 * @reason: (nullable): why; it stands beside each application
 * @error: return location for an error
 *
 * Nobody waits any longer: those on the list are not selected, and are told.
 *
 * Returns: (transfer full) (nullable): what was done
 */
CeciSelectionOutcome *
ceci_selection_close_list (CeciDatabase *database, const char *cohort_id, const char *reason, GError **error)
{
  g_autoptr (GListModel) waiting = ceci_selection_repository_waiting (database, cohort_id, error);
  g_autoptr (CeciSelectionOutcome) outcome = NULL;

  if (waiting == NULL)
    return NULL;
  outcome = ceci_selection_outcome_new ();
  for (guint i = 0; i < g_list_model_get_n_items (waiting); i++) {
    g_autoptr (CeciRecord) application = g_list_model_get_item (waiting, i);

    if (!ceci_application_repository_set_state (database, ceci_record_get_id (application),
                                                CECI_APPLICATION_STATE_DECLINED, reason, error))
      return NULL;
    g_ptr_array_add (outcome->refused, g_strdup (ceci_record_get_id (application)));
  }
  return g_steal_pointer (&outcome);
}
