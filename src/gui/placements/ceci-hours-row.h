// SPDX-License-Identifier: GPL-3.0-or-later
// One entry of the hour log as a row: day, duration, what for, whether it counts and why not, its state.
#pragma once

#include <adwaita.h>
#include "ceci-placement-sheet.h"

G_BEGIN_DECLS

#define CECI_TYPE_HOURS_ROW (ceci_hours_row_get_type ())
G_DECLARE_FINAL_TYPE (CeciHoursRow, ceci_hours_row, CECI, HOURS_ROW, AdwActionRow)

// Property: marked (writable), whether what is done to many is done to this one too; only an editable row has it.
GtkWidget *ceci_hours_row_new (const CeciCountedHours *counted, gboolean editable);
CeciHours *ceci_hours_row_get_hours (CeciHoursRow *self);
gboolean ceci_hours_row_get_marked (CeciHoursRow *self);
void ceci_hours_row_set_marked (CeciHoursRow *self, gboolean marked);

G_END_DECLS
