// SPDX-License-Identifier: GPL-3.0-or-later
// Of whom the applicants consist and of whom those selected, side by side.
#pragma once

#include "ceci-view.h"

G_BEGIN_DECLS

#define CECI_TYPE_SELECTION_VIEW (ceci_selection_view_get_type ())
G_DECLARE_FINAL_TYPE (CeciSelectionView, ceci_selection_view, CECI, SELECTION_VIEW, CeciView)

G_END_DECLS
