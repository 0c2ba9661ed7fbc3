// SPDX-License-Identifier: GPL-3.0-or-later
// What importing a list of offers would do: TIME's export, or any table whose headings say what they hold (R14).
#pragma once

#include "ceci-import-proposal.h"

G_BEGIN_DECLS

#define CECI_OFFER_FORMAT "offers" // under which mappings are remembered

#define CECI_TYPE_OFFER_PROPOSAL (ceci_offer_proposal_get_type ())
G_DECLARE_FINAL_TYPE (CeciOfferProposal, ceci_offer_proposal, CECI, OFFER_PROPOSAL, CeciImportProposal)

// Both block and read the register. The first reads a file, matches its columns, recalls what was mapped by hand before,
// and maps «heading=field» (mappings may be NULL); the second is its last step.
CeciImportProposal *ceci_offer_proposal_read (CeciDatabase *database, GFile *file, const char *const *mappings,
                                              const char *today, GCancellable *cancellable,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
CeciImportProposal *ceci_offer_proposal_new (CeciDatabase *database, CeciColumnMap *map, const char *source,
                                             const char *today, GError **error) G_GNUC_WARN_UNUSED_RESULT;
CeciColumnMap *ceci_offer_proposal_read_map (CeciDatabase *database, GFile *file, GCancellable *cancellable,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
CeciColumnMap *ceci_offer_column_map (CeciTable *table) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
