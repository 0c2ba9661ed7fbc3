// SPDX-License-Identifier: GPL-3.0-or-later
// What the window writes of a selection: each is one step, named in words.
#pragma once

#include "ceci-view.h"
#include "core/selection/ceci-selection-pool.h"

G_BEGIN_DECLS

void ceci_selection_write_choice (CeciView *view, CeciApplication *application, gboolean chosen, const char *reason);
void ceci_selection_write_hold (CeciView *view, CeciApplication *application, CeciHold held, const char *reason);
void ceci_selection_write_proposal (CeciView *view, CeciSelectionPool *pool, CeciSelectionProposal *proposal);
void ceci_selection_write_targets (CeciView *view, CeciCohort *cohort, const char *targets, gint64 seed);
void ceci_selection_write_confirmation (CeciView *view, CeciCohort *cohort, const char *reason);
void ceci_selection_write_place (CeciView *view, CeciApplication *application, const char *reason);
void ceci_selection_write_closing (CeciView *view, CeciCohort *cohort, const char *reason);
void ceci_selection_write_places (CeciView *view, CeciCohort *cohort, gint64 places, const char *reason);

G_END_DECLS
