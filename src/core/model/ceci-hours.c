// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciHours; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-hours.h"

struct _CeciHours {
  CeciRecord parent_instance;

  char *placement_id;
  char *worked_on;
  gint64 minutes;
  char *description;
  CeciHoursState state;
  char *state_reason;
  char *confirmed_by;
  char *confirmed_on;
  char *source;
  char *student_id;
  char *organisation_name;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciHours, placement_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciHours, worked_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_INTEGER (CeciHours, minutes, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciHours, description, CECI_FIELD_STORED),
    CECI_FIELD_OF_ENUM (CeciHours, state, CECI_FIELD_STORED, ceci_hours_state_get_type),
    CECI_FIELD_OF_TEXT (CeciHours, state_reason, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciHours, confirmed_by, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciHours, confirmed_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciHours, source, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciHours, student_id, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciHours, organisation_name, CECI_FIELD_JOINED),
};

CECI_DEFINE_RECORD (CeciHours, ceci_hours, "hours");

CECI_DEFINE_GETTER (CeciHours, ceci_hours, const char *, placement_id);
CECI_DEFINE_GETTER (CeciHours, ceci_hours, const char *, worked_on);
CECI_DEFINE_GETTER (CeciHours, ceci_hours, gint64, minutes);
CECI_DEFINE_GETTER (CeciHours, ceci_hours, const char *, description);
CECI_DEFINE_GETTER (CeciHours, ceci_hours, CeciHoursState, state);
CECI_DEFINE_GETTER (CeciHours, ceci_hours, const char *, state_reason);
CECI_DEFINE_GETTER (CeciHours, ceci_hours, const char *, student_id);
CECI_DEFINE_GETTER (CeciHours, ceci_hours, const char *, organisation_name);
CECI_DEFINE_GETTER (CeciHours, ceci_hours, const char *, confirmed_by);
CECI_DEFINE_GETTER (CeciHours, ceci_hours, const char *, confirmed_on);
CECI_DEFINE_GETTER (CeciHours, ceci_hours, const char *, source);
