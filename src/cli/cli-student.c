// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl student: reading, finding and enrolling students. What changes an enrolment is in cli-life.c.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-cli.h"
#include "core/model/ceci-application-repository.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-labels.h"
#include "core/model/ceci-student-repository.h"
#include "core/model/ceci-student-summary.h"
#include "core/model/ceci-timeline.h"

typedef struct {
  const char *text; // a cohort, a student or words
  const char *today;
  guint limit;
} Question;

static gpointer
list_students (CeciDatabase *database, gpointer user_data, GError **error)
{
  Question *question = user_data;
  g_autoptr (CeciCohort) cohort = NULL;

  if (question->text == NULL)
    return ceci_student_summary_list (database, NULL, question->today, error);
  cohort = ceci_cohort_repository_look_up (database, question->text, error);
  return cohort != NULL
             ? ceci_student_summary_list (database, ceci_record_get_id (CECI_RECORD (cohort)), question->today, error)
             : NULL;
}

static void
print_summaries (CeciCli *cli, GListModel *summaries)
{
  ceci_cli_print (cli, "%-8s  %-32s  %-12s  %s\n", _ ("Number"), _ ("Name"), _ ("Hours"), _ ("Deadline"));
  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++) {
    g_autoptr (CeciStudentSummary) summary = g_list_model_get_item (summaries, i);
    CeciStudent *student = ceci_student_summary_get_student (summary);
    const char *name = ceci_student_get_display_name (student);
    glong pad = MAX (32 - g_utf8_strlen (name, -1), 0);

    ceci_cli_print (cli, "%-8s  %s%*s  %4d/%-7d  %s\n",
                    ceci_student_get_matricule (student) != NULL ? ceci_student_get_matricule (student) : "", name,
                    (int) pad, "", (int) (ceci_student_summary_get_counted_minutes (summary) / 60),
                    (int) (ceci_student_summary_get_required_minutes (summary) / 60),
                    ceci_student_summary_get_deadline (summary));
  }
}

static CeciExit
run_list (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *cohort = NULL;
  const GOptionEntry entries[] = {{"cohort", 0, 0, G_OPTION_ARG_STRING, &cohort, NULL, NULL}, G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (GListModel) summaries = NULL;
  Question question = {.today = cli->today};
  JsonArray *array;
  JsonNode *node;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc > 1)
    return ceci_cli_usage (&ceci_cli_student[0], NULL);
  opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  question.text = cohort;
  summaries = ceci_register_read (opened, list_students, &question, &error);
  if (summaries == NULL)
    return ceci_cli_fail (error);

  if (!cli->json) {
    print_summaries (cli, summaries);
    return CECI_EXIT_DONE;
  }
  array = json_array_new ();
  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++) {
    g_autoptr (CeciStudentSummary) summary = g_list_model_get_item (summaries, i);
    json_array_add_element (array, ceci_student_summary_to_json (summary, FALSE));
  }
  node = json_node_init_array (json_node_alloc (), array);
  json_array_unref (array);
  return ceci_cli_json (cli, node);
}

static gpointer
show_student (CeciDatabase *database, gpointer user_data, GError **error)
{
  Question *question = user_data;
  g_autoptr (CeciStudent) student = ceci_student_repository_look_up (database, question->text, error);

  return student != NULL
             ? ceci_student_summary_find (database, ceci_record_get_id (CECI_RECORD (student)), question->today, error)
             : NULL;
}

static CeciExit
print_summary (CeciCli *cli, CeciStudentSummary *summary)
{
  CeciStudent *student = ceci_student_summary_get_student (summary);
  GPtrArray *findings = ceci_student_summary_get_findings (summary);

  ceci_cli_print (cli, "%s · %s · %s\n", ceci_student_get_display_name (student),
                  ceci_student_get_cohort_name (student),
                  ceci_enum_get_label (CECI_TYPE_STUDENT_STATE, (int) ceci_student_get_state (student)));
  for (guint i = 0; i < findings->len; i++) {
    ceci_cli_print_finding (cli, "  ", g_ptr_array_index (findings, i));
  }
  return ceci_cli_json (cli, ceci_student_summary_to_json (summary, TRUE));
}

static CeciExit
run_show (CeciCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (CeciStudentSummary) summary = NULL;
  Question question = {.today = cli->today};
  CeciExit exit;

  if (argc != 2)
    return ceci_cli_usage (&ceci_cli_student[1], NULL);
  opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  question.text = argv[1];
  summary = ceci_register_read (opened, show_student, &question, &error);
  return summary != NULL ? print_summary (cli, summary) : ceci_cli_fail (error);
}

// --- student timeline -------------------------------------------------------------------

static gpointer
read_timeline (CeciDatabase *database, gpointer user_data, GError **error)
{
  Question *question = user_data;
  g_autoptr (CeciStudent) student = ceci_student_repository_look_up (database, question->text, error);

  return student != NULL
             ? ceci_timeline_read (database, ceci_record_get_id (CECI_RECORD (student)), question->today, error)
             : NULL;
}

static CeciExit
run_timeline (CeciCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (GPtrArray) events = NULL;
  Question question = {.today = cli->today};
  CeciExit exit;

  if (argc != 2)
    return ceci_cli_usage (&ceci_cli_student[4], NULL);
  opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  question.text = argv[1];
  events = ceci_register_read (opened, read_timeline, &question, &error);
  if (events == NULL)
    return ceci_cli_fail (error);
  for (guint i = 0; i < events->len; i++) {
    const CeciEvent *event = events->pdata[i];

    ceci_cli_print (cli, "%s  %s%s%s\n", event->date, ceci_event_kind_title (event->kind),
                    event->detail != NULL ? " · " : "", event->detail != NULL ? event->detail : "");
  }
  return ceci_cli_json (cli, ceci_timeline_to_json (events));
}

static gpointer
find_students (CeciDatabase *database, gpointer user_data, GError **error)
{
  Question *question = user_data;

  return ceci_student_repository_search (database, question->text, question->limit, error);
}

static CeciExit
run_find (CeciCli *cli, int argc, char **argv)
{
  static const char *const columns[] = {"matricule", "display-name", "cohort-name", "state", "email", NULL};
  const char *const titles[] = {_ ("Number"), _ ("Name"), _ ("Cohort"), _ ("State"), _ ("E-mail"), NULL};
  int limit = 50;
  const GOptionEntry entries[] = {{"limit", 0, 0, G_OPTION_ARG_INT, &limit, NULL, NULL}, G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (GListModel) students = NULL;
  g_autofree char *words = NULL;
  Question question = {0};
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc < 2 || limit < 1)
    return ceci_cli_usage (&ceci_cli_student[2], NULL);
  opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  words = g_strjoinv (" ", argv + 1);
  question.text = words;
  question.limit = (guint) limit;
  students = ceci_register_read (opened, find_students, &question, &error);
  return students != NULL ? ceci_cli_records (cli, students, columns, titles) : ceci_cli_fail (error);
}

typedef struct {
  char **applications; // ids, or NULL: every admissible one of the cohort
  const char *cohort;
  const char *date;
  const char *override;
} Enrolment;

static gboolean
enrol_one (CeciDatabase *database, Enrolment *enrolment, const char *application_id, GPtrArray *students,
           GError **error)
{
  g_autofree char *id =
      ceci_student_repository_enrol (database, application_id, enrolment->date, enrolment->override, error);

  if (id == NULL)
    return FALSE;
  g_ptr_array_add (students, g_steal_pointer (&id));
  return TRUE;
}

static gboolean
enrol_cohort (CeciDatabase *database, Enrolment *enrolment, GPtrArray *students, GError **error)
{
  g_autoptr (CeciCohort) cohort = ceci_cohort_repository_look_up (database, enrolment->cohort, error);
  g_autoptr (GListModel) applications = NULL;

  if (cohort == NULL)
    return FALSE;
  applications = ceci_application_repository_list (database, ceci_record_get_id (CECI_RECORD (cohort)), error);
  for (guint i = 0; applications != NULL && i < g_list_model_get_n_items (applications); i++) {
    g_autoptr (CeciApplication) application = g_list_model_get_item (applications, i);

    if (ceci_application_get_state (application) == CECI_APPLICATION_STATE_ADMISSIBLE &&
        !enrol_one (database, enrolment, ceci_record_get_id (CECI_RECORD (application)), students, error))
      return FALSE;
  }
  return applications != NULL;
}

static gpointer
enrol (CeciDatabase *database, gpointer user_data, GError **error)
{
  Enrolment *enrolment = user_data;
  g_autoptr (GPtrArray) students = g_ptr_array_new_with_free_func (g_free);

  if (enrolment->cohort != NULL && !enrol_cohort (database, enrolment, students, error))
    return NULL;
  for (char **id = enrolment->applications; *id != NULL; id++)
    if (!enrol_one (database, enrolment, *id, students, error))
      return NULL;
  return g_steal_pointer (&students);
}

static CeciExit
run_enrol (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *cohort = NULL, *date = NULL, *override = NULL, *label = NULL;
  const GOptionEntry entries[] = {
      {"admissible-of", 0, 0, G_OPTION_ARG_STRING, &cohort, NULL, NULL},
      {"date", 0, 0, G_OPTION_ARG_STRING, &date, NULL, NULL},
      {"override", 0, 0, G_OPTION_ARG_STRING, &override, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (GPtrArray) students = NULL;
  Enrolment enrolment = {0};
  JsonArray *array;
  JsonNode *node;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc < 2 && cohort == NULL)
    return ceci_cli_usage (&ceci_cli_student[3], NULL);
  opened = ceci_cli_open (cli, TRUE, &exit);
  if (opened == NULL)
    return exit;
  enrolment = (Enrolment) {argv + 1, cohort, date, override};
  label = cohort != NULL ? g_strdup_printf (_ ("Enrol the admissible applicants of “%s”"), cohort)
                         : ceci_label_enrol_many ((guint) argc - 1);
  students = ceci_register_write (opened, label, enrol, &enrolment, &error);
  if (students == NULL)
    return ceci_cli_fail (error);

  array = json_array_new ();
  for (guint i = 0; i < students->len; i++) {
    json_array_add_string_element (array, g_ptr_array_index (students, i));
    ceci_cli_print (cli, "%s\n", (const char *) g_ptr_array_index (students, i));
  }
  node = json_node_init_array (json_node_alloc (), array);
  json_array_unref (array);
  return ceci_cli_json (cli, node);
}

const CeciCommand ceci_cli_student[] = {
    {"student", "list", "[--cohort COHORT]", run_list},
    {"student", "show", "STUDENT", run_show},
    {"student", "find", "WORD … [--limit N]", run_find},
    {"student", "enrol", "APPLICATION … | --admissible-of COHORT [--date DATE] [--override REASON]", run_enrol},
    {"student", "timeline", "STUDENT", run_timeline},
    {NULL, NULL, NULL, NULL},
};
