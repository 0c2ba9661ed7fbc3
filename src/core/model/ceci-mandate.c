// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciMandate; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-mandate.h"

struct _CeciMandate {
  CeciRecord parent_instance;

  char *organisation_id;
  char *holder_name;
  char *person_id;
  char *role;
  char *starts_on;
  char *ends_on;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciMandate, organisation_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciMandate, holder_name, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciMandate, person_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciMandate, role, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciMandate, starts_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciMandate, ends_on, CECI_FIELD_DATE),
};

CECI_DEFINE_RECORD (CeciMandate, ceci_mandate, "mandate");

CECI_DEFINE_GETTER (CeciMandate, ceci_mandate, const char *, organisation_id);
CECI_DEFINE_GETTER (CeciMandate, ceci_mandate, const char *, holder_name);
CECI_DEFINE_GETTER (CeciMandate, ceci_mandate, const char *, person_id);
CECI_DEFINE_GETTER (CeciMandate, ceci_mandate, const char *, role);
CECI_DEFINE_GETTER (CeciMandate, ceci_mandate, const char *, starts_on);
CECI_DEFINE_GETTER (CeciMandate, ceci_mandate, const char *, ends_on);
