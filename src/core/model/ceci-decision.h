// SPDX-License-Identifier: GPL-3.0-or-later
// What a session decided of a dossier.
#pragma once

#include "ceci-enums.h"
#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_DECISION (ceci_decision_get_type ())
G_DECLARE_FINAL_TYPE (CeciDecision, ceci_decision, CECI, DECISION, CeciRecord)

const char  *ceci_decision_get_dossier_id    (CeciDecision *self);
CeciOutcome  ceci_decision_get_outcome       (CeciDecision *self);
const char  *ceci_decision_get_reason        (CeciDecision *self);
gint64       ceci_decision_get_votes_for     (CeciDecision *self);
gint64       ceci_decision_get_votes_against (CeciDecision *self);
gint64       ceci_decision_get_abstentions   (CeciDecision *self);
const char  *ceci_decision_get_decided_on    (CeciDecision *self);
const char  *ceci_decision_get_conditions    (CeciDecision *self);
const char  *ceci_decision_get_complete_by   (CeciDecision *self);

// joined by the repository
const char  *ceci_decision_get_session_id    (CeciDecision *self);
const char  *ceci_decision_get_student_id    (CeciDecision *self);
const char  *ceci_decision_get_display_name  (CeciDecision *self);

G_END_DECLS
