// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of a register and the names beside it: whole or not at all, on the disk before they are named.
#pragma once

#include "ceci-database-private.h"

G_BEGIN_DECLS

// register.ceci and "version 1" give "register (version 1).ceci", or with a number if that is taken.
char *ceci_files_beside (const char *path, const char *remark) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_files_temporary (const char *path) G_GNUC_WARN_UNUSED_RESULT; // a name nobody uses, in the same folder
// Copies what a connection sees to path with SQLite's own backup, and makes it durable.
gboolean ceci_files_copy (CeciDatabase *source, const char *path, GError **error);
gboolean ceci_files_make_durable (const char *path, GError **error);
// Renames and makes the name durable. replace FALSE: G_IO_ERROR_EXISTS if something has the name.
gboolean ceci_files_rename (const char *from, const char *to, gboolean replace, GError **error);
// The same for a register. A log that another file of that name left there is put aside: SQLite would read it into this
// one.
gboolean ceci_files_install (const char *from, const char *to, gboolean replace, GError **error);
void ceci_files_discard (const char *path); // with its log and index

G_END_DECLS
