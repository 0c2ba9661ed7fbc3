// SPDX-License-Identifier: GPL-3.0-or-later
// Three objects after the end of the file: the attached bytes, their name, and the catalogue with one entry more; then
// a cross-reference table that points back to the file's own. Only files of our own are read here, never anyone else's.

#include "config.h"

#include "ceci-attachment.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-find-last.h"

#define ENTRY_SIZE 20 // of a cross-reference table

typedef struct {
  const char *text;
  gsize size;
  gsize table; // where the cross-reference table begins
  guint n_objects;
  guint root;    // the catalogue's number
  char *trailer; // /Root and /Info as they stand
  char *catalog; // what stands between its << and >>
} Document;

static void
document_clear (Document *document)
{
  g_free (document->trailer);
  g_free (document->catalog);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Document, document_clear)

static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("Nothing can be attached to this file."));
  return FALSE;
}

static const char *
find_last (Document *document, const char *needle)
{
  gssize place = ceci_find_last ((const guint8 *) document->text, document->size, needle);

  return place >= 0 ? document->text + place : NULL;
}

// «/Name 12 0 R» or «/Name 12» in a dictionary's text.
static gboolean
read_number (const char *dictionary, const char *name, guint64 *number)
{
  const char *found = strstr (dictionary, name);
  char *end = NULL;

  if (found == NULL)
    return FALSE;
  found += strlen (name);
  *number = g_ascii_strtoull (found, &end, 10);
  return end != found;
}

static gboolean
read_trailer (Document *document)
{
  const char *start = find_last (document, "startxref\n"), *trailer = find_last (document, "trailer");
  guint64 table = 0, size = 0, root = 0, info = 0;

  if (start == NULL || trailer == NULL || trailer > start)
    return FALSE;
  document->trailer = g_strndup (trailer, (gsize) (start - trailer));
  table = g_ascii_strtoull (start + strlen ("startxref\n"), NULL, 10);
  if (!read_number (document->trailer, "/Size ", &size) || !read_number (document->trailer, "/Root ", &root) ||
      !read_number (document->trailer, "/Info ", &info) || table >= document->size || root >= size || size > 100000)
    return FALSE;
  document->table = table;
  document->n_objects = (guint) size;
  document->root = (guint) root;
  g_free (document->trailer);
  document->trailer = g_strdup_printf ("/Root %u 0 R /Info %u 0 R", (guint) root, (guint) info);
  return TRUE;
}

static gboolean
read_catalog (Document *document)
{
  const char *end = document->text + document->size;
  const char *table = document->text + document->table;
  g_autofree char *head = g_strdup_printf ("xref\n0 %u\n", document->n_objects);
  g_autofree char *name = g_strdup_printf ("%u 0 obj\n<<", document->root);
  const char *entry = table + strlen (head) + (gsize) document->root * ENTRY_SIZE, *object, *stop;
  guint64 offset;

  if (end - table < (gssize) strlen (head) || !g_str_has_prefix (table, head) || entry + ENTRY_SIZE > end)
    return FALSE;
  offset = g_ascii_strtoull (entry, NULL, 10);
  if (offset >= document->table)
    return FALSE;
  object = document->text + offset;
  stop = g_strstr_len (object, end - object, "endobj");
  if (stop == NULL || !g_str_has_prefix (object, name))
    return FALSE;
  document->catalog = g_strndup (object + strlen (name), (gsize) (stop - object) - strlen (name));
  stop = strrchr (document->catalog, '>');
  if (stop == NULL || stop == document->catalog || stop[-1] != '>' || strstr (document->catalog, "/Names") != NULL)
    return FALSE;
  document->catalog[stop - 1 - document->catalog] = '\0';
  return TRUE;
}

static void append (GByteArray *bytes, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
append (GByteArray *bytes, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_byte_array_append (bytes, (const guint8 *) text, (guint) strlen (text));
}

// A media type as a PDF name: «application/jwt» is /application#2Fjwt.
static char *
name_of (const char *media_type)
{
  g_auto (GStrv) parts = g_strsplit (media_type, "/", 2);

  return g_strjoinv ("#2F", parts);
}

static void
append_objects (GByteArray *bytes, Document *document, const char *name, const char *media_type,
                const char *description, GBytes *content, gsize offsets[3])
{
  gsize size = g_bytes_get_size (content);
  g_autofree char *subtype = name_of (media_type);
  guint file = document->n_objects, specification = file + 1;

  offsets[0] = bytes->len;
  append (bytes, "%u 0 obj\n<< /Type /EmbeddedFile /Subtype /%s /Length %" G_GSIZE_FORMAT, file, subtype, size);
  append (bytes, " /Params << /Size %" G_GSIZE_FORMAT " >> >>\nstream\n", size);
  g_byte_array_append (bytes, g_bytes_get_data (content, NULL), (guint) size);
  append (bytes, "\nendstream\nendobj\n");
  offsets[1] = bytes->len;
  append (bytes, "%u 0 obj\n<< /Type /Filespec /F (%s) /UF (%s) /Desc (%s) /AFRelationship /Data", specification, name,
          name, description);
  append (bytes, " /EF << /F %u 0 R /UF %u 0 R >> >>\nendobj\n", file, file);
  offsets[2] = bytes->len;
  append (bytes, "%u 0 obj\n<<%s/Names << /EmbeddedFiles << /Names [(%s) %u 0 R] >> >> /AF [%u 0 R] >>\nendobj\n",
          document->root, document->catalog, name, specification, specification);
}

static void
append_table (GByteArray *bytes, Document *document, const gsize offsets[3])
{
  gsize table = bytes->len;

  append (bytes, "xref\n%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n", document->root, offsets[2]);
  append (bytes, "%u 2\n%010" G_GSIZE_FORMAT " 00000 n \n%010" G_GSIZE_FORMAT " 00000 n \n", document->n_objects,
          offsets[0], offsets[1]);
  append (bytes, "trailer\n<< /Size %u %s /Prev %" G_GSIZE_FORMAT " >>\n", document->n_objects + 2, document->trailer,
          document->table);
  append (bytes, "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", table);
}

/**
 * ceci_attachment_add:
 * @pdf: a PDF with a plain cross-reference table, such as a paper that is plain
 * @name: the file's name, in ASCII without parentheses
 * @media_type: what it is, such as `application/jwt`
 * @description: a few words, in ASCII without parentheses
 * @content: the file
 * @error: return location for an error; %G_IO_ERROR_INVALID_DATA for a PDF of another make
 *
 * Returns: (transfer full) (nullable): the PDF with the file in it; its pages are as they were
 */
GBytes *
ceci_attachment_add (GBytes *pdf, const char *name, const char *media_type, const char *description, GBytes *content,
                     GError **error)
{
  g_auto (Document) document = {0};
  g_autoptr (GBytes) closed = NULL;
  GByteArray *bytes;
  gsize offsets[3], size;

  g_return_val_if_fail (strpbrk (name, "()\\") == NULL && strpbrk (description, "()\\") == NULL, NULL);

  // with a NUL after it, so that searching ends
  bytes = g_byte_array_sized_new ((guint) g_bytes_get_size (pdf) + 1);
  g_byte_array_append (bytes, g_bytes_get_data (pdf, &size), (guint) g_bytes_get_size (pdf));
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  closed = g_byte_array_free_to_bytes (bytes);
  document.text = g_bytes_get_data (closed, NULL);
  document.size = size;
  if (!read_trailer (&document) || !read_catalog (&document)) {
    refuse (error);
    return NULL;
  }
  bytes = g_byte_array_sized_new ((guint) (size + g_bytes_get_size (content) + 1024));
  g_byte_array_append (bytes, (const guint8 *) document.text, (guint) size);
  append_objects (bytes, &document, name, media_type, description, content, offsets);
  append_table (bytes, &document, offsets);
  return g_byte_array_free_to_bytes (bytes);
}
