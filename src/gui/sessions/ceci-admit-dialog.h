// SPDX-License-Identifier: GPL-3.0-or-later
// Which students of an intake go before a jury: those who may, to be chosen; the others, and why they may not.
#pragma once

#include <adwaita.h>
#include "ceci-desk.h"
#include "core/model/ceci-jury-repository.h"

G_BEGIN_DECLS

#define CECI_TYPE_ADMIT_DIALOG (ceci_admit_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CeciAdmitDialog, ceci_admit_dialog, CECI, ADMIT_DIALOG, AdwDialog)

AdwDialog *ceci_admit_dialog_new (CeciDesk *desk, CeciJurySession *session);

G_END_DECLS
