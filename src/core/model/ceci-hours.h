// SPDX-License-Identifier: GPL-3.0-or-later
// One entry of the hour log.
#pragma once

#include "ceci-enums.h"
#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_HOURS (ceci_hours_get_type ())
G_DECLARE_FINAL_TYPE (CeciHours, ceci_hours, CECI, HOURS, CeciRecord)

const char    *ceci_hours_get_placement_id      (CeciHours *self);
const char    *ceci_hours_get_worked_on         (CeciHours *self);
gint64         ceci_hours_get_minutes           (CeciHours *self);
const char    *ceci_hours_get_description       (CeciHours *self);
CeciHoursState ceci_hours_get_state             (CeciHours *self);
const char    *ceci_hours_get_state_reason      (CeciHours *self);
const char    *ceci_hours_get_confirmed_by      (CeciHours *self);
const char    *ceci_hours_get_confirmed_on      (CeciHours *self);
const char    *ceci_hours_get_source            (CeciHours *self);

// joined by the repository
const char    *ceci_hours_get_student_id        (CeciHours *self);
const char    *ceci_hours_get_organisation_name (CeciHours *self);

G_END_DECLS
