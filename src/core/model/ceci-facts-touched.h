// SPDX-License-Identifier: GPL-3.0-or-later
// Whose facts a committed step touched, so that only theirs are gathered again.
#pragma once

#include "core/store/ceci-changes.h"
#include "core/store/ceci-database.h"

G_BEGIN_DECLS

// FALSE with @error. Adds to @student_ids (a set of owned ids); sets @everyone where it can't be said, or where all are touched.
gboolean ceci_facts_touched (CeciDatabase *database, CeciChanges *changes, GHashTable *student_ids, gboolean *everyone, GError **error);

G_END_DECLS
