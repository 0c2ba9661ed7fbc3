// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl import completion|progress|attendance|gradebook|worksheet: the exports of the virtual campus.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli-proposal.h"
#include "core/exchange/ceci-moodle-proposal.h"
#include "core/model/ceci-cohort-repository.h"

typedef struct {
  GFile *file;
  CeciMoodleKind kind;
  const char *cohort, *today;
  char **mappings, **pass_marks;
} Import;

// «10» is the mark of every column, «Quiz=12» of one.
static gboolean
set_pass_mark (CeciColumnMap *map, const char *text, GError **error)
{
  const char *equals = strrchr (text, '=');
  g_autofree char *heading = equals != NULL ? g_strndup (text, (gsize) (equals - text)) : NULL;

  return ceci_moodle_map_set_pass_mark (map, heading, equals != NULL ? equals + 1 : text, error);
}

static gpointer
prepare (CeciDatabase *database, gpointer user_data, GError **error)
{
  const Import *import = user_data;
  g_autoptr (CeciCohort) cohort = ceci_cohort_repository_look_up (database, import->cohort, error);
  const char *cohort_id = cohort != NULL ? ceci_record_get_id (CECI_RECORD (cohort)) : NULL;
  g_autofree char *path = g_file_get_basename (import->file);
  g_autofree char *source = g_filename_display_name (path);
  g_autoptr (CeciColumnMap) map = NULL;

  if (cohort == NULL)
    return NULL;
  map = ceci_moodle_proposal_read_map (database, import->file, import->kind, cohort_id, NULL, error);
  if (map == NULL)
    return NULL;
  for (char **mapping = import->mappings; mapping != NULL && *mapping != NULL; mapping++)
    if (!ceci_column_map_set_text (map, *mapping, error))
      return NULL;
  for (char **mark = import->pass_marks; mark != NULL && *mark != NULL; mark++)
    if (!set_pass_mark (map, *mark, error))
      return NULL;
  return ceci_moodle_proposal_new (database, map, cohort_id, source, import->today, error);
}

static CeciExit
run_import (CeciCli *cli, int argc, char **argv)
{
  gboolean dry_run = FALSE;
  g_autofree char *cohort = NULL;
  g_auto (GStrv) mappings = NULL, same = NULL, pass_marks = NULL;
  const GOptionEntry entries[] = {
      {"cohort", 0, 0, G_OPTION_ARG_STRING, &cohort, NULL, NULL},
      {"dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, NULL, NULL},
      {"map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &mappings, NULL, NULL},
      {"pass-mark", 0, 0, G_OPTION_ARG_STRING_ARRAY, &pass_marks, NULL, NULL},
      {"same", 0, 0, G_OPTION_ARG_STRING_ARRAY, &same, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  CeciMoodleKind kind = ceci_moodle_kind_from_name (argv[0]);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  Import import;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 2 || cohort == NULL)
    return ceci_cli_usage (&ceci_cli_moodle[kind - CECI_MOODLE_COMPLETION],
                           _ ("Name one file and the cohort whose students it is about."));
  file = g_file_new_for_commandline_arg (argv[1]);
  import = (Import) {.file = file,
                     .kind = kind,
                     .cohort = cohort,
                     .today = cli->today,
                     .mappings = mappings,
                     .pass_marks = pass_marks};
  return ceci_cli_run_proposal (cli, prepare, &import, same, dry_run);
}

#define OPTIONS "FILE --cohort C [--dry-run] [--map COLUMN=FIELD]… [--same LINE=ANSWER]…"

// in the order of CeciMoodleKind
const CeciCommand ceci_cli_moodle[] = {
    {"import", "completion", OPTIONS, run_import},
    {"import", "progress", OPTIONS, run_import},
    {"import", "attendance", OPTIONS, run_import},
    {"import", "gradebook", OPTIONS " [--pass-mark [COLUMN=]MARK]…", run_import},
    {"import", "worksheet", OPTIONS, run_import},
    {NULL, NULL, NULL, NULL},
};
