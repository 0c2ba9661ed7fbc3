// SPDX-License-Identifier: GPL-3.0-or-later
// What only the store's own files do with a connection: opening, transactions, the handle itself.
#pragma once

#include <sqlite3.h>
#include "ceci-database.h"

G_BEGIN_DECLS

#define CECI_REGISTER_MARK 0x43454369 // "CECi" in the file's header

typedef enum {
  CECI_DATABASE_CREATE,    // make the file
  CECI_DATABASE_WRITE,     // the one writer
  CECI_DATABASE_READ,      // beside the writer
  CECI_DATABASE_READ_ONLY, // where nothing can or may be written
  CECI_DATABASE_FROZEN,    // the same, and nobody else writes it meanwhile: nothing is left beside it
} CeciDatabaseMode;

CeciDatabase *ceci_database_open (const char *path, CeciDatabaseMode mode, CeciEntropy *entropy, GError **error);
void ceci_database_close (CeciDatabase *self);
sqlite3 *ceci_database_get_handle (CeciDatabase *self);
const char *ceci_database_get_path (CeciDatabase *self);
const char *ceci_database_get_name (CeciDatabase *self); // the file's, for sentences
void ceci_database_set_writable (CeciDatabase *self, gboolean writable);
gint64 ceci_database_get_erasing (CeciDatabase *self); // the step that erases, 0 if none is under way
void ceci_database_set_erasing (CeciDatabase *self, gint64 sequence);
void ceci_database_settle (CeciDatabase *self); // no statement is under way any more
gboolean ceci_database_begin (CeciDatabase *self, gboolean write, GError **error);
gboolean ceci_database_commit (CeciDatabase *self, GError **error);
void ceci_database_rollback (CeciDatabase *self);

// FALSE and an error in words unless code is SQLITE_OK, SQLITE_ROW or SQLITE_DONE. handle may be NULL.
gboolean ceci_store_check (int code, sqlite3 *handle, const char *name, GError **error);

// Reads every document's bytes again; adds a sentence for each that is not what its name says.
gboolean ceci_blobs_check (CeciDatabase *database, GPtrArray *problems, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciDatabase, ceci_database_close)

G_END_DECLS
