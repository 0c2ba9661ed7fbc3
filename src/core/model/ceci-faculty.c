// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciFaculty; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-faculty.h"

struct _CeciFaculty {
  CeciRecord parent_instance;

  char *code;
  char *name_fr;
  char *name_en;
  gint64 position;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciFaculty, code, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciFaculty, name_fr, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciFaculty, name_en, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciFaculty, position, CECI_FIELD_STORED),
};

CECI_DEFINE_RECORD (CeciFaculty, ceci_faculty, "faculty");

CECI_DEFINE_GETTER (CeciFaculty, ceci_faculty, const char *, code);
CECI_DEFINE_GETTER (CeciFaculty, ceci_faculty, const char *, name_fr);
CECI_DEFINE_GETTER (CeciFaculty, ceci_faculty, const char *, name_en);
CECI_DEFINE_GETTER (CeciFaculty, ceci_faculty, gint64, position);
