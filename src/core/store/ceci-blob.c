// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of documents in the register, under their SHA-256: written once, read whole, checked piece by piece.
#include "config.h"
#include "ceci-database-private.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>

#define LARGEST_BLOB (512 * 1024 * 1024)
#define PIECE (1024 * 1024)

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
