// SPDX-License-Identifier: GPL-3.0-or-later
// A juror's opinion of one dossier, merged from a return.
#pragma once

#include "ceci-enums.h"
#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_REVIEW (ceci_review_get_type ())
G_DECLARE_FINAL_TYPE (CeciReview, ceci_review, CECI, REVIEW, CeciRecord)

const char        *ceci_review_get_assignment_id (CeciReview *self);
const char        *ceci_review_get_return_id     (CeciReview *self);
CeciOutcome        ceci_review_get_suggestion    (CeciReview *self);
const char        *ceci_review_get_comment       (CeciReview *self);
gboolean           ceci_review_get_outdated      (CeciReview *self);

// joined by the repository
const char        *ceci_review_get_dossier_id    (CeciReview *self);
const char        *ceci_review_get_juror_id      (CeciReview *self);
const char        *ceci_review_get_juror_name    (CeciReview *self);
CeciAssignmentRole ceci_review_get_role          (CeciReview *self);
const char        *ceci_review_get_recused_on    (CeciReview *self);

G_END_DECLS
