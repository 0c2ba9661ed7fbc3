// SPDX-License-Identifier: GPL-3.0-or-later
// The three system calls of Landlock, which glibc does not wrap, and the rights each of its versions knows.
// A right the kernel does not know makes the whole ruleset fail: hence the mask.
#include "ceci-landlock.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// In headers older than the kernel these may be missing; the numbers are the kernel's interface.
#ifndef LANDLOCK_ACCESS_FS_IOCTL_DEV
#define LANDLOCK_ACCESS_FS_IOCTL_DEV (1ULL << 15)
#endif

// struct landlock_ruleset_attr of ABI 6, whatever the header's age; older kernels are given its beginning.
typedef struct {
  guint64 handled_access_fs;
  guint64 handled_access_net; // ABI 4: bind and connect TCP
  guint64 scoped;             // ABI 6: abstract sockets, signals
} Ruleset;

int
ceci_landlock_abi (void)
{
  long abi = syscall (SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  return abi > 0 ? (int) abi : 0;
}

guint64
ceci_landlock_rights (int abi)
{
  guint64 rights = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1; // ABI 1: execute … make_sym

  if (abi < 1)
    return 0;
  if (abi >= 2)
    rights |= LANDLOCK_ACCESS_FS_REFER;
  if (abi >= 3)
    rights |= LANDLOCK_ACCESS_FS_TRUNCATE;
  if (abi >= 5)
    rights |= LANDLOCK_ACCESS_FS_IOCTL_DEV;
  return rights;
}

static void
allow_reading (int ruleset, const char *path)
{
  struct landlock_path_beneath_attr beneath = {.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE};
  struct stat status;

  beneath.parent_fd = open (path, O_PATH | O_CLOEXEC);
  if (beneath.parent_fd < 0)
    return; // not there: nothing to read
  if (fstat (beneath.parent_fd, &status) == 0 && S_ISDIR (status.st_mode))
    beneath.allowed_access |= LANDLOCK_ACCESS_FS_READ_DIR;
  syscall (SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
  close (beneath.parent_fd);
}

int
ceci_landlock_restrict (const char *const *readable, int abi)
{
  Ruleset attributes = {
      .handled_access_fs = ceci_landlock_rights (abi),
      .handled_access_net = abi >= 4 ? 3 : 0,
      .scoped = abi >= 6 ? 3 : 0,
  };
  gsize size = abi >= 6 ? sizeof attributes : abi >= 4 ? 2 * sizeof (guint64) : sizeof (guint64);
  long ruleset;
  long result;

  if (abi < 1)
    return 0;
  ruleset = syscall (SYS_landlock_create_ruleset, &attributes, size, 0);
  if (ruleset < 0)
    return 0;
  for (gsize i = 0; readable[i] != NULL; i++)
    allow_reading ((int) ruleset, readable[i]);
  result = syscall (SYS_landlock_restrict_self, ruleset, 0);
  close ((int) ruleset);
  return result == 0 ? abi : 0;
}
