// SPDX-License-Identifier: GPL-3.0-or-later
// The hour log: one line to enter hours with, told what is understood; the totals; the entries, with what is done to many.
#pragma once

#include <adwaita.h>
#include "ceci-desk.h"
#include "ceci-placement-sheet.h"

G_BEGIN_DECLS

#define CECI_TYPE_HOURS_LOG (ceci_hours_log_get_type ())
G_DECLARE_FINAL_TYPE (CeciHoursLog, ceci_hours_log, CECI, HOURS_LOG, AdwBin)

// Actions: hours.edit(s), hours.remove(s), hours.set-state(si), and on the marked ones hours.confirm-marked,
// hours.accept-marked, hours.refuse-marked, hours.remove-marked, hours.mark-all, hours.mark-none. In Blueprint:
// $CeciHoursLog log {}
void ceci_hours_log_show (CeciHoursLog *self, CeciDesk *desk, CeciPlacementSheet *sheet);
void ceci_hours_log_enter (CeciHoursLog *self); // puts the cursor where hours are entered

G_END_DECLS
