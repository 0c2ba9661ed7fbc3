// SPDX-License-Identifier: GPL-3.0-or-later
// How many places a cohort has, and had (R27).
#pragma once

#include "ceci-capacity.h"

G_BEGIN_DECLS

GListModel *ceci_capacity_repository_list (CeciDatabase *database, const char *cohort_id, GError **error); // the latest first
gboolean    ceci_cohort_change_places     (CeciDatabase *database, const char *cohort_id, gint64 places, const char *since, const char *reason, GError **error);

G_END_DECLS
