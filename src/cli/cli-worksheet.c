// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl export worksheet: the virtual campus's grading worksheet with feedback filled, to be given back to it.

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli-proposal.h"
#include "core/exchange/ceci-moodle-export.h"
#include "core/exchange/ceci-moodle-feedback.h"
#include "core/exchange/ceci-moodle-worksheet.h"
#include "core/model/ceci-cohort-repository.h"

typedef struct {
  const char *cohort, *today, *name, *grade;
  CeciMoodleFeedback *feedback;
} Request;

static gpointer
read_feedback (CeciDatabase *database, gpointer user_data, GError **error)
{
  Request *request = user_data;
  g_autoptr (CeciCohort) cohort = ceci_cohort_repository_look_up (database, request->cohort, error);
  g_autofree char *said = ceci_moodle_course_in_name (request->name);
  g_autofree char *course = NULL;

  if (cohort == NULL)
    return NULL;
  course = ceci_moodle_course_of (ceci_cohort_get_course (cohort), said);
  return ceci_moodle_feedback_new (database, ceci_record_get_id (CECI_RECORD (cohort)), course, request->today, error);
}

static const char *
answer (const char *participant, gboolean feedback, gpointer user_data)
{
  const Request *request = user_data;

  if (feedback)
    return ceci_moodle_feedback_answer (participant, TRUE, request->feedback);
  return ceci_moodle_feedback_is_awarded (request->feedback, participant) ? request->grade : NULL;
}

static CeciExit
write_filled (CeciCli *cli, Request *request, GFile *file, const char *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) worksheet = ceci_moodle_worksheet_load (file, &error);
  g_autoptr (GBytes) filled = NULL;
  g_autoptr (GFile) target = g_file_new_for_commandline_arg (out);
  g_autoptr (JsonObject) object = json_object_new ();
  guint n_filled = 0;

  if (worksheet != NULL)
    filled = ceci_moodle_worksheet_fill (worksheet, answer, request, &n_filled, &error);
  if (filled == NULL || !g_file_replace_contents (target, g_bytes_get_data (filled, NULL), g_bytes_get_size (filled),
                                                  NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL, &error))
    return ceci_cli_fail_import (error);
  ceci_cli_print (cli, ngettext ("%u line filled in %s\n", "%u lines filled in %s\n", n_filled), n_filled, out);
  json_object_set_string_member (object, "file", out);
  json_object_set_int_member (object, "filled", n_filled);
  return ceci_cli_json (cli, json_node_init_object (json_node_alloc (), object));
}

static CeciExit
export_worksheet (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *cohort = NULL, *out = NULL, *grade = NULL, *path = NULL, *name = NULL;
  const GOptionEntry entries[] = {
      {"cohort", 0, 0, G_OPTION_ARG_STRING, &cohort, NULL, NULL},
      {"out", 0, 0, G_OPTION_ARG_FILENAME, &out, NULL, NULL},
      {"awarded", 0, 0, G_OPTION_ARG_STRING, &grade, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (CeciMoodleFeedback) feedback = NULL;
  g_autoptr (GFile) file = NULL;
  Request request;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 2 || cohort == NULL || out == NULL)
    return ceci_cli_usage (&ceci_cli_worksheet[0], NULL);
  opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  file = g_file_new_for_commandline_arg (argv[1]);
  path = g_file_get_basename (file);
  name = g_filename_display_name (path);
  request = (Request) {cohort, cli->today, name, grade, NULL};
  feedback = ceci_register_read (opened, read_feedback, &request, &error);
  if (feedback == NULL)
    return ceci_cli_fail (error);
  request.feedback = feedback;
  return write_filled (cli, &request, file, out);
}

const CeciCommand ceci_cli_worksheet[] = {
    {"export", "worksheet", "FILE --cohort C --out FILE [--awarded GRADE]", export_worksheet},
    {NULL, NULL, NULL, NULL},
};
