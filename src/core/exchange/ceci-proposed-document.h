// SPDX-License-Identifier: GPL-3.0-or-later
// One row of a deposit's preview: a file, whose it is, and what it would become in that portfolio.
#pragma once

#include "ceci-arrival.h"
#include "ceci-proposed-application.h"
#include "ceci-submitter.h"
#include "core/model/ceci-document.h"

G_BEGIN_DECLS

#define CECI_TYPE_PROPOSED_DOCUMENT (ceci_proposed_document_get_type ())
G_DECLARE_FINAL_TYPE (CeciProposedDocument, ceci_proposed_document, CECI, PROPOSED_DOCUMENT, GObject)

// A document’s «new» is CECI_PROPOSAL_ADD, a new version CECI_PROPOSAL_CHANGE, a file left out CECI_PROPOSAL_DRAFT.
CeciProposalAction  ceci_proposed_document_get_action    (CeciProposedDocument *self);
const char         *ceci_proposed_document_get_reason    (CeciProposedDocument *self); // why refused, unchanged or unsure; or what to know; NULL
CeciArrival        *ceci_proposed_document_get_arrival   (CeciProposedDocument *self);
CeciSubmitter      *ceci_proposed_document_get_submitter (CeciProposedDocument *self); // NULL where the files are one student’s
CeciStudent        *ceci_proposed_document_get_student   (CeciProposedDocument *self); // NULL while it is unsure
CeciDocument       *ceci_proposed_document_get_target    (CeciProposedDocument *self); // the document that gets a version; NULL
const char         *ceci_proposed_document_get_document_id (CeciProposedDocument *self); // once it is applied
CeciDocumentKind    ceci_proposed_document_get_kind      (CeciProposedDocument *self);
CeciProductionType  ceci_proposed_document_get_production_type (CeciProposedDocument *self);
const char         *ceci_proposed_document_get_title     (CeciProposedDocument *self);
const char         *ceci_proposed_document_get_dated_on  (CeciProposedDocument *self); // NULL if unknown
gboolean            ceci_proposed_document_get_included  (CeciProposedDocument *self);
gboolean            ceci_proposed_document_is_written    (CeciProposedDocument *self); // applying would write it

// What a person says of it. ::changed is emitted.
void ceci_proposed_document_set_included (CeciProposedDocument *self, gboolean included);
void ceci_proposed_document_describe     (CeciProposedDocument *self, CeciDocumentKind kind, CeciProductionType type, const char *title, const char *dated_on);
void ceci_proposed_document_set_target   (CeciProposedDocument *self, CeciDocument *target); // NULL: a document of its own

G_END_DECLS
