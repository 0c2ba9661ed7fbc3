// SPDX-License-Identifier: GPL-3.0-or-later
// One document after another, so that a dossier of any size takes the memory of one. Made beside its destination and
// renamed when it is whole.
#include "config.h"

#include "ceci-dossier-export.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#define LONGEST_NAME 120 // bytes, before the number and the suffix

typedef struct {
  char *path;              // being made
  struct archive *archive; // or NULL: a folder
  GHashTable *names;       // taken
  gint64 now;
} Sink;

static gboolean
fail (GError **error, const char *path, int code)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _ ("“%s” can’t be written: %s."), shown,
               g_strerror (code));
  return FALSE;
}

static gboolean
sink_open (Sink *self, const char *path, gboolean zip, GError **error)
{
  self->path = g_strconcat (path, ".partial", NULL);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->now = g_get_real_time () / G_USEC_PER_SEC;
  if (!zip)
    return g_mkdir (self->path, 0700) == 0 || fail (error, self->path, errno);
  self->archive = archive_write_new ();
  archive_write_set_format_zip (self->archive);
  archive_write_set_options (self->archive, "zip:compression=deflate,zip:hdrcharset=UTF-8");
  if (archive_write_open_filename (self->archive, self->path) == ARCHIVE_OK)
    return TRUE;
  return fail (error, self->path, archive_errno (self->archive));
}

static gboolean
add_to_archive (Sink *self, const char *name, const void *data, gsize size)
{
  struct archive_entry *entry = archive_entry_new ();
  locale_t utf8 = newlocale (LC_CTYPE_MASK, "C.UTF-8", (locale_t) 0), before = uselocale (utf8);
  gboolean written;

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, (la_int64_t) size);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0600);
  archive_entry_set_mtime (entry, self->now, 0);
  written = archive_write_header (self->archive, entry) >= ARCHIVE_WARN &&
            (size == 0 || archive_write_data (self->archive, data, size) == (la_ssize_t) size);
  uselocale (before);
  freelocale (utf8);
  archive_entry_free (entry);
  return written;
}

static gboolean
sink_add (Sink *self, const char *name, GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *path = NULL;

  if (self->archive != NULL)
    return add_to_archive (self, name, data, size) || fail (error, self->path, archive_errno (self->archive));
  path = g_build_filename (self->path, name, NULL);
  return g_file_set_contents_full (path, data != NULL ? data : "", (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600,
                                   error);
}

static void
discard (Sink *self)
{
  g_autoptr (GDir) folder = self->archive == NULL ? g_dir_open (self->path, 0, NULL) : NULL;

  for (const char *name = folder != NULL ? g_dir_read_name (folder) : NULL; name != NULL;
       name = g_dir_read_name (folder)) {
    g_autofree char *path = g_build_filename (self->path, name, NULL);

    g_unlink (path);
  }
  g_remove (self->path);
}

static gboolean
sink_close (Sink *self, const char *path, gboolean whole, GError **error)
{
  gboolean done = whole;

  if (self->archive != NULL) {
    if (archive_write_close (self->archive) != ARCHIVE_OK && done)
      done = fail (error, path, archive_errno (self->archive));
    archive_write_free (self->archive);
  }
  if (done && g_rename (self->path, path) != 0)
    done = fail (error, path, errno);
  if (!done)
    discard (self);
  g_hash_table_unref (self->names);
  g_free (self->path);
  return done;
}

// «02 2026-03-12 PV de réunion.pdf»: in the order of the portfolio, safe on every system, each once.
static char *
name_of (Sink *self, CeciDocument *document, guint number)
{
  const char *file_name = ceci_document_get_file_name (document);
  const char *suffix = file_name != NULL ? strrchr (file_name, '.') : NULL;
  const char *dated_on = ceci_document_get_dated_on (document);
  g_autoptr (GString) title = g_string_new (ceci_document_get_title (document));
  g_autofree char *end = g_strdup (suffix != NULL && strlen (suffix) <= 8 ? suffix : "");
  char *name;

  while (title->len > LONGEST_NAME)
    g_string_truncate (title, (gsize) (g_utf8_find_prev_char (title->str, title->str + title->len) - title->str));
  for (char *at = title->str; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at) || strchr ("/\\:*?\"<>|", *at) != NULL)
      *at = ' ';
  g_strdelimit (end, "/\\:*?\"<>| ", '_');
  name = g_strdup_printf ("%02u %s%s%s%s", number, dated_on != NULL ? dated_on : "", dated_on != NULL ? " " : "",
                          title->str, end);
  g_hash_table_add (self->names, g_strdup (name));
  return name;
}

static gboolean
add_documents (Sink *self, CeciDatabase *database, GListModel *documents, GCancellable *cancellable, GError **error)
{
  g_autoptr (JsonArray) list = json_array_new ();
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) contents = NULL;
  guint number = 0;

  for (guint i = 0; i < g_list_model_get_n_items (documents); i++) {
    g_autoptr (CeciDocument) document = g_list_model_get_item (documents, i);
    g_autoptr (GBytes) bytes = NULL;
    g_autofree char *name = NULL;
    JsonNode *node;

    if (ceci_document_get_removed_on (document) != NULL || ceci_document_get_sha256 (document) == NULL)
      continue;
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    name = name_of (self, document, ++number);
    bytes = ceci_database_get_blob (database, ceci_document_get_sha256 (document), error);
    if (bytes == NULL || !sink_add (self, name, bytes, error))
      return FALSE;
    node = ceci_record_to_json (document);
    json_object_set_string_member (json_node_get_object (node), "file", name);
    json_array_add_element (list, node);
  }
  json_node_set_array (root, list);
  text = json_to_string (root, TRUE);
  contents = g_bytes_new (text, strlen (text));
  return sink_add (self, "dossier.json", contents, error);
}

gboolean
ceci_dossier_export (CeciDatabase *database, const char *student_id, GFile *destination, GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GListModel) documents = ceci_document_repository_list (database, student_id, error);
  g_autofree char *path = g_file_get_path (destination);
  Sink sink = {0};
  gboolean whole;

  if (documents == NULL)
    return FALSE;
  if (path == NULL || g_file_test (path, G_FILE_TEST_IS_DIR)) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                         _ ("There is a folder of this name already. Choose another name."));
    return FALSE;
  }
  if (!sink_open (&sink, path, g_str_has_suffix (path, ".zip"), error)) {
    if (sink.archive != NULL)
      archive_write_free (sink.archive);
    g_hash_table_unref (sink.names);
    g_free (sink.path);
    return FALSE;
  }
  whole = add_documents (&sink, database, documents, cancellable, error);
  return sink_close (&sink, path, whole, error);
}
