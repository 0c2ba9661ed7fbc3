// SPDX-License-Identifier: GPL-3.0-or-later
// Subsidies and the places they pay for (R29). Students never pay: no table knows of a payment.
#pragma once

#include "ceci-cohort-funding.h"
#include "ceci-subsidy.h"
#include "ceci-subsidy-cover.h"

G_BEGIN_DECLS

GListModel  *ceci_funding_repository_list    (CeciDatabase *database, GError **error); // by start, with places covered
CeciSubsidy *ceci_funding_repository_find    (CeciDatabase *database, const char *id, GError **error);
GListModel  *ceci_funding_repository_covers  (CeciDatabase *database, const char *cohort_id, GError **error); // NULL: all
GListModel  *ceci_funding_repository_covers_of (CeciDatabase *database, const char *subsidy_id, GError **error); // by cohort
GListModel  *ceci_funding_repository_cohorts (CeciDatabase *database, GError **error); // CeciCohortFunding, newest first

char        *ceci_funding_repository_put     (CeciDatabase *database, CeciSubsidy *subsidy, GError **error) G_GNUC_WARN_UNUSED_RESULT; // without an id: new; its id
gboolean     ceci_funding_repository_remove  (CeciDatabase *database, const char *id, GError **error); // with what it covers
gboolean     ceci_funding_repository_cover   (CeciDatabase *database, const char *subsidy_id, const char *cohort_id, gint64 places, GError **error); // 0: no longer

// What someone should look at: a translated sentence, NULL if nothing.
char        *ceci_subsidy_dup_warning        (CeciSubsidy *subsidy) G_GNUC_WARN_UNUSED_RESULT; // covers more places than it pays for
char        *ceci_cohort_funding_dup_warning (CeciCohortFunding *funding) G_GNUC_WARN_UNUSED_RESULT; // funded beyond its places

G_END_DECLS
