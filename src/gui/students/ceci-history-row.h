// SPDX-License-Identifier: GPL-3.0-or-later
// A step of the journal as a row: what was done, by whom, when; opened, what it changed field by field.
#pragma once

#include <adwaita.h>
#include "ceci-desk.h"
#include "core/store/ceci-journal.h"

G_BEGIN_DECLS

#define CECI_TYPE_HISTORY_ROW (ceci_history_row_get_type ())
G_DECLARE_FINAL_TYPE (CeciHistoryRow, ceci_history_row, CECI, HISTORY_ROW, AdwExpanderRow)

GtkWidget *ceci_history_row_new (CeciDesk *desk, CeciStep *step);
CeciStep *ceci_history_row_get_step (CeciHistoryRow *self);

G_END_DECLS
