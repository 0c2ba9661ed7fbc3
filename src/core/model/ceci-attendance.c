// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciAttendance; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-attendance.h"

struct _CeciAttendance {
  CeciRecord parent_instance;

  char *meeting_id;
  char *student_id;
  CeciAttendanceState state;
  char *note;
  char *source;
  char *held_on;
  char *title;
  char *display_name;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciAttendance, meeting_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciAttendance, student_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_ENUM (CeciAttendance, state, CECI_FIELD_STORED, ceci_attendance_state_get_type),
    CECI_FIELD_OF_TEXT (CeciAttendance, note, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciAttendance, source, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciAttendance, held_on, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciAttendance, title, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciAttendance, display_name, CECI_FIELD_JOINED),
};

CECI_DEFINE_RECORD (CeciAttendance, ceci_attendance, "attendance");

CECI_DEFINE_GETTER (CeciAttendance, ceci_attendance, const char *, meeting_id);
CECI_DEFINE_GETTER (CeciAttendance, ceci_attendance, const char *, student_id);
CECI_DEFINE_GETTER (CeciAttendance, ceci_attendance, CeciAttendanceState, state);
CECI_DEFINE_GETTER (CeciAttendance, ceci_attendance, const char *, note);
CECI_DEFINE_GETTER (CeciAttendance, ceci_attendance, const char *, held_on);
CECI_DEFINE_GETTER (CeciAttendance, ceci_attendance, const char *, title);
CECI_DEFINE_GETTER (CeciAttendance, ceci_attendance, const char *, display_name);
CECI_DEFINE_GETTER (CeciAttendance, ceci_attendance, const char *, source);
