// SPDX-License-Identifier: GPL-3.0-or-later
// One page on the screen: its shadow, its texture or white, or why it can't be drawn.
#pragma once

#include <gtk/gtk.h>

#include "ceci-page-layout.h"

G_BEGIN_DECLS

// The texture (nullable) is stretched unless it has the size that is wanted.
void ceci_page_painter_snapshot (GtkWidget *widget, GtkSnapshot *snapshot, const CeciPageBox *box, GdkTexture *texture,
                                 guint wanted_width, guint wanted_height, const char *failure);

G_END_DECLS
