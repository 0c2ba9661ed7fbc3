// SPDX-License-Identifier: GPL-3.0-or-later
// The journal in words, for the commands that list it and undo back to a point of it.
#pragma once

#include "ceci-cli.h"

G_BEGIN_DECLS

CeciExit ceci_cli_history_list (CeciCli *cli, CeciRegister *opened, const char *student_id, guint limit);
CeciExit ceci_cli_history_undo_to (CeciCli *cli, CeciRegister *opened, const char *step_id, const char *student_id, gboolean dry_run);

G_END_DECLS
