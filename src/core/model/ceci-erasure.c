// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciErasure; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-erasure.h"

struct _CeciErasure {
  CeciRecord parent_instance;

  char *person_id;
  char *requested_on;
  char *done_on;
  char *reason;
  char *kept;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciErasure, person_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciErasure, requested_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciErasure, done_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciErasure, reason, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciErasure, kept, CECI_FIELD_STORED),
};

CECI_DEFINE_RECORD (CeciErasure, ceci_erasure, "erasure");

CECI_DEFINE_GETTER (CeciErasure, ceci_erasure, const char *, person_id);
CECI_DEFINE_GETTER (CeciErasure, ceci_erasure, const char *, requested_on);
CECI_DEFINE_GETTER (CeciErasure, ceci_erasure, const char *, done_on);
CECI_DEFINE_GETTER (CeciErasure, ceci_erasure, const char *, reason);
CECI_DEFINE_GETTER (CeciErasure, ceci_erasure, const char *, kept);
