// SPDX-License-Identifier: GPL-3.0-or-later
// Fills a grading worksheet: finds where each cell begins and ends in the bytes, puts new ones in their places, and
// copies everything else as it stands.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-form-values.h"
#include "ceci-moodle-reading.h"
#include "ceci-moodle-worksheet.h"

typedef struct {
  gsize start, end; // of the cell as it is written, quotes included
} Span;

// One record's cells; returns where the next record begins. Quotes hold separators and line breaks; "" is one quote.
static gsize
read_record (const char *text, gsize length, gsize at, char separator, GArray *spans)
{
  Span span = {at, at};
  gboolean quoted = FALSE;

  g_array_set_size (spans, 0);
  for (; at < length; at++) {
    if (text[at] == '"')
      quoted = !quoted;
    if (quoted || (text[at] != separator && text[at] != '\n' && text[at] != '\r'))
      continue;
    span.end = at;
    g_array_append_val (spans, span);
    span.start = at + 1;
    if (text[at] != separator) {
      at += text[at] == '\r' && at + 1 < length && text[at + 1] == '\n' ? 2 : 1;
      return at;
    }
  }
  span.end = length;
  g_array_append_val (spans, span);
  return length;
}

static char *
cell_text (const char *text, GArray *spans, guint column)
{
  const Span *span;
  GString *cell;
  gsize start, end;

  if (column >= spans->len)
    return g_strdup ("");
  span = &g_array_index (spans, Span, column);
  start = span->start;
  end = span->end;
  if (end > start + 1 && text[start] == '"' && text[end - 1] == '"') {
    start++;
    end--;
  }
  cell = g_string_new (NULL);
  for (gsize i = start; i < end; i++) {
    g_string_append_c (cell, text[i]);
    if (text[i] == '"' && i + 1 < end && text[i + 1] == '"')
      i++;
  }
  return g_string_free_and_steal (cell);
}

static int
find_column (const char *text, GArray *spans, const char *const *names)
{
  for (guint i = 0; i < spans->len; i++) {
    g_autofree char *cell = cell_text (text, spans, i);
    g_autofree char *words = ceci_form_words (cell);

    if (g_strv_contains (names, words))
      return (int) i;
  }
  return -1;
}

// Text that a spreadsheet would take for a formula is kept from being one.
static char *
quote (const char *value)
{
  g_autofree char *guarded =
      strchr ("=+-@\t", *value) != NULL && *value != '\0' ? g_strconcat ("'", value, NULL) : g_strdup (value);
  g_auto (GStrv) parts = g_strsplit (guarded, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);

  return g_strconcat ("\"", doubled, "\"", NULL);
}

typedef struct {
  int identifier, grade, feedback;
} Columns;

static gboolean
find_columns (const char *text, GArray *spans, Columns *columns)
{
  static const char *const identifiers[] = {"identifier", "identifiant", NULL};
  static const char *const grades[] = {"grade", "note", NULL};
  static const char *const feedbacks[] = {"feedback comments", "feedback par commentaires", NULL};

  columns->identifier = find_column (text, spans, identifiers);
  columns->grade = find_column (text, spans, grades);
  columns->feedback = find_column (text, spans, feedbacks);
  return columns->identifier >= 0 && columns->feedback >= 0;
}

// Copies a record with its new cells; whether any is new.
static gboolean
copy_record (const char *text, gsize start, gsize end, GArray *spans, const Columns *columns, CeciWorksheetFunc func,
             gpointer user_data, GString *out)
{
  g_autofree char *cell = cell_text (text, spans, (guint) columns->identifier);
  g_autofree char *participant = ceci_moodle_participant_parse (cell);
  gsize copied = start;
  gboolean filled = FALSE;

  for (guint column = 0; participant != NULL && column < spans->len; column++) {
    const Span *span = &g_array_index (spans, Span, column);
    gboolean feedback = (int) column == columns->feedback;
    const char *value = feedback || (int) column == columns->grade ? func (participant, feedback, user_data) : NULL;
    g_autofree char *quoted = value != NULL ? quote (value) : NULL;

    if (quoted == NULL)
      continue;
    g_string_append_len (out, text + copied, (gssize) (span->start - copied));
    g_string_append (out, quoted);
    copied = span->end;
    filled = TRUE;
  }
  g_string_append_len (out, text + copied, (gssize) (end - copied));
  return filled;
}

/**
 * ceci_moodle_worksheet_fill:
 * @worksheet: the file as the virtual campus gave it, UTF-8, separated by commas or semicolons
 * @func: says what cells are to hold
 * @user_data: for @func
 * @n_filled: (out) (optional): in how many lines something was written
 * @error: %CECI_TABLE_ERROR_NOT_A_TABLE for another file
 *
 * Returns: (transfer full): the file to give back
 */
GBytes *
ceci_moodle_worksheet_fill (GBytes *worksheet, CeciWorksheetFunc func, gpointer user_data, guint *n_filled,
                            GError **error)
{
  gsize length, next, at = 0;
  const char *text = g_bytes_get_data (worksheet, &length);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));
  g_autoptr (GString) out = g_string_new (NULL);
  Columns columns = {-1, -1, -1};
  char separator = ',';

  if (n_filled != NULL)
    *n_filled = 0;
  if (length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    at = 3;
  next = read_record (text, length, at, separator, spans);
  if (!find_columns (text, spans, &columns)) {
    separator = ';';
    next = read_record (text, length, at, separator, spans);
  }
  if (!g_utf8_validate (text, (gssize) length, NULL) || !find_columns (text, spans, &columns)) {
    g_set_error_literal (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_NOT_A_TABLE,
                         _ ("This file is no grading worksheet of the virtual campus: download it there, and choose it "
                            "as it is."));
    return NULL;
  }
  g_string_append_len (out, text, (gssize) next);
  while (next < length) {
    at = next;
    next = read_record (text, length, at, separator, spans);
    if (copy_record (text, at, next, spans, &columns, func, user_data, out) && n_filled != NULL)
      (*n_filled)++;
  }
  return g_string_free_to_bytes (g_steal_pointer (&out));
}

#define MAX_MEGABYTES 32u

GBytes *
ceci_moodle_worksheet_load (GFile *file, GError **error)
{
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, error);

  if (info == NULL)
    return NULL;
  if (g_file_info_get_size (info) > (goffset) MAX_MEGABYTES * 1000 * 1000) {
    g_set_error (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_TOO_LARGE,
                 _ ("This worksheet is larger than %u MB: no grading worksheet is."), MAX_MEGABYTES);
    return NULL;
  }
  return g_file_load_bytes (file, NULL, NULL, error);
}
