// SPDX-License-Identifier: GPL-3.0-or-later
// Shuts ceci-render in, before the first byte of a document is read.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void ceci_sandbox_prepare (void); // loads what entering needs; may be done before a fork
guint ceci_sandbox_enter (int *landlock_abi);        // CeciRenderIsolation bits that are in force
gboolean ceci_sandbox_allow_seconds (guint seconds); // of CPU for what follows; past it the process is ended

G_END_DECLS
