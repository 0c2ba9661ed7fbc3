// SPDX-License-Identifier: GPL-3.0-or-later
// One row of an import's preview: what it would do and why.
#pragma once

#include "ceci-proposed-line.h"
#include "core/model/ceci-application.h"
#include "core/model/ceci-person.h"

G_BEGIN_DECLS

// Properties: action, line, name, email, matricule, organisation, reason, changes (in words), included (writable).
#define CECI_TYPE_PROPOSED_APPLICATION (ceci_proposed_application_get_type ())
G_DECLARE_FINAL_TYPE (CeciProposedApplication, ceci_proposed_application, CECI, PROPOSED_APPLICATION, GObject)

CeciProposalAction ceci_proposed_application_get_action (CeciProposedApplication *self);
guint ceci_proposed_application_get_line (CeciProposedApplication *self);
const char *ceci_proposed_application_get_name (CeciProposedApplication *self);
const char *ceci_proposed_application_get_reason (
    CeciProposedApplication *self); // why refused or unsure, or what was left out; NULL if nothing
CeciPerson *ceci_proposed_application_get_person (CeciProposedApplication *self); // as it would be; NULL if refused
CeciApplication *ceci_proposed_application_get_application (
    CeciProposedApplication *self); // as it would be, with its state; NULL if refused
CeciPerson *
ceci_proposed_application_get_known_person (CeciProposedApplication *self); // in the register; NULL for someone new
const char *ceci_proposed_application_get_application_id (
    CeciProposedApplication *self); // in the register; NULL before a new one is written
GPtrArray *ceci_proposed_application_get_changes (
    CeciProposedApplication *self); // (transfer none) (element-type CeciProposedChange)
GPtrArray *ceci_proposed_application_get_candidates (
    CeciProposedApplication *self); // (transfer none) (element-type CeciPerson): who it may be; empty if sure
const char *ceci_proposed_application_get_doubt (
    CeciProposedApplication *self); // why someone must say who it is, kept once it is said; NULL if it was sure
guint ceci_proposed_application_get_namesake_line (
    CeciProposedApplication *self); // of an earlier row that may be the same person; 0 if none
// Whether someone said who it is: person, or NULL for someone new or, if joined, who stands on the namesake's line.
gboolean ceci_proposed_application_is_said (CeciProposedApplication *self, CeciPerson **person, gboolean *joined);
gboolean
ceci_proposed_application_get_included (CeciProposedApplication *self); // FALSE: left out by the person who imports
void ceci_proposed_application_set_included (CeciProposedApplication *self, gboolean included);

G_END_DECLS
