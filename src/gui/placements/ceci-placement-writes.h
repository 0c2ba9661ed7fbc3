// SPDX-License-Identifier: GPL-3.0-or-later
// The steps that the placement view and its dialogs write, each named in words.
#pragma once

#include "ceci-desk.h"
#include "ceci-placement-choices.h"
#include "core/model/ceci-document-version.h"
#include "core/model/ceci-document.h"
#include "core/model/ceci-follow-up-grid.h"
#include "core/model/ceci-hours-entry.h"
#include "core/model/ceci-hours.h"

G_BEGIN_DECLS

// What a placement dialog saves; its strings are borrowed.
typedef struct {
  CeciPlacementTask task;
  CeciPlacementDraft *draft; // (transfer full); NULL when one only closes
  const char *placement_id, *closed_on, *closed_reason;
  const char *amend_reason, *amend_changes; // NULL: no amendment
} CeciPlacementSaving;

void ceci_placement_save (CeciDesk *desk, CeciStudent *student, const CeciPlacementSaving *saving);

// hours_id: the entry that is changed; NULL for a new one, which is accepted at once, as the office enters it.
void ceci_placement_write_hours (CeciDesk *desk, CeciStudent *student, const char *hours_id,
                                 const CeciHoursReading *reading);
void ceci_placement_write_states (CeciDesk *desk, CeciStudent *student, GStrv ids, CeciHoursState state,
                                  const char *reason, const char *confirmed_by, const char *confirmed_on);
void ceci_placement_remove_hours (CeciDesk *desk, CeciStudent *student, GStrv ids, gint64 minutes);

// agreement_id: NULL for the placement's agreement, which is drawn that day if there is none yet.
void ceci_placement_write_signature (CeciDesk *desk, CeciStudent *student, const char *placement_id,
                                     const char *agreement_id, CeciParty party, const char *signatory,
                                     const char *signed_on);
void ceci_placement_draw_agreement (CeciDesk *desk, CeciStudent *student, const char *placement_id, const char *reason,
                                    const char *changes); // reason NULL: the agreement; else an amendment
void ceci_placement_attach_scan (CeciDesk *desk, CeciStudent *student, const char *placement_id,
                                 const char *agreement_id, CeciDocument *draft, CeciDocumentVersion *version,
                                 GBytes *bytes);
void ceci_placement_write_grid (CeciDesk *desk, CeciStudent *student, CeciFollowUpGrid *grid, GListModel *ratings);

G_END_DECLS
