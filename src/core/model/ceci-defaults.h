// SPDX-License-Identifier: GPL-3.0-or-later
// What a new register starts with.
#pragma once

#include "core/store/ceci-database.h"

G_BEGIN_DECLS

// Faculties, the four modules, the default regulation and grid, the office’s address. Does nothing where a faculty stands already.
gboolean ceci_register_seed_defaults (CeciDatabase *database, GError **error);

G_END_DECLS
