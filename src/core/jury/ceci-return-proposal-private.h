// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of a return's proposal, for what previews it and what merges it.
#pragma once

#include "ceci-return-proposal.h"
#include "ceci-scoring.h"

G_BEGIN_DECLS

struct _CeciReturnProposal {
  GObject parent_instance;

  CeciReturn *content;
  CeciSessionJuror *member;
  CeciJurySession *session;
  CeciScoringGrid *grid;
  CeciReturnVerdict verdict;
  CeciJuryReturn *known;   // this very content, as the register keeps it; NULL when it does not
  GHashTable *assignments; // dossier id to CeciAssignment, of this juror
  GHashTable *digests;     // dossier id to the digest of the dossier as it is now
  GStrv outdated, ignored, changes;
  guint n_reviewed, n_recused;
};

gboolean ceci_return_proposal_refuse (GError **error, const char *message); // FALSE
// The verdict and the assignments, as the register is now.
gboolean ceci_return_proposal_judge (CeciReturnProposal *self, CeciDatabase *database, GError **error);
gboolean ceci_return_proposal_load_assignments (CeciReturnProposal *self, CeciDatabase *database, GError **error);
gboolean ceci_return_proposal_load_digests (CeciReturnProposal *self, CeciDatabase *database, GError **error);
gboolean ceci_return_proposal_is_outdated (CeciReturnProposal *self, CeciReturnDossier *dossier);
gboolean ceci_return_dossier_says_something (CeciReturnDossier *dossier);

G_END_DECLS
