// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciCertificate; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-certificate.h"

struct _CeciCertificate {
  CeciRecord parent_instance;

  char *student_id;
  char *decision_id;
  char *number;
  char *issued_on;
  char *payload;
  char *revoked_on;
  char *revoked_reason;
  char *person_id;
  char *display_name;
  char *cohort_name;
  char *session_name;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciCertificate, student_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciCertificate, decision_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciCertificate, number, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciCertificate, issued_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciCertificate, payload, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciCertificate, revoked_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciCertificate, revoked_reason, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciCertificate, person_id, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciCertificate, display_name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciCertificate, cohort_name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciCertificate, session_name, CECI_FIELD_JOINED),
};

CECI_DEFINE_RECORD (CeciCertificate, ceci_certificate, "certificate");

CECI_DEFINE_GETTER (CeciCertificate, ceci_certificate, const char *, student_id);
CECI_DEFINE_GETTER (CeciCertificate, ceci_certificate, const char *, decision_id);
CECI_DEFINE_GETTER (CeciCertificate, ceci_certificate, const char *, number);
CECI_DEFINE_GETTER (CeciCertificate, ceci_certificate, const char *, issued_on);
CECI_DEFINE_GETTER (CeciCertificate, ceci_certificate, const char *, payload);
CECI_DEFINE_GETTER (CeciCertificate, ceci_certificate, const char *, revoked_on);
CECI_DEFINE_GETTER (CeciCertificate, ceci_certificate, const char *, revoked_reason);
CECI_DEFINE_GETTER (CeciCertificate, ceci_certificate, const char *, person_id);
CECI_DEFINE_GETTER (CeciCertificate, ceci_certificate, const char *, display_name);
CECI_DEFINE_GETTER (CeciCertificate, ceci_certificate, const char *, cohort_name);
CECI_DEFINE_GETTER (CeciCertificate, ceci_certificate, const char *, session_name);
