// SPDX-License-Identifier: GPL-3.0-or-later
// Who may write a register. The lock is the kernel's (of the open file description), so it ends with the process
// however it ends; the text in the file is only for telling others.
#include "config.h"
#include "ceci-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "ceci-database-private.h"

#define GROUP "Holder"

struct _CeciLock {
  char *path;
  int descriptor;
};

// Returns 0, or the error's number.
static int
set_lock (int descriptor)
{
  struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};

  return fcntl (descriptor, F_OFD_SETLK, &lock) == 0 ? 0 : errno;
}

static gboolean
is_still_named (int descriptor, const char *path)
{
  struct stat opened, named;

  return fstat (descriptor, &opened) == 0 && stat (path, &named) == 0 && opened.st_dev == named.st_dev &&
         opened.st_ino == named.st_ino;
}

static char *
describe (const char *path)
{
  g_autoptr (GKeyFile) text = g_key_file_new ();

  if (!g_key_file_load_from_file (text, path, G_KEY_FILE_NONE, NULL))
    return g_strdup (_ ("another program"));
  g_autofree char *user = g_key_file_get_string (text, GROUP, "user", NULL);
  g_autofree char *host = g_key_file_get_string (text, GROUP, "host", NULL);
  g_autofree char *since = g_key_file_get_string (text, GROUP, "since", NULL);
  g_autoptr (GDateTime) instant = since != NULL ? g_date_time_new_from_iso8601 (since, NULL) : NULL;
  if (user == NULL || host == NULL || instant == NULL)
    return g_strdup (_ ("another program"));

  g_autoptr (GDateTime) local = g_date_time_to_local (instant);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gboolean today = g_date_time_get_year (local) == g_date_time_get_year (now) &&
                   g_date_time_get_day_of_year (local) == g_date_time_get_day_of_year (now);
  g_autofree char *moment = g_date_time_format (local, today ? "%H:%M" : "%d/%m/%Y %H:%M");
  // Translators: who has the register open: “marie on pc-12, since 09:14”
  return g_strdup_printf (_ ("%s on %s, since %s"), user, host, moment);
}

static void
introduce (int descriptor, const char *who)
{
  g_autoptr (GKeyFile) text = g_key_file_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *since = g_date_time_format_iso8601 (now);
  gsize length;

  g_key_file_set_string (text, GROUP, "user", who);
  g_key_file_set_string (text, GROUP, "host", g_get_host_name ());
  g_key_file_set_integer (text, GROUP, "pid", getpid ());
  g_key_file_set_string (text, GROUP, "since", since);
  g_autofree char *data = g_key_file_to_data (text, &length, NULL);
  // if this fails others are told «another program»; the lock holds all the same
  if (ftruncate (descriptor, 0) == 0 && pwrite (descriptor, data, length, 0) < (gssize) length)
    g_debug ("the holder of the register could not be written down: %s", g_strerror (errno));
}

static CeciLock *
fail (const char *path, int code, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (code == ENOSPC || code == EDQUOT)
    ceci_store_check (SQLITE_FULL, NULL, name, error);
  else
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                 _ ("“%s” could not be locked (%s). Put the register in a folder of this computer’s own disk."), name,
                 g_strerror (code));
  return NULL;
}

CeciLock *
ceci_lock_take (const char *path, const char *who, char **holder, GError **error)
{
  g_autofree char *lock_path = g_strconcat (path, ".lock", NULL);

  // Again while the one before us removed its file between our opening and our locking it.
  for (;;) {
    int descriptor = g_open (lock_path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);

    if (descriptor < 0)
      return fail (path, errno, error);
    int code = set_lock (descriptor);
    if (code == 0 && is_still_named (descriptor, lock_path)) {
      CeciLock *self = g_new0 (CeciLock, 1);

      introduce (descriptor, who);
      self->path = g_steal_pointer (&lock_path);
      self->descriptor = descriptor;
      return self;
    }
    g_close (descriptor, NULL);
    if (code == EAGAIN || code == EACCES) {
      *holder = describe (lock_path);
      return NULL;
    }
    if (code != 0)
      return fail (path, code, error);
  }
}

char *
ceci_lock_holder (const char *path)
{
  g_autofree char *lock_path = g_strconcat (path, ".lock", NULL);
  struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
  int descriptor = g_open (lock_path, O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0);

  if (descriptor < 0)
    descriptor = g_open (lock_path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW, 0);
  if (descriptor < 0)
    return NULL;
  gboolean held = fcntl (descriptor, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
  g_close (descriptor, NULL);
  return held ? describe (lock_path) : NULL;
}

void
ceci_lock_release (CeciLock *self)
{
  if (self == NULL)
    return;
  g_unlink (self->path); // while it is still ours
  g_close (self->descriptor, NULL);
  g_free (self->path);
  g_free (self);
}
