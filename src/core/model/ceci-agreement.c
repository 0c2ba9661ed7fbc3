// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciAgreement; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-agreement.h"

struct _CeciAgreement {
  CeciRecord parent_instance;

  char *placement_id;
  gint64 number;
  char *drawn_on;
  char *reason;
  char *document_id;
  char *changes;
  gint64 signatures;
  char *student_signed_on;
  char *organisation_signed_on;
  char *university_signed_on;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciAgreement, placement_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciAgreement, number, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciAgreement, drawn_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciAgreement, reason, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciAgreement, document_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciAgreement, changes, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciAgreement, signatures, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
    CECI_FIELD_OF_TEXT (CeciAgreement, student_signed_on, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciAgreement, organisation_signed_on, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciAgreement, university_signed_on, CECI_FIELD_JOINED),
};

CECI_DEFINE_RECORD (CeciAgreement, ceci_agreement, "agreement");

CECI_DEFINE_GETTER (CeciAgreement, ceci_agreement, const char *, placement_id);
CECI_DEFINE_GETTER (CeciAgreement, ceci_agreement, gint64, number);
CECI_DEFINE_GETTER (CeciAgreement, ceci_agreement, const char *, drawn_on);
CECI_DEFINE_GETTER (CeciAgreement, ceci_agreement, const char *, reason);
CECI_DEFINE_GETTER (CeciAgreement, ceci_agreement, gint64, signatures);
CECI_DEFINE_GETTER (CeciAgreement, ceci_agreement, const char *, student_signed_on);
CECI_DEFINE_GETTER (CeciAgreement, ceci_agreement, const char *, organisation_signed_on);
CECI_DEFINE_GETTER (CeciAgreement, ceci_agreement, const char *, university_signed_on);
CECI_DEFINE_GETTER (CeciAgreement, ceci_agreement, const char *, document_id);
CECI_DEFINE_GETTER (CeciAgreement, ceci_agreement, const char *, changes);
