// SPDX-License-Identifier: GPL-3.0-or-later
// Closing a placement, or changing it for another in one step, with what follows from it said before it is done.
#pragma once

#include "ceci-placement-draft.h"

G_BEGIN_DECLS

typedef struct {
  char  *organisation_name; // of the placement that closes
  gint64 kept_minutes;      // counted there, and counted still
  gint64 waiting_minutes;   // that wait there, and wait still
  gint64 lost_minutes;      // counted or waiting today, dated after the last day
  guint  lost_productions;  // that count today and would be dated outside any placement
  gint64 counted_minutes;   // of all placements together, afterwards
  gint64 required_minutes;
  char  *next_name;         // of the organisation that follows, NULL when none does
  gint64 next_planned_minutes;
} CeciPlacementForeseen;

// What closing a placement on a day, and starting the next one (or none), would do to what counts. Reads only.
CeciPlacementForeseen *ceci_placement_change_foresee   (CeciDatabase *database, const char *placement_id, const char *closed_on, CeciPlacementDraft *next, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GStrv                  ceci_placement_foreseen_tell    (const CeciPlacementForeseen *self) G_GNUC_WARN_UNUSED_RESULT; // in whole sentences
void                   ceci_placement_foreseen_free    (CeciPlacementForeseen *self);
// In a write: the old placement closes, its hours stay; the new one follows it, with a new agreement drawn that day.
char                  *ceci_placement_change_make      (CeciDatabase *database, const char *placement_id, const char *closed_on, const char *reason, CeciPlacementDraft *next, const char *today, GError **error) G_GNUC_WARN_UNUSED_RESULT; // the new placement’s id

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciPlacementForeseen, ceci_placement_foreseen_free)

G_END_DECLS
