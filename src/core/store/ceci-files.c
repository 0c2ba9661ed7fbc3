// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of a register and the names beside it.
#include "config.h"
#include "ceci-files.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

static gboolean
fail (const char *path, int code, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (code == ENOSPC || code == EDQUOT)
    return ceci_store_check (SQLITE_FULL, NULL, name, error);
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
               _ ("“%s” could not be written (%s). Check its folder, then try again."), name, g_strerror (code));
  return FALSE;
}

char *
ceci_files_beside (const char *path, const char *remark)
{
  const char *suffix = g_str_has_suffix (path, ".ceci") ? ".ceci" : "";
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (suffix));
  char *beside = g_strdup_printf ("%s (%s)%s", stem, remark, suffix);

  for (guint i = 2; g_file_test (beside, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK); i++) {
    g_free (beside);
    beside = g_strdup_printf ("%s (%s, %u)%s", stem, remark, i, suffix);
  }
  return beside;
}

char *
ceci_files_temporary (const char *path)
{
  g_autofree char *unique = g_uuid_string_random ();

  return g_strdup_printf ("%s.%.8s.part", path, unique);
}

static gboolean
synchronise (const char *path, int flags, GError **error)
{
  int descriptor = g_open (path, O_RDONLY | O_CLOEXEC | flags, 0);
  gboolean durable = descriptor >= 0 && fsync (descriptor) == 0;
  int code = errno;

  if (descriptor >= 0)
    g_close (descriptor, NULL);
  return durable || fail (path, code, error);
}

gboolean
ceci_files_make_durable (const char *path, GError **error)
{
  return synchronise (path, 0, error);
}

gboolean
ceci_files_rename (const char *from, const char *to, gboolean replace, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (to);
  int result = renameat2 (AT_FDCWD, from, AT_FDCWD, to, replace ? 0 : RENAME_NOREPLACE);

  if (result != 0 && !replace &&
      (errno == EINVAL || errno == ENOSYS)) { // a file system without it: a link never replaces
    result = link (from, to);
    if (result == 0)
      g_unlink (from);
  }
  if (result != 0)
    return fail (to, errno, error);
  return synchronise (folder, O_DIRECTORY, error);
}

gboolean
ceci_files_install (const char *from, const char *to, gboolean replace, GError **error)
{
  g_autofree char *log = g_strconcat (to, "-wal", NULL);
  g_autofree char *index = g_strconcat (to, "-shm", NULL);

  if (g_file_test (log, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK)) {
    // Translators: goes into the name of a file that an earlier one left behind, as in “register.ceci-wal (left
    // behind)”
    g_autofree char *aside = ceci_files_beside (log, _ ("left behind"));

    if (!ceci_files_rename (log, aside, FALSE, error))
      return FALSE;
  }
  g_unlink (index);
  return ceci_files_rename (from, to, replace, error);
}

void
ceci_files_discard (const char *path)
{
  static const char *const endings[] = {"", "-wal", "-shm", "-journal"};

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *name = g_strconcat (path, endings[i], NULL);

    g_unlink (name);
  }
}

gboolean
ceci_files_copy (CeciDatabase *source, const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  sqlite3 *copy = NULL;

  int code = sqlite3_open_v2 (path, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
  if (code == SQLITE_OK) {
    sqlite3_backup *backup = sqlite3_backup_init (copy, "main", ceci_database_get_handle (source), "main");

    if (backup != NULL)
      sqlite3_backup_step (backup, -1);
    code = backup != NULL ? sqlite3_backup_finish (backup) : sqlite3_errcode (copy);
  }
  gboolean copied = ceci_store_check (code, copy, name, error);
  sqlite3_close_v2 (copy);
  return copied && ceci_files_make_durable (path, error);
}
