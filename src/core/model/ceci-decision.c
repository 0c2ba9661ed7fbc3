// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciDecision; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-decision.h"

struct _CeciDecision {
  CeciRecord parent_instance;

  char *dossier_id;
  CeciOutcome outcome;
  char *reason;
  gint64 votes_for;
  gint64 votes_against;
  gint64 abstentions;
  char *decided_on;
  char *conditions;
  char *complete_by;
  char *session_id;
  char *student_id;
  char *display_name;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciDecision, dossier_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_ENUM (CeciDecision, outcome, CECI_FIELD_STORED, ceci_outcome_get_type),
    CECI_FIELD_OF_TEXT (CeciDecision, reason, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciDecision, votes_for, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciDecision, votes_against, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciDecision, abstentions, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciDecision, decided_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciDecision, conditions, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciDecision, complete_by, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciDecision, session_id, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciDecision, student_id, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciDecision, display_name, CECI_FIELD_JOINED),
};

CECI_DEFINE_RECORD (CeciDecision, ceci_decision, "decision");

CECI_DEFINE_GETTER (CeciDecision, ceci_decision, const char *, dossier_id);
CECI_DEFINE_GETTER (CeciDecision, ceci_decision, CeciOutcome, outcome);
CECI_DEFINE_GETTER (CeciDecision, ceci_decision, const char *, reason);
CECI_DEFINE_GETTER (CeciDecision, ceci_decision, gint64, votes_for);
CECI_DEFINE_GETTER (CeciDecision, ceci_decision, gint64, votes_against);
CECI_DEFINE_GETTER (CeciDecision, ceci_decision, gint64, abstentions);
CECI_DEFINE_GETTER (CeciDecision, ceci_decision, const char *, decided_on);
CECI_DEFINE_GETTER (CeciDecision, ceci_decision, const char *, conditions);
CECI_DEFINE_GETTER (CeciDecision, ceci_decision, const char *, complete_by);
CECI_DEFINE_GETTER (CeciDecision, ceci_decision, const char *, session_id);
CECI_DEFINE_GETTER (CeciDecision, ceci_decision, const char *, student_id);
CECI_DEFINE_GETTER (CeciDecision, ceci_decision, const char *, display_name);
