// SPDX-License-Identifier: GPL-3.0-or-later
// Whose each folder in doubt is: asked of a person, one student, several for a team, or nobody.
#pragma once

#include <adwaita.h>
#include "core/exchange/ceci-deposit-proposal.h"

G_BEGIN_DECLS

#define CECI_TYPE_SUBMITTERS_PAGE (ceci_submitters_page_get_type ())
G_DECLARE_FINAL_TYPE (CeciSubmittersPage, ceci_submitters_page, CECI, SUBMITTERS_PAGE, AdwBin)

void ceci_submitters_page_set_proposal (CeciSubmittersPage *self, CeciDepositProposal *proposal);

G_END_DECLS
