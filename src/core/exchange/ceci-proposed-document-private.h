// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of a deposit's row, for the proposal that makes it.
#pragma once

#include "ceci-proposed-document.h"

G_BEGIN_DECLS

struct _CeciProposedDocument {
  GObject parent_instance;
  CeciProposalAction action;
  char *reason;
  CeciArrival *arrival;
  CeciSubmitter *submitter;
  CeciStudent *student;
  CeciDocument *target;
  char *document_id;
  CeciDocumentKind kind;
  CeciProductionType type;
  char *title;
  char *dated_on;
  gboolean dated_by_hand;
  gboolean included;
};

CeciProposedDocument *ceci_proposed_document_new (CeciArrival *arrival, CeciSubmitter *submitter, CeciStudent *student);
void ceci_proposed_document_decide (CeciProposedDocument *self, CeciProposalAction action, const char *reason);

G_END_DECLS
