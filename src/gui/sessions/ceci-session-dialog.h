// SPDX-License-Identifier: GPL-3.0-or-later
// Asks what a new jury session needs: its name, its dates, its place, how many readers a dossier has.
#pragma once

#include <adwaita.h>
#include "ceci-desk.h"

G_BEGIN_DECLS

#define CECI_TYPE_SESSION_DIALOG (ceci_session_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CeciSessionDialog, ceci_session_dialog, CECI, SESSION_DIALOG, AdwDialog)

AdwDialog *ceci_session_dialog_new (CeciDesk *desk);

G_END_DECLS
