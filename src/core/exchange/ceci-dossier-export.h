// SPDX-License-Identifier: GPL-3.0-or-later
// A student's documents as files in a folder or a ZIP, with a list of what they are and where they came from.
#pragma once

#include "core/model/ceci-document-repository.h"

G_BEGIN_DECLS

// Reads the register: run it in ceci_register_read() or _read_async(). destination: a new folder, or a file if its name
// ends in .zip; whole or not at all. Removed documents and earlier versions stay in the register.
gboolean ceci_dossier_export (CeciDatabase *database, const char *student_id, GFile *destination, GCancellable *cancellable, GError **error);

G_END_DECLS
