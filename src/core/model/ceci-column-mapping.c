// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciColumnMapping; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-column-mapping.h"

struct _CeciColumnMapping {
  CeciRecord parent_instance;

  char *format;
  char *course;
  char *heading;
  char *target;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciColumnMapping, format, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciColumnMapping, course, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciColumnMapping, heading, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciColumnMapping, target, CECI_FIELD_STORED),
};

CECI_DEFINE_RECORD (CeciColumnMapping, ceci_column_mapping, "column_mapping");

CECI_DEFINE_GETTER (CeciColumnMapping, ceci_column_mapping, const char *, format);
CECI_DEFINE_GETTER (CeciColumnMapping, ceci_column_mapping, const char *, course);
CECI_DEFINE_GETTER (CeciColumnMapping, ceci_column_mapping, const char *, heading);
CECI_DEFINE_GETTER (CeciColumnMapping, ceci_column_mapping, const char *, target);
