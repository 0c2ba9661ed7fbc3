// SPDX-License-Identifier: GPL-3.0-or-later
// The register's versions: making a new file, and bringing an older one forward.
#pragma once

#include "ceci-database-private.h"

G_BEGIN_DECLS

// The scripts of every version, the first at index 0, NULL-terminated. Version n is reached after n of them.
const char *const *ceci_migrations (void);

// Makes a register at path, whole or not at all; G_IO_ERROR_EXISTS if something is there.
gboolean ceci_migrations_create (const char *path, CeciEntropy *entropy, GError **error);
// Whether it is a register, and of which version. writable FALSE: an older version is refused too.
gboolean ceci_migrations_check (CeciDatabase *database, const char *const *scripts, gboolean writable, GError **error);
// Runs the scripts that are missing, each in a transaction, after a backup beside the file.
gboolean ceci_migrations_upgrade (CeciDatabase *database, const char *const *scripts, GError **error);

G_END_DECLS
