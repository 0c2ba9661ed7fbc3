// SPDX-License-Identifier: GPL-3.0-or-later
// How a person mapped a column of a file once.
#pragma once

#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_COLUMN_MAPPING (ceci_column_mapping_get_type ())
G_DECLARE_FINAL_TYPE (CeciColumnMapping, ceci_column_mapping, CECI, COLUMN_MAPPING, CeciRecord)

const char  *ceci_column_mapping_get_format  (CeciColumnMapping *self);
const char  *ceci_column_mapping_get_course  (CeciColumnMapping *self);
const char  *ceci_column_mapping_get_heading (CeciColumnMapping *self);
const char  *ceci_column_mapping_get_target  (CeciColumnMapping *self);

G_END_DECLS
