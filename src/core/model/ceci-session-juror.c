// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciSessionJuror; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-session-juror.h"

struct _CeciSessionJuror {
  CeciRecord parent_instance;

  char *session_id;
  char *juror_id;
  char *public_key;
  char *return_key;
  gint64 revision;
  char *recused_on;
  char *recusal_reason;
  char *arrived_at;
  char *left_at;
  char *display_name;
  char *family_name;
  char *first_name;
  char *email;
  CeciJurorQuality quality;
  char *languages;
  gint64 assigned;
  gint64 reviewed;
  char *packaged_at;
  char *returned_at;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciSessionJuror, session_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciSessionJuror, juror_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciSessionJuror, public_key, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciSessionJuror, return_key, CECI_FIELD_SECRET),
    CECI_FIELD_OF_INTEGER (CeciSessionJuror, revision, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciSessionJuror, recused_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciSessionJuror, recusal_reason, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciSessionJuror, arrived_at, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciSessionJuror, left_at, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciSessionJuror, display_name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciSessionJuror, family_name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciSessionJuror, first_name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciSessionJuror, email, CECI_FIELD_JOINED),
    CECI_FIELD_OF_ENUM (CeciSessionJuror, quality, CECI_FIELD_JOINED, ceci_juror_quality_get_type),
    CECI_FIELD_OF_TEXT (CeciSessionJuror, languages, CECI_FIELD_JOINED),
    CECI_FIELD_OF_INTEGER (CeciSessionJuror, assigned, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
    CECI_FIELD_OF_INTEGER (CeciSessionJuror, reviewed, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
    CECI_FIELD_OF_TEXT (CeciSessionJuror, packaged_at, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciSessionJuror, returned_at, CECI_FIELD_JOINED),
};

CECI_DEFINE_RECORD (CeciSessionJuror, ceci_session_juror, "session_juror");

CECI_DEFINE_GETTER (CeciSessionJuror, ceci_session_juror, const char *, session_id);
CECI_DEFINE_GETTER (CeciSessionJuror, ceci_session_juror, const char *, juror_id);
CECI_DEFINE_GETTER (CeciSessionJuror, ceci_session_juror, const char *, public_key);
CECI_DEFINE_GETTER (CeciSessionJuror, ceci_session_juror, const char *, return_key);
CECI_DEFINE_GETTER (CeciSessionJuror, ceci_session_juror, gint64, revision);
CECI_DEFINE_GETTER (CeciSessionJuror, ceci_session_juror, const char *, recused_on);
CECI_DEFINE_GETTER (CeciSessionJuror, ceci_session_juror, const char *, recusal_reason);
CECI_DEFINE_GETTER (CeciSessionJuror, ceci_session_juror, const char *, arrived_at);
CECI_DEFINE_GETTER (CeciSessionJuror, ceci_session_juror, const char *, left_at);
CECI_DEFINE_GETTER (CeciSessionJuror, ceci_session_juror, const char *, display_name);
CECI_DEFINE_GETTER (CeciSessionJuror, ceci_session_juror, const char *, family_name);
CECI_DEFINE_GETTER (CeciSessionJuror, ceci_session_juror, const char *, first_name);
CECI_DEFINE_GETTER (CeciSessionJuror, ceci_session_juror, const char *, email);
CECI_DEFINE_GETTER (CeciSessionJuror, ceci_session_juror, CeciJurorQuality, quality);
CECI_DEFINE_GETTER (CeciSessionJuror, ceci_session_juror, const char *, languages);
CECI_DEFINE_GETTER (CeciSessionJuror, ceci_session_juror, gint64, assigned);
CECI_DEFINE_GETTER (CeciSessionJuror, ceci_session_juror, gint64, reviewed);
CECI_DEFINE_GETTER (CeciSessionJuror, ceci_session_juror, const char *, packaged_at);
CECI_DEFINE_GETTER (CeciSessionJuror, ceci_session_juror, const char *, returned_at);
