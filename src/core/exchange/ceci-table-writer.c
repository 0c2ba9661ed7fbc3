// SPDX-License-Identifier: GPL-3.0-or-later
// Writes any list of objects as a table for others. CSV is UTF-8 with BOM, «;» and CRLF, with decimal commas, which is
// what spreadsheets in French open without a question; cells a spreadsheet would run are guarded with «'».
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#include "ceci-table-writer.h"
#include "core/model/ceci-enums.h"
#include "core/model/ceci-record.h"
#include "core/store/ceci-date.h"

#define LONGEST_CELL 32767 // characters, Excel's limit
#define NARROWEST 9.0
#define WIDEST 48.0

// What stands in a cell, whatever the file.
typedef struct {
  enum { BLANK, TEXT, NUMBER, DATE, INSTANT, YES_NO } type;
  char *text;
  double number;
} Cell;

static void
cell_clear (Cell *cell)
{
  g_clear_pointer (&cell->text, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cell, cell_clear)

static gboolean
get_value (GObject *item, const char *path, GValue *value)
{
  g_auto (GStrv) parts = g_strsplit (path, ".", -1);
  g_autoptr (GObject) object = g_object_ref (item);

  for (guint i = 0; parts[i] != NULL; i++) {
    GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (object), parts[i]);
    GObject *next = NULL;

    if (pspec == NULL) {
      g_critical ("%s has no property “%s”", G_OBJECT_TYPE_NAME (object), parts[i]);
      return FALSE;
    }
    if (parts[i + 1] == NULL) {
      g_value_init (value, pspec->value_type);
      g_object_get_property (object, parts[i], value);
      return TRUE;
    }
    g_object_get (object, parts[i], &next, NULL);
    g_set_object (&object, next);
    g_clear_object (&next);
    if (object == NULL)
      return FALSE;
  }
  return FALSE;
}

static gboolean
get_number (const GValue *value, double *number)
{
  g_auto (GValue) transformed = G_VALUE_INIT;

  if (G_VALUE_HOLDS_INT64 (value) && g_value_get_int64 (value) == CECI_UNSET)
    return FALSE;
  g_value_init (&transformed, G_TYPE_DOUBLE);
  if (!g_value_transform (value, &transformed))
    return FALSE;
  *number = g_value_get_double (&transformed);
  return TRUE;
}

static void
cell_init (Cell *cell, GObject *item, guint row, const CeciTableColumn *column)
{
  g_auto (GValue) value = G_VALUE_INIT;

  *cell = (Cell) {.type = BLANK};
  if (column->property == NULL) {
    g_value_init (&value, G_TYPE_STRING);
    g_value_set_string (&value, column->texts[row]);
  } else if (!get_value (item, column->property, &value)) {
    return;
  }
  switch (column->kind) {
  case CECI_CELL_NUMBER:
  case CECI_CELL_HOURS:
  case CECI_CELL_MONEY:
    if (get_number (&value, &cell->number))
      cell->type = NUMBER;
    if (column->kind == CECI_CELL_HOURS)
      cell->number /= 60;
    else if (column->kind == CECI_CELL_MONEY)
      cell->number /= 100;
    break;
  case CECI_CELL_YES_NO:
    cell->type = YES_NO;
    cell->number = g_value_get_boolean (&value);
    break;
  case CECI_CELL_WORD:
    cell->text = g_strdup (ceci_enum_get_label (G_VALUE_TYPE (&value), g_value_get_enum (&value)));
    break;
  case CECI_CELL_DATE:
  case CECI_CELL_INSTANT:
  case CECI_CELL_TEXT:
  default:
    cell->text = g_value_dup_string (&value);
    break;
  }
  if (cell->text == NULL || *cell->text == '\0')
    return;
  cell->type = TEXT;
  if (column->kind == CECI_CELL_DATE && ceci_date_is_valid (cell->text))
    cell->type = DATE;
  else if (column->kind == CECI_CELL_INSTANT)
    cell->type = INSTANT;
}

// The local time in Brussels of an instant; NULL if it is none.
static GDateTime *
local_time (const char *instant)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (instant, NULL);

  if (time == NULL)
    return NULL;
  return g_date_time_to_timezone (time, ceci_date_brussels ());
}

// Replaces the file whole, and on disk before it is named.
static gboolean
save (GFile *file, const char *contents, gsize length, GError **error)
{
  const char *path = g_file_peek_path (file);

  if (path != NULL)
    return g_file_set_contents_full (path, contents, (gssize) length,
                                     G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644, error);
  return g_file_replace_contents (file, contents, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, error);
}

static void
append_csv_text (GString *csv, const char *text)
{
  const char *guard = *text != '\0' && strchr ("=+-@\t\r", *text) != NULL ? "'" : "";

  if (*guard == '\0' && strpbrk (text, ";\"\r\n") == NULL) {
    g_string_append (csv, text);
    return;
  }
  g_string_append_printf (csv, "\"%s", guard);
  for (; *text != '\0'; text++) {
    if (*text == '"')
      g_string_append_c (csv, '"');
    g_string_append_c (csv, *text);
  }
  g_string_append_c (csv, '"');
}

static void
append_csv_cell (GString *csv, const Cell *cell)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *text = NULL;

  switch (cell->type) {
  case TEXT:
    append_csv_text (csv, cell->text);
    break;
  case NUMBER:
    g_ascii_formatd (number, sizeof number, "%.10g", cell->number);
    g_string_append (csv, g_strdelimit (number, ".", ','));
    break;
  case DATE:
    g_string_append (csv, cell->text);
    break;
  case INSTANT:
    time = local_time (cell->text);
    text = time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M") : g_strdup (cell->text);
    append_csv_text (csv, text);
    break;
  case YES_NO:
    g_string_append (csv, cell->number > 0 ? _ ("yes") : _ ("no"));
    break;
  case BLANK:
  default:
    break;
  }
}

/**
 * ceci_table_write_csv:
 * @items: a list of objects
 * @columns: (array length=n_columns): what to write of each
 * @n_columns: how many
 * @file: where
 * @error: the file's
 *
 * Returns: whether the whole table is in the file
 */
gboolean
ceci_table_write_csv (GListModel *items, const CeciTableColumn *columns, guint n_columns, GFile *file, GError **error)
{
  g_autoptr (GString) csv = g_string_new ("\xEF\xBB\xBF");

  for (guint column = 0; column < n_columns; column++) {
    append_csv_text (csv, columns[column].title);
    g_string_append (csv, column + 1 < n_columns ? ";" : "\r\n");
  }
  for (guint row = 0; row < g_list_model_get_n_items (items); row++) {
    g_autoptr (GObject) item = g_list_model_get_item (items, row);

    for (guint column = 0; column < n_columns; column++) {
      g_auto (Cell) cell = {0};

      cell_init (&cell, item, row, &columns[column]);
      append_csv_cell (csv, &cell);
      g_string_append (csv, column + 1 < n_columns ? ";" : "\r\n");
    }
  }
  return save (file, csv->str, csv->len, error);
}

typedef struct {
  lxw_worksheet *sheet;
  lxw_format *heading, *date, *instant, *hours, *money, *number;
} Sheet;

static void
write_sheet_cell (const Sheet *sheet, lxw_row_t row, lxw_col_t column, const Cell *cell, CeciCellKind kind)
{
  lxw_datetime moment = {0};
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *cut = NULL;

  switch (cell->type) {
  case TEXT:
    cut = g_utf8_strlen (cell->text, -1) > LONGEST_CELL ? g_utf8_substring (cell->text, 0, LONGEST_CELL) : NULL;
    worksheet_write_string (sheet->sheet, row, column, cut != NULL ? cut : cell->text, NULL);
    break;
  case NUMBER:
    worksheet_write_number (sheet->sheet, row, column, cell->number,
                            kind == CECI_CELL_HOURS   ? sheet->hours
                            : kind == CECI_CELL_MONEY ? sheet->money
                                                      : sheet->number);
    break;
  case DATE:
    moment.year = atoi (cell->text);
    moment.month = atoi (cell->text + 5);
    moment.day = atoi (cell->text + 8);
    worksheet_write_datetime (sheet->sheet, row, column, &moment, sheet->date);
    break;
  case INSTANT:
    time = local_time (cell->text);
    if (time == NULL) {
      worksheet_write_string (sheet->sheet, row, column, cell->text, NULL);
      break;
    }
    moment.year = g_date_time_get_year (time);
    moment.month = g_date_time_get_month (time);
    moment.day = g_date_time_get_day_of_month (time);
    moment.hour = g_date_time_get_hour (time);
    moment.min = g_date_time_get_minute (time);
    moment.sec = g_date_time_get_second (time);
    worksheet_write_datetime (sheet->sheet, row, column, &moment, sheet->instant);
    break;
  case YES_NO:
    worksheet_write_boolean (sheet->sheet, row, column, cell->number > 0, NULL);
    break;
  case BLANK:
  default:
    break;
  }
}

static void
fill_sheet (const Sheet *sheet, GListModel *items, const CeciTableColumn *columns, guint n_columns)
{
  guint n_rows = g_list_model_get_n_items (items);
  g_autofree double *widths = g_new (double, n_columns);

  for (guint column = 0; column < n_columns; column++) {
    widths[column] = CLAMP ((double) g_utf8_strlen (columns[column].title, -1) + 4, NARROWEST, WIDEST);
    worksheet_write_string (sheet->sheet, 0, (lxw_col_t) column, columns[column].title, sheet->heading);
  }
  for (guint row = 0; row < n_rows; row++) {
    g_autoptr (GObject) item = g_list_model_get_item (items, row);

    for (guint column = 0; column < n_columns; column++) {
      g_auto (Cell) cell = {0};

      cell_init (&cell, item, row, &columns[column]);
      write_sheet_cell (sheet, row + 1, (lxw_col_t) column, &cell, columns[column].kind);
      if (cell.type == TEXT)
        widths[column] = CLAMP ((double) g_utf8_strlen (cell.text, -1) + 2, widths[column], WIDEST);
      else if (cell.type == INSTANT)
        widths[column] = MAX (widths[column], 17);
    }
  }
  for (guint column = 0; column < n_columns; column++)
    worksheet_set_column (sheet->sheet, (lxw_col_t) column, (lxw_col_t) column, widths[column], NULL);
  worksheet_freeze_panes (sheet->sheet, 1, 0);
  worksheet_autofilter (sheet->sheet, 0, 0, n_rows, (lxw_col_t) (n_columns - 1));
  worksheet_repeat_rows (sheet->sheet, 0, 0);
}

static lxw_format *
number_format (lxw_workbook *workbook, const char *format)
{
  lxw_format *made = workbook_add_format (workbook);

  format_set_num_format (made, format);
  return made;
}

/**
 * ceci_table_write_xlsx:
 * @items: a list of objects
 * @columns: (array length=n_columns): what to write of each
 * @n_columns: how many, at least one
 * @sheet: the sheet's name, at most 31 characters without `[ ] : * ? / \`
 * @file: where
 * @error: the file's
 *
 * Numbers, dates and instants are of their types, so that they sort; the headings stay in sight and filter.
 *
 * Returns: whether the whole table is in the file
 */
gboolean
ceci_table_write_xlsx (GListModel *items, const CeciTableColumn *columns, guint n_columns, const char *sheet,
                       GFile *file, GError **error)
{
  const char *buffer = NULL;
  size_t length = 0;
  lxw_workbook_options options = {.output_buffer = &buffer, .output_buffer_size = &length};
  lxw_workbook *workbook;
  lxw_error status;
  Sheet parts;
  gboolean saved;

  g_return_val_if_fail (n_columns > 0, FALSE);

  workbook = workbook_new_opt (NULL, &options);
  parts = (Sheet) {
      .sheet = workbook_add_worksheet (workbook, sheet),
      .heading = workbook_add_format (workbook),
      .date = number_format (workbook, "dd/mm/yyyy"),
      .instant = number_format (workbook, "dd/mm/yyyy hh:mm"),
      .hours = number_format (workbook, "0.##"),
      .money = number_format (workbook, "#,##0.00"),
      .number = number_format (workbook, "0"),
  };
  if (parts.sheet == NULL)
    parts.sheet = workbook_add_worksheet (workbook, NULL); // a name that Excel refuses
  format_set_bold (parts.heading);
  fill_sheet (&parts, items, columns, n_columns);
  status = workbook_close (workbook);
  if (status != LXW_NO_ERROR || buffer == NULL) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The spreadsheet could not be made: %s."),
                 lxw_strerror (status));
    free ((void *) buffer);
    return FALSE;
  }
  saved = save (file, buffer, length, error);
  free ((void *) buffer);
  return saved;
}
