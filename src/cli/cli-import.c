// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl import: what others export, shown as what it would change, then written in one step.

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-cli.h"
#include "core/exchange/ceci-application-proposal.h"
#include "core/model/ceci-cohort-repository.h"

typedef struct {
  GFile *file;
  char *cohort; // as given
  char **mappings;
  char **same;   // «LINE=PERSON»
  char **others; // «LINE»
  const char *today;
  CeciApplicationProposal *proposal;
} Import;

static CeciExit
fail (const GError *error)
{
  CeciExit said = ceci_cli_fail (error);

  if (error->domain == CECI_TABLE_ERROR && error->code != CECI_TABLE_ERROR_NO_HEADER &&
      error->code != CECI_TABLE_ERROR_EMPTY)
    return CECI_EXIT_DAMAGED;
  return said;
}

// Sets error and returns NULL if that line is not one that someone must settle.
static CeciProposedApplication *
find_doubtful (CeciApplicationProposal *proposal, const char *line, GError **error)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (line, 10, 1, G_MAXUINT, &number, NULL)) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("“%s” is not the number of a line."), line);
    return NULL;
  }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (proposal)); i++) {
    g_autoptr (CeciProposedApplication) row = g_list_model_get_item (G_LIST_MODEL (proposal), i);

    if (ceci_proposed_application_get_line (row) == number && ceci_proposed_application_get_doubt (row) != NULL)
      return row; // the proposal keeps it
  }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("Line %s is not unsure: see with --dry-run which lines are."), line);
  return NULL;
}

static gboolean
is_called (CeciPerson *person, const char *name)
{
  const char *email = ceci_person_get_email (person);

  return g_str_equal (ceci_record_get_id (CECI_RECORD (person)), name) ||
         g_strcmp0 (ceci_person_get_matricule (person), name) == 0 ||
         (email != NULL && g_ascii_strcasecmp (email, name) == 0);
}

static gboolean
settle_same (CeciApplicationProposal *proposal, const char *line_and_person, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (line_and_person, "=", 2);
  CeciProposedApplication *row;
  GPtrArray *candidates;
  g_autofree char *namesake = NULL;

  if (g_strv_length (parts) != 2) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("“%s” names nobody: write the line, an equals sign and the person, such as “7=512345”."),
                 line_and_person);
    return FALSE;
  }
  row = find_doubtful (proposal, parts[0], error);
  if (row == NULL)
    return FALSE;
  candidates = ceci_proposed_application_get_candidates (row);
  for (guint i = 0; i < candidates->len; i++)
    if (is_called (candidates->pdata[i], parts[1])) {
      ceci_application_proposal_choose (proposal, row, candidates->pdata[i]);
      return TRUE;
    }
  namesake = g_strdup_printf ("%u", ceci_proposed_application_get_namesake_line (row));
  if (ceci_proposed_application_get_namesake_line (row) > 0 && g_str_equal (namesake, parts[1])) {
    ceci_application_proposal_join (proposal, row);
    return TRUE;
  }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("Line %s is not “%s”: give the identifier, the student number or the e-mail address of one of its "
                  "candidates, or the line of the same name."),
               parts[0], parts[1]);
  return FALSE;
}

static gboolean
settle (CeciApplicationProposal *proposal, Import *import, GError **error)
{
  for (char **same = import->same; same != NULL && *same != NULL; same++)
    if (!settle_same (proposal, *same, error))
      return FALSE;
  for (char **line = import->others; line != NULL && *line != NULL; line++) {
    CeciProposedApplication *row = find_doubtful (proposal, *line, error);

    if (row == NULL)
      return FALSE;
    ceci_application_proposal_choose (proposal, row, NULL);
  }
  return TRUE;
}

static gpointer
prepare (CeciDatabase *database, gpointer user_data, GError **error)
{
  Import *import = user_data;
  g_autoptr (CeciCohort) cohort = ceci_cohort_repository_look_up (database, import->cohort, error);

  if (cohort == NULL)
    return NULL;
  return ceci_application_proposal_read (database, import->file, ceci_record_get_id (CECI_RECORD (cohort)),
                                         (const char *const *) import->mappings, import->today, NULL, error);
}

static gpointer
apply (CeciDatabase *database, gpointer user_data, GError **error)
{
  Import *import = user_data;

  return ceci_application_proposal_apply (import->proposal, database, error) ? import : NULL;
}

// What was noticed goes to standard error, so that standard output stays the result.
static void
print_notes (CeciColumnMap *map)
{
  const char *const *notes = ceci_table_get_notes (ceci_column_map_get_table (map));
  g_auto (GStrv) unknown = ceci_column_map_dup_unknown (map);

  for (; *notes != NULL; notes++)
    g_printerr ("%s\n", *notes);
  for (guint i = 0; unknown[i] != NULL; i++)
    g_printerr (_ ("The column “%s” is not used; --map \"%s=FIELD\" would use it.\n"), unknown[i], unknown[i]);
}

static void
print_rows (CeciCli *cli, CeciApplicationProposal *proposal)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (proposal));

  for (guint i = 0; i < n_rows; i++) {
    g_autoptr (CeciProposedApplication) row = g_list_model_get_item (G_LIST_MODEL (proposal), i);
    CeciProposalAction action = ceci_proposed_application_get_action (row);
    const char *reason = ceci_proposed_application_get_reason (row);
    g_autofree char *changes = NULL;

    if (action == CECI_PROPOSAL_UNCHANGED)
      continue;
    g_object_get (row, "changes", &changes, NULL);
    ceci_cli_print (cli, "%5u  %s  %s%s%s\n", ceci_proposed_application_get_line (row),
                    ceci_proposal_action_get_label (action), ceci_proposed_application_get_name (row),
                    reason != NULL ? " — " : "", reason != NULL ? reason : "");
    if (changes != NULL && *changes != '\0') {
      g_auto (GStrv) lines = g_strsplit (changes, "\n", -1);

      for (guint line = 0; lines[line] != NULL; line++)
        ceci_cli_print (cli, "         %s\n", lines[line]);
    }
  }
  ceci_cli_print (cli, _ ("%u new, %u changed, %u unchanged, %u refused, %u to be told apart, %u not submitted\n"),
                  ceci_application_proposal_count (proposal, CECI_PROPOSAL_ADD),
                  ceci_application_proposal_count (proposal, CECI_PROPOSAL_CHANGE),
                  ceci_application_proposal_count (proposal, CECI_PROPOSAL_UNCHANGED),
                  ceci_application_proposal_count (proposal, CECI_PROPOSAL_REFUSED),
                  ceci_application_proposal_count (proposal, CECI_PROPOSAL_UNSURE),
                  ceci_application_proposal_count (proposal, CECI_PROPOSAL_DRAFT));
}

static CeciExit
run_import (CeciCli *cli, Import *import, gboolean dry_run)
{
  CeciExit exit = CECI_EXIT_DONE;
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = ceci_cli_open (cli, !dry_run, &exit);
  g_autoptr (CeciApplicationProposal) proposal = NULL;

  if (opened == NULL)
    return exit;
  proposal = ceci_register_read (opened, prepare, import, &error);
  if (proposal == NULL)
    return fail (error);
  if (!settle (proposal, import, &error))
    return fail (error);
  print_notes (ceci_application_proposal_get_map (proposal));
  if (!dry_run) {
    g_autofree char *label = ceci_application_proposal_dup_label (proposal);

    import->proposal = proposal;
    if (ceci_register_write (opened, label, apply, import, &error) == NULL)
      return fail (error);
  }
  print_rows (cli, proposal);
  return ceci_cli_json (cli, ceci_application_proposal_to_json (proposal));
}

static CeciExit
import_applications (CeciCli *cli, int argc, char **argv)
{
  gboolean dry_run = FALSE;
  g_autofree char *cohort = NULL;
  g_auto (GStrv) mappings = NULL, same = NULL, others = NULL;
  const GOptionEntry entries[] = {
      {"cohort", 0, 0, G_OPTION_ARG_STRING, &cohort, NULL, NULL},
      {"dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, NULL, NULL},
      {"map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &mappings, NULL, NULL},
      {"new", 0, 0, G_OPTION_ARG_STRING_ARRAY, &others, NULL, NULL},
      {"same", 0, 0, G_OPTION_ARG_STRING_ARRAY, &same, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  Import import;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 2 || cohort == NULL)
    return ceci_cli_usage (&ceci_cli_import[0], _ ("Name one file and the cohort that its applications are for."));
  file = g_file_new_for_commandline_arg (argv[1]);
  import = (Import) {
      .file = file, .cohort = cohort, .mappings = mappings, .same = same, .others = others, .today = cli->today};
  return run_import (cli, &import, dry_run);
}

const CeciCommand ceci_cli_import[] = {
    {"import", "applications", "FILE --cohort C [--dry-run] [--map COLUMN=FIELD]… [--same LINE=PERSON]… [--new LINE]…",
     import_applications},
    {"import", "submissions",
     "ARCHIVE --cohort C [--course COURSE] [--dry-run] [--same FOLDER=STUDENT[,STUDENT…]]… [--leave-out FOLDER]…",
     ceci_cli_import_submissions},
    {NULL},
};
