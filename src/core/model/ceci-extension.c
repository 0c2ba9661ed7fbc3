// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciExtension; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-extension.h"

struct _CeciExtension {
  CeciRecord parent_instance;

  char *student_id;
  CeciExtensionCategory category;
  char *deadline;
  char *granted_by;
  char *granted_on;
  char *note;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciExtension, student_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_ENUM (CeciExtension, category, CECI_FIELD_STORED, ceci_extension_category_get_type),
    CECI_FIELD_OF_TEXT (CeciExtension, deadline, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciExtension, granted_by, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciExtension, granted_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciExtension, note, CECI_FIELD_STORED),
};

CECI_DEFINE_RECORD (CeciExtension, ceci_extension, "extension");

CECI_DEFINE_GETTER (CeciExtension, ceci_extension, const char *, student_id);
CECI_DEFINE_GETTER (CeciExtension, ceci_extension, CeciExtensionCategory, category);
CECI_DEFINE_GETTER (CeciExtension, ceci_extension, const char *, deadline);
CECI_DEFINE_GETTER (CeciExtension, ceci_extension, const char *, granted_by);
CECI_DEFINE_GETTER (CeciExtension, ceci_extension, const char *, granted_on);
CECI_DEFINE_GETTER (CeciExtension, ceci_extension, const char *, note);
