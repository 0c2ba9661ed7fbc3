// SPDX-License-Identifier: GPL-3.0-or-later
// The jury's grid as rows to fill in: each criterion's titles, weight and part, and what the weights add up to.
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CECI_TYPE_CRITERIA_GROUP (ceci_criteria_group_get_type ())
G_DECLARE_FINAL_TYPE (CeciCriteriaGroup, ceci_criteria_group, CECI, CRITERIA_GROUP, AdwBin)

void ceci_criteria_group_show (CeciCriteriaGroup *self, GListModel *criteria, gboolean editable);
GPtrArray *ceci_criteria_group_dup_criteria (CeciCriteriaGroup *self); // (element-type CeciCriterion), as they stand
gboolean ceci_criteria_group_is_changed (CeciCriteriaGroup *self);

/**
 * CeciCriteriaGroup::changed:
 * @self: the group
 */

G_END_DECLS
