// SPDX-License-Identifier: GPL-3.0-or-later
// What the regulation finds: facts are gathered, rules are run over them, and what was put aside is left out.

#include "config.h"

#include "ceci-findings-repository.h"

#include <string.h>

#include "ceci-sql.h"

// Fewer students than this are checked sooner than a thread has started.
#define WORTH_A_THREAD 2000
#define MOST_THREADS 4

typedef struct {
  const CeciFindingsQuery *query;
  GHashTable *aside; // student id to an array of the rules put aside
  CeciFindingsFunc func;
  gpointer user_data;
} Check;

static gboolean
is_aside (GPtrArray *rules, const char *rule)
{
  return rules != NULL && g_ptr_array_find_with_equal_func (rules, rule, g_str_equal, NULL);
}

static GHashTable *
read_aside (CeciDatabase *database, const char *today, GError **error)
{
  g_autoptr (GHashTable) aside =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  CeciStatement *statement =
      ceci_database_query (database, error, "SELECT student_id, rule FROM snooze WHERE until >= $1", "t", today);
  g_autoptr (GError) failure = NULL;

  while (statement != NULL && ceci_statement_step (statement, &failure)) {
    GPtrArray *rules = g_hash_table_lookup (aside, ceci_statement_text (statement, 0));

    if (rules == NULL) {
      rules = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (aside, g_strdup (ceci_statement_text (statement, 0)), rules);
    }
    g_ptr_array_add (rules, g_strdup (ceci_statement_text (statement, 1)));
  }
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
  GPtrArray *aside = job->aside != NULL ? g_hash_table_lookup (job->aside, facts->student_id) : NULL;
  g_autoptr (GPtrArray) findings = NULL;
  guint kept = 0;

  if (!job->query->gone && strcmp (facts->state, "enrolled") != 0)
    return;
  findings = ceci_regulation_check (regulation, facts, job->query->today);
  if (job->query->more != NULL)
    job->query->more (facts, job->query->today, findings);
  for (guint i = 0; i < findings->len; i++) {
    CeciFinding *finding = findings->pdata[i];

    if (ceci_finding_get_state (finding) >= job->query->least && !is_aside (aside, ceci_finding_get_rule (finding)))
      findings->pdata[kept++] = finding;
    else
      g_object_unref (finding);
  }
  // what stands behind was moved or freed
  g_ptr_array_set_free_func (findings, NULL);
  g_ptr_array_set_size (findings, (int) kept);
  g_ptr_array_set_free_func (findings, g_object_unref);
  job->func (findings, job->user_data);
}

static gboolean
run (CeciDatabase *database, Check *job, const CeciFactsScope *scope, GError **error)
{
  if (job->query->student_ids != NULL)
    return ceci_facts_repository_gather_students (database, job->query->student_ids, check, job, error);
  return ceci_facts_repository_gather (database, scope, check, job, error);
}

static CeciFactsScope
scope_of (const CeciFindingsQuery *query)
{
  CeciFactsScopeKind kind = query->cohort_id != NULL ? CECI_FACTS_OF_COHORT
                            : query->gone            ? CECI_FACTS_OF_EVERYONE
                                                     : CECI_FACTS_OF_ENROLLED;

  return (CeciFactsScope) {kind, query->cohort_id, CECI_FACTS_FIRST, CECI_FACTS_END};
}

/**
 * ceci_findings_repository_foreach:
 * @database: a connection
 * @query: what is asked
 * @func: called with each student's findings, which may be none; it must not query @database
 * @user_data: for @func
 * @error: return location for an error
 *
 * Returns: whether all were checked
 */
gboolean
ceci_findings_repository_foreach (CeciDatabase *database, const CeciFindingsQuery *query, CeciFindingsFunc func,
                                  gpointer user_data, GError **error)
{
  g_autoptr (GHashTable) aside = query->asleep ? NULL : read_aside (database, query->today, error);
  CeciFactsScope scope = scope_of (query);
  Check job = {query, aside, func, user_data};

  return (query->asleep || aside != NULL) && run (database, &job, &scope, error);
}

static void
keep (GPtrArray *findings, gpointer user_data)
{
  GPtrArray *kept = user_data;

  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (kept, g_object_ref (findings->pdata[i]));
}

// --- on several threads -----------------------------------------------------------

typedef struct {
  CeciDatabase *database; // a connection of its own, but for the first
  Check job;
  CeciFactsScope scope;
  char *from;
  GPtrArray *found;
  GError *error;
} Share;

static gpointer
run_share (gpointer data)
{
  Share *share = data;

  return GINT_TO_POINTER (run (share->database, &share->job, &share->scope, &share->error));
}

// The first id of each share but the first: as many students stand before each as between two.
static char *
find_start (CeciDatabase *database, const CeciFindingsQuery *query, gint64 skip, GError **error)
{
  return ceci_database_text (database, error,
                             query->gone
                                 ? "SELECT id FROM student ORDER BY id LIMIT 1 OFFSET $1"
                                 : "SELECT id FROM student WHERE state = 'enrolled' ORDER BY id LIMIT 1 OFFSET $1",
                             "i", skip);
}

static gint64
count_students (CeciDatabase *database, const CeciFindingsQuery *query, GError **error)
{
  return ceci_database_integer (
      database, error,
      query->gone ? "SELECT count(*) FROM student" : "SELECT count(*) FROM student WHERE state = 'enrolled'", "");
}

static gboolean
start_shares (Share *shares, guint n, GThread **threads, GError **error)
{
  for (guint i = 1; i < n; i++) {
    shares[i].database = ceci_database_open_beside (shares[0].database, error);
    if (shares[i].database == NULL)
      return FALSE;
    shares[i - 1].scope.before = shares[i].from;
    shares[i].scope.from = shares[i].from;
  }
  for (guint i = 1; i < n; i++)
    threads[i] = g_thread_new ("check", run_share, &shares[i]);
  return TRUE;
}

// A student is checked by one connection and so from one commit, even if another is made meanwhile.
static gboolean
query_shared (CeciDatabase *database, const CeciFindingsQuery *query, GHashTable *aside, guint n, gint64 students,
              GPtrArray *findings, GError **error)
{
  Share shares[MOST_THREADS] = {{NULL}};
  GThread *threads[MOST_THREADS] = {NULL};
  gboolean done = TRUE;

  for (guint i = 0; i < n; i++) {
    shares[i] = (Share) {.scope = scope_of (query), .found = i == 0 ? findings : g_ptr_array_new ()};
    shares[i].job = (Check) {query, aside, keep, shares[i].found};
    if (i > 0 && done)
      done = (shares[i].from = find_start (database, query, students * i / n, error)) != NULL;
  }
  shares[0].database = database;
  done = done && start_shares (shares, n, threads, error);
  if (done)
    run_share (&shares[0]);
  for (guint i = 0; i < n; i++) {
    if (threads[i] != NULL)
      g_thread_join (threads[i]);
    if (shares[i].error != NULL && done)
      g_propagate_error (error, g_steal_pointer (&shares[i].error));
    done = done && shares[i].error == NULL;
    g_clear_error (&shares[i].error);
    if (i > 0) {
      g_ptr_array_extend_and_steal (findings, shares[i].found);
      ceci_database_close_beside (shares[i].database);
    }
    g_free (shares[i].from);
  }
  // an error that came after the first one
  return done;
}

/**
 * ceci_findings_repository_query:
 * @database: a connection
 * @query: what is asked
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type CeciFinding): the findings, those of a student together
 */
GPtrArray *
ceci_findings_repository_query (CeciDatabase *database, const CeciFindingsQuery *query, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) aside = NULL;
  guint n = MIN (g_get_num_processors (), MOST_THREADS);
  gint64 students = 0;

  // inside a write step, another connection would not see what was written
  if (query->student_ids == NULL && query->cohort_id == NULL && n > 1 && !ceci_database_is_writable (database)) {
    students = count_students (database, query, error);
    if (students < 0)
      return NULL;
  }
  if (students < WORTH_A_THREAD)
    return ceci_findings_repository_foreach (database, query, keep, findings, error) ? g_steal_pointer (&findings)
                                                                                     : NULL;
  if (!query->asleep && (aside = read_aside (database, query->today, error)) == NULL)
    return NULL;
  return query_shared (database, query, aside, n, students, findings, error) ? g_steal_pointer (&findings) : NULL;
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
  g_autoptr (GPtrArray) students = NULL;
  CeciFindingsQuery query = {.today = today,
                             .cohort_id = cohort_id,
                             .least = all ? CECI_FINDING_OK : CECI_FINDING_PENDING,
                             .asleep = all,
                             .gone = student_id != NULL};

  if (student_id != NULL) {
    students = g_ptr_array_new ();
    g_ptr_array_add (students, (gpointer) student_id);
    query.student_ids = students;
  }
  return ceci_findings_repository_query (database, &query, error);
}
