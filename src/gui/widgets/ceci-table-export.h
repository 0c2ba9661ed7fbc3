// SPDX-License-Identifier: GPL-3.0-or-later
// A table as it is seen, its order, filters and columns kept, written to a file for spreadsheets: XLSX or CSV.
#pragma once

#include <gtk/gtk.h>
#include "ceci-desk.h"
#include "core/exchange/ceci-table-writer.h"

G_BEGIN_DECLS

/**
 * CeciColumnTextFunc:
 * @item: an item of the table
 * @user_data: as given
 *
 * Returns: (transfer full) (nullable): what the column says of @item
 */
typedef char *(*CeciColumnTextFunc) (gpointer item, gpointer user_data);

// For a column with a factory of its own, which ceci_table_add_columns() did not make: what it says in a file.
void ceci_table_column_set_text (GtkColumnViewColumn *column, CeciColumnTextFunc text, gpointer user_data,
                                 GDestroyNotify user_data_destroy);

// Asks for a file, writes the rows and columns shown, and tells the desk how it went.
void ceci_table_export_ask (GtkColumnView *table, CeciDesk *desk, const char *title);
// The same for what is not a GtkColumnView: all of @items. Titles are translated already.
void ceci_list_export_ask (GtkWidget *parent, GListModel *items, const CeciTableColumn *columns, guint n_columns,
                           CeciDesk *desk, const char *title);
// Without asking: the format follows the file's name, XLSX unless it ends in .csv.
void ceci_table_export_to (GtkColumnView *table, CeciDesk *desk, const char *title, GFile *file);

G_END_DECLS
