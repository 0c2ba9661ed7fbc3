// SPDX-License-Identifier: GPL-3.0-or-later
// What reading the XML inside XLSX and ODS files shares: parsing, rows, numbers that are dates.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ceci-sheet.h"

#define PIECE 65536
#define SECONDS_A_DAY 86400

gboolean
ceci_sheet_set_damaged (GError **error)
{
  g_set_error_literal (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_DAMAGED,
                       _ ("This spreadsheet is damaged or cut: export or download it again, then import it."));
  return FALSE;
}

/**
 * ceci_sheet_parse:
 * @xml: a part of a spreadsheet, in UTF-8
 * @parser: what to do with its elements
 * @user_data: for @parser
 * @cancellable: (nullable): to stop
 * @error: what @parser set in #CeciTableError, or that the part is damaged
 *
 * GMarkup knows neither document types nor entities of one's own, so that no text can grow while it is read.
 *
 * Returns: whether all of it was read
 */
gboolean
ceci_sheet_parse (GBytes *xml, const GMarkupParser *parser, gpointer user_data, GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GMarkupParseContext) context =
      g_markup_parse_context_new (parser, G_MARKUP_TREAT_CDATA_AS_TEXT, user_data, NULL);
  gsize length;
  const char *text = g_bytes_get_data (xml, &length);
  g_autoptr (GError) failure = NULL;

  if (length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0) {
    text += 3;
    length -= 3;
  }
  for (gsize at = 0; at < length && failure == NULL; at += PIECE) {
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    g_markup_parse_context_parse (context, text + at, (gssize) MIN (PIECE, length - at), &failure);
  }
  if (failure == NULL)
    g_markup_parse_context_end_parse (context, &failure);
  if (failure == NULL)
    return TRUE;
  if (failure->domain != CECI_TABLE_ERROR)
    return ceci_sheet_set_damaged (error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

const char *
ceci_sheet_local (const char *name)
{
  const char *colon = strrchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

const char *
ceci_sheet_attribute (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (ceci_sheet_local (names[i]), name) == 0)
      return values[i];
  return NULL;
}

// Whether the letters that stand for a date or for a time are in a format, outside quotes, escapes and brackets.
static void
find_letters (const char *format, gboolean *date, gboolean *time)
{
  gboolean quoted = FALSE, month = FALSE;

  *date = *time = FALSE;
  for (const char *p = format; *p != '\0' && *p != ';'; p++) {
    char letter = g_ascii_tolower (*p);

    if (*p == '"')
      quoted = !quoted;
    else if (quoted)
      continue;
    else if ((*p == '\\' || *p == '_' || *p == '*') && p[1] != '\0')
      p++;
    else if (*p == '[') {
      const char *end = strchr (p, ']');

      *time = *time || (end != NULL && strchr ("hms", g_ascii_tolower (p[1])) != NULL &&
                        g_ascii_tolower (end[-1]) == g_ascii_tolower (p[1]));
      if (end == NULL)
        return;
      p = end;
    } else if (g_ascii_strncasecmp (p, "General", 7) == 0)
      p += 6;
    else if (letter == 'y' || letter == 'd')
      *date = TRUE;
    else if (letter == 'm')
      month = TRUE;
    else if (letter == 'h' || letter == 's')
      *time = TRUE;
  }
  *date = *date || (month && !*time);
}

/**
 * ceci_number_kind_of_format:
 * @id: the format's number
 * @format: (nullable): its code, when the workbook defines it
 *
 * Source: ECMA-376, part 1, 18.8.30 for the built-in formats and 18.8.31 for the codes.
 *
 * Returns: what a number in this format is
 */
CeciNumberKind
ceci_number_kind_of_format (guint id, const char *format)
{
  gboolean date, time;

  if (format == NULL) {
    if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) ||
        id == 57 || id == 58)
      return CECI_NUMBER_DATE;
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47))
      return CECI_NUMBER_TIME;
    return CECI_NUMBER_PLAIN;
  }
  find_letters (format, &date, &time);
  if (date)
    return CECI_NUMBER_DATE;
  return time ? CECI_NUMBER_TIME : CECI_NUMBER_PLAIN;
}

static char *
date_text (double number, gboolean from_1904)
{
  double days = floor (number), seconds = round ((number - days) * SECONDS_A_DAY);
  g_autoptr (GDateTime) epoch = NULL;
  g_autoptr (GDateTime) day = NULL;
  g_autoptr (GDateTime) moment = NULL;

  // day 60 of the calendar from 1900 is the 29 February that year did not have
  epoch = from_1904 ? g_date_time_new_utc (1904, 1, 1, 0, 0, 0)
                    : g_date_time_new_utc (1899, 12, days < 60 ? 31 : 30, 0, 0, 0);
  day = g_date_time_add_days (epoch, (int) days);
  if (day == NULL)
    return NULL;
  if (seconds <= 0)
    return g_date_time_format (day, "%Y-%m-%d");
  moment = g_date_time_add_seconds (day, seconds);
  return moment != NULL ? g_date_time_format (moment, "%Y-%m-%d %H:%M:%S") : NULL;
}

/**
 * ceci_number_to_text:
 * @number: a cell's
 * @kind: what it is
 * @from_1904: whether the workbook counts its days from 1904
 *
 * Returns: (transfer full) (nullable): a decimal with a point, a date `YYYY-MM-DD` with a time of day if it has one, or
 * hours and minutes `150:30`; %NULL if @number is none
 */
char *
ceci_number_to_text (double number, CeciNumberKind kind, gboolean from_1904)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *text = NULL;

  if (!isfinite (number))
    return NULL;
  if (kind == CECI_NUMBER_DATE && number >= 1 && number < 2958466) // to the end of the year 9999
    text = date_text (number, from_1904);
  else if (kind == CECI_NUMBER_TIME && number >= 0 && number < 100000) {
    gint64 minutes = (gint64) round (number * 24 * 60);

    text = g_strdup_printf ("%" G_GINT64_FORMAT ":%02" G_GINT64_FORMAT, minutes / 60, minutes % 60);
  }
  return text != NULL ? text : g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.15g", number));
}

/**
 * ceci_sheet_row_set:
 * @row: the row
 * @column: which cell, from 0
 * @text: (transfer full) (nullable): what stands in it
 * @limits: the table's
 * @line: the row's number, for the error
 * @error: over a limit
 *
 * Returns: whether reading may go on
 */
gboolean
ceci_sheet_row_set (CeciSheetRow *row, guint column, char *text, const CeciTableLimits *limits, guint line,
                    GError **error)
{
  g_autofree char *owned = text;

  if (text == NULL || *text == '\0')
    return TRUE;
  if (column >= limits->max_columns) {
    g_set_error (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_TOO_LARGE,
                 _ ("Line %u has more than %u columns: this is not a table that can be read."), line,
                 limits->max_columns);
    return FALSE;
  }
  if (strlen (text) > limits->max_length) {
    g_set_error (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_TOO_LARGE,
                 _ ("A cell of line %u is too long: this is not a table that can be read."), line);
    return FALSE;
  }
  while (row->cells->len <= column)
    g_ptr_array_add (row->cells, NULL);
  g_free (g_ptr_array_index (row->cells, column));
  g_ptr_array_index (row->cells, column) = g_steal_pointer (&owned);
  return TRUE;
}
