// SPDX-License-Identifier: GPL-3.0-or-later
// What one file of a deposit is: a page pushed over the list, whose lines change the row at once.
#pragma once

#include <adwaita.h>
#include "core/exchange/ceci-deposit-proposal.h"

G_BEGIN_DECLS

AdwNavigationPage *ceci_deposit_page_new (CeciDepositProposal *proposal, CeciProposedDocument *row, const char *today);

G_END_DECLS
