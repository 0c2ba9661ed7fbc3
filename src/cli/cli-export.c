// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl export csv|xlsx: a cohort's students or applications as a table for others.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-cli.h"
#include "core/exchange/ceci-table-writer.h"
#include "core/model/ceci-application-repository.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-student-summary.h"

// Titles are marked here and translated when they are written.
static const CeciTableColumn student_columns[] = {
    {N_ ("Family name"), "student.family-name", CECI_CELL_TEXT},
    {N_ ("First name"), "student.first-name", CECI_CELL_TEXT},
    {N_ ("Preferred first name"), "student.usual-first-name", CECI_CELL_TEXT},
    {N_ ("Student number"), "student.matricule", CECI_CELL_TEXT},
    {N_ ("E-mail"), "student.email", CECI_CELL_TEXT},
    {N_ ("Faculty"), "student.faculty-code", CECI_CELL_TEXT},
    {N_ ("State"), "student.state", CECI_CELL_WORD},
    {N_ ("Enrolled on"), "student.enrolled-on", CECI_CELL_DATE},
    {N_ ("Deadline"), "deadline", CECI_CELL_DATE},
    {N_ ("Hours counted"), "counted-minutes", CECI_CELL_HOURS},
    {N_ ("Hours waiting"), "waiting-minutes", CECI_CELL_HOURS},
    {N_ ("Hours required"), "required-minutes", CECI_CELL_HOURS},
    {N_ ("Modules"), "modules", CECI_CELL_NUMBER},
    {N_ ("Productions"), "productions", CECI_CELL_NUMBER},
    {N_ ("Admissible to a jury"), "admissible", CECI_CELL_YES_NO},
};

static const CeciTableColumn application_columns[] = {
    {N_ ("Received"), "received-at", CECI_CELL_INSTANT},
    {N_ ("Family name"), "family-name", CECI_CELL_TEXT},
    {N_ ("First name"), "first-name", CECI_CELL_TEXT},
    {N_ ("Preferred first name"), "usual-first-name", CECI_CELL_TEXT},
    {N_ ("Student number"), "matricule", CECI_CELL_TEXT},
    {N_ ("E-mail"), "email", CECI_CELL_TEXT},
    {N_ ("Faculty"), "faculty-code", CECI_CELL_TEXT},
    {N_ ("Studies"), "study-path", CECI_CELL_TEXT},
    {N_ ("State"), "state", CECI_CELL_WORD},
    {N_ ("Reason"), "state-reason", CECI_CELL_TEXT},
    {N_ ("Organisation"), "organisation-name", CECI_CELL_TEXT},
    {N_ ("Kind of organisation"), "organisation-kind", CECI_CELL_WORD},
    {N_ ("Legal form"), "legal-form", CECI_CELL_WORD},
    {N_ ("Enterprise number"), "enterprise-number", CECI_CELL_TEXT},
    {N_ ("Assignment"), "mission", CECI_CELL_TEXT},
    {N_ ("Role"), "function", CECI_CELL_TEXT},
    {N_ ("Planned hours"), "planned-minutes", CECI_CELL_HOURS},
    {N_ ("Placement begins"), "starts-on", CECI_CELL_DATE},
    {N_ ("Placement ends"), "ends-on", CECI_CELL_DATE},
    {N_ ("Committee member"), "committee-member", CECI_CELL_YES_NO},
    {N_ ("Supervisor"), "supervisor-name", CECI_CELL_TEXT},
    {N_ ("Supervisor’s e-mail"), "supervisor-email", CECI_CELL_TEXT},
    {N_ ("TIME offer"), "offer-reference", CECI_CELL_TEXT},
};

typedef struct {
  const char *cohort;
  const char *today;
  gboolean students;
} Request;

static gpointer
read_items (CeciDatabase *database, gpointer user_data, GError **error)
{
  const Request *request = user_data;
  g_autoptr (CeciCohort) cohort = ceci_cohort_repository_look_up (database, request->cohort, error);
  const char *id = cohort != NULL ? ceci_record_get_id (CECI_RECORD (cohort)) : NULL;

  if (id == NULL)
    return NULL;
  if (request->students)
    return ceci_student_summary_list (database, id, request->today, error);
  return ceci_application_repository_list (database, id, error);
}

static gboolean
write_items (GListModel *items, gboolean students, gboolean xlsx, GFile *file, GError **error)
{
  const CeciTableColumn *columns = students ? student_columns : application_columns;
  guint n_columns = students ? G_N_ELEMENTS (student_columns) : G_N_ELEMENTS (application_columns);
  g_autofree CeciTableColumn *translated = g_memdup2 (columns, n_columns * sizeof *columns);

  for (guint i = 0; i < n_columns; i++)
    translated[i].title = _ (columns[i].title);
  if (xlsx)
    return ceci_table_write_xlsx (items, translated, n_columns, students ? _ ("Students") : _ ("Applications"), file,
                                  error);
  return ceci_table_write_csv (items, translated, n_columns, file, error);
}

static CeciExit
export_table (CeciCli *cli, int argc, char **argv)
{
  gboolean xlsx = strcmp (argv[0], "xlsx") == 0;
  g_autofree char *cohort = NULL, *out = NULL;
  const GOptionEntry entries[] = {
      {"cohort", 0, 0, G_OPTION_ARG_STRING, &cohort, NULL, NULL},
      {"out", 0, 0, G_OPTION_ARG_FILENAME, &out, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  CeciExit exit = CECI_EXIT_DONE;
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (GListModel) items = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (JsonObject) object = NULL;
  Request request;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 2 || cohort == NULL || out == NULL ||
      (strcmp (argv[1], "students") != 0 && strcmp (argv[1], "applications") != 0))
    return ceci_cli_usage (&ceci_cli_export[xlsx ? 1 : 0],
                           _ ("Say what to export, of which cohort, and to which file."));

  opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  request = (Request) {.cohort = cohort, .today = cli->today, .students = strcmp (argv[1], "students") == 0};
  items = ceci_register_read (opened, read_items, &request, &error);
  if (items == NULL)
    return ceci_cli_fail (error);
  file = g_file_new_for_commandline_arg (out);
  if (!write_items (items, request.students, xlsx, file, &error))
    return ceci_cli_fail (error);

  ceci_cli_print (cli, ngettext ("%u row written to %s\n", "%u rows written to %s\n", g_list_model_get_n_items (items)),
                  g_list_model_get_n_items (items), out);
  object = json_object_new ();
  json_object_set_string_member (object, "file", out);
  json_object_set_int_member (object, "rows", g_list_model_get_n_items (items));
  return ceci_cli_json (cli, json_node_init_object (json_node_alloc (), object));
}

const CeciCommand ceci_cli_export[] = {
    {"export", "csv", "students|applications --cohort C --out FILE", export_table},
    {"export", "xlsx", "students|applications --cohort C --out FILE", export_table},
    {NULL},
};
