// SPDX-License-Identifier: GPL-3.0-or-later
// Plans the meetings of a whole intake at once: a monthly rule, the days off, and a list to correct before it is created.
#pragma once

#include <adwaita.h>

#include "ceci-desk.h"
#include "core/model/ceci-cohort.h"

G_BEGIN_DECLS

#define CECI_TYPE_MEETING_PLAN_DIALOG (ceci_meeting_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CeciMeetingPlanDialog, ceci_meeting_plan_dialog, CECI, MEETING_PLAN_DIALOG, AdwDialog)

AdwDialog *ceci_meeting_plan_dialog_new (CeciDesk *desk, CeciCohort *cohort);

G_END_DECLS
