// SPDX-License-Identifier: GPL-3.0-or-later
// A table of a paper: columns with their share of the width, rows of text. Nothing is drawn here.

#include "config.h"

#include "ceci-paper-table.h"

struct _CeciPaperTable {
  CeciPaperTableFlags flags;
  guint n_columns;
  CeciPaperColumn *columns; // titles owned
  double total_share;
  GPtrArray *cells; // char *, row by row
  GArray *strong;   // gboolean, one a row
};

/**
 * ceci_paper_table_new:
 * @flags: how the table looks
 * @columns: (array length=n_columns): the columns, copied
 * @n_columns: how many there are
 *
 * Returns: (transfer full): a table with no row
 */
CeciPaperTable *
ceci_paper_table_new (CeciPaperTableFlags flags, const CeciPaperColumn *columns, guint n_columns)
{
  CeciPaperTable *self;

  g_return_val_if_fail (columns != NULL && n_columns > 0, NULL);

  self = g_new0 (CeciPaperTable, 1);
  self->flags = flags;
  self->n_columns = n_columns;
  self->columns = g_memdup2 (columns, n_columns * sizeof (CeciPaperColumn));
  for (guint i = 0; i < n_columns; i++) {
    self->columns[i].title = g_strdup (columns[i].title);
    self->total_share += columns[i].share;
  }
  self->cells = g_ptr_array_new_with_free_func (g_free);
  self->strong = g_array_new (FALSE, FALSE, sizeof (gboolean));
  return self;
}

/**
 * ceci_paper_table_free:
 * @self: (transfer full): a table
 */
void
ceci_paper_table_free (CeciPaperTable *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    g_free ((char *) self->columns[i].title);
  g_free (self->columns);
  g_ptr_array_unref (self->cells);
  g_array_unref (self->strong);
  g_free (self);
}

static void
add_row (CeciPaperTable *self, gboolean strong, va_list arguments)
{
  const char *cell;
  guint n = 0;

  while ((cell = va_arg (arguments, const char *)) != NULL && n < self->n_columns) {
    g_ptr_array_add (self->cells, g_strdup (cell));
    n++;
  }
  for (; n < self->n_columns; n++)
    g_ptr_array_add (self->cells, g_strdup (""));
  g_array_append_val (self->strong, strong);
}

/**
 * ceci_paper_table_add:
 * @self: a table
 * @...: the cells from left to right, ended by %NULL; those left out are empty
 */
void
ceci_paper_table_add (CeciPaperTable *self, ...)
{
  va_list arguments;

  va_start (arguments, self);
  add_row (self, FALSE, arguments);
  va_end (arguments);
}

/**
 * ceci_paper_table_add_strong:
 * @self: a table
 * @...: the cells of a total or another row that stands out, ended by %NULL
 */
void
ceci_paper_table_add_strong (CeciPaperTable *self, ...)
{
  va_list arguments;

  va_start (arguments, self);
  add_row (self, TRUE, arguments);
  va_end (arguments);
}

CeciPaperTableFlags
ceci_paper_table_get_flags (CeciPaperTable *self)
{
  return self->flags;
}

guint
ceci_paper_table_n_columns (CeciPaperTable *self)
{
  return self->n_columns;
}

guint
ceci_paper_table_n_rows (CeciPaperTable *self)
{
  return self->strong->len;
}

gboolean
ceci_paper_table_has_header (CeciPaperTable *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].title != NULL)
      return TRUE;
  return FALSE;
}

const char *
ceci_paper_table_get_title (CeciPaperTable *self, guint column)
{
  return self->columns[column].title != NULL ? self->columns[column].title : "";
}

PangoAlignment
ceci_paper_table_get_alignment (CeciPaperTable *self, guint column)
{
  return self->columns[column].alignment;
}

/**
 * ceci_paper_table_get_share:
 * @self: a table
 * @column: which column
 *
 * Returns: the part of the width the column takes, from 0 to 1
 */
double
ceci_paper_table_get_share (CeciPaperTable *self, guint column)
{
  return self->columns[column].share / self->total_share;
}

const char *
ceci_paper_table_get_cell (CeciPaperTable *self, guint row, guint column)
{
  return g_ptr_array_index (self->cells, row * self->n_columns + column);
}

gboolean
ceci_paper_table_is_strong (CeciPaperTable *self, guint row)
{
  return g_array_index (self->strong, gboolean, row);
}
