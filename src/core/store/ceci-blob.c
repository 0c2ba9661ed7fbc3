// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of documents in the register, under their SHA-256: written once, read whole, checked piece by piece.
#include "config.h"
#include "ceci-database-private.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>

#define LARGEST_BLOB (512 * 1024 * 1024)
#define PIECE (1024 * 1024)
#define IN_ONE_STATEMENT (4 * 1024 * 1024) // SQLite copies what a statement binds: larger bytes are written in pieces

static char *
hexadecimal (const guint8 *digest)
{
  char text[2 * crypto_hash_sha256_BYTES + 1];

  return g_strdup (sodium_bin2hex (text, sizeof text, digest, crypto_hash_sha256_BYTES));
}

/**
 * ceci_database_put_blob:
 * @self: the connection, inside a write step
 * @bytes: a document's bytes, at most 512 MB
 * @error: where to say what went wrong
 *
 * Keeps @bytes once, however often they are put.
 *
 * Returns: (transfer full) (nullable): their SHA-256 in hexadecimal
 */
char *
ceci_database_put_blob (CeciDatabase *self, GBytes *bytes, GError **error)
{
  guint8 digest[crypto_hash_sha256_BYTES];
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (size > LARGEST_BLOB) {
    g_set_error_literal (error, CECI_STORE_ERROR, CECI_STORE_ERROR_INVALID,
                         _ ("This document is larger than 512 MB. Make it smaller, then add it again."));
    return NULL;
  }
  crypto_hash_sha256 (digest, data, size);
  g_autofree char *sha256 = hexadecimal (digest);
  if (ceci_database_run (self, error,
                         "INSERT INTO blob (sha256, size, bytes) VALUES ($1, $2, $3) ON CONFLICT (sha256) DO NOTHING",
                         "tiz", sha256, (gint64) size, bytes))
    return g_steal_pointer (&sha256);
  return NULL;
}

// The bytes of a row made with as many zeros, a piece at a time.
static gboolean
fill_row (CeciDatabase *self, gint64 row, GBytes *bytes, GError **error)
{
  sqlite3 *handle = ceci_database_get_handle (self);
  sqlite3_blob *blob = NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  int code = sqlite3_blob_open (handle, "main", "blob", "bytes", row, 1, &blob);

  for (gsize at = 0; code == SQLITE_OK && at < size; at += PIECE)
    code = sqlite3_blob_write (blob, data + at, (int) MIN (PIECE, size - at), (int) at);
  if (code == SQLITE_OK)
    code = sqlite3_blob_close (g_steal_pointer (&blob));
  gboolean written = ceci_store_check (code, handle, ceci_database_get_name (self), error);
  sqlite3_blob_close (blob);
  return written;
}

/**
 * ceci_database_keep_blob:
 * @self: the connection, inside a write step
 * @sha256: the SHA-256 of @bytes in hexadecimal, taken while they came in
 * @bytes: a document's bytes, at most 512 MB
 * @fresh: (out) (optional): whether the register did not have them
 * @error: where to say what went wrong
 *
 * Keeps @bytes once without hashing them again. What a step keeps and no document names is taken away by
 * ceci_database_collect_blobs().
 *
 * Returns: whether they are kept
 */
gboolean
ceci_database_keep_blob (CeciDatabase *self, const char *sha256, GBytes *bytes, gboolean *fresh, GError **error)
{
  gsize size = g_bytes_get_size (bytes);
  gboolean at_once = size <= IN_ONE_STATEMENT;
  const char *sql = at_once ? "INSERT INTO blob (sha256, size, bytes) VALUES ($1, $2, $3)"
                            : "INSERT INTO blob (sha256, size, bytes) VALUES ($1, $2, zeroblob ($2))";
  gint64 known = ceci_database_integer (self, error, "SELECT count (*) FROM blob WHERE sha256 = $1", "t", sha256);

  if (fresh != NULL)
    *fresh = known == 0;
  if (known != 0)
    return known > 0;
  if (size > LARGEST_BLOB) {
    g_set_error_literal (error, CECI_STORE_ERROR, CECI_STORE_ERROR_INVALID,
                         _ ("This document is larger than 512 MB. Make it smaller, then add it again."));
    return FALSE;
  }
  if (at_once)
    return ceci_database_run (self, error, sql, "tiz", sha256, (gint64) size, bytes);
  return ceci_database_run (self, error, sql, "ti", sha256, (gint64) size) &&
         fill_row (self, sqlite3_last_insert_rowid (ceci_database_get_handle (self)), bytes, error);
}

/**
 * ceci_database_collect_blobs:
 * @self: the connection, inside a write step
 * @n_collected: (out) (optional): how many there were
 * @error: where to say what went wrong
 *
 * Takes away the bytes that an import kept and never came to name: no document has them, and no step ever had, so that
 * Undo and Redo find all that they need.
 *
 * Returns: whether it was done
 */
gboolean
ceci_database_collect_blobs (CeciDatabase *self, guint *n_collected, GError **error)
{
  // a hash stands in the journal as one of a row's values; the first condition leaves few to look for there
  static const char *const sql =
      "DELETE FROM blob WHERE sha256 IN (SELECT b.sha256 FROM blob b WHERE NOT EXISTS (SELECT 1 FROM document_version "
      "v "
      "WHERE v.sha256 = b.sha256) AND NOT EXISTS (SELECT 1 FROM change c WHERE c.table_name = 'document_version' AND "
      "(c.old LIKE '%' || b.sha256 || '%' OR c.new LIKE '%' || b.sha256 || '%')))";

  if (!ceci_database_run (self, error, sql, ""))
    return FALSE;
  if (n_collected != NULL)
    *n_collected = (guint) sqlite3_changes (ceci_database_get_handle (self));
  return TRUE;
}

/**
 * ceci_database_get_blob:
 * @self: the connection
 * @sha256: the name of the bytes
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): the bytes, or %NULL with %CECI_STORE_ERROR_NOT_FOUND
 */
GBytes *
ceci_database_get_blob (CeciDatabase *self, const char *sha256, GError **error)
{
  g_autoptr (GError) local = NULL;
  CeciStatement *statement = ceci_database_query (self, error, "SELECT bytes FROM blob WHERE sha256 = $1", "t", sha256);
  GBytes *bytes = NULL;

  if (statement == NULL)
    return NULL;
  if (ceci_statement_step (statement, &local))
    bytes = ceci_statement_bytes (statement, 0);
  ceci_statement_reset (statement);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (bytes == NULL)
    g_set_error_literal (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NOT_FOUND,
                         _ ("This document’s content is not in the register. Add the document again."));
  return bytes;
}

// The SHA-256 of one row's bytes, read a piece at a time.
static char *
digest_of (CeciDatabase *self, gint64 row, GError **error)
{
  sqlite3 *handle = ceci_database_get_handle (self);
  const char *name = ceci_database_get_name (self);
  g_autofree guint8 *piece = g_malloc (PIECE);
  guint8 digest[crypto_hash_sha256_BYTES];
  crypto_hash_sha256_state state;
  sqlite3_blob *blob = NULL;

  int code = sqlite3_blob_open (handle, "main", "blob", "bytes", row, 0, &blob);
  crypto_hash_sha256_init (&state);
  for (int at = 0, size = blob != NULL ? sqlite3_blob_bytes (blob) : 0; code == SQLITE_OK && at < size; at += PIECE) {
    int length = MIN (PIECE, size - at);

    code = sqlite3_blob_read (blob, piece, length, at);
    crypto_hash_sha256_update (&state, piece, (guint64) length);
  }
  gboolean read = ceci_store_check (code, handle, name, error);
  sqlite3_blob_close (blob);
  crypto_hash_sha256_final (&state, digest);
  return read ? hexadecimal (digest) : NULL;
}

gboolean
ceci_blobs_check (CeciDatabase *database, GPtrArray *problems, GError **error)
{
  static const char *const sql = "SELECT rowid, sha256, size, length (bytes) FROM blob ORDER BY sha256";
  g_autoptr (GError) local = NULL;
  CeciStatement *statement = ceci_database_query (database, error, sql, "");

  if (statement == NULL)
    return FALSE;
  while (ceci_statement_step (statement, &local)) {
    g_autoptr (GError) unreadable = NULL;
    const char *sha256 = ceci_statement_text (statement, 1);
    g_autofree char *found = digest_of (database, ceci_statement_integer (statement, 0), &unreadable);

    if (unreadable != NULL)
      g_ptr_array_add (problems, g_strdup (unreadable->message));
    else if (g_strcmp0 (found, sha256) != 0 ||
             ceci_statement_integer (statement, 2) != ceci_statement_integer (statement, 3))
      g_ptr_array_add (
          problems,
          g_strdup_printf (_ ("The document %.12s… is not what was deposited: take it from a backup."), sha256));
  }
  ceci_statement_reset (statement);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
