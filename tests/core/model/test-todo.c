// SPDX-License-Identifier: GPL-3.0-or-later
// What there is to do: findings and the rest, grouped by what settles them; what was put aside; whose facts a step
// touched.

#include "model-fixture.h"

#include "core/model/ceci-facts-touched.h"
#include "core/model/ceci-findings-repository.h"
#include "core/model/ceci-follow-up-repository.h"
#include "core/model/ceci-placement-repository.h"
#include "core/model/ceci-snooze-repository.h"
#include "core/model/ceci-todo-repository.h"

static guint
count_kind (CeciDatabase *database, const char *today, CeciTodoKind kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) todos = ceci_todo_repository_list (database, NULL, today, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < todos->len; i++) {
    n += ceci_todo_get_kind (todos->pdata[i]) == kind;
    if (i > 0) // in the order in which they are done, the groups together
      g_assert_cmpint (ceci_todo_compare (todos->pdata[i - 1], todos->pdata[i]), <=, 0);
  }
  return n;
}

static CeciTodo *
find_kind (GPtrArray *todos, CeciTodoKind kind)
{
  for (guint i = 0; i < todos->len; i++)
    if (ceci_todo_get_kind (todos->pdata[i]) == kind)
      return todos->pdata[i];
  return NULL;
}

static void
test_groups (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort = make_cohort (database, "February 2026", 30);
  g_autofree char *student = make_student (database, cohort, "Élodie", "Martin", "000123");
  g_autofree char *note = NULL;
  g_autoptr (GPtrArray) todos = NULL;
  CeciTodo *agreement;

  g_assert_cmpuint (count_kind (database, "2026-03-01", CECI_TODO_AGREEMENT), ==, 1);
  g_assert_cmpuint (count_kind (database, "2026-03-01", CECI_TODO_NOTE), ==, 0);
  note = ceci_follow_up_repository_add_note (database, student, "Marie", "Call", "2026-03-02", &error);
  g_assert_cmpuint (count_kind (database, "2026-03-01", CECI_TODO_NOTE), ==, 0); // not yet
  g_assert_cmpuint (count_kind (database, "2026-03-02", CECI_TODO_NOTE), ==, 1);
  g_assert_true (ceci_follow_up_repository_settle_note (database, note, "2026-03-02", &error));
  g_assert_cmpuint (count_kind (database, "2026-03-02", CECI_TODO_NOTE), ==, 0);

  todos = ceci_todo_repository_list (database, cohort, "2026-03-01", &error);
  agreement = find_kind (todos, CECI_TODO_AGREEMENT);
  g_assert_cmpstr (ceci_todo_get_name (agreement), ==, "Élodie Martin");
  g_assert_cmpstr (ceci_todo_get_letter (agreement), ==, "agreement-unsigned");
  g_assert_true (ceci_todo_can_sleep (agreement));
  g_clear_pointer (&todos, g_ptr_array_unref);
  todos = ceci_todo_repository_list (database, "another", "2026-03-01", &error);
  g_assert_cmpuint (todos->len, ==, 0);
}

static void
add_hours (CeciDatabase *database, const char *student, const char *state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciPlacement) placement = ceci_placement_repository_at (database, student, "2026-03-12", &error);
  g_autoptr (CeciHours) hours =
      ceci_record_new (CECI_TYPE_HOURS, "placement_id", ceci_record_get_id (CECI_RECORD (placement)), "worked_on",
                       "2026-03-12", "minutes", (gint64) 210, "state", state, NULL);
  g_autofree char *id = ceci_hours_repository_add (database, hours, &error);

  g_assert_no_error (error);
}

static void
test_hours (CeciDatabase *database)
{
  g_autofree char *cohort = make_cohort (database, "February 2026", 30);
  g_autofree char *student = make_student (database, cohort, "Élodie", "Martin", "000123");

  add_hours (database, student, "claimed");
  g_assert_cmpuint (count_kind (database, "2026-03-20", CECI_TODO_CLAIMED_HOURS), ==, 0); // a fortnight is given
  g_assert_cmpuint (count_kind (database, "2026-03-26", CECI_TODO_CLAIMED_HOURS), ==, 1);
  g_assert_cmpuint (count_kind (database, "2026-03-20", CECI_TODO_HOURS), ==, 0);
  add_hours (database, student, "confirmed");
  g_assert_cmpuint (count_kind (database, "2026-03-20", CECI_TODO_HOURS), ==, 1);
}

// R11: at 180, 90 and 30 days, each with its letter; then passed.
static void
test_deadlines (CeciDatabase *database)
{
  static const struct {
    const char *today, *letter;
  } alerts[] = {{"2027-08-06", "deadline-180"}, // 180 days before 2 February 2028
                {"2027-11-04", "deadline-90"},
                {"2028-01-03", "deadline-30"},
                {"2028-02-03", "deadline-passed"}};
  g_autofree char *cohort = make_cohort (database, "February 2026", 30);
  g_autofree char *student = make_student (database, cohort, "Élodie", "Martin", "000123");

  g_assert_cmpuint (count_kind (database, "2027-08-05", CECI_TODO_DEADLINE), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (alerts); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) todos = ceci_todo_repository_list (database, NULL, alerts[i].today, &error);
    CeciTodo *todo = find_kind (todos, i < 3 ? CECI_TODO_DEADLINE : CECI_TODO_DEADLINE_PASSED);

    g_assert_nonnull (todo);
    g_assert_cmpstr (ceci_todo_get_letter (todo), ==, alerts[i].letter);
  }
}

static void
test_applications (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort = make_cohort (database, "February 2026", 30);
  g_autofree char *application = make_application (database, cohort, "Noé", "Dubois", "000124");

  g_assert_cmpuint (count_kind (database, "2026-01-10", CECI_TODO_APPLICATIONS), ==, 0);
  g_assert_true (
      ceci_application_repository_set_state (database, application, CECI_APPLICATION_STATE_RECEIVED, NULL, &error));
  g_assert_cmpuint (count_kind (database, "2026-01-10", CECI_TODO_APPLICATIONS), ==, 1);
}

static void
test_snooze (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort = make_cohort (database, "February 2026", 30);
  g_autofree char *student = make_student (database, cohort, "Élodie", "Martin", "000123");
  g_autofree char *id =
      ceci_snooze_repository_add (database, student, "R21", "2026-03-15", "On its way", "2026-03-01", &error);
  g_autofree char *again =
      ceci_snooze_repository_add (database, student, "R21", "2026-03-20", "Still", "2026-03-02", &error);
  g_autofree char *past = NULL;
  g_autoptr (GListModel) sleeping = ceci_snooze_repository_list (database, "2026-03-02", &error);
  g_autoptr (CeciSnooze) snooze = g_list_model_get_item (sleeping, 0);

  g_assert_cmpuint (g_list_model_get_n_items (sleeping), ==, 1); // the second takes the first one's place
  g_assert_cmpstr (ceci_snooze_get_made_on (snooze), ==, "2026-03-02");
  g_assert_cmpstr (ceci_snooze_get_display_name (snooze), ==, "Élodie Martin");
  g_assert_cmpuint (count_kind (database, "2026-03-20", CECI_TODO_AGREEMENT), ==, 0);
  g_assert_cmpuint (count_kind (database, "2026-03-21", CECI_TODO_AGREEMENT), ==, 1);
  g_assert_true (ceci_snooze_repository_wake (database, again, &error));
  g_assert_cmpuint (count_kind (database, "2026-03-02", CECI_TODO_AGREEMENT), ==, 1);
  past = ceci_snooze_repository_add (database, student, "R21", "2026-03-01", "Late", "2026-03-02", &error);
  g_assert_null (past);
  assert_refused (error, CECI_STORE_ERROR_INVALID);
}

// --- whose facts a step touched ------------------------------------------------------------

typedef struct {
  char *cohort, *first, *second, *hours;
  CeciChanges *changes;
} Touching;

static gpointer
begin (CeciDatabase *database, gpointer data, GError **error)
{
  Touching *self = data;

  g_assert_true (ceci_register_seed_defaults (database, error));
  self->cohort = make_cohort (database, "February 2026", 30);
  self->first = make_student (database, self->cohort, "Élodie", "Martin", "000123");
  self->second = make_student (database, self->cohort, "Noé", "Dubois", "000124");
  add_hours (database, self->first, "claimed");
  return NULL;
}

static gpointer
remove_hours (CeciDatabase *database, gpointer data, GError **error)
{
  Touching *self = data;
  g_autoptr (GListModel) hours = ceci_hours_repository_list (database, self->first, error);
  g_autoptr (CeciRecord) entry = g_list_model_get_item (hours, 0);

  ceci_hours_repository_remove (database, ceci_record_get_id (entry), error);
  return NULL;
}

static gpointer
change_cohort (CeciDatabase *database, gpointer data, GError **error)
{
  ceci_cohort_repository_set_phase (database, ((Touching *) data)->cohort, CECI_COHORT_PHASE_RUNNING, error);
  return NULL;
}

static gpointer
name_office (CeciDatabase *database, gpointer data, GError **error)
{
  ceci_database_run (database, error, "UPDATE setting SET value = 'X' WHERE id = 'office-name'", "");
  return NULL;
}

// What facts are made of: each row here leads to whom it is about, both students of one organisation or the first.
static const struct {
  const char *table, *sql;
  guint students;
} touches[] = {
    {"organisation", "UPDATE organisation SET kind = 'association'", 2},
    {"contact",
     "INSERT INTO contact (id, organisation_id, name) SELECT 'c', organisation_id, 'Ali' FROM placement LIMIT 1", 2},
    {"mandate",
     "INSERT INTO mandate (id, organisation_id, holder_name, role, starts_on) SELECT 'm', organisation_id, "
     "'Ali', 'Member', '2026-03-01' FROM placement LIMIT 1",
     2},
    {"mandate", "DELETE FROM mandate", 2},
    {"offer",
     "INSERT INTO offer (id, organisation_id, title) SELECT 'o', organisation_id, 'Welcome' FROM placement LIMIT 1",
     0}, // nobody’s yet
    {"placement", "UPDATE placement SET offer_id = 'o' WHERE student_id = $1", 1},
    {"offer", "UPDATE offer SET labelled = 1", 1},
    {"supervisor_member",
     "INSERT INTO supervisor_member (id, placement_id, name) SELECT 's', id, 'Ali' FROM placement "
     "WHERE student_id = $1",
     1},
    {"agreement",
     "INSERT INTO agreement (id, placement_id, number, drawn_on) SELECT 'a', id, 7, '2026-03-01' FROM "
     "placement WHERE student_id = $1",
     1},
    {"signature",
     "INSERT INTO signature (id, agreement_id, party, signatory, signed_on) VALUES ('x', 'a', 'student', "
     "'Élodie', '2026-03-01')",
     1},
    {"signature", "DELETE FROM signature WHERE id = 'x'", 1},
    {"interruption",
     "INSERT INTO interruption (id, student_id, starts_on, ends_on, reason) VALUES ('i', $1, "
     "'2026-03-01', '2026-04-01', 'Left')",
     1},
    {"meeting",
     "INSERT INTO meeting (id, cohort_id, held_on, title) SELECT 'r', cohort_id, '2026-03-04', 'Meeting' FROM "
     "student LIMIT 1",
     2},
    {"attendance", "INSERT INTO attendance (id, meeting_id, student_id, state) VALUES ('t', 'r', $1, 'absent')", 1},
};

typedef struct {
  Touching *touching;
  guint i;
} Touch;

static gpointer
touch (CeciDatabase *database, gpointer data, GError **error)
{
  Touch *it = data;
  const char *sql = touches[it->i].sql;

  ceci_database_run (database, error, sql, strstr (sql, "$1") != NULL ? "t" : "", it->touching->first);
  return NULL;
}

static gpointer
look (CeciDatabase *database, gpointer data, GError **error)
{
  Touching *self = data;
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean everyone = TRUE;

  g_assert_true (ceci_facts_touched (database, self->changes, ids, &everyone, error));
  g_assert_false (everyone);
  return ids;
}

static void
on_changed (Touching *self, CeciChanges *changes)
{
  g_clear_pointer (&self->changes, ceci_changes_unref);
  self->changes = ceci_changes_ref (changes);
}

static void
test_touched (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ceci-test-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "register.ceci", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CeciRegister) reg = ceci_register_open (file, CECI_REGISTER_CREATE, "Marie", NULL, &error);
  static const struct {
    CeciRegisterFunc step;
    guint students;
  } steps[] = {{remove_hours, 1}, {change_cohort, 2}, {name_office, 0}};
  Touching self = {0};

  g_assert_no_error (error);
  g_signal_connect_swapped (reg, "changed", G_CALLBACK (on_changed), &self);
  ceci_register_write (reg, "Begin", begin, &self, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    g_autoptr (GHashTable) ids = NULL;

    ceci_register_write (reg, "Change", steps[i].step, &self, &error);
    g_assert_no_error (error);
    ids = ceci_register_read (reg, look, &self, &error);
    g_assert_cmpuint (g_hash_table_size (ids), ==, steps[i].students);
    if (steps[i].students == 1)
      g_assert_true (g_hash_table_contains (ids, self.first)); // though the row is gone
  }
  for (guint i = 0; i < G_N_ELEMENTS (touches); i++) {
    g_autoptr (GHashTable) ids = NULL;
    Touch it = {&self, i};

    g_test_message ("%s: %s", touches[i].table, touches[i].sql);
    ceci_register_write (reg, "Touch", touch, &it, &error);
    g_assert_no_error (error);
    ids = ceci_register_read (reg, look, &self, &error);
    g_assert_cmpuint (g_hash_table_size (ids), ==, touches[i].students);
    if (touches[i].students == 1)
      g_assert_true (g_hash_table_contains (ids, self.first));
  }
  g_free (ceci_register_undo (reg, NULL, &error));
  g_assert_no_error (error);
  ceci_register_close (reg);
  g_clear_pointer (&self.changes, ceci_changes_unref);
  g_free (self.cohort);
  g_free (self.first);
  g_free (self.second);
  g_unlink (path);
}

// What the schedule has erased is to do, in the same list.
static void
test_retention (CeciDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cohort = make_cohort (database, "February 2026", 30);
  g_autofree char *student = make_student (database, cohort, "Élodie", "Martin", "000123");
  g_autofree char *other = make_student (database, cohort, "Noé", "Lambert", "000124");
  g_autoptr (GPtrArray) todos = NULL;
  CeciTodo *todo;

  ceci_student_repository_set_state (database, student, CECI_STUDENT_STATE_WITHDRAWN, "2026-03-01", "x", &error);
  ceci_student_repository_set_state (database, other, CECI_STUDENT_STATE_WITHDRAWN, "2026-04-01", "x", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_kind (database, "2028-02-29", CECI_TODO_RETENTION), ==, 0);
  g_assert_cmpuint (count_kind (database, "2028-04-01", CECI_TODO_RETENTION), ==, 1); // both in one
  todos = ceci_todo_repository_list (database, NULL, "2028-04-01", &error);
  todo = find_kind (todos, CECI_TODO_RETENTION);
  g_assert_null (ceci_todo_get_student_id (todo));
  g_assert_false (ceci_todo_can_sleep (todo));
  g_assert_cmpstr (ceci_finding_get_since (ceci_todo_get_finding (todo)), ==, "2028-03-01");
  g_assert_nonnull (strstr (ceci_finding_get_reason (ceci_todo_get_finding (todo)), "2 persons"));

  g_assert_true (ceci_database_run (database, &error, "UPDATE person SET gender = 'female'", ""));
  g_assert_true (ceci_database_run (database, &error,
                                    "INSERT INTO selection (id, cohort_id, made_at, seed, places, targets, "
                                    "confirmed_on) VALUES ('x', $1, '2026-01-20T09:00:00.000Z', 1, 30, '{}', "
                                    "'2026-01-21')",
                                    "t", cohort));
  g_assert_cmpuint (count_kind (database, "2026-02-19", CECI_TODO_RETENTION), ==, 0);
  g_assert_cmpuint (count_kind (database, "2026-02-20", CECI_TODO_RETENTION), ==, 1); // of the intake
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_model_test ("/todo/groups", test_groups);
  add_model_test ("/todo/hours", test_hours);
  add_model_test ("/todo/R11/deadlines", test_deadlines);
  add_model_test ("/todo/applications", test_applications);
  add_model_test ("/todo/snooze", test_snooze);
  add_model_test ("/todo/R28/erasure-request/retention", test_retention);
  g_test_add_func ("/todo/touched", test_touched);
  return g_test_run ();
}
