// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciApplicationContact; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-application-contact.h"

struct _CeciApplicationContact {
  CeciRecord parent_instance;

  char *application_id;
  char *contacted_on;
  CeciContactChannel channel;
  char *author;
  char *note;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciApplicationContact, application_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciApplicationContact, contacted_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_ENUM (CeciApplicationContact, channel, CECI_FIELD_STORED, ceci_contact_channel_get_type),
    CECI_FIELD_OF_TEXT (CeciApplicationContact, author, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciApplicationContact, note, CECI_FIELD_STORED),
};

CECI_DEFINE_RECORD (CeciApplicationContact, ceci_application_contact, "application_contact");

CECI_DEFINE_GETTER (CeciApplicationContact, ceci_application_contact, const char *, application_id);
CECI_DEFINE_GETTER (CeciApplicationContact, ceci_application_contact, const char *, contacted_on);
CECI_DEFINE_GETTER (CeciApplicationContact, ceci_application_contact, CeciContactChannel, channel);
CECI_DEFINE_GETTER (CeciApplicationContact, ceci_application_contact, const char *, author);
CECI_DEFINE_GETTER (CeciApplicationContact, ceci_application_contact, const char *, note);
