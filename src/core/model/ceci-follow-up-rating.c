// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciFollowUpRating; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-follow-up-rating.h"

#include <glib/gi18n-lib.h>

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

const char *const ceci_follow_up_items[CECI_FOLLOW_UP_ITEMS] = {
    "attendance",    "deadlines",   "integration", "initiative",     "quality",
    "communication", "cooperation", "adaptation",  "social_mission", "progress",
};

/**
 * ceci_follow_up_item_label:
 * @item: an item of the supervisor's follow-up grid, as the register names it
 *
 * Returns: its name in the user's language, or @item where it is none of the ten
 */
const char *
ceci_follow_up_item_label (const char *item)
{
  static const char *const labels[CECI_FOLLOW_UP_ITEMS] = {
      NC_ ("follow-up grid", "Attendance and punctuality"),
      NC_ ("follow-up grid", "Meeting deadlines"),
      NC_ ("follow-up grid", "Integration"),
      NC_ ("follow-up grid", "Initiative and autonomy"),
      NC_ ("follow-up grid", "Quality and rigour"),
      NC_ ("follow-up grid", "Communication"),
      NC_ ("follow-up grid", "Listening and cooperation"),
      NC_ ("follow-up grid", "Adaptation"),
      NC_ ("follow-up grid", "Understanding of the social mission"),
      NC_ ("follow-up grid", "Progress and use of feedback"),
  };

  for (guint i = 0; i < CECI_FOLLOW_UP_ITEMS; i++)
    if (g_strcmp0 (item, ceci_follow_up_items[i]) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "follow-up grid", labels[i]);
  return item;
}
