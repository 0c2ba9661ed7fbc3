// SPDX-License-Identifier: GPL-3.0-or-later
// What every import command does once it knows how to make its proposal: says what was noticed, settles what is said of
// unsure lines, writes in one step unless it is a dry run, prints.

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli-proposal.h"

CeciExit
ceci_cli_fail_import (const GError *error)
{
  CeciExit said = ceci_cli_fail (error);

  if (error->domain == CECI_TABLE_ERROR && error->code != CECI_TABLE_ERROR_NO_HEADER &&
      error->code != CECI_TABLE_ERROR_EMPTY)
    return CECI_EXIT_DAMAGED;
  return said;
}

// What was noticed goes to standard error, so that standard output stays the result.
static void
print_notes (CeciImportProposal *proposal)
{
  CeciColumnMap *map = ceci_import_proposal_get_map (proposal);
  const char *const *notes = ceci_import_proposal_get_notes (proposal);
  g_auto (GStrv) unknown = map != NULL ? ceci_column_map_dup_unknown (map) : NULL;

  for (; *notes != NULL; notes++)
    g_printerr ("%s\n", *notes);
  notes = map != NULL ? ceci_table_get_notes (ceci_column_map_get_table (map)) : NULL;
  for (; notes != NULL && *notes != NULL; notes++)
    g_printerr ("%s\n", *notes);
  for (guint i = 0; unknown != NULL && unknown[i] != NULL; i++)
    g_printerr (_ ("The column “%s” is not used; --map \"%s=FIELD\" would use it.\n"), unknown[i], unknown[i]);
}

static void
print_line (CeciCli *cli, CeciProposedLine *line)
{
  const char *reason = ceci_proposed_line_get_reason (line);
  g_autofree char *changes = ceci_proposed_line_dup_changes (line);

  if (ceci_proposed_line_get_action (line) == CECI_PROPOSAL_UNCHANGED)
    return;
  ceci_cli_print (cli, "%5u  %s  %s%s%s\n", ceci_proposed_line_get_line (line),
                  ceci_proposal_action_get_label (ceci_proposed_line_get_action (line)),
                  ceci_proposed_line_get_name (line), reason != NULL ? " — " : "", reason != NULL ? reason : "");
  if (*changes != '\0') {
    g_auto (GStrv) lines = g_strsplit (changes, "\n", -1);

    for (guint i = 0; lines[i] != NULL; i++)
      ceci_cli_print (cli, "         %s\n", lines[i]);
  }
}

static void
print_lines (CeciCli *cli, CeciImportProposal *proposal)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (proposal)); i++)
    print_line (cli, ceci_import_proposal_get_line (proposal, i));
  ceci_cli_print (cli, _ ("%u new, %u changed, %u unchanged, %u refused, %u to be told apart\n"),
                  ceci_import_proposal_count (proposal, CECI_PROPOSAL_ADD),
                  ceci_import_proposal_count (proposal, CECI_PROPOSAL_CHANGE),
                  ceci_import_proposal_count (proposal, CECI_PROPOSAL_UNCHANGED),
                  ceci_import_proposal_count (proposal, CECI_PROPOSAL_REFUSED),
                  ceci_import_proposal_count (proposal, CECI_PROPOSAL_UNSURE));
}

static gpointer
apply (CeciDatabase *database, gpointer proposal, GError **error)
{
  return ceci_import_proposal_apply (proposal, database, error) ? proposal : NULL;
}

CeciExit
ceci_cli_run_proposal (CeciCli *cli, CeciRegisterFunc prepare, gpointer user_data, char **same, gboolean dry_run)
{
  CeciExit exit = CECI_EXIT_DONE;
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = ceci_cli_open (cli, !dry_run, &exit);
  g_autoptr (CeciImportProposal) proposal = NULL;

  if (opened == NULL)
    return exit;
  proposal = ceci_register_read (opened, prepare, user_data, &error);
  if (proposal == NULL)
    return ceci_cli_fail_import (error);
  for (; same != NULL && *same != NULL; same++)
    if (!ceci_import_proposal_say_text (proposal, *same, &error))
      return ceci_cli_fail_import (error);
  print_notes (proposal);
  if (!dry_run) {
    g_autofree char *label = ceci_import_proposal_dup_label (proposal);

    if (ceci_register_write (opened, label, apply, proposal, &error) == NULL)
      return ceci_cli_fail_import (error);
  }
  print_lines (cli, proposal);
  return ceci_cli_json (cli, ceci_import_proposal_to_json (proposal));
}
