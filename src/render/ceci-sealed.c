// SPDX-License-Identifier: GPL-3.0-or-later
// Making, sealing and checking shared memory. Whoever maps what another process made checks it here first.
#include "ceci-sealed.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define EVERY_SEAL (F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL)

typedef struct {
  void *address;
  gsize size;
} Mapping;

static void
mapping_free (gpointer data)
{
  Mapping *mapping = data;
  munmap (mapping->address, mapping->size);
  g_free (mapping);
}

static void
set_errno (GError **error, const char *what)
{
  int code = errno;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", what, g_strerror (code));
}

int
ceci_sealed_new (const char *name, gsize size, GError **error)
{
  int fd = memfd_create (name, MFD_CLOEXEC | MFD_ALLOW_SEALING);

  if (fd < 0) {
    set_errno (error, "memfd_create");
    return -1;
  }
  if (ftruncate (fd, (off_t) size) < 0) {
    set_errno (error, "ftruncate");
    close (fd);
    return -1;
  }
  return fd;
}

gboolean
ceci_sealed_close (int fd, GError **error)
{
  if (fcntl (fd, F_ADD_SEALS, EVERY_SEAL) == 0)
    return TRUE;
  set_errno (error, "F_ADD_SEALS");
  return FALSE;
}

int
ceci_sealed_copy (const char *name, const void *data, gsize size, GError **error)
{
  int fd = ceci_sealed_new (name, size, error);
  const char *bytes = data;
  gsize done = 0;

  while (fd >= 0 && done < size) {
    ssize_t n = pwrite (fd, bytes + done, size - done, (off_t) done);
    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0) {
      set_errno (error, "write");
      close (fd);
      return -1;
    }
    done += (gsize) n;
  }
  if (fd >= 0 && !ceci_sealed_close (fd, error)) {
    close (fd);
    return -1;
  }
  return fd;
}

GBytes *
ceci_sealed_map (int fd, gsize size, GError **error)
{
  struct stat status;
  int seals = fcntl (fd, F_GET_SEALS); // fails for whatever is not a memfd
  void *address;
  Mapping *mapping;

  if (seals < 0 || (seals & EVERY_SEAL) != EVERY_SEAL) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "the shared memory is not sealed");
    return NULL;
  }
  if (fstat (fd, &status) < 0 || !S_ISREG (status.st_mode) || size == 0 || status.st_size != (off_t) size) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         "the shared memory is not of the size that was said");
    return NULL;
  }
  address = mmap (NULL, size, PROT_READ, MAP_SHARED, fd, 0);
  if (address == MAP_FAILED) {
    set_errno (error, "mmap");
    return NULL;
  }
  mapping = g_new (Mapping, 1);
  mapping->address = address;
  mapping->size = size;
  return g_bytes_new_with_free_func (address, size, mapping_free, mapping);
}
