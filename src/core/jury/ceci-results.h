// SPDX-License-Identifier: GPL-3.0-or-later
// The results of a session: dossiers by jurors, panels, what is to be discussed. Read once, immutable.
#pragma once

#include "ceci-dossier-result.h"

G_BEGIN_DECLS

#define CECI_TYPE_RESULTS (ceci_results_get_type ())
G_DECLARE_FINAL_TYPE (CeciResults, ceci_results, CECI, RESULTS, GObject)

CeciResults     *ceci_results_load         (CeciDatabase *database, const char *session_id, GError **error); // a few queries, however many dossiers
CeciScoringGrid *ceci_results_get_grid     (CeciResults *self);
GListModel      *ceci_results_get_dossiers (CeciResults *self); // of CeciDossierResult, by name
double           ceci_results_get_alpha    (CeciResults *self); // Krippendorff's, interval, of the totals; NaN when insufficient or undefined
gboolean         ceci_results_is_sufficient (CeciResults *self); // at least CECI_PANEL_SUFFICIENT portfolios with two complete readers
JsonNode        *ceci_results_to_json      (CeciResults *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
