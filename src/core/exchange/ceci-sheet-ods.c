// SPDX-License-Identifier: GPL-3.0-or-later
// The first table of an ODS document that has content (OpenDocument 1.3, part 3, chapters 9 and 19).
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "ceci-sheet.h"

#define BLANK_ROWS 1000000 // how far a run of blank rows may move the line

typedef struct {
  CeciTableBuilder *builder;
  CeciSheetRow row;
  guint depth; // of tables: one inside a cell is not the sheet's
  guint n_tables;
  gboolean done; // a table with content has ended: the others are not read
  guint line;    // from 1
  guint column;  // from 0
  guint repeat_row, repeat_cell;
  char *value; // typed; NULL: the text counts
  gboolean in_cell, in_annotation, in_paragraph;
  guint n_paragraphs;
  GString *text;
} Document;

static guint
count_of (const char **names, const char **values, const char *name)
{
  const char *text = ceci_sheet_attribute (names, values, name);
  guint64 count = text != NULL ? g_ascii_strtoull (text, NULL, 10) : 1;

  return (guint) CLAMP (count, 1, BLANK_ROWS);
}

// «PT150H30M00S» gives «150:30».
static char *
time_text (const char *duration)
{
  char *end;
  guint64 hours = 0, minutes = 0;

  if (!g_str_has_prefix (duration, "PT"))
    return g_strdup (duration);
  hours = g_ascii_strtoull (duration + 2, &end, 10);
  if (*end != 'H')
    return g_strdup (duration);
  minutes = g_ascii_strtoull (end + 1, NULL, 10);
  return g_strdup_printf ("%" G_GUINT64_FORMAT ":%02" G_GUINT64_FORMAT, hours, minutes);
}

static char *
typed_value (const char **names, const char **values)
{
  const char *type = ceci_sheet_attribute (names, values, "value-type");
  const char *value = ceci_sheet_attribute (names, values, "value"),
             *date = ceci_sheet_attribute (names, values, "date-value");
  const char *time = ceci_sheet_attribute (names, values, "time-value"),
             *boolean = ceci_sheet_attribute (names, values, "boolean-value");

  if (type == NULL || strcmp (type, "string") == 0)
    return NULL;
  if (strcmp (type, "date") == 0 && date != NULL)
    return g_strdelimit (g_strdup (date), "T", ' ');
  if (strcmp (type, "time") == 0 && time != NULL)
    return time_text (time);
  if (strcmp (type, "boolean") == 0 && boolean != NULL)
    return g_strdup (strcmp (boolean, "true") == 0 ? "1" : "0");
  return value != NULL ? ceci_number_to_text (g_ascii_strtod (value, NULL), CECI_NUMBER_PLAIN, FALSE) : NULL;
}

static void
start_cell (Document *self, const char **names, const char **values)
{
  self->in_cell = TRUE;
  self->repeat_cell = count_of (names, values, "number-columns-repeated");
  g_free (self->value);
  self->value = typed_value (names, values);
  self->n_paragraphs = 0;
  g_string_truncate (self->text, 0);
}

static void
start_text (Document *self, const char *local, const char **names, const char **values)
{
  if (strcmp (local, "p") == 0) {
    self->in_paragraph = TRUE;
    if (self->n_paragraphs++ > 0)
      g_string_append_c (self->text, '\n');
  } else if (strcmp (local, "s") == 0) {
    for (guint n = MIN (count_of (names, values, "c"), 1000); n > 0; n--)
      g_string_append_c (self->text, ' ');
  } else if (strcmp (local, "tab") == 0) {
    g_string_append_c (self->text, '\t');
  } else if (strcmp (local, "line-break") == 0) {
    g_string_append_c (self->text, '\n');
  }
}

static void
start_element (GMarkupParseContext *context, const char *element, const char **names, const char **values,
               gpointer data, GError **error)
{
  Document *self = data;
  const char *local = ceci_sheet_local (element);

  if (strcmp (element, "table:table") == 0) {
    if (self->depth++ == 0) {
      self->n_tables++;
      self->line = 0;
    }
  } else if (self->depth != 1 || self->done) {
    return;
  } else if (strcmp (local, "table-row") == 0) {
    self->column = 0;
    self->line++;
    self->repeat_row = count_of (names, values, "number-rows-repeated");
  } else if (strcmp (local, "table-cell") == 0 || strcmp (local, "covered-table-cell") == 0) {
    start_cell (self, names, values);
  } else if (strcmp (local, "annotation") == 0) {
    self->in_annotation = TRUE;
  } else if (self->in_cell && !self->in_annotation) {
    start_text (self, local, names, values);
  }
}

static void
end_cell (Document *self, GError **error)
{
  const char *text = self->value != NULL ? self->value : self->text->str;
  guint repeated = *text != '\0' ? self->repeat_cell : 0;

  for (guint i = 0; i < repeated; i++)
    if (!ceci_sheet_row_set (&self->row, self->column + i, g_strdup (text), &self->builder->limits, self->line, error))
      break;
  self->column += MIN (self->repeat_cell, (guint) BLANK_ROWS);
  self->column = MIN (self->column, (guint) BLANK_ROWS);
  self->in_cell = self->in_paragraph = FALSE;
}

static void
end_row (Document *self, GError **error)
{
  guint repeated = self->row.cells->len > 0 ? self->repeat_row : 0;

  for (guint i = 0; i < repeated; i++)
    if (!ceci_table_builder_add (self->builder, self->line + i, (const char *const *) self->row.cells->pdata,
                                 self->row.cells->len, error))
      break;
  self->line += self->repeat_row - 1;
  self->line = MIN (self->line, G_MAXINT);
  g_ptr_array_set_size (self->row.cells, 0);
}

static void
end_element (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Document *self = data;
  const char *local = ceci_sheet_local (element);

  if (strcmp (element, "table:table") == 0) {
    self->depth -= self->depth > 0;
    self->done = self->done || (self->depth == 0 && self->builder->has_headings);
  } else if (self->depth != 1 || self->done)
    return;
  else if (strcmp (local, "table-row") == 0)
    end_row (self, error);
  else if (strcmp (local, "table-cell") == 0 || strcmp (local, "covered-table-cell") == 0)
    end_cell (self, error);
  else if (strcmp (local, "annotation") == 0)
    self->in_annotation = FALSE;
  else if (strcmp (local, "p") == 0)
    self->in_paragraph = FALSE;
}

static void
take_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Document *self = data;

  if (self->depth == 1 && !self->done && self->in_paragraph && !self->in_annotation)
    g_string_append_len (self->text, text, (gssize) length);
}

static const GMarkupParser parser = {.start_element = start_element, .end_element = end_element, .text = take_text};

/**
 * ceci_sheet_read_ods:
 * @parts: the document's parts
 * @builder: takes the rows
 * @cancellable: (nullable): to stop
 * @error: why not
 *
 * Returns: whether the document was read
 */
gboolean
ceci_sheet_read_ods (GHashTable *parts, CeciTableBuilder *builder, GCancellable *cancellable, GError **error)
{
  GBytes *xml = g_hash_table_lookup (parts, "content.xml");
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new (NULL);
  Document document = {.builder = builder, .row = {.cells = cells}, .text = text};
  gboolean whole;

  if (xml == NULL)
    return ceci_sheet_set_damaged (error);
  whole = ceci_sheet_parse (xml, &parser, &document, cancellable, error);
  g_free (document.value);
  if (whole && document.n_tables > 1)
    ceci_table_add_note (builder->table,
                         _ ("The file has more than one sheet: only the first one that is not empty was read."));
  return whole;
}
