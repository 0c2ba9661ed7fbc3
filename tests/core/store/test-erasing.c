// SPDX-License-Identifier: GPL-3.0-or-later
// Erasing: what is erased is in no table, no past, no label and no byte of the file; the chain still holds, and no undo
// brings it back.
#include "store-fixture.h"

#include "core/store/ceci-erasing.h"
#include "core/store/ceci-journal.h"

#define ADD "INSERT INTO faculty VALUES ('f1', 'SCI', 'Mathurine', 'Sciences', 1)"

typedef struct {
  const char *const *columns; // of faculty; NULL: the rows
  const char *const *ids;
  const char *const *words;
} Erasing;

static gpointer
erase_work (CeciDatabase *database, gpointer data, GError **error)
{
  Erasing *erasing = data;
  gboolean done = erasing->columns != NULL
                      ? ceci_database_erase_columns (database, "faculty", erasing->ids, erasing->columns, error)
                      : ceci_database_erase_rows (database, "faculty", erasing->ids, error);

  return GINT_TO_POINTER (
      done && (erasing->words == NULL || ceci_database_erase_words (database, erasing->ids, erasing->words, error)));
}

static void
erase (Fixture *fixture, Erasing *erasing)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (ceci_register_erase (fixture->reg, "Erase", erase_work, erasing, &error));
  g_assert_no_error (error);
}

static Erasing names = {.columns = (const char *const[]) {"name_fr", NULL},
                        .ids = (const char *const[]) {"f1", NULL},
                        .words = (const char *const[]) {"mathurine", "MARGUERITE", NULL}};
static Erasing rows = {.ids = (const char *const[]) {"f1", NULL}};

static gboolean
stands_in (const char *path, const char *text)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &bytes, &length, NULL))
    return FALSE;
  for (gsize at = 0; at + strlen (text) <= length; at++)
    if (memcmp (bytes + at, text, strlen (text)) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_on_the_disk (Fixture *fixture, const char *text)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

  return stands_in (fixture->path, text) || stands_in (log, text);
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
three_steps (Fixture *fixture)
{
  write_sql (fixture, "Add Mathurine", ADD);
  write_sql (fixture, "Call mathurine Marguerite, not marguerites",
             "UPDATE faculty SET name_fr = 'Marguerite', name_en = 'Law' WHERE id = 'f1'");
  write_sql (fixture, "Add the others", "INSERT INTO faculty VALUES ('f2', 'DRO', 'Droit', 'Law', 2)");
}

// erasure-request: the values are nowhere, what stood beside them stays, and the journal verifies.
static void
test_columns (Fixture *fixture, gconstpointer data)
{
  three_steps (fixture);
  g_assert_true (is_on_the_disk (fixture, "Mathurine"));
  g_assert_true (is_on_the_disk (fixture, "Marguerite"));
  erase (fixture, &names);
  assert_reads (fixture, "SELECT quote (name_fr) || name_en FROM faculty WHERE id = 'f1'", "''Law");
  assert_reads (
      fixture,
      "SELECT json_extract (old, '$.name_en') || '>' || json_extract (new, '$.name_en') FROM change WHERE step_seq = 2",
      "Sciences>Law");
  assert_reads (fixture, "SELECT group_concat (label, '|') FROM step WHERE seq < 4",
                "Add …|Call … …, not marguerites|Add the others");
  assert_reads (fixture,
                "SELECT count (*) FROM change WHERE old || new LIKE '%Marguerite%' OR old || new LIKE '%Mathurine%'",
                "0");
  g_assert_false (is_on_the_disk (fixture, "Mathurine"));
  g_assert_false (is_on_the_disk (fixture, "Marguerite"));
  g_assert_true (is_on_the_disk (fixture, "Droit"));
  assert_sound (fixture, 4);
  fixture_reopen (fixture);
  assert_sound (fixture, 4);
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  three_steps (fixture);
  erase (fixture, &rows);
  assert_reads (fixture, "SELECT group_concat (id) FROM faculty", "f2");
  assert_reads (fixture, "SELECT count (*) FROM change WHERE row_id = 'f1' AND (old IS NOT NULL OR new IS NOT NULL)",
                "0");
  g_assert_false (is_on_the_disk (fixture, "Sciences"));
  assert_sound (fixture, 4);
}

// A row removed long ago stands in the journal alone: it is erased there.
static void
test_rows_of_the_past (Fixture *fixture, gconstpointer data)
{
  three_steps (fixture);
  write_sql (fixture, "Remove", "DELETE FROM faculty WHERE id = 'f1'");
  erase (fixture, &rows);
  g_assert_false (is_on_the_disk (fixture, "Sciences"));
  assert_sound (fixture, 5);
}

static void
test_twice (Fixture *fixture, gconstpointer data)
{
  Erasing more = {.columns = (const char *const[]) {"name_fr", "name_en", NULL},
                  .ids = names.ids,
                  .words = (const char *const[]) {"others", "call", NULL}};

  three_steps (fixture);
  erase (fixture, &names);
  erase (fixture, &names); // nothing is left to erase: no step
  assert_sound (fixture, 4);
  erase (fixture, &more);
  assert_sound (fixture, 5);
  g_assert_false (is_on_the_disk (fixture, "Sciences"));
  erase (fixture, &rows);
  assert_sound (fixture, 6);
}

static char *
step_id (Fixture *fixture, guint sequence)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM step WHERE seq = %u", sequence);

  return read_sql (fixture, sql);
}

// Undoing an older step moves the fields that are left; what was erased stays empty.
static void
test_undo_leaves_it_erased (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  three_steps (fixture);
  erase (fixture, &names);
  g_autofree char *second = step_id (fixture, 2);
  g_autofree char *label = ceci_register_undo (fixture->reg, second, &error);
  g_assert_no_error (error);
  assert_reads (fixture, "SELECT quote (name_fr) || name_en FROM faculty WHERE id = 'f1'", "''Sciences");
  g_autofree char *again = ceci_register_redo (fixture->reg, &error);
  g_assert_no_error (error);
  assert_reads (fixture, "SELECT quote (name_fr) || name_en FROM faculty WHERE id = 'f1'", "''Law");
  assert_sound (fixture, 6);
}

static void
test_undo_of_erased_rows_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  three_steps (fixture);
  write_sql (fixture, "Remove", "DELETE FROM faculty WHERE id = 'f1'");
  erase (fixture, &rows);
  g_autofree char *removal = step_id (fixture, 4);
  g_assert_null (ceci_register_undo (fixture->reg, removal, &error));
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "erased for good"));
  g_clear_error (&error);

  g_autofree char *erasing = step_id (fixture, 5);
  g_assert_null (ceci_register_undo (fixture->reg, erasing, &error)); // itself least of all
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NOTHING_TO_UNDO);
  g_clear_error (&error);
  g_assert_null (ceci_register_undo (fixture->reg, NULL, &error));
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NOTHING_TO_UNDO);
}

static void
test_alterations_are_found (Fixture *fixture, gconstpointer data)
{
  static const char *const alterations[] = {
      "UPDATE change SET new = replace (new, 'Law', 'War') WHERE step_seq = 2",
      "UPDATE change SET old = NULL, new = NULL WHERE step_seq = 2",
      "UPDATE change SET old = NULL, new = NULL, salt = NULL WHERE step_seq = 3", // by no step that erases
      "UPDATE step SET label = 'Do nothing' WHERE seq = 2",
      "UPDATE step SET label = NULL, label_salt = NULL WHERE seq = 3",
      "UPDATE redaction SET fields = NULL WHERE change_seq = 2 AND ordinal = 1",
      "DELETE FROM redaction WHERE change_seq = 2",
      "UPDATE redaction SET digest = NULL WHERE change_seq = 1 AND ordinal = 1",
      "INSERT INTO redaction (step_seq, change_seq, ordinal) VALUES (4, 3, 1)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (alterations); i++) {
    three_steps (fixture);
    erase (fixture, &names);
    g_assert_cmpuint (breaks (fixture), ==, 0);
    write_sql (fixture, "Alter", alterations[i]);
    if (breaks (fixture) == 0)
      g_error ("not found: %s", alterations[i]);
    fixture_tear_down (fixture, NULL);
    *fixture = (Fixture) {0};
    fixture_set_up (fixture, NULL);
  }
}

static void
test_needs_a_step_of_its_own (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  three_steps (fixture);
  ceci_register_write (fixture->reg, "Erase in passing", erase_work, &rows, &error);
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_FAILED);
  assert_reads (fixture, "SELECT count (*) FROM faculty", "2");
  assert_sound (fixture, 3);
}

static void
test_announces (Fixture *fixture, gconstpointer data)
{
  three_steps (fixture);
  erase (fixture, &names);
  g_assert_cmpint (ceci_changes_get_kind (fixture->last), ==, CECI_STEP_ERASE);
  g_assert_true (ceci_changes_touches_row (fixture->last, "faculty", "f1"));
}

static gpointer
erase_note (CeciDatabase *database, gpointer data, GError **error)
{
  static const char *const columns[] = {"document_sha256", NULL}, *const ids[] = {"n", NULL};

  return GINT_TO_POINTER (ceci_database_erase_columns (database, "page_note", ids, columns, error));
}

// What has to come back by an undo must be written just as the triggers would write it.
static void
test_other_fields_come_back_exactly (Fixture *fixture, gconstpointer data)
{
  static const char *const whole = "SELECT quote (id) || quote (x) || quote (y) || quote (width) || quote (page) || "
                                   "quote (document_sha256) || quote (text) FROM page_note";
  g_autoptr (GError) error = NULL;

  write_sql (fixture, "Prepare",
             "PRAGMA defer_foreign_keys = ON;"
             "INSERT INTO grid VALUES ('g', 'G', 1, '2026-01-01');"
             "INSERT INTO regulation (id, title, version, adopted_on, content, grid_id) VALUES ('r', 'R', 1, "
             "'2026-01-01', '{}', 'g');"
             "INSERT INTO cohort (id, name, opens_on, closes_on, starts_on, phase, places, place_value_cents, "
             "regulation_id) VALUES ('co', 'C', '2026-01-01', '2026-01-02', '2026-01-03', 'running', 30, 60000, 'r');"
             "INSERT INTO person (id, family_name, first_name, search_key) VALUES ('p', 'É', 'A', 'k');"
             "INSERT INTO student (id, person_id, cohort_id, enrolled_on, state) VALUES ('s', 'p', 'co', '2026-01-03', "
             "'enrolled');"
             "INSERT INTO jury_session (id, name, held_on, cut_off_on, state, grid_id) VALUES ('j', 'J', '2026-06-01', "
             "'2026-05-01', 'reading', 'g');"
             "INSERT INTO juror (id, family_name, first_name, quality) VALUES ('u', 'U', 'V', 'expert');"
             "INSERT INTO dossier VALUES ('d', 'j', 's', '2026-05-02', NULL);"
             "INSERT INTO assignment VALUES ('a', 'd', 'u', 'reader', NULL, NULL);"
             "INSERT INTO review VALUES ('v', 'a', NULL, NULL, NULL, 0);");
  write_sql (
      fixture, "Note",
      "INSERT INTO page_note VALUES ('n', 'v', 'abc', 3, 0.1, 1.0 / 3.0, 1e-9, 2.0, NULL, 'ligne \"1\" \\ / é' || "
      "char (10) || '«deux»' || char (9, 1) || char (0x1f600))");
  g_autofree char *note = step_id (fixture, 2);
  ceci_register_erase (fixture->reg, "Erase", erase_note, NULL, &error);
  g_assert_no_error (error);
  g_autofree char *before = read_sql (fixture, whole);
  g_autofree char *undone = ceci_register_undo (fixture->reg, note, &error);
  g_assert_no_error (error);
  assert_reads (fixture, "SELECT count (*) FROM page_note", "0");
  g_autofree char *redone = ceci_register_redo (fixture->reg, &error);
  g_assert_no_error (error);
  assert_reads (fixture, whole, before);
}

// A journal of thousands of steps: the values of one row in the middle of it are found and gone.
static void
test_long_journal (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 1000; i++) {
    g_autofree char *sql =
        g_strdup_printf ("INSERT INTO faculty VALUES ('x%u', 'X%u', 'Mathurine %u', 'E', %u)", i, i, i, i);

    write_sql (fixture, "Add Mathurine", sql);
  }
  write_sql (fixture, "Add Mathurine", ADD);
  for (guint i = 0; i < 100; i++)
    write_sql (fixture, "Change Mathurine",
               "UPDATE faculty SET position = position + 1, name_fr = name_fr || 'Q' WHERE id = 'f1'");
  gint64 started = g_get_monotonic_time ();
  erase (fixture, &names);
  g_test_message ("erased from 1101 steps in %" G_GINT64_FORMAT " ms", (g_get_monotonic_time () - started) / 1000);
  g_assert_false (is_on_the_disk (fixture, "MathurineQ"));
  assert_reads (fixture, "SELECT count (*) FROM step WHERE label = 'Add Mathurine'", "1000"); // of others with the name
  assert_sound (fixture, 1102);
}

static gpointer
keep_bytes (CeciDatabase *database, gpointer data, GError **error)
{
  g_autoptr (GBytes) mine = g_bytes_new_static ("only mine: Mathurine", 20);
  g_autoptr (GBytes) shared = g_bytes_new_static ("of both", 7);
  g_autofree char *first = ceci_database_put_blob (database, mine, error);
  g_autofree char *second = ceci_database_put_blob (database, shared, error);

  return g_strjoin (" ", first, second, NULL);
}

static gpointer
drop_bytes (CeciDatabase *database, gpointer data, GError **error)
{
  static const char *const ids[] = {"v1", "v2", NULL};

  return GINT_TO_POINTER (ceci_database_erase_rows (database, "document_version", ids, error) &&
                          ceci_database_erase_blobs (database, data, error));
}

static void
test_bytes_of_documents (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  write_sql (
      fixture, "Prepare",
      "INSERT INTO grid VALUES ('g', 'G', 1, '2026-01-01');"
      "INSERT INTO regulation (id, title, version, adopted_on, content, grid_id) VALUES ('r', 'R', 1, '2026-01-01', "
      "'{}', 'g');"
      "INSERT INTO cohort (id, name, opens_on, closes_on, starts_on, phase, places, place_value_cents, regulation_id) "
      "VALUES ('co', 'C', '2026-01-01', '2026-01-02', '2026-01-03', 'running', 30, 60000, 'r');"
      "INSERT INTO person (id, family_name, first_name, search_key) VALUES ('p', 'P', 'A', 'k');"
      "INSERT INTO student (id, person_id, cohort_id, enrolled_on, state) VALUES ('s', 'p', 'co', '2026-01-03', "
      "'enrolled');"
      "INSERT INTO document (id, student_id, kind, title, deposited_at) VALUES ('d', 's', 'annex', 'D', '2026-02-01')");
  g_autofree char *both = ceci_register_write (fixture->reg, "Bytes", keep_bytes, NULL, &error);
  g_auto (GStrv) sha = g_strsplit (both, " ", -1);
  for (guint i = 0; i < 3; i++) {
    g_autofree char *sql = g_strdup_printf (
        "INSERT INTO document_version (id, document_id, number, sha256, file_name, media_type, size, health, added_at) "
        "VALUES ('v%u', 'd', %u, '%s', 'f', 'text/plain', 1, 'fine', '2026-02-01')",
        i + 1, i + 1, sha[MIN (i, 1)]);

    write_sql (fixture, "Add", sql);
  }
  write_sql (fixture, "Remove", "DELETE FROM document_version WHERE id = 'v3'"); // an undo can bring it back
  ceci_register_erase (fixture->reg, "Erase", drop_bytes, sha, &error);
  g_assert_no_error (error);
  assert_reads (fixture, "SELECT group_concat (size) FROM blob", "7");
  g_assert_false (is_on_the_disk (fixture, "only mine"));
  fixture_reopen (fixture);
  g_autofree char *removal = read_sql (fixture, "SELECT id FROM step WHERE label = 'Remove'");
  g_autofree char *undone = ceci_register_undo (fixture->reg, removal, &error);
  g_assert_no_error (error);
  assert_reads (fixture, "SELECT group_concat (id) FROM document_version", "v3");
}

static void
test_words (void)
{
  static const struct {
    const char *text, *left;
  } cases[] = {
      {"Record 4 h 30 for Élodie De Smet", "Record 4 h 30 for … …"},
      {"Record 4 h 30 for ÉLODIE DE SMET", "Record 4 h 30 for … …"},
      {"Record 4 h 30 for E\u0301lodie", "Record 4 h 30 for …"}, // the accent apart
      {"Élodie’s agreement", "…’s agreement"},
      {"Élodies", NULL},
      {"De-Smet", NULL},
      {"", NULL},
  };
  static const char *const words[] = {"élodie", "De Smet", "", NULL};

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *left = ceci_words_taken_out (cases[i].text, words);

    g_assert_cmpstr (left, ==, cases[i].left);
  }
}

#define add(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/erasing/erasure-request/columns", test_columns);
  add ("/erasing/erasure-request/rows", test_rows);
  add ("/erasing/erasure-request/rows-of-the-past", test_rows_of_the_past);
  add ("/erasing/twice", test_twice);
  add ("/erasing/undo-leaves-it-erased", test_undo_leaves_it_erased);
  add ("/erasing/undo-of-erased-rows-is-refused", test_undo_of_erased_rows_is_refused);
  add ("/erasing/alterations-are-found", test_alterations_are_found);
  add ("/erasing/needs-a-step-of-its-own", test_needs_a_step_of_its_own);
  add ("/erasing/announces", test_announces);
  add ("/erasing/other-fields-come-back-exactly", test_other_fields_come_back_exactly);
  add ("/erasing/long-journal", test_long_journal);
  add ("/erasing/bytes-of-documents", test_bytes_of_documents);
  g_test_add_func ("/erasing/words", test_words);
  return g_test_run ();
}
