// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciSignature; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-signature.h"

struct _CeciSignature {
  CeciRecord parent_instance;

  char *agreement_id;
  CeciParty party;
  char *signatory;
  char *signed_on;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciSignature, agreement_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_ENUM (CeciSignature, party, CECI_FIELD_STORED, ceci_party_get_type),
    CECI_FIELD_OF_TEXT (CeciSignature, signatory, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciSignature, signed_on, CECI_FIELD_DATE),
};

CECI_DEFINE_RECORD (CeciSignature, ceci_signature, "signature");

CECI_DEFINE_GETTER (CeciSignature, ceci_signature, const char *, agreement_id);
CECI_DEFINE_GETTER (CeciSignature, ceci_signature, CeciParty, party);
CECI_DEFINE_GETTER (CeciSignature, ceci_signature, const char *, signatory);
CECI_DEFINE_GETTER (CeciSignature, ceci_signature, const char *, signed_on);
