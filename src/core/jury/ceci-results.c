// SPDX-License-Identifier: GPL-3.0-or-later
// The results of a session: dossiers by jurors, panels, agreement.

#include "config.h"

#include <math.h>

#include "ceci-json-fields.h"
#include "ceci-results.h"
#include "ceci-session.h"
#include "ceci-statistics.h"

struct _CeciResults {
  GObject parent_instance;

  CeciScoringGrid *grid;
  GListStore *dossiers;
  GHashTable *by_dossier; // id to CeciDossierResult, borrowed
  double alpha;
  guint n_comparable; // dossiers with two complete readers or more
};

G_DEFINE_FINAL_TYPE (CeciResults, ceci_results, G_TYPE_OBJECT)

static void
ceci_results_finalize (GObject *object)
{
  CeciResults *self = CECI_RESULTS (object);

  g_clear_object (&self->grid);
  g_hash_table_unref (self->by_dossier);
  g_object_unref (self->dossiers);
  G_OBJECT_CLASS (ceci_results_parent_class)->finalize (object);
}

static void
ceci_results_class_init (CeciResultsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ceci_results_finalize;
}

static void
ceci_results_init (CeciResults *self)
{
  self->dossiers = g_list_store_new (CECI_TYPE_DOSSIER_RESULT);
  self->by_dossier = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->alpha = NAN;
}

static CeciOpinion *
opinion_of (CeciResults *self, const char *dossier_id, const char *juror_id)
{
  CeciDossierResult *result = dossier_id ? g_hash_table_lookup (self->by_dossier, dossier_id) : NULL;

  return result ? (CeciOpinion *) ceci_dossier_result_find_opinion (result, juror_id) : NULL;
}

static gboolean
load_dossiers (CeciResults *self, CeciDatabase *database, const char *session_id, GError **error)
{
  g_autoptr (GListModel) dossiers = ceci_jury_repository_dossiers (database, session_id, error);
  g_autoptr (GListModel) assignments = dossiers ? ceci_jury_repository_assignments (database, session_id, error) : NULL;

  if (assignments == NULL)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (dossiers); i++) {
    g_autoptr (CeciDossier) dossier = g_list_model_get_item (dossiers, i);
    g_autoptr (CeciDossierResult) result = ceci_dossier_result_new (dossier, self->grid);

    g_list_store_append (self->dossiers, result);
    g_hash_table_insert (self->by_dossier, g_strdup (ceci_record_get_id (CECI_RECORD (dossier))), result);
  }
  for (guint i = 0; i < g_list_model_get_n_items (assignments); i++) {
    g_autoptr (CeciAssignment) assignment = g_list_model_get_item (assignments, i);
    CeciDossierResult *result = g_hash_table_lookup (self->by_dossier, ceci_assignment_get_dossier_id (assignment));

    if (result != NULL)
      ceci_dossier_result_add (result, assignment);
  }
  return TRUE;
}

static gboolean
load_reviews (CeciResults *self, CeciDatabase *database, const char *session_id, GError **error)
{
  g_autoptr (GListModel) reviews = ceci_jury_repository_reviews (database, session_id, error);

  for (guint i = 0; reviews != NULL && i < g_list_model_get_n_items (reviews); i++) {
    g_autoptr (CeciReview) review = g_list_model_get_item (reviews, i);
    CeciOpinion *opinion = opinion_of (self, ceci_review_get_dossier_id (review), ceci_review_get_juror_id (review));

    if (opinion == NULL)
      continue;
    opinion->returned = TRUE;
    opinion->outdated = ceci_review_get_outdated (review);
    opinion->suggestion = ceci_review_get_suggestion (review);
    g_set_str (&opinion->comment, ceci_review_get_comment (review));
  }
  return reviews != NULL;
}

static gboolean
load_scores (CeciResults *self, CeciDatabase *database, const char *session_id, GError **error)
{
  g_autoptr (GListModel) scores = ceci_jury_repository_scores (database, session_id, error);

  for (guint i = 0; scores != NULL && i < g_list_model_get_n_items (scores); i++) {
    g_autoptr (CeciScore) score = g_list_model_get_item (scores, i);
    CeciOpinion *opinion = opinion_of (self, ceci_score_get_dossier_id (score), ceci_score_get_juror_id (score));
    int criterion = ceci_scoring_grid_find (self->grid, ceci_score_get_criterion_id (score));

    if (opinion == NULL || criterion < 0)
      continue;
    if (ceci_score_get_level (score) >= 0)
      opinion->levels[criterion] = (gint8) ceci_score_get_level (score);
    g_set_str (&opinion->comments[criterion], ceci_score_get_comment (score));
  }
  return scores != NULL;
}

static guint
juror_row (GPtrArray *jurors, const char *id)
{
  guint row = 0;

  if (g_ptr_array_find_with_equal_func (jurors, id, g_str_equal, &row))
    return row;
  g_ptr_array_add (jurors, (gpointer) id);
  return jurors->len - 1;
}

// Jurors by dossiers, holes where a juror did not read or is not complete.
static void
measure_agreement (CeciResults *self)
{
  guint units = g_list_model_get_n_items (G_LIST_MODEL (self->dossiers));
  g_autoptr (GPtrArray) jurors = g_ptr_array_new ();
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint unit = 0; unit < units; unit++) {
    g_autoptr (CeciDossierResult) result = g_list_model_get_item (G_LIST_MODEL (self->dossiers), unit);

    if (ceci_dossier_result_get_panel (result).n >= 2)
      self->n_comparable++;
    for (guint i = 0; i < ceci_dossier_result_get_n_opinions (result); i++) {
      const CeciOpinion *opinion = ceci_dossier_result_get_opinion (result, i);
      guint row = juror_row (jurors, opinion->juror_id);
      const double hole = NAN;

      while (cells->len < (row + 1) * units)
        g_array_append_val (cells, hole);
      if (!opinion->recused && opinion->tally.complete)
        g_array_index (cells, double, row *units + unit) = opinion->tally.total;
    }
  }
  if (self->n_comparable >= CECI_PANEL_SUFFICIENT)
    self->alpha = ceci_statistics_alpha ((double *) (gpointer) cells->data, jurors->len, units, CECI_ALPHA_INTERVAL);
}

/**
 * ceci_results_load:
 * @database: a connection
 * @session_id: a session
 * @error: a #CeciStoreError
 *
 * Returns: (transfer full): the session's results as they are now
 */
CeciResults *
ceci_results_load (CeciDatabase *database, const char *session_id, GError **error)
{
  g_autoptr (CeciResults) self = g_object_new (CECI_TYPE_RESULTS, NULL);

  self->grid = ceci_session_grid (database, session_id, error);
  if (self->grid == NULL || !load_dossiers (self, database, session_id, error) ||
      !load_reviews (self, database, session_id, error) || !load_scores (self, database, session_id, error))
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->dossiers)); i++) {
    g_autoptr (CeciDossierResult) result = g_list_model_get_item (G_LIST_MODEL (self->dossiers), i);

    ceci_dossier_result_conclude (result);
  }
  measure_agreement (self);
  return g_steal_pointer (&self);
}

CeciScoringGrid *
ceci_results_get_grid (CeciResults *self)
{
  return self->grid;
}

GListModel *
ceci_results_get_dossiers (CeciResults *self)
{
  return G_LIST_MODEL (self->dossiers);
}

double
ceci_results_get_alpha (CeciResults *self)
{
  return self->alpha;
}

gboolean
ceci_results_is_sufficient (CeciResults *self)
{
  return self->n_comparable >= CECI_PANEL_SUFFICIENT;
}

static void
set_figure (JsonObject *object, const char *name, double value)
{
  if (!isnan (value))
    json_object_set_double_member (object, name, value);
}

static void
set_outcome (JsonObject *object, const char *name, CeciOutcome outcome)
{
  g_autofree char *column = ceci_enum_to_column (CECI_TYPE_OUTCOME, (int) outcome);

  ceci_json_set_text (object, name, column);
}

static JsonObject *
opinion_to_json (CeciResults *self, const CeciOpinion *opinion)
{
  JsonObject *object = json_object_new ();
  JsonObject *levels = json_object_new ();
  g_autofree char *role = ceci_enum_to_column (CECI_TYPE_ASSIGNMENT_ROLE, (int) opinion->role);

  json_object_set_string_member (object, "juror", opinion->juror_id);
  json_object_set_string_member (object, "juror-name", opinion->juror_name);
  json_object_set_string_member (object, "role", role);
  json_object_set_boolean_member (object, "recused", opinion->recused);
  json_object_set_boolean_member (object, "returned", opinion->returned);
  json_object_set_boolean_member (object, "outdated", opinion->outdated);
  json_object_set_boolean_member (object, "complete", opinion->tally.complete);
  if (opinion->tally.total >= 0)
    json_object_set_int_member (object, "total", opinion->tally.total);
  set_outcome (object, "suggestion", opinion->suggestion);
  set_outcome (object, "rule-suggestion", opinion->rule_suggestion);
  ceci_json_set_text (object, "comment", opinion->comment);
  for (guint i = 0; i < opinion->n_criteria; i++)
    if (opinion->levels[i] != CECI_LEVEL_BLANK)
      json_object_set_int_member (levels, ceci_criterion_get_code (ceci_scoring_grid_get (self->grid, i)),
                                  opinion->levels[i]);
  json_object_set_object_member (object, "levels", levels);
  return object;
}

static JsonObject *
dossier_to_json (CeciResults *self, CeciDossierResult *result)
{
  JsonObject *object = json_object_new ();
  JsonArray *opinions = json_array_new ();
  CeciDossier *dossier = ceci_dossier_result_get_dossier (result);
  CeciPanel panel = ceci_dossier_result_get_panel (result);

  json_object_set_string_member (object, "id", ceci_record_get_id (CECI_RECORD (dossier)));
  json_object_set_string_member (object, "student", ceci_dossier_get_student_id (dossier));
  json_object_set_string_member (object, "name", ceci_dossier_get_display_name (dossier));
  json_object_set_int_member (object, "complete", panel.n);
  set_figure (object, "mean", panel.mean);
  if (panel.n > 0) {
    set_figure (object, "mean-on-100", ceci_scoring_on (self->grid, panel.mean, 100));
    set_figure (object, "mean-on-20", ceci_scoring_on (self->grid, panel.mean, 20));
  }
  set_figure (object, "median", panel.median);
  set_figure (object, "range", panel.range);
  set_figure (object, "deviation", panel.deviation);
  json_object_set_boolean_member (object, "to-discuss", panel.to_discuss);
  set_outcome (object, "outcome", ceci_dossier_get_outcome (dossier));
  for (guint i = 0; i < ceci_dossier_result_get_n_opinions (result); i++)
    json_array_add_object_element (opinions, opinion_to_json (self, ceci_dossier_result_get_opinion (result, i)));
  json_object_set_array_member (object, "jurors", opinions);
  return object;
}

JsonNode *
ceci_results_to_json (CeciResults *self)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *dossiers = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->dossiers)); i++) {
    g_autoptr (CeciDossierResult) result = g_list_model_get_item (G_LIST_MODEL (self->dossiers), i);

    json_array_add_object_element (dossiers, dossier_to_json (self, result));
  }
  json_object_set_int_member (object, "highest", ceci_scoring_grid_get_highest (self->grid));
  json_object_set_boolean_member (object, "sufficient", ceci_results_is_sufficient (self));
  set_figure (object, "alpha", self->alpha);
  json_object_set_array_member (object, "dossiers", dossiers);
  json_node_take_object (node, object);
  return node;
}
