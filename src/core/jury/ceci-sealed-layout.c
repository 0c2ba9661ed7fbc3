// SPDX-License-Identifier: GPL-3.0-or-later
// The sealed file's bytes: header, lengths, and what binds a chunk to its place.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "ceci-sealed-layout.h"

static const guint8 magic[8] = {'C', 'E', 'C', 'I', 'S', 'E', 'A', 'L'};

G_STATIC_ASSERT (CECI_SEALED_STREAM_HEADER == crypto_secretstream_xchacha20poly1305_HEADERBYTES);
G_STATIC_ASSERT (CECI_SEALED_CHUNK_OVERHEAD == crypto_secretstream_xchacha20poly1305_ABYTES);
G_STATIC_ASSERT (CECI_SEALING_KEY_BYTES == crypto_secretstream_xchacha20poly1305_KEYBYTES);
G_STATIC_ASSERT (CECI_SEALING_KEY_BYTES == crypto_kdf_KEYBYTES);
G_STATIC_ASSERT (CECI_SEALING_SALT_BYTES == crypto_pwhash_SALTBYTES);

static void
put_integer (guint8 *bytes, guint64 value, guint size)
{
  for (guint i = 0; i < size; i++)
    bytes[i] = (guint8) (value >> (8 * i));
}

static guint64
take_integer (const guint8 *bytes, guint size)
{
  guint64 value = 0;

  for (guint i = 0; i < size; i++)
    value |= (guint64) bytes[i] << (8 * i);
  return value;
}

void
ceci_sealed_header_write (const CeciSealedHeader *header, guint8 *bytes)
{
  memcpy (bytes, magic, sizeof magic);
  put_integer (bytes + 8, CECI_SEALED_VERSION, 2);
  bytes[10] = header->kind;
  bytes[11] = header->method;
  put_integer (bytes + 12, header->cost.operations, 4);
  put_integer (bytes + 16, header->cost.memory, 8);
  memcpy (bytes + 24, header->key_id, CECI_SEALING_SALT_BYTES);
  put_integer (bytes + 40, CECI_SEALED_CHUNK, 4);
  put_integer (bytes + 44, header->n_sections, 4);
  put_integer (bytes + 48, header->manifest_length, 8);
  put_integer (bytes + 56, header->file_length, 8);
  memcpy (bytes + 64, header->tag, CECI_SEALED_TAG_BYTES);
}

static gboolean
damaged (GError **error)
{
  g_set_error_literal (error, CECI_JURY_ERROR, CECI_JURY_ERROR_DAMAGED,
                       _ ("This file’s header contradicts itself: the file is damaged. Ask for it again."));
  return FALSE;
}

gboolean
ceci_sealed_header_read (CeciSealedHeader *header, const guint8 *bytes, GError **error)
{
  if (memcmp (bytes, magic, sizeof magic) != 0) {
    g_set_error_literal (error, CECI_JURY_ERROR, CECI_JURY_ERROR_NOT_SEALED,
                         _ ("This is not a jury file. Choose the file that the office or the juror sent."));
    return FALSE;
  }
  if (take_integer (bytes + 8, 2) != CECI_SEALED_VERSION) {
    g_set_error_literal (
        error, CECI_JURY_ERROR, CECI_JURY_ERROR_NEWER,
        _ ("This file was made by a newer version of the application. Update it, then open the file."));
    return FALSE;
  }
  header->kind = bytes[10];
  header->method = bytes[11];
  header->cost.operations = (guint32) take_integer (bytes + 12, 4);
  header->cost.memory = take_integer (bytes + 16, 8);
  memcpy (header->key_id, bytes + 24, CECI_SEALING_SALT_BYTES);
  header->n_sections = (guint32) take_integer (bytes + 44, 4);
  header->manifest_length = take_integer (bytes + 48, 8);
  header->file_length = take_integer (bytes + 56, 8);
  memcpy (header->tag, bytes + 64, CECI_SEALED_TAG_BYTES);

  if (take_integer (bytes + 40, 4) != CECI_SEALED_CHUNK || header->n_sections < 1 || header->manifest_length < 2)
    return damaged (error);
  if (header->method != CECI_SEALING_PASSPHRASE && header->method != CECI_SEALING_DIRECT)
    return damaged (error);
  if (header->method == CECI_SEALING_DIRECT && (header->cost.operations != 0 || header->cost.memory != 0))
    return damaged (error);
  if (header->n_sections > CECI_SEALED_MOST_SECTIONS || header->manifest_length > CECI_SEALED_MOST_MANIFEST ||
      header->file_length > CECI_SEALED_MOST_FILE) {
    g_set_error_literal (
        error, CECI_JURY_ERROR, CECI_JURY_ERROR_TOO_LARGE,
        _ ("This file announces more than a jury file may hold: it is damaged, or not what it claims."));
    return FALSE;
  }
  return TRUE;
}

// The tag lets a wrong passphrase be told at once, and every chunk is bound to it, so that no header can be put before
// the sections of another file.
void
ceci_sealed_header_tag (const CeciSealedHeader *header, CeciSealingKey *key, guint8 *tag)
{
  guint8 bytes[CECI_SEALED_HEADER_BYTES];
  guint8 *subkey = sodium_malloc (CECI_SEALING_KEY_BYTES);

  if (subkey == NULL)
    g_error ("no protected memory is left for a key");
  ceci_sealed_header_write (header, bytes);
  ceci_sealing_key_derive (key, "CECIHEAD", 0, subkey);
  crypto_generichash (tag, CECI_SEALED_TAG_BYTES, bytes, CECI_SEALED_HEADER_BYTES - CECI_SEALED_TAG_BYTES, subkey,
                      CECI_SEALING_KEY_BYTES);
  sodium_free (subkey);
}

guint64
ceci_sealed_stored_length (guint64 length)
{
  guint64 n_chunks = MAX (1, (length + CECI_SEALED_CHUNK - 1) / CECI_SEALED_CHUNK);

  return CECI_SEALED_STREAM_HEADER + n_chunks * CECI_SEALED_CHUNK_OVERHEAD + length;
}

void
ceci_sealed_binding (const guint8 *tag, guint32 section, guint64 length, guint8 *bytes)
{
  memcpy (bytes, tag, CECI_SEALED_TAG_BYTES);
  put_integer (bytes + CECI_SEALED_TAG_BYTES, section, 4);
  put_integer (bytes + CECI_SEALED_TAG_BYTES + 4, length, 8);
}
