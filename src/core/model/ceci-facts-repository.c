// SPDX-License-Identifier: GPL-3.0-or-later
// SQL of facts. Each table is read once, ordered by student; the readings advance side by side, so that one student's
// facts are in memory at a time, whether there are ten students or a hundred thousand.
//
// To add facts: (1) members in CeciFacts, freed in ceci_facts_clear(); (2) a SELECT whose first column is the student's
// id, "FROM student s CROSS JOIN it ... WHERE it.student_id = s.id AND " (the condition on s follows), and its order
// after the student; (3) a function that takes one row; (4) a line in `readings`. A table that is read for everyone
// wants an index that begins with its student_id (or placement_id) and holds every column read, so that the table
// itself is never visited: see the end of 0002.sql. (5) A table that is new here: a line in ceci-facts-touched.c, which
// says whose findings a change of it touches.

#include "config.h"

#include "ceci-facts-repository.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-placement-facts.h"
#include "ceci-sql.h"
#include "ceci-student.h"
#include "core/store/ceci-date.h"

#define PARTIES 3

typedef struct _Gathering Gathering;

// One table's rows. take() is called for each row of the student whose facts are being gathered, in order.
typedef struct {
  const char *select; // up to the condition on s
  const char *order;  // after the student's id
  void (*take) (Gathering *self, CeciFacts *facts, CeciStatement *row);
} ReadingKind;

// It stands on the first row not taken yet, or at its end.
typedef struct {
  CeciStatement *statement;
  gboolean has_row;
} Reading;

#define STUDENTS_SQL                                                                                                   \
  "SELECT s.id, " SQL_DISPLAY_NAME ", s.cohort_id, s.state, s.enrolled_on, s.left_on, "                                \
  "(SELECT x.deadline FROM extension x WHERE x.student_id = s.id ORDER BY x.granted_on DESC, x.id DESC LIMIT 1), "     \
  "a.state, a.planned_minutes, a.organisation_name, a.mission "                                                        \
  "FROM student s JOIN person p ON p.id = s.person_id LEFT JOIN application a ON a.id = s.application_id WHERE "

static void take_placement (Gathering *self, CeciFacts *facts, CeciStatement *row);
static void take_member (Gathering *self, CeciFacts *facts, CeciStatement *row);
static void take_hours (Gathering *self, CeciFacts *facts, CeciStatement *row);
static void take_document (Gathering *self, CeciFacts *facts, CeciStatement *row);
static void take_completion (Gathering *self, CeciFacts *facts, CeciStatement *row);
static void take_attendance (Gathering *self, CeciFacts *facts, CeciStatement *row);
static void take_interruption (Gathering *self, CeciFacts *facts, CeciStatement *row);
static void take_amendment (Gathering *self, CeciFacts *facts, CeciStatement *row);
static void take_grid (Gathering *self, CeciFacts *facts, CeciStatement *row);

// Placements stand before what names them.
static const ReadingKind readings[] = {
    {"SELECT s.id, l.id, o.kind, o.legal_form, l.starts_on, l.ends_on, l.closed_on, l.planned_minutes, g.id, "
     "(SELECT count(*) FROM signature x WHERE x.agreement_id = g.id), "
     "(SELECT max(x.signed_on) FROM signature x WHERE x.agreement_id = g.id), " PLACEMENT_FACTS_COLUMNS
     "FROM student s CROSS JOIN placement l JOIN organisation o ON o.id = l.organisation_id "
     "JOIN person p ON p.id = s.person_id " PLACEMENT_FACTS_JOINS
     "LEFT JOIN agreement g ON g.placement_id = l.id AND g.number = 0 WHERE l.student_id = s.id AND ",
     "l.starts_on, l.id", take_placement},
    {"SELECT s.id, b.placement_id, b.name, b.since, b.until, " PLACEMENT_FACTS_NAMES
     " FROM student s CROSS JOIN placement l CROSS JOIN supervisor_member b JOIN person p ON p.id = s.person_id "
     "WHERE l.student_id = s.id AND b.placement_id = l.id AND ",
     NULL, take_member},
    {"SELECT s.id, h.placement_id, h.id, h.worked_on, h.minutes, h.state "
     "FROM student s CROSS JOIN placement l CROSS JOIN hours h WHERE l.student_id = s.id AND h.placement_id = l.id "
     "AND ",
     NULL, take_hours},
    {"SELECT s.id, d.id, d.kind, v.sha256, d.dated_on, d.deposited_at, v.health, d.removed_on, v.number "
     "FROM student s CROSS JOIN document d LEFT JOIN document_version v ON v.document_id = d.id "
     "WHERE d.student_id = s.id AND ",
     "d.deposited_at, d.id", take_document},
    {"SELECT s.id, c.module_id FROM student s CROSS JOIN module_completion c WHERE c.student_id = s.id AND ", NULL,
     take_completion},
    {"SELECT s.id, a.state, m.held_on FROM student s CROSS JOIN attendance a CROSS JOIN meeting m "
     "WHERE a.student_id = s.id AND m.id = a.meeting_id AND m.cancelled_on IS NULL AND ",
     NULL, take_attendance},
    {"SELECT s.id, i.starts_on, i.ends_on FROM student s CROSS JOIN interruption i WHERE i.student_id = s.id AND ",
     "i.starts_on", take_interruption},
    {"SELECT s.id, g.placement_id, g.number, (SELECT count(*) FROM signature x WHERE x.agreement_id = g.id) "
     "FROM student s CROSS JOIN placement l CROSS JOIN agreement g "
     "WHERE l.student_id = s.id AND g.placement_id = l.id AND g.number > 0 AND ",
     NULL, take_amendment},
    {"SELECT s.id, f.placement_id, f.filled_on, f.attested_minutes FROM student s CROSS JOIN placement l "
     "CROSS JOIN follow_up_grid f WHERE l.student_id = s.id AND f.placement_id = l.id AND ",
     NULL, take_grid},
};

struct _Gathering {
  CeciDatabase *database;
  Reading readings[G_N_ELEMENTS (readings)];
  GPtrArray *modules;      // ids by position
  GHashTable *regulations; // regulation id to CeciRegulation
  GHashTable *cohorts;     // cohort id to its CeciRegulation
  gint64 version;          // of the document taken last
  gboolean one;            // a single student: ids of entries too
};

static void
gathering_clear (Gathering *self)
{
  g_clear_pointer (&self->modules, g_ptr_array_unref);
  g_clear_pointer (&self->cohorts, g_hash_table_unref);
  g_clear_pointer (&self->regulations, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Gathering, gathering_clear)

static char *
dup_text (CeciStatement *statement, guint column)
{
  return g_strdup (ceci_statement_text (statement, column));
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
  facts->application_has_organisation = !is_blank (ceci_statement_text (statement, 9));
  facts->application_has_mission = !is_blank (ceci_statement_text (statement, 10));
}

static void
take_placement (Gathering *self, CeciFacts *facts, CeciStatement *row)
{
  CeciPlacementFacts placement = {
      .id = dup_text (row, 1),
      .organisation_kind = dup_text (row, 2),
      .legal_form = dup_text (row, 3),
      .starts_on = dup_text (row, 4),
      .ends_on = dup_text (row, 5),
      .closed_on = dup_text (row, 6),
      .planned_minutes = ceci_statement_integer (row, 7),
      .has_agreement = !ceci_statement_is_null (row, 8),
      .n_signatures = (guint) ceci_statement_integer (row, 9),
  };

  if (placement.n_signatures >= PARTIES)
    placement.last_signed_on = dup_text (row, 10);
  ceci_placement_facts_read (&placement, row, 11);
  g_array_append_val (facts->placements, placement);
}

static guint
find_placement (const CeciFacts *facts, const char *id)
{
  for (guint i = 0; i < facts->placements->len; i++)
    if (strcmp (g_array_index (facts->placements, CeciPlacementFacts, i).id, id) == 0)
      return i;
  return 0;
}

static void
take_member (Gathering *self, CeciFacts *facts, CeciStatement *row)
{
  CeciMemberFacts member = {
      .placement = find_placement (facts, ceci_statement_text (row, 1)),
      .since = dup_text (row, 3),
      .until = dup_text (row, 4),
      .is_student = ceci_name_is_of (ceci_statement_text (row, 2), ceci_statement_text (row, 5)) ||
                    ceci_name_is_of (ceci_statement_text (row, 2), ceci_statement_text (row, 6)),
  };

  g_array_append_val (facts->members, member);
}

static void
take_hours (Gathering *self, CeciFacts *facts, CeciStatement *row)
{
  CeciHoursFacts hours = {
      .placement = find_placement (facts, ceci_statement_text (row, 1)),
      .id = self->one ? dup_text (row, 2) : NULL,
      .worked_on = dup_text (row, 3),
      .minutes = ceci_statement_integer (row, 4),
      .state = dup_text (row, 5),
  };

  g_array_append_val (facts->hours, hours);
}

// Rows are versions of documents, those of one document together: the newest one speaks.
static void
take_document (Gathering *self, CeciFacts *facts, CeciStatement *row)
{
  const char *id = ceci_statement_text (row, 1);
  CeciDocumentFacts document = {NULL};
  CeciDocumentFacts *last = facts->documents->len == 0
                                ? NULL
                                : &g_array_index (facts->documents, CeciDocumentFacts, facts->documents->len - 1);

  if (last != NULL && strcmp (last->id, id) == 0) {
    if (ceci_statement_integer (row, 8) < self->version)
      return;
    self->version = ceci_statement_integer (row, 8);
    g_set_str (&last->sha256, ceci_statement_text (row, 3));
    g_set_str (&last->health, ceci_statement_text (row, 6));
    return;
  }
  self->version = ceci_statement_integer (row, 8);
  document = (CeciDocumentFacts) {
      .id = g_strdup (id),
      .kind = dup_text (row, 2),
      .sha256 = dup_text (row, 3),
      .dated_on = dup_text (row, 4),
      .deposited_on = ceci_date_from_instant (ceci_statement_text (row, 5)),
      .health = dup_text (row, 6),
      .removed = !ceci_statement_is_null (row, 7),
  };
  if (document.deposited_on == NULL)
    document.deposited_on = g_strndup (ceci_statement_text (row, 5), strlen ("YYYY-MM-DD"));
  g_array_append_val (facts->documents, document);
}

static void
take_completion (Gathering *self, CeciFacts *facts, CeciStatement *row)
{
  const char *id = ceci_statement_text (row, 1);

  for (guint i = 0; i < self->modules->len && i < 64; i++)
    if (strcmp (g_ptr_array_index (self->modules, i), id) == 0)
      facts->modules |= G_GUINT64_CONSTANT (1) << i;
}

// The first amendment that lacks a signature is the one to ask for.
static void
take_amendment (Gathering *self, CeciFacts *facts, CeciStatement *row)
{
  CeciPlacementFacts *placement =
      &g_array_index (facts->placements, CeciPlacementFacts, find_placement (facts, ceci_statement_text (row, 1)));
  gint64 number = ceci_statement_integer (row, 2);

  if (ceci_statement_integer (row, 3) < PARTIES &&
      (placement->unsigned_amendment == 0 || number < placement->unsigned_amendment))
    placement->unsigned_amendment = number;
}

static void
take_grid (Gathering *self, CeciFacts *facts, CeciStatement *row)
{
  CeciGridFacts grid = {dup_text (row, 2), ceci_statement_is_null (row, 3) ? -1 : ceci_statement_integer (row, 3),
                        find_placement (facts, ceci_statement_text (row, 1))};

  g_array_append_val (facts->grids, grid);
}

// Absences stand in the order of their days; few as they are, they are put in their place rather than sorted by SQL.
static void
take_interruption (Gathering *self, CeciFacts *facts, CeciStatement *row)
{
  CeciInterruptionFacts interruption = {dup_text (row, 1), dup_text (row, 2)};

  g_array_append_val (facts->interruptions, interruption);
}

static void
take_attendance (Gathering *self, CeciFacts *facts, CeciStatement *row)
{
  const char *state = ceci_statement_text (row, 1), *held_on = ceci_statement_text (row, 2);
  guint place = facts->absences->len;

  facts->n_attended += strcmp (state, "present") == 0;
  facts->n_excused += strcmp (state, "excused") == 0;
  if (strcmp (state, "absent") != 0)
    return;
  while (place > 0 && strcmp (g_ptr_array_index (facts->absences, place - 1), held_on) > 0)
    place--;
  g_ptr_array_insert (facts->absences, (int) place, g_strdup (held_on));
}

// --- reading side by side ---------------------------------------------------------

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

static gboolean
start (Reading *reading, CeciDatabase *database, const CeciFactsScope *scope, const char *select, const char *order,
       GError **error)
{
  static const char *const conditions[] = {
      [CECI_FACTS_OF_STUDENT] = "s.id = $1",
      [CECI_FACTS_OF_COHORT] = "s.cohort_id = $1",
      [CECI_FACTS_OF_ENROLLED] = "s.state = 'enrolled' AND s.id >= $1 AND s.id < $2",
      [CECI_FACTS_OF_EVERYONE] = "s.id >= $1 AND s.id < $2",
  };
  g_autofree char *sql =
      g_strconcat (select, conditions[scope->kind], " ORDER BY s.id", order != NULL ? ", " : "", order, NULL);

  reading->statement =
      ceci_database_query (database, error, sql, "tt", scope->id != NULL ? scope->id : scope->from, scope->before);
  return reading->statement != NULL && advance (reading, error);
}

static gboolean
take_all (Gathering *self, guint index, CeciFacts *facts, GError **error)
{
  Reading *reading = &self->readings[index];

  while (reading->has_row && strcmp (ceci_statement_text (reading->statement, 0), facts->student_id) == 0) {
    readings[index].take (self, facts, reading->statement);
    if (!advance (reading, error))
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

// Read when its first student comes; cohorts that follow the same regulation share the object.
static CeciRegulation *
find_regulation (Gathering *self, const char *cohort_id, GError **error)
{
  CeciRegulation *regulation = g_hash_table_lookup (self->cohorts, cohort_id);
  CeciStatement *statement;
  g_autofree char *id = NULL;

  if (regulation != NULL)
    return regulation;
  statement = ceci_database_query (
      self->database, error,
      "SELECT r.id, r.content FROM cohort c JOIN regulation r ON r.id = c.regulation_id WHERE c.id = $1", "t",
      cohort_id);
  if (statement == NULL || !ceci_statement_step (statement, error)) {
    if (statement != NULL && error != NULL && *error == NULL)
      g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_DAMAGED,
                   _ ("A student’s intake has no regulation. Check the register’s integrity, or restore a backup."));
    return NULL;
  }
  id = dup_text (statement, 0);
  regulation = g_hash_table_lookup (self->regulations, id);
  if (regulation == NULL) {
    regulation = ceci_regulation_new_from_json (ceci_statement_text (statement, 1), error);
    if (regulation == NULL)
      return NULL;
    g_hash_table_insert (self->regulations, g_steal_pointer (&id), regulation);
  }
  g_hash_table_insert (self->cohorts, g_strdup (cohort_id), regulation);
  ceci_statement_reset (statement);
  return regulation;
}

static void
gathering_init (Gathering *self, CeciDatabase *database)
{
  self->database = database;
  self->regulations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->cohorts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static gboolean
gather (Gathering *self, const CeciFactsScope *scope, CeciFactsFunc func, gpointer user_data, GError **error)
{
  g_autoptr (CeciFacts) facts = ceci_facts_new ();
  Reading students = {0};

  self->one = scope->kind == CECI_FACTS_OF_STUDENT;
  if (self->modules == NULL && !read_modules (self, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    if (!start (&self->readings[i], self->database, scope, readings[i].select, readings[i].order, error))
      return FALSE;
  if (!start (&students, self->database, scope, STUDENTS_SQL, NULL, error))
    return FALSE;
  while (students.has_row) {
    CeciRegulation *regulation;

    ceci_facts_clear (facts);
    read_student (facts, students.statement);
    facts->n_modules = self->modules->len;
    for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
      if (!take_all (self, i, facts, error))
        return FALSE;
    regulation = find_regulation (self, facts->cohort_id, error);
    if (regulation == NULL)
      return FALSE;
    func (facts, regulation, user_data);
    if (!advance (&students, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * ceci_facts_repository_gather:
 * @database: a connection
 * @scope: whose facts
 * @func: called with each student's facts, in the order of their ids; it must not keep them, nor query @database
 * @user_data: for @func
 * @error: return location for an error
 *
 * Returns: whether all were read
 */
gboolean
ceci_facts_repository_gather (CeciDatabase *database, const CeciFactsScope *scope, CeciFactsFunc func,
                              gpointer user_data, GError **error)
{
  g_auto (Gathering) self = {NULL};

  gathering_init (&self, database);
  return gather (&self, scope, func, user_data, error);
}

/**
 * ceci_facts_repository_gather_students:
 * @database: a connection
 * @student_ids: (element-type utf8): ids; of one who is not there, nothing is said
 * @func: called with each student's facts
 * @user_data: for @func
 * @error: return location for an error
 *
 * Returns: whether all were read
 */
gboolean
ceci_facts_repository_gather_students (CeciDatabase *database, GPtrArray *student_ids, CeciFactsFunc func,
                                       gpointer user_data, GError **error)
{
  g_auto (Gathering) self = {NULL};

  gathering_init (&self, database);
  for (guint i = 0; i < student_ids->len; i++) {
    CeciFactsScope scope = {CECI_FACTS_OF_STUDENT, .id = g_ptr_array_index (student_ids, i)};

    if (!gather (&self, &scope, func, user_data, error))
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
  CeciFactsScope scope = {cohort_id != NULL ? CECI_FACTS_OF_COHORT : CECI_FACTS_OF_EVERYONE, .id = cohort_id,
                          .from = CECI_FACTS_FIRST, .before = CECI_FACTS_END};

  return ceci_facts_repository_gather (database, &scope, func, user_data, error);
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
  CeciFactsScope scope = {CECI_FACTS_OF_STUDENT, .id = student_id};
  Found found = {NULL, NULL};
  g_autoptr (CeciRegulation) of_cohort = NULL;

  if (!ceci_facts_repository_gather (database, &scope, keep, &found, error))
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
