// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl journal, undo, redo, backup, restore, integrity: the register's safety.
#include "config.h"
#include "cli-history.h"

#include <glib/gi18n-lib.h>
#include "core/store/ceci-journal.h"

#define STEPS_LISTED 50

typedef struct {
  char **rows;
  int limit;
} Listing;

static gpointer
list_steps (CeciDatabase *database, gpointer user_data, GError **error)
{
  Listing *listing = user_data;

  return ceci_journal_list (database, (const char *const *) listing->rows, (guint) listing->limit, error);
}

static JsonNode *
steps_to_json (GListModel *steps)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (steps); i++) {
    g_autoptr (CeciStep) step = g_list_model_get_item (steps, i);
    g_autofree char *kind = NULL;

    g_object_get (step, "kind", &kind, NULL);
    json_builder_begin_object (builder);
    json_builder_set_member_name (builder, "id");
    json_builder_add_string_value (builder, ceci_step_get_id (step));
    json_builder_set_member_name (builder, "sequence");
    json_builder_add_int_value (builder, ceci_step_get_sequence (step));
    json_builder_set_member_name (builder, "at");
    json_builder_add_string_value (builder, ceci_step_get_at (step));
    json_builder_set_member_name (builder, "who");
    json_builder_add_string_value (builder, ceci_step_get_who (step));
    json_builder_set_member_name (builder, "label");
    json_builder_add_string_value (builder, ceci_step_get_label (step));
    json_builder_set_member_name (builder, "kind");
    json_builder_add_string_value (builder, kind);
    json_builder_set_member_name (builder, "reverted");
    json_builder_add_boolean_value (builder, ceci_step_is_reverted (step));
    json_builder_set_member_name (builder, "changes");
    json_builder_add_int_value (builder, ceci_step_get_n_changes (step));
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

static CeciExit
run_list (CeciCli *cli, int argc, char **argv)
{
  static const char *const columns[] = {"at", "who", "kind", "label", NULL};
  const char *const titles[] = {_ ("When"), _ ("Who"), _ ("Kind"), _ ("What"), NULL};
  g_auto (GStrv) rows = NULL;
  g_autofree char *student = NULL;
  gboolean words = FALSE;
  Listing listing = {.limit = STEPS_LISTED};
  const GOptionEntry entries[] = {{"limit", 0, 0, G_OPTION_ARG_INT, &listing.limit, NULL, NULL},
                                  {"row", 0, 0, G_OPTION_ARG_STRING_ARRAY, &rows, NULL, NULL},
                                  {"student", 0, 0, G_OPTION_ARG_STRING, &student, NULL, NULL},
                                  {"words", 0, 0, G_OPTION_ARG_NONE, &words, NULL, NULL},
                                  G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc > 1 || listing.limit < 0 || (student != NULL && !words))
    return ceci_cli_usage (&ceci_cli_journal[0], NULL);
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (CeciStudent) found = student != NULL ? ceci_cli_open_student (cli, student, FALSE, &opened, &exit) : NULL;
  if (student == NULL)
    opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL || (student != NULL && found == NULL))
    return exit;
  if (words)
    return ceci_cli_history_list (cli, opened, found != NULL ? ceci_record_get_id (CECI_RECORD (found)) : NULL,
                                  (guint) listing.limit);
  listing.rows = rows;
  g_autoptr (GListModel) steps = ceci_register_read (opened, list_steps, &listing, &error);
  if (steps == NULL)
    return ceci_cli_fail (error);
  return cli->json ? ceci_cli_json (cli, steps_to_json (steps)) : ceci_cli_records (cli, steps, columns, titles);
}

// The problems as JSON or as lines; damaged if there is any.
static CeciExit
report (CeciCli *cli, GPtrArray *problems, gint64 steps, const char *sound)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "sound");
  json_builder_add_boolean_value (builder, problems->len == 0);
  if (steps >= 0) {
    json_builder_set_member_name (builder, "steps");
    json_builder_add_int_value (builder, steps);
  }
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; i < problems->len; i++) {
    json_builder_add_string_value (builder, problems->pdata[i]);
    ceci_cli_print (cli, "%s\n", (const char *) problems->pdata[i]);
  }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (problems->len == 0)
    ceci_cli_print (cli, "%s\n", sound);
  ceci_cli_json (cli, json_builder_get_root (builder));
  return problems->len == 0 ? CECI_EXIT_DONE : CECI_EXIT_DAMAGED;
}

static CeciExit
run_verify (CeciCli *cli, int argc, char **argv)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  CeciExit exit;
  guint n_steps = 0;

  if (argc > 1)
    return ceci_cli_usage (&ceci_cli_journal[1], NULL);
  g_autoptr (CeciRegister) opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  if (!ceci_register_verify_journal (opened, &n_steps, &problems, &error))
    return ceci_cli_fail (error);
  g_autofree char *sound = g_strdup_printf (
      ngettext ("The journal is whole: %u step.", "The journal is whole: %u steps.", n_steps), n_steps);
  return report (cli, problems, n_steps, sound);
}

static CeciExit
run_integrity (CeciCli *cli, int argc, char **argv)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  CeciExit exit;

  if (argc > 1)
    return ceci_cli_usage (&ceci_cli_journal[6], NULL);
  g_autoptr (CeciRegister) opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  if (!ceci_register_integrity (opened, &problems, &error))
    return ceci_cli_fail (error);
  return report (cli, problems, -1, _ ("The register is sound."));
}

static CeciExit
say_one (CeciCli *cli, const char *name, const char *value)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
  json_builder_end_object (builder);
  return ceci_cli_json (cli, json_builder_get_root (builder));
}

static CeciExit
run_undo (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *step = NULL, *to = NULL, *student = NULL;
  gboolean dry_run = FALSE;
  const GOptionEntry entries[] = {{"step", 0, 0, G_OPTION_ARG_STRING, &step, NULL, NULL},
                                  {"to", 0, 0, G_OPTION_ARG_STRING, &to, NULL, NULL},
                                  {"student", 0, 0, G_OPTION_ARG_STRING, &student, NULL, NULL},
                                  {"dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, NULL, NULL},
                                  G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc > 1 || (to == NULL && (dry_run || student != NULL)) || (to != NULL && step != NULL))
    return ceci_cli_usage (&ceci_cli_journal[2], NULL);
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (CeciStudent) found =
      student != NULL ? ceci_cli_open_student (cli, student, !dry_run, &opened, &exit) : NULL;
  if (student == NULL)
    opened = ceci_cli_open (cli, !dry_run, &exit);
  if (opened == NULL || (student != NULL && found == NULL))
    return exit;
  if (to != NULL)
    return ceci_cli_history_undo_to (cli, opened, to, found != NULL ? ceci_record_get_id (CECI_RECORD (found)) : NULL,
                                     dry_run);
  g_autofree char *label = ceci_register_undo (opened, step, &error);
  if (label == NULL)
    return ceci_cli_fail (error);
  ceci_cli_print (cli, _ ("Undone: %s\n"), label);
  return say_one (cli, "undone", label);
}

static CeciExit
run_redo (CeciCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  CeciExit exit;

  if (argc > 1)
    return ceci_cli_usage (&ceci_cli_journal[3], NULL);
  g_autoptr (CeciRegister) opened = ceci_cli_open (cli, TRUE, &exit);
  if (opened == NULL)
    return exit;
  g_autofree char *label = ceci_register_redo (opened, &error);
  if (label == NULL)
    return ceci_cli_fail (error);
  ceci_cli_print (cli, _ ("Redone: %s\n"), label);
  return say_one (cli, "redone", label);
}

static CeciExit
run_backup (CeciCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  CeciExit exit;

  if (argc != 2)
    return ceci_cli_usage (&ceci_cli_journal[4], NULL);
  g_autoptr (CeciRegister) opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  g_autoptr (GFile) destination = g_file_new_for_commandline_arg (argv[1]);
  g_autofree char *name = g_file_get_parse_name (destination);
  if (!ceci_register_backup (opened, destination, &error))
    return ceci_cli_fail (error);
  ceci_cli_print (cli, _ ("Backed up to %s, and verified.\n"), name);
  return say_one (cli, "backup", name);
}

static CeciExit
run_restore (CeciCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc != 2)
    return ceci_cli_usage (&ceci_cli_journal[5], NULL);
  g_autoptr (GFile) backup = g_file_new_for_commandline_arg (argv[1]);
  g_autoptr (GFile) destination = ceci_cli_register_file (cli);
  g_autofree char *name = g_file_get_parse_name (destination);
  if (!ceci_register_restore (backup, destination, &error))
    return ceci_cli_fail (error);
  ceci_cli_print (cli, _ ("Restored to %s. What stood there is kept beside it.\n"), name);
  return say_one (cli, "restored", name);
}

const CeciCommand ceci_cli_journal[] = {
    {"journal", "list", "[--limit N] [--row ID]… | --words [--student STUDENT]", run_list},
    {"journal", "verify", "", run_verify},
    {"undo", NULL, "[--step ID | --to ID [--student STUDENT] [--dry-run]]", run_undo},
    {"redo", NULL, "", run_redo},
    {"backup", NULL, "FILE", run_backup},
    {"restore", NULL, "FILE", run_restore},
    {"integrity", NULL, "", run_integrity},
    {NULL, NULL, NULL, NULL},
};
