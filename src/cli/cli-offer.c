// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl import offers: lists of offers, TIME's above all.

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli-proposal.h"
#include "core/exchange/ceci-offer-proposal.h"

typedef struct {
  GFile *file;
  char **mappings;
  const char *today;
} Import;

static gpointer
prepare (CeciDatabase *database, gpointer user_data, GError **error)
{
  const Import *import = user_data;

  return ceci_offer_proposal_read (database, import->file, (const char *const *) import->mappings, import->today, NULL,
                                   error);
}

static CeciExit
run_import (CeciCli *cli, int argc, char **argv)
{
  gboolean dry_run = FALSE;
  g_auto (GStrv) mappings = NULL, same = NULL;
  const GOptionEntry entries[] = {
      {"dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, NULL, NULL},
      {"map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &mappings, NULL, NULL},
      {"same", 0, 0, G_OPTION_ARG_STRING_ARRAY, &same, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  Import import;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 2)
    return ceci_cli_usage (&ceci_cli_offer[0], _ ("Name one file."));
  file = g_file_new_for_commandline_arg (argv[1]);
  import = (Import) {.file = file, .mappings = mappings, .today = cli->today};
  return ceci_cli_run_proposal (cli, prepare, &import, same, dry_run);
}

const CeciCommand ceci_cli_offer[] = {
    {"import", "offers", "FILE [--dry-run] [--map COLUMN=FIELD]… [--same LINE=ORGANISATION|new]…", run_import},
    {NULL},
};
