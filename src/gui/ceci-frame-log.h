// SPDX-License-Identifier: GPL-3.0-or-later
// Says how long the GTK thread was busy, turn by turn, when CECI_FRAME_LOG names a file: for measuring, never for people.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void ceci_frame_log_start (void); // does nothing unless the environment asks for it

G_END_DECLS
