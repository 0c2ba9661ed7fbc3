// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciRegulationRow; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-regulation-row.h"

struct _CeciRegulationRow {
  CeciRecord parent_instance;

  char *title;
  gint64 version;
  char *adopted_on;
  char *content;
  char *grid_id;
  char *previous_id;
  char *reason;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciRegulationRow, title, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciRegulationRow, version, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciRegulationRow, adopted_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciRegulationRow, content, CECI_FIELD_SECRET),
    CECI_FIELD_OF_TEXT (CeciRegulationRow, grid_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciRegulationRow, previous_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciRegulationRow, reason, CECI_FIELD_STORED),
};

CECI_DEFINE_RECORD (CeciRegulationRow, ceci_regulation_row, "regulation");

CECI_DEFINE_GETTER (CeciRegulationRow, ceci_regulation_row, const char *, title);
CECI_DEFINE_GETTER (CeciRegulationRow, ceci_regulation_row, gint64, version);
CECI_DEFINE_GETTER (CeciRegulationRow, ceci_regulation_row, const char *, adopted_on);
CECI_DEFINE_GETTER (CeciRegulationRow, ceci_regulation_row, const char *, content);
CECI_DEFINE_GETTER (CeciRegulationRow, ceci_regulation_row, const char *, grid_id);
CECI_DEFINE_GETTER (CeciRegulationRow, ceci_regulation_row, const char *, previous_id);
CECI_DEFINE_GETTER (CeciRegulationRow, ceci_regulation_row, const char *, reason);
