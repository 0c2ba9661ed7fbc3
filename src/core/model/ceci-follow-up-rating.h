// SPDX-License-Identifier: GPL-3.0-or-later
// One line of a follow-up grid; an unset level was not observed.
#pragma once

#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_FOLLOW_UP_RATING (ceci_follow_up_rating_get_type ())
G_DECLARE_FINAL_TYPE (CeciFollowUpRating, ceci_follow_up_rating, CECI, FOLLOW_UP_RATING, CeciRecord)

const char  *ceci_follow_up_rating_get_grid_id (CeciFollowUpRating *self);
const char  *ceci_follow_up_rating_get_item    (CeciFollowUpRating *self);
gint64       ceci_follow_up_rating_get_level   (CeciFollowUpRating *self);

G_END_DECLS
