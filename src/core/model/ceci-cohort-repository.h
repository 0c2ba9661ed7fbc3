// SPDX-License-Identifier: GPL-3.0-or-later
// Cohorts: reading, creating, changing.
#pragma once

#include "ceci-cohort.h"

G_BEGIN_DECLS

GListModel     *ceci_cohort_repository_list       (CeciDatabase *database, GError **error); // newest first, with counts
CeciCohort     *ceci_cohort_repository_find       (CeciDatabase *database, const char *id, GError **error);
CeciCohort     *ceci_cohort_repository_look_up    (CeciDatabase *database, const char *id_or_name, GError **error); // by id or by its name, folded
// The draft needs a name, dates and places; a regulation_id left out is the newest one. Returns the new cohort’s id.
char           *ceci_cohort_repository_create     (CeciDatabase *database, CeciCohort *draft, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        ceci_cohort_repository_change     (CeciDatabase *database, CeciCohort *cohort, GError **error); // checked as a new one
gboolean        ceci_cohort_repository_set_phase  (CeciDatabase *database, const char *id, CeciCohortPhase phase, GError **error);

G_END_DECLS
