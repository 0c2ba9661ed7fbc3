// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a table out of a file of others: tells the kinds apart by their first bytes, decodes and parses separated text
// as a stream. Spreadsheets are ceci-spreadsheet.c's.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-csv-parser.h"
#include "ceci-spreadsheet.h"
#include "ceci-table-builder.h"
#include "ceci-text-decoder.h"

#define PIECE 65536
#define SAMPLE 65536

typedef enum { KIND_TEXT, KIND_ZIP, KIND_OLE, KIND_PDF, KIND_IMAGE, KIND_ARCHIVE, KIND_MARKUP } Kind;

static const struct {
  const char *start;
  guint length;
  Kind kind;
} kinds[] = {
    {"PK\003\004", 4, KIND_ZIP}, {"PK\005\006", 4, KIND_ZIP},   {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, KIND_OLE},
    {"%PDF-", 5, KIND_PDF},      {"\x89PNG", 4, KIND_IMAGE},    {"\xFF\xD8\xFF", 3, KIND_IMAGE},
    {"GIF8", 4, KIND_IMAGE},     {"\x1F\x8B", 2, KIND_ARCHIVE}, {"7z\xBC\xAF\x27\x1C", 6, KIND_ARCHIVE},
    {"Rar!", 4, KIND_ARCHIVE},   {"<?xml", 5, KIND_MARKUP},     {"<!DOCTYPE", 9, KIND_MARKUP},
    {"<html", 5, KIND_MARKUP},
};

static Kind
kind_of (const guint8 *start, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (length >= kinds[i].length && memcmp (start, kinds[i].start, kinds[i].length) == 0)
      return kinds[i].kind;
  return KIND_TEXT;
}

static void
refuse (Kind kind, GError **error)
{
  const char *message = _ ("This file is not a table: choose a CSV, XLSX or ODS file.");

  switch (kind) {
  case KIND_PDF:
    message = _ ("This file is a PDF, not a table: choose a CSV, XLSX or ODS file.");
    break;
  case KIND_IMAGE:
    message = _ ("This file is an image, not a table: choose a CSV, XLSX or ODS file.");
    break;
  case KIND_ARCHIVE:
    message = _ ("This file is a compressed archive: take the CSV, XLSX or ODS file out of it, then import that.");
    break;
  case KIND_MARKUP:
    message = _ ("This file is a web page or XML, not a table: the export may need signing in again. Choose a CSV, "
                 "XLSX or ODS file.");
    break;
  case KIND_TEXT:
  case KIND_ZIP:
  case KIND_OLE:
  default:
    break;
  }
  g_set_error_literal (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_NOT_A_TABLE, message);
}

static void
take_record (const CeciCsvRecord *record, gpointer user_data, GError **error)
{
  CeciTableBuilder *builder = user_data;
  guint before = ceci_table_get_n_rows (builder->table), n_columns = ceci_table_get_n_columns (builder->table);
  guint row;

  if (!ceci_table_builder_add (builder, record->line, record->cells, record->n_cells, error))
    return;
  row = ceci_table_get_n_rows (builder->table);
  if (row == before) {
    if (record->unclosed)
      ceci_table_add_note (builder->table, _ ("The file stops inside a quoted cell: it may have been cut. Export it "
                                              "again to be sure that nothing is missing."));
    return;
  }
  if (record->unclosed) {
    ceci_table_set_problem (builder->table, row - 1,
                            _ ("The file stops inside a quoted cell of this line: it was cut, or a quote is missing."));
    ceci_table_add_note (builder->table, _ ("The file stops inside a quoted cell: it may have been cut. Export it "
                                            "again to be sure that nothing is missing."));
  } else if (record->unfinished && record->n_cells < n_columns && n_columns > 1) {
    ceci_table_set_problem (builder->table, row - 1,
                            _ ("The file stops in the middle of this line: it seems to have been cut."));
    ceci_table_add_note (builder->table, _ ("The file stops in the middle of a line: it may have been cut. Export it "
                                            "again to be sure that nothing is missing."));
  }
}

static void
note_encoding (CeciTable *table, const CeciEncodingGuess *guess, guint n_replaced)
{
  if (guess->encoding == CECI_ENCODING_WINDOWS_1252)
    ceci_table_add_note (
        table,
        _ ("The file is not in Unicode: it was read as Western European (Windows-1252). Check the accents below."));
  if (guess->cut)
    ceci_table_add_note (table, _ ("The file stops in the middle of a character: it may have been cut. Export it again "
                                   "to be sure that nothing is missing."));
  else if (n_replaced > 0) {
    g_autofree char *note = g_strdup_printf (ngettext ("%u character could not be read and shows as �.",
                                                       "%u characters could not be read and show as �.", n_replaced),
                                             n_replaced);

    ceci_table_add_note (table, note);
  }
}

static CeciCsvParser *
start_parser (CeciTableBuilder *builder, GString *text, gboolean whole)
{
  gsize skip = 0;
  CeciCsvDialect dialect = ceci_csv_dialect_guess (text->str, text->len, whole, &skip);

  if (builder->limits.separator != '\0')
    dialect.separator = builder->limits.separator;
  if (builder->limits.unquoted)
    dialect.quote = '\0';
  dialect.max_cells = builder->limits.max_columns;
  dialect.max_length = builder->limits.max_length;
  g_string_erase (text, 0, (gssize) skip);
  return ceci_csv_parser_new (&dialect, take_record, builder);
}

static CeciTable *
read_text (GInputStream *stream, CeciTableBuilder *builder, GCancellable *cancellable, GError **error)
{
  g_autoptr (CeciCsvParser) parser = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree guint8 *piece = g_malloc (PIECE);
  CeciEncodingGuess guess;
  CeciTextDecoder decoder;
  gboolean end = FALSE;

  if (!ceci_encoding_guess (stream, builder->limits.max_size, &guess, cancellable, error))
    return NULL;
  if (guess.binary) {
    refuse (KIND_TEXT, error);
    return NULL;
  }
  if (!g_seekable_seek (G_SEEKABLE (stream), guess.bom_length, G_SEEK_SET, cancellable, error))
    return NULL;

  ceci_text_decoder_init (&decoder, guess.encoding);
  while (!end) {
    gsize n_read;

    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !g_input_stream_read_all (stream, piece, PIECE, &n_read, cancellable, error))
      return NULL;
    end = n_read < PIECE;
    ceci_text_decoder_feed (&decoder, piece, n_read, text);
    if (end)
      ceci_text_decoder_finish (&decoder, text);
    if (parser == NULL && (end || text->len >= SAMPLE))
      parser = start_parser (builder, text, end);
    if (parser == NULL)
      continue;
    if (!ceci_csv_parser_feed (parser, text->str, text->len, error))
      return NULL;
    g_string_truncate (text, 0);
  }
  if (!ceci_csv_parser_finish (parser, error))
    return NULL;
  note_encoding (builder->table, &guess, decoder.n_replaced);
  return ceci_table_builder_finish (builder, error);
}

static CeciTable *
read_stream (GInputStream *stream, const CeciTableLimits *limits, GCancellable *cancellable, GError **error)
{
  g_auto (CeciTableBuilder) builder = {NULL};
  guint8 start[16];
  gsize n_read;
  Kind kind;

  ceci_table_builder_init (&builder, limits);
  if (!g_input_stream_read_all (stream, start, sizeof start, &n_read, cancellable, error) ||
      !g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, cancellable, error))
    return NULL;
  kind = kind_of (start, n_read);
  switch (kind) {
  case KIND_TEXT:
    return read_text (stream, &builder, cancellable, error);
  case KIND_ZIP:
  case KIND_OLE:
    return ceci_spreadsheet_read (stream, &builder, kind == KIND_OLE, cancellable, error);
  case KIND_PDF:
  case KIND_IMAGE:
  case KIND_ARCHIVE:
  case KIND_MARKUP:
  default:
    refuse (kind, error);
    return NULL;
  }
}

/**
 * ceci_table_read_file:
 * @file: a file of any kind
 * @limits: (nullable): other limits than the ordinary ones
 * @cancellable: (nullable): to stop
 * @error: why not: [error@CeciTableError] with a sentence for the person who chose the file, or the file's own error
 *
 * What a row lacks or has too much is not an error: it is the row's problem, see [method@Table.get_problem].
 *
 * Returns: (transfer full): the table
 */
CeciTable *
ceci_table_read_file (GFile *file, const CeciTableLimits *limits, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;
  return read_stream (G_INPUT_STREAM (stream), limits, cancellable, error);
}

/**
 * ceci_table_read_bytes:
 * @bytes: what a file holds
 * @limits: (nullable): other limits than the ordinary ones
 * @cancellable: (nullable): to stop
 * @error: why not, as [func@table_read_file]
 *
 * Returns: (transfer full): the table
 */
CeciTable *
ceci_table_read_bytes (GBytes *bytes, const CeciTableLimits *limits, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  return read_stream (stream, limits, cancellable, error);
}
