// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the first sheet of an XLSX or ODS file that has content: unpacks with libarchive, within limits, what
// ceci-sheet-xlsx.c and ceci-sheet-ods.c then parse with GMarkup. FreeXL 2.0 was to do this and does not: our fuzzer
// found at once that it runs past the buffers of any XLSX (strlen on what expat hands over without an end), in a
// process that holds the register, on text that strangers typed into a form. Spreadsheets of before 2007 (XLS) are
// refused with the way out.
#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-sheet.h"
#include "ceci-spreadsheet.h"

#define MAX_ENTRIES 2000
#define MAX_UNPACKED (200 * 1000 * 1000)
#define MAX_RATIO 200 // of all that is unpacked to the file, beyond the first megabyte
#define PIECE 65536

static GBytes *
read_whole (GInputStream *stream, goffset limit, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) whole = g_byte_array_new ();
  g_autofree guint8 *piece = g_malloc (PIECE);
  gsize n_read;

  do {
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !g_input_stream_read_all (stream, piece, PIECE, &n_read, cancellable, error))
      return NULL;
    g_byte_array_append (whole, piece, (guint) n_read);
    if ((goffset) whole->len > limit) {
      g_autofree char *text = g_format_size ((guint64) limit);

      g_set_error (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_TOO_LARGE,
                   _ ("This file is larger than %s, the most that is read as a table: split it, or check that it is "
                      "the right file."),
                   text);
      return NULL;
    }
  } while (n_read == PIECE);
  return g_byte_array_free_to_bytes (g_steal_pointer (&whole));
}

static gboolean
is_needed (const char *name)
{
  static const char *const needed[] = {"content.xml",   "xl/workbook.xml",      "xl/_rels/workbook.xml.rels",
                                       "xl/styles.xml", "xl/sharedStrings.xml", NULL};

  return g_strv_contains (needed, name) ||
         (g_str_has_prefix (name, "xl/worksheets/") && g_str_has_suffix (name, ".xml"));
}

// What an entry says of its own size is not to be believed.
static GBytes *
unpack (struct archive *archive, gsize packed, gsize *total, GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();

  for (;;) {
    const void *block;
    size_t length;
    la_int64_t offset;
    int status = archive_read_data_block (archive, &block, &length, &offset);

    if (status == ARCHIVE_EOF)
      return g_byte_array_free_to_bytes (g_steal_pointer (&content));
    if (status < ARCHIVE_WARN) {
      ceci_sheet_set_damaged (error);
      return NULL;
    }
    *total += length;
    if (*total > MAX_UNPACKED || (*total > 1000 * 1000 && *total / MAX_RATIO > packed)) {
      g_set_error_literal (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_HOSTILE,
                           _ ("This spreadsheet unpacks to more than any export would: it was not opened."));
      return NULL;
    }
    g_byte_array_append (content, block, (guint) length);
  }
}

// Fails with the entry's reason.
static gboolean
take_entry (struct archive *archive, struct archive_entry *entry, gsize packed, gsize *total, GHashTable *parts,
            GError **error)
{
  const char *name = archive_entry_pathname (entry);
  GBytes *content;

  if (name == NULL || !is_needed (name) || g_hash_table_contains (parts, name))
    return TRUE;
  if (archive_entry_is_data_encrypted (entry) == 1) {
    g_set_error_literal (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_DAMAGED,
                         _ ("This spreadsheet is protected by a password: save it without one, then import it."));
    return FALSE;
  }
  content = unpack (archive, packed, total, error);
  if (content == NULL)
    return FALSE;
  g_hash_table_insert (parts, g_strdup (name), content);
  return TRUE;
}

static GHashTable *
unpack_parts (GBytes *file, GError **error)
{
  g_autoptr (GHashTable) parts =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  gsize length, total = 0;
  gconstpointer data = g_bytes_get_data (file, &length);
  guint n_entries = 0;
  gboolean sound;
  int status = ARCHIVE_EOF;

  archive_read_support_format_zip_seekable (archive); // by its directory: a file that was cut has none
  sound = archive_read_open_memory (archive, data, length) == ARCHIVE_OK || ceci_sheet_set_damaged (error);
  while (sound && (status = archive_read_next_header (archive, &entry)) != ARCHIVE_EOF) {
    if (status < ARCHIVE_WARN) {
      sound = ceci_sheet_set_damaged (error);
    } else if (++n_entries > MAX_ENTRIES) {
      g_set_error_literal (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_HOSTILE,
                           _ ("This spreadsheet unpacks to more than any export would: it was not opened."));
      sound = FALSE;
    } else {
      sound = take_entry (archive, entry, length, &total, parts, error);
    }
  }
  archive_read_free (archive);
  return sound ? g_steal_pointer (&parts) : NULL;
}

/**
 * ceci_spreadsheet_read:
 * @stream: a seekable stream at its start
 * @builder: takes the rows
 * @old_format: whether the file is an OLE container (XLS, or an XLSX with a password) and not a ZIP
 * @cancellable: (nullable): to stop
 * @error: why not
 *
 * Numbers come as decimal text with a point, dates as YYYY-MM-DD, instants as YYYY-MM-DD HH:MM:SS, durations as hours
 * and minutes.
 *
 * Returns: (transfer full): the table
 */
CeciTable *
ceci_spreadsheet_read (GInputStream *stream, CeciTableBuilder *builder, gboolean old_format, GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GHashTable) parts = NULL;
  gboolean whole;

  if (old_format) {
    g_set_error_literal (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_NOT_A_TABLE,
                         _ ("This spreadsheet is in the format of before 2007 (XLS), or protected by a password: save "
                            "it as XLSX, ODS or CSV without a password, then import it."));
    return NULL;
  }
  file = read_whole (stream, builder->limits.max_size, cancellable, error);
  if (file == NULL)
    return NULL;
  parts = unpack_parts (file, error);
  if (parts == NULL)
    return NULL;
  if (g_hash_table_contains (parts, "xl/workbook.xml")) {
    whole = ceci_sheet_read_xlsx (parts, builder, cancellable, error);
  } else if (g_hash_table_contains (parts, "content.xml")) {
    whole = ceci_sheet_read_ods (parts, builder, cancellable, error);
  } else {
    g_set_error_literal (
        error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_NOT_A_TABLE,
        _ ("This file is a ZIP archive, not a spreadsheet: choose the CSV, XLSX or ODS file inside it."));
    return NULL;
  }
  return whole ? ceci_table_builder_finish (builder, error) : NULL;
}
