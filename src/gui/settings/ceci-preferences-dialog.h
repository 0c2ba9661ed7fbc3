// SPDX-License-Identifier: GPL-3.0-or-later
// What a person prefers on this computer, and what the office is called in the register.
#pragma once

#include <adwaita.h>
#include "ceci-desk.h"

G_BEGIN_DECLS

#define CECI_TYPE_PREFERENCES_DIALOG (ceci_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CeciPreferencesDialog, ceci_preferences_dialog, CECI, PREFERENCES_DIALOG, AdwPreferencesDialog)

AdwDialog *ceci_preferences_dialog_new (GSettings *settings, CeciDesk *desk); // desk NULL: no register is open

G_END_DECLS
