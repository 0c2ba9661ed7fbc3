// SPDX-License-Identifier: GPL-3.0-or-later
// Sealed files by somebody who has the key, which is as bad as it gets: the input is a script of one letter, then
// bytes.
//   r  the bytes are the whole file;      h  the bytes are the header, its tag made good, and what follows;
//   p  the bytes are a package's manifest, soundly sealed;      t  the bytes are a return's content, soundly signed.
#include "fuzz.h"

#include <errno.h>
#include <json-glib/json-glib.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "core/jury/ceci-package-private.h"
#include "core/jury/ceci-package-writer.h"
#include "core/jury/ceci-return.h"
#include "core/jury/ceci-sealed-file.h"
#include "core/jury/ceci-sealed-layout.h"

#define PASSPHRASE "fuzz-fuzz-fuzz"

static const guint8 secret[CECI_SEALING_KEY_BYTES] = {1, 2, 3};

static GFile *
in_memory (int *descriptor, const void *bytes, gsize length)
{
  char path[64];

  *descriptor = memfd_create ("fuzz", MFD_CLOEXEC);
  g_assert_no_errno (*descriptor);
  g_assert_cmpint (write (*descriptor, bytes, length), ==, (gssize) length);
  g_snprintf (path, sizeof path, "/proc/self/fd/%d", *descriptor);
  return g_file_new_for_path (path);
}

static void
read_all (GFile *file, CeciSealedKind kind, CeciSealingKey *key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciSealedFile) sealed = ceci_sealed_file_open (file, kind, &error);

  g_assert_true ((sealed == NULL) == (error != NULL));
  if (sealed == NULL || !ceci_sealed_file_unlock (sealed, key, NULL))
    return;
  for (guint i = 0; i < ceci_sealed_file_get_n_sections (sealed); i++) {
    g_autoptr (GBytes) bytes = ceci_sealed_file_read (sealed, i, NULL);

    g_assert_true (bytes == NULL || g_bytes_get_size (bytes) == ceci_sealed_file_get_length (sealed, i));
  }
}

static void
try_raw (const uint8_t *data, size_t size, gboolean good_tag)
{
  g_autofree guint8 *copy = g_memdup2 (data, size);
  g_autoptr (CeciSealingKey) key = ceci_sealing_key_new_direct (secret);
  g_autoptr (GFile) file = NULL;
  CeciSealedHeader header;
  int descriptor = -1;

  if (good_tag && size >= CECI_SEALED_HEADER_BYTES && ceci_sealed_header_read (&header, copy, NULL)) {
    header.file_length = size;
    ceci_sealed_header_tag (&header, key, header.tag);
    ceci_sealed_header_write (&header, copy);
  }
  file = in_memory (&descriptor, copy, size);
  for (int kind = CECI_SEALED_PACKAGE; kind <= CECI_SEALED_RETURN; kind++)
    read_all (file, (CeciSealedKind) kind, key);
  close (descriptor);
}

static GBytes *
no_document (const char *sha256, gpointer user_data, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "none");
  return NULL;
}

static void
try_package (const uint8_t *data, size_t size)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (CeciPackageWriter) writer = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (CeciPackage) package = NULL;
  g_autoptr (GError) error = NULL;
  JsonNode *root;

  if (!g_utf8_validate_len ((const char *) data, size, NULL) ||
      !json_parser_load_from_data (parser, (const char *) data, (gssize) size, NULL) ||
      (root = json_parser_get_root (parser)) == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return;
  path = g_strdup_printf ("%s/ceci-fuzz-%d.ceci-jury", g_get_tmp_dir (), (int) getpid ());
  file = g_file_new_for_path (path);
  writer = ceci_package_writer_new (json_node_get_object (root), secret, secret);
  if (ceci_package_writer_write (writer, file, PASSPHRASE, CECI_SEALING_COST_TEST, no_document, NULL, NULL, NULL)) {
    package = ceci_package_open (file, PASSPHRASE, &error);
    g_assert_true ((package == NULL) == (error != NULL));
  }
  unlink (path);
}

static void
try_return (const uint8_t *data, size_t size)
{
  g_autoptr (CeciSealingKey) key = ceci_sealing_key_new_direct (secret);
  g_autofree char *path = g_strdup_printf ("%s/ceci-fuzz-%d.ceci-return", g_get_tmp_dir (), (int) getpid ());
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) content = g_bytes_new (data, size);
  g_autoptr (CeciReturn) found = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ceci_return_write (file, content, key, secret, NULL));
  found = ceci_return_read (file, key, &error);
  g_assert_true ((found == NULL) == (error != NULL));
  if (found != NULL) {
    guint8 public_key[crypto_sign_PUBLICKEYBYTES], secret_key[crypto_sign_SECRETKEYBYTES];

    crypto_sign_seed_keypair (public_key, secret_key, secret);
    g_assert_true (ceci_return_verify (found, public_key, NULL));
    public_key[0] ^= 1;
    g_assert_false (ceci_return_verify (found, public_key, NULL));
  }
  unlink (path);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  if (size == 0 || sodium_init () < 0)
    return 0;
  if (data[0] == 'r' || data[0] == 'h')
    try_raw (data + 1, size - 1, data[0] == 'h');
  else if (data[0] == 'p')
    try_package (data + 1, size - 1);
  else if (data[0] == 't')
    try_return (data + 1, size - 1);
  return 0;
}
