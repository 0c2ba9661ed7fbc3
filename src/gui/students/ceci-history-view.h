// SPDX-License-Identifier: GPL-3.0-or-later
// The journal of one student in words, with undoing of a step.
#pragma once

#include "ceci-view.h"

G_BEGIN_DECLS

#define CECI_TYPE_HISTORY_VIEW (ceci_history_view_get_type ())
G_DECLARE_FINAL_TYPE (CeciHistoryView, ceci_history_view, CECI, HISTORY_VIEW, CeciView)

G_END_DECLS
