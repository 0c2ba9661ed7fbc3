// SPDX-License-Identifier: GPL-3.0-or-later
// Turns the rows of a file, in order, into a CeciTable: finds the headings, keeps the limits.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-table-builder.h"
#include "core/store/ceci-date.h"

#define LOOKED_AT 20 // rows among which named headings are looked for

void
ceci_table_builder_init (CeciTableBuilder *self, const CeciTableLimits *limits)
{
  *self = (CeciTableBuilder) {.table = ceci_table_new ()};
  if (limits != NULL)
    self->limits = *limits;
  if (self->limits.max_size == 0)
    self->limits.max_size = 64 * 1000 * 1000;
  if (self->limits.max_columns == 0)
    self->limits.max_columns = 1000;
  if (self->limits.max_rows == 0)
    self->limits.max_rows = 200 * 1000;
  if (self->limits.max_length == 0)
    self->limits.max_length = 256 * 1024;
  if (self->limits.columns != NULL) {
    ceci_table_set_headings (self->table, self->limits.columns, g_strv_length ((char **) self->limits.columns));
    self->has_headings = TRUE;
  }
}

void
ceci_table_builder_clear (CeciTableBuilder *self)
{
  g_clear_object (&self->table);
}

static gboolean
is_blank (const char *const *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    if (cells[i] != NULL && cells[i][strspn (cells[i], " \t\n\xC2\xA0")] != '\0')
      return FALSE;
  return TRUE;
}

static guint
count_known (const char *const *headings, const char *const *cells, guint n_cells)
{
  guint n_known = 0;

  for (guint i = 0; i < n_cells; i++) {
    g_autofree char *key = ceci_heading_key (cells[i]);

    for (guint j = 0; *key != '\0' && headings[j] != NULL; j++) {
      g_autofree char *known = ceci_heading_key (headings[j]);

      n_known += g_str_equal (key, known);
    }
  }
  return n_known;
}

// An e-mail address, a date or a student number names no column.
static gboolean
looks_like_data (const char *cell)
{
  gsize digits, length;
  const char *at;

  if (cell == NULL)
    return FALSE;
  length = strlen (cell);
  digits = strspn (cell, "0123456789");
  at = strchr (cell, '@');
  if (at != NULL && at != cell && strchr (at, '.') != NULL && strpbrk (cell, " \t\n") == NULL)
    return TRUE;
  return (digits == length && length >= 5) ||
         (length >= 8 && g_ascii_isdigit (*cell) && strspn (cell, "0123456789/.-: T") == length &&
          strpbrk (cell, "/.-") != NULL);
}

static gboolean
take_headings (CeciTableBuilder *self, guint line, const char *const *cells, guint n_cells, GError **error)
{
  while (!self->limits.blank_headings && n_cells > 0 && (cells[n_cells - 1] == NULL || *cells[n_cells - 1] == '\0'))
    n_cells--;
  if (self->limits.headings != NULL && count_known (self->limits.headings, cells, n_cells) < 2) {
    if (++self->n_before < LOOKED_AT)
      return TRUE;
    g_set_error_literal (
        error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_NO_HEADER,
        _ ("The headings of this table were not found in its first lines: check that it is the right export."));
    return FALSE;
  }
  for (guint i = 0; i < n_cells; i++) {
    if (!looks_like_data (cells[i]))
      continue;
    g_set_error (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_NO_HEADER,
                 _ ("Line %u holds “%s” where the headings of the columns should stand: add a first line that names "
                    "the columns, then import again."),
                 line, cells[i]);
    return FALSE;
  }
  ceci_table_set_headings (self->table, cells, n_cells);
  self->has_headings = TRUE;
  return TRUE;
}

/**
 * ceci_table_builder_add:
 * @self: the builder
 * @line: where the row begins in its file
 * @cells: (array length=n_cells): its texts
 * @n_cells: how many
 * @error: over a limit, or no headings
 *
 * Returns: whether reading may go on
 */
gboolean
ceci_table_builder_add (CeciTableBuilder *self, guint line, const char *const *cells, guint n_cells, GError **error)
{
  if (is_blank (cells, n_cells))
    return TRUE;
  if (!self->has_headings)
    return take_headings (self, line, cells, n_cells, error);
  if (ceci_table_get_n_rows (self->table) >= self->limits.max_rows) {
    g_set_error (
        error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_TOO_LARGE,
        _ ("This table has more than %u rows, the most that is read: split it, or check that it is the right file."),
        self->limits.max_rows);
    return FALSE;
  }
  ceci_table_add_row (self->table, line, cells, n_cells);
  return TRUE;
}

CeciTable *
ceci_table_builder_finish (CeciTableBuilder *self, GError **error)
{
  if (!self->has_headings) {
    if (self->limits.headings != NULL && self->n_before > 0)
      g_set_error_literal (
          error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_NO_HEADER,
          _ ("The headings of this table were not found in its first lines: check that it is the right export."));
    else
      g_set_error_literal (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_EMPTY,
                           _ ("This file is empty: export the table again, then import it."));
    return NULL;
  }
  ceci_table_finish (self->table);
  return g_steal_pointer (&self->table);
}
