// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciParticipant; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-participant.h"

struct _CeciParticipant {
  CeciRecord parent_instance;

  char *course;
  char *number;
  char *person_id;
  char *display_name;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciParticipant, course, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciParticipant, number, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciParticipant, person_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciParticipant, display_name, CECI_FIELD_JOINED),
};

CECI_DEFINE_RECORD (CeciParticipant, ceci_participant, "participant");

CECI_DEFINE_GETTER (CeciParticipant, ceci_participant, const char *, course);
CECI_DEFINE_GETTER (CeciParticipant, ceci_participant, const char *, number);
CECI_DEFINE_GETTER (CeciParticipant, ceci_participant, const char *, person_id);
CECI_DEFINE_GETTER (CeciParticipant, ceci_participant, const char *, display_name);
