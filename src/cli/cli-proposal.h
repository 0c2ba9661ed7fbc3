// SPDX-License-Identifier: GPL-3.0-or-later
// What every import command does once it knows how to make its proposal.
#pragma once

#include "ceci-cli.h"
#include "core/exchange/ceci-import-proposal.h"

G_BEGIN_DECLS

CeciExit ceci_cli_fail_import (const GError *error); // a file that is no table, or damaged, is CECI_EXIT_DAMAGED
// prepare gives a CeciImportProposal; same: «LINE=ANSWER», ended by NULL, or NULL.
CeciExit ceci_cli_run_proposal (CeciCli *cli, CeciRegisterFunc prepare, gpointer user_data, char **same, gboolean dry_run);

G_END_DECLS
