// SPDX-License-Identifier: GPL-3.0-or-later
// A table that came from a file: headings, rows of text, the line each row stood on, and what was noticed while
// reading.
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CECI_TABLE_ERROR (ceci_table_error_quark ())
/**
 * CeciTableError:
 * @CECI_TABLE_ERROR_TOO_LARGE: over a limit of size, columns, rows or cell length
 * @CECI_TABLE_ERROR_EMPTY: the file holds nothing, or headings only blank
 * @CECI_TABLE_ERROR_NO_HEADER: the first line holds data where headings should stand
 * @CECI_TABLE_ERROR_NOT_A_TABLE: the file is of another kind
 * @CECI_TABLE_ERROR_DAMAGED: the file is of the right kind and can't be read to its end
 * @CECI_TABLE_ERROR_HOSTILE: the file is made to exhaust the machine
 */
typedef enum {
  CECI_TABLE_ERROR_TOO_LARGE,
  CECI_TABLE_ERROR_EMPTY,
  CECI_TABLE_ERROR_NO_HEADER,
  CECI_TABLE_ERROR_NOT_A_TABLE,
  CECI_TABLE_ERROR_DAMAGED,
  CECI_TABLE_ERROR_HOSTILE,
} CeciTableError;
GQuark ceci_table_error_quark (void);

#define CECI_TYPE_TABLE (ceci_table_get_type ())
G_DECLARE_FINAL_TYPE (CeciTable, ceci_table, CECI, TABLE, GObject)

CeciTable *ceci_table_new (void);

// While it is being made. cells: n_cells texts, NULL where there is no value; a NULL problem means the row is usable.
void ceci_table_set_headings (CeciTable *self, const char *const *headings, guint n_headings);
void ceci_table_add_row (CeciTable *self, guint line, const char *const *cells, guint n_cells);
void ceci_table_set_problem (CeciTable *self, guint row, const char *problem);
void ceci_table_add_note (CeciTable *self, const char *note);
void ceci_table_finish (CeciTable *self); // adds the notes that need the whole table

guint ceci_table_get_n_columns (CeciTable *self);
guint ceci_table_get_n_rows (CeciTable *self);
const char *ceci_table_get_heading (CeciTable *self, guint column); // as written, trimmed; a second «Nom» is «Nom (2)»
const char *ceci_table_get_key (CeciTable *self, guint column);     // the heading folded for comparing
int ceci_table_find_column (CeciTable *self, const char *heading);  // -1 if none; compares keys
const char *ceci_table_get_cell (CeciTable *self, guint row, guint column); // NULL: no value, "" an empty text
guint ceci_table_get_line (CeciTable *self, guint row);          // of the file, from 1; a spreadsheet's row number
const char *ceci_table_get_problem (CeciTable *self, guint row); // why the row can't be used, NULL if it can
const char *const *ceci_table_get_notes (CeciTable *self);       // whole sentences, NULL-terminated

char *ceci_heading_key (const char *heading) G_GNUC_WARN_UNUSED_RESULT; // «* Prénom(s) : » gives «prenom(s)»

G_END_DECLS
