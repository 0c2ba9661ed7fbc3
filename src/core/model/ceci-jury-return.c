// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciJuryReturn; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-jury-return.h"

struct _CeciJuryReturn {
  CeciRecord parent_instance;

  char *session_juror_id;
  gint64 package_revision;
  gint64 revision;
  char *sealed_at;
  char *merged_at;
  char *digest;
  CeciReturnState state;
  char *content;
  char *juror_name;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciJuryReturn, session_juror_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciJuryReturn, package_revision, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciJuryReturn, revision, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciJuryReturn, sealed_at, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciJuryReturn, merged_at, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciJuryReturn, digest, CECI_FIELD_STORED),
    CECI_FIELD_OF_ENUM (CeciJuryReturn, state, CECI_FIELD_STORED, ceci_return_state_get_type),
    CECI_FIELD_OF_TEXT (CeciJuryReturn, content, CECI_FIELD_SECRET),
    CECI_FIELD_OF_TEXT (CeciJuryReturn, juror_name, CECI_FIELD_JOINED),
};

CECI_DEFINE_RECORD (CeciJuryReturn, ceci_jury_return, "jury_return");

CECI_DEFINE_GETTER (CeciJuryReturn, ceci_jury_return, const char *, session_juror_id);
CECI_DEFINE_GETTER (CeciJuryReturn, ceci_jury_return, gint64, package_revision);
CECI_DEFINE_GETTER (CeciJuryReturn, ceci_jury_return, gint64, revision);
CECI_DEFINE_GETTER (CeciJuryReturn, ceci_jury_return, const char *, sealed_at);
CECI_DEFINE_GETTER (CeciJuryReturn, ceci_jury_return, const char *, merged_at);
CECI_DEFINE_GETTER (CeciJuryReturn, ceci_jury_return, const char *, digest);
CECI_DEFINE_GETTER (CeciJuryReturn, ceci_jury_return, CeciReturnState, state);
CECI_DEFINE_GETTER (CeciJuryReturn, ceci_jury_return, const char *, content);
CECI_DEFINE_GETTER (CeciJuryReturn, ceci_jury_return, const char *, juror_name);
