// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a student came to a meeting.
#pragma once

#include "ceci-enums.h"
#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_ATTENDANCE (ceci_attendance_get_type ())
G_DECLARE_FINAL_TYPE (CeciAttendance, ceci_attendance, CECI, ATTENDANCE, CeciRecord)

const char         *ceci_attendance_get_meeting_id   (CeciAttendance *self);
const char         *ceci_attendance_get_student_id   (CeciAttendance *self);
CeciAttendanceState ceci_attendance_get_state        (CeciAttendance *self);
const char         *ceci_attendance_get_note         (CeciAttendance *self);
const char         *ceci_attendance_get_source       (CeciAttendance *self);

// joined by the repository
const char         *ceci_attendance_get_held_on      (CeciAttendance *self);
const char         *ceci_attendance_get_title        (CeciAttendance *self);
const char         *ceci_attendance_get_display_name (CeciAttendance *self);

G_END_DECLS
