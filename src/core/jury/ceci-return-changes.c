// SPDX-License-Identifier: GPL-3.0-or-later
// What a return changes in what the register has of one dossier, said line by line before it is merged.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ceci-return-changes.h"
#include "ceci-return-proposal-private.h"

// One side of the comparison: what the register has, or what the return says.
typedef struct {
  GListModel *scores; // CeciScore
  GListModel *notes;  // CeciPageNote
  CeciOutcome suggestion;
  const char *comment;
} Side;

typedef struct {
  int level;
  const char *comment;
} Opinion;

static GListModel *
scores_of (CeciReturnDossier *dossier)
{
  GListStore *list = g_list_store_new (CECI_TYPE_SCORE);

  for (guint i = 0; i < dossier->scores->len; i++) {
    CeciReturnScore *score = &g_array_index (dossier->scores, CeciReturnScore, i);
    g_autoptr (CeciScore) row =
        ceci_record_new (CECI_TYPE_SCORE, "criterion_id", score->criterion_id, "level",
                         score->level < 0 ? CECI_UNSET : (gint64) score->level, "comment", score->comment, NULL);

    g_list_store_append (list, row);
  }
  return G_LIST_MODEL (list);
}

static GListModel *
notes_of (CeciReturnDossier *dossier)
{
  GListStore *list = g_list_store_new (CECI_TYPE_PAGE_NOTE);

  for (guint i = 0; i < dossier->notes->len; i++)
    g_list_store_append (list, dossier->notes->pdata[i]);
  return G_LIST_MODEL (list);
}

static Opinion
opinion_on (const Side *side, CeciScoringGrid *grid, guint criterion)
{
  Opinion opinion = {CECI_LEVEL_BLANK, NULL};

  for (guint i = 0; side->scores != NULL && i < g_list_model_get_n_items (side->scores); i++) {
    g_autoptr (CeciScore) score = g_list_model_get_item (side->scores, i);

    if (ceci_scoring_grid_find (grid, ceci_score_get_criterion_id (score)) != (int) criterion)
      continue;
    opinion.level = ceci_score_get_level (score) < 0 ? CECI_LEVEL_BLANK : (int) ceci_score_get_level (score);
    opinion.comment = ceci_score_get_comment (score); // the list keeps it
  }
  return opinion;
}

static void
compare_text (GStrvBuilder *changes, const char *name, const char *title, const char *before, const char *after)
{
  if (g_strcmp0 (before, after) == 0)
    return;
  if (before == NULL)
    // Translators: a candidate, then a criterion or “Overall opinion”
    g_strv_builder_take (changes, g_strdup_printf (_ ("%s · %s: comment added"), name, title));
  else if (after == NULL)
    g_strv_builder_take (changes, g_strdup_printf (_ ("%s · %s: comment removed"), name, title));
  else
    g_strv_builder_take (changes, g_strdup_printf (_ ("%s · %s: comment changed"), name, title));
}

static char *
level_text (int level)
{
  return level < 0 ? g_strdup ("–") : g_strdup_printf ("%d", level);
}

static void
compare_scores (GStrvBuilder *changes, const char *name, CeciScoringGrid *grid, const Side *before, const Side *after)
{
  for (guint i = 0; i < ceci_scoring_grid_get_n (grid); i++) {
    const char *title = ceci_scoring_criterion_title (ceci_scoring_grid_get (grid, i));
    Opinion old = opinion_on (before, grid, i), new = opinion_on (after, grid, i);
    g_autofree char *from = level_text (old.level);
    g_autofree char *to = level_text (new.level);

    if (old.level != new.level)
      // Translators: whose dossier, what changes, from what, to what
      g_strv_builder_take (changes, g_strdup_printf (_ ("%s · %s: %s → %s"), name, title, from, to));
    compare_text (changes, name, title, old.comment, new.comment);
  }
}

static const char *
outcome_text (CeciOutcome outcome)
{
  return outcome == CECI_OUTCOME_NONE ? "–" : ceci_enum_get_label (CECI_TYPE_OUTCOME, (int) outcome);
}

static gboolean
is_near (double a, double b)
{
  return fabs (a - b) < 1e-9;
}

static int
place_of (CeciPageNote *note, CeciScoringGrid *grid)
{
  const char *criterion = ceci_page_note_get_criterion_id (note);

  return criterion ? ceci_scoring_grid_find (grid, criterion) : -1;
}

static gboolean
is_same_note (CeciPageNote *a, CeciPageNote *b, CeciScoringGrid *grid)
{
  return g_strcmp0 (ceci_page_note_get_text (a), ceci_page_note_get_text (b)) == 0 &&
         g_strcmp0 (ceci_page_note_get_document_sha256 (a), ceci_page_note_get_document_sha256 (b)) == 0 &&
         ceci_page_note_get_page (a) == ceci_page_note_get_page (b) &&
         is_near (ceci_page_note_get_x (a), ceci_page_note_get_x (b)) &&
         is_near (ceci_page_note_get_y (a), ceci_page_note_get_y (b)) &&
         is_near (ceci_page_note_get_width (a), ceci_page_note_get_width (b)) &&
         is_near (ceci_page_note_get_height (a), ceci_page_note_get_height (b)) &&
         place_of (a, grid) == place_of (b, grid);
}

// How many notes of the one are not in the other.
static guint
count_missing (GListModel *notes, GListModel *other, CeciScoringGrid *grid)
{
  guint n = 0;

  for (guint i = 0; notes != NULL && i < g_list_model_get_n_items (notes); i++) {
    g_autoptr (CeciPageNote) note = g_list_model_get_item (notes, i);
    gboolean found = FALSE;

    for (guint k = 0; !found && other != NULL && k < g_list_model_get_n_items (other); k++) {
      g_autoptr (CeciPageNote) candidate = g_list_model_get_item (other, k);

      found = is_same_note (note, candidate, grid);
    }
    n += found ? 0 : 1;
  }
  return n;
}

static void
compare_notes (GStrvBuilder *changes, const char *name, CeciScoringGrid *grid, const Side *before, const Side *after)
{
  guint removed = count_missing (before->notes, after->notes, grid);
  guint added = count_missing (after->notes, before->notes, grid);

  if (removed > 0)
    g_strv_builder_take (changes, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %u note on a page removed",
                                                                "%s: %u notes on pages removed", removed),
                                                   name, removed));
  if (added > 0)
    g_strv_builder_take (changes, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %u note on a page added",
                                                                "%s: %u notes on pages added", added),
                                                   name, added));
}

static void
compare (GStrvBuilder *changes, const char *name, CeciScoringGrid *grid, const Side *before, const Side *after)
{
  compare_scores (changes, name, grid, before, after);
  if (before->suggestion != after->suggestion)
    g_strv_builder_take (changes,
                         g_strdup_printf (_ ("%s · %s: %s → %s"), name, _ ("Suggested decision"),
                                          outcome_text (before->suggestion), outcome_text (after->suggestion)));
  compare_text (changes, name, _ ("Overall opinion"), before->comment, after->comment);
  compare_notes (changes, name, grid, before, after);
}

gboolean
ceci_return_changes_add (GStrvBuilder *changes, CeciDatabase *database, CeciScoringGrid *grid,
                         CeciAssignment *assignment, CeciReturnDossier *dossier, GError **error)
{
  const char *review_id = ceci_assignment_get_review_id (assignment);
  const char *name = ceci_assignment_get_candidate_name (assignment);
  gboolean says_something = ceci_return_dossier_says_something (dossier);
  g_autoptr (GListStore) reviews = NULL;
  g_autoptr (CeciReview) review = NULL;
  g_autoptr (GListModel) old_scores = NULL;
  g_autoptr (GListModel) old_notes = NULL;
  g_autoptr (GListModel) new_scores = says_something ? scores_of (dossier) : NULL;
  g_autoptr (GListModel) new_notes = says_something ? notes_of (dossier) : NULL;
  Side before = {NULL, NULL, CECI_OUTCOME_NONE, NULL}, after = before;

  if (says_something)
    after = (Side) {new_scores, new_notes, dossier->suggestion, dossier->comment};
  if (review_id != NULL) {
    reviews = ceci_record_select (CECI_TYPE_REVIEW, database, "id", review_id, NULL, error);
    review = reviews ? g_list_model_get_item (G_LIST_MODEL (reviews), 0) : NULL;
    old_scores =
        review ? G_LIST_MODEL (ceci_record_select (CECI_TYPE_SCORE, database, "review_id", review_id, NULL, error))
               : NULL;
    old_notes = old_scores ? ceci_jury_repository_page_notes (database, review_id, error) : NULL;
    if (old_notes == NULL)
      return FALSE;
    before = (Side) {old_scores, old_notes, ceci_review_get_suggestion (review), ceci_review_get_comment (review)};
    if (!says_something)
      g_strv_builder_take (changes, g_strdup_printf (_ ("%s: this juror’s review is removed"), name));
  }
  if (dossier->declaration == CECI_DECLARATION_CONFLICT)
    g_strv_builder_take (changes, g_strdup_printf (_ ("%s: the juror declares a conflict of interest"), name));
  compare (changes, name, grid, &before, &after);
  return TRUE;
}
