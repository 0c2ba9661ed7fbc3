// SPDX-License-Identifier: GPL-3.0-or-later
// What the two halves of «cecictl jury» share: preparing a session, and what follows the reading.
#pragma once

#include "ceci-cli.h"
#include "core/jury/ceci-session.h"

G_BEGIN_DECLS

// Named by people: a session by id or name; a juror by id, e-mail or name; a dossier by id, or by its student's id, number or name.
CeciJurySession  *ceci_cli_jury_session (CeciDatabase *database, const char *text, GError **error);
CeciSessionJuror *ceci_cli_jury_member  (CeciDatabase *database, const char *session_id, const char *text, GError **error);
CeciDossier      *ceci_cli_jury_dossier (CeciDatabase *database, const char *session_id, const char *text, GError **error);
CeciExit          ceci_cli_jury_say     (CeciCli *cli, JsonObject *object); // (transfer full)

CeciExit ceci_cli_jury_pack    (CeciCli *cli, int argc, char **argv);
CeciExit ceci_cli_jury_merge   (CeciCli *cli, int argc, char **argv);
CeciExit ceci_cli_jury_results (CeciCli *cli, int argc, char **argv);
CeciExit ceci_cli_jury_decide  (CeciCli *cli, int argc, char **argv);
CeciExit ceci_cli_jury_close   (CeciCli *cli, int argc, char **argv);
CeciExit ceci_cli_jury_reopen  (CeciCli *cli, int argc, char **argv);

// Places in the table, for usage messages.
enum {
  CECI_JURY_CREATE,
  CECI_JURY_LIST,
  CECI_JURY_SHOW,
  CECI_JURY_ADD_JUROR,
  CECI_JURY_RECUSE,
  CECI_JURY_ADMIT,
  CECI_JURY_ASSIGN,
  CECI_JURY_PACK,
  CECI_JURY_MERGE,
  CECI_JURY_RESULTS,
  CECI_JURY_DECIDE,
  CECI_JURY_CLOSE,
  CECI_JURY_REOPEN,
};

G_END_DECLS
