// SPDX-License-Identifier: GPL-3.0-or-later
// Where a placement is added, edited, closed, or changed for another, with what follows said before it is done.
#pragma once

#include <adwaita.h>
#include "ceci-desk.h"
#include "ceci-placement-choices.h"

G_BEGIN_DECLS

#define CECI_TYPE_PLACEMENT_DIALOG (ceci_placement_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CeciPlacementDialog, ceci_placement_dialog, CECI, PLACEMENT_DIALOG, AdwDialog)

// Reads what it needs, then opens over @parent. placement_id: the one that is edited or closes, else NULL.
void ceci_placement_dialog_open (GtkWidget *parent, CeciDesk *desk, CeciPlacementTask task, const char *student_id,
                                 const char *placement_id);

G_END_DECLS
