// SPDX-License-Identifier: GPL-3.0-or-later
// What the table of a session's dossiers says in each column.
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ceci_dossier_columns_add (GtkColumnView *view);

G_END_DECLS
