// SPDX-License-Identifier: GPL-3.0-or-later
// A finding put aside until a day, with the reason.
#pragma once

#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_SNOOZE (ceci_snooze_get_type ())
G_DECLARE_FINAL_TYPE (CeciSnooze, ceci_snooze, CECI, SNOOZE, CeciRecord)

const char *ceci_snooze_get_student_id (CeciSnooze *self);
const char *ceci_snooze_get_rule       (CeciSnooze *self);
const char *ceci_snooze_get_until      (CeciSnooze *self);
const char *ceci_snooze_get_reason     (CeciSnooze *self);
const char *ceci_snooze_get_made_on    (CeciSnooze *self);
const char *ceci_snooze_get_display_name (CeciSnooze *self);
const char *ceci_snooze_get_cohort_name  (CeciSnooze *self);

G_END_DECLS
