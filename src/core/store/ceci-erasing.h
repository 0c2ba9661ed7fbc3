// SPDX-License-Identifier: GPL-3.0-or-later
// Taking values out of the register for good, from its tables and from the journal's past, within the work of ceci_register_erase().
#pragma once

#include "ceci-database.h"

G_BEGIN_DECLS

// Lists end with NULL. A column that may not be NULL is left empty (0 for a number).
gboolean ceci_database_erase_columns (CeciDatabase *self, const char *table, const char * const *ids, const char * const *columns, GError **error);
gboolean ceci_database_erase_value   (CeciDatabase *self, const char *table, const char *id, const char *column, const char *left, GError **error); // left: what stands there instead, now and in the past
gboolean ceci_database_erase_rows    (CeciDatabase *self, const char *table, const char * const *ids, GError **error);
gboolean ceci_database_erase_words   (CeciDatabase *self, const char * const *ids, const char * const *words, GError **error); // in the labels of the steps that touched these rows
gboolean ceci_database_erase_blobs   (CeciDatabase *self, const char * const *sha256s, GError **error); // those that nothing else refers to, now or in the past

char    *ceci_words_taken_out        (const char *text, const char * const *words) G_GNUC_WARN_UNUSED_RESULT; // NULL if none stands in it

G_END_DECLS
