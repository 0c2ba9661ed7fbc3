// SPDX-License-Identifier: GPL-3.0-or-later
// SQL of what there is to do. A finding is a light thing: its sentence waits until someone reads it, and the students'
// names are read in one query.

#include "config.h"

#include "ceci-todo-repository.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-enums.h"
#include "ceci-erasure-repository.h"
#include "ceci-findings-repository.h"
#include "ceci-sql.h"
#include "core/store/ceci-date.h"

#define NAME_COLUMNS "s.id, p.id, " SQL_DISPLAY_NAME ", p.search_key, c.id, c.name "
#define NAME_JOINS "JOIN person p ON p.id = s.person_id JOIN cohort c ON c.id = s.cohort_id "
// Below this, one query a student costs less than everyone's names.
#define FEW_STUDENTS 1000
// How long a supervisor is given before the office reminds them.
#define DAYS_TO_CONFIRM 14

// --- about students ----------------------------------------------------------------

static void
add_hours (const CeciFacts *facts, const char *today, const char *state, GPtrArray *findings)
{
  gboolean claimed = strcmp (state, "claimed") == 0;
  const char *first = NULL;
  gint64 minutes = 0;

  for (guint i = 0; i < facts->hours->len; i++) {
    const CeciHoursFacts *hours = &g_array_index (facts->hours, CeciHoursFacts, i);

    if (strcmp (hours->state, state) != 0)
      continue;
    minutes += hours->minutes;
    if (first == NULL || strcmp (hours->worked_on, first) < 0)
      first = hours->worked_on;
  }
  if (first == NULL || (claimed && ceci_date_days_between (first, today) < DAYS_TO_CONFIRM))
    return;
  g_ptr_array_add (
      findings, ceci_finding_new_worded (claimed ? "claimed-hours" : "hours", facts->student_id, CECI_FINDING_WARNING,
                                         first, NULL,
                                         claimed ? N_ ("%s are claimed, and the supervisor has not confirmed them.")
                                                 : N_ ("%s are confirmed by the supervisor and wait for the office."),
                                         "m", minutes));
}

// What no rule says: hours that wait for a hand.
static void
add_waiting_hours (const CeciFacts *facts, const char *today, GPtrArray *findings)
{
  add_hours (facts, today, "claimed", findings);
  add_hours (facts, today, "confirmed", findings);
}

static CeciTodoSubject *
read_subject (CeciStatement *row)
{
  return ceci_todo_subject_new (ceci_statement_text (row, 0), ceci_statement_text (row, 1),
                                ceci_statement_text (row, 2), ceci_statement_text (row, 3),
                                ceci_statement_text (row, 4), ceci_statement_text (row, 5));
}

static gboolean
read_subjects (CeciStatement *statement, GHashTable *subjects, GError **error)
{
  g_autoptr (GError) failure = NULL;

  while (statement != NULL && ceci_statement_step (statement, &failure)) {
    gpointer key = NULL;

    if (g_hash_table_lookup_extended (subjects, ceci_statement_text (statement, 0), &key, NULL)) {
      CeciTodoSubject *subject = read_subject (statement);

      g_hash_table_replace (subjects, subject->student_id, subject);
    }
  }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (statement != NULL)
    return TRUE;
  return FALSE;
}

static void
clear_subject (gpointer subject)
{
  if (subject != NULL)
    ceci_todo_subject_unref (subject);
}

// The students of these findings by id, none of them named yet.
static GHashTable *
gather_ids (GPtrArray *findings)
{
  GHashTable *subjects = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, clear_subject);

  for (guint i = 0; i < findings->len; i++)
    g_hash_table_insert (subjects, (gpointer) ceci_finding_get_student_id (findings->pdata[i]), NULL);
  return subjects;
}

static gboolean
name_subjects (CeciDatabase *database, GHashTable *subjects, GError **error)
{
  if (g_hash_table_size (subjects) < FEW_STUDENTS) {
    g_autofree gpointer *ids = g_hash_table_get_keys_as_array (subjects, NULL);

    for (guint i = 0; ids[i] != NULL; i++) {
      g_autofree char *id = g_strdup (ids[i]);

      if (!read_subjects (ceci_database_query (database, error,
                                               "SELECT " NAME_COLUMNS "FROM student s " NAME_JOINS "WHERE s.id = $1",
                                               "t", id),
                          subjects, error))
        return FALSE;
    }
    return TRUE;
  }
  return read_subjects (
      ceci_database_query (database, error,
                           "SELECT " NAME_COLUMNS "FROM student s " NAME_JOINS "WHERE s.state = 'enrolled'", ""),
      subjects, error);
}

/**
 * ceci_todo_repository_of_students:
 * @database: a connection
 * @student_ids: (nullable) (element-type utf8): of these alone
 * @today: the day it is
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type CeciTodo): what is to do about students, but for notes and letters
 */
GPtrArray *
ceci_todo_repository_of_students (CeciDatabase *database, GPtrArray *student_ids, const char *today, GError **error)
{
  const CeciFindingsQuery query = {
      .today = today, .student_ids = student_ids, .least = CECI_FINDING_WARNING, .more = add_waiting_hours};
  g_autoptr (GPtrArray) findings = ceci_findings_repository_query (database, &query, error);
  g_autoptr (GHashTable) subjects = findings != NULL ? gather_ids (findings) : NULL;
  GPtrArray *todos;

  if (findings == NULL || !name_subjects (database, subjects, error))
    return NULL;
  todos = g_ptr_array_new_full (findings->len, g_object_unref);
  for (guint i = 0; i < findings->len; i++) {
    CeciFinding *finding = findings->pdata[i];
    CeciTodoSubject *subject = g_hash_table_lookup (subjects, ceci_finding_get_student_id (finding));

    if (subject != NULL)
      g_ptr_array_add (todos, ceci_todo_new (ceci_todo_kind_of (finding), finding, subject, NULL));
  }
  return todos;
}

// --- about the rest ----------------------------------------------------------------

static void
add_other (GPtrArray *todos, CeciTodoKind kind, CeciTodoSubject *subject, const char *reason, const char *since,
           const char *due, const char *row_id)
{
  g_autoptr (CeciFinding) finding =
      ceci_finding_new (ceci_todo_kind_get_nick (kind), subject->student_id != NULL ? subject->student_id : "",
                        CECI_FINDING_WARNING, reason, since, due);

  g_ptr_array_add (todos, ceci_todo_new (kind, finding, subject, row_id));
  ceci_todo_subject_unref (subject);
}

static CeciTodoSubject *
cohort_subject (CeciStatement *row)
{
  const char *name = ceci_statement_text (row, 1);

  return ceci_todo_subject_new (NULL, NULL, name, "", ceci_statement_text (row, 0), name);
}

static void
take_applications (GPtrArray *todos, CeciStatement *row)
{
  guint n = (guint) ceci_statement_integer (row, 2);
  g_autofree char *since = ceci_date_from_instant (ceci_statement_text (row, 3));
  g_autofree char *reason =
      g_strdup_printf (ngettext ("%u application waits for its check.", "%u applications wait for their check.", n), n);

  add_other (todos, CECI_TODO_APPLICATIONS, cohort_subject (row), reason, since, ceci_statement_text (row, 4), NULL);
}

static void
take_places (GPtrArray *todos, CeciStatement *row)
{
  guint places = (guint) ceci_statement_integer (row, 2), waiting = (guint) ceci_statement_integer (row, 3);
  g_autofree char *free = g_strdup_printf (ngettext ("%u place is free", "%u places are free", places), places);
  // Translators: %s is «3 places are free»
  g_autofree char *reason =
      g_strdup_printf (ngettext ("%s, and %u person waits.", "%s, and %u persons wait.", waiting), free, waiting);

  add_other (todos, CECI_TODO_PLACE_FREE, cohort_subject (row), reason, NULL, NULL, NULL);
}

static void
take_meeting (GPtrArray *todos, CeciStatement *row)
{
  g_autofree char *day = ceci_date_format_long (ceci_statement_text (row, 3));
  // Translators: a meeting's title, a date
  g_autofree char *reason =
      g_strdup_printf (_ ("“%s”, on %s: nobody’s attendance is marked."), ceci_statement_text (row, 4), day);

  add_other (todos, CECI_TODO_ATTENDANCE, cohort_subject (row), reason, ceci_statement_text (row, 3), NULL,
             ceci_statement_text (row, 2));
}

// What a note says is confidential, and stays where it is.
static void
take_note (GPtrArray *todos, CeciStatement *row)
{
  add_other (todos, CECI_TODO_NOTE, read_subject (row), _ ("A follow-up note is due."), NULL,
             ceci_statement_text (row, 7), ceci_statement_text (row, 6));
}

static void
take_letter (GPtrArray *todos, CeciStatement *row)
{
  g_autofree char *since = ceci_date_from_instant (ceci_statement_text (row, 8));
  g_autofree char *reason = g_strdup_printf (_ ("“%s” is prepared and was not sent."), ceci_statement_text (row, 7));

  add_other (todos, CECI_TODO_LETTER, read_subject (row), reason, since, NULL, ceci_statement_text (row, 6));
}

// What the schedule has erased by today: one thing for each intake's gender, one for each other kind of data.
static gboolean
add_retention (CeciDatabase *database, GPtrArray *todos, const char *today, GError **error)
{
  g_autoptr (GPtrArray) due = ceci_retention_due (database, today, error);
  guint counts[CECI_DUE_KINDS] = {0};
  const char *since[CECI_DUE_KINDS] = {NULL};

  for (guint i = 0; due != NULL && i < due->len; i++) {
    const CeciDue *one = due->pdata[i];

    if (one->kind == CECI_DUE_GENDER)
      add_other (todos, CECI_TODO_RETENTION, ceci_todo_subject_new (NULL, NULL, one->name, "", one->id, one->name),
                 _ ("The selection is confirmed: the gender of those who applied is to be erased."), one->due_on, NULL,
                 NULL);
    else if (counts[one->kind]++ == 0)
      since[one->kind] = one->due_on; // they come by date
  }
  for (guint kind = 0; due != NULL && kind < CECI_DUE_KINDS; kind++)
    if (counts[kind] > 0) {
      g_autofree char *reason =
          g_strdup_printf (ngettext ("%u person’s data was kept long enough, and is to be erased.",
                                     "%u persons’ data was kept long enough, and is to be erased.", counts[kind]),
                           counts[kind]);

      add_other (todos, CECI_TODO_RETENTION,
                 ceci_todo_subject_new (NULL, NULL, ceci_due_kind_label ((CeciDueKind) kind), "", "", ""), reason,
                 since[kind], NULL, NULL);
    }
  return due != NULL;
}

static const struct {
  const char *sql;
  void (*take) (GPtrArray *todos, CeciStatement *row);
} others[] = {
    {"SELECT c.id, c.name, count(*), min(a.received_at), c.closes_on FROM application a "
     "JOIN cohort c ON c.id = a.cohort_id WHERE a.state = 'received' AND c.phase IN ('applications', 'selection') "
     "AND $1 <> '' GROUP BY c.id, c.name, c.closes_on",
     take_applications},
    {"SELECT x.id, x.name, x.places - x.taken, x.waiting FROM (SELECT c.id, c.name, c.places, "
     "(SELECT count(*) FROM student s WHERE s.cohort_id = c.id AND s.state <> 'withdrawn') AS taken, "
     "(SELECT count(*) FROM application a WHERE a.cohort_id = c.id AND a.state = 'waiting') AS waiting "
     "FROM cohort c WHERE c.phase = 'running' AND $1 <> '') x WHERE x.waiting > 0 AND x.places > x.taken",
     take_places},
    {"SELECT c.id, c.name, m.id, m.held_on, m.title FROM meeting m JOIN cohort c ON c.id = m.cohort_id "
     "WHERE m.held_on < $1 AND m.cancelled_on IS NULL AND c.phase = 'running' "
     "AND NOT EXISTS (SELECT 1 FROM attendance a WHERE a.meeting_id = m.id) "
     "AND EXISTS (SELECT 1 FROM student s WHERE s.cohort_id = c.id AND s.enrolled_on <= m.held_on)",
     take_meeting},
    {"SELECT " NAME_COLUMNS ", n.id, n.due_on FROM follow_up_note n JOIN student s ON s.id = n.student_id " NAME_JOINS
     "WHERE n.state = 'open' AND n.due_on <= $1",
     take_note},
    {"SELECT e.student_id, p.id, " SQL_DISPLAY_NAME ", p.search_key, coalesce(c.id, ''), coalesce(c.name, ''), e.id, "
     "e.subject, e.prepared_at FROM letter e JOIN person p ON p.id = e.person_id "
     "LEFT JOIN student s ON s.id = e.student_id LEFT JOIN application a ON a.id = e.application_id "
     "LEFT JOIN cohort c ON c.id = coalesce(s.cohort_id, a.cohort_id) WHERE e.sent_on IS NULL AND $1 <> ''",
     take_letter},
};

/**
 * ceci_todo_repository_of_others:
 * @database: a connection
 * @today: the day it is
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type CeciTodo): what is to do and is no finding
 */
GPtrArray *
ceci_todo_repository_of_others (CeciDatabase *database, const char *today, GError **error)
{
  g_autoptr (GPtrArray) todos = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    CeciStatement *statement = ceci_database_query (database, error, others[i].sql, "t", today);
    g_autoptr (GError) failure = NULL;

    while (statement != NULL && ceci_statement_step (statement, &failure))
      others[i].take (todos, statement);
    if (failure != NULL)
      g_propagate_error (error, g_steal_pointer (&failure));
    else if (statement != NULL)
      continue;
    return NULL;
  }
  return add_retention (database, todos, today, error) ? g_steal_pointer (&todos) : NULL;
}

int
ceci_todo_compare_pointers (gconstpointer one, gconstpointer other)
{
  return ceci_todo_compare (*(CeciTodo *const *) one, *(CeciTodo *const *) other);
}

GPtrArray *
ceci_todo_repository_list (CeciDatabase *database, const char *cohort_id, const char *today, GError **error)
{
  g_autoptr (GPtrArray) all = ceci_todo_repository_of_students (database, NULL, today, error);
  g_autoptr (GPtrArray) rest = all != NULL ? ceci_todo_repository_of_others (database, today, error) : NULL;

  if (rest == NULL)
    return NULL;
  g_ptr_array_extend_and_steal (all, g_steal_pointer (&rest));
  for (guint i = all->len; cohort_id != NULL && i-- > 0;)
    if (g_strcmp0 (ceci_todo_get_cohort_id (all->pdata[i]), cohort_id) != 0)
      g_ptr_array_remove_index_fast (all, i);
  g_ptr_array_sort (all, ceci_todo_compare_pointers);
  return g_steal_pointer (&all);
}
