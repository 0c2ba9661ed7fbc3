// SPDX-License-Identifier: GPL-3.0-or-later
// A cohort in figures: how many came how far, their hours, their deadlines, their faculties.
#pragma once

#include "ceci-view.h"

G_BEGIN_DECLS

#define CECI_TYPE_OVERVIEW_VIEW (ceci_overview_view_get_type ())
G_DECLARE_FINAL_TYPE (CeciOverviewView, ceci_overview_view, CECI, OVERVIEW_VIEW, CeciView)

G_END_DECLS
