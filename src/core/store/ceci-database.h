// SPDX-License-Identifier: GPL-3.0-or-later
// One SQLite connection and its prepared statements, used by one thread at a time. Only store/ and model/ include this for SQL;
// other rooms pass the pointer along.
#pragma once

#include <glib.h>
#include "ceci-entropy.h"

G_BEGIN_DECLS

typedef struct _CeciDatabase  CeciDatabase;
typedef struct _CeciStatement CeciStatement;

#define CECI_STORE_ERROR (ceci_store_error_quark ())
/**
 * CeciStoreError:
 * @CECI_STORE_ERROR_FAILED: SQLite reported an error that has no code here
 * @CECI_STORE_ERROR_NOT_A_REGISTER: the file is not a register
 * @CECI_STORE_ERROR_NEWER: the register was written by a newer version
 * @CECI_STORE_ERROR_READ_ONLY: the register is open for reading only
 * @CECI_STORE_ERROR_LOCKED: another process holds the register
 * @CECI_STORE_ERROR_FULL: the disk is full
 * @CECI_STORE_ERROR_DAMAGED: the file is damaged
 * @CECI_STORE_ERROR_CONSTRAINT: a row contradicts another (uniqueness, reference, check)
 * @CECI_STORE_ERROR_NOT_FOUND: the row asked for does not exist
 * @CECI_STORE_ERROR_CONFLICT: what a step changed, or a preview was made from, was changed again since
 * @CECI_STORE_ERROR_NOTHING_TO_UNDO: there is no step to undo or redo
 * @CECI_STORE_ERROR_INVALID: a value that the model refuses
 * @CECI_STORE_ERROR_NOT_CLEARED: what was erased is out of the register, but its bytes may still be on the disk
 */
typedef enum {
  CECI_STORE_ERROR_FAILED,
  CECI_STORE_ERROR_NOT_A_REGISTER,
  CECI_STORE_ERROR_NEWER,
  CECI_STORE_ERROR_READ_ONLY,
  CECI_STORE_ERROR_LOCKED,
  CECI_STORE_ERROR_FULL,
  CECI_STORE_ERROR_DAMAGED,
  CECI_STORE_ERROR_CONSTRAINT,
  CECI_STORE_ERROR_NOT_FOUND,
  CECI_STORE_ERROR_CONFLICT,
  CECI_STORE_ERROR_NOTHING_TO_UNDO,
  CECI_STORE_ERROR_INVALID,
  CECI_STORE_ERROR_NOT_CLEARED,
} CeciStoreError;
GQuark ceci_store_error_quark (void);

CeciEntropy   *ceci_database_get_entropy (CeciDatabase *self);
gboolean       ceci_database_is_writable (CeciDatabase *self); // TRUE inside a write step
// Another reading connection to the same file, for another thread: it sees the last commit, not what a step is writing.
CeciDatabase  *ceci_database_open_beside  (CeciDatabase *self, GError **error);
void           ceci_database_close_beside (CeciDatabase *self); // may be NULL
gboolean       ceci_database_execute     (CeciDatabase *self, const char *script, GError **error);

// Statements are prepared once for each SQL text and kept. The pointer is borrowed; preparing the same text again resets it.
// Parameters are bound by their names $1, $2, …, wherever they stand. types of the variadic functions, one letter a parameter: t const char* (NULL is SQL NULL) · i gint64 · b gboolean
// · r double · z GBytes* · n SQL NULL (takes no argument).
CeciStatement *ceci_database_prepare     (CeciDatabase *self, const char *sql, GError **error);
CeciStatement *ceci_database_query       (CeciDatabase *self, GError **error, const char *sql, const char *types, ...); // prepared and bound
gboolean       ceci_database_run         (CeciDatabase *self, GError **error, const char *sql, const char *types, ...); // to its end
gint64         ceci_database_integer     (CeciDatabase *self, GError **error, const char *sql, const char *types, ...); // first column of the first row; 0 if no row; -1 with error
char          *ceci_database_text        (CeciDatabase *self, GError **error, const char *sql, const char *types, ...) G_GNUC_WARN_UNUSED_RESULT;

gboolean       ceci_statement_step         (CeciStatement *self, GError **error); // TRUE: a row; FALSE: the end, or an error if set
void           ceci_statement_reset        (CeciStatement *self);
gboolean       ceci_statement_bind_text    (CeciStatement *self, guint parameter, const char *text); // parameters count from 1
gboolean       ceci_statement_bind_integer (CeciStatement *self, guint parameter, gint64 value);
gboolean       ceci_statement_bind_real    (CeciStatement *self, guint parameter, double value);
gboolean       ceci_statement_bind_bytes   (CeciStatement *self, guint parameter, GBytes *bytes);
gboolean       ceci_statement_bind_null    (CeciStatement *self, guint parameter);
guint          ceci_statement_n_columns    (CeciStatement *self);
const char    *ceci_statement_column_name  (CeciStatement *self, guint column); // columns count from 0
gboolean       ceci_statement_is_null      (CeciStatement *self, guint column);
const char    *ceci_statement_text         (CeciStatement *self, guint column); // valid until the next step
gint64         ceci_statement_integer      (CeciStatement *self, guint column);
double         ceci_statement_real         (CeciStatement *self, guint column);
GBytes        *ceci_statement_bytes        (CeciStatement *self, guint column) G_GNUC_WARN_UNUSED_RESULT;

// Content-addressed bytes of documents: kept in the same transaction as the row that names them.
char          *ceci_database_put_blob    (CeciDatabase *self, GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT; // returns the SHA-256 in hex
gboolean       ceci_database_keep_blob   (CeciDatabase *self, const char *sha256, GBytes *bytes, gboolean *fresh, GError **error); // hashed before, in bounded memory
gboolean       ceci_database_collect_blobs (CeciDatabase *self, guint *n_collected, GError **error); // what an import that failed left
GBytes        *ceci_database_get_blob    (CeciDatabase *self, const char *sha256, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
