// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciMeeting; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-meeting.h"

struct _CeciMeeting {
  CeciRecord parent_instance;

  char *cohort_id;
  char *held_on;
  char *starts_at;
  char *ends_at;
  char *place;
  char *title;
  gint64 sequence;
  char *cancelled_on;
  gint64 present;
  gint64 excused;
  gint64 absent;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciMeeting, cohort_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciMeeting, held_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciMeeting, starts_at, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciMeeting, ends_at, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciMeeting, place, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciMeeting, title, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciMeeting, sequence, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciMeeting, cancelled_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_INTEGER (CeciMeeting, present, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
    CECI_FIELD_OF_INTEGER (CeciMeeting, excused, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
    CECI_FIELD_OF_INTEGER (CeciMeeting, absent, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
};

CECI_DEFINE_RECORD (CeciMeeting, ceci_meeting, "meeting");

CECI_DEFINE_GETTER (CeciMeeting, ceci_meeting, const char *, cohort_id);
CECI_DEFINE_GETTER (CeciMeeting, ceci_meeting, const char *, held_on);
CECI_DEFINE_GETTER (CeciMeeting, ceci_meeting, const char *, starts_at);
CECI_DEFINE_GETTER (CeciMeeting, ceci_meeting, const char *, ends_at);
CECI_DEFINE_GETTER (CeciMeeting, ceci_meeting, const char *, place);
CECI_DEFINE_GETTER (CeciMeeting, ceci_meeting, const char *, title);
CECI_DEFINE_GETTER (CeciMeeting, ceci_meeting, gint64, sequence);
CECI_DEFINE_GETTER (CeciMeeting, ceci_meeting, gint64, present);
CECI_DEFINE_GETTER (CeciMeeting, ceci_meeting, gint64, excused);
CECI_DEFINE_GETTER (CeciMeeting, ceci_meeting, gint64, absent);
CECI_DEFINE_GETTER (CeciMeeting, ceci_meeting, const char *, cancelled_on);
