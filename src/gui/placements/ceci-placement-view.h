// SPDX-License-Identifier: GPL-3.0-or-later
// A student's placement: organisation, supervisor, agreement and its signatures, the hour log.
#pragma once

#include "ceci-view.h"

G_BEGIN_DECLS

#define CECI_TYPE_PLACEMENT_VIEW (ceci_placement_view_get_type ())
G_DECLARE_FINAL_TYPE (CeciPlacementView, ceci_placement_view, CECI, PLACEMENT_VIEW, CeciView)

void ceci_placement_view_enter_hours (CeciPlacementView *self); // puts the cursor where hours are entered

G_END_DECLS
