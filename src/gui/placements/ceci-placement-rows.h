// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the placement view's groups: the placement, the ones before it, the agreement and its amendments, the
// follow-up grids. What their buttons do are actions of the view.
#pragma once

#include <adwaita.h>
#include "ceci-placement-sheet.h"

G_BEGIN_DECLS

// A group and the rows that were put in it, to be taken out when it is filled again.
typedef struct {
  AdwPreferencesGroup *group;
  GPtrArray *rows;
} CeciRowGroup;

void ceci_row_group_clear (CeciRowGroup *self);
void ceci_row_group_add (CeciRowGroup *self, GtkWidget *row);
GtkWidget *ceci_row_button_new (const char *icon, const char *tooltip, const char *action, const char *format,
                                ...); // of a row: format and what follows are the action's target, as g_variant_new()

void ceci_placement_rows_show (CeciRowGroup *self, CeciPlacementSheet *sheet);
void ceci_placement_rows_show_earlier (CeciRowGroup *self, CeciPlacementSheet *sheet);
void ceci_agreement_rows_show (CeciRowGroup *self, CeciPlacementSheet *sheet, gboolean editable);
void ceci_grid_rows_show (CeciRowGroup *self, CeciPlacementSheet *sheet, gboolean editable);

G_END_DECLS
