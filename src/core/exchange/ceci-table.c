// SPDX-License-Identifier: GPL-3.0-or-later
// A table that came from a file. It knows nothing of encodings or spreadsheets, and nothing of what its columns mean.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-table.h"
#include "core/store/ceci-fold.h"

G_DEFINE_QUARK (ceci - table - error, ceci_table_error)

struct _CeciTable {
  GObject parent_instance;
  GPtrArray *headings; // as written, trimmed
  GPtrArray *keys;
  GStringChunk *texts;
  GPtrArray *cells;     // n_columns a row, into texts
  GArray *lines;        // guint, one a row
  GHashTable *problems; // row to sentence
  GStrvBuilder *note_builder;
  GStrv notes;
  guint n_guarded;
};

G_DEFINE_FINAL_TYPE (CeciTable, ceci_table, G_TYPE_OBJECT)

// What a spreadsheet would run if it opened this text as a formula.
static gboolean
begins_a_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@", *text) != NULL;
}

// Decimal and telephone numbers begin like formulas and are not.
static gboolean
is_plain_number (const char *text)
{
  return text[strspn (text, "+-0123456789., ()/")] == '\0';
}

static void
ceci_table_finalize (GObject *object)
{
  CeciTable *self = CECI_TABLE (object);

  g_clear_pointer (&self->headings, g_ptr_array_unref);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_clear_pointer (&self->texts, g_string_chunk_free);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->problems, g_hash_table_unref);
  g_clear_pointer (&self->note_builder, g_strv_builder_unref);
  g_clear_pointer (&self->notes, g_strfreev);
  G_OBJECT_CLASS (ceci_table_parent_class)->finalize (object);
}

static void
ceci_table_class_init (CeciTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ceci_table_finalize;
}

static void
ceci_table_init (CeciTable *self)
{
  self->headings = g_ptr_array_new_with_free_func (g_free);
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->texts = g_string_chunk_new (65536);
  self->cells = g_ptr_array_new ();
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  self->problems = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->note_builder = g_strv_builder_new ();
}

CeciTable *
ceci_table_new (void)
{
  return g_object_new (CECI_TYPE_TABLE, NULL);
}

/**
 * ceci_heading_key:
 * @heading: (nullable): a heading as written
 *
 * The form in which headings are compared: folded as by [func@fold], without the marks that forms put around a question
 * («*» for a required one, a final colon or question mark).
 *
 * Returns: (transfer full): the key, "" for a blank heading
 */
char *
ceci_heading_key (const char *heading)
{
  g_autofree char *folded = ceci_fold (heading);
  const char *start = folded + strspn (folded, " *");
  gsize length = strlen (start);

  while (length > 0 && strchr (" *:?", start[length - 1]) != NULL)
    length--;
  return g_strndup (start, length);
}

/**
 * ceci_table_set_headings:
 * @self: a table that has no rows yet
 * @headings: (array length=n_headings): the headings, NULL or blank where the column has none
 * @n_headings: how many columns the table has
 *
 * A heading that stands twice is told apart by a number and noted.
 */
void
ceci_table_set_headings (CeciTable *self, const char *const *headings, guint n_headings)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_if_fail (CECI_IS_TABLE (self));
  g_return_if_fail (self->lines->len == 0);

  g_ptr_array_set_size (self->headings, 0);
  g_ptr_array_set_size (self->keys, 0);
  for (guint i = 0; i < n_headings; i++) {
    g_autofree char *heading = g_strstrip (g_strdup (headings[i] != NULL ? headings[i] : ""));
    g_autofree char *key = ceci_heading_key (heading);
    guint times = GPOINTER_TO_UINT (g_hash_table_lookup (seen, key)) + 1;

    g_hash_table_replace (seen, g_strdup (key), GUINT_TO_POINTER (times));
    if (times > 1 && *key != '\0') {
      g_autofree char *note = g_strdup_printf (
          _ ("The heading “%s” stands more than once: only its first column is matched by name."), heading);
      g_autofree char *numbered = g_strdup_printf ("%s (%u)", heading, times);

      if (times == 2)
        ceci_table_add_note (self, note);
      g_set_str (&heading, numbered);
      g_free (key);
      key = ceci_heading_key (heading);
    }
    g_ptr_array_add (self->headings, g_steal_pointer (&heading));
    g_ptr_array_add (self->keys, g_steal_pointer (&key));
  }
}

// A guard that a spreadsheet or this application put before a formula is not part of the text.
static const char *
keep_cell (CeciTable *self, const char *cell)
{
  if (cell == NULL)
    return NULL;
  if (*cell == '\'' && begins_a_formula (cell + 1))
    cell++;
  if (begins_a_formula (cell) && !is_plain_number (cell))
    self->n_guarded++;
  return *cell == '\0' ? "" : g_string_chunk_insert_const (self->texts, cell);
}

/**
 * ceci_table_add_row:
 * @self: a table whose headings are set
 * @line: where the row begins in its file
 * @cells: (array length=n_cells): its texts
 * @n_cells: how many; missing ones are no value, blank ones beyond the headings are dropped
 *
 * A row without any text is not kept. A row with more values than there are headings is kept with a problem.
 */
void
ceci_table_add_row (CeciTable *self, guint line, const char *const *cells, guint n_cells)
{
  guint n_columns = self->headings->len;
  gboolean blank = TRUE;

  while (n_cells > n_columns && (cells[n_cells - 1] == NULL || *cells[n_cells - 1] == '\0'))
    n_cells--;
  for (guint i = 0; i < n_cells && blank; i++)
    blank = cells[i] == NULL || cells[i][strspn (cells[i], " \t")] == '\0';
  if (blank)
    return;

  for (guint i = 0; i < n_columns; i++)
    g_ptr_array_add (self->cells, (gpointer) (i < n_cells ? keep_cell (self, cells[i]) : NULL));
  g_array_append_val (self->lines, line);
  if (n_cells > n_columns) {
    g_autofree char *problem =
        g_strdup_printf (_ ("This line has %u cells and the table has %u columns: check its quotes and separators."),
                         n_cells, n_columns);

    ceci_table_set_problem (self, self->lines->len - 1, problem);
  }
}

void
ceci_table_set_problem (CeciTable *self, guint row, const char *problem)
{
  g_return_if_fail (row < self->lines->len);
  g_hash_table_replace (self->problems, GUINT_TO_POINTER (row), g_strdup (problem));
}

void
ceci_table_add_note (CeciTable *self, const char *note)
{
  g_return_if_fail (CECI_IS_TABLE (self));
  g_strv_builder_add (self->note_builder, note);
}

void
ceci_table_finish (CeciTable *self)
{
  if (self->n_guarded > 0) {
    g_autofree char *note =
        g_strdup_printf (ngettext ("%u cell begins like a formula: it was read as text.",
                                   "%u cells begin like a formula: they were read as text.", self->n_guarded),
                         self->n_guarded);

    ceci_table_add_note (self, note);
  }
  g_clear_pointer (&self->notes, g_strfreev);
  self->notes = g_strv_builder_end (self->note_builder);
}

guint
ceci_table_get_n_columns (CeciTable *self)
{
  return self->headings->len;
}

guint
ceci_table_get_n_rows (CeciTable *self)
{
  return self->lines->len;
}

const char *
ceci_table_get_heading (CeciTable *self, guint column)
{
  g_return_val_if_fail (column < self->headings->len, NULL);
  return g_ptr_array_index (self->headings, column);
}

const char *
ceci_table_get_key (CeciTable *self, guint column)
{
  g_return_val_if_fail (column < self->keys->len, NULL);
  return g_ptr_array_index (self->keys, column);
}

int
ceci_table_find_column (CeciTable *self, const char *heading)
{
  g_autofree char *key = ceci_heading_key (heading);

  for (guint i = 0; i < self->keys->len; i++)
    if (g_str_equal (g_ptr_array_index (self->keys, i), key))
      return (int) i;
  return -1;
}

const char *
ceci_table_get_cell (CeciTable *self, guint row, guint column)
{
  g_return_val_if_fail (row < self->lines->len && column < self->headings->len, NULL);
  return g_ptr_array_index (self->cells, (gsize) row * self->headings->len + column);
}

guint
ceci_table_get_line (CeciTable *self, guint row)
{
  g_return_val_if_fail (row < self->lines->len, 0);
  return g_array_index (self->lines, guint, row);
}

const char *
ceci_table_get_problem (CeciTable *self, guint row)
{
  return g_hash_table_lookup (self->problems, GUINT_TO_POINTER (row));
}

const char *const *
ceci_table_get_notes (CeciTable *self)
{
  static const char *const none[] = {NULL};

  return self->notes != NULL ? (const char *const *) self->notes : none;
}
