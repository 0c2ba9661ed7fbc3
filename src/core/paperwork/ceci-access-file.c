// SPDX-License-Identifier: GPL-3.0-or-later
// What the register holds about one person. Every table that an erasure knows is read, and every column that has a
// name; what is for the program alone (keys, digests, what speaks of others) is left out. Written beside its
// destination, renamed once whole.

#include "config.h"

#include "ceci-access-file.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <locale.h>
#include <string.h>

#include "ceci-paper.h"
#include "core/model/ceci-document-repository.h"
#include "core/model/ceci-field-labels.h"
#include "core/model/ceci-language.h"
#include "core/model/ceci-person-rows.h"
#include "core/store/ceci-date.h"

// One row of a person's, as the register holds it: column to text.
typedef struct {
  const CeciPersonTable *table;
  GPtrArray *columns, *values; // of the same length; a value may be NULL
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_ptr_array_unref (row->columns);
  g_ptr_array_unref (row->values);
  g_free (row);
}

static gboolean
read_rows (CeciDatabase *database, const CeciPersonTable *table, const char *const *ids, GPtrArray *rows,
           GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *array = ceci_json_array_of (ids);
  g_autofree char *sql = ceci_person_table_query (table);
  CeciStatement *statement = ceci_database_query (database, error, sql, "t", array);

  if (statement == NULL)
    return FALSE;
  while (ceci_statement_step (statement, &local)) {
    Row *row = g_new0 (Row, 1);

    row->table = table;
    row->columns = g_ptr_array_new_with_free_func (g_free);
    row->values = g_ptr_array_new_with_free_func (g_free);
    for (guint i = 0; i < ceci_statement_n_columns (statement); i++) {
      g_ptr_array_add (row->columns, g_strdup (ceci_statement_column_name (statement, i)));
      g_ptr_array_add (row->values, g_strdup (ceci_statement_text (statement, i)));
    }
    g_ptr_array_add (rows, row);
  }
  ceci_statement_reset (statement);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static GPtrArray *
gather (CeciDatabase *database, CeciPersonRows *person, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  guint n;
  const CeciPersonTable *tables = ceci_person_tables (&n);

  for (guint i = 0; i < n; i++)
    if (!read_rows (database, &tables[i], ceci_person_rows_of (person, tables[i].table), rows, error))
      return NULL;
  return g_steal_pointer (&rows);
}

// --- as JSON and as paper --------------------------------------------------------------------------------------------

static GBytes *
to_json (GPtrArray *rows)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *root = json_object_new ();

  for (guint i = 0; i < rows->len; i++) {
    Row *row = rows->pdata[i];
    JsonObject *object = json_object_new ();

    if (!json_object_has_member (root, row->table->table))
      json_object_set_array_member (root, row->table->table, json_array_new ());
    for (guint c = 0; c < row->columns->len; c++)
      if (row->values->pdata[c] != NULL && ceci_column_label (row->table->table, row->columns->pdata[c]) != NULL)
        json_object_set_string_member (object, row->columns->pdata[c], row->values->pdata[c]);
    json_array_add_object_element (json_object_get_array_member (root, row->table->table), object);
  }
  json_node_take_object (node, root);
  char *text = json_to_string (node, TRUE);
  return g_bytes_new_take (text, strlen (text));
}

static void
add_row (CeciDatabase *database, CeciPaper *paper, Row *row)
{
  static const CeciPaperColumn columns[] = {{NULL, 1, PANGO_ALIGN_LEFT}, {NULL, 2.4, PANGO_ALIGN_LEFT}};
  CeciPaperTable *table = ceci_paper_table_new (CECI_PAPER_TABLE_PLAIN, columns, G_N_ELEMENTS (columns));
  guint n = 0;

  for (guint c = 0; c < row->columns->len; c++) {
    const char *label = ceci_column_label (row->table->table, row->columns->pdata[c]);
    g_autofree char *words =
        label != NULL ? ceci_column_words (database, row->table->table, row->columns->pdata[c], row->values->pdata[c])
                      : NULL;

    if (words == NULL)
      continue;
    ceci_paper_table_add (table, label, words, NULL);
    n++;
  }
  if (n > 0) {
    ceci_paper_add_table (paper, table);
    ceci_paper_add_space (paper, 6);
  } else
    ceci_paper_table_free (table);
}

static GBytes *
to_paper (CeciDatabase *database, GPtrArray *rows, const char *today, GError **error)
{
  g_autoptr (CeciPaper) paper = ceci_paper_new (CECI_PAPER_PORTRAIT, ceci_language_current (), today);
  g_autofree char *date = ceci_date_format_long (today);
  const CeciPersonTable *last = NULL;

  ceci_paper_set_description (paper, _ ("What the register holds about you"), "CECi", _ ("Access request"));
  ceci_paper_add_text (paper, CECI_PAPER_TITLE, _ ("What the register holds about you"));
  // Translators: %s is a date
  ceci_paper_add_format (paper, CECI_PAPER_LEAD,
                         _ ("All that the register of CECi holds about you on %s. The same stands "
                            "in dossier.json for programs; your documents are beside it."),
                         date);
  for (guint i = 0; i < rows->len; i++) {
    Row *row = rows->pdata[i];

    if (row->table != last)
      ceci_paper_add_text (paper, CECI_PAPER_HEADING, _ (row->table->label));
    last = row->table;
    add_row (database, paper, row);
  }
  return ceci_paper_finish (paper, error);
}

// --- the archive -----------------------------------------------------------------------------------------------------

static gboolean
add (struct archive *archive, const char *name, GBytes *bytes, GError **error)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);
  struct archive_entry *entry = archive_entry_new ();
  locale_t utf8 = newlocale (LC_CTYPE_MASK, "C.UTF-8", (locale_t) 0), before = uselocale (utf8);

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, (la_int64_t) size);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0600);
  gboolean written = archive_write_header (archive, entry) >= ARCHIVE_WARN &&
                     (size == 0 || archive_write_data (archive, data, size) == (la_ssize_t) size);
  uselocale (before);
  freelocale (utf8);
  archive_entry_free (entry);
  if (!written)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 _ ("The file could not be written (%s). Check the disk it is on."), archive_error_string (archive));
  return written;
}

static const char *
value_of (Row *row, const char *column)
{
  for (guint c = 0; c < row->columns->len; c++)
    if (g_str_equal (row->columns->pdata[c], column))
      return row->values->pdata[c];
  return NULL;
}

static gboolean
add_documents (CeciDatabase *database, struct archive *archive, GPtrArray *rows, GError **error)
{
  guint number = 0;

  for (guint i = 0; i < rows->len; i++) {
    Row *row = rows->pdata[i];
    const char *file_name = value_of (row, "file_name");

    if (!g_str_equal (row->table->table, "document_version"))
      continue;
    g_autoptr (GBytes) bytes = ceci_document_repository_version_bytes (database, value_of (row, "id"), error);
    if (bytes == NULL)
      return FALSE;
    g_autofree char *plain = g_strdelimit (g_strdup (file_name != NULL ? file_name : ""), "/\\:*?\"<>|", ' ');
    g_autofree char *name = g_strdup_printf ("documents/%03u %s", ++number, plain);
    if (!add (archive, name, bytes, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_archive (CeciDatabase *database, GPtrArray *rows, const char *today, const char *path, GError **error)
{
  g_autoptr (GBytes) paper = to_paper (database, rows, today, error);
  g_autoptr (GBytes) json = to_json (rows);
  struct archive *archive = archive_write_new ();
  gboolean done = FALSE;

  archive_write_set_format_zip (archive);
  archive_write_set_options (archive, "zip:compression=deflate,zip:hdrcharset=UTF-8");
  if (archive_write_open_filename (archive, path) != ARCHIVE_OK)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 _ ("The file could not be written (%s). Check the disk it is on."), archive_error_string (archive));
  else if (paper != NULL)
    done = add (archive, "dossier.pdf", paper, error) && add (archive, "dossier.json", json, error) &&
           add_documents (database, archive, rows, error);
  if (archive_write_close (archive) != ARCHIVE_OK && done) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 _ ("The file could not be written (%s). Check the disk it is on."), archive_error_string (archive));
    done = FALSE;
  }
  archive_write_free (archive);
  return done;
}

/**
 * ceci_access_file_write:
 * @database: a connection
 * @person_id: a person's id
 * @today: the day it is
 * @file: where; what stands there is replaced once the new file is whole
 * @error: return location for an error
 *
 * The dossier is in the language of the locale.
 *
 * Returns: whether the file is there
 */
gboolean
ceci_access_file_write (CeciDatabase *database, const char *person_id, const char *today, GFile *file, GError **error)
{
  g_autoptr (CeciPersonRows) person = ceci_person_rows_new (database, person_id, error);
  g_autoptr (GPtrArray) rows = person != NULL ? gather (database, person, error) : NULL;
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *part = path != NULL ? g_strconcat (path, ".partial", NULL) : NULL;

  if (rows == NULL)
    return FALSE;
  if (path == NULL) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _ ("Choose a folder of this computer."));
    return FALSE;
  }
  if (write_archive (database, rows, today, part, error) && g_rename (part, path) == 0)
    return TRUE;
  if (error != NULL && *error == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("“%s” could not be written."), path);
  g_unlink (part);
  return FALSE;
}
