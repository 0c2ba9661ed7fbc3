// SPDX-License-Identifier: GPL-3.0-or-later
// A scoring grid for juries, by version.
#pragma once

#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_GRID (ceci_grid_get_type ())
G_DECLARE_FINAL_TYPE (CeciGrid, ceci_grid, CECI, GRID, CeciRecord)

const char  *ceci_grid_get_name       (CeciGrid *self);
gint64       ceci_grid_get_version    (CeciGrid *self);
const char  *ceci_grid_get_adopted_on (CeciGrid *self);

G_END_DECLS
