// SPDX-License-Identifier: GPL-3.0-or-later
// What importing a form's export would do: parsed, checked, shown; nothing is written before it is applied.
#pragma once

#include <json-glib/json-glib.h>

#include "ceci-application-fields.h"
#include "ceci-proposed-application.h"

G_BEGIN_DECLS

// A GListModel of CeciProposedApplication, in the order of the file.
#define CECI_TYPE_APPLICATION_PROPOSAL (ceci_application_proposal_get_type ())
G_DECLARE_FINAL_TYPE (CeciApplicationProposal, ceci_application_proposal, CECI, APPLICATION_PROPOSAL, GObject)

// All three block and read the register: run them in ceci_register_read() or _read_async(). The first reads the file,
// matches its columns, recalls what was mapped by hand before, and maps «heading=field» (mappings may be NULL); the
// others are its two steps, for a map that is changed between them.
CeciApplicationProposal *ceci_application_proposal_read (CeciDatabase *database, GFile *file, const char *cohort_id,
                                                         const char *const *mappings, const char *today,
                                                         GCancellable *cancellable,
                                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
CeciColumnMap *ceci_application_proposal_read_map (CeciDatabase *database, GFile *file, GCancellable *cancellable,
                                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
CeciApplicationProposal *ceci_application_proposal_new (CeciDatabase *database, CeciColumnMap *map,
                                                        const char *cohort_id, const char *source, const char *today,
                                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

CeciColumnMap *ceci_application_proposal_get_map (CeciApplicationProposal *self);
guint ceci_application_proposal_count (CeciApplicationProposal *self, CeciProposalAction action); // included rows
guint ceci_application_proposal_n_writes (CeciApplicationProposal *self); // rows that apply would write
char *ceci_application_proposal_dup_label (CeciApplicationProposal *self) G_GNUC_WARN_UNUSED_RESULT; // for the step
// Says who an unsure row is: one of its candidates, or NULL for someone new; or, to join, who stands on the line of the
// same name. It becomes added, changed, unchanged or, for an earlier application of someone, refused. Any of the three
// may be said again; other rows change with it.
void ceci_application_proposal_choose (CeciApplicationProposal *self, CeciProposedApplication *row, CeciPerson *person);
void ceci_application_proposal_join (CeciApplicationProposal *self, CeciProposedApplication *row);
void ceci_application_proposal_ask_again (CeciApplicationProposal *self, CeciProposedApplication *row);
void ceci_application_proposal_keep_choices (CeciApplicationProposal *self, CeciApplicationProposal *earlier);
gboolean ceci_application_proposal_apply (CeciApplicationProposal *self, CeciDatabase *database,
                                          GError **error); // once, in a write
JsonNode *ceci_application_proposal_to_json (CeciApplicationProposal *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
