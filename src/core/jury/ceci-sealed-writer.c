// SPDX-License-Identifier: GPL-3.0-or-later
// A sealed file being made: a temporary file beside the destination, flushed to the disk, then renamed.

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

#include "ceci-sealed-layout.h"
#include "ceci-sealed-writer.h"

typedef struct {
  char *name;
  guint64 length;
  char *sha256;
  GBytes *bytes; // or the source
  CeciSectionSource source;
  gpointer user_data;
  GDestroyNotify destroy;
} Section;

struct _CeciSealedWriter {
  CeciSealedHeader header;
  CeciSealingKey *key;
  JsonObject *content;
  GPtrArray *sections;
};

static void
section_free (gpointer data)
{
  Section *section = data;

  g_free (section->name);
  g_free (section->sha256);
  g_clear_pointer (&section->bytes, g_bytes_unref);
  if (section->destroy != NULL)
    section->destroy (section->user_data);
  g_free (section);
}

static char *
sha256_of (GBytes *bytes)
{
  guint8 digest[crypto_hash_sha256_BYTES];
  char *hex = g_malloc (2 * sizeof digest + 1);

  crypto_hash_sha256 (digest, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return sodium_bin2hex (hex, 2 * sizeof digest + 1, digest, sizeof digest);
}

/**
 * ceci_sealed_writer_new:
 * @kind: what the file is
 * @key: the key to seal with; its method and id go in the header
 *
 * Returns: (transfer full): a writer with an empty content and no section
 */
CeciSealedWriter *
ceci_sealed_writer_new (CeciSealedKind kind, CeciSealingKey *key)
{
  CeciSealedWriter *self = g_new0 (CeciSealedWriter, 1);

  self->header.kind = (guint8) kind;
  self->header.method = (guint8) ceci_sealing_key_get_method (key);
  self->header.cost = ceci_sealing_key_get_cost (key);
  memcpy (self->header.key_id, ceci_sealing_key_get_id (key), CECI_SEALING_SALT_BYTES);
  self->key = ceci_sealing_key_ref (key);
  self->content = json_object_new ();
  self->sections = g_ptr_array_new_with_free_func (section_free);
  return self;
}

void
ceci_sealed_writer_free (CeciSealedWriter *self)
{
  ceci_sealing_key_unref (self->key);
  json_object_unref (self->content);
  g_ptr_array_unref (self->sections);
  g_free (self);
}

/**
 * ceci_sealed_writer_set_content:
 * @self: a writer
 * @content: what the manifest says besides the list of sections
 */
void
ceci_sealed_writer_set_content (CeciSealedWriter *self, JsonObject *content)
{
  json_object_ref (content);
  json_object_unref (self->content);
  self->content = content;
}

void
ceci_sealed_writer_add (CeciSealedWriter *self, const char *name, GBytes *bytes)
{
  Section *section = g_new0 (Section, 1);

  section->name = g_strdup (name);
  section->length = g_bytes_get_size (bytes);
  section->sha256 = sha256_of (bytes);
  section->bytes = g_bytes_ref (bytes);
  g_ptr_array_add (self->sections, section);
}

/**
 * ceci_sealed_writer_add_source:
 * @self: a writer
 * @name: the section's name
 * @length: how many bytes @source will give
 * @sha256: their SHA-256, in hexadecimal
 * @source: called once while writing; bytes that do not match @length and @sha256 fail the writing
 * @user_data: for @source
 * @destroy: (nullable): frees @user_data
 */
void
ceci_sealed_writer_add_source (CeciSealedWriter *self, const char *name, guint64 length, const char *sha256,
                               CeciSectionSource source, gpointer user_data, GDestroyNotify destroy)
{
  Section *section = g_new0 (Section, 1);

  *section = (Section) {g_strdup (name), length, g_strdup (sha256), NULL, source, user_data, destroy};
  g_ptr_array_add (self->sections, section);
}

static GBytes *
build_manifest (CeciSealedWriter *self)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *list = json_array_new ();
  char *text;

  for (guint i = 0; i < self->sections->len; i++) {
    Section *section = self->sections->pdata[i];
    JsonObject *entry = json_object_new ();

    json_object_set_string_member (entry, "name", section->name);
    json_object_set_int_member (entry, "length", (gint64) section->length);
    json_object_set_string_member (entry, "sha256", section->sha256);
    json_array_add_object_element (list, entry);
  }
  json_object_set_array_member (object, "sections", list);
  json_object_set_object_member (object, "content", json_object_ref (self->content));
  json_node_take_object (node, object);
  text = json_to_string (node, FALSE);
  return g_bytes_new_take (text, strlen (text));
}

static gboolean
check_limits (CeciSealedWriter *self, guint64 manifest_length, GError **error)
{
  guint64 total = CECI_SEALED_HEADER_BYTES + ceci_sealed_stored_length (manifest_length);
  gboolean fits = manifest_length <= CECI_SEALED_MOST_MANIFEST && self->sections->len < CECI_SEALED_MOST_SECTIONS;

  for (guint i = 0; i < self->sections->len && fits; i++) {
    Section *section = self->sections->pdata[i];

    fits = section->length <= CECI_SEALED_MOST_SECTION;
    total += ceci_sealed_stored_length (section->length);
  }
  if (!fits || total > CECI_SEALED_MOST_FILE) {
    g_set_error_literal (error, CECI_JURY_ERROR, CECI_JURY_ERROR_TOO_LARGE,
                         _ ("This is more than one sealed file can hold. Give the juror fewer dossiers."));
    return FALSE;
  }
  self->header.n_sections = self->sections->len + 1;
  self->header.manifest_length = manifest_length;
  self->header.file_length = total;
  ceci_sealed_header_tag (&self->header, self->key, self->header.tag);
  return TRUE;
}

static gboolean
write_fully (int descriptor, const guint8 *bytes, gsize length, GError **error)
{
  while (length > 0) {
    ssize_t put = write (descriptor, bytes, length);

    if (put < 0 && errno == EINTR)
      continue;
    if (put < 0) {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _ ("The file cannot be written: %s."),
                   g_strerror (errno));
      return FALSE;
    }
    bytes += put;
    length -= (gsize) put;
  }
  return TRUE;
}

static gboolean
push_chunks (CeciSealedWriter *self, crypto_secretstream_xchacha20poly1305_state *state, int descriptor, guint32 number,
             const guint8 *plain, gsize length, GCancellable *cancellable, GError **error)
{
  g_autofree guint8 *stored = g_malloc (CECI_SEALED_CHUNK + CECI_SEALED_CHUNK_OVERHEAD);
  guint8 binding[CECI_SEALED_BINDING_BYTES];
  gsize done = 0;

  ceci_sealed_binding (self->header.tag, number, length, binding);
  do {
    gsize size = MIN (CECI_SEALED_CHUNK, length - done);
    guint8 tag = done + size == length ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                       : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;

    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    crypto_secretstream_xchacha20poly1305_push (state, stored, NULL, plain + done, size, binding, sizeof binding, tag);
    if (!write_fully (descriptor, stored, size + CECI_SEALED_CHUNK_OVERHEAD, error))
      return FALSE;
    done += size;
  } while (done < length);
  return TRUE;
}

static gboolean
push_section (CeciSealedWriter *self, int descriptor, guint32 number, GBytes *bytes, GCancellable *cancellable,
              GError **error)
{
  crypto_secretstream_xchacha20poly1305_state *state = sodium_malloc (sizeof *state);
  guint8 *subkey = sodium_malloc (CECI_SEALING_KEY_BYTES);
  guint8 start[CECI_SEALED_STREAM_HEADER];
  gsize length = 0;
  const guint8 *plain = g_bytes_get_data (bytes, &length);
  gboolean done;

  if (state == NULL || subkey == NULL)
    g_error ("no protected memory is left for a key");
  ceci_sealing_key_derive (self->key, "CECISECT", number, subkey);
  crypto_secretstream_xchacha20poly1305_init_push (state, start, subkey);
  done = write_fully (descriptor, start, sizeof start, error) &&
         push_chunks (self, state, descriptor, number, plain, length, cancellable, error);
  sodium_free (subkey);
  sodium_free (state);
  return done;
}

static gboolean
write_section (CeciSealedWriter *self, int descriptor, guint index, GCancellable *cancellable, GError **error)
{
  Section *section = self->sections->pdata[index];
  g_autoptr (GBytes) bytes =
      section->bytes ? g_bytes_ref (section->bytes) : section->source (section->user_data, error);
  g_autofree char *sha256 = NULL;

  if (bytes == NULL)
    return FALSE;
  if (section->bytes == NULL) {
    sha256 = sha256_of (bytes);
    if (g_bytes_get_size (bytes) != section->length || strcmp (sha256, section->sha256) != 0) {
      g_set_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_DAMAGED,
                   _ ("“%s” is not what the register recorded. Check the register’s integrity."), section->name);
      return FALSE;
    }
  }
  return push_section (self, descriptor, index + 1, bytes, cancellable, error);
}

static gboolean
write_everything (CeciSealedWriter *self, int descriptor, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) manifest = build_manifest (self);
  guint8 header[CECI_SEALED_HEADER_BYTES];

  if (!check_limits (self, g_bytes_get_size (manifest), error))
    return FALSE;
  ceci_sealed_header_write (&self->header, header);
  if (!write_fully (descriptor, header, sizeof header, error) ||
      !push_section (self, descriptor, 0, manifest, cancellable, error))
    return FALSE;
  for (guint i = 0; i < self->sections->len; i++)
    if (!write_section (self, descriptor, i, cancellable, error))
      return FALSE;
  if (fsync (descriptor) != 0) {
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _ ("The file cannot be written: %s."),
                 g_strerror (errno));
    return FALSE;
  }
  return TRUE;
}

// The rename is only durable once the folder is flushed too; a folder that can't be opened (a portal's) is left to the
// system.
static void
flush_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofd int descriptor = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (descriptor >= 0)
    fsync (descriptor);
}

/**
 * ceci_sealed_writer_write:
 * @self: a writer; it may be written once more afterwards
 * @file: where; what stood there is replaced in one move, or left as it was on failure
 * @cancellable: (nullable): a cancellable
 * @error: a #GIOErrorEnum or #CeciJuryError
 *
 * Returns: whether the file is whole and on the disk
 */
gboolean
ceci_sealed_writer_write (CeciSealedWriter *self, GFile *file, GCancellable *cancellable, GError **error)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *partial = NULL;
  g_autofd int descriptor = -1;
  gboolean done;

  if (path == NULL) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _ ("Choose a folder of this computer."));
    return FALSE;
  }
  partial = g_strconcat (path, ".XXXXXX", NULL);
  descriptor = g_mkstemp_full (partial, O_RDWR | O_CLOEXEC, 0600);
  if (descriptor < 0) {
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _ ("“%s” cannot be written: %s."), path,
                 g_strerror (errno));
    return FALSE;
  }
  done = write_everything (self, descriptor, cancellable, error);
  if (done && g_rename (partial, path) != 0) {
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _ ("“%s” cannot be written: %s."), path,
                 g_strerror (errno));
    done = FALSE;
  }
  if (done)
    flush_folder (path);
  else
    g_unlink (partial);
  return done;
}
