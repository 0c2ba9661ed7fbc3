// SPDX-License-Identifier: GPL-3.0-or-later
// Who the applicants are that an import can't tell by itself: each is said by a person, and may be said again.
#pragma once

#include <adwaita.h>
#include "core/exchange/ceci-application-proposal.h"

G_BEGIN_DECLS

#define CECI_TYPE_IMPORT_DOUBTS_PAGE (ceci_import_doubts_page_get_type ())
G_DECLARE_FINAL_TYPE (CeciImportDoubtsPage, ceci_import_doubts_page, CECI, IMPORT_DOUBTS_PAGE, AdwBin)

void ceci_import_doubts_page_set_proposal (CeciImportDoubtsPage *self, CeciApplicationProposal *proposal);

G_END_DECLS
