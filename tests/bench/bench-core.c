// SPDX-License-Identifier: GPL-3.0-or-later
// Measures of the core, beside bare SQLite on the same data: `bench-core make FILE STUDENTS COHORTS` makes a register
// of invented people; `bench-core WHAT FILE` measures and prints one line of numbers, which tests/bench/run reads.
#include "config.h"

#include <sqlite3.h>
#include <stdlib.h>

#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-cohort.h"
#include "core/model/ceci-defaults.h"
#include "core/model/ceci-findings-repository.h"
#include "core/model/ceci-person-repository.h"
#include "core/model/ceci-person.h"
#include "core/model/ceci-search.h"
#include "core/model/ceci-student-repository.h"
#include "core/model/ceci-student-summary.h"
#include "core/model/ceci-student.h"
#include "core/store/ceci-register.h"

#define TODAY "2026-11-23"

static const char *const first_names[] = {"Élodie", "Noé",  "Chloé",  "Zoë",   "Loïc",  "Maëlle", "François", "Anaïs",
                                          "Mehdi",  "Inès", "Jürgen", "Aïcha", "Denis", "Sofía",  "Wout",     "Lucie"};
static const char *const family_starts[] = {"De", "Van", "Le", "El", "Du", "Saint", "Mar", "Lam", "Pet", "Dub"};
static const char *const family_ends[] = {"ckers", "tin",  "bert",  "ois", "mans",
                                          "rière", "sson", "naert", "lès", "gnon"};

static gpointer
fail (const GError *error)
{
  g_printerr ("bench-core: %s\n", error != NULL ? error->message : "failed");
  exit (1);
}

typedef struct {
  guint students;
  guint cohorts;
} Size;

static void
make_student (CeciDatabase *database, guint number, const char *cohort_id)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *family = g_strdup_printf ("%s%s%u", family_starts[number % G_N_ELEMENTS (family_starts)],
                                             family_ends[(number / 10) % G_N_ELEMENTS (family_ends)], number % 997);
  g_autofree char *matricule = g_strdup_printf ("%06u", number);
  g_autofree char *email = g_strdup_printf ("student%u@example.invalid", number);
  g_autoptr (CeciPerson) person = ceci_record_new (CECI_TYPE_PERSON, "family_name", family, "first_name",
                                                   first_names[(number / 7) % G_N_ELEMENTS (first_names)], "matricule",
                                                   matricule, "email", email, "language", "fr", NULL);
  g_autofree char *person_id = ceci_person_repository_add (database, person, &error);
  g_autoptr (CeciStudent) student = NULL;

  if (person_id == NULL)
    fail (error);
  student = ceci_record_new (CECI_TYPE_STUDENT, "person_id", person_id, "cohort_id", cohort_id, "enrolled_on",
                             "2026-09-15", "state", "enrolled", NULL);
  if (!ceci_record_insert (student, database, &error))
    fail (error);
}

static gpointer
make (CeciDatabase *database, gpointer user_data, GError **error)
{
  const Size *size = user_data;
  guint number = 0;

  if (!ceci_register_seed_defaults (database, error))
    return NULL;
  for (guint i = 0; i < size->cohorts; i++) {
    g_autofree char *name = g_strdup_printf ("Cohort %u", i + 1);
    g_autoptr (CeciCohort) draft =
        ceci_record_new (CECI_TYPE_COHORT, "name", name, "opens_on", "2026-06-01", "closes_on", "2026-09-01",
                         "starts_on", "2026-09-15", "phase", "running", "places", (gint64) 100000, NULL);
    g_autofree char *cohort_id = ceci_cohort_repository_create (database, draft, error);

    if (cohort_id == NULL)
      return NULL;
    for (guint j = 0; j < size->students / size->cohorts; j++)
      make_student (database, number++, cohort_id);
  }
  return GINT_TO_POINTER (1);
}

static double
milliseconds_since (gint64 began)
{
  return (double) (g_get_monotonic_time () - began) / 1000.0;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (GArray *values)
{
  g_array_sort (values, compare);
  return g_array_index (values, double, values->len / 2);
}

static CeciRegister *
open_register (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  CeciRegister *reg = ceci_register_open (file, 0, "bench", NULL, &error);

  return reg != NULL ? reg : fail (error);
}

static char *
first_cohort (const char *path)
{
  sqlite3 *bare = NULL;
  sqlite3_stmt *statement = NULL;
  char *id = NULL;

  sqlite3_open_v2 (path, &bare, SQLITE_OPEN_READONLY, NULL);
  sqlite3_prepare_v2 (bare, "SELECT id FROM cohort ORDER BY id LIMIT 1", -1, &statement, NULL);
  if (sqlite3_step (statement) == SQLITE_ROW)
    id = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (bare);
  return id;
}

// Every row of a bare query, as text, from a connection opened once.
static double
bare_query (sqlite3 *bare, const char *sql, const char *argument)
{
  sqlite3_stmt *statement = NULL;
  gint64 began = g_get_monotonic_time ();
  gsize bytes = 0;

  if (sqlite3_prepare_v2 (bare, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (bare));
  sqlite3_bind_text (statement, 1, argument, -1, SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (statement); i++)
      bytes += (gsize) sqlite3_column_bytes (statement, i);
  sqlite3_finalize (statement);
  g_assert_cmpuint (bytes, >, 0);
  return milliseconds_since (began);
}

// --- reading a cohort ---

static gpointer
read_students (CeciDatabase *database, gpointer user_data, GError **error)
{
  return ceci_student_repository_list (database, user_data, error);
}

static gpointer
read_summaries (CeciDatabase *database, gpointer user_data, GError **error)
{
  return ceci_student_summary_list (database, user_data, TODAY, error);
}

static double
timed_read (CeciRegister *reg, CeciRegisterFunc work, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 began = g_get_monotonic_time ();
  g_autoptr (GListModel) list = ceci_register_read (reg, work, data, &error);

  if (list == NULL)
    fail (error);
  return milliseconds_since (began);
}

static void
measure_cohort (const char *path, CeciRegisterFunc work)
{
  g_autoptr (CeciRegister) reg = open_register (path);
  g_autofree char *cohort_id = first_cohort (path);
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double)),
                     theirs = g_array_new (FALSE, FALSE, sizeof (double));
  sqlite3 *bare = NULL;

  sqlite3_open_v2 (path, &bare, SQLITE_OPEN_READONLY, NULL);
  for (guint i = 0; i < 11; i++) {
    double value = timed_read (reg, work, cohort_id);
    double peer =
        bare_query (bare,
                    "SELECT s.*, p.*, c.name, f.code FROM student s JOIN person p ON p.id = s.person_id JOIN cohort c "
                    "ON c.id = s.cohort_id LEFT JOIN faculty f ON f.id = p.faculty_id WHERE s.cohort_id = $1 "
                    "ORDER BY p.search_key",
                    cohort_id);

    g_array_append_val (ours, value);
    g_array_append_val (theirs, peer);
  }
  sqlite3_close (bare);
  g_print ("%.3f %.3f\n", median (ours), median (theirs));
}

// --- a search keystroke ---

static gpointer
search (CeciDatabase *database, gpointer user_data, GError **error)
{
  return ceci_search_everything (database, user_data, 40, error); // as the window does;
}

static void
measure_search (const char *path)
{
  static const char *const typed[] = {"l", "lu", "luc", "luci", "lucie", "lucie d", "lucie du", "lucie dub"};
  g_autoptr (CeciRegister) reg = open_register (path);
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double)),
                     theirs = g_array_new (FALSE, FALSE, sizeof (double));
  sqlite3 *bare = NULL;

  sqlite3_open_v2 (path, &bare, SQLITE_OPEN_READONLY, NULL);
  for (guint round = 0; round < 5; round++)
    for (guint i = 0; i < G_N_ELEMENTS (typed); i++) {
      g_autofree char *pattern = g_strdup_printf ("%%%s%%", typed[i]);
      double value = timed_read (reg, search, (gpointer) typed[i]);
      double peer = bare_query (
          bare,
          "SELECT s.id, p.family_name, p.first_name, c.name FROM student s JOIN person p ON p.id = s.person_id "
          "JOIN cohort c ON c.id = s.cohort_id WHERE p.search_key LIKE $1 OR p.email LIKE '%student1%' "
          "ORDER BY p.search_key LIMIT 50",
          pattern);

      g_array_append_val (ours, value);
      g_array_append_val (theirs, peer);
    }
  sqlite3_close (bare);
  g_print ("%.3f %.3f\n", median (ours), median (theirs));
}

// --- a committed single edit ---

static gpointer
edit (CeciDatabase *database, gpointer user_data, GError **error)
{
  g_autoptr (CeciPerson) person =
      ceci_record_with (((gpointer *) user_data)[0], "phone", ((gpointer *) user_data)[1], NULL);

  return GINT_TO_POINTER (ceci_record_update (person, database, error));
}

static gpointer
first_person (CeciDatabase *database, gpointer user_data, GError **error)
{
  g_autoptr (GListModel) people = ceci_person_repository_list (database, error);

  return people != NULL ? g_list_model_get_item (people, 0) : NULL;
}

static sqlite3 *
open_bare (const char *path)
{
  g_autofree char *beside = g_strconcat (path, ".bare", NULL);
  sqlite3 *bare = NULL;

  sqlite3_open (beside, &bare);
  sqlite3_exec (bare,
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE IF NOT EXISTS person (id TEXT "
                "PRIMARY KEY, name "
                "TEXT, phone TEXT) STRICT; INSERT OR IGNORE INTO person VALUES ('a', 'Élodie Martin', '');",
                NULL, NULL, NULL);
  return bare;
}

static double
bare_edit (sqlite3 *bare, const char *phone)
{
  g_autofree char *sql = g_strdup_printf ("BEGIN; UPDATE person SET phone = '%s' WHERE id = 'a'; COMMIT;", phone);
  gint64 began = g_get_monotonic_time ();

  if (sqlite3_exec (bare, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (bare));
  return milliseconds_since (began);
}

static void
measure_edit (const char *path)
{
  g_autoptr (CeciRegister) reg = open_register (path);
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double)),
                     theirs = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciPerson) person = ceci_register_read (reg, first_person, NULL, &error);
  sqlite3 *bare = open_bare (path);

  if (person == NULL)
    fail (error);
  for (guint i = 0; i < 201; i++) {
    g_autofree char *phone = g_strdup_printf ("+32 2 650 %04u", i);
    gpointer data[] = {person, phone};
    gint64 began = g_get_monotonic_time ();
    double value, peer;

    if (ceci_register_write (reg, "Change a phone number", edit, data, &error) == NULL)
      fail (error);
    value = milliseconds_since (began);
    peer = bare_edit (bare, phone);
    g_array_append_val (ours, value);
    g_array_append_val (theirs, peer);
  }
  sqlite3_close (bare);
  g_print ("%.3f %.3f\n", median (ours), median (theirs));
}

// --- checking everyone ---

static void
run_bare (sqlite3 *bare, const char *sql)
{
  if (sqlite3_exec (bare, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (bare));
}

// Everyone's triggers, so that what is filled in needs no journal of four million rows; they are put back afterwards.
static GPtrArray *
take_triggers (sqlite3 *bare)
{
  GPtrArray *triggers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) drops = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement = NULL;

  sqlite3_prepare_v2 (bare, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'", -1, &statement, NULL);
  while (sqlite3_step (statement) == SQLITE_ROW) {
    g_ptr_array_add (drops, g_strdup_printf ("DROP TRIGGER \"%s\"", sqlite3_column_text (statement, 0)));
    g_ptr_array_add (triggers, g_strdup ((const char *) sqlite3_column_text (statement, 1)));
  }
  sqlite3_finalize (statement);
  for (guint i = 0; i < drops->len; i++)
    run_bare (bare, drops->pdata[i]);
  return triggers;
}

// Each student in the middle of it: a placement with its three signatures, twelve entries of hours, six documents,
// three modules. One in ten has no signature yet.
static void
fill (const char *path)
{
  static const char *const statements[] = {
      "BEGIN",
      "INSERT INTO organisation (id, name, kind, legal_form, search_key) "
      "VALUES ('bench-o', 'Association', 'association', 'asbl', 'association')",
      "INSERT INTO placement (id, student_id, organisation_id, starts_on, ends_on, planned_minutes, supervisor_kind) "
      "SELECT 'l-' || id, id, 'bench-o', '2026-10-01', '2027-05-31', 9600, 'individual' FROM student",
      "INSERT INTO agreement (id, placement_id, number, drawn_on) SELECT 'g-' || id, id, 0, '2026-09-25' FROM "
      "placement",
      "INSERT INTO signature (id, agreement_id, party, signatory, signed_on) "
      "SELECT x.party || g.id, g.id, x.party, 'X', '2026-09-28' FROM agreement g CROSS JOIN "
      "(SELECT 'student' AS party UNION ALL SELECT 'organisation' UNION ALL SELECT 'university') x "
      "WHERE g.id NOT LIKE '%7'",
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12) "
      "INSERT INTO hours (id, placement_id, worked_on, minutes, state) "
      "SELECT 'h-' || i || l.id, l.id, '2026-10-' || (10 + i), 240, 'confirmed' FROM n CROSS JOIN placement l",
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6) "
      "INSERT INTO blob (sha256, size, bytes) SELECT 'b' || i, 1, x'00' FROM n",
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6) "
      "INSERT INTO document (id, student_id, kind, title, dated_on, deposited_at) "
      "SELECT 'd-' || i || s.id, s.id, CASE i WHEN 6 THEN 'reflective_analysis' ELSE 'production' END, 'T', "
      "'2026-10-20', '2026-11-0' || i || 'T10:00:00.000Z' FROM n CROSS JOIN student s",
      "INSERT INTO document_version (id, document_id, number, sha256, file_name, media_type, size, health, added_at) "
      "SELECT 'v-' || id, id, 1, 'b' || substr (id, 3, 1), 'f.pdf', 'application/pdf', 1, 'fine', deposited_at FROM "
      "document",
      "INSERT INTO module_completion (id, student_id, module_id, completed_on) "
      "SELECT 'c-' || m.position || s.id, s.id, m.id, '2026-11-01' FROM module m CROSS JOIN student s WHERE "
      "m.position < 3",
  };
  g_autoptr (GPtrArray) triggers = NULL;
  sqlite3 *bare = NULL;

  sqlite3_open (path, &bare);
  run_bare (bare, "PRAGMA synchronous = OFF");
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++) {
    if (i == 1)
      triggers = take_triggers (bare);
    run_bare (bare, statements[i]);
  }
  for (guint i = 0; i < triggers->len; i++)
    run_bare (bare, triggers->pdata[i]);
  run_bare (bare, "COMMIT");
  run_bare (bare, "PRAGMA wal_checkpoint (TRUNCATE)");
  sqlite3_close (bare);
}

typedef struct {
  GPtrArray *student_ids; // NULL: everyone
  guint found;
} Checking;

static gpointer
check_students (CeciDatabase *database, gpointer user_data, GError **error)
{
  Checking *checking = user_data;
  const CeciFindingsQuery query = {.today = TODAY, .student_ids = checking->student_ids, .least = CECI_FINDING_PENDING};
  g_autoptr (GPtrArray) findings = ceci_findings_repository_query (database, &query, error);

  checking->found = findings != NULL ? findings->len : 0;
  return GINT_TO_POINTER (findings != NULL);
}

static char *
first_student (const char *path)
{
  sqlite3 *bare = NULL;
  sqlite3_stmt *statement = NULL;
  char *id = NULL;

  sqlite3_open_v2 (path, &bare, SQLITE_OPEN_READONLY, NULL);
  sqlite3_prepare_v2 (bare, "SELECT id FROM student ORDER BY id LIMIT 1 OFFSET 77", -1, &statement, NULL);
  if (sqlite3_step (statement) == SQLITE_ROW)
    id = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (bare);
  return id;
}

// Everyone, or one student, beside bare SQLite stepping over the same rows.
static void
measure_check (const char *path, gboolean one)
{
  static const char *const rows[] = {
      "SELECT s.id, s.cohort_id, s.state, s.enrolled_on, p.family_name FROM student s JOIN person p ON p.id = "
      "s.person_id WHERE s.id >= $1",
      "SELECT l.student_id, l.starts_on, l.ends_on FROM placement l WHERE l.student_id >= $1 ORDER BY l.student_id",
      "SELECT h.placement_id, h.worked_on, h.minutes, h.state, h.id FROM hours h WHERE h.placement_id >= $1 ORDER BY "
      "h.placement_id",
      "SELECT d.student_id, d.id, d.kind, d.dated_on, d.deposited_at FROM document d WHERE d.student_id >= $1 ORDER BY "
      "d.student_id",
      "SELECT v.document_id, v.sha256, v.health FROM document_version v WHERE v.document_id >= $1 ORDER BY "
      "v.document_id",
      "SELECT x.agreement_id, x.signed_on FROM signature x WHERE x.agreement_id >= $1 ORDER BY x.agreement_id",
      "SELECT c.student_id, c.module_id FROM module_completion c WHERE c.student_id >= $1 ORDER BY c.student_id",
  };
  g_autoptr (CeciRegister) reg = open_register (path);
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double)),
                     theirs = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  Checking checking = {one ? ids : NULL, 0};
  sqlite3 *bare = NULL;

  g_ptr_array_add (ids, first_student (path));
  sqlite3_open_v2 (path, &bare, SQLITE_OPEN_READONLY, NULL);
  for (guint round = 0; round < (one ? 101 : 5); round++) {
    gint64 began = g_get_monotonic_time ();
    double value, peer = 0;

    if (ceci_register_read (reg, check_students, &checking, &error) == NULL)
      fail (error);
    value = milliseconds_since (began);
    g_assert_cmpuint (checking.found, >, 0);
    for (guint i = 0; !one && i < G_N_ELEMENTS (rows); i++)
      peer += bare_query (bare, rows[i], "");
    g_array_append_val (ours, value);
    g_array_append_val (theirs, peer);
  }
  sqlite3_close (bare);
  g_print ("%.3f %.3f\n", median (ours), median (theirs));
}

int
main (int argc, char *argv[])
{
  if (argc == 5 && g_str_equal (argv[1], "make")) {
    Size size = {(guint) atoi (argv[3]), (guint) atoi (argv[4])};
    g_autoptr (GFile) file = g_file_new_for_path (argv[2]);
    g_autoptr (GError) error = NULL;
    g_autoptr (CeciRegister) reg = ceci_register_open (file, CECI_REGISTER_CREATE, "bench", NULL, &error);

    if (reg == NULL || ceci_register_write (reg, "Make a register", make, &size, &error) == NULL)
      fail (error);
  } else if (argc == 3 && g_str_equal (argv[1], "cohort")) {
    measure_cohort (argv[2], read_students);
  } else if (argc == 3 && g_str_equal (argv[1], "summaries")) {
    measure_cohort (argv[2], read_summaries);
  } else if (argc == 3 && g_str_equal (argv[1], "search")) {
    measure_search (argv[2]);
  } else if (argc == 3 && g_str_equal (argv[1], "edit")) {
    measure_edit (argv[2]);
  } else if (argc == 3 && g_str_equal (argv[1], "fill")) {
    fill (argv[2]);
  } else if (argc == 3 && (g_str_equal (argv[1], "check") || g_str_equal (argv[1], "check-one"))) {
    measure_check (argv[2], g_str_equal (argv[1], "check-one"));
  } else {
    g_printerr ("usage: bench-core make FILE STUDENTS COHORTS | fill|cohort|summaries|search|edit|check|check-one "
                "FILE\n");
    return 2;
  }
  return 0;
}
