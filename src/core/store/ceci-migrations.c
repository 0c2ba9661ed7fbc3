// SPDX-License-Identifier: GPL-3.0-or-later
// The register's versions: a new file gets them all, an older one those it lacks. There is no way back but the backup.
#include "config.h"
#include "ceci-migrations.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include "ceci-files.h"
#include "ceci-journal-private.h"
#include "ceci-schema.h" // made from the .sql files

const char *const *
ceci_migrations (void)
{
  return ceci_schema;
}

static gint64
count_of (const char *const *scripts)
{
  return g_strv_length ((char **) scripts);
}

static gboolean
run_script (CeciDatabase *database, const char *script, gint64 version, GError **error)
{
  g_autofree char *pragma = g_strdup_printf ("PRAGMA user_version = %" G_GINT64_FORMAT, version);

  // the journal does not see a migration: its triggers speak of the columns that were
  return ceci_journal_drop_triggers (database, error) && ceci_database_execute (database, script, error) &&
         ceci_journal_make_triggers (database, error) && ceci_database_execute (database, pragma, error);
}

static gboolean
run_version (CeciDatabase *database, const char *script, gint64 version, GError **error)
{
  if (!ceci_database_begin (database, TRUE, error))
    return FALSE;
  if (ceci_database_execute (database, "PRAGMA defer_foreign_keys = ON", error) &&
      run_script (database, script, version, error) && ceci_database_commit (database, error))
    return TRUE;
  ceci_database_rollback (database);
  return FALSE;
}

static gboolean
build (const char *path, CeciEntropy *entropy, GError **error)
{
  g_autoptr (CeciDatabase) database = ceci_database_open (path, CECI_DATABASE_CREATE, entropy, error);
  g_autofree char *pragma = g_strdup_printf ("PRAGMA application_id = %d", CECI_REGISTER_MARK);

  if (database == NULL || !ceci_database_execute (database, pragma, error))
    return FALSE;
  for (guint i = 0; ceci_schema[i] != NULL; i++)
    if (!run_version (database, ceci_schema[i], i + 1, error))
      return FALSE;
  return ceci_database_execute (database, "PRAGMA journal_mode = WAL", error);
}

gboolean
ceci_migrations_create (const char *path, CeciEntropy *entropy, GError **error)
{
  g_autofree char *temporary = ceci_files_temporary (path);

  // looked at first so that the message is plain; the renaming itself never replaces
  if (g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK)) {
    g_autofree char *name = g_filename_display_basename (path);

    g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _ ("“%s” exists already. Choose another name, or open it."),
                 name);
    return FALSE;
  }
  if (build (temporary, entropy, error) && ceci_files_make_durable (temporary, error) &&
      ceci_files_install (temporary, path, FALSE, error))
    return TRUE;
  ceci_files_discard (temporary);
  return FALSE;
}

gboolean
ceci_migrations_check (CeciDatabase *database, const char *const *scripts, gboolean writable, GError **error)
{
  g_autoptr (GError) local = NULL;
  const char *name = ceci_database_get_name (database);
  gint64 application = ceci_database_integer (database, &local, "PRAGMA application_id", "");
  gint64 version = local == NULL ? ceci_database_integer (database, &local, "PRAGMA user_version", "") : 0;

  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  if (application != CECI_REGISTER_MARK || version < 1)
    return ceci_store_check (SQLITE_NOTADB, NULL, name, error);
  if (version > count_of (scripts)) {
    g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NEWER,
                 _ ("“%s” was written by a newer version of this program. Update the program to open it."), name);
    return FALSE;
  }
  if (version < count_of (scripts) && !writable) {
    g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_READ_ONLY,
                 _ ("“%s” was written by an older version of this program and must be brought up to date first. "
                    "Open it once where you may write to it."),
                 name);
    return FALSE;
  }
  return TRUE;
}

gboolean
ceci_migrations_upgrade (CeciDatabase *database, const char *const *scripts, GError **error)
{
  g_autoptr (GError) local = NULL;
  const char *path = ceci_database_get_path (database);
  gint64 version = ceci_database_integer (database, &local, "PRAGMA user_version", "");

  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  if (version >= count_of (scripts))
    return TRUE;

  // Translators: goes into the name of a file, as in “register (before version 2).ceci”
  g_autofree char *remark = g_strdup_printf (_ ("before version %d"), (int) count_of (scripts));
  g_autofree char *backup = ceci_files_beside (path, remark);
  g_autofree char *temporary = ceci_files_temporary (backup);
  if (!ceci_files_copy (database, temporary, error) || !ceci_files_install (temporary, backup, FALSE, error)) {
    ceci_files_discard (temporary);
    return FALSE;
  }
  for (gint64 next = version; next < count_of (scripts); next++)
    if (!run_version (database, scripts[next], next + 1, error))
      return FALSE;
  return TRUE;
}
