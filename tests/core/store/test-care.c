// SPDX-License-Identifier: GPL-3.0-or-later
// Backups are whole and verified, restoring keeps what stood there, and damage is found.
#include <unistd.h>

#include "store-fixture.h"

#include <string.h>

#define ADD "INSERT INTO faculty VALUES ('f1', 'SCI', 'Sciences', 'Sciences', 1)"

static GFile *
beside (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  return g_file_new_for_path (path);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
assert_name (GFile *file, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) reg = ceci_register_open (file, CECI_REGISTER_READ_ONLY, NULL, NULL, &error);

  g_assert_no_error (error);
  g_autofree char *name = ceci_register_read (reg, query_text, (gpointer) "SELECT name_fr FROM faculty", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, expected);
}

static void
test_backup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) backup = beside (fixture, "backup.ceci");

  write_sql (fixture, "Add", ADD);
  g_assert_true (ceci_register_backup (fixture->reg, backup, &error));
  g_assert_no_error (error);
  assert_name (backup, "Sciences");
  write_sql (fixture, "Rename", "UPDATE faculty SET name_fr = 'Autre'");
  g_assert_true (ceci_register_backup (fixture->reg, backup, &error)); // replaces the older one
  assert_name (backup, "Autre");
  g_assert_false (ceci_register_backup (fixture->reg, fixture->file, &error));
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_LOCKED);
  ceci_register_close (fixture->reg);
  g_assert_cmpuint (count_files (fixture), ==, 2); // nothing half or forgotten
}

static void
test_unsound_register_makes_no_backup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) backup = beside (fixture, "backup.ceci");

  write_sql (fixture, "Add", ADD);
  write_sql (fixture, "Alter", "UPDATE change SET new = '{}'");
  g_assert_false (ceci_register_backup (fixture->reg, backup, &error));
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_DAMAGED);
  g_assert_false (g_file_query_exists (backup, NULL));
}

static void
test_restore (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) backup = beside (fixture, "backup.ceci");
  g_autoptr (GFile) elsewhere = beside (fixture, "rentrée n° 1, 100 % ?#&=.ceci");

  write_sql (fixture, "Add", ADD);
  g_assert_true (ceci_register_backup (fixture->reg, backup, &error));
  write_sql (fixture, "Rename", "UPDATE faculty SET name_fr = 'Autre'");
  g_assert_false (ceci_register_restore (backup, fixture->file, &error));
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_LOCKED);
  g_clear_error (&error);
  ceci_register_close (fixture->reg);
  g_assert_true (ceci_register_restore (backup, fixture->file, &error));
  g_assert_no_error (error);
  assert_name (fixture->file, "Sciences");
  g_assert_cmpuint (count_files (fixture), ==, 3); // the register, the backup, and what stood there

  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    if (strstr (name, "replaced") != NULL) {
      g_autoptr (GFile) kept = beside (fixture, name);

      assert_name (kept, "Autre");
    }
  g_assert_true (ceci_register_restore (backup, elsewhere, &error));
  assert_name (elsewhere, "Sciences");
  fixture_reopen (fixture);
  assert_sound (fixture, 1);
}

// A register has one lock, whatever name it is reached by.
static void
test_restore_through_a_link (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) backup = beside (fixture, "backup.ceci");
  g_autoptr (GFile) other_name = beside (fixture, "link.ceci");

  write_sql (fixture, "Add", ADD);
  g_assert_true (ceci_register_backup (fixture->reg, backup, &error));
  g_assert_no_errno (symlink (fixture->path, g_file_peek_path (other_name)));
  write_sql (fixture, "Rename", "UPDATE faculty SET name_fr = 'Autre'");
  g_assert_false (ceci_register_restore (backup, other_name, &error));
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_false (ceci_register_backup (fixture->reg, other_name, &error));
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_LOCKED);
  g_clear_error (&error);
  ceci_register_close (fixture->reg);
  g_assert_true (ceci_register_restore (backup, other_name, &error));
  g_assert_no_error (error);
  assert_name (fixture->file, "Sciences");
  g_assert_true (g_file_test (g_file_peek_path (other_name), G_FILE_TEST_IS_SYMLINK));
  fixture_reopen (fixture);
  assert_sound (fixture, 1);
}

static void
test_restore_refuses_what_is_no_backup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) other = beside (fixture, "other.ceci");

  write_sql (fixture, "Add", ADD);
  ceci_register_close (fixture->reg);
  g_assert_false (ceci_register_restore (other, fixture->file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (g_file_peek_path (other), "not a backup, only some words", -1, NULL));
  g_assert_false (ceci_register_restore (other, fixture->file, &error));
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NOT_A_REGISTER);
  assert_name (fixture->file, "Sciences");
  g_assert_cmpuint (count_files (fixture), ==, 2);
}

static void
assert_unsound (Fixture *fixture, const char *sentence)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ceci_register_integrity (fixture->reg, &problems, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, >, 0);
  g_assert_nonnull (strstr (problems->pdata[0], sentence));
}

static gpointer
put (CeciDatabase *database, gpointer bytes, GError **error)
{
  return ceci_database_put_blob (database, bytes, error);
}

static gpointer
get (CeciDatabase *database, gpointer sha256, GError **error)
{
  return ceci_database_get_blob (database, sha256, error);
}

static void
test_documents (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) small = g_bytes_new_static ("abc", 3), empty = g_bytes_new_static ("", 0);
  g_autofree guint8 *many = g_malloc0 (3 * 1024 * 1024 + 17);
  g_autoptr (GBytes) large = g_bytes_new (many, 3 * 1024 * 1024 + 17);
  g_autofree char *sha = ceci_register_write (fixture->reg, "Put", put, small, &error);
  g_autofree char *again = ceci_register_write (fixture->reg, "Put", put, small, &error);
  g_autofree char *nothing = ceci_register_write (fixture->reg, "Put", put, empty, &error);
  g_autofree char *big = ceci_register_write (fixture->reg, "Put", put, large, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (sha, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_assert_cmpstr (again, ==, sha);
  g_autoptr (GBytes) back = ceci_register_read (fixture->reg, get, big, &error);
  g_autoptr (GBytes) none = ceci_register_read (fixture->reg, get, nothing, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (back, large));
  g_assert_cmpuint (g_bytes_get_size (none), ==, 0);
  g_assert_null (ceci_register_read (fixture->reg, get, (gpointer) "00", &error));
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NOT_FOUND);
  assert_sound (fixture, 0);
  write_sql (fixture, "Alter", "UPDATE blob SET bytes = CAST ('abd' AS BLOB) WHERE size = 3");
  assert_unsound (fixture, "ba7816bf8f01");
}

static void
test_missing_trigger_is_found (Fixture *fixture, gconstpointer data)
{
  write_sql (fixture, "Cheat", "DROP TRIGGER journal_update_person");
  assert_unsound (fixture, "journal_update_person");
}

static void
test_foreign_trigger_is_found (Fixture *fixture, gconstpointer data)
{
  write_sql (fixture, "Cheat", "CREATE TRIGGER mine AFTER INSERT ON person BEGIN DELETE FROM change; END");
  assert_unsound (fixture, "rules of its own");
}

static void
test_damaged_pages_are_found (Fixture *fixture, gconstpointer data)
{
  g_autofree char *contents = NULL;
  gsize length;

  for (guint i = 0; i < 300; i++) {
    g_autofree char *sql = g_strdup_printf ("INSERT INTO setting VALUES ('s%u', '%0200u')", i, i);

    write_sql (fixture, "Add", sql);
  }
  ceci_register_close (fixture->reg);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  for (gsize at = length - 20 * 4096; at < length - 4 * 4096; at++) // the newest pages, not the schema
    contents[at] = (char) (at * 7);
  g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) length, NULL));
  g_clear_object (&fixture->reg);
  fixture_open (fixture, CECI_REGISTER_READ_ONLY);
  assert_unsound (fixture, "damaged");
}

#define add(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/care/backup", test_backup);
  add ("/care/unsound-register-makes-no-backup", test_unsound_register_makes_no_backup);
  add ("/care/restore", test_restore);
  add ("/care/restore-through-a-link", test_restore_through_a_link);
  add ("/care/restore-refuses-what-is-no-backup", test_restore_refuses_what_is_no_backup);
  add ("/care/documents", test_documents);
  add ("/care/missing-trigger-is-found", test_missing_trigger_is_found);
  add ("/care/foreign-trigger-is-found", test_foreign_trigger_is_found);
  add ("/care/damaged-pages-are-found", test_damaged_pages_are_found);
  return g_test_run ();
}
