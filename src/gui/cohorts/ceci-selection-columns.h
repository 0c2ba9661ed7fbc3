// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the table of a selection; its items are CeciSelectionItem.
#pragma once

#include "ceci-selection-item.h"
#include "widgets/ceci-table.h"

G_BEGIN_DECLS

// A box that is ticked activates selection.tick with the application's id.
void ceci_selection_columns_add (GtkColumnView *view);

G_END_DECLS
