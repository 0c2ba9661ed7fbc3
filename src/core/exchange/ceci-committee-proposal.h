// SPDX-License-Identifier: GPL-3.0-or-later
// What a committee's list would do to an organisation's mandates: pasted, or out of a table (R18, R19).
#pragma once

#include "ceci-import-proposal.h"
#include "core/model/ceci-mandate.h"

G_BEGIN_DECLS

#define CECI_TYPE_COMMITTEE_PROPOSAL (ceci_committee_proposal_get_type ())
G_DECLARE_FINAL_TYPE (CeciCommitteeProposal, ceci_committee_proposal, CECI, COMMITTEE_PROPOSAL, CeciImportProposal)

// A line a member: name, role, from, until. Without headings the columns stand in this order; with headings, in any.
CeciColumnMap *ceci_committee_read_map (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
// NULL with a @refusal in words.
CeciMandate *ceci_committee_read_mandate (CeciColumnMap *map, guint row, const char *organisation_id, const char *today,
                                          char **refusal) G_GNUC_WARN_UNUSED_RESULT;
CeciImportProposal *ceci_committee_proposal_new (CeciDatabase *database, CeciColumnMap *map,
                                                 const char *organisation_id, const char *today,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
