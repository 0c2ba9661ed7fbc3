// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciContact; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-contact.h"

struct _CeciContact {
  CeciRecord parent_instance;

  char *organisation_id;
  char *name;
  char *role;
  char *email;
  char *phone;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciContact, organisation_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciContact, name, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciContact, role, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciContact, email, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciContact, phone, CECI_FIELD_STORED),
};

CECI_DEFINE_RECORD (CeciContact, ceci_contact, "contact");

CECI_DEFINE_GETTER (CeciContact, ceci_contact, const char *, organisation_id);
CECI_DEFINE_GETTER (CeciContact, ceci_contact, const char *, name);
CECI_DEFINE_GETTER (CeciContact, ceci_contact, const char *, role);
CECI_DEFINE_GETTER (CeciContact, ceci_contact, const char *, email);
CECI_DEFINE_GETTER (CeciContact, ceci_contact, const char *, phone);
