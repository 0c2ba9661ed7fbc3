// SPDX-License-Identifier: GPL-3.0-or-later
// A sealed file being read: its header checked, its sections decrypted in place, each on its own.

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ceci-json-fields.h"
#include "ceci-sealed-file.h"
#include "ceci-sealed-layout.h"

#define MOST_NAME 255 // bytes of a section's name

typedef struct {
  char *name;
  guint64 length;
  guint64 offset; // of its stream header, in the file
  char *sha256;
} Section;

struct _CeciSealedFile {
  GObject parent_instance;
  int descriptor;
  CeciSealedHeader header;
  CeciSealingKey *key; // NULL until unlocked
  JsonNode *manifest;
  GArray *sections; // without the manifest
  GHashTable *by_name;
};

G_DEFINE_FINAL_TYPE (CeciSealedFile, ceci_sealed_file, G_TYPE_OBJECT)

static void
section_clear (gpointer data)
{
  Section *section = data;

  g_free (section->name);
  g_free (section->sha256);
}

static gboolean
damaged (GError **error)
{
  g_set_error_literal (error, CECI_JURY_ERROR, CECI_JURY_ERROR_DAMAGED,
                       _ ("This file was altered or cut short on its way. Ask for it again."));
  return FALSE;
}

static gboolean
read_fully (int descriptor, guint8 *bytes, gsize length, guint64 offset, GError **error)
{
  while (length > 0) {
    ssize_t got = pread (descriptor, bytes, length, (off_t) offset);

    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0) {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _ ("The file cannot be read: %s."),
                   g_strerror (errno));
      return FALSE;
    }
    if (got == 0)
      return damaged (error);
    bytes += got;
    length -= (gsize) got;
    offset += (guint64) got;
  }
  return TRUE;
}

// Decrypts a section's chunks one after the other into destination, which has room for length bytes. The last chunk,
// and no other, carries the final tag.
static gboolean
pull_chunks (CeciSealedFile *self, crypto_secretstream_xchacha20poly1305_state *state, guint32 number, guint64 length,
             guint64 offset, guint8 *destination, GError **error)
{
  g_autofree guint8 *stored = g_malloc (CECI_SEALED_CHUNK + CECI_SEALED_CHUNK_OVERHEAD);
  guint8 binding[CECI_SEALED_BINDING_BYTES];
  guint64 done = 0;

  ceci_sealed_binding (self->header.tag, number, length, binding);
  do {
    gsize plain = (gsize) MIN (CECI_SEALED_CHUNK, length - done);
    guint8 expected = done + plain == length ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                             : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
    guint8 tag = 0;

    if (!read_fully (self->descriptor, stored, plain + CECI_SEALED_CHUNK_OVERHEAD, offset, error))
      return FALSE;
    if (crypto_secretstream_xchacha20poly1305_pull (state, destination + done, NULL, &tag, stored,
                                                    plain + CECI_SEALED_CHUNK_OVERHEAD, binding, sizeof binding) != 0 ||
        tag != expected)
      return damaged (error);
    offset += plain + CECI_SEALED_CHUNK_OVERHEAD;
    done += plain;
  } while (done < length);
  return TRUE;
}

static gboolean
pull_section (CeciSealedFile *self, guint32 number, guint64 length, guint64 offset, guint8 *destination, GError **error)
{
  crypto_secretstream_xchacha20poly1305_state *state = sodium_malloc (sizeof *state);
  guint8 *subkey = sodium_malloc (CECI_SEALING_KEY_BYTES);
  guint8 start[CECI_SEALED_STREAM_HEADER];
  gboolean done = FALSE;

  if (state == NULL || subkey == NULL)
    g_error ("no protected memory is left for a key");
  ceci_sealing_key_derive (self->key, "CECISECT", number, subkey);
  if (read_fully (self->descriptor, start, sizeof start, offset, error)) {
    if (crypto_secretstream_xchacha20poly1305_init_pull (state, start, subkey) != 0)
      damaged (error);
    else
      done = pull_chunks (self, state, number, length, offset + sizeof start, destination, error);
  }
  sodium_free (subkey);
  sodium_free (state);
  return done;
}

static gboolean
matches_sha256 (const guint8 *bytes, gsize length, const char *expected)
{
  guint8 digest[crypto_hash_sha256_BYTES];
  char hex[2 * sizeof digest + 1];

  crypto_hash_sha256 (digest, bytes, length);
  sodium_bin2hex (hex, sizeof hex, digest, sizeof digest);
  return strcmp (hex, expected) == 0;
}

static gboolean
is_sha256 (const char *text)
{
  return text != NULL && strlen (text) == 64 && strspn (text, "0123456789abcdef") == 64;
}

static gboolean
take_section (CeciSealedFile *self, JsonObject *object, guint64 *offset)
{
  const char *name = ceci_json_text (object, "name");
  const char *sha256 = ceci_json_text (object, "sha256");
  gint64 length = ceci_json_integer (object, "length", -1);
  Section section;

  if (name == NULL || strlen (name) > MOST_NAME || !is_sha256 (sha256) || length < 0 ||
      (guint64) length > CECI_SEALED_MOST_SECTION || g_hash_table_contains (self->by_name, name))
    return FALSE;
  section = (Section) {g_strdup (name), (guint64) length, *offset, g_strdup (sha256)};
  *offset += ceci_sealed_stored_length ((guint64) length);
  g_array_append_val (self->sections, section);
  g_hash_table_insert (self->by_name, section.name, GUINT_TO_POINTER (self->sections->len));
  return *offset <= self->header.file_length;
}

// The manifest must account for every byte of the file.
static gboolean
take_manifest (CeciSealedFile *self, GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (self->manifest) ? json_node_get_object (self->manifest) : NULL;
  JsonArray *array = ceci_json_array (object, "sections");
  guint64 offset = CECI_SEALED_HEADER_BYTES + ceci_sealed_stored_length (self->header.manifest_length);

  if (array == NULL || ceci_json_object (object, "content") == NULL ||
      json_array_get_length (array) != self->header.n_sections - 1)
    return damaged (error);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!take_section (self, ceci_json_element (array, i), &offset))
      return damaged (error);
  return offset == self->header.file_length || damaged (error);
}

static gboolean
read_manifest (CeciSealedFile *self, GError **error)
{
  gsize length = (gsize) self->header.manifest_length;
  g_autofree guint8 *text = g_malloc (length);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  if (!pull_section (self, 0, length, CECI_SEALED_HEADER_BYTES, text, error))
    return FALSE;
  if (!g_utf8_validate_len ((const char *) text, length, NULL) ||
      !json_parser_load_from_data (parser, (const char *) text, (gssize) length, NULL) ||
      json_parser_get_root (parser) == NULL)
    return damaged (error);
  self->manifest = json_parser_steal_root (parser);
  return take_manifest (self, error);
}

static void
ceci_sealed_file_finalize (GObject *object)
{
  CeciSealedFile *self = CECI_SEALED_FILE (object);

  g_clear_fd (&self->descriptor, NULL);
  g_clear_pointer (&self->key, ceci_sealing_key_unref);
  g_clear_pointer (&self->manifest, json_node_unref);
  g_hash_table_unref (self->by_name);
  g_array_unref (self->sections);
  G_OBJECT_CLASS (ceci_sealed_file_parent_class)->finalize (object);
}

static void
ceci_sealed_file_class_init (CeciSealedFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ceci_sealed_file_finalize;
}

static void
ceci_sealed_file_init (CeciSealedFile *self)
{
  self->descriptor = -1;
  self->sections = g_array_new (FALSE, FALSE, sizeof (Section));
  g_array_set_clear_func (self->sections, section_clear);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
}

static gboolean
open_descriptor (CeciSealedFile *self, GFile *file, guint64 *length, GError **error)
{
  const char *path = g_file_peek_path (file);
  struct stat status;

  if (path == NULL) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         _ ("Copy the file to this computer first, then open it."));
    return FALSE;
  }
  self->descriptor = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  if (self->descriptor < 0 || fstat (self->descriptor, &status) != 0) {
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _ ("“%s” cannot be opened: %s."), path,
                 g_strerror (errno));
    return FALSE;
  }
  if (!S_ISREG (status.st_mode)) {
    g_set_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_NOT_SEALED, _ ("“%s” is not a file."), path);
    return FALSE;
  }
  *length = (guint64) status.st_size;
  return TRUE;
}

/**
 * ceci_sealed_file_open:
 * @file: a local file
 * @kind: what the file must be
 * @error: a #CeciJuryError or #GIOErrorEnum
 *
 * Opens a sealed file and checks its header; no secret is needed yet and no section can be read.
 *
 * Returns: (transfer full): the file, locked
 */
CeciSealedFile *
ceci_sealed_file_open (GFile *file, CeciSealedKind kind, GError **error)
{
  g_autoptr (CeciSealedFile) self = g_object_new (CECI_TYPE_SEALED_FILE, NULL);
  guint8 bytes[CECI_SEALED_HEADER_BYTES] = {0};
  guint64 length = 0;

  if (!open_descriptor (self, file, &length, error) ||
      !read_fully (self->descriptor, bytes, (gsize) MIN (length, sizeof bytes), 0, error) ||
      !ceci_sealed_header_read (&self->header, bytes, error))
    return NULL;
  if (self->header.kind != kind) {
    g_set_error_literal (
        error, CECI_JURY_ERROR, CECI_JURY_ERROR_NOT_SEALED,
        _ ("This jury file is of another kind: packages go to jurors, returns come back to the office."));
    return NULL;
  }
  if (length != self->header.file_length ||
      length < CECI_SEALED_HEADER_BYTES + ceci_sealed_stored_length (self->header.manifest_length)) {
    damaged (error);
    return NULL;
  }
  return g_steal_pointer (&self);
}

CeciSealingMethod
ceci_sealed_file_get_method (CeciSealedFile *self)
{
  return (CeciSealingMethod) self->header.method;
}

const guint8 *
ceci_sealed_file_get_key_id (CeciSealedFile *self)
{
  return self->header.key_id;
}

int
ceci_sealed_file_get_descriptor (CeciSealedFile *self)
{
  return self->descriptor;
}

/**
 * ceci_sealed_file_unlock:
 * @self: a sealed file
 * @key: the key it was sealed with
 * @error: %CECI_JURY_ERROR_WRONG_KEY if @key is another or the header was altered, %CECI_JURY_ERROR_DAMAGED
 *
 * Checks the header's tag and reads the manifest.
 *
 * Returns: whether the sections can now be read
 */
gboolean
ceci_sealed_file_unlock (CeciSealedFile *self, CeciSealingKey *key, GError **error)
{
  guint8 tag[CECI_SEALED_TAG_BYTES];

  g_return_val_if_fail (self->key == NULL, FALSE);

  ceci_sealed_header_tag (&self->header, key, tag);
  if (sodium_memcmp (tag, self->header.tag, sizeof tag) != 0) {
    if (self->header.method == CECI_SEALING_PASSPHRASE)
      g_set_error_literal (error, CECI_JURY_ERROR, CECI_JURY_ERROR_WRONG_KEY,
                           _ ("This passphrase does not open the file. Check it, capitals and dashes included."));
    else
      g_set_error_literal (error, CECI_JURY_ERROR, CECI_JURY_ERROR_WRONG_KEY,
                           _ ("This file was sealed with another key, or it was altered."));
    return FALSE;
  }
  self->key = ceci_sealing_key_ref (key);
  if (read_manifest (self, error))
    return TRUE;
  g_hash_table_remove_all (self->by_name);
  g_array_set_size (self->sections, 0);
  g_clear_pointer (&self->manifest, json_node_unref);
  g_clear_pointer (&self->key, ceci_sealing_key_unref);
  return FALSE;
}

/**
 * ceci_sealed_file_unlock_passphrase:
 * @self: a sealed file
 * @passphrase: its passphrase
 * @error: as ceci_sealed_file_unlock()
 *
 * Derives the key as the header says, within the format's limits, and unlocks. Slow on purpose.
 *
 * Returns: whether the sections can now be read
 */
gboolean
ceci_sealed_file_unlock_passphrase (CeciSealedFile *self, const char *passphrase, GError **error)
{
  g_autoptr (CeciSealingKey) key = NULL;

  if (self->header.method != CECI_SEALING_PASSPHRASE) {
    g_set_error_literal (error, CECI_JURY_ERROR, CECI_JURY_ERROR_WRONG_KEY,
                         _ ("This file is not opened by a passphrase."));
    return FALSE;
  }
  key = ceci_sealing_key_new_with_salt (passphrase, self->header.cost, self->header.key_id, error);
  return key != NULL && ceci_sealed_file_unlock (self, key, error);
}

JsonObject *
ceci_sealed_file_get_content (CeciSealedFile *self)
{
  g_return_val_if_fail (self->key != NULL, NULL);
  return ceci_json_object (json_node_get_object (self->manifest), "content");
}

guint
ceci_sealed_file_get_n_sections (CeciSealedFile *self)
{
  return self->sections->len;
}

static Section *
get_section (CeciSealedFile *self, guint section)
{
  return section < self->sections->len ? &g_array_index (self->sections, Section, section) : NULL;
}

const char *
ceci_sealed_file_get_name (CeciSealedFile *self, guint section)
{
  Section *found = get_section (self, section);

  return found ? found->name : NULL;
}

gsize
ceci_sealed_file_get_length (CeciSealedFile *self, guint section)
{
  Section *found = get_section (self, section);

  return found ? (gsize) found->length : 0;
}

const char *
ceci_sealed_file_get_sha256 (CeciSealedFile *self, guint section)
{
  Section *found = get_section (self, section);

  return found ? found->sha256 : NULL;
}

int
ceci_sealed_file_find (CeciSealedFile *self, const char *name)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->by_name, name)) - 1;
}

static gboolean
read_into (CeciSealedFile *self, guint number, guint8 *destination, GError **error)
{
  Section *section = &g_array_index (self->sections, Section, number);

  if (!pull_section (self, number + 1, section->length, section->offset, destination, error))
    return FALSE;
  return matches_sha256 (destination, (gsize) section->length, section->sha256) || damaged (error);
}

/**
 * ceci_sealed_file_read:
 * @self: an unlocked file
 * @section: which section, from 0, the manifest not counted
 * @error: %CECI_JURY_ERROR_DAMAGED if a byte of it is not what was sealed
 *
 * Decrypts one section in place; nothing is given out unless all of it is sound.
 *
 * Returns: (transfer full): its bytes
 */
GBytes *
ceci_sealed_file_read (CeciSealedFile *self, guint section, GError **error)
{
  g_autofree guint8 *bytes = NULL;
  gsize length = ceci_sealed_file_get_length (self, section);

  g_return_val_if_fail (self->key != NULL && section < self->sections->len, NULL);

  // Never more than the file's own length, which was checked.
  bytes = g_try_malloc (MAX (1, length));
  if (bytes == NULL) {
    g_set_error_literal (error, CECI_JURY_ERROR, CECI_JURY_ERROR_FAILED,
                         _ ("There is not enough memory to open this document. Close other programs and try again."));
    return NULL;
  }
  if (!read_into (self, section, bytes, error))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&bytes), length);
}

guint8 *
ceci_sealed_file_read_secret (CeciSealedFile *self, guint section, gsize length, GError **error)
{
  guint8 *bytes;

  g_return_val_if_fail (self->key != NULL && section < self->sections->len, NULL);

  if (ceci_sealed_file_get_length (self, section) != length) {
    damaged (error);
    return NULL;
  }
  bytes = sodium_malloc (length);
  if (bytes == NULL)
    g_error ("no protected memory is left for a key");
  if (read_into (self, section, bytes, error))
    return bytes;
  sodium_free (bytes);
  return NULL;
}
