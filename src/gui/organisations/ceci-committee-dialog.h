// SPDX-License-Identifier: GPL-3.0-or-later
// Takes a committee's list as pasted text, then shows what importing it would do.
#pragma once

#include <adwaita.h>
#include "ceci-desk.h"

G_BEGIN_DECLS

#define CECI_TYPE_COMMITTEE_DIALOG (ceci_committee_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CeciCommitteeDialog, ceci_committee_dialog, CECI, COMMITTEE_DIALOG, AdwDialog)

AdwDialog *ceci_committee_dialog_new (CeciDesk *desk, const char *organisation_id);

G_END_DECLS
