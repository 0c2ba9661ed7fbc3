// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciJuror; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-juror.h"

struct _CeciJuror {
  CeciRecord parent_instance;

  char *family_name;
  char *first_name;
  char *email;
  CeciJurorQuality quality;
  char *languages;
  char *organisation;
  char *display_name;
  gint64 sessions;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciJuror, family_name, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciJuror, first_name, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciJuror, email, CECI_FIELD_STORED),
    CECI_FIELD_OF_ENUM (CeciJuror, quality, CECI_FIELD_STORED, ceci_juror_quality_get_type),
    CECI_FIELD_OF_TEXT (CeciJuror, languages, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciJuror, organisation, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciJuror, display_name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_INTEGER (CeciJuror, sessions, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
};

CECI_DEFINE_RECORD (CeciJuror, ceci_juror, "juror");

CECI_DEFINE_GETTER (CeciJuror, ceci_juror, const char *, family_name);
CECI_DEFINE_GETTER (CeciJuror, ceci_juror, const char *, first_name);
CECI_DEFINE_GETTER (CeciJuror, ceci_juror, const char *, email);
CECI_DEFINE_GETTER (CeciJuror, ceci_juror, CeciJurorQuality, quality);
CECI_DEFINE_GETTER (CeciJuror, ceci_juror, const char *, languages);
CECI_DEFINE_GETTER (CeciJuror, ceci_juror, const char *, organisation);
CECI_DEFINE_GETTER (CeciJuror, ceci_juror, const char *, display_name);
CECI_DEFINE_GETTER (CeciJuror, ceci_juror, gint64, sessions);
