// SPDX-License-Identifier: GPL-3.0-or-later
// One nameless file, in the folder of caches rather than in /tmp, which is often memory.
#include "config.h"

#include "ceci-spool.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/mman.h>
#include <unistd.h>

#define ALIGNMENT 65536 // of what is mapped: a multiple of every page size

struct _CeciSpool {
  int fd;
  gint64 end;
};

typedef struct {
  void *address;
  gsize size;
} Mapping;

static void
unmap (gpointer data)
{
  Mapping *mapping = data;

  munmap (mapping->address, mapping->size);
  g_free (mapping);
}

static int
open_nameless (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "ceci-import-XXXXXX", NULL);
  int fd = g_open (folder, O_TMPFILE | O_RDWR | O_CLOEXEC | O_EXCL, 0600);

  if (fd < 0) { // a file system that knows no such files
    fd = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);
    if (fd >= 0)
      g_unlink (path);
  }
  return fd;
}

static gboolean
fail (GError **error, int code)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
               code == ENOSPC ? _ ("The disk is full: the files can’t be unpacked. Make room, then try again. (%s)")
                              : _ ("The files can’t be put aside to look at them: %s."),
               g_strerror (code));
  return FALSE;
}

CeciSpool *
ceci_spool_new (GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "ceci", NULL);
  CeciSpool *self;
  int fd = g_mkdir_with_parents (folder, 0700) == 0 ? open_nameless (folder) : -1;

  if (fd < 0)
    fd = open_nameless (g_get_tmp_dir ());
  if (fd < 0) {
    fail (error, errno);
    return NULL;
  }
  self = g_new0 (CeciSpool, 1);
  self->fd = fd;
  return self;
}

void
ceci_spool_free (CeciSpool *self)
{
  g_clear_fd (&self->fd, NULL);
  g_free (self);
}

gint64
ceci_spool_begin (CeciSpool *self)
{
  self->end = (self->end + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  return self->end;
}

gboolean
ceci_spool_write (CeciSpool *self, const void *data, gsize size, GError **error)
{
  for (const char *at = data; size > 0;) {
    gssize n = pwrite (self->fd, at, size, self->end);

    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0)
      return fail (error, n < 0 ? errno : ENOSPC);
    at += n;
    size -= (gsize) n;
    self->end += n;
  }
  return TRUE;
}

void
ceci_spool_take_back (CeciSpool *self, gint64 offset)
{
  if (ftruncate (self->fd, offset) == 0)
    self->end = offset;
}

GBytes *
ceci_spool_map (CeciSpool *self, gint64 offset, gsize size, GError **error)
{
  Mapping *mapping;
  void *address;

  if (size == 0)
    return g_bytes_new_static ("", 0);
  address = mmap (NULL, size, PROT_READ, MAP_PRIVATE, self->fd, offset);
  if (address == MAP_FAILED) {
    fail (error, errno);
    return NULL;
  }
  mapping = g_new (Mapping, 1);
  *mapping = (Mapping) {address, size};
  return g_bytes_new_with_free_func (address, size, unmap, mapping);
}
