// SPDX-License-Identifier: GPL-3.0-or-later
// Who reads what: a balanced plan that keeps conflicts of interest apart, and its writing to the register.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-assigning.h"
#include "ceci-jury-error.h"
#include "core/model/ceci-document-repository.h"
#include "core/model/ceci-organisation-repository.h"
#include "core/model/ceci-placement-repository.h"
#include "core/model/ceci-student-repository.h"
#include "core/store/ceci-fold.h"

#define PAGES_UNKNOWN 10 // what a document whose pages nobody counted weighs

typedef struct {
  const CeciAssigningProblem *problem;
  gboolean *chosen;
  guint *counts; // dossiers a juror reads
  gint64 *loads; // pages a juror reads
} Plan;

static gboolean
may_read (Plan *plan, guint dossier, guint juror)
{
  guint cell = dossier * plan->problem->n_jurors + juror;

  return !plan->problem->barred[cell] && !plan->chosen[cell];
}

static void
choose (Plan *plan, guint dossier, guint juror, gboolean chosen)
{
  plan->chosen[dossier * plan->problem->n_jurors + juror] = chosen;
  plan->counts[juror] += chosen ? 1 : (guint) -1;
  plan->loads[juror] += chosen ? plan->problem->pages[dossier] : -plan->problem->pages[dossier];
}

static guint
readers_of (Plan *plan, guint dossier)
{
  guint n = 0;

  for (guint juror = 0; juror < plan->problem->n_jurors; juror++)
    n += plan->chosen[dossier * plan->problem->n_jurors + juror] ? 1 : 0;
  return n;
}

static guint
candidates_of (Plan *plan, guint dossier)
{
  guint n = 0;

  for (guint juror = 0; juror < plan->problem->n_jurors; juror++)
    n += may_read (plan, dossier, juror) ? 1 : 0;
  return n;
}

// The juror with the fewest dossiers, then the fewest pages; -1 if nobody may.
static int
least_loaded (Plan *plan, guint dossier)
{
  int best = -1;

  for (guint juror = 0; juror < plan->problem->n_jurors; juror++) {
    if (!may_read (plan, dossier, juror))
      continue;
    if (best < 0 || plan->counts[juror] < plan->counts[best] ||
        (plan->counts[juror] == plan->counts[best] && plan->loads[juror] < plan->loads[best]))
      best = (int) juror;
  }
  return best;
}

// The dossier that is hardest to place comes first: few candidates, then many pages.
static int
hardest (Plan *plan, const gboolean *done)
{
  int best = -1;
  guint best_candidates = 0;

  for (guint dossier = 0; dossier < plan->problem->n_dossiers; dossier++) {
    guint candidates = done[dossier] ? 0 : candidates_of (plan, dossier);

    if (done[dossier])
      continue;
    if (best < 0 || candidates < best_candidates ||
        (candidates == best_candidates && plan->problem->pages[dossier] > plan->problem->pages[best])) {
      best = (int) dossier;
      best_candidates = candidates;
    }
  }
  return best;
}

// Takes one new dossier from the busiest to a juror with two fewer, as long as there is such a move.
static gboolean
improve (Plan *plan)
{
  const CeciAssigningProblem *problem = plan->problem;

  for (guint from = 0; from < problem->n_jurors; from++) {
    for (guint to = 0; to < problem->n_jurors; to++) {
      if (plan->counts[from] < plan->counts[to] + 2)
        continue;
      for (guint dossier = 0; dossier < problem->n_dossiers; dossier++) {
        guint cell = dossier * problem->n_jurors + from;

        if (!plan->chosen[cell] || problem->assigned[cell] || !may_read (plan, dossier, to))
          continue;
        choose (plan, dossier, from, FALSE);
        choose (plan, dossier, to, TRUE);
        return TRUE;
      }
    }
  }
  return FALSE;
}

guint
ceci_assigning_plan (const CeciAssigningProblem *problem, gboolean *chosen)
{
  g_autofree guint *counts = g_new0 (guint, problem->n_jurors + 1);
  g_autofree gint64 *loads = g_new0 (gint64, problem->n_jurors + 1);
  g_autofree gboolean *done = g_new0 (gboolean, problem->n_dossiers + 1);
  Plan plan = {problem, chosen, counts, loads};
  guint missing = 0;
  int dossier;

  memset (chosen, 0, sizeof (gboolean) * problem->n_dossiers * problem->n_jurors);
  for (guint d = 0; d < problem->n_dossiers; d++)
    for (guint juror = 0; juror < problem->n_jurors; juror++)
      if (problem->assigned[d * problem->n_jurors + juror])
        choose (&plan, d, juror, TRUE);
  while ((dossier = hardest (&plan, done)) >= 0) {
    for (guint reader = readers_of (&plan, (guint) dossier); reader < problem->readers; reader++) {
      int juror = least_loaded (&plan, (guint) dossier);

      if (juror < 0)
        missing++;
      else
        choose (&plan, (guint) dossier, (guint) juror, TRUE);
    }
    done[dossier] = TRUE;
  }
  while (improve (&plan))
    ;
  return missing;
}

void
ceci_assigning_result_clear (CeciAssigningResult *result)
{
  g_clear_pointer (&result->conflicts, g_strfreev);
}

static gboolean
same (const char *a, const char *b)
{
  g_autofree char *folded_a = ceci_fold (a);
  g_autofree char *folded_b = ceci_fold (b);

  return *folded_a != '\0' && strcmp (folded_a, folded_b) == 0;
}

static gboolean
names_juror (const char *name, CeciJuror *juror)
{
  g_autofree char *one = g_strconcat (ceci_juror_get_first_name (juror), " ", ceci_juror_get_family_name (juror), NULL);
  g_autofree char *other =
      g_strconcat (ceci_juror_get_family_name (juror), " ", ceci_juror_get_first_name (juror), NULL);

  return same (name, one) || same (name, other);
}

static char *
conflict_in_placement (CeciDatabase *database, CeciPlacement *placement, CeciJuror *juror, GError **error)
{
  const char *organisation = ceci_placement_get_organisation_name (placement);
  g_autoptr (GListModel) members = NULL;
  g_autoptr (GListModel) mandates = NULL;

  if (same (ceci_juror_get_organisation (juror), organisation))
    return g_strdup_printf (_ ("belongs to the host organisation, %s"), organisation);
  if (names_juror (ceci_placement_get_supervisor_name (placement), juror) ||
      same (ceci_placement_get_supervisor_email (placement), ceci_juror_get_email (juror)))
    return g_strdup (_ ("is the placement’s supervisor"));
  members = ceci_placement_repository_members (database, ceci_record_get_id (CECI_RECORD (placement)), error);
  for (guint i = 0; members != NULL && i < g_list_model_get_n_items (members); i++) {
    g_autoptr (CeciSupervisorMember) member = g_list_model_get_item (members, i);

    if (names_juror (ceci_supervisor_member_get_name (member), juror))
      return g_strdup (_ ("is one of the placement’s collective supervisors"));
  }
  mandates =
      members == NULL
          ? NULL
          : ceci_organisation_repository_mandates (database, ceci_placement_get_organisation_id (placement), error);
  for (guint i = 0; mandates != NULL && i < g_list_model_get_n_items (mandates); i++) {
    g_autoptr (CeciMandate) mandate = g_list_model_get_item (mandates, i);

    if (names_juror (ceci_mandate_get_holder_name (mandate), juror))
      return g_strdup_printf (_ ("sits or sat on the committee of %s"), organisation);
  }
  return NULL;
}

char *
ceci_assigning_conflict (CeciDatabase *database, const char *student_id, CeciJuror *juror, GError **error)
{
  g_autoptr (CeciStudent) student = ceci_student_repository_find (database, student_id, error);
  g_autoptr (GListModel) placements = student ? ceci_placement_repository_list (database, student_id, error) : NULL;

  if (placements == NULL)
    return NULL;
  if (same (ceci_student_get_email (student), ceci_juror_get_email (juror)))
    return g_strdup (_ ("is the candidate"));
  for (guint i = 0; i < g_list_model_get_n_items (placements); i++) {
    g_autoptr (CeciPlacement) placement = g_list_model_get_item (placements, i);
    g_autoptr (GError) local = NULL;
    char *conflict = conflict_in_placement (database, placement, juror, &local);

    if (conflict != NULL)
      return conflict;
    if (local != NULL) {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  }
  return NULL;
}

static gint64
count_pages (CeciDatabase *database, const char *student_id)
{
  g_autoptr (GListModel) documents = ceci_document_repository_list (database, student_id, NULL);
  gint64 pages = 0;

  for (guint i = 0; documents != NULL && i < g_list_model_get_n_items (documents); i++) {
    g_autoptr (CeciDocument) document = g_list_model_get_item (documents, i);

    if (ceci_document_get_removed_on (document) == NULL)
      pages += ceci_document_get_pages (document) > 0 ? ceci_document_get_pages (document) : PAGES_UNKNOWN;
  }
  return pages;
}

typedef struct {
  GListModel *dossiers, *members;
  gint64 *pages;
  gboolean *barred, *assigned, *chosen;
  GStrvBuilder *conflicts;
} Session;

static int
find_row (GListModel *list, const char *id, gboolean member)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (CeciRecord) record = g_list_model_get_item (list, i);

    if (g_strcmp0 (member ? ceci_session_juror_get_juror_id (CECI_SESSION_JUROR (record)) : ceci_record_get_id (record),
                   id) == 0)
      return (int) i;
  }
  return -1;
}

static gboolean
gather_member (CeciDatabase *database, Session *session, guint column, GError **error)
{
  g_autoptr (CeciSessionJuror) member = g_list_model_get_item (session->members, column);
  g_autoptr (CeciJuror) juror =
      ceci_record_find (CECI_TYPE_JUROR, database, ceci_session_juror_get_juror_id (member), error);
  guint n_jurors = g_list_model_get_n_items (session->members);

  if (juror == NULL)
    return FALSE;
  for (guint row = 0; row < g_list_model_get_n_items (session->dossiers); row++) {
    g_autoptr (CeciDossier) dossier = g_list_model_get_item (session->dossiers, row);
    g_autoptr (GError) local = NULL;
    g_autofree char *conflict =
        ceci_assigning_conflict (database, ceci_dossier_get_student_id (dossier), juror, &local);

    if (local != NULL) {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
    session->barred[row * n_jurors + column] = conflict != NULL || ceci_session_juror_get_recused_on (member) != NULL;
    if (conflict != NULL)
      g_strv_builder_take (session->conflicts,
                           g_strdup_printf ("%s · %s: %s", ceci_session_juror_get_display_name (member),
                                            ceci_dossier_get_display_name (dossier), conflict));
  }
  return TRUE;
}

static gboolean
gather (CeciDatabase *database, const char *session_id, Session *session, GError **error)
{
  g_autoptr (GListModel) assignments = ceci_jury_repository_assignments (database, session_id, error);
  guint n_jurors = g_list_model_get_n_items (session->members);

  if (assignments == NULL)
    return FALSE;
  for (guint row = 0; row < g_list_model_get_n_items (session->dossiers); row++) {
    g_autoptr (CeciDossier) dossier = g_list_model_get_item (session->dossiers, row);

    session->pages[row] = count_pages (database, ceci_dossier_get_student_id (dossier));
  }
  for (guint column = 0; column < n_jurors; column++)
    if (!gather_member (database, session, column, error))
      return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (assignments); i++) {
    g_autoptr (CeciAssignment) assignment = g_list_model_get_item (assignments, i);
    int row = find_row (session->dossiers, ceci_assignment_get_dossier_id (assignment), FALSE);
    int column = find_row (session->members, ceci_assignment_get_juror_id (assignment), TRUE);
    guint cell = (guint) row * n_jurors + (guint) column;

    if (row < 0 || column < 0)
      continue;
    // one row a dossier and juror: who was recused, or stands in reserve, is not asked again
    if (ceci_assignment_get_recused_on (assignment) != NULL ||
        ceci_assignment_get_role (assignment) == CECI_ASSIGNMENT_ROLE_RESERVE)
      session->barred[cell] = TRUE;
    else
      session->assigned[cell] = TRUE;
  }
  return TRUE;
}

static gboolean
write_plan (CeciDatabase *database, Session *session, guint *added, GError **error)
{
  guint n_jurors = g_list_model_get_n_items (session->members);

  for (guint row = 0; row < g_list_model_get_n_items (session->dossiers); row++) {
    g_autoptr (CeciDossier) dossier = g_list_model_get_item (session->dossiers, row);

    for (guint column = 0; column < n_jurors; column++) {
      g_autoptr (CeciSessionJuror) member = g_list_model_get_item (session->members, column);
      g_autoptr (CeciAssignment) assignment = NULL;

      if (!session->chosen[row * n_jurors + column] || session->assigned[row * n_jurors + column])
        continue;
      assignment = ceci_record_new (CECI_TYPE_ASSIGNMENT, "dossier_id", ceci_record_get_id (CECI_RECORD (dossier)),
                                    "juror_id", ceci_session_juror_get_juror_id (member), "role", "reader", NULL);
      if (!ceci_record_insert (assignment, database, error))
        return FALSE;
      (*added)++;
    }
  }
  return TRUE;
}

/**
 * ceci_assigning_run:
 * @database: a connection inside a write
 * @session_id: a session
 * @result: (out caller-allocates): what was done; clear it with ceci_assigning_result_clear()
 * @error: a #CeciStoreError
 *
 * Gives every dossier as many readers as the session asks for.
 *
 * Returns: whether the plan was written; @result says what is missing in it
 */
gboolean
ceci_assigning_run (CeciDatabase *database, const char *session_id, CeciAssigningResult *result, GError **error)
{
  g_autoptr (CeciJurySession) session = ceci_jury_repository_session (database, session_id, error);
  g_autoptr (GListModel) dossiers = session ? ceci_jury_repository_dossiers (database, session_id, error) : NULL;
  g_autoptr (GListModel) members = dossiers ? ceci_jury_repository_session_jurors (database, session_id, error) : NULL;
  g_autoptr (GStrvBuilder) conflicts = g_strv_builder_new ();
  guint n_dossiers = dossiers ? g_list_model_get_n_items (dossiers) : 0;
  guint n_jurors = members ? g_list_model_get_n_items (members) : 0;
  gsize cells = (gsize) n_dossiers * n_jurors + 1;
  g_autofree gint64 *pages = g_new0 (gint64, n_dossiers + 1);
  g_autofree gboolean *barred = g_new0 (gboolean, cells);
  g_autofree gboolean *assigned = g_new0 (gboolean, cells);
  g_autofree gboolean *chosen = g_new0 (gboolean, cells);
  Session gathered = {dossiers, members, pages, barred, assigned, chosen, conflicts};
  CeciAssigningProblem problem;

  *result = (CeciAssigningResult) {0};
  if (members == NULL)
    return FALSE;
  if (ceci_jury_session_get_state (session) == CECI_SESSION_STATE_CLOSED) {
    g_set_error_literal (error, CECI_JURY_ERROR, CECI_JURY_ERROR_CLOSED,
                         _ ("This session is closed: nothing is assigned any more."));
    return FALSE;
  }
  if (!gather (database, session_id, &gathered, error))
    return FALSE;
  problem = (CeciAssigningProblem) {n_dossiers, n_jurors, (guint) ceci_jury_session_get_readers (session),
                                    pages,      barred,   assigned};
  result->missing = ceci_assigning_plan (&problem, chosen);
  result->conflicts = g_strv_builder_end (conflicts);
  return write_plan (database, &gathered, &result->added, error);
}

gboolean
ceci_assigning_add (CeciDatabase *database, const char *dossier_id, const char *juror_id, CeciAssignmentRole role,
                    GError **error)
{
  g_autoptr (CeciDossier) dossier = ceci_jury_repository_dossier (database, dossier_id, error);
  g_autoptr (CeciSessionJuror) member =
      dossier ? ceci_jury_repository_session_juror (database, ceci_dossier_get_session_id (dossier), juror_id, error)
              : NULL;
  g_autoptr (GListStore) rows =
      member ? ceci_record_select (CECI_TYPE_ASSIGNMENT, database, "dossier_id", dossier_id, NULL, error) : NULL;
  g_autoptr (CeciAssignment) added = NULL;
  const char *nick = ceci_enum_get_nick (CECI_TYPE_ASSIGNMENT_ROLE, (int) role);
  gboolean recused = member != NULL && ceci_session_juror_get_recused_on (member) != NULL;

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (rows)) && !recused; i++) {
    g_autoptr (CeciAssignment) row = g_list_model_get_item (G_LIST_MODEL (rows), i);
    g_autoptr (CeciAssignment) changed = NULL;

    if (g_strcmp0 (ceci_assignment_get_juror_id (row), juror_id) != 0)
      continue;
    recused = ceci_assignment_get_recused_on (row) != NULL;
    if (recused)
      break;
    changed = ceci_record_with (row, "role", nick, NULL);
    return ceci_record_update (changed, database, error);
  }
  if (recused) {
    g_set_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_RECUSED, _ ("%s is recused from the dossier of %s."),
                 ceci_session_juror_get_display_name (member), ceci_dossier_get_display_name (dossier));
    return FALSE;
  }
  added = ceci_record_new (CECI_TYPE_ASSIGNMENT, "dossier_id", dossier_id, "juror_id", juror_id, "role", nick, NULL);
  return ceci_record_insert (added, database, error);
}
