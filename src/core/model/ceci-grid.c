// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciGrid; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-grid.h"

struct _CeciGrid {
  CeciRecord parent_instance;

  char *name;
  gint64 version;
  char *adopted_on;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciGrid, name, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciGrid, version, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciGrid, adopted_on, CECI_FIELD_DATE),
};

CECI_DEFINE_RECORD (CeciGrid, ceci_grid, "grid");

CECI_DEFINE_GETTER (CeciGrid, ceci_grid, const char *, name);
CECI_DEFINE_GETTER (CeciGrid, ceci_grid, gint64, version);
CECI_DEFINE_GETTER (CeciGrid, ceci_grid, const char *, adopted_on);
