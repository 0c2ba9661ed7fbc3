// SPDX-License-Identifier: GPL-3.0-or-later
// The best choice for a problem's targets. Applicants of the same groups are interchangeable for the targets: how many
// of each kind is one integer variable. First the least distance is proved; then, among all choices at that distance,
// the one whose lots add up to least is found.

#include "config.h"

#include "ceci-selection-proposal.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ceci-mixed-programme.h"

#define NODES_FOR_LOTS 2000 // what the drawing of lots may cost; without a proof the choice is still one of the best

// Those who may be chosen and are alike in every group that matters, lowest lot first.
typedef struct {
  GArray *members; // guint: applicants
  guint *groups;   // of each dimension
} Kind;

typedef struct {
  CeciSelectionProblem *problem;
  GPtrArray *kinds;
  guint *fixed;  // one a group: how many are in already
  guint n_fixed; // enrolled or held in
  guint n_open;  // still to be chosen
} Work;

static void
kind_free (gpointer data)
{
  Kind *kind = data;

  g_array_unref (kind->members);
  g_free (kind->groups);
  g_free (kind);
}

static void
work_clear (Work *work)
{
  g_clear_pointer (&work->kinds, g_ptr_array_unref);
  g_clear_pointer (&work->fixed, g_free);
}

static int
compare_lots (gconstpointer one, gconstpointer other, gpointer problem)
{
  const CeciSelectionApplicant *a = ceci_selection_problem_get_applicant (problem, *(const guint *) one);
  const CeciSelectionApplicant *b = ceci_selection_problem_get_applicant (problem, *(const guint *) other);

  return a->lot != b->lot ? (a->lot > b->lot) - (a->lot < b->lot) : strcmp (a->id, b->id);
}

// Groups of a dimension that counts for nothing do not tell people apart.
static gboolean
matters (CeciSelectionProblem *problem, guint dimension)
{
  return ceci_selection_problem_get_weight (problem, (CeciDimension) dimension) > 0 ||
         (dimension == CECI_DIMENSION_FACULTY && ceci_selection_problem_get_every_faculty (problem));
}

static char *
name_kind (CeciSelectionProblem *problem, const CeciSelectionApplicant *applicant)
{
  GString *name = g_string_new (NULL);

  for (guint d = 0; d < CECI_N_DIMENSIONS; d++)
    g_string_append_printf (name, "%u ", matters (problem, d) ? applicant->groups[d] : 0);
  return g_string_free (name, FALSE);
}

static void
sort_into_kinds (Work *work)
{
  CeciSelectionProblem *problem = work->problem;
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = ceci_selection_problem_n_applicants (problem), n_free = 0;

  work->kinds = g_ptr_array_new_with_free_func (kind_free);
  work->fixed = g_new0 (guint, ceci_selection_problem_n_groups (problem) + 1);
  for (guint i = 0; i < n; i++) {
    const CeciSelectionApplicant *applicant = ceci_selection_problem_get_applicant (problem, i);
    g_autofree char *name = NULL;
    Kind *kind;

    if (ceci_selection_problem_is_fixed_in (problem, i)) {
      for (guint d = 0; d < CECI_N_DIMENSIONS; d++)
        work->fixed[applicant->groups[d]]++;
      work->n_fixed++;
      continue;
    }
    if (applicant->held == CECI_HOLD_OUT)
      continue;
    n_free++;
    name = name_kind (problem, applicant);
    kind = g_hash_table_lookup (by_name, name);
    if (kind == NULL) {
      kind = g_new0 (Kind, 1);
      kind->members = g_array_new (FALSE, FALSE, sizeof (guint));
      kind->groups = g_memdup2 (applicant->groups, sizeof applicant->groups);
      g_ptr_array_add (work->kinds, kind);
      g_hash_table_insert (by_name, g_steal_pointer (&name), kind);
    }
    g_array_append_val (kind->members, i);
  }
  for (guint i = 0; i < work->kinds->len; i++)
    g_array_sort_with_data (((Kind *) work->kinds->pdata[i])->members, compare_lots, problem);
  work->n_open = MIN (n_free, ceci_selection_problem_get_places (problem) -
                                  MIN (work->n_fixed, ceci_selection_problem_get_places (problem)));
}

// --- the programme ---------------------------------------------------------------------

// The terms of all kinds of a group; every kind where group is G_MAXUINT. Column i is kind i's.
static void
add_kinds (CeciMixedProgramme *programme, const Work *work, guint group)
{
  for (guint i = 0; i < work->kinds->len; i++) {
    const Kind *kind = work->kinds->pdata[i];
    gboolean within = group == G_MAXUINT;

    for (guint d = 0; !within && d < CECI_N_DIMENSIONS; d++)
      within = kind->groups[d] == group;
    if (within)
      ceci_mixed_programme_add_term (programme, i, 1);
  }
}

// A column and what it costs, for the row that keeps the distance.
typedef struct {
  guint column;
  double cost;
} Cost;

static guint
add_cost (CeciMixedProgramme *programme, GArray *costs, double cost, double upper, gboolean minimise)
{
  Cost each = {ceci_mixed_programme_add_column (programme, minimise ? cost : 0, 0, upper, FALSE), cost};

  g_array_append_val (costs, each);
  return each.column;
}

// The distance of one group, exact at whole numbers: people below the target's whole part, the one in between, people
// above. Its slopes grow, so that the linear relaxation is the tightest there is for a group alone. Returns what it
// costs to have just the whole part.
static double
add_distance (CeciMixedProgramme *programme, const Work *work, GArray *costs, guint index, gboolean minimise)
{
  const CeciSelectionGroup *group = ceci_selection_problem_get_group (work->problem, index);
  double weight = ceci_selection_problem_get_weight (work->problem, group->dimension);
  gint64 whole = group->target / CECI_SELECTION_PERSON, rest = group->target % CECI_SELECTION_PERSON;
  guint below, between, above;

  if (weight <= 0)
    return 0;
  below = add_cost (programme, costs, weight * CECI_SELECTION_PERSON, CECI_PROGRAMME_UNBOUNDED, minimise);
  between = add_cost (programme, costs, weight * (double) (CECI_SELECTION_PERSON - 2 * rest), 1, minimise);
  above = add_cost (programme, costs, weight * CECI_SELECTION_PERSON, CECI_PROGRAMME_UNBOUNDED, minimise);
  ceci_mixed_programme_add_row (programme, (double) (whole - work->fixed[index]),
                                (double) (whole - work->fixed[index]));
  add_kinds (programme, work, index);
  ceci_mixed_programme_add_term (programme, below, 1);
  ceci_mixed_programme_add_term (programme, between, -1);
  ceci_mixed_programme_add_term (programme, above, -1);
  return weight * (double) rest;
}

// One integer column a kind, then the distances. Returns what the distances cost beside their columns.
static double
add_common (CeciMixedProgramme *programme, const Work *work, GArray *costs, gboolean minimise)
{
  double constant = 0;

  for (guint i = 0; i < work->kinds->len; i++)
    ceci_mixed_programme_add_column (programme, 0, 0, ((Kind *) work->kinds->pdata[i])->members->len, TRUE);
  ceci_mixed_programme_add_row (programme, work->n_open, work->n_open);
  add_kinds (programme, work, G_MAXUINT);
  for (guint i = 0; i < ceci_selection_problem_n_groups (work->problem); i++) {
    const CeciSelectionGroup *group = ceci_selection_problem_get_group (work->problem, i);

    if (group->minimum > work->fixed[i]) {
      ceci_mixed_programme_add_row (programme, group->minimum - work->fixed[i], CECI_PROGRAMME_UNBOUNDED);
      add_kinds (programme, work, i);
    }
    constant += add_distance (programme, work, costs, i, minimise);
  }
  return constant;
}

// The lowest lots of each kind, as many as the programme says.
static void
take (const Work *work, CeciMixedProgramme *programme, gboolean *chosen)
{
  for (guint i = 0; i < ceci_selection_problem_n_applicants (work->problem); i++)
    chosen[i] = ceci_selection_problem_is_fixed_in (work->problem, i);
  for (guint i = 0; i < work->kinds->len; i++) {
    const Kind *kind = work->kinds->pdata[i];
    guint n = (guint) floor (ceci_mixed_programme_get_value (programme, i) + 0.5);

    for (guint j = 0; j < MIN (n, kind->members->len); j++)
      chosen[g_array_index (kind->members, guint, j)] = TRUE;
  }
}

static gboolean
find_nearest (const Work *work, CeciSelectionProposal *proposal, double seconds, GCancellable *cancellable,
              GError **error)
{
  g_autoptr (CeciMixedProgramme) programme = ceci_mixed_programme_new ();
  g_autoptr (GArray) costs = g_array_new (FALSE, FALSE, sizeof (Cost));
  double constant = add_common (programme, work, costs, TRUE);
  CeciProgrammeState state = ceci_mixed_programme_solve (programme, seconds, 0, cancellable);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (state == CECI_PROGRAMME_STOPPED && !ceci_mixed_programme_has_values (programme)) {
    g_set_error_literal (error, CECI_SELECTION_ERROR, CECI_SELECTION_ERROR_TIME,
                         _ ("No choice was found in the time given. Give it more time."));
    return FALSE;
  }
  if ((state != CECI_PROGRAMME_OPTIMAL && state != CECI_PROGRAMME_STOPPED) ||
      !ceci_mixed_programme_has_values (programme)) {
    g_set_error_literal (error, CECI_SELECTION_ERROR, CECI_SELECTION_ERROR_FAILED,
                         _ ("The solver gave no choice. Take the default targets again, or report this."));
    return FALSE;
  }
  take (work, programme, proposal->chosen);
  proposal->distance = ceci_selection_problem_distance (work->problem, proposal->chosen);
  // distances are whole numbers: what is above one less is at least it
  proposal->bound = (gint64) ceil (MAX (0, ceci_mixed_programme_get_bound (programme) + constant) - 0.01);
  proposal->bound = MIN (proposal->bound, proposal->distance);
  proposal->proved = proposal->bound == proposal->distance;
  return TRUE;
}

// Within a kind, one more member costs its lot: the lots grow, so that the lowest are taken first.
static void
add_lots (CeciMixedProgramme *programme, const Work *work)
{
  for (guint i = 0; i < work->kinds->len; i++) {
    const Kind *kind = work->kinds->pdata[i];
    guint n = MIN (kind->members->len, work->n_open), first = 0;

    for (guint j = 0; j < n; j++) {
      guint applicant = g_array_index (kind->members, guint, j);
      guint column = ceci_mixed_programme_add_column (
          programme, ceci_selection_problem_get_applicant (work->problem, applicant)->lot, 0, 1, FALSE);

      if (j == 0)
        first = column;
    }
    ceci_mixed_programme_add_row (programme, 0, 0);
    ceci_mixed_programme_add_term (programme, i, -1);
    for (guint j = 0; j < n; j++)
      ceci_mixed_programme_add_term (programme, first + j, 1);
  }
}

// Ties: of all choices at the least distance, the one with the lowest sum of lots.
static gboolean
draw (const Work *work, CeciSelectionProposal *proposal, double seconds, GCancellable *cancellable, GError **error)
{
  g_autoptr (CeciMixedProgramme) programme = ceci_mixed_programme_new ();
  g_autoptr (GArray) costs = g_array_new (FALSE, FALSE, sizeof (Cost));
  guint n = ceci_selection_problem_n_applicants (work->problem);
  g_autofree gboolean *drawn = g_new0 (gboolean, n + 1);
  double constant = add_common (programme, work, costs, FALSE);
  CeciProgrammeState state;

  ceci_mixed_programme_add_row (programme, -CECI_PROGRAMME_UNBOUNDED, (double) proposal->distance - constant + 0.25);
  for (guint i = 0; i < costs->len; i++)
    ceci_mixed_programme_add_term (programme, g_array_index (costs, Cost, i).column,
                                   g_array_index (costs, Cost, i).cost);
  add_lots (programme, work);
  state = ceci_mixed_programme_solve (programme, seconds, NODES_FOR_LOTS, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (!ceci_mixed_programme_has_values (programme))
    return TRUE; // what was found first stays: it is one of the best too
  take (work, programme, drawn);
  if (ceci_selection_problem_n_chosen (work->problem, drawn) != work->n_fixed + work->n_open ||
      ceci_selection_problem_distance (work->problem, drawn) != proposal->distance)
    return TRUE;
  memcpy (proposal->chosen, drawn, n * sizeof (gboolean));
  proposal->drawn = state == CECI_PROGRAMME_OPTIMAL;
  return TRUE;
}

// Nobody is left to choose, or no place: there is one choice only.
static gboolean
take_the_only_one (const Work *work, CeciSelectionProposal *proposal)
{
  for (guint i = 0; i < ceci_selection_problem_n_applicants (work->problem); i++)
    proposal->chosen[i] = ceci_selection_problem_is_fixed_in (work->problem, i);
  proposal->distance = proposal->bound = ceci_selection_problem_distance (work->problem, proposal->chosen);
  proposal->proved = proposal->drawn = TRUE;
  return TRUE;
}

// --- public -----------------------------------------------------------------------------

void
ceci_selection_proposal_free (CeciSelectionProposal *self)
{
  g_free (self->chosen);
  g_free (self);
}

/**
 * ceci_selection_propose:
 * @problem: what is chosen from
 * @seconds: a limit of time; 0 for none
 * @cancellable: (nullable): stops it
 * @error: %CECI_SELECTION_ERROR, %G_IO_ERROR_CANCELLED
 *
 * Minimises Σ weight × |chosen of a group − target of the group| over the choices that fill the places, respect what
 * people hold, and have the minima.
 *
 * Returns: (transfer full) (nullable): the best choice
 */
CeciSelectionProposal *
ceci_selection_propose (CeciSelectionProblem *problem, double seconds, GCancellable *cancellable, GError **error)
{
  gint64 began = g_get_monotonic_time ();
  guint n = ceci_selection_problem_n_applicants (problem);
  g_autoptr (CeciSelectionProposal) proposal = NULL;
  Work work = {.problem = problem};
  gboolean done;

  if (!ceci_selection_check_holds (problem, error))
    return NULL;
  proposal = g_new0 (CeciSelectionProposal, 1);
  proposal->chosen = g_new0 (gboolean, n + 1);
  sort_into_kinds (&work);
  done = work.n_open == 0 ? take_the_only_one (&work, proposal)
                          : find_nearest (&work, proposal, seconds, cancellable, error) &&
                                (!proposal->proved || draw (&work, proposal, seconds, cancellable, error));
  proposal->n_chosen = ceci_selection_problem_n_chosen (problem, proposal->chosen);
  proposal->everyone = done && n <= ceci_selection_problem_get_places (problem);
  work_clear (&work);
  proposal->seconds = (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC;
  return done ? g_steal_pointer (&proposal) : NULL;
}

typedef struct {
  CeciSelectionProblem *problem;
  double seconds;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  ceci_selection_problem_unref (request->problem);
  g_free (request);
}

static void
propose_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Request *request = task_data;
  GError *error = NULL;
  CeciSelectionProposal *proposal = ceci_selection_propose (request->problem, request->seconds, cancellable, &error);

  if (proposal != NULL)
    g_task_return_pointer (task, proposal, (GDestroyNotify) ceci_selection_proposal_free);
  else
    g_task_return_error (task, error);
}

/**
 * ceci_selection_propose_async:
 * @problem: what is chosen from; it must not change meanwhile
 * @seconds: a limit of time; 0 for none
 * @cancellable: (nullable): stops it
 * @callback: called when there is a proposal, or none
 * @user_data: given to @callback
 */
void
ceci_selection_propose_async (CeciSelectionProblem *problem, double seconds, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->problem = ceci_selection_problem_ref (problem);
  request->seconds = seconds;
  g_task_set_source_tag (task, ceci_selection_propose_async);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, propose_in_thread);
}

CeciSelectionProposal *
ceci_selection_propose_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
