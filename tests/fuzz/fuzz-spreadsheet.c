// SPDX-License-Identifier: GPL-3.0-or-later
// Any XML as a part of a spreadsheet whose archive is sound: what gets past the archive's checksums. The first byte
// says which part.
#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "fuzz.h"
#include "core/exchange/ceci-table-reader.h"

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

typedef struct {
  const char *name;
  const char *content;
} Part;

static const Part parts[] = {
    {"xl/worksheets/sheet1.xml",
     "<worksheet xmlns=\"" MAIN
     "\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>"
     "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>46000.5</v></c><c r=\"B2\" "
     "t=\"inlineStr\"><is><t>x</t></is></c></row></sheetData></worksheet>"},
    {"xl/sharedStrings.xml",
     "<sst xmlns=\"" MAIN "\" count=\"2\" uniqueCount=\"2\"><si><t>Nom</t></si><si><t>Heures</t></si></sst>"},
    {"xl/workbook.xml", "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" RELATIONS
                        "\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
    {"xl/styles.xml",
     "<styleSheet xmlns=\"" MAIN
     "\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts>"
     "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"},
    {"[Content_Types].xml", "<Types/>"},
};

static void
add_part (struct archive *archive, const char *name, const void *content, gsize length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, (la_int64_t) length);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  if (archive_write_header (archive, entry) == ARCHIVE_OK)
    archive_write_data (archive, content, length);
  archive_entry_free (entry);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const CeciTableLimits limits = {.max_size = 1 << 20, .max_columns = 50, .max_rows = 500, .max_length = 4096};
  gsize capacity = size + 16384, used = 0;
  g_autofree guint8 *buffer = g_malloc (capacity);
  struct archive *archive = archive_write_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CeciTable) table = NULL;
  guint which = size > 0 ? data[0] % (G_N_ELEMENTS (parts) + 1) : 0;

  archive_write_set_format_zip (archive);
  archive_write_set_options (archive, "zip:compression=store");
  archive_write_open_memory (archive, buffer, capacity, &used);
  if (which == G_N_ELEMENTS (parts) - 1)
    add_part (archive, "content.xml", data + 1, size - 1);
  else
    for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
      if (i == which && size > 0)
        add_part (archive, parts[i].name, data + 1, size - 1);
      else
        add_part (archive, parts[i].name, parts[i].content, strlen (parts[i].content));
  archive_write_close (archive);
  archive_write_free (archive);
  bytes = g_bytes_new_static (buffer, used);
  table = ceci_table_read_bytes (bytes, &limits, NULL, NULL);
  return 0;
}
