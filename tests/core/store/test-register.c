// SPDX-License-Identifier: GPL-3.0-or-later
// The register: what is written is there, told and whole; what failed is not; who may write; nothing hangs at the end.
#include "store-fixture.h"

#define ADD_FACULTY "INSERT INTO faculty VALUES ('f1', 'SCI', 'Sciences', 'Sciences', 1)"

static void
test_writes_and_reads (Fixture *fixture, gconstpointer data)
{
  write_sql (fixture, "Add a faculty", ADD_FACULTY);
  assert_reads (fixture, "SELECT name_fr FROM faculty WHERE id = 'f1'", "Sciences");
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpstr (ceci_changes_get_label (fixture->last), ==, "Add a faculty");
  g_assert_cmpint (ceci_changes_get_kind (fixture->last), ==, CECI_STEP_DO);
  g_assert_cmpuint (ceci_changes_get_size (fixture->last), ==, 1);
  g_assert_true (ceci_changes_touches_table (fixture->last, "faculty"));
  g_assert_false (ceci_changes_touches_table (fixture->last, "person"));
  g_assert_true (ceci_changes_touches_row (fixture->last, "faculty", "f1"));
  g_assert_false (ceci_changes_touches_row (fixture->last, "faculty", "f2"));
  fixture_reopen (fixture);
  assert_reads (fixture, "SELECT name_fr FROM faculty WHERE id = 'f1'", "Sciences");
  assert_sound (fixture, 1);
}

static gpointer
write_then_fail (CeciDatabase *database, gpointer data, GError **error)
{
  g_assert_true (ceci_database_is_writable (database));
  g_assert_true (ceci_database_execute (database, ADD_FACULTY, NULL));
  g_set_error_literal (error, CECI_STORE_ERROR, CECI_STORE_ERROR_INVALID, "No.");
  return NULL;
}

static void
test_failure_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ceci_register_write (fixture->reg, "Fail", write_then_fail, NULL, &error));
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_INVALID);
  assert_reads (fixture, "SELECT count (*) FROM faculty", "0");
  assert_reads (fixture, "SELECT count (*) FROM step", "0");
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  write_sql (fixture, "Add a faculty", ADD_FACULTY);
  assert_sound (fixture, 1);
}

static void
test_contradiction_is_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  write_sql (fixture, "Add a faculty", ADD_FACULTY);
  ceci_register_write (fixture->reg, "Again", run_script, (gpointer) ADD_FACULTY, &error);
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  ceci_register_write (fixture->reg, "No such reference", run_script,
                       (gpointer) "INSERT INTO criterion VALUES ('c', 'none', 1, 'a', 'b', 'c', 1, 1, 0)", &error);
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_CONSTRAINT);
  assert_sound (fixture, 1);
}

static void
test_nothing_changed_is_no_step (Fixture *fixture, gconstpointer data)
{
  write_sql (fixture, "Add a faculty", ADD_FACULTY);
  write_sql (fixture, "Touch it", "UPDATE faculty SET name_fr = name_fr");
  write_sql (fixture, "Look", "SELECT * FROM faculty");
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  assert_reads (fixture, "SELECT count (*) FROM step", "1");
}

static void
test_reading_work_cannot_write (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ceci_register_read (fixture->reg, run_script, (gpointer) ADD_FACULTY, &error));
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_READ_ONLY);
  assert_reads (fixture, "SELECT count (*) FROM faculty", "0");
}

static gpointer
read_from_outside (CeciDatabase *database, gpointer data, GError **error)
{
  Fixture *fixture = data;

  g_assert_true (ceci_database_execute (database, ADD_FACULTY, NULL));
  return read_sql (fixture, "SELECT count (*) FROM faculty");
}

static void
test_reading_does_not_wait_for_writing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *seen = ceci_register_write (fixture->reg, "Add", read_from_outside, fixture, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (seen, ==, "0");
  assert_reads (fixture, "SELECT count (*) FROM faculty", "1");
}

typedef struct {
  GMainLoop *loop;
  Fixture *fixture;
  guint changed_before;
  char *text;
  GError *error;
} Waiting;

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;

  ceci_register_write_finish (CECI_REGISTER (source), result, &waiting->error);
  waiting->changed_before = waiting->fixture->n_changed;
  g_main_loop_quit (waiting->loop);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;

  waiting->text = ceci_register_read_finish (CECI_REGISTER (source), result, &waiting->error);
  g_main_loop_quit (waiting->loop);
}

static void
test_asynchronously (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Waiting waiting = {.loop = loop, .fixture = fixture};

  ceci_register_write_async (fixture->reg, "Add a faculty", run_script, g_strdup (ADD_FACULTY), g_free, NULL, NULL,
                             on_written, &waiting);
  g_main_loop_run (loop);
  g_assert_no_error (waiting.error);
  g_assert_cmpuint (waiting.changed_before, ==, 1);
  g_assert_cmpstr (ceci_register_get_undo_label (fixture->reg), ==, "Add a faculty");
  ceci_register_read_async (fixture->reg, query_text, (gpointer) "SELECT count (*) FROM faculty", NULL, g_free, NULL,
                            on_read, &waiting);
  g_main_loop_run (loop);
  g_assert_no_error (waiting.error);
  g_assert_cmpstr (waiting.text, ==, "1");
  g_free (waiting.text);
}

static void
test_cancelled_before_it_starts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Waiting waiting = {.loop = loop, .fixture = fixture};

  g_cancellable_cancel (cancellable);
  ceci_register_write_async (fixture->reg, "Add a faculty", run_script, g_strdup (ADD_FACULTY), g_free, NULL,
                             cancellable, on_written, &waiting);
  g_main_loop_run (loop);
  g_assert_error (waiting.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&waiting.error);
  assert_reads (fixture, "SELECT count (*) FROM faculty", "0");
}

static void
test_closing_finishes_what_was_asked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 50; i++)
    ceci_register_write_async (fixture->reg, "Add", run_script,
                               g_strdup_printf ("INSERT INTO setting VALUES ('s%u', 'x')", i), g_free, NULL, NULL, NULL,
                               NULL);
  ceci_register_close (fixture->reg);
  ceci_register_close (fixture->reg);
  g_assert_null (ceci_register_read (fixture->reg, query_text, (gpointer) "SELECT 1", &error));
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_FAILED);
  g_clear_error (&error);
  ceci_register_write (fixture->reg, "Late", run_script, (gpointer) ADD_FACULTY, &error);
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_FAILED);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (fixture->n_changed, ==, 50);
  fixture_reopen (fixture);
  assert_reads (fixture, "SELECT count (*) FROM setting", "50");
}

static void
test_last_reference_may_go_on_the_thread (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 20; i++) {
    ceci_register_write_async (fixture->reg, "Add", run_script, g_strdup ("SELECT 1"), g_free, NULL, NULL, NULL, NULL);
    ceci_register_read_async (fixture->reg, query_text, (gpointer) "SELECT 1", NULL, g_free, NULL, NULL, NULL);
    g_clear_object (&fixture->reg);
    // the lock goes with the last connection: what was asked holds the register, then a thread may still be closing it
    for (gboolean held = TRUE; held; held = ceci_register_is_read_only (fixture->reg)) {
      g_clear_object (&fixture->reg);
      g_main_context_iteration (NULL, FALSE);
      fixture_open (fixture, 0);
    }
  }
}

static gpointer
write_from_thread (gpointer data)
{
  write_sql (data, "Add a faculty", ADD_FACULTY);
  return NULL;
}

static void
test_changed_comes_to_the_opener (Fixture *fixture, gconstpointer data)
{
  g_thread_join (g_thread_new ("other", write_from_thread, fixture));
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  while (fixture->n_changed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (ceci_register_get_undo_label (fixture->reg), ==, "Add a faculty");
}

static void
test_second_one_reads_and_is_told_who (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) second = ceci_register_open (fixture->file, 0, "Paul", NULL, &error);

  g_assert_no_error (error);
  g_assert_true (ceci_register_is_read_only (second));
  g_assert_true (g_str_has_prefix (ceci_register_get_holder (second), "Marie on "));
  g_assert_false (ceci_register_is_read_only (fixture->reg));
  g_assert_null (ceci_register_get_holder (fixture->reg));
  write_sql (fixture, "Add a faculty", ADD_FACULTY);
  g_autofree char *seen = ceci_register_read (second, query_text, (gpointer) "SELECT count (*) FROM faculty", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (seen, ==, "1");
  ceci_register_write (second, "Add", run_script, (gpointer) ADD_FACULTY, &error);
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_LOCKED);
  ceci_register_close (fixture->reg);
  g_clear_object (&second);
  fixture_reopen (fixture);
  g_assert_false (ceci_register_is_read_only (fixture->reg));
}

static void
test_same_seed_same_register (Fixture *fixture, gconstpointer data)
{
  static const char *const dump = "SELECT group_concat (id || at || who || label || label_salt || digest) || (SELECT "
                                  "group_concat (row_id || salt || new) "
                                  "FROM change) FROM step";
  Fixture other = {0};

  fixture_set_up (&other, NULL);
  write_sql (fixture, "Add a faculty", ADD_FACULTY);
  write_sql (&other, "Add a faculty", ADD_FACULTY);
  g_autofree char *first = read_sql (fixture, dump);
  assert_reads (&other, dump, first);
  fixture_tear_down (&other, NULL);
}

static void
test_opening_what_is_not_there (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "none.ceci", NULL);
  g_autoptr (GFile) missing = g_file_new_for_path (path);

  g_assert_null (ceci_register_open (missing, 0, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (ceci_register_open (fixture->file, CECI_REGISTER_CREATE, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
}

// SQLite would read the log of a register that was deleted by hand into a new one of the same name.
static void
test_log_left_behind_is_put_aside (Fixture *fixture, gconstpointer data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *contents = NULL;
  gsize length;

  write_sql (fixture, "Add a faculty", ADD_FACULTY);
  g_assert_true (g_file_get_contents (log, &contents, &length, NULL));
  g_clear_object (&fixture->reg);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_true (g_file_set_contents (log, contents, (gssize) length, NULL));
  fixture_open (fixture, CECI_REGISTER_CREATE);
  assert_reads (fixture, "SELECT count (*) FROM faculty", "0");
  assert_sound (fixture, 0);
}

#define add(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/register/writes-and-reads", test_writes_and_reads);
  add ("/register/failure-leaves-nothing", test_failure_leaves_nothing);
  add ("/register/contradiction-is-told", test_contradiction_is_told);
  add ("/register/nothing-changed-is-no-step", test_nothing_changed_is_no_step);
  add ("/register/reading-work-cannot-write", test_reading_work_cannot_write);
  add ("/register/reading-does-not-wait-for-writing", test_reading_does_not_wait_for_writing);
  add ("/register/asynchronously", test_asynchronously);
  add ("/register/cancelled-before-it-starts", test_cancelled_before_it_starts);
  add ("/register/closing-finishes-what-was-asked", test_closing_finishes_what_was_asked);
  add ("/register/last-reference-may-go-on-the-thread", test_last_reference_may_go_on_the_thread);
  add ("/register/changed-comes-to-the-opener", test_changed_comes_to_the_opener);
  add ("/register/second-one-reads-and-is-told-who", test_second_one_reads_and_is_told_who);
  add ("/register/same-seed-same-register", test_same_seed_same_register);
  add ("/register/opening-what-is-not-there", test_opening_what_is_not_there);
  add ("/register/log-left-behind-is-put-aside", test_log_left_behind_is_put_aside);
  return g_test_run ();
}
