// SPDX-License-Identifier: GPL-3.0-or-later
// Tables: a GtkColumnView's columns from one array, and a list brought up to date without losing its place.
#pragma once

#include <adwaita.h>
#include "core/exchange/ceci-table-writer.h"

G_BEGIN_DECLS

/**
 * CeciColumn:
 * @id: names the column in settings and tests
 * @title: what stands above it, marked for translation
 * @create: makes a cell
 * @show: shows an item in a cell that @create made
 * @compare: (nullable): the order when sorted by this column
 * @expand: whether it takes the room that is left
 * @property: (nullable): in a file, the items' property that stands for it; %NULL: what the cell says
 * @kind: in a file, what kind of value @property is
 */
typedef struct {
  const char *id;
  const char *title;
  GtkWidget *(*create) (void);
  void (*show) (GtkWidget *cell, gpointer item);
  GCompareDataFunc compare;
  gboolean expand;
  const char *property;
  CeciCellKind kind;
} CeciColumn;

void ceci_table_add_columns (GtkColumnView *view, const CeciColumn *columns, guint n_columns);
GtkColumnViewColumn *ceci_table_get_column (GtkColumnView *view, const char *id); // (transfer none) (nullable)
void ceci_table_hide_columns (GtkColumnView *view, AdwBreakpoint *narrow, const char *const *ids); // while it holds
const CeciColumn *ceci_table_column_get (GtkColumnViewColumn *column); // (nullable): from which it was made
gboolean ceci_table_column_is_hidden (GtkColumnViewColumn *column);    // by a person, not by a narrow window
void ceci_table_column_set_hidden (GtkColumnViewColumn *column, gboolean hidden);

GtkWidget *ceci_cell_text (void);                             // a GtkLabel, cut where it is too long
GtkWidget *ceci_cell_name (void);                             // the same, wide enough for a name
GtkWidget *ceci_cell_number (void);                           // a GtkLabel, figures of one width, at the right
GtkWidget *ceci_cell_pill (void);                             // a CeciStatePill
GtkWidget *ceci_cell_bar (void);                              // a CeciFigureBar
void ceci_cell_show_text (GtkWidget *cell, const char *text); // NULL: a dash; cut text is whole in the tooltip
int ceci_compare_text (const char *one, const char *other);   // ignores case and accents; nothing comes last

void ceci_list_update (GListStore *list, GListModel *fresh);

G_END_DECLS
