// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciOffer; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-offer.h"

struct _CeciOffer {
  CeciRecord parent_instance;

  char *organisation_id;
  char *reference;
  char *title;
  gboolean labelled;
  char *origin;
  gint64 minutes;
  char *valid_until;
  char *description;
  char *organisation_name;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciOffer, organisation_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciOffer, reference, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciOffer, title, CECI_FIELD_STORED),
    CECI_FIELD_OF_BOOLEAN (CeciOffer, labelled, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciOffer, origin, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciOffer, minutes, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciOffer, valid_until, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciOffer, description, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciOffer, organisation_name, CECI_FIELD_JOINED),
};

CECI_DEFINE_RECORD (CeciOffer, ceci_offer, "offer");

CECI_DEFINE_GETTER (CeciOffer, ceci_offer, const char *, organisation_id);
CECI_DEFINE_GETTER (CeciOffer, ceci_offer, const char *, reference);
CECI_DEFINE_GETTER (CeciOffer, ceci_offer, const char *, title);
CECI_DEFINE_GETTER (CeciOffer, ceci_offer, gboolean, labelled);
CECI_DEFINE_GETTER (CeciOffer, ceci_offer, const char *, origin);
CECI_DEFINE_GETTER (CeciOffer, ceci_offer, gint64, minutes);
CECI_DEFINE_GETTER (CeciOffer, ceci_offer, const char *, valid_until);
CECI_DEFINE_GETTER (CeciOffer, ceci_offer, const char *, description);
CECI_DEFINE_GETTER (CeciOffer, ceci_offer, const char *, organisation_name);
