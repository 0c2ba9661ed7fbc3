// SPDX-License-Identifier: GPL-3.0-or-later
// One entry of the hour log as a row: day, duration, what for, whether it counts and why not, its state.
#pragma once

#include <adwaita.h>
#include "ceci-placement-sheet.h"

G_BEGIN_DECLS

GtkWidget *ceci_hours_row_new (const CeciCountedHours *counted, gboolean editable);

G_END_DECLS
