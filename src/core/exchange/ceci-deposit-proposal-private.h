// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of a deposit's proposal, for the files that match, describe and apply it.
#pragma once

#include "ceci-deposit-proposal.h"
#include "ceci-proposed-document-private.h"
#include "ceci-student-matching.h"

G_BEGIN_DECLS

// What the register has of one student.
typedef struct {
  GListModel *documents; // of CeciDocument
  GHashTable *hashes;    // of every version, to its document's id
} CeciPortfolio;

struct _CeciDepositProposal {
  GObject parent_instance;
  CeciArrivals *arrivals;
  GPtrArray *rows;        // of CeciProposedDocument
  GListStore *submitters; // empty where the files are one student's
  GPtrArray *owners;      // at each arrival's place its CeciSubmitter, borrowed; or NULL
  GPtrArray *students;    // who can be said
  GHashTable *portfolios; // student id to CeciPortfolio
  CeciStudent *student;   // whose the files are; NULL in submissions
  char *course;           // under which numbers are remembered; NULL: they are not
  char *today;
};

gboolean ceci_deposit_read_portfolio (CeciDepositProposal *self, CeciDatabase *database, const char *student_id,
                                      GError **error);
gboolean ceci_deposit_match (CeciDepositProposal *self, CeciDatabase *database, const char *cohort_id, GError **error);
void ceci_deposit_rebuild (CeciDepositProposal *self); // the rows, from who the submitters are
void ceci_deposit_date (CeciDepositProposal *self, CeciProposedDocument *row);

G_END_DECLS
