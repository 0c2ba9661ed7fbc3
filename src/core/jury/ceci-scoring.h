// SPDX-License-Identifier: GPL-3.0-or-later
// The one arithmetic of scores: a juror's total, what the rule suggests, a panel's mean and dispersion. Pure functions.
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include "core/model/ceci-criterion.h"
#include "core/model/ceci-enums.h"

G_BEGIN_DECLS

#define CECI_LEVEL_BLANK (-1) // not answered: never a zero
#define CECI_LEVEL_HIGHEST 4
#define CECI_PANEL_SUFFICIENT 10 // below that many portfolios, figures of agreement are «insufficient»

// A grid as it is scored with: its criteria in order and the numbers of the regulation. Immutable.
#define CECI_TYPE_SCORING_GRID (ceci_scoring_grid_get_type ())
G_DECLARE_FINAL_TYPE (CeciScoringGrid, ceci_scoring_grid, CECI, SCORING_GRID, GObject)

typedef struct {
  int award_threshold;    // of 400
  int reflection_minimum; // the level that every reflection criterion needs
  int discussion_gap;     // of 400
} CeciScoringRules;
#define CECI_SCORING_RULES_DEFAULT ((CeciScoringRules) {200, 2, 80})

CeciScoringGrid *ceci_scoring_grid_new          (const char *id, const char *name, gint64 version, GListModel *criteria, CeciScoringRules rules);
CeciScoringGrid *ceci_scoring_grid_new_from_json (JsonObject *object, GError **error);
JsonObject      *ceci_scoring_grid_to_json      (CeciScoringGrid *self) G_GNUC_WARN_UNUSED_RESULT;
const char      *ceci_scoring_grid_get_id       (CeciScoringGrid *self);
const char      *ceci_scoring_grid_get_name     (CeciScoringGrid *self);
gint64           ceci_scoring_grid_get_version  (CeciScoringGrid *self);
CeciScoringRules ceci_scoring_grid_get_rules    (CeciScoringGrid *self);
GListModel      *ceci_scoring_grid_get_criteria (CeciScoringGrid *self); // of CeciCriterion, in order; transfer none
guint            ceci_scoring_grid_get_n        (CeciScoringGrid *self);
CeciCriterion   *ceci_scoring_grid_get          (CeciScoringGrid *self, guint index); // transfer none
int              ceci_scoring_grid_find         (CeciScoringGrid *self, const char *code_or_id); // -1 if there is none
int              ceci_scoring_grid_get_highest  (CeciScoringGrid *self); // 400 when the weights sum to 100
const char      *ceci_scoring_criterion_title   (CeciCriterion *criterion); // in the user's language
const char      *ceci_scoring_level_name        (int level);                // translated: «not shown» … «deep»; for a reflection criterion too

// levels: one a criterion, in the grid's order; CECI_LEVEL_BLANK where not answered.
typedef struct {
  gboolean complete;  // every required criterion is answered
  guint    answered;
  guint    required_missing;
  int      total;     // Σ weight × level over what is answered: 0 to 400; -1 when nothing is
} CeciTally;
CeciTally   ceci_scoring_tally   (CeciScoringGrid *grid, const gint8 *levels);
CeciOutcome ceci_scoring_suggest (CeciScoringGrid *grid, const gint8 *levels); // AWARDED, or NONE: the rest is the juror's
double      ceci_scoring_on      (CeciScoringGrid *grid, double total, double scale); // on 100, on 20
char       *ceci_scoring_format  (CeciScoringGrid *grid, double total) G_GNUC_WARN_UNUSED_RESULT; // «282 / 400 · 70.5 / 100 · 14.1 / 20», decimals of the locale

// The panel of one dossier, of the jurors who are complete and not recused. Figures without meaning are NaN.
typedef struct {
  guint    n;
  double   mean, median, lowest, highest, range;
  double   deviation; // of the sample (n − 1): NaN below two jurors
  gboolean gap;       // range ≥ the grid's discussion gap
  gboolean opinions_differ;
  gboolean to_discuss; // either
} CeciPanel;
CeciPanel   ceci_scoring_panel   (CeciScoringGrid *grid, const int *totals, const CeciOutcome *suggestions, guint n);

G_END_DECLS
