// SPDX-License-Identifier: GPL-3.0-or-later
// Versions of the register: a stored file of version 1 opens and is brought forward; newer and foreign files are
// refused.
//
// tests/data/register-v1.ceci.gz was made once, and is made again only while version 1 is not released, by
//   ./dev exec env CECI_MAKE_REGISTER=tests/data/register-v1.ceci.gz build/tests/core/test-migrations
#include "store-fixture.h"

#include <string.h>
#include "core/store/ceci-journal-private.h"
#include "core/store/ceci-migrations.h"

#define STEPS_STORED 6
#define SCHEMA "SELECT group_concat (sql, char (10)) FROM (SELECT sql FROM sqlite_schema ORDER BY type, name)"

static gpointer
put (CeciDatabase *database, gpointer text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autofree char *sha256 = ceci_database_put_blob (database, bytes, error);

  return GINT_TO_POINTER (
      sha256 != NULL &&
      ceci_database_run (database, error, "INSERT INTO setting VALUES ('document', $1)", "t", sha256));
}

static void
fill (Fixture *fixture)
{
  write_sql (fixture, "Add faculties",
             "INSERT INTO faculty VALUES ('f1', 'SCI', 'Sciences', 'Sciences', 1), ('f2', 'DRO', 'Droit', 'Law', 2)");
  write_sql (fixture, "Add Élodie Vandenbossche",
             "INSERT INTO person (id, family_name, first_name, matricule, faculty_id, search_key) VALUES "
             "('p1', 'Vandenbossche', 'Élodie', '000123', 'f1', 'vandenbossche elodie 000123')");
  write_sql (fixture, "Rename Élodie Vandenbossche", "UPDATE person SET usual_first_name = 'Élo' WHERE id = 'p1'");
  write_sql (fixture, "Remove a faculty", "DELETE FROM faculty WHERE id = 'f2'");
  g_free (ceci_register_undo (fixture->reg, NULL, NULL));
  g_assert_nonnull (ceci_register_write (fixture->reg, "Add a document", put, (gpointer) "abc", NULL));
}

static void
convert (GConverter *converter, const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GFileInputStream) input = g_file_read (source, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GFileOutputStream) output = g_file_replace (target, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GOutputStream) converted = g_converter_output_stream_new (G_OUTPUT_STREAM (output), converter);

  g_output_stream_splice (converted, G_INPUT_STREAM (input),
                          G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
}

static void
stored_set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *stored = g_build_filename (g_getenv ("CECI_TEST_DATA"), "register-v1.ceci.gz", NULL);
  g_autoptr (GZlibDecompressor) gunzip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);

  fixture->folder = g_dir_make_tmp ("ceci-test-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "register.ceci", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  fixture->entropy = ceci_entropy_new_seeded (2, "2027-01-01");
  convert (G_CONVERTER (gunzip), stored, fixture->path);
}

static void
test_stored_file_opens (Fixture *fixture, gconstpointer data)
{
  fixture_open (fixture, 0);
  assert_sound (fixture, STEPS_STORED);
  assert_reads (fixture, "SELECT first_name || ' ' || usual_first_name FROM person", "Élodie Élo");
  assert_reads (fixture, "SELECT group_concat (code) FROM (SELECT code FROM faculty ORDER BY position)", "SCI,DRO");
  assert_reads (fixture, "SELECT CAST (bytes AS TEXT) FROM blob JOIN setting ON value = sha256", "abc");
  g_assert_cmpstr (ceci_register_get_undo_label (fixture->reg), ==, "Add a document");
  g_free (ceci_register_undo (fixture->reg, NULL, NULL));
  write_sql (fixture, "Add another", "INSERT INTO faculty VALUES ('f3', 'MED', 'Médecine', 'Medicine', 3)");
  assert_sound (fixture, STEPS_STORED + 2);
}

// A released version is never edited: what it lacks comes with the next.
static void
test_version_1_is_what_it_was (Fixture *fixture, gconstpointer data)
{
  Fixture fresh = {0};

  fixture_set_up (&fresh, NULL);
  fixture_open (fixture, 0);
  g_autofree char *schema = read_sql (fixture, SCHEMA);
  assert_reads (&fresh, SCHEMA, schema);
  fixture_tear_down (&fresh, NULL);
}

static const char *const second =
    "ALTER TABLE person ADD COLUMN pronoun TEXT;"
    "UPDATE person SET pronoun = 'elle';"
    "CREATE TABLE badge (id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person (id)) STRICT;";

static void
test_is_brought_forward (Fixture *fixture, gconstpointer data)
{
  const char *scripts[] = {ceci_migrations ()[0], second, NULL};
  g_autofree char *backup = g_build_filename (fixture->folder, "register (before version 2).ceci", NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  guint n_steps;
  g_autoptr (CeciDatabase) database = ceci_database_open (fixture->path, CECI_DATABASE_WRITE, fixture->entropy, &error);

  g_assert_no_error (error);
  g_assert_true (ceci_migrations_check (database, scripts, TRUE, &error));
  g_assert_false (ceci_migrations_check (database, scripts, FALSE, &error));
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_true (ceci_migrations_upgrade (database, scripts, &error));
  g_assert_true (ceci_migrations_upgrade (database, scripts, &error)); // nothing more to do
  g_assert_cmpint (ceci_database_integer (database, &error, "PRAGMA user_version", ""), ==, 2);
  g_autofree char *pronoun = ceci_database_text (database, &error, "SELECT pronoun FROM person", "");
  g_assert_cmpstr (pronoun, ==, "elle");
  g_assert_true (ceci_journal_check_triggers (database, problems, &error)); // the new table and column are watched
  g_assert_true (ceci_journal_verify (database, &n_steps, problems, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (n_steps, ==, STEPS_STORED);

  g_autoptr (CeciDatabase) before = ceci_database_open (backup, 0, fixture->entropy, &error);
  g_assert_no_error (error);
  g_autofree char *version = ceci_database_text (before, &error, "PRAGMA user_version", "");
  g_assert_cmpstr (version, ==, "1");
}

static void
test_failure_changes_nothing (Fixture *fixture, gconstpointer data)
{
  const char *scripts[] = {ceci_migrations ()[0], "ALTER TABLE person ADD COLUMN pronoun TEXT; DROP TABLE nothing;",
                           NULL};
  g_autoptr (GError) error = NULL;
  CeciDatabase *database = ceci_database_open (fixture->path, CECI_DATABASE_WRITE, fixture->entropy, &error);

  g_assert_no_error (error);
  g_assert_false (ceci_migrations_upgrade (database, scripts, &error));
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_FAILED);
  ceci_database_close (database);
  fixture_open (fixture, 0);
  assert_sound (fixture, STEPS_STORED);
}

static void
test_newer_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CeciDatabase *database = ceci_database_open (fixture->path, CECI_DATABASE_WRITE, fixture->entropy, &error);

  g_assert_true (ceci_database_execute (database, "PRAGMA user_version = 99", &error));
  ceci_database_close (database);
  g_assert_null (ceci_register_open (fixture->file, 0, NULL, NULL, &error));
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NEWER);
}

static void
test_foreign_is_refused (Fixture *fixture, gconstpointer data)
{
  static const char *const contents[] = {"", "hello", "SQLite format 3", NULL};
  g_autoptr (GError) error = NULL;

  for (guint i = 0; contents[i] != NULL; i++) {
    g_assert_true (g_file_set_contents (fixture->path, contents[i], -1, NULL));
    g_assert_null (ceci_register_open (fixture->file, 0, NULL, NULL, &error));
    g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NOT_A_REGISTER);
    g_clear_error (&error);
  }
  g_unlink (fixture->path);
  CeciDatabase *other = ceci_database_open (fixture->path, CECI_DATABASE_CREATE, fixture->entropy, &error);
  g_assert_true (ceci_database_execute (other, "CREATE TABLE person (id TEXT)", &error));
  ceci_database_close (other);
  g_assert_null (ceci_register_open (fixture->file, 0, NULL, NULL, &error));
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NOT_A_REGISTER);
}

static int
make (const char *path)
{
  Fixture fixture = {0};
  g_autoptr (GZlibCompressor) gzip = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);

  fixture_set_up (&fixture, NULL);
  fill (&fixture);
  ceci_register_close (fixture.reg);
  convert (G_CONVERTER (gzip), fixture.path, path);
  fixture_tear_down (&fixture, NULL);
  return 0;
}

#define add(path, function) g_test_add (path, Fixture, NULL, stored_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  const char *wanted = g_getenv ("CECI_MAKE_REGISTER");

  g_test_init (&argc, &argv, NULL);
  if (wanted != NULL)
    return make (wanted);
  add ("/migrations/stored-file-opens", test_stored_file_opens);
  add ("/migrations/version-1-is-what-it-was", test_version_1_is_what_it_was);
  add ("/migrations/is-brought-forward", test_is_brought_forward);
  add ("/migrations/failure-changes-nothing", test_failure_changes_nothing);
  add ("/migrations/newer-is-refused", test_newer_is_refused);
  add ("/migrations/foreign-is-refused", test_foreign_is_refused);
  return g_test_run ();
}
