// SPDX-License-Identifier: GPL-3.0-or-later
// The places of a register at the side of the window: what is to do, the cohorts, juries, organisations, funding.
#pragma once

#include "ceci-view.h"

G_BEGIN_DECLS

#define CECI_TYPE_SIDEBAR (ceci_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (CeciSidebar, ceci_sidebar, CECI, SIDEBAR, CeciView)

void ceci_sidebar_select (CeciSidebar *self, const char *place);
const char *ceci_sidebar_get_newest_cohort (CeciSidebar *self); // «cohort:» and its id; NULL where there is none

G_END_DECLS
