// SPDX-License-Identifier: GPL-3.0-or-later
// A grid of marks, as on an attendance sheet: a row a student, a column a meeting or a module, filled in by keyboard.
#pragma once

#include <gtk/gtk.h>

#include "ceci-state-pill.h"

G_BEGIN_DECLS

/**
 * CeciMarkLook:
 * @tone: its tint
 * @letter: what stands in the cell
 * @word: what the letter means: the tooltip, and what a screen reader says
 */
typedef struct {
  CeciTone tone;
  const char *letter;
  const char *word;
} CeciMarkLook;

/**
 * CeciMarkGridModel:
 * @name: the name of a row
 * @title: (transfer full): of a column, above it
 * @look: how a cell looks now
 * @sum: (nullable) (transfer full): what stands at the end of a row
 * @sum_title: (nullable): above it, marked for translation
 */
typedef struct {
  const char *(*name) (gpointer row);
  char *(*title) (gpointer column);
  void (*look) (gpointer owner, gpointer row, gpointer column, CeciMarkLook *look);
  char *(*sum) (gpointer owner, gpointer row);
  const char *sum_title;
} CeciMarkGridModel;

#define CECI_TYPE_MARK_GRID (ceci_mark_grid_get_type ())
G_DECLARE_FINAL_TYPE (CeciMarkGrid, ceci_mark_grid, CECI, MARK_GRID, GtkWidget)

void ceci_mark_grid_set_model (CeciMarkGrid *self, const CeciMarkGridModel *model, gpointer owner); // owner: not kept
// Rows and columns that are the same ones (records of the same ids, names and titles) are left as they are.
void ceci_mark_grid_set_lists (CeciMarkGrid *self, GListModel *rows, GListModel *columns);
void ceci_mark_grid_refresh (CeciMarkGrid *self); // cells whose look changed are shown anew; no row is made again
gpointer ceci_mark_grid_get_row (CeciMarkGrid *self);    // (transfer none) (nullable): where the keyboard is
gpointer ceci_mark_grid_get_column (CeciMarkGrid *self); // (transfer none) (nullable)
void ceci_mark_grid_go (CeciMarkGrid *self, int row, int column, gboolean focus);
void ceci_mark_grid_go_on (CeciMarkGrid *self); // to the next row

/**
 * CeciMarkGrid::key:
 * @self: the grid
 * @row: the row
 * @column: the column
 * @keyval: a key that was pressed there
 *
 * Returns: whether it meant something
 */
/**
 * CeciMarkGrid::pressed:
 * @self: the grid
 * @row: the row
 * @column: the column
 *
 * A cell was pressed.
 */
/**
 * CeciMarkGrid::moved:
 * @self: the grid
 *
 * The keyboard is in another row or column.
 */

G_END_DECLS
