// SPDX-License-Identifier: GPL-3.0-or-later
// The regulation that a cohort follows: its versions, what another one would change, its adoption.
#pragma once

#include "ceci-criterion.h"
#include "ceci-regulation-row.h"
#include "core/regulation/ceci-finding-change.h"
#include "core/store/ceci-database.h"

G_BEGIN_DECLS

CeciRegulation *ceci_regulation_repository_find     (CeciDatabase *database, const char *cohort_id, GError **error); // (transfer full)
GListModel     *ceci_regulation_repository_history  (CeciDatabase *database, const char *cohort_id, GError **error); // of CeciRegulationRow, newest first
GListModel     *ceci_regulation_repository_criteria (CeciDatabase *database, const char *cohort_id, GError **error); // the jury grid's, by position

// What would change if the cohort followed it today: (element-type CeciFindingChange), changes of state first, then by name.
GPtrArray      *ceci_regulation_repository_compare  (CeciDatabase *database, const char *cohort_id, CeciRegulation *proposed, const char *today, GError **error);

// A new version, which the cohort follows from then on; the version before stays for the other cohorts, and in the history.
// criteria (element-type CeciCriterion, nullable): a new version of the jury’s grid, for the sessions created from then on; weights add up to 100.
gboolean        ceci_regulation_repository_adopt    (CeciDatabase *database, const char *cohort_id, CeciRegulation *regulation, GPtrArray *criteria, const char *reason, const char *adopted_on, GError **error);
gboolean        ceci_regulation_check_criteria      (GPtrArray *criteria, GError **error); // as adopting would

G_END_DECLS
