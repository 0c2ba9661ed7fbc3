// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciInterruption; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-interruption.h"

struct _CeciInterruption {
  CeciRecord parent_instance;

  char *student_id;
  char *starts_on;
  char *ends_on;
  char *reason;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciInterruption, student_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciInterruption, starts_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciInterruption, ends_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciInterruption, reason, CECI_FIELD_STORED),
};

CECI_DEFINE_RECORD (CeciInterruption, ceci_interruption, "interruption");

CECI_DEFINE_GETTER (CeciInterruption, ceci_interruption, const char *, student_id);
CECI_DEFINE_GETTER (CeciInterruption, ceci_interruption, const char *, starts_on);
CECI_DEFINE_GETTER (CeciInterruption, ceci_interruption, const char *, ends_on);
CECI_DEFINE_GETTER (CeciInterruption, ceci_interruption, const char *, reason);
