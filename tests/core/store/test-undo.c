// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo: new steps that bring rows back, and refuse where something changed since.
#include "store-fixture.h"

#define ADD "INSERT INTO faculty VALUES ('f1', 'SCI', 'Sciences', 'Sciences', 1)"
#define RENAME "UPDATE faculty SET name_fr = 'Faculté des Sciences' WHERE id = 'f1'"

static void
undo (Fixture *fixture, const char *label)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *undone = ceci_register_undo (fixture->reg, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (undone, ==, label);
}

static void
redo (Fixture *fixture, const char *label)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *redone = ceci_register_redo (fixture->reg, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (redone, ==, label);
}

static void
assert_labels (Fixture *fixture, const char *to_undo, const char *to_redo)
{
  g_assert_cmpstr (ceci_register_get_undo_label (fixture->reg), ==, to_undo);
  g_assert_cmpstr (ceci_register_get_redo_label (fixture->reg), ==, to_redo);
}

static void
test_back_and_forth (Fixture *fixture, gconstpointer data)
{
  static const char *const name = "SELECT name_fr FROM faculty WHERE id = 'f1'";

  assert_labels (fixture, NULL, NULL);
  write_sql (fixture, "Add", ADD);
  write_sql (fixture, "Rename", RENAME);
  write_sql (fixture, "Remove", "DELETE FROM faculty");
  assert_labels (fixture, "Remove", NULL);
  undo (fixture, "Remove");
  g_assert_cmpint (ceci_changes_get_kind (fixture->last), ==, CECI_STEP_UNDO);
  assert_reads (fixture, name, "Faculté des Sciences");
  assert_labels (fixture, "Rename", "Remove");
  undo (fixture, "Rename");
  assert_reads (fixture, name, "Sciences");
  undo (fixture, "Add");
  assert_reads (fixture, name, NULL);
  assert_labels (fixture, NULL, "Add");
  redo (fixture, "Add");
  redo (fixture, "Rename");
  assert_reads (fixture, name, "Faculté des Sciences");
  undo (fixture, "Rename");
  redo (fixture, "Rename");
  redo (fixture, "Remove");
  assert_reads (fixture, name, NULL);
  assert_labels (fixture, "Remove", NULL);
  assert_sound (fixture, 11);
}

static void
test_a_new_step_ends_redoing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  write_sql (fixture, "Add", ADD);
  undo (fixture, "Add");
  write_sql (fixture, "Add another", "INSERT INTO faculty VALUES ('f2', 'DRO', 'Droit', 'Law', 2)");
  assert_labels (fixture, "Add another", NULL);
  g_assert_null (ceci_register_redo (fixture->reg, &error));
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NOTHING_TO_UNDO);
}

static void
test_nothing_to_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ceci_register_undo (fixture->reg, NULL, &error));
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NOTHING_TO_UNDO);
  g_clear_error (&error);
  g_assert_null (ceci_register_undo (fixture->reg, "no-such-step", &error));
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NOTHING_TO_UNDO);
  assert_reads (fixture, "SELECT count (*) FROM step", "0");
}

static void
test_survives_reopening (Fixture *fixture, gconstpointer data)
{
  write_sql (fixture, "Add", ADD);
  write_sql (fixture, "Rename", RENAME);
  undo (fixture, "Rename");
  fixture_reopen (fixture);
  assert_labels (fixture, "Add", "Rename");
  redo (fixture, "Rename");
  fixture_reopen (fixture);
  assert_labels (fixture, "Rename", NULL);
}

static void
test_an_older_step (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL, *label = NULL;

  write_sql (fixture, "Add", ADD);
  write_sql (fixture, "Add another", "INSERT INTO faculty VALUES ('f2', 'DRO', 'Droit', 'Law', 2)");
  first = read_sql (fixture, "SELECT id FROM step WHERE seq = 1");
  label = ceci_register_undo (fixture->reg, first, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Add");
  assert_reads (fixture, "SELECT group_concat (id) FROM faculty", "f2");
  assert_labels (fixture, "Add another", "Add");
  g_assert_null (ceci_register_undo (fixture->reg, first, &error));
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NOTHING_TO_UNDO);
}

static void
test_conflict_when_changed_since (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;

  write_sql (fixture, "Add", ADD);
  write_sql (fixture, "Rename", RENAME);
  first = read_sql (fixture, "SELECT id FROM step WHERE seq = 1");
  g_assert_null (ceci_register_undo (fixture->reg, first, &error));
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_CONFLICT);
  assert_reads (fixture, "SELECT name_fr FROM faculty", "Faculté des Sciences");
  assert_labels (fixture, "Rename", NULL);
  assert_sound (fixture, 2);
}

static void
test_conflict_when_others_depend (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;

  write_sql (fixture, "Add a grid", "INSERT INTO grid VALUES ('g', 'Grid', 1, '2026-01-01')");
  write_sql (fixture, "Add a criterion", "INSERT INTO criterion VALUES ('c', 'g', 1, 'A', 'a', 'a', 15, 1, 0)");
  first = read_sql (fixture, "SELECT id FROM step WHERE seq = 1");
  g_assert_null (ceci_register_undo (fixture->reg, first, &error));
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_CONFLICT);
  assert_reads (fixture, "SELECT count (*) FROM grid", "1");
  assert_sound (fixture, 2);
}

static void
test_conflict_when_a_name_was_taken (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  write_sql (fixture, "Add", ADD);
  write_sql (fixture, "Remove", "DELETE FROM faculty");
  undo (fixture, "Remove");
  redo (fixture, "Remove");
  write_sql (fixture, "Add another", "INSERT INTO faculty VALUES ('f2', 'SCI', 'Autre', 'Other', 2)");
  g_autofree char *removal = read_sql (fixture, "SELECT id FROM step WHERE seq = 2");
  g_assert_null (ceci_register_undo (fixture->reg, removal, &error));
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_CONFLICT);
}

static void
test_rows_that_refer_to_each_other (Fixture *fixture, gconstpointer data)
{
  write_sql (
      fixture, "Add a grid and its criteria",
      "INSERT INTO grid VALUES ('g', 'Grid', 1, '2026-01-01');"
      "INSERT INTO criterion VALUES ('c1', 'g', 1, 'A', 'a', 'a', 15, 1, 0), ('c2', 'g', 2, 'B', 'b', 'b', 85, 1, 0);"
      "UPDATE criterion SET weight = 20 WHERE id = 'c1'; DELETE FROM criterion WHERE id = 'c2'");
  undo (fixture, "Add a grid and its criteria");
  assert_reads (fixture, "SELECT (SELECT count (*) FROM grid) + (SELECT count (*) FROM criterion)", "0");
  redo (fixture, "Add a grid and its criteria");
  assert_reads (fixture, "SELECT group_concat (id || weight) FROM criterion", "c120");
  assert_sound (fixture, 3);
}

static void
test_every_type_comes_back (Fixture *fixture, gconstpointer data)
{
  static const char *const whole = "SELECT quote (id) || quote (x) || quote (y) || quote (width) || quote (page) || "
                                   "quote (criterion_id) || quote (text) FROM page_note";

  write_sql (fixture, "Prepare",
             "PRAGMA defer_foreign_keys = ON;"
             "INSERT INTO grid VALUES ('g', 'G', 1, '2026-01-01');"
             "INSERT INTO criterion VALUES ('c', 'g', 1, 'A', 'a', 'a', 9007199254740993, 1, 0);"
             "INSERT INTO regulation (id, title, version, adopted_on, content, grid_id) VALUES ('r', 'R', 1, "
             "'2026-01-01', '{}', 'g');"
             "INSERT INTO cohort (id, name, opens_on, closes_on, starts_on, phase, places, place_value_cents, "
             "regulation_id) VALUES ('co', 'C', '2026-01-01', '2026-01-02', '2026-01-03', 'running', 30, 60000, 'r');"
             "INSERT INTO person (id, family_name, first_name, search_key) VALUES ('p', 'É\"\\', 'A''b', 'k');"
             "INSERT INTO student (id, person_id, cohort_id, application_id, enrolled_on, left_on, state, "
             "state_reason) VALUES ('s', 'p', 'co', NULL, '2026-01-03', NULL, 'enrolled', NULL);"
             "INSERT INTO jury_session (id, name, held_on, cut_off_on, state, grid_id) VALUES ('j', 'J', '2026-06-01', "
             "'2026-05-01', 'reading', 'g');"
             "INSERT INTO juror (id, family_name, first_name, quality) VALUES ('u', 'U', 'V', 'expert');"
             "INSERT INTO dossier VALUES ('d', 'j', 's', '2026-05-02', NULL);"
             "INSERT INTO assignment VALUES ('a', 'd', 'u', 'reader', NULL, NULL);"
             "INSERT INTO review VALUES ('v', 'a', NULL, NULL, NULL, 0);");
  write_sql (fixture, "Note",
             "INSERT INTO page_note VALUES ('n', 'v', 'abc', 3, 0.1, 1.0 / 3.0, 1e-9, 2.0, NULL, 'ligne 1' || "
             "char (10) || '«deux»' || char (0x1f600))");
  g_autofree char *before = read_sql (fixture, whole);
  undo (fixture, "Note");
  redo (fixture, "Note");
  assert_reads (fixture, whole, before);
  undo (fixture, "Note");
  undo (fixture, "Prepare");
  redo (fixture, "Prepare");
  redo (fixture, "Note");
  assert_reads (fixture, whole, before);
  assert_reads (fixture, "SELECT weight FROM criterion", "9007199254740993");
  assert_reads (fixture, "SELECT family_name || first_name FROM person", "É\"\\A'b");
}

// A package that was made is in a juror's hands: its revision is never given to another.
static void
test_what_left_the_office_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  write_sql (fixture, "Prepare",
             "INSERT INTO grid VALUES ('g', 'Grille', 1, '2026-01-01');"
             "INSERT INTO jury_session (id, name, held_on, cut_off_on, state, grid_id) VALUES ('s', 'Jury', "
             "'2026-12-11', '2026-11-20', 'reading', 'g');"
             "INSERT INTO juror (id, family_name, first_name, quality) VALUES ('j', 'Peeters', 'Jan', 'expert');"
             "INSERT INTO session_juror (id, session_id, juror_id) VALUES ('sj', 's', 'j')");
  write_sql (fixture, "Make a package", "INSERT INTO jury_package VALUES ('p', 'sj', 1, '2026-11-21', '{}')");
  g_assert_null (ceci_register_undo (fixture->reg, NULL, &error));
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_CONFLICT);
  assert_reads (fixture, "SELECT revision FROM jury_package", "1");
  assert_sound (fixture, 2);
}

// Back to a point: all of the steps or none, each a step of its own that can be done again.
static void
test_several_steps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  write_sql (fixture, "Add", ADD);
  write_sql (fixture, "Rename", RENAME);
  write_sql (fixture, "Add another", "INSERT INTO faculty VALUES ('f2', 'DRO', 'Droit', 'Law', 2)");
  g_autofree char *first = read_sql (fixture, "SELECT id FROM step WHERE seq = 1");
  g_autofree char *second = read_sql (fixture, "SELECT id FROM step WHERE seq = 2");
  const char *wrong[] = {first, second, NULL}, *right[] = {second, first, NULL};

  g_assert_null (ceci_register_undo_steps (fixture->reg, wrong, &error)); // the first stands under the second
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  assert_sound (fixture, 3);
  guint before = fixture->n_changed;
  g_autofree char *words = ceci_register_undo_steps (fixture->reg, right, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (words, ==, "2 steps");
  g_assert_cmpuint (fixture->n_changed, ==, before + 1); // told of once
  g_assert_true (ceci_changes_touches_row (fixture->last, "faculty", "f1"));
  assert_reads (fixture, "SELECT group_concat (id) FROM faculty", "f2");
  assert_sound (fixture, 5);
  redo (fixture, "Add");
  redo (fixture, "Rename");
  assert_reads (fixture, "SELECT name_fr FROM faculty WHERE id = 'f1'", "Faculté des Sciences");
  fixture_reopen (fixture);
  assert_sound (fixture, 7);
}

#define add(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/undo/back-and-forth", test_back_and_forth);
  add ("/undo/a-new-step-ends-redoing", test_a_new_step_ends_redoing);
  add ("/undo/several-steps", test_several_steps);
  add ("/undo/nothing-to-undo", test_nothing_to_undo);
  add ("/undo/survives-reopening", test_survives_reopening);
  add ("/undo/an-older-step", test_an_older_step);
  add ("/undo/conflict-when-changed-since", test_conflict_when_changed_since);
  add ("/undo/conflict-when-others-depend", test_conflict_when_others_depend);
  add ("/undo/conflict-when-a-name-was-taken", test_conflict_when_a_name_was_taken);
  add ("/undo/rows-that-refer-to-each-other", test_rows_that_refer_to_each_other);
  add ("/undo/what-left-the-office-stays", test_what_left_the_office_stays);
  add ("/undo/every-type-comes-back", test_every_type_comes_back);
  return g_test_run ();
}
