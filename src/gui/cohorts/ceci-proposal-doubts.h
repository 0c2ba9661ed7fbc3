// SPDX-License-Identifier: GPL-3.0-or-later
// What an import can't tell by itself: each doubt is settled by a person, and may be settled again. For every import.
#pragma once

#include <adwaita.h>

#include "core/exchange/ceci-import-proposal.h"

G_BEGIN_DECLS

#define CECI_TYPE_PROPOSAL_DOUBTS (ceci_proposal_doubts_get_type ())
G_DECLARE_FINAL_TYPE (CeciProposalDoubts, ceci_proposal_doubts, CECI, PROPOSAL_DOUBTS, AdwBin)

void ceci_proposal_doubts_set_proposal (CeciProposalDoubts *self, CeciImportProposal *proposal);

G_END_DECLS
