// SPDX-License-Identifier: GPL-3.0-or-later
// The one arithmetic of scores: a juror's total, what the rule suggests, a panel's mean and dispersion.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ceci-json-fields.h"
#include "ceci-jury-error.h"
#include "ceci-scoring.h"

#define MOST_CRITERIA 64
#define MOST_WEIGHT 1000

struct _CeciScoringGrid {
  GObject parent_instance;
  char *id;
  char *name;
  gint64 version;
  GListStore *criteria;
  GPtrArray *in_order; // the same, for the arithmetic
  CeciScoringRules rules;
};

G_DEFINE_FINAL_TYPE (CeciScoringGrid, ceci_scoring_grid, G_TYPE_OBJECT)

static void
ceci_scoring_grid_finalize (GObject *object)
{
  CeciScoringGrid *self = CECI_SCORING_GRID (object);

  g_free (self->id);
  g_free (self->name);
  g_object_unref (self->criteria);
  g_ptr_array_unref (self->in_order);
  G_OBJECT_CLASS (ceci_scoring_grid_parent_class)->finalize (object);
}

static void
ceci_scoring_grid_class_init (CeciScoringGridClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ceci_scoring_grid_finalize;
}

static void
ceci_scoring_grid_init (CeciScoringGrid *self)
{
  self->criteria = g_list_store_new (CECI_TYPE_CRITERION);
  self->in_order = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
add_criterion (CeciScoringGrid *self, CeciCriterion *criterion)
{
  g_list_store_append (self->criteria, criterion);
  g_ptr_array_add (self->in_order, g_object_ref (criterion));
}

/**
 * ceci_scoring_grid_new:
 * @id: the grid's id in the register
 * @name: its name
 * @version: its version
 * @criteria: its #CeciCriterion in order
 * @rules: the regulation's numbers
 *
 * Returns: (transfer full): the grid
 */
CeciScoringGrid *
ceci_scoring_grid_new (const char *id, const char *name, gint64 version, GListModel *criteria, CeciScoringRules rules)
{
  CeciScoringGrid *self = g_object_new (CECI_TYPE_SCORING_GRID, NULL);

  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->version = version;
  self->rules = rules;
  for (guint i = 0; i < g_list_model_get_n_items (criteria); i++) {
    g_autoptr (CeciCriterion) criterion = g_list_model_get_item (criteria, i);

    add_criterion (self, criterion);
  }
  return self;
}

static CeciCriterion *
criterion_from_json (JsonObject *object, const char *grid_id, guint position)
{
  const char *id = ceci_json_text (object, "id");
  const char *code = ceci_json_text (object, "code");
  const char *title_fr = ceci_json_text (object, "title_fr");
  const char *title_en = ceci_json_text (object, "title_en");
  gint64 weight = ceci_json_integer (object, "weight", -1);

  if (id == NULL || code == NULL || title_fr == NULL || title_en == NULL || weight < 0 || weight > MOST_WEIGHT)
    return NULL;
  return ceci_record_new (CECI_TYPE_CRITERION, "id", id, "grid_id", grid_id, "position", (gint64) position, "code",
                          code, "title_fr", title_fr, "title_en", title_en, "weight", weight, "required",
                          ceci_json_boolean (object, "required"), "reflection",
                          ceci_json_boolean (object, "reflection"), NULL);
}

/**
 * ceci_scoring_grid_new_from_json:
 * @object: what ceci_scoring_grid_to_json() made, from a package
 * @error: %CECI_JURY_ERROR_DAMAGED
 *
 * Returns: (transfer full): the grid
 */
CeciScoringGrid *
ceci_scoring_grid_new_from_json (JsonObject *object, GError **error)
{
  g_autoptr (CeciScoringGrid) self = g_object_new (CECI_TYPE_SCORING_GRID, NULL);
  JsonArray *criteria = ceci_json_array (object, "criteria");
  guint n = ceci_json_length (criteria);
  gboolean sound = ceci_json_text (object, "id") != NULL && n > 0 && n <= MOST_CRITERIA;

  self->id = g_strdup (ceci_json_text (object, "id"));
  self->name = g_strdup (ceci_json_text (object, "name"));
  self->version = ceci_json_integer (object, "version", 0);
  self->rules = (CeciScoringRules) {
      (int) CLAMP (ceci_json_integer (object, "award_threshold", 200), 0, G_MAXINT16),
      (int) CLAMP (ceci_json_integer (object, "reflection_minimum", 2), 0, CECI_LEVEL_HIGHEST),
      (int) CLAMP (ceci_json_integer (object, "discussion_gap", 80), 0, G_MAXINT16),
  };
  for (guint i = 0; i < n && sound; i++) {
    g_autoptr (CeciCriterion) criterion = criterion_from_json (ceci_json_element (criteria, i), self->id, i);

    sound = criterion != NULL && ceci_scoring_grid_find (self, ceci_criterion_get_code (criterion)) < 0 &&
            ceci_scoring_grid_find (self, ceci_record_get_id (CECI_RECORD (criterion))) < 0;
    if (sound)
      add_criterion (self, criterion);
  }
  if (!sound) {
    g_set_error_literal (error, CECI_JURY_ERROR, CECI_JURY_ERROR_DAMAGED,
                         _ ("The scoring grid in this file cannot be understood. Ask for the file again."));
    return NULL;
  }
  return g_steal_pointer (&self);
}

JsonObject *
ceci_scoring_grid_to_json (CeciScoringGrid *self)
{
  JsonObject *object = json_object_new ();
  JsonArray *criteria = json_array_new ();

  json_object_set_string_member (object, "id", self->id);
  json_object_set_string_member (object, "name", self->name ? self->name : "");
  json_object_set_int_member (object, "version", self->version);
  json_object_set_int_member (object, "award_threshold", self->rules.award_threshold);
  json_object_set_int_member (object, "reflection_minimum", self->rules.reflection_minimum);
  json_object_set_int_member (object, "discussion_gap", self->rules.discussion_gap);
  for (guint i = 0; i < self->in_order->len; i++) {
    CeciCriterion *criterion = ceci_scoring_grid_get (self, i);
    JsonObject *entry = json_object_new ();

    json_object_set_string_member (entry, "id", ceci_record_get_id (CECI_RECORD (criterion)));
    json_object_set_string_member (entry, "code", ceci_criterion_get_code (criterion));
    json_object_set_string_member (entry, "title_fr", ceci_criterion_get_title_fr (criterion));
    json_object_set_string_member (entry, "title_en", ceci_criterion_get_title_en (criterion));
    json_object_set_int_member (entry, "weight", ceci_criterion_get_weight (criterion));
    json_object_set_boolean_member (entry, "required", ceci_criterion_get_required (criterion));
    json_object_set_boolean_member (entry, "reflection", ceci_criterion_get_reflection (criterion));
    json_array_add_object_element (criteria, entry);
  }
  json_object_set_array_member (object, "criteria", criteria);
  return object;
}

const char *
ceci_scoring_grid_get_id (CeciScoringGrid *self)
{
  return self->id;
}

const char *
ceci_scoring_grid_get_name (CeciScoringGrid *self)
{
  return self->name;
}

gint64
ceci_scoring_grid_get_version (CeciScoringGrid *self)
{
  return self->version;
}

CeciScoringRules
ceci_scoring_grid_get_rules (CeciScoringGrid *self)
{
  return self->rules;
}

GListModel *
ceci_scoring_grid_get_criteria (CeciScoringGrid *self)
{
  return G_LIST_MODEL (self->criteria);
}

guint
ceci_scoring_grid_get_n (CeciScoringGrid *self)
{
  return self->in_order->len;
}

CeciCriterion *
ceci_scoring_grid_get (CeciScoringGrid *self, guint index)
{
  g_return_val_if_fail (index < self->in_order->len, NULL);
  return self->in_order->pdata[index];
}

int
ceci_scoring_grid_find (CeciScoringGrid *self, const char *code_or_id)
{
  for (guint i = 0; i < self->in_order->len; i++) {
    CeciCriterion *criterion = self->in_order->pdata[i];

    if (g_strcmp0 (ceci_criterion_get_code (criterion), code_or_id) == 0 ||
        g_strcmp0 (ceci_record_get_id (CECI_RECORD (criterion)), code_or_id) == 0)
      return (int) i;
  }
  return -1;
}

int
ceci_scoring_grid_get_highest (CeciScoringGrid *self)
{
  int weights = 0;

  for (guint i = 0; i < self->in_order->len; i++)
    weights += (int) ceci_criterion_get_weight (self->in_order->pdata[i]);
  return weights * CECI_LEVEL_HIGHEST;
}

const char *
ceci_scoring_criterion_title (CeciCriterion *criterion)
{
  const char *const *languages = g_get_language_names ();

  for (guint i = 0; languages[i] != NULL; i++) {
    if (g_str_has_prefix (languages[i], "fr"))
      return ceci_criterion_get_title_fr (criterion);
    if (g_str_has_prefix (languages[i], "en"))
      break;
  }
  return ceci_criterion_get_title_en (criterion);
}

const char *
ceci_scoring_level_name (int level)
{
  switch (level) {
  case 0:
    return _ ("not demonstrated");
  case 1:
    return _ ("begun");
  case 2:
    return _ ("developing");
  case 3:
    return _ ("mastered");
  case 4:
    return _ ("in depth");
  default:
    return _ ("not answered");
  }
}

/**
 * ceci_scoring_tally:
 * @grid: the grid
 * @levels: (array): a level a criterion, in order; %CECI_LEVEL_BLANK where not answered
 *
 * Returns: the total Σ weight × level over what is answered, and whether every required criterion is
 */
CeciTally
ceci_scoring_tally (CeciScoringGrid *grid, const gint8 *levels)
{
  CeciTally tally = {TRUE, 0, 0, -1};
  int total = 0;

  for (guint i = 0; i < grid->in_order->len; i++) {
    CeciCriterion *criterion = grid->in_order->pdata[i];

    if (levels[i] != CECI_LEVEL_BLANK) {
      tally.answered++;
      total += (int) ceci_criterion_get_weight (criterion) * levels[i];
    } else if (ceci_criterion_get_required (criterion)) {
      tally.required_missing++;
    }
  }
  tally.complete = tally.required_missing == 0 && tally.answered > 0;
  if (tally.answered > 0)
    tally.total = total;
  return tally;
}

/**
 * ceci_scoring_suggest:
 * @grid: the grid
 * @levels: (array): a level a criterion
 *
 * «Awarded» is suggested for a complete grid from the award threshold on, when every reflection criterion reaches its
 * minimum. The rule suggests nothing else: what a portfolio below it deserves is for people to say.
 *
 * Returns: %CECI_OUTCOME_AWARDED or %CECI_OUTCOME_NONE
 */
CeciOutcome
ceci_scoring_suggest (CeciScoringGrid *grid, const gint8 *levels)
{
  CeciTally tally = ceci_scoring_tally (grid, levels);

  if (!tally.complete || tally.total < grid->rules.award_threshold)
    return CECI_OUTCOME_NONE;
  for (guint i = 0; i < grid->in_order->len; i++)
    if (ceci_criterion_get_reflection (grid->in_order->pdata[i]) && levels[i] < grid->rules.reflection_minimum)
      return CECI_OUTCOME_NONE;
  return CECI_OUTCOME_AWARDED;
}

double
ceci_scoring_on (CeciScoringGrid *grid, double total, double scale)
{
  int highest = ceci_scoring_grid_get_highest (grid);

  return highest > 0 ? total * scale / highest : NAN;
}

// One decimal at most, as the locale writes it; 70 and not 70.0.
static char *
format_number (double value)
{
  double rounded = round (value * 10) / 10;

  return g_strdup_printf (rounded == floor (rounded) ? "%.0f" : "%.1f", rounded);
}

char *
ceci_scoring_format (CeciScoringGrid *grid, double total)
{
  g_autofree char *raw = format_number (total);
  g_autofree char *hundred = format_number (ceci_scoring_on (grid, total, 100));
  g_autofree char *twenty = format_number (ceci_scoring_on (grid, total, 20));

  return g_strdup_printf ("%s / %d · %s / 100 · %s / 20", raw, ceci_scoring_grid_get_highest (grid), hundred, twenty);
}

static int
compare_integers (const void *a, const void *b)
{
  return *(const int *) a - *(const int *) b;
}

static double
sample_deviation (const int *totals, guint n, double mean)
{
  double squares = 0;

  if (n < 2)
    return NAN;
  for (guint i = 0; i < n; i++)
    squares += (totals[i] - mean) * (totals[i] - mean);
  return sqrt (squares / (n - 1));
}

/**
 * ceci_scoring_panel:
 * @grid: the grid
 * @totals: (array length=n): the totals of the jurors who are complete and not recused
 * @suggestions: (array length=n): what each suggests; %CECI_OUTCOME_NONE counts as no opinion
 * @n: how many they are
 *
 * Returns: the panel's figures, and whether the dossier is to be discussed
 */
CeciPanel
ceci_scoring_panel (CeciScoringGrid *grid, const int *totals, const CeciOutcome *suggestions, guint n)
{
  CeciPanel panel = {.n = n, NAN, NAN, NAN, NAN, NAN, NAN, FALSE, FALSE, FALSE};
  g_autofree int *sorted = g_memdup2 (totals, n * sizeof *totals);
  CeciOutcome opinion = CECI_OUTCOME_NONE;
  double sum = 0;

  if (n == 0)
    return panel;
  qsort (sorted, n, sizeof *sorted, compare_integers);
  for (guint i = 0; i < n; i++) {
    sum += totals[i];
    if (suggestions[i] == CECI_OUTCOME_NONE)
      continue;
    panel.opinions_differ |= opinion != CECI_OUTCOME_NONE && opinion != suggestions[i];
    opinion = suggestions[i];
  }
  panel.mean = sum / n;
  panel.median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2.0;
  panel.lowest = sorted[0];
  panel.highest = sorted[n - 1];
  panel.range = panel.highest - panel.lowest;
  panel.deviation = sample_deviation (totals, n, panel.mean);
  panel.gap = n >= 2 && panel.range >= grid->rules.discussion_gap;
  panel.to_discuss = panel.gap || panel.opinions_differ;
  return panel;
}
