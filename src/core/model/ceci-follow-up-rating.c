// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciFollowUpRating; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-follow-up-rating.h"

struct _CeciFollowUpRating {
  CeciRecord parent_instance;

  char *grid_id;
  char *item;
  gint64 level;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciFollowUpRating, grid_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciFollowUpRating, item, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciFollowUpRating, level, CECI_FIELD_STORED),
};

CECI_DEFINE_RECORD (CeciFollowUpRating, ceci_follow_up_rating, "follow_up_rating");

CECI_DEFINE_GETTER (CeciFollowUpRating, ceci_follow_up_rating, const char *, grid_id);
CECI_DEFINE_GETTER (CeciFollowUpRating, ceci_follow_up_rating, const char *, item);
CECI_DEFINE_GETTER (CeciFollowUpRating, ceci_follow_up_rating, gint64, level);
