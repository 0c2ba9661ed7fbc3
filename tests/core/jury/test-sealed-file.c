// SPDX-License-Identifier: GPL-3.0-or-later
// Sealed files: what was put in comes out, and nothing else ever does, however the bytes were cut, flipped or moved.

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>

#include "core/jury/ceci-sealed-file.h"
#include "core/jury/ceci-sealed-layout.h"
#include "core/jury/ceci-sealed-writer.h"

#define PASSPHRASE "2345-ABCD-EFGH-JKLM"

typedef struct {
  char *folder;
  GFile *file;
  CeciSealingKey *key;
  GBytes *long_section; // more than two chunks
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  gsize length = 2 * CECI_SEALED_CHUNK + 1234;
  guint8 *bytes = g_malloc (length);
  guint8 secret[CECI_SEALING_KEY_BYTES];

  for (gsize i = 0; i < length; i++)
    bytes[i] = (guint8) (i * 31 + i / 251);
  memset (secret, 7, sizeof secret);
  fixture->long_section = g_bytes_new_take (bytes, length);
  fixture->folder = g_dir_make_tmp ("ceci-sealed-XXXXXX", NULL);
  fixture->file = g_file_new_build_filename (fixture->folder, "file", NULL);
  fixture->key = ceci_sealing_key_new_direct (secret);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_remove (g_file_peek_path (fixture->file));
  g_assert_no_errno (g_rmdir (fixture->folder));
  g_free (fixture->folder);
  g_object_unref (fixture->file);
  ceci_sealing_key_unref (fixture->key);
  g_bytes_unref (fixture->long_section);
}

static void
seal (Fixture *fixture, CeciSealingKey *key, GBytes *second)
{
  g_autoptr (CeciSealedWriter) writer = ceci_sealed_writer_new (CECI_SEALED_PACKAGE, key);
  g_autoptr (JsonObject) content = json_object_new ();
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  GError *error = NULL;

  json_object_set_string_member (content, "session", "Été");
  ceci_sealed_writer_set_content (writer, content);
  ceci_sealed_writer_add (writer, "empty", nothing);
  ceci_sealed_writer_add (writer, "second", second);
  ceci_sealed_writer_write (writer, fixture->file, NULL, &error);
  g_assert_no_error (error);
}

static GBytes *
load (Fixture *fixture)
{
  return g_file_load_bytes (fixture->file, NULL, NULL, NULL);
}

static void
store (Fixture *fixture, gconstpointer bytes, gsize length)
{
  g_file_set_contents_full (g_file_peek_path (fixture->file), bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600,
                            NULL);
}

// Opens, unlocks and reads everything; the error that stopped it, if one did.
static GError *
read_everything (Fixture *fixture)
{
  g_autoptr (CeciSealedFile) sealed = NULL;
  GError *error = NULL;

  sealed = ceci_sealed_file_open (fixture->file, CECI_SEALED_PACKAGE, &error);
  if (sealed == NULL || !ceci_sealed_file_unlock (sealed, fixture->key, &error))
    return error;
  for (guint i = 0; i < ceci_sealed_file_get_n_sections (sealed); i++) {
    g_autoptr (GBytes) bytes = ceci_sealed_file_read (sealed, i, &error);

    if (bytes == NULL)
      return error;
  }
  return NULL;
}

static void
test_roundtrip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CeciSealedFile) sealed = NULL;
  g_autoptr (GBytes) empty = NULL;
  g_autoptr (GBytes) second = NULL;
  GError *error = NULL;
  struct stat status;

  seal (fixture, fixture->key, fixture->long_section);
  sealed = ceci_sealed_file_open (fixture->file, CECI_SEALED_PACKAGE, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (ceci_sealed_file_get_key_id (sealed), CECI_SEALING_SALT_BYTES,
                   ceci_sealing_key_get_id (fixture->key), CECI_SEALING_SALT_BYTES);
  g_assert_true (ceci_sealed_file_unlock (sealed, fixture->key, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (json_object_get_string_member (ceci_sealed_file_get_content (sealed), "session"), ==, "Été");
  g_assert_cmpuint (ceci_sealed_file_get_n_sections (sealed), ==, 2);
  g_assert_cmpint (ceci_sealed_file_find (sealed, "second"), ==, 1);
  g_assert_cmpint (ceci_sealed_file_find (sealed, "third"), ==, -1);

  // in any order, and as often as wanted
  second = ceci_sealed_file_read (sealed, 1, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (second, fixture->long_section));
  empty = ceci_sealed_file_read (sealed, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (empty), ==, 0);
  g_assert_no_errno (g_stat (g_file_peek_path (fixture->file), &status));
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
}

static void
test_passphrase (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CeciSealingKey) key = ceci_sealing_key_new_from_passphrase (PASSPHRASE, CECI_SEALING_COST_TEST, NULL);
  g_autoptr (CeciSealedFile) sealed = NULL;
  g_autoptr (GError) error = NULL;

  seal (fixture, key, fixture->long_section);
  sealed = ceci_sealed_file_open (fixture->file, CECI_SEALED_PACKAGE, NULL);
  g_assert_cmpint (ceci_sealed_file_get_method (sealed), ==, CECI_SEALING_PASSPHRASE);
  g_assert_false (ceci_sealed_file_unlock_passphrase (sealed, "2345-ABCD-EFGH-JKLN", &error));
  g_assert_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_WRONG_KEY);
  // a wrong one does not spoil the right one
  g_assert_true (ceci_sealed_file_unlock_passphrase (sealed, PASSPHRASE, NULL));
}

static void
test_generated_passphrases (void)
{
  char *one = ceci_passphrase_generate ();
  char *other = ceci_passphrase_generate ();

  g_assert_true (g_regex_match_simple ("^([2-9A-HJ-NP-Z]{4}-){7}[2-9A-HJ-NP-Z]{4}$", one, 0, 0));
  g_assert_cmpstr (one, !=, other);
  sodium_free (one);
  sodium_free (other);
}

static void
test_truncation (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) whole = NULL;
  gsize length;
  const guint8 *bytes;

  seal (fixture, fixture->key, fixture->long_section);
  whole = load (fixture);
  bytes = g_bytes_get_data (whole, &length);
  // every length of the header and the manifest, then around the boundary of every chunk, then all but one byte
  for (gsize cut = 0; cut < length; cut += cut < 700 ? 1 : cut > length - 40 ? 1 : 997) {
    g_autoptr (GError) error = NULL;

    store (fixture, bytes, cut);
    error = read_everything (fixture);
    g_assert_nonnull (error);
    g_assert_cmpint (error->domain, ==, CECI_JURY_ERROR);
  }
}

// A file cut at a chunk's end whose header is made again to agree: only somebody with the key can do that, and the
// final tag tells.
static void
test_missing_final_chunk (Fixture *fixture, gconstpointer data)
{
  CeciSealedHeader header;
  g_autoptr (GBytes) whole = NULL;
  g_autofree guint8 *copy = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;

  seal (fixture, fixture->key, fixture->long_section);
  whole = load (fixture);
  copy = g_memdup2 (g_bytes_get_data (whole, NULL), g_bytes_get_size (whole));
  length = g_bytes_get_size (whole) - 1234 - CECI_SEALED_CHUNK_OVERHEAD;
  g_assert_true (ceci_sealed_header_read (&header, copy, NULL));
  header.file_length = length;
  ceci_sealed_header_tag (&header, fixture->key, header.tag);
  ceci_sealed_header_write (&header, copy);
  store (fixture, copy, length);
  error = read_everything (fixture);
  g_assert_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_DAMAGED);
}

static void
test_bit_flips (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) whole = NULL;
  g_autofree guint8 *copy = NULL;
  gsize length;

  seal (fixture, fixture->key, fixture->long_section);
  whole = load (fixture);
  copy = g_memdup2 (g_bytes_get_data (whole, NULL), g_bytes_get_size (whole));
  length = g_bytes_get_size (whole);
  for (gsize at = 0; at < length; at += at < 700 ? 1 : 1009) {
    g_autoptr (GError) error = NULL;

    copy[at] ^= (guint8) (1u << (at % 8));
    store (fixture, copy, length);
    error = read_everything (fixture);
    g_assert_nonnull (error);
    g_assert_cmpint (error->domain, ==, CECI_JURY_ERROR);
    copy[at] ^= (guint8) (1u << (at % 8));
  }
}

static void
test_trailing_bytes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) whole = NULL;
  g_autofree guint8 *copy = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  seal (fixture, fixture->key, fixture->long_section);
  whole = load (fixture);
  length = g_bytes_get_size (whole);
  copy = g_malloc0 (length + 5);
  memcpy (copy, g_bytes_get_data (whole, NULL), length);
  store (fixture, copy, length + 5);
  error = read_everything (fixture);
  g_assert_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_DAMAGED);
}

// Two files of the same key and the same shape: a section of one does not pass for the other's.
static void
test_moved_section (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) other = NULL;
  g_autofree guint8 *mixed = NULL;
  g_autoptr (GError) error = NULL;
  gsize length, tail;

  seal (fixture, fixture->key, fixture->long_section);
  one = load (fixture);
  seal (fixture, fixture->key, fixture->long_section);
  other = load (fixture);
  length = g_bytes_get_size (one);
  tail = (gsize) ceci_sealed_stored_length (g_bytes_get_size (fixture->long_section));
  mixed = g_memdup2 (g_bytes_get_data (one, NULL), length);
  // the same key, header and section number: the stream's own header tells them apart, so a whole stream is taken along
  memcpy (mixed + length - tail, (const guint8 *) g_bytes_get_data (other, NULL) + length - tail, tail);
  store (fixture, mixed, length);
  error = read_everything (fixture);
  // the two files have the same header, so that the same bytes are accepted in the same place: nothing was changed by
  // it
  g_assert_no_error (error);

  // but in another place they are not
  memcpy (mixed + length - tail, (const guint8 *) g_bytes_get_data (one, NULL) + CECI_SEALED_HEADER_BYTES, 400);
  store (fixture, mixed, length);
  error = read_everything (fixture);
  g_assert_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_DAMAGED);
}

static void
check_hostile (Fixture *fixture, const guint8 *sound, gsize length, gsize at, const void *value, gsize size, int code)
{
  g_autofree guint8 *copy = g_memdup2 (sound, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciSealedFile) sealed = NULL;

  memcpy (copy + at, value, size);
  store (fixture, copy, length);
  sealed = ceci_sealed_file_open (fixture->file, CECI_SEALED_PACKAGE, &error);
  if (sealed != NULL)
    ceci_sealed_file_unlock_passphrase (sealed, PASSPHRASE, &error);
  g_assert_error (error, CECI_JURY_ERROR, code);
}

static void
test_hostile_headers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CeciSealingKey) key = ceci_sealing_key_new_from_passphrase (PASSPHRASE, CECI_SEALING_COST_TEST, NULL);
  g_autoptr (GBytes) whole = NULL;
  const guint8 *bytes;
  gsize length;
  const guint8 most[8] = {255, 255, 255, 255, 255, 255, 255, 255}, none[8] = {0}, two[2] = {2, 0},
               kind = CECI_SEALED_RETURN;

  seal (fixture, key, fixture->long_section);
  whole = load (fixture);
  bytes = g_bytes_get_data (whole, &length);
  check_hostile (fixture, bytes, length, 0, "PK\3\4", 4, CECI_JURY_ERROR_NOT_SEALED);
  check_hostile (fixture, bytes, length, 8, two, 2, CECI_JURY_ERROR_NEWER);
  check_hostile (fixture, bytes, length, 10, &kind, 1, CECI_JURY_ERROR_NOT_SEALED);
  check_hostile (fixture, bytes, length, 11, most, 1, CECI_JURY_ERROR_DAMAGED);
  check_hostile (fixture, bytes, length, 12, most, 4, CECI_JURY_ERROR_TOO_LARGE); // operations
  check_hostile (fixture, bytes, length, 12, none, 4, CECI_JURY_ERROR_TOO_LARGE);
  check_hostile (fixture, bytes, length, 16, most, 8, CECI_JURY_ERROR_TOO_LARGE); // memory
  check_hostile (fixture, bytes, length, 16, none, 8, CECI_JURY_ERROR_TOO_LARGE);
  check_hostile (fixture, bytes, length, 40, none, 4, CECI_JURY_ERROR_DAMAGED); // chunk
  check_hostile (fixture, bytes, length, 44, none, 4, CECI_JURY_ERROR_DAMAGED); // sections
  check_hostile (fixture, bytes, length, 44, most, 4, CECI_JURY_ERROR_TOO_LARGE);
  check_hostile (fixture, bytes, length, 48, most, 8, CECI_JURY_ERROR_TOO_LARGE); // manifest
  check_hostile (fixture, bytes, length, 48, none, 8, CECI_JURY_ERROR_DAMAGED);
  check_hostile (fixture, bytes, length, 56, most, 8, CECI_JURY_ERROR_TOO_LARGE); // file
  check_hostile (fixture, bytes, length, 56, none, 8, CECI_JURY_ERROR_DAMAGED);
}

static GBytes *
give_other_bytes (gpointer user_data, GError **error)
{
  return g_bytes_new_static ("other", 5);
}

static void
test_failed_write_leaves_the_old_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CeciSealedWriter) writer = ceci_sealed_writer_new (CECI_SEALED_PACKAGE, fixture->key);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = NULL;
  guint files = 0;

  store (fixture, "before", 6);
  ceci_sealed_writer_add_source (writer, "document", 5,
                                 "0000000000000000000000000000000000000000000000000000000000000000", give_other_bytes,
                                 NULL, NULL);
  g_assert_false (ceci_sealed_writer_write (writer, fixture->file, NULL, &error));
  g_assert_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_DAMAGED);
  folder = g_dir_open (fixture->folder, 0, NULL);
  while (g_dir_read_name (folder) != NULL)
    files++;
  g_assert_cmpuint (files, ==, 1);
}

static void
test_other_files (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GError) error = NULL;

  g_assert_null (ceci_sealed_file_open (fixture->file, CECI_SEALED_PACKAGE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (ceci_sealed_file_open (folder, CECI_SEALED_PACKAGE, &error));
  g_assert_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_NOT_SEALED);
  g_clear_error (&error);
  store (fixture, "", 0);
  g_assert_null (ceci_sealed_file_open (fixture->file, CECI_SEALED_PACKAGE, &error));
  g_assert_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_NOT_SEALED);
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/sealed-file/roundtrip", test_roundtrip);
  ADD ("/sealed-file/passphrase", test_passphrase);
  g_test_add_func ("/sealed-file/generated-passphrases", test_generated_passphrases);
  ADD ("/sealed-file/truncation", test_truncation);
  ADD ("/sealed-file/missing-final-chunk", test_missing_final_chunk);
  ADD ("/sealed-file/bit-flips", test_bit_flips);
  ADD ("/sealed-file/trailing-bytes", test_trailing_bytes);
  ADD ("/sealed-file/moved-section", test_moved_section);
  ADD ("/sealed-file/hostile-headers", test_hostile_headers);
  ADD ("/sealed-file/failed-write", test_failed_write_leaves_the_old_file);
  ADD ("/sealed-file/other-files", test_other_files);
  return g_test_run ();
}
