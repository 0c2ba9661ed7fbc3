// SPDX-License-Identifier: GPL-3.0-or-later
// A dossier given to a juror to read.
#pragma once

#include "ceci-enums.h"
#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_ASSIGNMENT (ceci_assignment_get_type ())
G_DECLARE_FINAL_TYPE (CeciAssignment, ceci_assignment, CECI, ASSIGNMENT, CeciRecord)

const char        *ceci_assignment_get_dossier_id     (CeciAssignment *self);
const char        *ceci_assignment_get_juror_id       (CeciAssignment *self);
CeciAssignmentRole ceci_assignment_get_role           (CeciAssignment *self);
const char        *ceci_assignment_get_recused_on     (CeciAssignment *self);
const char        *ceci_assignment_get_recusal_reason (CeciAssignment *self);

// joined by the repository
const char        *ceci_assignment_get_session_id     (CeciAssignment *self);
const char        *ceci_assignment_get_student_id     (CeciAssignment *self);
const char        *ceci_assignment_get_juror_name     (CeciAssignment *self);
const char        *ceci_assignment_get_candidate_name (CeciAssignment *self);
const char        *ceci_assignment_get_review_id      (CeciAssignment *self);
CeciOutcome        ceci_assignment_get_suggestion     (CeciAssignment *self);

G_END_DECLS
