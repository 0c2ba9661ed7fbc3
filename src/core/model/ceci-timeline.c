// SPDX-License-Identifier: GPL-3.0-or-later
// SQL of a student's timeline: one small query for each kind of event, and the rules' own dates for the deposit and the
// deadline.

#include "config.h"

#include "ceci-timeline.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-enums.h"
#include "ceci-facts-repository.h"
#include "ceci-sql.h"
#include "core/store/ceci-date.h"

// How an event's detail is written in the register.
typedef enum { TEXT, DATE, OUTCOME, NOTHING } Detail;

static const struct {
  const char *name, *title;
} kinds[] = {
    [CECI_EVENT_APPLICATION] = {"application", NC_ ("event", "Application received")},
    [CECI_EVENT_ENROLMENT] = {"enrolment", NC_ ("event", "Enrolled")},
    [CECI_EVENT_AGREEMENT] = {"agreement", NC_ ("event", "Agreement signed")},
    [CECI_EVENT_AMENDMENT] = {"amendment", NC_ ("event", "Amendment signed")},
    [CECI_EVENT_FIRST_HOURS] = {"first-hours", NC_ ("event", "First hours")},
    [CECI_EVENT_LATEST_HOURS] = {"latest-hours", NC_ ("event", "Latest hours")},
    [CECI_EVENT_WITHDRAWAL] = {"withdrawal", NC_ ("event", "Withdrawal")},
    [CECI_EVENT_READMISSION] = {"readmission", NC_ ("event", "Readmission")},
    [CECI_EVENT_EXTENSION] = {"extension", NC_ ("event", "Extension granted")},
    [CECI_EVENT_DEPOSIT] = {"deposit", NC_ ("event", "Portfolio complete")},
    [CECI_EVENT_JURY] = {"jury", NC_ ("event", "Jury")},
    [CECI_EVENT_DECISION] = {"decision", NC_ ("event", "Decision of the jury")},
    [CECI_EVENT_CERTIFICATE] = {"certificate", NC_ ("event", "Certificate issued")},
    [CECI_EVENT_REVOCATION] = {"revocation", NC_ ("event", "Certificate revoked")},
    [CECI_EVENT_TODAY] = {"today", NC_ ("event", "Today")},
    [CECI_EVENT_DEADLINE] = {"deadline", NC_ ("event", "Deadline of the portfolio")},
};

const char *
ceci_event_kind_title (CeciEventKind kind)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "event", kinds[kind].title);
}

const char *
ceci_event_kind_name (CeciEventKind kind)
{
  return kinds[kind].name;
}

#define SIGNED_ON(which)                                                                                               \
  "SELECT max (g.signed_on), o.name FROM placement l JOIN organisation o ON o.id = l.organisation_id JOIN agreement "  \
  "a ON a.placement_id = l.id JOIN signature g ON g.agreement_id = a.id WHERE l.student_id = $1 AND a.number " which   \
  " GROUP BY a.id HAVING count (*) = 3"
#define HOURS(edge)                                                                                                    \
  "SELECT " edge " (h.worked_on), NULL FROM hours h JOIN placement l ON l.id = h.placement_id WHERE l.student_id = "   \
  "$1 AND h.state <> 'refused'"

// Of the student $1: the day or the instant, and the detail.
static const struct {
  CeciEventKind kind;
  Detail detail;
  const char *sql;
} queries[] = {
    {CECI_EVENT_APPLICATION, NOTHING,
     "SELECT a.received_at, NULL FROM student s JOIN application a ON a.id = s.application_id WHERE s.id = $1"},
    {CECI_EVENT_ENROLMENT, TEXT,
     "SELECT s.enrolled_on, c.name FROM student s JOIN cohort c ON c.id = s.cohort_id WHERE s.id = $1"},
    {CECI_EVENT_AGREEMENT, TEXT, SIGNED_ON ("= 0")},
    {CECI_EVENT_AMENDMENT, TEXT, SIGNED_ON ("> 0")},
    {CECI_EVENT_FIRST_HOURS, NOTHING, HOURS ("min")},
    {CECI_EVENT_LATEST_HOURS, NOTHING, HOURS ("max")},
    {CECI_EVENT_WITHDRAWAL, TEXT,
     "SELECT s.left_on, s.state_reason FROM student s WHERE s.id = $1 AND s.state = 'withdrawn'"},
    {CECI_EVENT_WITHDRAWAL, NOTHING, "SELECT i.starts_on, NULL FROM interruption i WHERE i.student_id = $1"},
    {CECI_EVENT_READMISSION, TEXT, "SELECT i.ends_on, i.reason FROM interruption i WHERE i.student_id = $1"},
    {CECI_EVENT_EXTENSION, DATE, "SELECT x.granted_on, x.deadline FROM extension x WHERE x.student_id = $1"},
    {CECI_EVENT_JURY, TEXT,
     "SELECT j.held_on, j.name FROM dossier d JOIN jury_session j ON j.id = d.session_id WHERE d.student_id = $1"},
    {CECI_EVENT_DECISION, OUTCOME,
     "SELECT e.decided_on, e.outcome FROM dossier d JOIN decision e ON e.dossier_id = d.id WHERE d.student_id = $1"},
    {CECI_EVENT_CERTIFICATE, TEXT, "SELECT c.issued_on, c.number FROM certificate c WHERE c.student_id = $1"},
    {CECI_EVENT_REVOCATION, TEXT,
     "SELECT c.revoked_on, c.revoked_reason FROM certificate c WHERE c.student_id = $1 AND c.revoked_on IS NOT NULL"},
};

static void
event_free (gpointer data)
{
  CeciEvent *event = data;

  g_free (event->date);
  g_free (event->detail);
  g_free (event);
}

static void
add (GPtrArray *events, CeciEventKind kind, const char *date, const char *detail)
{
  CeciEvent *event;

  if (date == NULL)
    return;
  event = g_new0 (CeciEvent, 1);
  event->kind = kind;
  event->date = strlen (date) > strlen ("YYYY-MM-DD") ? ceci_date_from_instant (date) : g_strdup (date);
  event->detail = g_strdup (detail);
  g_ptr_array_add (events, event);
}

static char *
word_detail (Detail detail, const char *text)
{
  g_autofree char *date = NULL;

  if (text == NULL || detail == NOTHING)
    return NULL;
  if (detail == TEXT)
    return g_strdup (text);
  if (detail == OUTCOME)
    return g_strdup (ceci_enum_get_label (CECI_TYPE_OUTCOME, ceci_enum_from_nick (CECI_TYPE_OUTCOME, text)));
  date = ceci_date_format_long (text);
  // Translators: %s is a date
  return g_strdup_printf (_ ("Until %s"), date);
}

static gboolean
add_rows (CeciDatabase *database, const char *student_id, guint query, GPtrArray *events, GError **error)
{
  CeciStatement *row = ceci_database_query (database, error, queries[query].sql, "t", student_id);
  g_autoptr (GError) failure = NULL;

  if (row == NULL)
    return FALSE;
  while (ceci_statement_step (row, &failure)) {
    g_autofree char *detail =
        word_detail (queries[query].detail, ceci_statement_is_null (row, 1) ? NULL : ceci_statement_text (row, 1));

    add (events, queries[query].kind, ceci_statement_is_null (row, 0) ? NULL : ceci_statement_text (row, 0), detail);
  }
  ceci_statement_reset (row);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

// A deadline is awaited while the student is enrolled and the portfolio is not whole.
static gboolean
add_rule_dates (CeciDatabase *database, const char *student_id, GPtrArray *events, GError **error)
{
  g_autoptr (CeciRegulation) regulation = NULL;
  g_autoptr (CeciFacts) facts = ceci_facts_repository_find (database, student_id, &regulation, error);

  if (facts == NULL)
    return FALSE;
  g_autofree char *deposited_on = ceci_regulation_deposited_on (regulation, facts);
  g_autofree char *deadline = ceci_regulation_deadline (regulation, facts);

  add (events, CECI_EVENT_DEPOSIT, deposited_on, NULL);
  if (strcmp (facts->state, "enrolled") == 0 || deposited_on != NULL)
    add (events, CECI_EVENT_DEADLINE, deadline, NULL);
  return TRUE;
}

static int
by_day (gconstpointer one, gconstpointer other)
{
  const CeciEvent *first = one, *second = other;
  int order = strcmp (first->date, second->date);

  return order != 0 ? order : (int) first->kind - (int) second->kind;
}

/**
 * ceci_timeline_read:
 * @database: a connection
 * @student_id: whose
 * @today: the day it is, which stands among the events
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type CeciEvent): the events, the oldest first
 */
GPtrArray *
ceci_timeline_read (CeciDatabase *database, const char *student_id, const char *today, GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (event_free);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    if (!add_rows (database, student_id, i, events, error))
      return NULL;
  if (!add_rule_dates (database, student_id, events, error))
    return NULL;
  add (events, CECI_EVENT_TODAY, today, NULL);
  g_ptr_array_sort_values (events, by_day);
  return g_steal_pointer (&events);
}

JsonNode *
ceci_timeline_to_json (GPtrArray *events)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < events->len; i++) {
    const CeciEvent *event = events->pdata[i];
    JsonObject *object = json_object_new ();

    json_object_set_string_member (object, "kind", ceci_event_kind_name (event->kind));
    json_object_set_string_member (object, "date", event->date);
    if (event->detail != NULL)
      json_object_set_string_member (object, "detail", event->detail);
    json_array_add_object_element (array, object);
  }
  json_node_take_array (node, array);
  return node;
}
