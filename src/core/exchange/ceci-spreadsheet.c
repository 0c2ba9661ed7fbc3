// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the first sheet of an XLSX, XLS or ODS file that has content, through FreeXL. FreeXL trusts its file, so that
// what the archive unpacks to is measured with libarchive first, on the very bytes FreeXL then opens.
#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <freexl.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "ceci-spreadsheet.h"

#define MAX_ENTRIES 2000
#define MAX_UNPACKED (256 * 1000 * 1000)
#define MAX_RATIO 200 // of one entry, beyond the first megabyte
#define PIECE 65536

typedef enum { FORMAT_XLS, FORMAT_XLSX, FORMAT_ODS, FORMAT_UNKNOWN } Format;

// Keeps the file's bytes in memory under a name, which is what FreeXL opens.
static int
copy_to_memory (GInputStream *stream, goffset limit, goffset *size, GCancellable *cancellable, GError **error)
{
  g_autofree guint8 *piece = g_malloc (PIECE);
  int fd = memfd_create ("ceci-spreadsheet", MFD_CLOEXEC);
  gsize n_read;

  *size = 0;
  do {
    if (fd < 0)
      break;
    if (!g_input_stream_read_all (stream, piece, PIECE, &n_read, cancellable, error)) {
      close (fd);
      return -1;
    }
    *size += (goffset) n_read;
    if (*size > limit) {
      g_autofree char *text = g_format_size ((guint64) limit);

      g_set_error (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_TOO_LARGE,
                   _ ("This file is larger than %s, the most that is read as a table: split it, or check that it is "
                      "the right file."),
                   text);
      close (fd);
      return -1;
    }
    if (n_read > 0 && write (fd, piece, n_read) != (gssize) n_read) {
      close (fd);
      fd = -1;
    }
  } while (n_read == PIECE);
  if (fd < 0)
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                 _ ("The spreadsheet could not be kept in memory: %s."), g_strerror (errno));
  return fd;
}

static gboolean
set_hostile (GError **error)
{
  g_set_error_literal (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_HOSTILE,
                       _ ("This spreadsheet unpacks to more than any export would: it was not opened."));
  return FALSE;
}

static gboolean
set_damaged (GError **error)
{
  g_set_error_literal (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_DAMAGED,
                       _ ("This spreadsheet is damaged or cut: export or download it again, then import it."));
  return FALSE;
}

// Unpacks one entry to count it: what an entry says of its own size is not to be believed.
static gboolean
measure_entry (struct archive *archive, goffset packed, goffset *total, GError **error)
{
  goffset unpacked = 0;

  for (;;) {
    const void *block;
    size_t length;
    la_int64_t offset;
    int status = archive_read_data_block (archive, &block, &length, &offset);

    if (status == ARCHIVE_EOF)
      return TRUE;
    if (status < ARCHIVE_WARN)
      return set_damaged (error);
    unpacked += (goffset) length;
    *total += (goffset) length;
    if (*total > MAX_UNPACKED || (unpacked > 1000 * 1000 && unpacked / MAX_RATIO > packed))
      return set_hostile (error);
  }
}

static Format
format_of_entry (const char *name)
{
  if (g_strcmp0 (name, "xl/workbook.xml") == 0)
    return FORMAT_XLSX;
  if (g_strcmp0 (name, "content.xml") == 0)
    return FORMAT_ODS;
  return FORMAT_UNKNOWN;
}

// Which kind of spreadsheet a ZIP holds, if it is safe to open.
static gboolean
examine_archive (int fd, goffset size, Format *format, GError **error)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  goffset total = 0;
  guint n_entries = 0;
  gboolean safe = TRUE;
  int status;

  *format = FORMAT_UNKNOWN;
  archive_read_support_format_zip (archive);
  if (lseek (fd, 0, SEEK_SET) != 0 || archive_read_open_fd (archive, fd, PIECE) != ARCHIVE_OK) {
    archive_read_free (archive);
    return set_damaged (error);
  }
  while (safe && (status = archive_read_next_header (archive, &entry)) != ARCHIVE_EOF) {
    Format of_entry;

    if (status < ARCHIVE_WARN) {
      safe = set_damaged (error);
      break;
    }
    of_entry = format_of_entry (archive_entry_pathname (entry));
    if (of_entry != FORMAT_UNKNOWN)
      *format = of_entry;
    if (++n_entries > MAX_ENTRIES)
      safe = set_hostile (error);
    else if (archive_entry_is_data_encrypted (entry) == 1) {
      g_set_error_literal (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_DAMAGED,
                           _ ("This spreadsheet is protected by a password: save it without one, then import it."));
      safe = FALSE;
    } else {
      safe = measure_entry (archive, size, &total, error);
    }
  }
  archive_read_free (archive);
  return safe;
}

static char *
number_text (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (number))
    return NULL;
  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.15g", number));
}

static char *
cell_text (const FreeXL_CellValue *value)
{
  switch (value->type) {
  case FREEXL_CELL_INT:
    return g_strdup_printf ("%d", value->value.int_value);
  case FREEXL_CELL_DOUBLE:
    return number_text (value->value.double_value);
  case FREEXL_CELL_TEXT:
  case FREEXL_CELL_SST_TEXT:
  case FREEXL_CELL_DATE:
  case FREEXL_CELL_DATETIME:
  case FREEXL_CELL_TIME:
    return value->value.text_value != NULL ? g_utf8_make_valid (value->value.text_value, -1) : NULL;
  case FREEXL_CELL_NULL:
  default:
    return NULL;
  }
}

static gboolean
read_sheet (const void *handle, guint n_rows, guint n_columns, CeciTableBuilder *builder, GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint row = 0; row < n_rows; row++) {
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    g_ptr_array_set_size (cells, 0);
    for (guint column = 0; column < n_columns; column++) {
      FreeXL_CellValue value = {.type = FREEXL_CELL_NULL};
      char *text =
          freexl_get_cell_value (handle, row, (unsigned short) column, &value) == FREEXL_OK ? cell_text (&value) : NULL;

      if (text != NULL && strlen (text) > builder->limits.max_length) {
        g_free (text);
        g_set_error (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_TOO_LARGE,
                     _ ("A cell of line %u is too long: this is not a table that can be read."), row + 1);
        return FALSE;
      }
      g_ptr_array_add (cells, text);
    }
    if (!ceci_table_builder_add (builder, row + 1, (const char *const *) cells->pdata, cells->len, error))
      return FALSE;
  }
  return TRUE;
}

// The first sheet that has a cell; an export has one, and people add others behind it.
static gboolean
select_sheet (const void *handle, guint *n_rows, guint *n_columns, guint *n_sheets)
{
  if (freexl_get_worksheets_count (handle, n_sheets) != FREEXL_OK)
    return FALSE;
  for (guint sheet = 0; sheet < MIN (*n_sheets, 100); sheet++) {
    unsigned short columns = 0;

    if (freexl_select_active_worksheet (handle, (unsigned short) sheet) == FREEXL_OK &&
        freexl_worksheet_dimensions (handle, n_rows, &columns) == FREEXL_OK && *n_rows > 0 && columns > 0) {
      *n_columns = columns;
      return TRUE;
    }
  }
  return FALSE;
}

static CeciTable *
read_workbook (const void *handle, CeciTableBuilder *builder, GCancellable *cancellable, GError **error)
{
  guint n_rows = 0, n_columns = 0, n_sheets = 0;

  if (!select_sheet (handle, &n_rows, &n_columns, &n_sheets))
    return ceci_table_builder_finish (builder, error); // which says that it is empty
  if (n_columns > builder->limits.max_columns || n_rows > builder->limits.max_rows + 1000) {
    g_set_error (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_TOO_LARGE,
                 _ ("This sheet has %u rows and %u columns, more than is read as a table: remove what stands below or "
                    "beside the table, then import it again."),
                 n_rows, n_columns);
    return NULL;
  }
  if (n_sheets > 1)
    ceci_table_add_note (builder->table,
                         _ ("The file has more than one sheet: only the first one that is not empty was read."));
  if (!read_sheet (handle, n_rows, n_columns, builder, cancellable, error))
    return NULL;
  return ceci_table_builder_finish (builder, error);
}

static int
open_workbook (const char *path, Format format, const void **handle)
{
  switch (format) {
  case FORMAT_XLSX:
    return freexl_open_xlsx (path, handle);
  case FORMAT_ODS:
    return freexl_open_ods (path, handle);
  case FORMAT_XLS:
  case FORMAT_UNKNOWN:
  default:
    return freexl_open (path, handle);
  }
}

/**
 * ceci_spreadsheet_read:
 * @stream: a seekable stream at its start
 * @builder: takes the rows
 * @old_format: whether the file is an OLE container (XLS) and not a ZIP
 * @cancellable: (nullable): to stop
 * @error: why not
 *
 * Numbers come as decimal text with a point, dates as YYYY-MM-DD, instants as YYYY-MM-DD HH:MM:SS.
 *
 * Returns: (transfer full): the table
 */
CeciTable *
ceci_spreadsheet_read (GInputStream *stream, CeciTableBuilder *builder, gboolean old_format, GCancellable *cancellable,
                       GError **error)
{
  g_autofree char *path = NULL;
  const void *handle = NULL;
  CeciTable *table = NULL;
  Format format = FORMAT_XLS;
  locale_t plain, before;
  goffset size;
  int fd = copy_to_memory (stream, builder->limits.max_size, &size, cancellable, error);

  if (fd < 0)
    return NULL;
  if (!old_format && !examine_archive (fd, size, &format, error)) {
    close (fd);
    return NULL;
  }
  if (format == FORMAT_UNKNOWN) {
    g_set_error_literal (
        error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_NOT_A_TABLE,
        _ ("This file is a ZIP archive, not a spreadsheet: choose the CSV, XLSX or ODS file inside it."));
    close (fd);
    return NULL;
  }

  // FreeXL reads decimals with the locale's own comma
  plain = newlocale (LC_NUMERIC_MASK, "C", (locale_t) 0);
  before = uselocale (plain);
  path = g_strdup_printf ("/proc/self/fd/%d", fd);
  if (open_workbook (path, format, &handle) == FREEXL_OK)
    table = read_workbook (handle, builder, cancellable, error);
  else if (old_format)
    g_set_error_literal (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_DAMAGED,
                         _ ("This file could not be read as a spreadsheet: it is damaged, or protected by a password. "
                            "Save it as CSV or XLSX without a password, then import it."));
  else
    set_damaged (error);
  if (handle != NULL)
    freexl_close (handle);
  uselocale (before);
  freelocale (plain);
  close (fd);
  return table;
}
