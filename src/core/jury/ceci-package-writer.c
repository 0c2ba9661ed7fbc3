// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the package of one juror.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "ceci-json-fields.h"
#include "ceci-package-private.h"
#include "ceci-package-writer.h"

#define SHORTEST_PASSPHRASE 12

struct _CeciPackageWriter {
  JsonObject *content;
  guint8 *keys; // guarded
};

CeciPackageWriter *
ceci_package_writer_new (JsonObject *content, const guint8 *seed, const guint8 *return_key)
{
  CeciPackageWriter *self = g_new0 (CeciPackageWriter, 1);

  if (sodium_init () < 0)
    g_error ("libsodium cannot be started");
  self->content = json_object_ref (content);
  self->keys = sodium_malloc (CECI_PACKAGE_KEYS_BYTES);
  if (self->keys == NULL)
    g_error ("no protected memory is left for a key");
  memcpy (self->keys, seed, CECI_PACKAGE_SEED_BYTES);
  memcpy (self->keys + CECI_PACKAGE_SEED_BYTES, return_key, CECI_SEALING_KEY_BYTES);
  return self;
}

void
ceci_package_writer_free (CeciPackageWriter *self)
{
  json_object_unref (self->content);
  sodium_free (self->keys);
  g_free (self);
}

typedef struct {
  CeciDocumentSource source;
  gpointer user_data;
  char *sha256;
} Document;

static void
document_free (gpointer data)
{
  Document *document = data;

  g_free (document->sha256);
  g_free (document);
}

static GBytes *
give_document (gpointer data, GError **error)
{
  Document *document = data;

  return document->source (document->sha256, document->user_data, error);
}

// A document that two dossiers share is sealed once.
static void
add_documents (CeciPackageWriter *self, CeciSealedWriter *writer, CeciDocumentSource source, gpointer user_data)
{
  JsonArray *dossiers = ceci_json_array (self->content, "dossiers");
  g_autoptr (GHashTable) added = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ceci_json_length (dossiers); i++) {
    JsonArray *documents = ceci_json_array (ceci_json_element (dossiers, i), "documents");

    for (guint d = 0; d < ceci_json_length (documents); d++) {
      JsonObject *entry = ceci_json_element (documents, d);
      const char *sha256 = ceci_json_text (entry, "sha256");
      g_autofree char *name = g_strconcat (CECI_PACKAGE_SECTION_DOCUMENT, sha256, NULL); // sha256 may be NULL
      Document *document;

      if (sha256 == NULL || !g_hash_table_add (added, (gpointer) sha256))
        continue;
      document = g_new0 (Document, 1);
      *document = (Document) {source, user_data, g_strdup (sha256)};
      ceci_sealed_writer_add_source (writer, name, (guint64) ceci_json_integer (entry, "size", 0), sha256,
                                     give_document, document, document_free);
    }
  }
}

/**
 * ceci_package_writer_write:
 * @self: a writer
 * @file: the `.ceci-jury` file
 * @passphrase: what will open it; at least twelve characters
 * @cost: how dear the passphrase is to try
 * @source: gives the documents
 * @user_data: for @source
 * @cancellable: (nullable): a cancellable
 * @error: a #CeciJuryError or #GIOErrorEnum
 *
 * Returns: whether the package is whole and on the disk
 */
gboolean
ceci_package_writer_write (CeciPackageWriter *self, GFile *file, const char *passphrase, CeciSealingCost cost,
                           CeciDocumentSource source, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (CeciSealingKey) key = NULL;
  g_autoptr (CeciSealedWriter) writer = NULL;
  g_autoptr (GBytes) keys = g_bytes_new_static (self->keys, CECI_PACKAGE_KEYS_BYTES);

  if (g_utf8_strlen (passphrase, -1) < SHORTEST_PASSPHRASE) {
    g_set_error_literal (
        error, CECI_JURY_ERROR, CECI_JURY_ERROR_INVALID,
        _ ("A package’s passphrase has at least twelve characters. Take a longer one, or let one be drawn."));
    return FALSE;
  }
  key = ceci_sealing_key_new_from_passphrase (passphrase, cost, error);
  if (key == NULL)
    return FALSE;
  writer = ceci_sealed_writer_new (CECI_SEALED_PACKAGE, key);
  ceci_sealed_writer_set_content (writer, self->content);
  ceci_sealed_writer_add (writer, CECI_PACKAGE_SECTION_KEYS, keys);
  add_documents (self, writer, source, user_data);
  return ceci_sealed_writer_write (writer, file, cancellable, error);
}
