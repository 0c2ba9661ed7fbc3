// SPDX-License-Identifier: GPL-3.0-or-later
// The result of one dossier: every juror's opinion and the panel's figures. Immutable.
#pragma once

#include "ceci-scoring.h"
#include "core/model/ceci-jury-repository.h"

G_BEGIN_DECLS

// One juror's opinion of one dossier. A juror who is recused, or whose review has not come, has one too, without levels.
typedef struct {
  char              *juror_id, *juror_name;
  CeciAssignmentRole role;
  gboolean           recused;
  gboolean           returned; // a review was merged
  gboolean           outdated; // of an older version of the dossier
  CeciTally          tally;
  CeciOutcome        suggestion, rule_suggestion;
  char              *comment;  // nullable
  guint              n_criteria;
  gint8             *levels;   // in the grid's order
  char             **comments; // in the grid's order, nullable each
} CeciOpinion;

// Properties: dossier, name, n-complete (uint), mean, median, range, deviation (double, NaN: none), to-discuss, outcome (CeciOutcome).
#define CECI_TYPE_DOSSIER_RESULT (ceci_dossier_result_get_type ())
G_DECLARE_FINAL_TYPE (CeciDossierResult, ceci_dossier_result, CECI, DOSSIER_RESULT, GObject)

CeciDossier       *ceci_dossier_result_get_dossier    (CeciDossierResult *self);
CeciScoringGrid   *ceci_dossier_result_get_grid       (CeciDossierResult *self);
CeciPanel          ceci_dossier_result_get_panel      (CeciDossierResult *self);
guint              ceci_dossier_result_get_n_opinions (CeciDossierResult *self);
const CeciOpinion *ceci_dossier_result_get_opinion    (CeciDossierResult *self, guint index);
const CeciOpinion *ceci_dossier_result_find_opinion   (CeciDossierResult *self, const char *juror_id); // NULL: not this juror's

// Made by CeciResults: opinions are added, then the panel is drawn up once.
CeciDossierResult *ceci_dossier_result_new     (CeciDossier *dossier, CeciScoringGrid *grid);
CeciOpinion       *ceci_dossier_result_add     (CeciDossierResult *self, CeciAssignment *assignment);
void               ceci_dossier_result_conclude (CeciDossierResult *self);

G_END_DECLS
