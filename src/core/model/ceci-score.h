// SPDX-License-Identifier: GPL-3.0-or-later
// The level a juror gave on one criterion; an unset level is not a zero.
#pragma once

#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_SCORE (ceci_score_get_type ())
G_DECLARE_FINAL_TYPE (CeciScore, ceci_score, CECI, SCORE, CeciRecord)

const char  *ceci_score_get_review_id    (CeciScore *self);
const char  *ceci_score_get_criterion_id (CeciScore *self);
gint64       ceci_score_get_level        (CeciScore *self);
const char  *ceci_score_get_comment      (CeciScore *self);

// joined by the repository
const char  *ceci_score_get_dossier_id   (CeciScore *self);
const char  *ceci_score_get_juror_id     (CeciScore *self);
const char  *ceci_score_get_code         (CeciScore *self);
gint64       ceci_score_get_position     (CeciScore *self);
gint64       ceci_score_get_weight       (CeciScore *self);

G_END_DECLS
