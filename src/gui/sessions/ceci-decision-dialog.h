// SPDX-License-Identifier: GPL-3.0-or-later
// A dossier before the jury: what its readers found, the decision to be recorded, the certificate.
#pragma once

#include <adwaita.h>
#include "ceci-desk.h"
#include "ceci-session-sheet.h"

G_BEGIN_DECLS

#define CECI_TYPE_DECISION_DIALOG (ceci_decision_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CeciDecisionDialog, ceci_decision_dialog, CECI, DECISION_DIALOG, AdwDialog)

AdwDialog *ceci_decision_dialog_new (CeciDesk *desk, CeciJurySession *session, CeciDossierLine *line);

G_END_DECLS
