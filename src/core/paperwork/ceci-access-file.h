// SPDX-License-Identifier: GPL-3.0-or-later
// What the register holds about one person, for that person: a dossier to read, the same as JSON, and the documents, in one ZIP.
#pragma once

#include <gio/gio.h>
#include "core/store/ceci-database.h"

G_BEGIN_DECLS

gboolean ceci_access_file_write (CeciDatabase *database, const char *person_id, const char *today, GFile *file, GError **error);

G_END_DECLS
