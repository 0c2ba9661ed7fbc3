// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl check, attention, snooze: what the regulation finds, what there is to do, and what was put aside.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-cli.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-findings-repository.h"
#include "core/model/ceci-labels.h"
#include "core/model/ceci-snooze-repository.h"
#include "core/model/ceci-student-repository.h"
#include "core/model/ceci-todo-repository.h"
#include "core/store/ceci-date.h"

typedef struct {
  const char *cohort, *student, *today;
  CeciCli *cli;
  JsonArray *array;
} Question;

static void
print_findings (GPtrArray *findings, gpointer user_data)
{
  Question *question = user_data;

  for (guint i = 0; i < findings->len; i++) {
    CeciFinding *finding = findings->pdata[i];

    if (question->cli->json)
      json_array_add_element (question->array, ceci_finding_to_json (finding));
    else
      ceci_cli_print_finding (question->cli, "", finding);
  }
}

// Said as they come: of a hundred thousand students nothing is kept.
static gpointer
check (CeciDatabase *database, gpointer user_data, GError **error)
{
  Question *question = user_data;
  g_autoptr (CeciCohort) cohort = NULL;
  g_autoptr (CeciStudent) student = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  CeciFindingsQuery query = {.today = question->today, .least = CECI_FINDING_OK, .asleep = TRUE};

  if (question->student != NULL) {
    student = ceci_student_repository_look_up (database, question->student, error);
    if (student == NULL)
      return NULL;
    ids = g_ptr_array_new ();
    g_ptr_array_add (ids, (gpointer) ceci_record_get_id (CECI_RECORD (student)));
    query.student_ids = ids;
    query.gone = TRUE;
  } else if (question->cohort != NULL) {
    cohort = ceci_cohort_repository_look_up (database, question->cohort, error);
    if (cohort == NULL)
      return NULL;
    query.cohort_id = ceci_record_get_id (CECI_RECORD (cohort));
  }
  ceci_findings_repository_foreach (database, &query, print_findings, question, error);
  return NULL;
}

static CeciExit
finish (CeciCli *cli, JsonArray *array, GError *error)
{
  JsonNode *node = json_node_init_array (json_node_alloc (), array);

  json_array_unref (array);
  if (error == NULL)
    return ceci_cli_json (cli, node);
  json_node_unref (node);
  return ceci_cli_fail (error);
}

static CeciExit
run_check (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *cohort = NULL, *student = NULL;
  const GOptionEntry entries[] = {
      {"cohort", 0, 0, G_OPTION_ARG_STRING, &cohort, NULL, NULL},
      {"student", 0, 0, G_OPTION_ARG_STRING, &student, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  Question question = {0};
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc > 1)
    return ceci_cli_usage (&ceci_cli_check[0], NULL);
  opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  question = (Question) {cohort, student, cli->today, cli, json_array_new ()};
  ceci_register_read (opened, check, &question, &error);
  return finish (cli, question.array, error);
}

// --- attention ----------------------------------------------------------------------

static gpointer
find_todos (CeciDatabase *database, gpointer user_data, GError **error)
{
  Question *question = user_data;
  g_autoptr (CeciCohort) cohort =
      question->cohort != NULL ? ceci_cohort_repository_look_up (database, question->cohort, error) : NULL;

  if (question->cohort != NULL && cohort == NULL)
    return NULL;
  return ceci_todo_repository_list (database, cohort != NULL ? ceci_record_get_id (CECI_RECORD (cohort)) : NULL,
                                    question->today, error);
}

static void
print_todo (CeciCli *cli, CeciTodo *todo)
{
  CeciFinding *finding = ceci_todo_get_finding (todo);
  const char *due = ceci_finding_get_due (finding), *since = ceci_finding_get_since (finding);
  g_autofree char *day = ceci_date_format_short (due != NULL ? due : since);
  g_autofree char *who = ceci_todo_dup_who (todo);
  g_autofree char *when = NULL;

  if (due != NULL)
    when = g_strdup_printf (_ ("by %s"), day);
  else if (since != NULL)
    when = g_strdup_printf (_ ("since %s"), day);
  ceci_cli_print (cli, "  %s: %s%s%s%s\n", who, ceci_finding_get_reason (finding), when != NULL ? " (" : "",
                  when != NULL ? when : "", when != NULL ? ")" : "");
}

static int
parse_kind (const char *nick)
{
  for (int i = 0; i < CECI_TODO_N_KINDS; i++)
    if (strcmp (ceci_todo_kind_get_nick ((CeciTodoKind) i), nick) == 0)
      return i;
  return -1;
}

static CeciExit
tell_todos (CeciCli *cli, GPtrArray *todos, int wanted)
{
  JsonArray *array = json_array_new ();
  int kind = -1;

  for (guint i = 0; i < todos->len; i++) {
    CeciTodo *todo = todos->pdata[i];

    if (wanted >= 0 && (int) ceci_todo_get_kind (todo) != wanted)
      continue;
    if ((int) ceci_todo_get_kind (todo) != kind)
      ceci_cli_print (cli, "%s%s\n", kind >= 0 ? "\n" : "", ceci_todo_kind_get_title (ceci_todo_get_kind (todo)));
    kind = (int) ceci_todo_get_kind (todo);
    print_todo (cli, todo);
    if (cli->json)
      json_array_add_element (array, ceci_todo_to_json (todo));
  }
  if (kind < 0)
    ceci_cli_print (cli, "%s\n", _ ("Nothing to do"));
  return finish (cli, array, NULL);
}

static CeciExit
run_attention (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *cohort = NULL, *kind = NULL;
  const GOptionEntry entries[] = {
      {"cohort", 0, 0, G_OPTION_ARG_STRING, &cohort, NULL, NULL},
      {"kind", 0, 0, G_OPTION_ARG_STRING, &kind, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (GPtrArray) todos = NULL;
  Question question = {0};
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc > 1 || (kind != NULL && parse_kind (kind) < 0))
    return ceci_cli_usage (&ceci_cli_check[1], NULL);
  opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  question = (Question) {.cohort = cohort, .today = cli->today};
  todos = ceci_register_read (opened, find_todos, &question, &error);
  return todos != NULL ? tell_todos (cli, todos, kind != NULL ? parse_kind (kind) : -1) : ceci_cli_fail (error);
}

// --- snooze -------------------------------------------------------------------------

static gpointer
list_sleeping (CeciDatabase *database, gpointer user_data, GError **error)
{
  return ceci_snooze_repository_list (database, user_data, error);
}

static CeciExit
run_snooze_list (CeciCli *cli, int argc, char **argv)
{
  static const char *const columns[] = {"id", "display-name", "rule", "until", "reason", "made-on", NULL};
  const char *const titles[] = {_ ("Id"),     _ ("Student"),      _ ("Rule"), _ ("Until"),
                                _ ("Reason"), _ ("Put aside on"), NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (GListModel) sleeping = NULL;
  CeciExit exit;

  if (argc > 1)
    return ceci_cli_usage (&ceci_cli_check[2], NULL);
  opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  sleeping = ceci_register_read (opened, list_sleeping, (gpointer) cli->today, &error);
  return sleeping != NULL ? ceci_cli_records (cli, sleeping, columns, titles) : ceci_cli_fail (error);
}

typedef struct {
  const char *student_id, *rule, *until, *reason, *today, *id;
} Snoozing;

static gpointer
put_aside (CeciDatabase *database, gpointer user_data, GError **error)
{
  Snoozing *self = user_data;

  return ceci_snooze_repository_add (database, self->student_id, self->rule, self->until, self->reason, self->today,
                                     error);
}

static CeciExit
tell_id (CeciCli *cli, const char *id)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  ceci_cli_print (cli, "%s\n", id);
  json_object_set_string_member (object, "id", id);
  json_node_take_object (node, object);
  return ceci_cli_json (cli, node);
}

static CeciExit
run_snooze_add (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *student_text = NULL, *reason = NULL, *until = NULL, *label = NULL, *id = NULL;
  const GOptionEntry entries[] = {
      {"student", 0, 0, G_OPTION_ARG_STRING, &student_text, NULL, NULL},
      {"until", 0, 0, G_OPTION_ARG_STRING, &until, NULL, NULL},
      {"reason", 0, 0, G_OPTION_ARG_STRING, &reason, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (CeciStudent) student = NULL;
  Snoozing snoozing = {0};
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 2 || student_text == NULL || until == NULL || reason == NULL)
    return ceci_cli_usage (&ceci_cli_check[3], NULL);
  student = ceci_cli_open_student (cli, student_text, TRUE, &opened, &exit);
  if (student == NULL)
    return exit;
  snoozing = (Snoozing) {ceci_record_get_id (CECI_RECORD (student)), argv[1], until, reason, cli->today, NULL};
  label = ceci_label_snooze (1, ceci_student_get_display_name (student), until);
  id = ceci_register_write (opened, label, put_aside, &snoozing, &error);
  return id != NULL ? tell_id (cli, id) : ceci_cli_fail (error);
}

static gpointer
wake (CeciDatabase *database, gpointer user_data, GError **error)
{
  ceci_snooze_repository_wake (database, user_data, error);
  return NULL;
}

static CeciExit
run_snooze_wake (CeciCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  CeciExit exit;

  if (argc != 2)
    return ceci_cli_usage (&ceci_cli_check[4], NULL);
  opened = ceci_cli_open (cli, TRUE, &exit);
  if (opened == NULL)
    return exit;
  ceci_register_write (opened, _ ("Wake what was put aside"), wake, argv[1], &error);
  return error == NULL ? tell_id (cli, argv[1]) : ceci_cli_fail (error);
}

const CeciCommand ceci_cli_check[] = {
    {"check", NULL, "[--cohort COHORT | --student STUDENT]", run_check},
    {"attention", NULL, "[--cohort COHORT] [--kind KIND]", run_attention},
    {"snooze", "list", "", run_snooze_list},
    {"snooze", "add", "RULE --student STUDENT --until YYYY-MM-DD --reason TEXT", run_snooze_add},
    {"snooze", "wake", "ID", run_snooze_wake},
    {NULL, NULL, NULL, NULL},
};
