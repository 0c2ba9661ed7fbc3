// SPDX-License-Identifier: GPL-3.0-or-later
// The applications to a cohort: their state and why, duplicates, import, enrolment of those selected.
#pragma once

#include "ceci-view.h"

G_BEGIN_DECLS

#define CECI_TYPE_APPLICATIONS_VIEW (ceci_applications_view_get_type ())
G_DECLARE_FINAL_TYPE (CeciApplicationsView, ceci_applications_view, CECI, APPLICATIONS_VIEW, CeciView)

void ceci_applications_view_find (CeciApplicationsView *self);
void ceci_applications_view_choose_file (CeciApplicationsView *self);

G_END_DECLS
