// SPDX-License-Identifier: GPL-3.0-or-later
// What importing a filled sheet of hours would do to a student's hour log.
#pragma once

#include "ceci-import-proposal.h"

G_BEGIN_DECLS

#define CECI_TYPE_HOURS_PROPOSAL (ceci_hours_proposal_get_type ())
G_DECLARE_FINAL_TYPE (CeciHoursProposal, ceci_hours_proposal, CECI, HOURS_PROPOSAL, CeciImportProposal)

// Blocks and reads the register: run it in ceci_register_read() or _read_async(). mappings: «heading=field», or NULL.
CeciHoursProposal *ceci_hours_proposal_read (CeciDatabase *database, GFile *file, const char *student_id,
                                             const char *const *mappings, const char *today, GCancellable *cancellable,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
