// SPDX-License-Identifier: GPL-3.0-or-later
// What depositing files would do to portfolios: whose each is, new document or new version, unchanged or refused.
// Nothing is written before it is applied.
#pragma once

#include <json-glib/json-glib.h>

#include "ceci-arrivals.h"
#include "ceci-proposed-document.h"
#include "core/store/ceci-register.h"

G_BEGIN_DECLS

// A GListModel of CeciProposedDocument, student by student in the order of the files.
#define CECI_TYPE_DEPOSIT_PROPOSAL (ceci_deposit_proposal_get_type ())
G_DECLARE_FINAL_TYPE (CeciDepositProposal, ceci_deposit_proposal, CECI, DEPOSIT_PROPOSAL, GObject)

// Both read the register: run them in ceci_register_read() or _read_async(). course NULL: the cohort’s, or what the archive’s name says.
CeciDepositProposal *ceci_deposit_proposal_of_submissions (CeciDatabase *database, CeciArrivals *arrivals, const char *cohort_id, const char *course, const char *today, GError **error) G_GNUC_WARN_UNUSED_RESULT;
CeciDepositProposal *ceci_deposit_proposal_of_student     (CeciDatabase *database, CeciArrivals *arrivals, const char *student_id, const char *today, GError **error) G_GNUC_WARN_UNUSED_RESULT;

// Blocks; needs no register. Looks at the files that would be written, and takes from them what their names did not say.
gboolean       ceci_deposit_proposal_inspect   (CeciDepositProposal *self, CeciInspectFunc inspect, CeciArrivalsProgress progress, gpointer user_data, GCancellable *cancellable, GError **error);

CeciArrivals  *ceci_deposit_proposal_get_arrivals   (CeciDepositProposal *self);
GListModel    *ceci_deposit_proposal_get_submitters (CeciDepositProposal *self); // of CeciSubmitter, those in doubt first
GPtrArray     *ceci_deposit_proposal_get_students   (CeciDepositProposal *self); // (transfer none) (element-type CeciStudent): who can be said
GListModel    *ceci_deposit_proposal_get_documents  (CeciDepositProposal *self, CeciStudent *student); // (transfer none) of CeciDocument: what the portfolio has
guint          ceci_deposit_proposal_count          (CeciDepositProposal *self, CeciProposalAction action);
guint          ceci_deposit_proposal_n_unsure       (CeciDepositProposal *self); // submitters
guint          ceci_deposit_proposal_n_writes       (CeciDepositProposal *self);
char          *ceci_deposit_proposal_dup_label      (CeciDepositProposal *self) G_GNUC_WARN_UNUSED_RESULT;
JsonNode      *ceci_deposit_proposal_to_json        (CeciDepositProposal *self) G_GNUC_WARN_UNUSED_RESULT;

// Says whose a folder is: one student, or a team’s; empty: nobody’s; NULL: asks again. The rows change.
void           ceci_deposit_proposal_say       (CeciDepositProposal *self, CeciSubmitter *submitter, GPtrArray *students);

// Blocks; in any thread but the register’s. Bytes go first, a few at a time and unnamed; then the documents in one step.
gboolean       ceci_deposit_proposal_apply     (CeciDepositProposal *self, CeciRegister *reg, CeciArrivalsProgress progress, gpointer user_data, GCancellable *cancellable, GError **error);

G_END_DECLS
