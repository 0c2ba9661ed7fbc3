// SPDX-License-Identifier: GPL-3.0-or-later
// Separated text as records. Our own, because the one C library for it that Debian 13 keeps (libcsv 3.0.3, unchanged
// since 2013) says neither on which line of the file a record began nor that the file ended inside quotes unless it
// also refuses every stray quote, trims the cells, and sets no limit to a cell. tests/fuzz/fuzz-table.c is its fuzzer.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-csv-parser.h"
#include "ceci-table.h"

#define GUESS_RECORDS 50
#define NOTHING G_MAXSIZE // the offset of a cell where nothing stood

typedef enum {
  AT_START, // of a cell
  UNQUOTED,
  QUOTED,
  AT_QUOTE, // after a quote in a quoted cell: its end, or the first of two
} State;

struct _CeciCsvParser {
  CeciCsvDialect dialect;
  CeciCsvFunc func;
  gpointer user_data;
  State state;
  GString *text;   // the record's cells, one after the other, each ended by NUL
  GArray *offsets; // gsize, of each cell that is complete
  GPtrArray *cells;
  gsize cell_start;
  guint line; // the one being read
  guint record_line;
  gboolean after_cr; // a line feed now belongs to the carriage return before it
  gboolean special[256];
};

/**
 * ceci_csv_parser_new:
 * @dialect: separator, quote and limits
 * @func: called for each record, empty lines too (one cell without a value)
 * @user_data: for @func
 *
 * Returns: (transfer full): a parser
 */
CeciCsvParser *
ceci_csv_parser_new (const CeciCsvDialect *dialect, CeciCsvFunc func, gpointer user_data)
{
  CeciCsvParser *self = g_new0 (CeciCsvParser, 1);

  self->dialect = *dialect;
  self->func = func;
  self->user_data = user_data;
  self->text = g_string_new (NULL);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->cells = g_ptr_array_new ();
  self->line = self->record_line = 1;
  self->special['\r'] = self->special['\n'] = TRUE;
  self->special[(guint8) dialect->separator] = TRUE;
  if (dialect->quote != '\0')
    self->special[(guint8) dialect->quote] = TRUE;
  return self;
}

void
ceci_csv_parser_free (CeciCsvParser *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->offsets);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

static gboolean
end_cell (CeciCsvParser *self, GError **error)
{
  gsize offset = self->state == AT_START ? NOTHING : self->cell_start;

  if (self->offsets->len >= self->dialect.max_cells) {
    g_set_error (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_TOO_LARGE,
                 _ ("Line %u has more than %u columns: this is not a table that can be read."), self->record_line,
                 self->dialect.max_cells);
    return FALSE;
  }
  g_array_append_val (self->offsets, offset);
  g_string_append_c (self->text, '\0');
  self->cell_start = self->text->len;
  self->state = AT_START;
  return TRUE;
}

static gboolean
end_record (CeciCsvParser *self, gboolean at_end, GError **error)
{
  CeciCsvRecord record = {.line = self->record_line, .unfinished = at_end, .unclosed = at_end && self->state == QUOTED};
  GError *failure = NULL;

  if (!end_cell (self, error))
    return FALSE;
  g_ptr_array_set_size (self->cells, 0);
  for (guint i = 0; i < self->offsets->len; i++) {
    gsize offset = g_array_index (self->offsets, gsize, i);

    g_ptr_array_add (self->cells, offset == NOTHING ? NULL : self->text->str + offset);
  }
  record.n_cells = self->cells->len;
  record.cells = (const char *const *) self->cells->pdata;
  self->func (&record, self->user_data, &failure);

  g_string_truncate (self->text, 0);
  g_array_set_size (self->offsets, 0);
  self->cell_start = 0;
  if (failure != NULL) {
    g_propagate_error (error, failure);
    return FALSE;
  }
  return TRUE;
}

static gboolean
append (CeciCsvParser *self, const char *text, gsize length, GError **error)
{
  if (self->text->len - self->cell_start + length > self->dialect.max_length) {
    if (self->state == QUOTED)
      g_set_error (
          error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_DAMAGED,
          _ ("The quotes opened in the record of line %u are not closed: correct that line, then import again."),
          self->record_line);
    else
      g_set_error (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_TOO_LARGE,
                   _ ("A cell of line %u is too long: this is not a table that can be read."), self->record_line);
    return FALSE;
  }
  g_string_append_len (self->text, text, (gssize) length);
  return TRUE;
}

// One character that means something, where it does.
static gboolean
take_special (CeciCsvParser *self, char c, GError **error)
{
  gboolean line_break = c == '\n' || c == '\r';

  if (c == '\n' && self->after_cr) {
    self->after_cr = FALSE;
    return TRUE;
  }
  self->after_cr = c == '\r';
  self->line += line_break;

  if (self->state == QUOTED) {
    if (c == self->dialect.quote) {
      self->state = AT_QUOTE;
      return TRUE;
    }
    return append (self, line_break ? "\n" : &c, 1, error);
  }
  if (c == self->dialect.quote && c != '\0') {
    if (self->state == AT_START || self->state == AT_QUOTE) {
      gboolean doubled = self->state == AT_QUOTE;

      self->state = QUOTED;
      return !doubled || append (self, &c, 1, error);
    }
    return append (self, &c, 1, error); // inside an unquoted cell it is text
  }
  if (line_break) {
    if (!end_record (self, FALSE, error))
      return FALSE;
    self->record_line = self->line;
    return TRUE;
  }
  return end_cell (self, error);
}

/**
 * ceci_csv_parser_feed:
 * @self: a parser
 * @text: (array length=length): UTF-8 without NUL; may end anywhere
 * @length: bytes
 * @error: over a limit, or what the function set
 *
 * Returns: whether reading may go on
 */
gboolean
ceci_csv_parser_feed (CeciCsvParser *self, const char *text, gsize length, GError **error)
{
  gsize i = 0;

  while (i < length) {
    gsize run = i;

    while (run < length && !self->special[(guint8) text[run]])
      run++;
    if (run > i) {
      self->after_cr = FALSE;
      if (self->state != QUOTED)
        self->state = UNQUOTED;
      if (!append (self, text + i, run - i, error))
        return FALSE;
      i = run;
    } else if (!take_special (self, text[i++], error)) {
      return FALSE;
    }
  }
  return TRUE;
}

gboolean
ceci_csv_parser_finish (CeciCsvParser *self, GError **error)
{
  if (self->state == AT_START && self->offsets->len == 0)
    return TRUE;
  return end_record (self, TRUE, error);
}

typedef struct {
  guint n_records;
  guint n_cells; // of the first record that is not blank
  guint n_same;  // records with as many
} Tally;

static void
count_record (const CeciCsvRecord *record, gpointer user_data, GError **error)
{
  Tally *tally = user_data;
  guint n_cells = record->n_cells;

  if (n_cells == 1 && record->cells[0] == NULL)
    return;
  if (tally->n_cells == 0)
    tally->n_cells = n_cells;
  tally->n_records++;
  tally->n_same += n_cells == tally->n_cells;
  if (tally->n_records == GUESS_RECORDS)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "enough");
}

static double
score_separator (char separator, const char *text, gsize length)
{
  CeciCsvDialect dialect = {.separator = separator, .quote = '"', .max_cells = G_MAXUINT, .max_length = G_MAXSIZE};
  Tally tally = {0};
  g_autoptr (CeciCsvParser) parser = ceci_csv_parser_new (&dialect, count_record, &tally);

  if (ceci_csv_parser_feed (parser, text, length, NULL))
    ceci_csv_parser_finish (parser, NULL);
  if (tally.n_cells < 2)
    return 0;
  // how regular the records are counts most; then how many columns, of which no separator can make too many by chance
  return (double) tally.n_same / tally.n_records * 10 + (double) MIN (tally.n_cells, 100) / 10;
}

/**
 * ceci_csv_dialect_guess:
 * @text: (array length=length): the start of a text
 * @length: bytes
 * @whole: whether that is all of it
 * @skip: (out): how many bytes of a line «sep=;» stand before the table
 *
 * Tries each separator on the first records. The colon, which also stands in every time of day, is tried last and
 * alone.
 *
 * Returns: the dialect, without limits set
 */
CeciCsvDialect
ceci_csv_dialect_guess (const char *text, gsize length, gboolean whole, gsize *skip)
{
  static const char separators[] = {';', ',', '\t'};
  CeciCsvDialect dialect = {.separator = ';', .quote = '"'};
  double best = 0;

  *skip = 0;
  if (length > 5 && g_ascii_strncasecmp (text, "sep=", 4) == 0 && strchr (";,\t:|", text[4]) != NULL &&
      (text[5] == '\r' || text[5] == '\n')) {
    dialect.separator = text[4];
    *skip = text[5] == '\r' && length > 6 && text[6] == '\n' ? 7 : 6;
    return dialect;
  }
  if (!whole) {
    // the last line may be half a line
    const char *last = g_strrstr_len (text, (gssize) length, "\n");

    length = last != NULL ? (gsize) (last - text) + 1 : length;
  }
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++) {
    double score = score_separator (separators[i], text, length);

    if (score > best) {
      best = score;
      dialect.separator = separators[i];
    }
  }
  if (best <= 0 && score_separator (':', text, length) > 0)
    dialect.separator = ':';
  return dialect;
}
