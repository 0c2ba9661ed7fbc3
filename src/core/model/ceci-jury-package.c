// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciJuryPackage; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-jury-package.h"

struct _CeciJuryPackage {
  CeciRecord parent_instance;

  char *session_juror_id;
  gint64 revision;
  char *made_at;
  char *manifest;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciJuryPackage, session_juror_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciJuryPackage, revision, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciJuryPackage, made_at, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciJuryPackage, manifest, CECI_FIELD_STORED),
};

CECI_DEFINE_RECORD (CeciJuryPackage, ceci_jury_package, "jury_package");

CECI_DEFINE_GETTER (CeciJuryPackage, ceci_jury_package, const char *, session_juror_id);
CECI_DEFINE_GETTER (CeciJuryPackage, ceci_jury_package, gint64, revision);
CECI_DEFINE_GETTER (CeciJuryPackage, ceci_jury_package, const char *, made_at);
CECI_DEFINE_GETTER (CeciJuryPackage, ceci_jury_package, const char *, manifest);
