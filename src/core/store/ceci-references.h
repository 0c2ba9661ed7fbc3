// SPDX-License-Identifier: GPL-3.0-or-later
// Which columns of the schema, as it stands, refer to a table: whoever moves references forgets none.
#pragma once

#include "ceci-database.h"

G_BEGIN_DECLS

typedef struct {
  char *table;
  char *column;
} CeciReference;

GPtrArray *ceci_references_to    (CeciDatabase *database, const char *table, GError **error) G_GNUC_WARN_UNUSED_RESULT; // (element-type CeciReference), by table and column
gint64     ceci_references_count (CeciDatabase *database, const CeciReference *reference, const char *id, GError **error); // rows; -1 with error
gboolean   ceci_references_move  (CeciDatabase *database, const CeciReference *reference, const char *from, const char *to, GError **error);

G_END_DECLS
