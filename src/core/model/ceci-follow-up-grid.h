// SPDX-License-Identifier: GPL-3.0-or-later
// The supervisor's follow-up grid, transcribed beside its original.
#pragma once

#include "ceci-enums.h"
#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_FOLLOW_UP_GRID (ceci_follow_up_grid_get_type ())
G_DECLARE_FINAL_TYPE (CeciFollowUpGrid, ceci_follow_up_grid, CECI, FOLLOW_UP_GRID, CeciRecord)

const char  *ceci_follow_up_grid_get_placement_id     (CeciFollowUpGrid *self);
const char  *ceci_follow_up_grid_get_document_id      (CeciFollowUpGrid *self);
const char  *ceci_follow_up_grid_get_filled_on        (CeciFollowUpGrid *self);
gint64       ceci_follow_up_grid_get_attested_minutes (CeciFollowUpGrid *self);
const char  *ceci_follow_up_grid_get_starts_on        (CeciFollowUpGrid *self);
const char  *ceci_follow_up_grid_get_ends_on          (CeciFollowUpGrid *self);
const char  *ceci_follow_up_grid_get_functions        (CeciFollowUpGrid *self);
const char  *ceci_follow_up_grid_get_strengths        (CeciFollowUpGrid *self);
const char  *ceci_follow_up_grid_get_advice           (CeciFollowUpGrid *self);
CeciOverall  ceci_follow_up_grid_get_overall          (CeciFollowUpGrid *self);
const char  *ceci_follow_up_grid_get_signatories      (CeciFollowUpGrid *self);

G_END_DECLS
