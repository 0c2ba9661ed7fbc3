// SPDX-License-Identifier: GPL-3.0-or-later
// The journal: every change is in it, nothing in it can be altered unseen. Erasing is in test-erasing.c.
#include "store-fixture.h"

#include "core/store/ceci-journal.h"

#define ADD "INSERT INTO faculty VALUES ('f1', 'SCI', 'Sciences', 'Sciences', 1)"

static void
three_steps (Fixture *fixture)
{
  write_sql (fixture, "Add the Sciences", ADD);
  write_sql (fixture, "Rename the Sciences", "UPDATE faculty SET name_fr = 'Faculté des Sciences' WHERE id = 'f1'");
  write_sql (fixture, "Remove the Sciences", "DELETE FROM faculty");
}

static void
test_every_change_is_in_it (Fixture *fixture, gconstpointer data)
{
  three_steps (fixture);
  assert_reads (fixture, "SELECT group_concat (operation || ' ' || table_name || ' ' || row_id, ', ') FROM change",
                "insert faculty f1, update faculty f1, delete faculty f1");
  assert_reads (fixture, "SELECT new FROM change WHERE step_seq = 1",
                "{\"id\":\"f1\",\"code\":\"SCI\",\"name_fr\":\"Sciences\",\"name_en\":\"Sciences\",\"position\":1}");
  assert_reads (fixture,
                "SELECT json_extract (old, '$.name_fr') || ' > ' || json_extract (new, '$.name_fr') FROM change WHERE "
                "step_seq = 2",
                "Sciences > Faculté des Sciences");
  assert_reads (fixture, "SELECT new FROM change WHERE step_seq = 3", NULL);
  assert_reads (fixture, "SELECT at || ' ' || who FROM step WHERE seq = 1", "2026-11-23T09:00:00.000Z Marie");
  assert_sound (fixture, 3);
}

static void
test_replacing_is_deleting_and_inserting (Fixture *fixture, gconstpointer data)
{
  write_sql (fixture, "Add", ADD);
  write_sql (fixture, "Replace", "INSERT OR REPLACE INTO faculty VALUES ('f1', 'SCI', 'Autres', 'Others', 2)");
  assert_reads (fixture, "SELECT group_concat (operation, ', ') FROM change WHERE step_seq = 2", "delete, insert");
}

static void
test_every_table_is_watched (Fixture *fixture, gconstpointer data)
{
  assert_reads (
      fixture,
      "SELECT group_concat (t.name) FROM sqlite_schema t WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND "
      "(SELECT count (*) FROM sqlite_schema g WHERE g.type = 'trigger' AND g.tbl_name = t.name) <> 3",
      "step,change,blob,redaction");
}

static void
test_ids_never_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  write_sql (fixture, "Add", ADD);
  ceci_register_write (fixture->reg, "Renumber", run_script, (gpointer) "UPDATE faculty SET id = 'f2'", &error);
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_CONSTRAINT);
}

static guint
breaks (Fixture *fixture)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ceci_register_verify_journal (fixture->reg, NULL, &problems, &error));
  g_assert_no_error (error);
  return problems->len;
}

static void
test_alterations_are_found (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *alter, *restore;
  } cases[] = {
      {"UPDATE change SET new = replace (new, 'SCI', 'DRO') WHERE step_seq = 1",
       "UPDATE change SET new = replace (new, 'DRO', 'SCI') WHERE step_seq = 1"},
      {"UPDATE change SET old = NULL WHERE step_seq = 3", NULL},
      {"UPDATE step SET who = 'Paul' WHERE seq = 2", "UPDATE step SET who = 'Marie' WHERE seq = 2"},
      {"UPDATE step SET label = 'Nothing' WHERE seq = 2",
       "UPDATE step SET label = 'Rename the Sciences' WHERE seq = 2"},
      {"UPDATE step SET at = '2026-11-24T09:00:00.000Z' WHERE seq = 3", NULL},
      {"DELETE FROM step WHERE seq = 2", NULL},
      {"DELETE FROM change WHERE step_seq = 1", NULL},
      {"INSERT INTO change (step_seq, ordinal, table_name, row_id, operation) VALUES (2, 2, 'faculty', 'f9', 'delete')",
       NULL},
  };

  three_steps (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    write_sql (fixture, "Alter", cases[i].alter);
    g_assert_cmpuint (breaks (fixture), >, 0);
    if (cases[i].restore != NULL) {
      write_sql (fixture, "Restore", cases[i].restore);
      g_assert_cmpuint (breaks (fixture), ==, 0);
    } else {
      fixture_tear_down (fixture, NULL);
      *fixture = (Fixture) {0};
      fixture_set_up (fixture, NULL);
      three_steps (fixture);
    }
  }
}

typedef struct {
  const char *const *rows;
  guint limit;
} Asked;

static gpointer
list (CeciDatabase *database, gpointer data, GError **error)
{
  Asked *asked = data;

  return ceci_journal_list (database, asked->rows, asked->limit, error);
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Asked all = {NULL, 0}, newest = {NULL, 1}, one_row = {(const char *const[]) {"f2", "none", NULL}, 0};

  three_steps (fixture);
  write_sql (fixture, "Add two",
             "INSERT INTO faculty VALUES ('f2', 'DRO', 'Droit', 'Law', 2), ('f3', 'MED', 'M', 'M', 3)");
  g_free (ceci_register_undo (fixture->reg, NULL, NULL));
  g_autoptr (GListModel) steps = ceci_register_read (fixture->reg, list, &all, &error);
  g_autoptr (GListModel) last = ceci_register_read (fixture->reg, list, &newest, &error);
  g_autoptr (GListModel) about = ceci_register_read (fixture->reg, list, &one_row, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (steps), ==, 5);
  g_assert_cmpuint (g_list_model_get_n_items (last), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (about), ==, 2);

  g_autoptr (CeciStep) undo = g_list_model_get_item (last, 0);
  g_autoptr (CeciStep) undone = g_list_model_get_item (about, 1);
  g_autoptr (CeciStep) oldest = g_list_model_get_item (steps, 4);
  g_assert_cmpint (ceci_step_get_kind (undo), ==, CECI_STEP_UNDO);
  g_assert_cmpint (ceci_step_get_sequence (undo), ==, 5);
  g_assert_cmpstr (ceci_step_get_label (undone), ==, "Add two");
  g_assert_true (ceci_step_is_reverted (undone));
  g_assert_cmpuint (ceci_step_get_n_changes (undone), ==, 2);
  g_assert_false (ceci_step_is_reverted (oldest));
  g_assert_cmpstr (ceci_step_get_who (oldest), ==, "Marie");
}

#define add(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/journal/every-change-is-in-it", test_every_change_is_in_it);
  add ("/journal/replacing-is-deleting-and-inserting", test_replacing_is_deleting_and_inserting);
  add ("/journal/every-table-is-watched", test_every_table_is_watched);
  add ("/journal/ids-never-change", test_ids_never_change);
  add ("/journal/alterations-are-found", test_alterations_are_found);
  add ("/journal/list", test_list);
  return g_test_run ();
}
