// SPDX-License-Identifier: GPL-3.0-or-later
// The sample's confirmed selection, of the intake enrolled last: a proposal really made, and where people departed from
// it. Their gender was erased since; the counts stay.

#include "config.h"

#include <string.h>

#include "ceci-sample-plan.h"
#include "core/model/ceci-application-repository.h"
#include "core/model/ceci-selection-choice.h"
#include "core/model/ceci-selection.h"
#include "core/selection/ceci-selection-proposal.h"
#include "core/store/ceci-date.h"

#define SEED 2027

static const char *const reasons_in[] = {
    "La mission commence en même temps que la rentrée et dépend de cette personne.",
    "Première candidature venant de cette association, que nous voulons accueillir.",
};
static const char *const reasons_out[] = {
    "Part en échange au second quadrimestre ; préfère la rentrée suivante.",
    "Le stage ne peut commencer qu’après l’été, selon l’organisme.",
};

typedef struct {
  CeciSelectionProblem *problem;
  GPtrArray *applications; // those who could be chosen
  gboolean *chosen;
} Past;

static void
past_clear (Past *past)
{
  g_clear_pointer (&past->problem, ceci_selection_problem_unref);
  g_clear_pointer (&past->applications, g_ptr_array_unref);
  g_free (past->chosen);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Past, past_clear)

static const char *
draw_gender (CeciSample *self, guint cohort, guint index)
{
  g_autoptr (GRand) random = ceci_sample_random (self, CECI_STREAM_NOTES, cohort, 100000 + index);
  int drawn = g_rand_int_range (random, 0, 20);

  return drawn < 11 ? "female" : drawn < 18 ? "male" : drawn < 19 ? "other" : NULL;
}

static gboolean
read_past (CeciSample *self, CeciDatabase *database, guint index, Past *past, GError **error)
{
  const CeciSampleCohort *cohort = ceci_sample_get_cohort (self, index);
  g_autoptr (GListModel) all = ceci_application_repository_list (database, cohort->id, error);

  if (all == NULL)
    return FALSE;
  past->applications = g_ptr_array_new_with_free_func (g_object_unref);
  past->chosen = g_new0 (gboolean, g_list_model_get_n_items (all) + 1);
  past->problem = ceci_selection_problem_new (cohort->n_students, SEED);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++) {
    g_autoptr (CeciApplication) application = g_list_model_get_item (all, i);
    CeciApplicationState state = ceci_application_get_state (application);
    const char *keys[] = {draw_gender (self, index, i), ceci_application_get_faculty_code (application),
                          ceci_application_get_study_path (application),
                          ceci_application_get_entry_profile (application)};

    if (state == CECI_APPLICATION_STATE_INADMISSIBLE || state == CECI_APPLICATION_STATE_WITHDRAWN)
      continue;
    past->chosen[past->applications->len] = ceci_application_get_student_id (application) != NULL;
    ceci_selection_problem_add (past->problem, ceci_record_get_id (CECI_RECORD (application)),
                                ceci_application_get_display_name (application), keys, NULL, CECI_HOLD_NONE, FALSE);
    g_ptr_array_add (past->applications, g_object_ref (application));
  }
  ceci_selection_problem_set_defaults (past->problem);
  return TRUE;
}

// The office aimed at whole numbers: the composition of those enrolled, had two of them given way to two others.
static void
set_targets (Past *past)
{
  guint n = past->applications->len, swapped = 0;
  g_autofree gboolean *wanted = g_memdup2 (past->chosen, (n + 1) * sizeof (gboolean));
  g_autofree guint *counts = g_new (guint, ceci_selection_problem_n_groups (past->problem) + 1);

  for (guint i = 0; i < n && swapped < 2; i++)
    for (guint j = i * 3 % n; !past->chosen[i] && wanted[i] == past->chosen[i] && j < n; j++)
      if (past->chosen[j] && wanted[j]) {
        wanted[i] = TRUE;
        wanted[j] = FALSE;
        swapped++;
      }
  ceci_selection_problem_count (past->problem, wanted, counts);
  for (guint i = 0; i < ceci_selection_problem_n_groups (past->problem); i++)
    ceci_selection_problem_set_target (past->problem, i, (gint64) counts[i] * CECI_SELECTION_PERSON);
  ceci_selection_problem_set_weight (past->problem, CECI_DIMENSION_PROFILE, 1);
}

static gboolean
write_choices (CeciDatabase *database, Past *past, const CeciSelectionProposal *proposal, const char *selection_id,
               GError **error)
{
  g_autofree guint *order = NULL;
  g_autofree gint64 *ranks = g_new0 (gint64, past->applications->len + 1);
  guint n = 0, n_in = 0, n_out = 0;

  order = ceci_selection_problem_rank (past->problem, past->chosen, &n);
  for (guint i = 0; i < n; i++)
    ranks[order[i]] = i + 1;
  for (guint i = 0; i < past->applications->len; i++) {
    CeciApplication *application = past->applications->pdata[i];
    const char *reason = NULL;

    if (past->chosen[i] != proposal->chosen[i])
      reason = past->chosen[i] ? reasons_in[n_in++ % G_N_ELEMENTS (reasons_in)]
                               : reasons_out[n_out++ % G_N_ELEMENTS (reasons_out)];
    CHECKED (ceci_sample_insert (database,
                                 ceci_record_new (CECI_TYPE_SELECTION_CHOICE, "selection_id", selection_id,
                                                  "application_id", ceci_record_get_id (CECI_RECORD (application)),
                                                  "proposed", proposal->chosen[i], "chosen", past->chosen[i], "reason",
                                                  reason, "waiting_rank", ranks[i] > 0 ? ranks[i] : CECI_UNSET, NULL),
                                 NULL, error));
    if (ceci_application_get_state (application) == CECI_APPLICATION_STATE_WAITING) {
      g_autoptr (CeciApplication) ranked = ceci_record_with (application, "waiting_rank", ranks[i], NULL);

      CHECKED (ceci_record_update (ranked, database, error));
    }
  }
  return TRUE;
}

/**
 * ceci_sample_write_selection:
 * @self: the sample
 * @database: a connection inside a write
 * @index: a cohort whose students are enrolled
 * @error: why it failed
 *
 * Returns: whether its selection was written
 */
gboolean
ceci_sample_write_selection (CeciSample *self, CeciDatabase *database, guint index, GError **error)
{
  const CeciSampleCohort *cohort = ceci_sample_get_cohort (self, index);
  g_auto (Past) past = {0};
  g_autoptr (CeciSelectionProposal) proposal = NULL;
  g_autofree char *now = ceci_entropy_dup_now (ceci_database_get_entropy (database));
  g_autofree char *today = ceci_date_from_instant (now);
  g_autofree char *targets = NULL, *composition = NULL, *id = NULL;

  CHECKED (read_past (self, database, index, &past, error));
  set_targets (&past);
  proposal = ceci_selection_propose (past.problem, 0, NULL, error);
  if (proposal == NULL)
    return FALSE;
  targets = ceci_selection_problem_dup_targets (past.problem);
  composition = ceci_selection_problem_dup_composition (past.problem, past.chosen);
  CHECKED (ceci_sample_insert (
      database,
      ceci_record_new (CECI_TYPE_SELECTION, "cohort_id", cohort->id, "made_at", now, "seed", (gint64) SEED, "places",
                       (gint64) cohort->places, "targets", targets, "objective",
                       (double) ceci_selection_problem_distance (past.problem, past.chosen) / CECI_SELECTION_PERSON,
                       "bound", (double) proposal->bound / CECI_SELECTION_PERSON, "proposal_objective",
                       (double) proposal->distance / CECI_SELECTION_PERSON, "composition", composition, "confirmed_on",
                       today, "confirmed_by", "ULB Engagée", NULL),
      &id, error));
  return write_choices (database, &past, proposal, id, error);
}
