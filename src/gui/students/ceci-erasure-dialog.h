// SPDX-License-Identifier: GPL-3.0-or-later
// Erasing: one person on request, or what the retention schedule no longer keeps. What goes and what stays is shown first.
#pragma once

#include <adwaita.h>
#include "ceci-desk.h"

G_BEGIN_DECLS

#define CECI_TYPE_ERASURE_DIALOG (ceci_erasure_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CeciErasureDialog, ceci_erasure_dialog, CECI, ERASURE_DIALOG, AdwDialog)

AdwDialog *ceci_erasure_dialog_new       (CeciDesk *desk, const char *person_id); // NULL: the retention schedule

G_END_DECLS
