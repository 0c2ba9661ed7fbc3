// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciModule; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-module.h"

struct _CeciModule {
  CeciRecord parent_instance;

  gint64 position;
  char *title_fr;
  char *title_en;
  char *content_fr;
  char *content_en;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_INTEGER (CeciModule, position, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciModule, title_fr, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciModule, title_en, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciModule, content_fr, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciModule, content_en, CECI_FIELD_STORED),
};

CECI_DEFINE_RECORD (CeciModule, ceci_module, "module");

CECI_DEFINE_GETTER (CeciModule, ceci_module, gint64, position);
CECI_DEFINE_GETTER (CeciModule, ceci_module, const char *, title_fr);
CECI_DEFINE_GETTER (CeciModule, ceci_module, const char *, title_en);
CECI_DEFINE_GETTER (CeciModule, ceci_module, const char *, content_fr);
CECI_DEFINE_GETTER (CeciModule, ceci_module, const char *, content_en);
