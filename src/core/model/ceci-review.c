// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciReview; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-review.h"

struct _CeciReview {
  CeciRecord parent_instance;

  char *assignment_id;
  char *return_id;
  CeciOutcome suggestion;
  char *comment;
  gboolean outdated;
  char *dossier_id;
  char *juror_id;
  char *juror_name;
  CeciAssignmentRole role;
  char *recused_on;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciReview, assignment_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciReview, return_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_ENUM (CeciReview, suggestion, CECI_FIELD_STORED, ceci_outcome_get_type),
    CECI_FIELD_OF_TEXT (CeciReview, comment, CECI_FIELD_STORED),
    CECI_FIELD_OF_BOOLEAN (CeciReview, outdated, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciReview, dossier_id, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciReview, juror_id, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciReview, juror_name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_ENUM (CeciReview, role, CECI_FIELD_JOINED, ceci_assignment_role_get_type),
    CECI_FIELD_OF_TEXT (CeciReview, recused_on, CECI_FIELD_JOINED),
};

CECI_DEFINE_RECORD (CeciReview, ceci_review, "review");

CECI_DEFINE_GETTER (CeciReview, ceci_review, const char *, assignment_id);
CECI_DEFINE_GETTER (CeciReview, ceci_review, const char *, return_id);
CECI_DEFINE_GETTER (CeciReview, ceci_review, CeciOutcome, suggestion);
CECI_DEFINE_GETTER (CeciReview, ceci_review, const char *, comment);
CECI_DEFINE_GETTER (CeciReview, ceci_review, gboolean, outdated);
CECI_DEFINE_GETTER (CeciReview, ceci_review, const char *, dossier_id);
CECI_DEFINE_GETTER (CeciReview, ceci_review, const char *, juror_id);
CECI_DEFINE_GETTER (CeciReview, ceci_review, const char *, juror_name);
CECI_DEFINE_GETTER (CeciReview, ceci_review, CeciAssignmentRole, role);
CECI_DEFINE_GETTER (CeciReview, ceci_review, const char *, recused_on);
