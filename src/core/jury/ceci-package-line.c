// SPDX-License-Identifier: GPL-3.0-or-later
// One line of what a package says of a dossier besides its documents.

#include "config.h"

#include "ceci-package-line.h"

struct _CeciPackageLine {
  CeciRecord parent_instance;

  char *title;
  char *text;
  char *state;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciPackageLine, title, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPackageLine, text, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPackageLine, state, CECI_FIELD_STORED),
};

CECI_DEFINE_RECORD (CeciPackageLine, ceci_package_line, NULL);

CECI_DEFINE_GETTER (CeciPackageLine, ceci_package_line, const char *, title);
CECI_DEFINE_GETTER (CeciPackageLine, ceci_package_line, const char *, text);
CECI_DEFINE_GETTER (CeciPackageLine, ceci_package_line, const char *, state);
