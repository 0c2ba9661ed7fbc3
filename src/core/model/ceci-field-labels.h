// SPDX-License-Identifier: GPL-3.0-or-later
// What tables and columns are called by people: for the history, for what a person is given on request.
#pragma once

#include "ceci-record.h"

G_BEGIN_DECLS

const char *ceci_table_label      (const char *table);  // translated, of one row: «Signature»; the table's name if it has none
const char *ceci_column_label     (const char *table, const char *column); // translated; NULL: nothing for people to read
GType       ceci_table_record     (const char *table);  // its record class, or G_TYPE_INVALID
// A stored value as people read it; NULL for nothing. Identifiers become the name of what they refer to, in the register as it stands.
char       *ceci_column_words     (CeciDatabase *database, const char *table, const char *column, const char *value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
