// SPDX-License-Identifier: GPL-3.0-or-later
// What a selection aims at: weights, targets, one from every faculty, and the seed that draws ties.
#pragma once

#include "ceci-view.h"
#include "core/selection/ceci-selection-pool.h"

G_BEGIN_DECLS

#define CECI_TYPE_CRITERIA_DIALOG (ceci_criteria_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CeciCriteriaDialog, ceci_criteria_dialog, CECI, CRITERIA_DIALOG, AdwDialog)

AdwDialog *ceci_criteria_dialog_new (CeciView *view, CeciSelectionPool *pool);

G_END_DECLS
