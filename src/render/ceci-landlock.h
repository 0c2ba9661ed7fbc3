// SPDX-License-Identifier: GPL-3.0-or-later
// Landlock: from here on this process reads the named folders and nothing else of the file system.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int ceci_landlock_abi (void);                                      // of this kernel; 0: none
guint64 ceci_landlock_rights (int abi);                            // every file right that this ABI knows
int ceci_landlock_restrict (const char *const *readable, int abi); // the ABI in force, or 0: nothing was restricted

G_END_DECLS
