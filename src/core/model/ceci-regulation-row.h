// SPDX-License-Identifier: GPL-3.0-or-later
// A stored regulation: its JSON, its version, its grid. What it says is read by CeciRegulation.
#pragma once

#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_REGULATION_ROW (ceci_regulation_row_get_type ())
G_DECLARE_FINAL_TYPE (CeciRegulationRow, ceci_regulation_row, CECI, REGULATION_ROW, CeciRecord)

const char *ceci_regulation_row_get_title       (CeciRegulationRow *self);
gint64      ceci_regulation_row_get_version     (CeciRegulationRow *self);
const char *ceci_regulation_row_get_adopted_on  (CeciRegulationRow *self);
const char *ceci_regulation_row_get_content     (CeciRegulationRow *self);
const char *ceci_regulation_row_get_grid_id     (CeciRegulationRow *self);
const char *ceci_regulation_row_get_previous_id (CeciRegulationRow *self);
const char *ceci_regulation_row_get_reason      (CeciRegulationRow *self);

G_END_DECLS
