// SPDX-License-Identifier: GPL-3.0-or-later
// The table of what an import would do, row by row; or as a list where there is no room for columns.
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ceci_import_columns_add (GtkColumnView *view);
GtkListItemFactory *ceci_import_columns_narrow (void) G_GNUC_WARN_UNUSED_RESULT; // for a GtkListView

GtkListItemFactory *ceci_import_columns_lines (void); // rows of a CeciImportProposal

G_END_DECLS
