// SPDX-License-Identifier: GPL-3.0-or-later
// The monthly meetings of a cohort: a column a meeting, a row a student, a press to mark.
#pragma once

#include "ceci-view.h"

G_BEGIN_DECLS

#define CECI_TYPE_MEETINGS_VIEW (ceci_meetings_view_get_type ())
G_DECLARE_FINAL_TYPE (CeciMeetingsView, ceci_meetings_view, CECI, MEETINGS_VIEW, CeciView)

G_END_DECLS
