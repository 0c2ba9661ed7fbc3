// SPDX-License-Identifier: GPL-3.0-or-later
// The steps that the placement view writes, each named in words.
#pragma once

#include "ceci-placement-sheet.h"
#include "ceci-view.h"

G_BEGIN_DECLS

void ceci_placement_write_hours (CeciView *view, CeciStudent *student, gint64 minutes, const char *worked_on,
                                 const char *description);
void ceci_placement_write_hours_state (CeciView *view, CeciStudent *student, CeciHours *hours, CeciHoursState state,
                                       const char *reason);
void ceci_placement_remove_hours (CeciView *view, CeciStudent *student, CeciHours *hours);
void ceci_placement_write_signature (CeciView *view, CeciStudent *student, CeciPlacement *placement, CeciParty party,
                                     const char *signatory, const char *signed_on);

G_END_DECLS
