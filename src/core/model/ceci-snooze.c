// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciSnooze; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-snooze.h"

struct _CeciSnooze {
  CeciRecord parent_instance;

  char *student_id;
  char *rule;
  char *until;
  char *reason;
  char *made_on;
  char *display_name;
  char *cohort_name;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciSnooze, student_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciSnooze, rule, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciSnooze, until, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciSnooze, reason, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciSnooze, made_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciSnooze, display_name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciSnooze, cohort_name, CECI_FIELD_JOINED),
};

CECI_DEFINE_RECORD (CeciSnooze, ceci_snooze, "snooze");

CECI_DEFINE_GETTER (CeciSnooze, ceci_snooze, const char *, student_id);
CECI_DEFINE_GETTER (CeciSnooze, ceci_snooze, const char *, rule);
CECI_DEFINE_GETTER (CeciSnooze, ceci_snooze, const char *, until);
CECI_DEFINE_GETTER (CeciSnooze, ceci_snooze, const char *, reason);
CECI_DEFINE_GETTER (CeciSnooze, ceci_snooze, const char *, made_on);
CECI_DEFINE_GETTER (CeciSnooze, ceci_snooze, const char *, display_name);
CECI_DEFINE_GETTER (CeciSnooze, ceci_snooze, const char *, cohort_name);
