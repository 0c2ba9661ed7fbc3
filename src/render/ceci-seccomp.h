// SPDX-License-Identifier: GPL-3.0-or-later
// The system calls that drawing a page needs; every other one is refused, and some end the process.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean ceci_seccomp_restrict (void);

G_END_DECLS
