// SPDX-License-Identifier: GPL-3.0-or-later
// A confirmed selection: what was decided, its composition, the waiting list and the places that are free again.
#pragma once

#include <adwaita.h>
#include "ceci-desk.h"
#include "core/model/ceci-erasure-repository.h"
#include "core/selection/ceci-selection-pool.h"

G_BEGIN_DECLS

#define CECI_TYPE_SELECTION_RESULT (ceci_selection_result_get_type ())
G_DECLARE_FINAL_TYPE (CeciSelectionResult, ceci_selection_result, CECI, SELECTION_RESULT, AdwBin)

void ceci_selection_result_show (CeciSelectionResult *self, CeciDesk *desk, CeciSelectionPool *pool, GListModel *waiting,
                                 gint64 taken, const CeciGenderTerm *gender);

G_END_DECLS
