// SPDX-License-Identifier: GPL-3.0-or-later
// Writes any list of objects as a table for others: CSV for French spreadsheets, XLSX.
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum {
  CECI_CELL_TEXT,
  CECI_CELL_NUMBER,
  CECI_CELL_DATE,    // of a text YYYY-MM-DD
  CECI_CELL_INSTANT, // of a text in UTC; shown in Brussels' time
  CECI_CELL_HOURS,   // of minutes
  CECI_CELL_MONEY,   // of cents
  CECI_CELL_YES_NO,
  CECI_CELL_WORD, // of an enum of the model: its label
} CeciCellKind;

typedef struct {
  const char *title;    // translated
  const char *property; // of the items; «student.email» goes through an object; NULL: what stands in texts
  CeciCellKind kind;
  const char *const *texts; // one for each item, where there is no property
} CeciTableColumn;

// Both replace the file whole or leave it as it was. Minutes and integers that are unset are blank cells.
gboolean ceci_table_write_csv (GListModel *items, const CeciTableColumn *columns, guint n_columns, GFile *file,
                               GError **error);
gboolean ceci_table_write_xlsx (GListModel *items, const CeciTableColumn *columns, guint n_columns, const char *sheet,
                                GFile *file, GError **error);

G_END_DECLS
