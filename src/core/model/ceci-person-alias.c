// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciPersonAlias; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-person-alias.h"

struct _CeciPersonAlias {
  CeciRecord parent_instance;

  char *person_id;
  char *family_name;
  char *first_name;
  char *usual_first_name;
  char *until;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciPersonAlias, person_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPersonAlias, family_name, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPersonAlias, first_name, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPersonAlias, usual_first_name, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPersonAlias, until, CECI_FIELD_DATE),
};

CECI_DEFINE_RECORD (CeciPersonAlias, ceci_person_alias, "person_alias");

CECI_DEFINE_GETTER (CeciPersonAlias, ceci_person_alias, const char *, person_id);
CECI_DEFINE_GETTER (CeciPersonAlias, ceci_person_alias, const char *, family_name);
CECI_DEFINE_GETTER (CeciPersonAlias, ceci_person_alias, const char *, first_name);
CECI_DEFINE_GETTER (CeciPersonAlias, ceci_person_alias, const char *, usual_first_name);
CECI_DEFINE_GETTER (CeciPersonAlias, ceci_person_alias, const char *, until);
