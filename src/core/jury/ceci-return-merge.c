// SPDX-License-Identifier: GPL-3.0-or-later
// A return merged into the register, in one step: what an earlier one said of a dossier goes, what this one says comes.

#include "config.h"

#include "ceci-jury-error.h"
#include "ceci-return-proposal-private.h"
#include "core/store/ceci-date.h"

static gboolean
delete_rows (CeciDatabase *database, GType type, const char *field, const char *value, GError **error)
{
  g_autoptr (GListStore) rows = ceci_record_select (type, database, field, value, NULL, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (rows)); i++) {
    g_autoptr (CeciRecord) row = g_list_model_get_item (G_LIST_MODEL (rows), i);

    if (!ceci_record_delete (row, database, error))
      return FALSE;
  }
  return TRUE;
}

// What an earlier return said of this dossier goes: it stays readable in that return's content.
static gboolean
clear_review (CeciDatabase *database, CeciAssignment *assignment, GError **error)
{
  const char *review_id = ceci_assignment_get_review_id (assignment);

  if (review_id == NULL)
    return TRUE;
  return delete_rows (database, CECI_TYPE_SCORE, "review_id", review_id, error) &&
         delete_rows (database, CECI_TYPE_PAGE_NOTE, "review_id", review_id, error) &&
         delete_rows (database, CECI_TYPE_REVIEW, "assignment_id", ceci_record_get_id (CECI_RECORD (assignment)),
                      error);
}

static gboolean
insert_scores (CeciReturnProposal *self, CeciDatabase *database, const char *review_id, CeciReturnDossier *dossier,
               GError **error)
{
  for (guint i = 0; i < dossier->scores->len; i++) {
    CeciReturnScore *score = &g_array_index (dossier->scores, CeciReturnScore, i);
    CeciCriterion *criterion;
    g_autoptr (CeciScore) row = NULL;

    criterion = ceci_scoring_grid_get (self->grid, (guint) ceci_scoring_grid_find (self->grid, score->criterion_id));
    row = ceci_record_new (CECI_TYPE_SCORE, "review_id", review_id, "criterion_id",
                           ceci_record_get_id (CECI_RECORD (criterion)), "level",
                           score->level < 0 ? CECI_UNSET : (gint64) score->level, "comment", score->comment, NULL);
    if (!ceci_record_insert (row, database, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
insert_notes (CeciReturnProposal *self, CeciDatabase *database, const char *review_id, CeciReturnDossier *dossier,
              GError **error)
{
  for (guint i = 0; i < dossier->notes->len; i++) {
    const char *criterion = ceci_page_note_get_criterion_id (dossier->notes->pdata[i]);
    g_autoptr (CeciPageNote) row = NULL;
    int place = criterion ? ceci_scoring_grid_find (self->grid, criterion) : -1;

    criterion =
        place >= 0 ? ceci_record_get_id (CECI_RECORD (ceci_scoring_grid_get (self->grid, (guint) place))) : NULL;
    row = ceci_record_with (dossier->notes->pdata[i], "review_id", review_id, "criterion_id", criterion, NULL);
    if (!ceci_record_insert (row, database, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
insert_review (CeciReturnProposal *self, CeciDatabase *database, const char *return_id, CeciReturnDossier *dossier,
               CeciAssignment *assignment, GError **error)
{
  g_autoptr (CeciReview) review =
      ceci_record_new (CECI_TYPE_REVIEW, "assignment_id", ceci_record_get_id (CECI_RECORD (assignment)), "return_id",
                       return_id, "suggestion", ceci_enum_get_nick (CECI_TYPE_OUTCOME, (int) dossier->suggestion),
                       "comment", dossier->comment, "outdated", ceci_return_proposal_is_outdated (self, dossier), NULL);
  const char *id;

  if (!ceci_record_insert (review, database, error))
    return FALSE;
  id = ceci_record_get_id (CECI_RECORD (review));
  return insert_scores (self, database, id, dossier, error) && insert_notes (self, database, id, dossier, error);
}

static gboolean
merge_dossier (CeciReturnProposal *self, CeciDatabase *database, const char *return_id, CeciReturnDossier *dossier,
               const char *today, GError **error)
{
  CeciAssignment *assignment = g_hash_table_lookup (self->assignments, dossier->dossier_id);
  g_autoptr (CeciAssignment) recused = NULL;

  if (assignment == NULL || ceci_assignment_get_recused_on (assignment) != NULL)
    return TRUE;
  if (!clear_review (database, assignment, error))
    return FALSE;
  if (dossier->declaration == CECI_DECLARATION_CONFLICT) {
    recused = ceci_record_with (assignment, "recused_on", today, "recusal_reason", dossier->recusal_reason, NULL);
    return ceci_record_update (recused, database, error);
  }
  return !ceci_return_dossier_says_something (dossier) ||
         insert_review (self, database, return_id, dossier, assignment, error);
}

static gboolean
supersede_earlier (CeciReturnProposal *self, CeciDatabase *database, GError **error)
{
  g_autoptr (GListModel) earlier =
      ceci_jury_repository_returns (database, ceci_record_get_id (CECI_RECORD (self->member)), error);

  if (earlier == NULL)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (earlier); i++) {
    g_autoptr (CeciJuryReturn) known = g_list_model_get_item (earlier, i);
    g_autoptr (CeciJuryReturn) changed = NULL;

    if (ceci_jury_return_get_state (known) != CECI_RETURN_STATE_MERGED)
      continue;
    changed = ceci_record_with (known, "state", "superseded", NULL);
    if (!ceci_record_update (changed, database, error))
      return FALSE;
  }
  return TRUE;
}

static char *
keep_return (CeciReturnProposal *self, CeciDatabase *database, const char *now, const char *state, GError **error)
{
  g_autoptr (CeciJuryReturn) row = NULL;

  if (self->known != NULL) {
    row = ceci_record_with (self->known, "state", state, "merged_at", now, NULL);
    return ceci_record_update (row, database, error) ? g_strdup (ceci_record_get_id (CECI_RECORD (row))) : NULL;
  }
  row = ceci_record_new (
      CECI_TYPE_JURY_RETURN, "session_juror_id", ceci_record_get_id (CECI_RECORD (self->member)), "package_revision",
      ceci_return_get_package_revision (self->content), "revision", ceci_return_get_revision (self->content),
      "sealed_at", ceci_return_get_sealed_at (self->content), "merged_at", now, "digest",
      ceci_return_get_digest (self->content), "state", state, "content", ceci_return_get_content (self->content), NULL);
  return ceci_record_insert (row, database, error) ? g_strdup (ceci_record_get_id (CECI_RECORD (row))) : NULL;
}

/**
 * ceci_return_proposal_apply:
 * @self: a proposal
 * @database: a connection inside a write
 * @flags: what a person chose
 * @error: %CECI_JURY_ERROR_REFUSED
 *
 * Merges the return as the register is now, not as it was when the proposal was made.
 *
 * Returns: whether the register says what the return says, or kept it as an annex
 */
gboolean
ceci_return_proposal_apply (CeciReturnProposal *self, CeciDatabase *database, CeciMergeFlags flags, GError **error)
{
  GPtrArray *dossiers = ceci_return_get_dossiers (self->content);
  g_autofree char *now = ceci_entropy_dup_now (ceci_database_get_entropy (database));
  g_autofree char *today = ceci_date_from_instant (now);
  g_autofree char *return_id = NULL;

  if (!ceci_return_proposal_judge (self, database, error) ||
      !ceci_return_proposal_load_assignments (self, database, error) ||
      !ceci_return_proposal_load_digests (self, database, error))
    return FALSE;
  if (self->verdict == CECI_RETURN_SAME)
    return TRUE;
  if (self->verdict == CECI_RETURN_OLDER ||
      (self->verdict == CECI_RETURN_CONFLICTING && (flags & CECI_MERGE_REPLACE) == 0)) {
    g_autofree char *reason = ceci_return_proposal_describe (self);

    return ceci_return_proposal_refuse (error, reason);
  }
  if (self->verdict == CECI_RETURN_LATE) {
    return_id = keep_return (self, database, now, "annex", error);
    return return_id != NULL;
  }
  if (!supersede_earlier (self, database, error))
    return FALSE;
  return_id = keep_return (self, database, now, "merged", error);
  for (guint i = 0; return_id != NULL && i < dossiers->len; i++)
    if (!merge_dossier (self, database, return_id, dossiers->pdata[i], today, error))
      return FALSE;
  return return_id != NULL;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const CeciMergeChoice *choices = user_data;
  CeciReturn *first = choices[*(const guint *) a].proposal->content;
  CeciReturn *second = choices[*(const guint *) b].proposal->content;
  gint64 packages = ceci_return_get_package_revision (first) - ceci_return_get_package_revision (second);
  gint64 revisions = ceci_return_get_revision (first) - ceci_return_get_revision (second);
  gint64 order = packages != 0 ? packages : revisions;

  return order < 0 ? -1 : order > 0;
}

/**
 * ceci_return_proposal_apply_all:
 * @choices: (array length=n): proposals, with what a person chose for each
 * @n: how many
 * @database: a connection inside a write
 * @refusals: (element-type utf8): gets why some were left out
 * @error: what took the whole step back; a refusal of the only one, or of all, too
 *
 * Merges several returns in one step, older revisions first. One that the register refuses is left out, and the others
 * are merged all the same.
 *
 * Returns: whether at least one was merged
 */
gboolean
ceci_return_proposal_apply_all (const CeciMergeChoice *choices, guint n, CeciDatabase *database, GPtrArray *refusals,
                                GError **error)
{
  g_autofree guint *places = g_new (guint, n);
  guint n_refused = 0;

  for (guint i = 0; i < n; i++)
    places[i] = i;
  g_sort_array (places, n, sizeof *places, compare_places, (gpointer) choices);
  for (guint i = 0; i < n; i++) {
    const CeciMergeChoice *choice = &choices[places[i]];
    g_autoptr (GError) local = NULL;

    if (ceci_return_proposal_apply (choice->proposal, database, choice->flags, &local))
      continue;
    if (!g_error_matches (local, CECI_JURY_ERROR, CECI_JURY_ERROR_REFUSED) || ++n_refused == n) {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
    g_ptr_array_add (refusals, g_strdup (local->message));
  }
  return TRUE;
}
