// SPDX-License-Identifier: GPL-3.0-or-later
// Spreadsheets are read with their types, and archives that are none, or are made to do harm, are refused.
#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <xlsxwriter.h>

#include "core/exchange/ceci-table-reader.h"

typedef struct {
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  int fd;

  fixture->path = g_build_filename (g_get_tmp_dir (), "ceci-sheet-XXXXXX", NULL);
  fd = g_mkstemp (fixture->path);
  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_remove (fixture->path);
  g_free (fixture->path);
}

static CeciTable *
read_path (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return ceci_table_read_file (file, NULL, NULL, error);
}

static void
assert_refused (const char *path, CeciTableError code, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_path (path, &error));
  g_assert_error (error, CECI_TABLE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, words));
}

static void
write_workbook (const char *path, gboolean two_sheets)
{
  lxw_workbook *workbook = workbook_new (path);
  lxw_format *instant = workbook_add_format (workbook), *date = workbook_add_format (workbook);
  lxw_worksheet *sheet;

  format_set_num_format (instant, "m/d/yy h:mm:ss");
  format_set_num_format (date, "dd/mm/yyyy");
  if (two_sheets)
    workbook_add_worksheet (workbook, "Vide");
  sheet = workbook_add_worksheet (workbook, "Réponses");
  worksheet_write_string (sheet, 0, 0, "Heure de début", NULL);
  worksheet_write_string (sheet, 0, 1, "Date", NULL);
  worksheet_write_string (sheet, 0, 2, "Heures", NULL);
  worksheet_write_string (sheet, 0, 3, "Texte", NULL);
  worksheet_write_string (sheet, 0, 4, "Vide", NULL);
  worksheet_write_number (sheet, 1, 0, 46000.5, instant);
  worksheet_write_number (sheet, 1, 1, 46000, date);
  worksheet_write_number (sheet, 1, 2, 150.5, NULL);
  worksheet_write_string (sheet, 1, 3, "=HYPERLINK(\"x\")\nété & <b>", NULL);
  worksheet_write_number (sheet, 3, 2, 160, NULL);
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);
}

static void
write_archive (const char *path, const char *const *names, const char *content, gsize length)
{
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_filename (archive, path), ==, ARCHIVE_OK);
  for (; *names != NULL; names++) {
    struct archive_entry *entry = archive_entry_new ();

    archive_entry_set_pathname (entry, *names);
    archive_entry_set_size (entry, (la_int64_t) length);
    archive_entry_set_filetype (entry, AE_IFREG);
    archive_entry_set_perm (entry, 0644);
    g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
    g_assert_cmpint (archive_write_data (archive, content, length), ==, (int) length);
    archive_entry_free (entry);
  }
  archive_write_free (archive);
}

static void
test_types (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciTable) table = NULL;

  write_workbook (fixture->path, GPOINTER_TO_INT (data));
  table = read_path (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ceci_table_get_n_columns (table), ==, 5);
  g_assert_cmpuint (ceci_table_get_n_rows (table), ==, 2);
  g_assert_cmpstr (ceci_table_get_key (table, 0), ==, "heure de debut");
  g_assert_cmpstr (ceci_table_get_cell (table, 0, 0), ==, "2025-12-09 12:00:00");
  g_assert_cmpstr (ceci_table_get_cell (table, 0, 1), ==, "2025-12-09");
  g_assert_cmpstr (ceci_table_get_cell (table, 0, 2), ==, "150.5");
  g_assert_cmpstr (ceci_table_get_cell (table, 0, 3), ==, "=HYPERLINK(\"x\")\nété & <b>");
  g_assert_null (ceci_table_get_cell (table, 0, 4));
  g_assert_cmpuint (ceci_table_get_line (table, 1), ==, 4);
  g_assert_cmpstr (ceci_table_get_cell (table, 1, 2), ==, "160");
}

static void
test_ods (Fixture *fixture, gconstpointer data)
{
  static const char content[] =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
      "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
      "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
      "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" office:version=\"1.3\">"
      "<office:body><office:spreadsheet><table:table table:name=\"Feuille1\">"
      "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>Nom</text:p></table:table-cell>"
      "<table:table-cell office:value-type=\"string\"><text:p>Heures</text:p></table:table-cell>"
      "<table:table-cell office:value-type=\"string\"><text:p>Début</text:p></table:table-cell></table:table-row>"
      "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>Zoë</text:p></table:table-cell>"
      "<table:table-cell office:value-type=\"float\" office:value=\"150.5\"><text:p>150,5</text:p></table:table-cell>"
      "<table:table-cell office:value-type=\"date\" "
      "office:date-value=\"2026-03-12\"><text:p>12/03/26</text:p></table:table-cell></table:table-row>"
      "</table:table></office:spreadsheet></office:body></office:document-content>";
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciTable) table = NULL;

  write_archive (fixture->path, (const char *[]) {"content.xml", NULL}, content, sizeof content - 1);
  table = read_path (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ceci_table_get_n_columns (table), ==, 3);
  g_assert_cmpstr (ceci_table_get_heading (table, 2), ==, "Début");
  g_assert_cmpstr (ceci_table_get_cell (table, 0, 0), ==, "Zoë");
  g_assert_cmpstr (ceci_table_get_cell (table, 0, 1), ==, "150.5");
  g_assert_cmpstr (ceci_table_get_cell (table, 0, 2), ==, "2026-03-12");
}

static void
test_zip_renamed (Fixture *fixture, gconstpointer data)
{
  write_archive (fixture->path, (const char *[]) {"portfolio.pdf", "notes.txt", NULL}, "bonjour", 7);
  assert_refused (fixture->path, CECI_TABLE_ERROR_NOT_A_TABLE, "ZIP archive");
}

static void
test_bomb (Fixture *fixture, gconstpointer data)
{
  gsize length = 200 * 1000 * 1000;
  g_autofree char *zeroes = g_malloc0 (length);

  write_archive (fixture->path, (const char *[]) {"xl/workbook.xml", NULL}, zeroes, length);
  assert_refused (fixture->path, CECI_TABLE_ERROR_HOSTILE, "unpacks to more");
}

static void
test_many_entries (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 2500; i++)
    g_ptr_array_add (names, g_strdup_printf ("xl/worksheets/sheet%u.xml", i));
  g_ptr_array_add (names, NULL);
  write_archive (fixture->path, (const char *const *) names->pdata, "x", 1);
  assert_refused (fixture->path, CECI_TABLE_ERROR_HOSTILE, "unpacks to more");
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  write_workbook (fixture->path, FALSE);
  g_file_get_contents (fixture->path, &contents, &length, &error);
  g_assert_no_error (error);
  for (gsize cut = 4; cut < length; cut += 97) {
    g_autoptr (GError) refusal = NULL;
    g_autoptr (CeciTable) table = NULL;

    g_file_set_contents (fixture->path, contents, (gssize) cut, &error);
    g_assert_no_error (error);
    table = read_path (fixture->path, &refusal);
    g_assert_null (table);
    g_assert_true (refusal->domain == CECI_TABLE_ERROR);
  }
}

static void
test_old_container (Fixture *fixture, gconstpointer data)
{
  static const char start[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and nothing that follows makes sense";
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, start, sizeof start - 1, &error);
  g_assert_no_error (error);
  assert_refused (fixture->path, CECI_TABLE_ERROR_NOT_A_TABLE, "password");
}

static void
test_far_cell (Fixture *fixture, gconstpointer data)
{
  lxw_workbook *workbook = workbook_new (fixture->path);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciTable) table = NULL;

  worksheet_write_string (sheet, 0, 0, "Nom", NULL);
  worksheet_write_string (sheet, 1048575, 0, "loin", NULL);
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);
  table = read_path (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ceci_table_get_n_rows (table), ==, 1); // and no million of blank ones
  g_assert_cmpuint (ceci_table_get_line (table, 0), ==, 1048576);
}

static void
test_wide (Fixture *fixture, gconstpointer data)
{
  lxw_workbook *workbook = workbook_new (fixture->path);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, NULL);

  worksheet_write_string (sheet, 0, 0, "Nom", NULL);
  worksheet_write_string (sheet, 1, 16383, "loin", NULL);
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);
  assert_refused (fixture->path, CECI_TABLE_ERROR_TOO_LARGE, "columns");
}

// A workbook of one sheet, its cells as given, with number formats 1 a date of the workbook's own, 2 hours, 3 not a
// date.
static CeciTable *
read_cells (Fixture *fixture, const char *rows, GError **error)
{
  g_autofree char *sheet =
      g_strdup_printf ("<x:worksheet xmlns:x=\"m\"><x:sheetData>%s</x:sheetData></x:worksheet>", rows);
  const char *parts[][2] = {
      {"xl/workbook.xml",
       "<workbook><workbookPr date1904=\"1\"/><sheets><sheet name=\"A\" r:id=\"r7\"/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels",
       "<Relationships><Relationship Id=\"r7\" Target=\"worksheets/other.xml\"/></Relationships>"},
      {"xl/styles.xml", "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-80C]d\\ mmmm\\ yyyy\"/><numFmt "
                        "numFmtId=\"165\" formatCode=\"[h]:mm\"/>"
                        "<numFmt numFmtId=\"166\" formatCode=\"0&quot; days&quot;\"/></numFmts><cellStyleXfs><xf "
                        "numFmtId=\"14\"/></cellStyleXfs>"
                        "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf "
                        "numFmtId=\"166\"/></cellXfs></styleSheet>"},
      {"xl/sharedStrings.xml", "<sst><si><t>Nom</t></si><si><r><t>Pré</t></r><r><t>nom</t></r><rPh><t>x</t></rPh></"
                               "si><si><t>_x0041__x000D_</t></si></sst>"},
      {"xl/worksheets/other.xml", sheet},
  };
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_filename (archive, fixture->path), ==, ARCHIVE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    struct archive_entry *entry = archive_entry_new ();

    archive_entry_set_pathname (entry, parts[i][0]);
    archive_entry_set_size (entry, (la_int64_t) strlen (parts[i][1]));
    archive_entry_set_filetype (entry, AE_IFREG);
    archive_entry_set_perm (entry, 0644);
    g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
    archive_write_data (archive, parts[i][1], strlen (parts[i][1]));
    archive_entry_free (entry);
  }
  archive_write_free (archive);
  return read_path (fixture->path, error);
}

static void
test_cells (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciTable) table = read_cells (
      fixture,
      "<x:row r=\"2\"><x:c t=\"s\"><x:v>0</x:v></x:c><x:c t=\"s\"><x:v>1</x:v></x:c><x:c "
      "t=\"inlineStr\"><x:is><x:t>C</x:t></x:is></x:c><x:c t=\"inlineStr\"><x:is><x:t>D</x:t></x:is></x:c>"
      "<x:c t=\"inlineStr\"><x:is><x:t>E</x:t></x:is></x:c><x:c t=\"inlineStr\"><x:is><x:t>F</x:t></x:is></x:c></x:row>"
      "<x:row r=\"4\"><x:c r=\"A4\" t=\"s\"><x:v>2</x:v></x:c><x:c r=\"C4\" s=\"1\"><x:v>0.5</x:v></x:c><x:c r=\"B4\" "
      "s=\"1\"><x:v>44631</x:v></x:c>"
      "<x:c r=\"D4\" s=\"2\"><x:v>6.25</x:v></x:c><x:c r=\"E4\" s=\"3\"><x:v>12</x:v></x:c><x:c r=\"F4\" "
      "t=\"str\"><x:f>1+1</x:f><x:v>=2</x:v></x:c></x:row>"
      "<x:row><x:c t=\"e\"><x:v>#REF!</x:v></x:c><x:c t=\"b\"><x:v>1</x:v></x:c><x:c "
      "t=\"s\"><x:v>99</x:v></x:c></x:row>",
      &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ceci_table_get_n_columns (table), ==, 6);
  g_assert_cmpstr (ceci_table_get_heading (table, 1), ==, "Prénom");
  g_assert_cmpuint (ceci_table_get_line (table, 0), ==, 4);
  g_assert_cmpstr (ceci_table_get_cell (table, 0, 0), ==, "A");
  g_assert_cmpstr (ceci_table_get_cell (table, 0, 1), ==, "2026-03-12"); // counted from 1904
  g_assert_cmpstr (ceci_table_get_cell (table, 0, 2), ==, "0.5");
  g_assert_cmpstr (ceci_table_get_cell (table, 0, 3), ==, "150:00");
  g_assert_cmpstr (ceci_table_get_cell (table, 0, 4), ==, "12");
  g_assert_cmpstr (ceci_table_get_cell (table, 0, 5), ==, "=2");
  g_assert_cmpuint (ceci_table_get_line (table, 1), ==, 5);
  g_assert_null (ceci_table_get_cell (table, 1, 0));
  g_assert_cmpstr (ceci_table_get_cell (table, 1, 1), ==, "1");
  g_assert_null (ceci_table_get_cell (table, 1, 2));
}

static void
test_entities (Fixture *fixture, gconstpointer data)
{
  // entities of one's own are what makes XML grow; they are not known here
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciTable) table = read_cells (fixture, "<x:row><x:c t=\"str\"><x:v>&lol;</x:v></x:c></x:row>", &error);

  g_assert_null (table);
  g_assert_error (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_DAMAGED);
}

#define ADD(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("/spreadsheet/types", GINT_TO_POINTER (FALSE), test_types);
  ADD ("/spreadsheet/second-sheet", GINT_TO_POINTER (TRUE), test_types);
  ADD ("/spreadsheet/ods", NULL, test_ods);
  ADD ("/spreadsheet/zip-renamed", NULL, test_zip_renamed);
  ADD ("/spreadsheet/bomb", NULL, test_bomb);
  ADD ("/spreadsheet/many-entries", NULL, test_many_entries);
  ADD ("/spreadsheet/damaged", NULL, test_damaged);
  ADD ("/spreadsheet/old-container", NULL, test_old_container);
  ADD ("/spreadsheet/far-cell", NULL, test_far_cell);
  ADD ("/spreadsheet/wide", NULL, test_wide);
  ADD ("/spreadsheet/cells", NULL, test_cells);
  ADD ("/spreadsheet/entities", NULL, test_entities);
  return g_test_run ();
}
