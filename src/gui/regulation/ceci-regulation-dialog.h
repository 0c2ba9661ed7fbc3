// SPDX-License-Identifier: GPL-3.0-or-later
// A cohort's regulation: looked at, changed, and the change seen before it is adopted.
#pragma once

#include <adwaita.h>
#include "ceci-desk.h"

G_BEGIN_DECLS

#define CECI_TYPE_REGULATION_DIALOG (ceci_regulation_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CeciRegulationDialog, ceci_regulation_dialog, CECI, REGULATION_DIALOG, AdwDialog)

AdwDialog *ceci_regulation_dialog_new (CeciDesk *desk, const char *cohort_id);

G_END_DECLS
