// SPDX-License-Identifier: GPL-3.0-or-later
// What the window writes of a selection: each is one step, named in words.
#include "config.h"

#include "ceci-selection-writes.h"
#include "core/model/ceci-capacity-repository.h"
#include "core/model/ceci-labels.h"
#include "core/paperwork/ceci-selection-letters.h"

// What any of the steps may need.
typedef struct {
  char *cohort_id, *application_id, *reason, *targets, *today;
  gboolean chosen;
  CeciHold held;
  gint64 number; // a seed, or places
  CeciSelectionPool *pool;
  CeciSelectionProposal *proposal;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->cohort_id);
  g_free (change->application_id);
  g_free (change->reason);
  g_free (change->targets);
  g_free (change->today);
  g_clear_pointer (&change->pool, ceci_selection_pool_free);
  g_clear_pointer (&change->proposal, ceci_selection_proposal_free);
  g_free (change);
}

static Change *
change_new (CeciView *view, const char *cohort_id, const char *reason)
{
  Change *change = g_new0 (Change, 1);
  CeciDesk *desk = ceci_view_get_desk (view);

  change->cohort_id = g_strdup (cohort_id);
  change->reason = g_strdup (reason);
  change->today = g_strdup (desk != NULL ? ceci_desk_get_today (desk) : NULL);
  return change;
}

static Change *
change_of_application (CeciView *view, CeciApplication *application, const char *reason)
{
  Change *change = change_new (view, ceci_application_get_cohort_id (application), reason);

  change->application_id = g_strdup (ceci_record_get_id (CECI_RECORD (application)));
  return change;
}

static Change *
change_of_cohort (CeciView *view, CeciCohort *cohort, const char *reason)
{
  return change_new (view, ceci_record_get_id (CECI_RECORD (cohort)), reason);
}

static void
take (CeciView *view, char *label, CeciRegisterFunc work, Change *change)
{
  ceci_view_write (view, label, work, change, change_free);
  g_free (label);
}

// --- the work, on the register's thread -----------------------------------------------------

static gpointer
choose (CeciDatabase *database, gpointer data, GError **error)
{
  Change *change = data;
  g_autoptr (CeciSelectionPool) pool = ceci_selection_pool_read (database, change->cohort_id, error);

  if (pool != NULL)
    ceci_selection_pool_choose (pool, database, change->application_id, change->chosen, change->reason, error);
  return NULL;
}

static gpointer
hold (CeciDatabase *database, gpointer data, GError **error)
{
  Change *change = data;
  g_autoptr (CeciSelectionPool) pool = ceci_selection_pool_read (database, change->cohort_id, error);

  if (pool != NULL)
    ceci_selection_pool_hold (pool, database, change->application_id, change->held, change->reason, error);
  return NULL;
}

static gpointer
keep_proposal (CeciDatabase *database, gpointer data, GError **error)
{
  Change *change = data;

  ceci_selection_keep_proposal (database, change->pool, change->proposal, error);
  return NULL;
}

static gpointer
keep_targets (CeciDatabase *database, gpointer data, GError **error)
{
  Change *change = data;
  g_autoptr (CeciSelectionPool) pool = ceci_selection_pool_read (database, change->cohort_id, error);

  if (pool == NULL)
    return NULL;
  ceci_selection_problem_set_seed (pool->problem, change->number);
  if (ceci_selection_problem_set_targets (pool->problem, change->targets, error))
    ceci_selection_pool_keep_targets (pool, database, error);
  return NULL;
}

// The reason asked for at the confirmation goes to the changes that have none.
static gpointer
confirm (CeciDatabase *database, gpointer data, GError **error)
{
  Change *change = data;
  g_autoptr (CeciSelectionOutcome) outcome = NULL;

  if (change->reason != NULL) {
    g_autoptr (CeciSelectionPool) pool = ceci_selection_pool_read (database, change->cohort_id, error);

    if (pool == NULL || !ceci_selection_pool_explain (pool, database, change->reason, error))
      return NULL;
  }
  outcome = ceci_office_confirm_selection (database, change->cohort_id, change->today, g_get_real_name (), error);
  return NULL;
}

static gpointer
give_place (CeciDatabase *database, gpointer data, GError **error)
{
  Change *change = data;
  g_autoptr (CeciSelectionOutcome) outcome = ceci_office_fill_place (
      database, change->cohort_id, change->application_id, change->reason, change->today, error);

  return NULL;
}

static gpointer
close_list (CeciDatabase *database, gpointer data, GError **error)
{
  Change *change = data;
  g_autoptr (CeciSelectionOutcome) outcome =
      ceci_office_close_list (database, change->cohort_id, change->reason, change->today, error);

  return NULL;
}

static gpointer
change_places (CeciDatabase *database, gpointer data, GError **error)
{
  Change *change = data;

  ceci_cohort_change_places (database, change->cohort_id, change->number, change->today, change->reason, error);
  return NULL;
}

// --- public -----------------------------------------------------------------------------------

void
ceci_selection_write_choice (CeciView *view, CeciApplication *application, gboolean chosen, const char *reason)
{
  Change *change = change_of_application (view, application, reason);

  change->chosen = chosen;
  take (view, ceci_label_select_change (ceci_application_get_display_name (application)), choose, change);
}

void
ceci_selection_write_hold (CeciView *view, CeciApplication *application, CeciHold held, const char *reason)
{
  Change *change = change_of_application (view, application, reason);

  change->held = held;
  take (view, ceci_label_select_change (ceci_application_get_display_name (application)), hold, change);
}

/**
 * ceci_selection_write_proposal:
 * @view: what writes
 * @pool: what the proposal was made for
 * @proposal: (transfer full): the proposal
 */
void
ceci_selection_write_proposal (CeciView *view, CeciSelectionPool *pool, CeciSelectionProposal *proposal)
{
  Change *change = change_of_cohort (view, pool->cohort, NULL);

  change->pool = ceci_selection_pool_ref (pool);
  change->proposal = proposal;
  take (view, ceci_label_select_propose (ceci_cohort_get_name (pool->cohort)), keep_proposal, change);
}

void
ceci_selection_write_targets (CeciView *view, CeciCohort *cohort, const char *targets, gint64 seed)
{
  Change *change = change_of_cohort (view, cohort, NULL);

  change->targets = g_strdup (targets);
  change->number = seed;
  take (view, ceci_label_select_criteria (ceci_cohort_get_name (cohort)), keep_targets, change);
}

void
ceci_selection_write_confirmation (CeciView *view, CeciCohort *cohort, const char *reason)
{
  take (view, ceci_label_select_confirm (ceci_cohort_get_name (cohort)), confirm,
        change_of_cohort (view, cohort, reason));
}

void
ceci_selection_write_place (CeciView *view, CeciApplication *application, const char *reason)
{
  take (view, ceci_label_place_give (ceci_application_get_display_name (application)), give_place,
        change_of_application (view, application, reason));
}

void
ceci_selection_write_closing (CeciView *view, CeciCohort *cohort, const char *reason)
{
  take (view, ceci_label_select_close (ceci_cohort_get_name (cohort)), close_list,
        change_of_cohort (view, cohort, reason));
}

void
ceci_selection_write_places (CeciView *view, CeciCohort *cohort, gint64 places, const char *reason)
{
  Change *change = change_of_cohort (view, cohort, reason);

  change->number = places;
  take (view, ceci_label_cohort_places (ceci_cohort_get_name (cohort), places), change_places, change);
}
