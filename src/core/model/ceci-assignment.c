// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciAssignment; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-assignment.h"

struct _CeciAssignment {
  CeciRecord parent_instance;

  char *dossier_id;
  char *juror_id;
  CeciAssignmentRole role;
  char *recused_on;
  char *recusal_reason;
  char *session_id;
  char *student_id;
  char *juror_name;
  char *candidate_name;
  char *review_id;
  CeciOutcome suggestion;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciAssignment, dossier_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciAssignment, juror_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_ENUM (CeciAssignment, role, CECI_FIELD_STORED, ceci_assignment_role_get_type),
    CECI_FIELD_OF_TEXT (CeciAssignment, recused_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciAssignment, recusal_reason, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciAssignment, session_id, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciAssignment, student_id, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciAssignment, juror_name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciAssignment, candidate_name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciAssignment, review_id, CECI_FIELD_JOINED),
    CECI_FIELD_OF_ENUM (CeciAssignment, suggestion, CECI_FIELD_JOINED, ceci_outcome_get_type),
};

CECI_DEFINE_RECORD (CeciAssignment, ceci_assignment, "assignment");

CECI_DEFINE_GETTER (CeciAssignment, ceci_assignment, const char *, dossier_id);
CECI_DEFINE_GETTER (CeciAssignment, ceci_assignment, const char *, juror_id);
CECI_DEFINE_GETTER (CeciAssignment, ceci_assignment, CeciAssignmentRole, role);
CECI_DEFINE_GETTER (CeciAssignment, ceci_assignment, const char *, recused_on);
CECI_DEFINE_GETTER (CeciAssignment, ceci_assignment, const char *, recusal_reason);
CECI_DEFINE_GETTER (CeciAssignment, ceci_assignment, const char *, session_id);
CECI_DEFINE_GETTER (CeciAssignment, ceci_assignment, const char *, student_id);
CECI_DEFINE_GETTER (CeciAssignment, ceci_assignment, const char *, juror_name);
CECI_DEFINE_GETTER (CeciAssignment, ceci_assignment, const char *, candidate_name);
CECI_DEFINE_GETTER (CeciAssignment, ceci_assignment, const char *, review_id);
CECI_DEFINE_GETTER (CeciAssignment, ceci_assignment, CeciOutcome, suggestion);
