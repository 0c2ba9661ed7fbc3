// SPDX-License-Identifier: GPL-3.0-or-later
// What merging a return would change, before anything is changed; then the change, in one step.
#pragma once

#include "ceci-return.h"
#include "core/model/ceci-jury-repository.h"

G_BEGIN_DECLS

typedef enum {
  CECI_RETURN_NEW,         // the first of this juror, or a newer revision
  CECI_RETURN_SAME,        // merged already: nothing to do
  CECI_RETURN_OLDER,       // a newer one is merged: refused
  CECI_RETURN_CONFLICTING, // another content under the same revision: a person chooses
  CECI_RETURN_LATE,        // the session is closed: kept as an annex, no score changes
} CeciReturnVerdict;
#define CECI_TYPE_RETURN_VERDICT (ceci_return_verdict_get_type ())
GType ceci_return_verdict_get_type (void) G_GNUC_CONST;

typedef enum {
  CECI_MERGE_DEFAULT = 0,
  CECI_MERGE_REPLACE = 1 << 0, // of two contents under one revision, take this one
} CeciMergeFlags;

#define CECI_TYPE_RETURN_PROPOSAL (ceci_return_proposal_get_type ())
G_DECLARE_FINAL_TYPE (CeciReturnProposal, ceci_return_proposal, CECI, RETURN_PROPOSAL, GObject)

// In a read. Fails with CECI_JURY_ERROR_REFUSED, _DAMAGED, _WRONG_KEY, and a sentence that says why, for what no person can accept:
// a stranger's return, another juror's or session's content, a wrong signature.
CeciReturnProposal *ceci_return_proposal_new  (CeciDatabase *database, GFile *file, GError **error);
CeciReturnVerdict   ceci_return_proposal_get_verdict    (CeciReturnProposal *self);
CeciReturn         *ceci_return_proposal_get_return     (CeciReturnProposal *self);
const char         *ceci_return_proposal_get_juror_name (CeciReturnProposal *self);
const char         *ceci_return_proposal_get_session_name (CeciReturnProposal *self);
const char         *ceci_return_proposal_get_session_id (CeciReturnProposal *self);
char               *ceci_return_proposal_describe       (CeciReturnProposal *self) G_GNUC_WARN_UNUSED_RESULT; // a sentence
guint               ceci_return_proposal_get_n_reviewed (CeciReturnProposal *self); // dossiers with an opinion
guint               ceci_return_proposal_get_n_recused  (CeciReturnProposal *self);
GStrv               ceci_return_proposal_get_outdated   (CeciReturnProposal *self); // names of dossiers read in an older version
GStrv               ceci_return_proposal_get_ignored    (CeciReturnProposal *self); // dossiers not this juror's (any more)
GStrv               ceci_return_proposal_get_changes    (CeciReturnProposal *self); // «Élodie Martin · Quality and accuracy: 2 → 3»
JsonNode           *ceci_return_proposal_to_json        (CeciReturnProposal *self) G_GNUC_WARN_UNUSED_RESULT;

// In a write; the register is looked at again. SAME does nothing and succeeds; OLDER is refused; CONFLICTING needs CECI_MERGE_REPLACE.
gboolean            ceci_return_proposal_apply (CeciReturnProposal *self, CeciDatabase *database, CeciMergeFlags flags, GError **error);

typedef struct {
  CeciReturnProposal *proposal;
  CeciMergeFlags      flags;
} CeciMergeChoice;
// Several in one step: a refused one stays out, and is told, while the others come in. FALSE when none did.
gboolean            ceci_return_proposal_apply_all (const CeciMergeChoice *choices, guint n, CeciDatabase *database, GPtrArray *refusals, GError **error);

G_END_DECLS
