// SPDX-License-Identifier: GPL-3.0-or-later
// Erasing people: gender after the selection (R28), a person who was certified, and that no table is forgotten.
#include "model-fixture.h"

#include "core/model/ceci-application-repository.h"
#include "core/model/ceci-erasure-repository.h"
#include "core/model/ceci-person-rows.h"
#include "core/model/ceci-setting-repository.h"

typedef struct {
  char *folder;
  CeciRegister *reg;
} Fixture;

static gpointer
seed (CeciDatabase *database, gpointer data, GError **error)
{
  return GINT_TO_POINTER (ceci_register_seed_defaults (database, error));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciEntropy) entropy = ceci_entropy_new_seeded (7, "2026-11-23T09:00:00.000Z");

  fixture->folder = g_dir_make_tmp ("ceci-test-XXXXXX", &error);
  g_autofree char *path = g_build_filename (fixture->folder, "register.ceci", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  fixture->reg = ceci_register_open (file, CECI_REGISTER_CREATE, "Marie", entropy, &error);
  g_assert_no_error (error);
  ceci_register_write (fixture->reg, "Seed", seed, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ceci_register_close (fixture->reg);
  g_clear_object (&fixture->reg);
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir)) {
    g_autofree char *left = g_build_filename (fixture->folder, name, NULL);

    g_unlink (left);
  }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static gpointer
text (CeciDatabase *database, gpointer sql, GError **error)
{
  return ceci_database_text (database, error, sql, "");
}

static char *
ask (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;
  char *found = ceci_register_read (fixture->reg, text, (gpointer) sql, &error);

  g_assert_no_error (error);
  return found;
}

#define assert_reads(fixture, sql, expected)                                                                           \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *read_ = ask (fixture, sql);                                                                       \
    g_assert_cmpstr (read_, ==, expected);                                                                             \
  }                                                                                                                    \
  G_STMT_END

static gpointer
run (CeciDatabase *database, gpointer sql, GError **error)
{
  return GINT_TO_POINTER (ceci_database_execute (database, sql, error));
}

static void
write_sql (Fixture *fixture, const char *label, const char *sql)
{
  g_autoptr (GError) error = NULL;

  ceci_register_write (fixture->reg, label, run, (gpointer) sql, &error);
  g_assert_no_error (error);
}

static void
assert_verified (Fixture *fixture)
{
  g_autoptr (GPtrArray) problems = NULL, breaks = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ceci_register_verify_journal (fixture->reg, NULL, &breaks, &error));
  g_assert_cmpstr (breaks->len > 0 ? breaks->pdata[0] : NULL, ==, NULL);
  g_assert_true (ceci_register_integrity (fixture->reg, &problems, &error));
  g_assert_cmpstr (problems->len > 0 ? problems->pdata[0] : NULL, ==, NULL);
}

// Élodie applied to the first cohort, Noé to both; the first one's selection is confirmed.
static gpointer
apply_to_cohorts (CeciDatabase *database, gpointer data, GError **error)
{
  g_autofree char *first = make_cohort (database, "First", 30);
  g_autofree char *second = make_cohort (database, "Second", 30);
  g_autofree char *elodie = make_student (database, first, "Élodie", "Martin", "512345");
  g_autofree char *noe = make_application (database, first, "Noé", "Dubois", "512346");
  g_autofree char *sql = g_strdup_printf (
      "UPDATE person SET gender = 'female' WHERE matricule = '512345'; UPDATE person SET gender = 'male' WHERE "
      "matricule = "
      "'512346'; INSERT INTO application (id, cohort_id, person_id, received_at, state, source) SELECT 'again', '%s', "
      "person_id, received_at, 'received', 'form.csv' FROM application WHERE id = '%s'; "
      "INSERT INTO selection (id, cohort_id, made_at, seed, places, targets, composition, confirmed_on) VALUES ('x', "
      "'%s', '2026-01-20T09:00:00.000Z', 1, 30, '{}', '{\"female\":1,\"male\":1}', '2026-01-21')",
      second, noe, first);

  return GINT_TO_POINTER (ceci_database_execute (database, sql, error));
}

static gpointer
due (CeciDatabase *database, gpointer today, GError **error)
{
  return ceci_retention_due (database, today, error);
}

static gpointer
apply_due (CeciDatabase *database, gpointer list, GError **error)
{
  return GINT_TO_POINTER (ceci_retention_apply (database, list, "2026-02-21", error));
}

static void
test_gender (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  ceci_register_write (fixture->reg, "Apply", apply_to_cohorts, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) early = ceci_register_read (fixture->reg, due, (gpointer) "2026-02-19", &error);
  g_assert_cmpuint (early->len, ==, 0);
  g_autoptr (GPtrArray) found = ceci_register_read (fixture->reg, due, (gpointer) "2026-02-20", &error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (((CeciDue *) found->pdata[0])->kind, ==, CECI_DUE_GENDER);
  g_assert_cmpstr (((CeciDue *) found->pdata[0])->due_on, ==, "2026-02-20");
  ceci_register_erase (fixture->reg, "Erase gender", apply_due, found, &error);
  g_assert_no_error (error);

  assert_reads (fixture,
                "SELECT group_concat (coalesce (gender, '-'), ' ') FROM (SELECT gender FROM person ORDER BY matricule)",
                "- male"); // Noé’s is needed once more
  assert_reads (fixture, "SELECT count (*) FROM change WHERE old || new LIKE '%female%' AND table_name = 'person'",
                "0");
  assert_reads (fixture,
                "SELECT count (*) FROM change WHERE coalesce (old, '') || coalesce (new, '') LIKE '%\"male\"%' AND "
                "table_name = 'person'",
                "1");
  assert_reads (fixture, "SELECT gender_erased_on FROM cohort WHERE name = 'First'", "2026-02-21");
  assert_reads (fixture, "SELECT composition FROM selection", "{\"female\":1,\"male\":1}");
  assert_reads (fixture,
                "SELECT json_extract (new, '$.family_name') FROM change WHERE table_name = 'person' AND operation = "
                "'insert' ORDER BY step_seq, ordinal LIMIT 1",
                "Martin");
  assert_verified (fixture);
  g_autoptr (GPtrArray) again = ceci_register_read (fixture->reg, due, (gpointer) "2026-03-20", &error);
  g_assert_cmpuint (again->len, ==, 0);
}

static gpointer
read_term (CeciDatabase *database, gpointer name, GError **error)
{
  g_autofree char *id = ceci_database_text (database, error, "SELECT id FROM cohort WHERE name = $1", "t", name);

  return ceci_gender_term_read (database, id, error);
}

static gpointer
erase_gender_of (CeciDatabase *database, gpointer name, GError **error)
{
  g_autofree char *id = ceci_database_text (database, error, "SELECT id FROM cohort WHERE name = $1", "t", name);

  return GUINT_TO_POINTER (ceci_erasure_gender (database, id, "2026-02-01", error));
}

// Until when it is kept is said, and it can be erased sooner; not before the selection it serves.
static void
test_gender_term (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  ceci_register_write (fixture->reg, "Apply", apply_to_cohorts, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (CeciGenderTerm) before = ceci_register_read (fixture->reg, read_term, (gpointer) "First", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (before->n, ==, 1);
  g_assert_cmpuint (before->n_serving, ==, 1);
  g_assert_cmpstr (before->due_on, ==, "2026-02-20");
  g_assert_null (before->erased_on);
  g_autoptr (CeciGenderTerm) open = ceci_register_read (fixture->reg, read_term, (gpointer) "Second", &error);
  g_assert_cmpuint (open->n_serving, ==, 1);
  g_assert_null (open->due_on);

  ceci_register_erase (fixture->reg, "Erase", erase_gender_of, (gpointer) "Second", &error);
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_INVALID);
  g_clear_error (&error);
  assert_reads (fixture, "SELECT count (gender) FROM person", "2");

  g_assert_cmpuint (
      GPOINTER_TO_UINT (ceci_register_erase (fixture->reg, "Erase", erase_gender_of, (gpointer) "First", &error)), ==,
      1);
  g_assert_no_error (error);
  g_autoptr (CeciGenderTerm) after = ceci_register_read (fixture->reg, read_term, (gpointer) "First", &error);
  g_assert_cmpuint (after->n, ==, 0);
  g_assert_cmpuint (after->n_serving, ==, 1);
  g_assert_cmpstr (after->erased_on, ==, "2026-02-01");
  assert_verified (fixture);
}

static gpointer
certify (CeciDatabase *database, gpointer data, GError **error)
{
  g_autofree char *cohort = make_cohort (database, "First", 30);
  g_autofree char *student = make_student (database, cohort, "Élodie", "Martin", "512345");
  g_autofree char *sql = g_strdup_printf (
      "UPDATE person SET email = 'elodie@ulb.be', birth_date = '2003-04-05';"
      "INSERT INTO follow_up_note (id, student_id, written_at, author, text, state) VALUES ('n', '%s', "
      "'2026-03-01T09:00:00.000Z', 'Marie', 'Confidence', 'open');"
      "INSERT INTO jury_session (id, name, held_on, cut_off_on, state, grid_id) SELECT 'j', 'Jury', '2026-11-01', "
      "'2026-10-01', 'closed', id FROM grid LIMIT 1;"
      "INSERT INTO juror (id, family_name, first_name, quality) VALUES ('u', 'Peeters', 'Jan', 'expert');"
      "INSERT INTO session_juror (id, session_id, juror_id) VALUES ('sj', 'j', 'u');"
      "INSERT INTO jury_return VALUES ('r', 'sj', 1, 1, 'x', 'x', 'x', 'merged', "
      "'{\"dossiers\":[{\"dossier\":\"d\",\"comment\":\"Élodie shines\"},{\"dossier\":\"e\",\"comment\":\"Other\"}]}');"
      "INSERT INTO dossier VALUES ('d', 'j', '%s', '2026-10-02', 'A flood');"
      "INSERT INTO assignment VALUES ('a', 'd', 'u', 'reader', NULL, NULL);"
      "INSERT INTO review VALUES ('v', 'a', 'r', 'awarded', 'Élodie shines', 0);"
      "INSERT INTO decision (id, dossier_id, outcome, reason, decided_on) VALUES ('e', 'd', 'awarded', 'Bright', "
      "'2026-11-01');"
      "INSERT INTO certificate (id, student_id, decision_id, number, issued_on, payload) VALUES ('c', '%s', 'e', "
      "'CECi-2026-001', '2026-11-02', 'x');"
      "INSERT INTO setting VALUES ('certificate-content-CECi-2026-001', '{\"name\":\"Élodie Martin\"}');"
      "UPDATE student SET state = 'awarded'",
      student, student, student);

  return GINT_TO_POINTER (ceci_database_execute (database, sql, error));
}

static gpointer
person_id (CeciDatabase *database, gpointer data, GError **error)
{
  return ceci_database_text (database, error, "SELECT id FROM person", "");
}

static gpointer
preview (CeciDatabase *database, gpointer id, GError **error)
{
  return ceci_erasure_preview (database, id, error);
}

static gpointer
erase (CeciDatabase *database, gpointer id, GError **error)
{
  return GINT_TO_POINTER (ceci_erasure_apply (database, id, "Asked by letter", "2026-11-23", error));
}

static void
test_what_the_award_needs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  ceci_register_write (fixture->reg, "Note on Élodie Martin", certify, NULL, &error);
  g_assert_no_error (error);
  g_autofree char *id = ceci_register_read (fixture->reg, person_id, NULL, &error);
  g_autoptr (CeciErasurePreview) said = ceci_register_read (fixture->reg, preview, id, &error);
  g_assert_no_error (error);
  g_assert_true (said->awarded);
  ceci_register_erase (fixture->reg, "Erase a person", erase, id, &error);
  g_assert_no_error (error);

  assert_reads (fixture, "SELECT first_name || ' ' || family_name || quote (email) || quote (birth_date) FROM person",
                "Élodie MartinNULLNULL");
  assert_reads (fixture, "SELECT number || issued_on FROM certificate", "CECi-2026-0012026-11-02");
  assert_reads (fixture, "SELECT outcome || decided_on || quote (reason) FROM decision", "awarded2026-11-01NULL");
  assert_reads (fixture, "SELECT value FROM setting WHERE id LIKE 'certificate-content-%'",
                "{\"name\":\"Élodie Martin\"}");
  assert_reads (fixture,
                "SELECT (SELECT count (*) FROM follow_up_note) + (SELECT count (*) FROM review) + (SELECT count (*) "
                "FROM placement)",
                "0");
  assert_reads (fixture, "SELECT content FROM jury_return",
                "{\"dossiers\":[{\"dossier\":\"e\",\"comment\":\"Other\"}]}");
  assert_reads (fixture, "SELECT count (*) FROM change WHERE coalesce (old, '') || coalesce (new, '') LIKE '%shines%'",
                "0");
  assert_reads (fixture, "SELECT label FROM step WHERE label LIKE 'Note on%'", "Note on … …");
  assert_reads (fixture, "SELECT kept FROM erasure", "name, certificate, dates, decision");
  assert_verified (fixture);
}

static gpointer
unlisted (CeciDatabase *database, gpointer data, GError **error)
{
  // jury_return and jury_package reach a person by their session only, and name none; see erase_from_returns()
  static const char *const sql =
      "WITH RECURSIVE about (name) AS (SELECT 'person' UNION SELECT m.name FROM about a, sqlite_schema m, "
      "pragma_foreign_key_list (m.name) f WHERE m.type = 'table' AND f.\"table\" = a.name) SELECT group_concat (name) "
      "FROM about WHERE name NOT IN (SELECT value FROM json_each ($1)) ORDER BY name";
  guint n;
  const CeciPersonTable *tables = ceci_person_tables (&n);
  g_autoptr (GString) names = g_string_new ("[");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (names, "%s\"%s\"", i > 0 ? "," : "", tables[i].table);
  g_string_append_c (names, ']');
  return ceci_database_text (database, error, sql, "t", names->str);
}

// A table added tomorrow must be given its place in an erasure.
static void
test_no_table_is_forgotten (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *forgotten = ceci_register_read (fixture->reg, unlisted, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (forgotten, ==, NULL);
}

static void
test_needs_a_reason_and_an_end (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  ceci_register_write (fixture->reg, "Certify", certify, NULL, &error);
  write_sql (fixture, "Enrol again", "UPDATE student SET state = 'enrolled'");
  g_autofree char *id = ceci_register_read (fixture->reg, person_id, NULL, &error);
  ceci_register_erase (fixture->reg, "Erase a person", erase, id, &error);
  g_assert_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_INVALID);
  assert_reads (fixture, "SELECT count (*) FROM follow_up_note", "1");
  assert_verified (fixture);
}

#define add(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/erasure/R28/gender-after-the-selection", test_gender);
  add ("/erasure/R28/gender-is-kept-until", test_gender_term);
  add ("/erasure/erasure-request/what-the-award-needs", test_what_the_award_needs);
  add ("/erasure/erasure-request/no-table-is-forgotten", test_no_table_is_forgotten);
  add ("/erasure/erasure-request/needs-a-reason-and-an-end", test_needs_a_reason_and_an_end);
  return g_test_run ();
}
