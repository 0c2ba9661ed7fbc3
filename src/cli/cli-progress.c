// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl module, note: modules that students complete, and the office's confidential notes on them.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-cli.h"
#include "core/model/ceci-follow-up-repository.h"
#include "core/model/ceci-labels.h"
#include "core/model/ceci-language.h"
#include "core/model/ceci-progress-repository.h"

static gpointer
list_modules (CeciDatabase *database, gpointer user_data, GError **error)
{
  return ceci_module_repository_list (database, error);
}

static CeciExit
run_modules (CeciCli *cli, int argc, char **argv)
{
  gboolean french = strcmp (ceci_language_current (), "fr") == 0;
  const char *const columns[] = {"position", french ? "title-fr" : "title-en", french ? "content-fr" : "content-en",
                                 NULL};
  const char *const titles[] = {_ ("Number"), _ ("Title"), _ ("Contents"), NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (GListModel) modules = NULL;
  CeciExit exit;

  if (argc > 1)
    return ceci_cli_usage (&ceci_cli_progress[0], NULL);
  opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  modules = ceci_register_read (opened, list_modules, NULL, &error);
  return modules != NULL ? ceci_cli_records (cli, modules, columns, titles) : ceci_cli_fail (error);
}

typedef struct {
  const char *student_id, *date, *evidence;
  gint64 number; // 0: all
} Completion;

static gpointer
list_completions (CeciDatabase *database, gpointer student_id, GError **error)
{
  return ceci_module_repository_completions (database, student_id, error);
}

typedef gboolean (*ModuleFunc) (CeciDatabase *database, const Completion *completion, const char *module_id,
                                GError **error);

// Does something to one module, or to all.
static gpointer
each_module (CeciDatabase *database, const Completion *completion, ModuleFunc func, GError **error)
{
  g_autoptr (GListModel) modules = ceci_module_repository_list (database, error);
  gboolean found = FALSE;

  for (guint i = 0; modules != NULL && i < g_list_model_get_n_items (modules); i++) {
    g_autoptr (CeciModule) module = g_list_model_get_item (modules, i);

    if (completion->number != 0 && completion->number != ceci_module_get_position (module))
      continue;
    found = TRUE;
    if (!func (database, completion, ceci_record_get_id (CECI_RECORD (module)), error))
      return NULL;
  }
  if (!found && modules != NULL)
    g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NOT_FOUND,
                 _ ("There is no module with this number. List the modules to see their numbers."));
  if (!found)
    return NULL;
  return ceci_module_repository_completions (database, completion->student_id, error);
}

static gboolean
complete_one (CeciDatabase *database, const Completion *completion, const char *module_id, GError **error)
{
  return ceci_module_repository_complete (database, completion->student_id, module_id, completion->date,
                                          completion->evidence, error);
}

static gboolean
reopen_one (CeciDatabase *database, const Completion *completion, const char *module_id, GError **error)
{
  return ceci_module_repository_reopen (database, completion->student_id, module_id, error);
}

static gpointer
complete (CeciDatabase *database, gpointer user_data, GError **error)
{
  return each_module (database, user_data, complete_one, error);
}

static gpointer
reopen (CeciDatabase *database, gpointer user_data, GError **error)
{
  return each_module (database, user_data, reopen_one, error);
}

// module completions, complete, reopen: all end by showing what is completed. work NULL: nothing else is done.
static CeciExit
run_completion (CeciCli *cli, int argc, char **argv, const CeciCommand *command, CeciRegisterFunc work)
{
  static const char *const columns[] = {"position", "title-fr", "completed-on", "evidence", NULL};
  const char *const titles[] = {_ ("Number"), _ ("Title"), _ ("Date"), _ ("Evidence"), NULL};
  g_autofree char *text = NULL, *date = NULL, *evidence = NULL, *label = NULL;
  const GOptionEntry entries[] = {
      {"student", 0, 0, G_OPTION_ARG_STRING, &text, NULL, NULL},
      {"date", 0, 0, G_OPTION_ARG_STRING, &date, NULL, NULL},
      {"evidence", 0, 0, G_OPTION_ARG_STRING, &evidence, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (CeciStudent) student = NULL;
  g_autoptr (GListModel) completions = NULL;
  Completion completion = {0};
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (text == NULL || argc != (work != NULL ? 2 : 1) ||
      (work != NULL && strcmp (argv[1], "all") != 0 &&
       !g_ascii_string_to_signed (argv[1], 10, 1, G_MAXINT, &completion.number, NULL)))
    return ceci_cli_usage (command, NULL);
  student = ceci_cli_open_student (cli, text, work != NULL, &opened, &exit);
  if (student == NULL)
    return exit;
  completion.student_id = ceci_record_get_id (CECI_RECORD (student));
  completion.date = date != NULL ? date : cli->today;
  completion.evidence = evidence;
  if (work == NULL) {
    completions = ceci_register_read (opened, list_completions, (gpointer) completion.student_id, &error);
  } else {
    label = work == reopen ? ceci_label_module_reopen (argv[1], ceci_student_get_display_name (student))
                           : ceci_label_module (argv[1], ceci_student_get_display_name (student));
    completions = ceci_register_write (opened, label, work, &completion, &error);
  }
  return completions != NULL ? ceci_cli_records (cli, completions, columns, titles) : ceci_cli_fail (error);
}

static CeciExit
run_complete (CeciCli *cli, int argc, char **argv)
{
  return run_completion (cli, argc, argv, &ceci_cli_progress[1], complete);
}

static CeciExit
run_reopen (CeciCli *cli, int argc, char **argv)
{
  return run_completion (cli, argc, argv, &ceci_cli_progress[2], reopen);
}

static CeciExit
run_completions (CeciCli *cli, int argc, char **argv)
{
  return run_completion (cli, argc, argv, &ceci_cli_progress[3], NULL);
}

typedef struct {
  const char *student_id, *text, *due;
} Note;

static gpointer
list_notes (CeciDatabase *database, gpointer student_id, GError **error)
{
  return ceci_follow_up_repository_notes (database, student_id, error);
}

static gpointer
add_note (CeciDatabase *database, gpointer user_data, GError **error)
{
  Note *note = user_data;

  return ceci_follow_up_repository_add_note (database, note->student_id, g_get_real_name (), note->text, note->due,
                                             error);
}

// note add and note list: both end by showing the notes.
static CeciExit
run_notes (CeciCli *cli, int argc, char **argv, const CeciCommand *command, gboolean adds)
{
  static const char *const columns[] = {"written-at", "author", "state", "due-on", "text", NULL};
  const char *const titles[] = {_ ("When"), _ ("Who"), _ ("State"), _ ("Due"), _ ("Note"), NULL};
  g_autofree char *text = NULL, *due = NULL, *label = NULL, *id = NULL;
  const GOptionEntry entries[] = {
      {"student", 0, 0, G_OPTION_ARG_STRING, &text, NULL, NULL},
      {"due", 0, 0, G_OPTION_ARG_STRING, &due, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (CeciStudent) student = NULL;
  g_autoptr (GListModel) notes = NULL;
  Note note;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != (adds ? 2 : 1) || text == NULL)
    return ceci_cli_usage (command, NULL);
  student = ceci_cli_open_student (cli, text, adds, &opened, &exit);
  if (student == NULL)
    return exit;
  note = (Note) {ceci_record_get_id (CECI_RECORD (student)), argv[1], due};
  if (adds) {
    label = ceci_label_note_add (ceci_student_get_display_name (student));
    id = ceci_register_write (opened, label, add_note, &note, &error);
    if (id == NULL)
      return ceci_cli_fail (error);
  }
  notes = ceci_register_read (opened, list_notes, (gpointer) note.student_id, &error);
  return notes != NULL ? ceci_cli_records (cli, notes, columns, titles) : ceci_cli_fail (error);
}

static CeciExit
run_note_add (CeciCli *cli, int argc, char **argv)
{
  return run_notes (cli, argc, argv, &ceci_cli_progress[4], TRUE);
}

static CeciExit
run_note_list (CeciCli *cli, int argc, char **argv)
{
  return run_notes (cli, argc, argv, &ceci_cli_progress[5], FALSE);
}

const CeciCommand ceci_cli_progress[] = {
    {"module", "list", "", run_modules},
    {"module", "complete", "--student STUDENT [--date DATE] [--evidence TEXT] NUMBER|all", run_complete},
    {"module", "reopen", "--student STUDENT NUMBER|all", run_reopen},
    {"module", "completions", "--student STUDENT", run_completions},
    {"note", "add", "--student STUDENT [--due DATE] TEXT", run_note_add},
    {"note", "list", "--student STUDENT", run_note_list},
    {NULL, NULL, NULL, NULL},
};
