// SPDX-License-Identifier: GPL-3.0-or-later
// The grid beside the page: criteria with their levels, the opinion, comments, notes, and what is missing.
#pragma once

#include <adwaita.h>
#include "core/jury/ceci-dossier-reading.h"

G_BEGIN_DECLS

#define CECI_TYPE_SCORING_PANEL (ceci_scoring_panel_get_type ())
G_DECLARE_FINAL_TYPE (CeciScoringPanel, ceci_scoring_panel, CECI, SCORING_PANEL, AdwBin)

void ceci_scoring_panel_set_reading (CeciScoringPanel *self, CeciDossierReading *reading);
void ceci_scoring_panel_take_focus (CeciScoringPanel *self); // the first criterion without an answer

G_END_DECLS
