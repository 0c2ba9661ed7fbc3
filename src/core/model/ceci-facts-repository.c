// SPDX-License-Identifier: GPL-3.0-or-later
// SQL of facts. Each table is read once, ordered by student; the readings advance side by side, so that one student's
// facts are in memory at a time, whether there are ten students or a hundred thousand.

#include "config.h"

#include "ceci-facts-repository.h"

#include <string.h>

#include "ceci-sql.h"
#include "ceci-student.h"
#include "core/store/ceci-date.h"

#define STUDENTS_SQL                                                                                                   \
  "SELECT s.id, " SQL_DISPLAY_NAME ", s.cohort_id, s.state, s.enrolled_on, s.left_on, "                                \
  "(SELECT x.deadline FROM extension x WHERE x.student_id = s.id ORDER BY x.granted_on DESC, x.id DESC LIMIT 1), "     \
  "a.state, a.planned_minutes, a.organisation_name, a.mission "                                                        \
  "FROM student s JOIN person p ON p.id = s.person_id LEFT JOIN application a ON a.id = s.application_id "
#define PLACEMENTS_SQL                                                                                                 \
  "SELECT s.id, l.id, o.kind, o.legal_form, l.starts_on, l.ends_on, l.closed_on, l.planned_minutes, g.id, "            \
  "(SELECT count(*) FROM signature x WHERE x.agreement_id = g.id), "                                                   \
  "(SELECT max(x.signed_on) FROM signature x WHERE x.agreement_id = g.id) "                                            \
  "FROM student s JOIN placement l ON l.student_id = s.id JOIN organisation o ON o.id = l.organisation_id "            \
  "LEFT JOIN agreement g ON g.placement_id = l.id AND g.number = 0 "
#define HOURS_SQL                                                                                                      \
  "SELECT s.id, h.placement_id, h.id, h.worked_on, h.minutes, h.state "                                                \
  "FROM student s JOIN placement l ON l.student_id = s.id JOIN hours h ON h.placement_id = l.id "
#define DOCUMENTS_SQL                                                                                                  \
  "SELECT s.id, d.id, d.kind, v.sha256, d.dated_on, d.deposited_at, v.health, d.removed_on "                           \
  "FROM student s JOIN document d ON d.student_id = s.id LEFT JOIN document_version v ON v.document_id = d.id "        \
  "AND v.number = (SELECT max(w.number) FROM document_version w WHERE w.document_id = d.id) "
#define COMPLETIONS_SQL "SELECT s.id, c.module_id FROM student s JOIN module_completion c ON c.student_id = s.id "

#define PARTIES 3

// One reading: it stands on the first row not taken yet, or at its end.
typedef struct {
  CeciStatement *statement;
  gboolean has_row;
} Reading;

typedef struct {
  CeciDatabase *database;
  Reading placements, hours, documents, completions;
  GPtrArray *modules;      // ids by position
  GHashTable *regulations; // cohort id to CeciRegulation
} Gathering;

static void
gathering_clear (Gathering *self)
{
  g_clear_pointer (&self->modules, g_ptr_array_unref);
  g_clear_pointer (&self->regulations, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Gathering, gathering_clear)

static char *
dup_text (CeciStatement *statement, guint column)
{
  return ceci_statement_is_null (statement, column) ? NULL : g_strdup (ceci_statement_text (statement, column));
}

static gboolean
advance (Reading *reading, GError **error)
{
  g_autoptr (GError) failure = NULL;

  reading->has_row = ceci_statement_step (reading->statement, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

// which: "" for everyone, or a condition on $1.
static CeciStatement *
query (CeciDatabase *database, const char *select, const char *which, const char *id, const char *order, GError **error)
{
  g_autofree char *sql = g_strconcat (select, which, order, NULL);

  return ceci_database_query (database, error, sql, *which != '\0' ? "t" : "", id);
}

static gboolean
start (Reading *reading, CeciDatabase *database, const char *select, const char *which, const char *id,
       const char *order, GError **error)
{
  reading->statement = query (database, select, which, id, order, error);
  return reading->statement != NULL && advance (reading, error);
}

static gboolean
is_of (Reading *reading, const char *student_id)
{
  return reading->has_row && strcmp (ceci_statement_text (reading->statement, 0), student_id) == 0;
}

static void
read_student (CeciFacts *facts, CeciStatement *statement)
{
  facts->student_id = dup_text (statement, 0);
  facts->person_name = dup_text (statement, 1);
  facts->cohort_id = dup_text (statement, 2);
  facts->state = dup_text (statement, 3);
  facts->enrolled_on = dup_text (statement, 4);
  facts->left_on = dup_text (statement, 5);
  facts->extended_to = dup_text (statement, 6);
  facts->application_state = dup_text (statement, 7);
  facts->application_minutes = ceci_statement_is_null (statement, 8) ? -1 : ceci_statement_integer (statement, 8);
  facts->application_has_organisation =
      !ceci_statement_is_null (statement, 9) && !is_blank (ceci_statement_text (statement, 9));
  facts->application_has_mission =
      !ceci_statement_is_null (statement, 10) && !is_blank (ceci_statement_text (statement, 10));
}

static gboolean
take_placements (Gathering *self, CeciFacts *facts, GError **error)
{
  while (is_of (&self->placements, facts->student_id)) {
    CeciStatement *statement = self->placements.statement;
    CeciPlacementFacts placement = {
        .id = dup_text (statement, 1),
        .organisation_kind = dup_text (statement, 2),
        .legal_form = dup_text (statement, 3),
        .starts_on = dup_text (statement, 4),
        .ends_on = dup_text (statement, 5),
        .closed_on = dup_text (statement, 6),
        .planned_minutes = ceci_statement_integer (statement, 7),
        .has_agreement = !ceci_statement_is_null (statement, 8),
        .n_signatures = (guint) ceci_statement_integer (statement, 9),
    };
    if (placement.n_signatures >= PARTIES)
      placement.last_signed_on = dup_text (statement, 10);
    g_array_append_val (facts->placements, placement);
    if (!advance (&self->placements, error))
      return FALSE;
  }
  return TRUE;
}

static guint
find_placement (const CeciFacts *facts, const char *id)
{
  for (guint i = 0; i < facts->placements->len; i++)
    if (strcmp (g_array_index (facts->placements, CeciPlacementFacts, i).id, id) == 0)
      return i;
  return 0;
}

static gboolean
take_hours (Gathering *self, CeciFacts *facts, GError **error)
{
  while (is_of (&self->hours, facts->student_id)) {
    CeciStatement *statement = self->hours.statement;
    CeciHoursFacts hours = {
        .placement = find_placement (facts, ceci_statement_text (statement, 1)),
        .id = dup_text (statement, 2),
        .worked_on = dup_text (statement, 3),
        .minutes = ceci_statement_integer (statement, 4),
        .state = dup_text (statement, 5),
    };
    g_array_append_val (facts->hours, hours);
    if (!advance (&self->hours, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
take_documents (Gathering *self, CeciFacts *facts, GError **error)
{
  while (is_of (&self->documents, facts->student_id)) {
    CeciStatement *statement = self->documents.statement;
    CeciDocumentFacts document = {
        .id = dup_text (statement, 1),
        .kind = dup_text (statement, 2),
        .sha256 = dup_text (statement, 3),
        .dated_on = dup_text (statement, 4),
        .deposited_on = ceci_date_from_instant (ceci_statement_text (statement, 5)),
        .health = dup_text (statement, 6),
        .removed = !ceci_statement_is_null (statement, 7),
    };
    if (document.deposited_on == NULL)
      document.deposited_on = g_strndup (ceci_statement_text (statement, 5), strlen ("YYYY-MM-DD"));
    g_array_append_val (facts->documents, document);
    if (!advance (&self->documents, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
take_completions (Gathering *self, CeciFacts *facts, GError **error)
{
  facts->n_modules = self->modules->len;
  while (is_of (&self->completions, facts->student_id)) {
    const char *id = ceci_statement_text (self->completions.statement, 1);

    for (guint i = 0; i < self->modules->len && i < 64; i++)
      if (strcmp (g_ptr_array_index (self->modules, i), id) == 0)
        facts->modules |= G_GUINT64_CONSTANT (1) << i;
    if (!advance (&self->completions, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_modules (Gathering *self, GError **error)
{
  CeciStatement *statement =
      ceci_database_query (self->database, error, "SELECT id FROM module ORDER BY position, id", "");
  g_autoptr (GError) failure = NULL;

  self->modules = g_ptr_array_new_with_free_func (g_free);
  while (statement != NULL && ceci_statement_step (statement, &failure))
    g_ptr_array_add (self->modules, dup_text (statement, 0));
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (statement != NULL)
    return TRUE;
  return FALSE;
}

// Cohorts that follow the same regulation share the object.
static gboolean
read_regulations (Gathering *self, GError **error)
{
  CeciStatement *statement = ceci_database_query (
      self->database, error,
      "SELECT c.id, r.id, r.content FROM cohort c JOIN regulation r ON r.id = c.regulation_id ORDER BY r.id", "");
  g_autoptr (CeciRegulation) regulation = NULL;
  g_autofree char *regulation_id = NULL;
  g_autoptr (GError) failure = NULL;

  self->regulations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  while (statement != NULL && failure == NULL && ceci_statement_step (statement, &failure)) {
    if (g_strcmp0 (regulation_id, ceci_statement_text (statement, 1)) != 0) {
      g_set_str (&regulation_id, ceci_statement_text (statement, 1));
      g_clear_object (&regulation);
      regulation = ceci_regulation_new_from_json (ceci_statement_text (statement, 2), &failure);
    }
    if (regulation != NULL)
      g_hash_table_insert (self->regulations, dup_text (statement, 0), g_object_ref (regulation));
  }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (statement != NULL)
    return TRUE;
  return FALSE;
}

static gboolean
start_readings (Gathering *self, const char *which, const char *id, GError **error)
{
  return read_modules (self, error) && read_regulations (self, error) &&
         start (&self->placements, self->database, PLACEMENTS_SQL, which, id, " ORDER BY s.id, l.starts_on, l.id",
                error) &&
         start (&self->hours, self->database, HOURS_SQL, which, id, " ORDER BY s.id", error) &&
         start (&self->documents, self->database, DOCUMENTS_SQL, which, id, " ORDER BY s.id, d.deposited_at, d.id",
                error) &&
         start (&self->completions, self->database, COMPLETIONS_SQL, which, id, " ORDER BY s.id", error);
}

static gboolean
gather (CeciDatabase *database, const char *which, const char *id, CeciFactsFunc func, gpointer user_data,
        GError **error)
{
  g_auto (Gathering) self = {.database = database};
  g_autoptr (CeciFacts) facts = ceci_facts_new ();
  Reading students = {0};

  if (!start_readings (&self, which, id, error) ||
      !start (&students, database, STUDENTS_SQL, which, id, " ORDER BY s.id", error))
    return FALSE;
  while (students.has_row) {
    ceci_facts_clear (facts);
    read_student (facts, students.statement);
    if (!take_placements (&self, facts, error) || !take_hours (&self, facts, error) ||
        !take_documents (&self, facts, error) || !take_completions (&self, facts, error))
      return FALSE;
    func (facts, g_hash_table_lookup (self.regulations, facts->cohort_id), user_data);
    if (!advance (&students, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * ceci_facts_repository_foreach:
 * @database: a connection
 * @cohort_id: (nullable): a cohort's id; %NULL for everyone
 * @func: called with each student's facts, which it must not keep; it must not query @database
 * @user_data: for @func
 * @error: return location for an error
 *
 * Returns: whether all were read
 */
gboolean
ceci_facts_repository_foreach (CeciDatabase *database, const char *cohort_id, CeciFactsFunc func, gpointer user_data,
                               GError **error)
{
  return gather (database, cohort_id != NULL ? "WHERE s.cohort_id = $1" : "", cohort_id, func, user_data, error);
}

typedef struct {
  CeciFacts *facts;
  CeciRegulation *regulation;
} Found;

// The gatherer's facts are emptied for the next student: take what they hold.
static void
keep (CeciFacts *facts, CeciRegulation *regulation, gpointer user_data)
{
  Found *found = user_data;
  CeciFacts empty;

  found->facts = ceci_facts_new ();
  empty = *found->facts;
  *found->facts = *facts;
  *facts = empty;
  found->regulation = g_object_ref (regulation);
}

/**
 * ceci_facts_repository_find:
 * @database: a connection
 * @student_id: a student's id
 * @regulation: (out) (optional) (transfer full): that of the student's cohort
 * @error: return location for an error; %CECI_STORE_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the student's facts
 */
CeciFacts *
ceci_facts_repository_find (CeciDatabase *database, const char *student_id, CeciRegulation **regulation, GError **error)
{
  Found found = {NULL, NULL};
  g_autoptr (CeciRegulation) of_cohort = NULL;

  if (!gather (database, "WHERE s.id = $1", student_id, keep, &found, error))
    return NULL;
  if (found.facts == NULL) {
    // the record's own sentence says that there is none
    g_autoptr (GObject) none = ceci_record_find (CECI_TYPE_STUDENT, database, student_id, error);
    return NULL;
  }
  of_cohort = found.regulation;
  if (regulation != NULL)
    *regulation = g_steal_pointer (&of_cohort);
  return found.facts;
}

typedef struct {
  GPtrArray *findings;
  const char *today;
  gboolean all;
  gboolean everyone; // those no longer enrolled too
  GHashTable *aside; // "student rule" of findings put aside until today or later
} Check;

static gboolean
is_aside (Check *job, CeciFinding *finding)
{
  g_autofree char *key =
      g_strdup_printf ("%s %s", ceci_finding_get_student_id (finding), ceci_finding_get_rule (finding));

  return g_hash_table_contains (job->aside, key);
}

static GHashTable *
read_aside (CeciDatabase *database, const char *today, GError **error)
{
  g_autoptr (GHashTable) aside = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  CeciStatement *statement = ceci_database_query (
      database, error, "SELECT student_id || ' ' || rule FROM snooze WHERE until >= $1", "t", today);
  g_autoptr (GError) failure = NULL;

  while (statement != NULL && ceci_statement_step (statement, &failure))
    g_hash_table_add (aside, dup_text (statement, 0));
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (statement != NULL)
    return g_steal_pointer (&aside);
  return NULL;
}

static void
check (CeciFacts *facts, CeciRegulation *regulation, gpointer user_data)
{
  Check *job = user_data;
  g_autoptr (GPtrArray) findings = NULL;

  if (!job->everyone && strcmp (facts->state, "enrolled") != 0)
    return;
  findings = ceci_regulation_check (regulation, facts, job->today);
  for (guint i = 0; i < findings->len; i++) {
    CeciFinding *finding = g_ptr_array_index (findings, i);

    if (job->all || (ceci_finding_get_state (finding) != CECI_FINDING_OK && !is_aside (job, finding)))
      g_ptr_array_add (job->findings, g_object_ref (finding));
  }
}

/**
 * ceci_findings_repository_list:
 * @database: a connection
 * @cohort_id: (nullable): a cohort's id
 * @student_id: (nullable): a student's id, which goes before @cohort_id
 * @today: the day it is
 * @all: whether findings that are OK, and those put aside, are wanted too
 * @error: return location for an error
 *
 * Of a cohort or of everyone, those who are no longer enrolled have no findings.
 *
 * Returns: (transfer full) (nullable) (element-type CeciFinding): the findings
 */
GPtrArray *
ceci_findings_repository_list (CeciDatabase *database, const char *cohort_id, const char *student_id, const char *today,
                               gboolean all, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) aside = read_aside (database, today, error);
  Check job = {findings, today, all, student_id != NULL, aside};
  gboolean done;

  if (aside == NULL)
    return NULL;

  if (student_id != NULL)
    done = gather (database, "WHERE s.id = $1", student_id, check, &job, error);
  else
    done = ceci_facts_repository_foreach (database, cohort_id, check, &job, error);
  return done ? g_steal_pointer (&findings) : NULL;
}
