// SPDX-License-Identifier: GPL-3.0-or-later
// One SQLite connection with its prepared statements. What steps and transactions mean is the register's business.
#include "config.h"
#include "ceci-database-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define STATEMENTS_KEPT 400
#define BUSY_MILLISECONDS 5000

struct _CeciDatabase {
  sqlite3 *handle;
  char *path;
  char *name;
  CeciEntropy *entropy;
  CeciDatabaseMode mode;
  GHashTable *statements; // SQL text to CeciStatement
  gboolean writable;
  gint64 erasing;
};

struct _CeciStatement {
  CeciDatabase *database;
  sqlite3_stmt *handle;
  int *places; // SQLite numbers $2 by where it stands, not by its name: places[2] is its number, 0 if it is not there
  guint n_places;
};

static void
ceci_statement_free (CeciStatement *self)
{
  sqlite3_finalize (self->handle);
  g_free (self->places);
  g_free (self);
}

static gboolean
pragmas (CeciDatabase *self, CeciDatabaseMode mode, GError **error)
{
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_busy_timeout (self->handle, BUSY_MILLISECONDS);
  sqlite3_extended_result_codes (self->handle, 1);
  // recursive_triggers: so that a row replaced by INSERT OR REPLACE is journaled as deleted
  if (!ceci_database_execute (self,
                              "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON;"
                              "PRAGMA secure_delete = ON;"
                              "PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000; "
                              "PRAGMA wal_autocheckpoint = 4000;",
                              error))
    return FALSE;
  return mode == CECI_DATABASE_CREATE || mode == CECI_DATABASE_WRITE ||
         ceci_database_execute (self, "PRAGMA query_only = ON", error);
}

static CeciDatabase *
connect_to (const char *path, CeciDatabaseMode mode, gboolean immutable, CeciEntropy *entropy, GError **error)
{
  g_autoptr (CeciDatabase) self = g_new0 (CeciDatabase, 1);
  g_autofree char *plain = g_filename_to_uri (path, NULL, error);
  g_autofree char *uri = g_strconcat (plain != NULL ? plain : "", immutable ? "?immutable=1" : NULL, NULL);
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI;

  if (plain == NULL)
    return NULL;
  flags |=
      mode == CECI_DATABASE_READ_ONLY || mode == CECI_DATABASE_FROZEN ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  flags |= mode == CECI_DATABASE_CREATE ? SQLITE_OPEN_CREATE : 0;
  self->path = g_strdup (path);
  self->mode = mode;
  self->name = g_path_get_basename (path);
  self->entropy = ceci_entropy_ref (entropy);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ceci_statement_free);

  int code = sqlite3_open_v2 (uri, &self->handle, flags, NULL);
  if (!ceci_store_check (code, self->handle, self->name, error) || !pragmas (self, mode, error))
    return NULL;
  // the first real reading: tells what is no database, and what can't be read where it lies
  code = sqlite3_exec (self->handle, "SELECT count (*) FROM sqlite_schema", NULL, NULL, NULL);
  if (!ceci_store_check (code, self->handle, self->name, error))
    return NULL;
  return g_steal_pointer (&self);
}

static gboolean
has_unwritten_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf status;

  return g_stat (log, &status) == 0 && status.st_size > 0;
}

CeciDatabase *
ceci_database_open (const char *path, CeciDatabaseMode mode, CeciEntropy *entropy, GError **error)
{
  g_autoptr (GError) local = NULL;
  gboolean complete = !has_unwritten_log (path);
  CeciDatabase *self = connect_to (path, mode, mode == CECI_DATABASE_FROZEN && complete, entropy, &local);

  // Where SQLite can't keep its shared index (a disc, a read-only folder), nobody writes either: the file is all there
  // is.
  if (self == NULL && mode == CECI_DATABASE_READ_ONLY && complete &&
      !g_error_matches (local, CECI_STORE_ERROR, CECI_STORE_ERROR_NOT_A_REGISTER)) {
    g_autoptr (GError) second = NULL;

    self = connect_to (path, mode, TRUE, entropy, &second);
  }
  if (self == NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return self;
}

void
ceci_database_close (CeciDatabase *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->statements, g_hash_table_unref);
  sqlite3_close_v2 (self->handle);
  g_clear_pointer (&self->entropy, ceci_entropy_unref);
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

/**
 * ceci_database_open_beside:
 * @self: a connection
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): another one, for reading; free with ceci_database_close_beside()
 */
CeciDatabase *
ceci_database_open_beside (CeciDatabase *self, GError **error)
{
  gboolean reads = self->mode == CECI_DATABASE_READ_ONLY || self->mode == CECI_DATABASE_FROZEN;

  return ceci_database_open (self->path, reads ? self->mode : CECI_DATABASE_READ, self->entropy, error);
}

void
ceci_database_close_beside (CeciDatabase *self)
{
  ceci_database_close (self);
}

sqlite3 *
ceci_database_get_handle (CeciDatabase *self)
{
  return self->handle;
}

const char *
ceci_database_get_path (CeciDatabase *self)
{
  return self->path;
}

const char *
ceci_database_get_name (CeciDatabase *self)
{
  return self->name;
}

CeciEntropy *
ceci_database_get_entropy (CeciDatabase *self)
{
  return self->entropy;
}

gboolean
ceci_database_is_writable (CeciDatabase *self)
{
  return self->writable;
}

void
ceci_database_set_writable (CeciDatabase *self, gboolean writable)
{
  self->writable = writable;
}

gint64
ceci_database_get_erasing (CeciDatabase *self)
{
  return self->erasing;
}

void
ceci_database_set_erasing (CeciDatabase *self, gint64 sequence)
{
  self->erasing = sequence;
}

/**
 * ceci_database_settle:
 * @self: a connection between two pieces of work
 *
 * Ends what a piece of work left unfinished, so that no old snapshot is held, and forgets statements when there are
 * many.
 */
void
ceci_database_settle (CeciDatabase *self)
{
  for (sqlite3_stmt *at = sqlite3_next_stmt (self->handle, NULL); at != NULL; at = sqlite3_next_stmt (self->handle, at))
    if (sqlite3_stmt_busy (at))
      sqlite3_reset (at);
  if (g_hash_table_size (self->statements) > STATEMENTS_KEPT)
    g_hash_table_remove_all (self->statements);
}

gboolean
ceci_database_begin (CeciDatabase *self, gboolean write, GError **error)
{
  return ceci_database_run (self, error, write ? "BEGIN IMMEDIATE" : "BEGIN", "");
}

gboolean
ceci_database_commit (CeciDatabase *self, GError **error)
{
  if (sqlite3_get_autocommit (self->handle)) { // SQLite gave up by itself, and the work hid it
    g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_FAILED,
                 _ ("“%s” could not be written. Nothing was recorded: check the disk it is on, then try again."),
                 self->name);
    return FALSE;
  }
  return ceci_database_run (self, error, "COMMIT", "");
}

void
ceci_database_rollback (CeciDatabase *self)
{
  ceci_database_settle (self);
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

/**
 * ceci_database_execute:
 * @self: the connection
 * @script: one or more statements without parameters, whose rows nobody wants
 * @error: where to say what went wrong
 *
 * Returns: whether all of them ran
 */
gboolean
ceci_database_execute (CeciDatabase *self, const char *script, GError **error)
{
  return ceci_store_check (sqlite3_exec (self->handle, script, NULL, NULL, NULL), self->handle, self->name, error);
}

static void
find_places (CeciStatement *self)
{
  int n = sqlite3_bind_parameter_count (self->handle);

  self->n_places = (guint) n + 1;
  self->places = g_new0 (int, self->n_places);
  for (int i = 1; i <= n; i++) {
    const char *name = sqlite3_bind_parameter_name (self->handle, i);
    guint64 number = name != NULL && *name == '$' ? g_ascii_strtoull (name + 1, NULL, 10) : 0;

    if (number >= self->n_places) { // $3 without $2: room for it too
      self->places = g_renew (int, self->places, number + 1);
      memset (self->places + self->n_places, 0, (number + 1 - self->n_places) * sizeof (int));
      self->n_places = (guint) number + 1;
    }
    self->places[number] = i;
  }
}

// The number SQLite knows a parameter by. One that does not stand in the statement may be bound, to no effect.
static int
place (CeciStatement *self, guint parameter)
{
  return parameter < self->n_places ? self->places[parameter] : 0;
}

static gboolean
is_bound (int number, int code)
{
  return number == 0 || code == SQLITE_OK;
}

/**
 * ceci_database_prepare:
 * @self: the connection
 * @sql: one statement
 * @error: where to say what went wrong
 *
 * Returns: (transfer none) (nullable): the statement, at its start and with no parameter bound
 */
CeciStatement *
ceci_database_prepare (CeciDatabase *self, const char *sql, GError **error)
{
  CeciStatement *statement = g_hash_table_lookup (self->statements, sql);
  sqlite3_stmt *handle = NULL;

  if (statement != NULL) {
    sqlite3_reset (statement->handle);
    sqlite3_clear_bindings (statement->handle);
    return statement;
  }
  int code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
  if (!ceci_store_check (code, self->handle, self->name, error))
    return NULL;
  g_return_val_if_fail (handle != NULL, NULL);
  statement = g_new0 (CeciStatement, 1);
  statement->database = self;
  statement->handle = handle;
  find_places (statement);
  g_hash_table_insert (self->statements, g_strdup (sql), statement);
  return statement;
}

// The letters are explained in the header.
static gboolean
bind_all (CeciStatement *statement, const char *types, va_list values)
{
  gboolean bound = TRUE;

  for (guint i = 1; types != NULL && types[i - 1] != '\0' && bound; i++)
    switch (types[i - 1]) {
    case 't':
      bound = ceci_statement_bind_text (statement, i, va_arg (values, const char *));
      break;
    case 'i':
      bound = ceci_statement_bind_integer (statement, i, va_arg (values, gint64));
      break;
    case 'b':
      bound = ceci_statement_bind_integer (statement, i, va_arg (values, gboolean) ? 1 : 0);
      break;
    case 'r':
      bound = ceci_statement_bind_real (statement, i, va_arg (values, double));
      break;
    case 'z':
      bound = ceci_statement_bind_bytes (statement, i, va_arg (values, GBytes *));
      break;
    case 'n':
      bound = ceci_statement_bind_null (statement, i);
      break;
    default:
      g_return_val_if_reached (FALSE);
    }
  return bound;
}

static CeciStatement *
query (CeciDatabase *self, GError **error, const char *sql, const char *types, va_list values)
{
  CeciStatement *statement = ceci_database_prepare (self, sql, error);

  if (statement == NULL || bind_all (statement, types, values))
    return statement;
  ceci_store_check (sqlite3_errcode (self->handle), self->handle, self->name, error);
  return NULL;
}

CeciStatement *
ceci_database_query (CeciDatabase *self, GError **error, const char *sql, const char *types, ...)
{
  va_list values;

  va_start (values, types);
  CeciStatement *statement = query (self, error, sql, types, values);
  va_end (values);
  return statement;
}

gboolean
ceci_database_run (CeciDatabase *self, GError **error, const char *sql, const char *types, ...)
{
  g_autoptr (GError) local = NULL;
  va_list values;

  va_start (values, types);
  CeciStatement *statement = query (self, &local, sql, types, values);
  va_end (values);
  if (statement != NULL) {
    while (ceci_statement_step (statement, &local))
      ;
    ceci_statement_reset (statement);
  }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gint64
ceci_database_integer (CeciDatabase *self, GError **error, const char *sql, const char *types, ...)
{
  g_autoptr (GError) local = NULL;
  gint64 value = 0;
  va_list values;

  va_start (values, types);
  CeciStatement *statement = query (self, &local, sql, types, values);
  va_end (values);
  if (statement != NULL) {
    if (ceci_statement_step (statement, &local))
      value = ceci_statement_integer (statement, 0);
    ceci_statement_reset (statement);
  }
  if (local == NULL)
    return value;
  g_propagate_error (error, g_steal_pointer (&local));
  return -1;
}

/**
 * ceci_database_text:
 * @self: the connection
 * @error: where to say what went wrong
 * @sql: a query
 * @types: its parameters' types, then the parameters
 *
 * Returns: (transfer full) (nullable): the first column of the first row; %NULL with no error if there is no row or it
 * is NULL
 */
char *
ceci_database_text (CeciDatabase *self, GError **error, const char *sql, const char *types, ...)
{
  char *value = NULL;
  va_list values;

  va_start (values, types);
  CeciStatement *statement = query (self, error, sql, types, values);
  va_end (values);
  if (statement == NULL)
    return NULL;
  if (ceci_statement_step (statement, error))
    value = g_strdup (ceci_statement_text (statement, 0));
  ceci_statement_reset (statement);
  return value;
}

gboolean
ceci_statement_step (CeciStatement *self, GError **error)
{
  int code = sqlite3_step (self->handle);

  if (code == SQLITE_ROW)
    return TRUE;
  if (code == SQLITE_DONE)
    sqlite3_reset (self->handle);
  else
    ceci_store_check (code, self->database->handle, self->database->name, error);
  return FALSE;
}

void
ceci_statement_reset (CeciStatement *self)
{
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
}

gboolean
ceci_statement_bind_text (CeciStatement *self, guint parameter, const char *text)
{
  int number = place (self, parameter);

  return is_bound (number, sqlite3_bind_text (self->handle, number, text, -1, SQLITE_TRANSIENT));
}

gboolean
ceci_statement_bind_integer (CeciStatement *self, guint parameter, gint64 value)
{
  int number = place (self, parameter);

  return is_bound (number, sqlite3_bind_int64 (self->handle, number, value));
}

gboolean
ceci_statement_bind_real (CeciStatement *self, guint parameter, double value)
{
  int number = place (self, parameter);

  return is_bound (number, sqlite3_bind_double (self->handle, number, value));
}

gboolean
ceci_statement_bind_bytes (CeciStatement *self, guint parameter, GBytes *bytes)
{
  int number = place (self, parameter);
  gsize size;
  const void *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  if (bytes == NULL)
    return ceci_statement_bind_null (self, parameter);
  // a pointer even to nothing, or SQLite takes it for NULL
  return is_bound (number,
                   sqlite3_bind_blob64 (self->handle, number, data != NULL ? data : "", size, SQLITE_TRANSIENT));
}

gboolean
ceci_statement_bind_null (CeciStatement *self, guint parameter)
{
  int number = place (self, parameter);

  return is_bound (number, sqlite3_bind_null (self->handle, number));
}

guint
ceci_statement_n_columns (CeciStatement *self)
{
  return (guint) sqlite3_column_count (self->handle);
}

const char *
ceci_statement_column_name (CeciStatement *self, guint column)
{
  return sqlite3_column_name (self->handle, (int) column);
}

gboolean
ceci_statement_is_null (CeciStatement *self, guint column)
{
  return sqlite3_column_type (self->handle, (int) column) == SQLITE_NULL;
}

const char *
ceci_statement_text (CeciStatement *self, guint column)
{
  return (const char *) sqlite3_column_text (self->handle, (int) column);
}

gint64
ceci_statement_integer (CeciStatement *self, guint column)
{
  return sqlite3_column_int64 (self->handle, (int) column);
}

double
ceci_statement_real (CeciStatement *self, guint column)
{
  return sqlite3_column_double (self->handle, (int) column);
}

GBytes *
ceci_statement_bytes (CeciStatement *self, guint column)
{
  const void *data = sqlite3_column_blob (self->handle, (int) column);

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (self->handle, (int) column));
}
