// SPDX-License-Identifier: GPL-3.0-or-later
// The supervisor's follow-up grid, transcribed beside its original.
#pragma once

#include <adwaita.h>
#include "ceci-desk.h"
#include "ceci-placement-sheet.h"

G_BEGIN_DECLS

#define CECI_TYPE_GRID_DIALOG (ceci_grid_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CeciGridDialog, ceci_grid_dialog, CECI, GRID_DIALOG, AdwDialog)

// grid_id: the one that is edited, "" for a new one; document_id: its original in the portfolio, "" for none.
void ceci_grid_dialog_open (GtkWidget *parent, CeciDesk *desk, CeciPlacementSheet *sheet, const char *grid_id,
                            const char *document_id);

G_END_DECLS
