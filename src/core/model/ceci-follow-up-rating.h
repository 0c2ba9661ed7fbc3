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

// The ten items of the supervisor's grid, as the register names them, and in words.
#define CECI_FOLLOW_UP_ITEMS 10
extern const char *const ceci_follow_up_items[CECI_FOLLOW_UP_ITEMS];
const char  *ceci_follow_up_item_label (const char *item); // translated; an item of another grid is shown as it is

G_END_DECLS
