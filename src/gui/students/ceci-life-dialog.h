// SPDX-License-Identifier: GPL-3.0-or-later
// Asks what an extension, a withdrawal, a readmission or a change of name needs, and says what follows before it is confirmed.
#pragma once

#include <adwaita.h>
#include "ceci-desk.h"
#include "core/model/ceci-student-life.h"

G_BEGIN_DECLS

#define CECI_TYPE_LIFE_DIALOG (ceci_life_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CeciLifeDialog, ceci_life_dialog, CECI, LIFE_DIALOG, AdwDialog)

AdwDialog *ceci_life_dialog_new (CeciDesk *desk, CeciStudent *student, CeciLifeKind kind, const char *deadline);

G_END_DECLS
