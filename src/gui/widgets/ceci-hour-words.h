// SPDX-License-Identifier: GPL-3.0-or-later
// Durations as tables say them.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *ceci_words_hours_of (gint64 minutes, gint64 required) G_GNUC_WARN_UNUSED_RESULT; // 132 / 150 h ; 132 h 30 / 150 h

G_END_DECLS
