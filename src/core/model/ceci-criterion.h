// SPDX-License-Identifier: GPL-3.0-or-later
// One criterion of a scoring grid, with its weight.
#pragma once

#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_CRITERION (ceci_criterion_get_type ())
G_DECLARE_FINAL_TYPE (CeciCriterion, ceci_criterion, CECI, CRITERION, CeciRecord)

const char  *ceci_criterion_get_grid_id    (CeciCriterion *self);
gint64       ceci_criterion_get_position   (CeciCriterion *self);
const char  *ceci_criterion_get_code       (CeciCriterion *self);
const char  *ceci_criterion_get_title_fr   (CeciCriterion *self);
const char  *ceci_criterion_get_title_en   (CeciCriterion *self);
gint64       ceci_criterion_get_weight     (CeciCriterion *self);
gboolean     ceci_criterion_get_required   (CeciCriterion *self);
gboolean     ceci_criterion_get_reflection (CeciCriterion *self);

G_END_DECLS
