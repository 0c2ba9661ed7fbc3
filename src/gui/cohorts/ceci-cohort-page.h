// SPDX-License-Identifier: GPL-3.0-or-later
// A cohort: what phase it is in, and its applications, selection, students, meetings and overview.
#pragma once

#include "ceci-view.h"

G_BEGIN_DECLS

#define CECI_TYPE_COHORT_PAGE (ceci_cohort_page_get_type ())
G_DECLARE_FINAL_TYPE (CeciCohortPage, ceci_cohort_page, CECI, COHORT_PAGE, CeciView)

void ceci_cohort_page_show_view (CeciCohortPage *self,
                                 const char *name); // applications, selection, students, meetings, overview

G_END_DECLS
