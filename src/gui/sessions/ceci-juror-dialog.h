// SPDX-License-Identifier: GPL-3.0-or-later
// Asks who a juror is, and adds them to a session.
#pragma once

#include <adwaita.h>
#include "ceci-desk.h"
#include "core/model/ceci-jury-repository.h"

G_BEGIN_DECLS

#define CECI_TYPE_JUROR_DIALOG (ceci_juror_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CeciJurorDialog, ceci_juror_dialog, CECI, JUROR_DIALOG, AdwDialog)

AdwDialog *ceci_juror_dialog_new (CeciDesk *desk, CeciJurySession *session);

G_END_DECLS
