// SPDX-License-Identifier: GPL-3.0-or-later
// The table of what an import would do, row by row; in one column where there is no room for four.
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ceci_import_columns_add (GtkColumnView *view);
void ceci_import_columns_set_narrow (GtkColumnView *view, gboolean narrow);

G_END_DECLS
