// SPDX-License-Identifier: GPL-3.0-or-later
// What a cohort's places cost, what is funded, what is still to find. Only ever read.
#pragma once

#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_COHORT_FUNDING (ceci_cohort_funding_get_type ())
G_DECLARE_FINAL_TYPE (CeciCohortFunding, ceci_cohort_funding, CECI, COHORT_FUNDING, CeciRecord)

// The id is the cohort's.
const char *ceci_cohort_funding_get_name              (CeciCohortFunding *self);
const char *ceci_cohort_funding_get_starts_on         (CeciCohortFunding *self);
gint64      ceci_cohort_funding_get_places            (CeciCohortFunding *self);
gint64      ceci_cohort_funding_get_place_value_cents (CeciCohortFunding *self);
gint64      ceci_cohort_funding_get_cost_cents        (CeciCohortFunding *self);
gint64      ceci_cohort_funding_get_funded_places     (CeciCohortFunding *self); // by subsidies that are granted
gint64      ceci_cohort_funding_get_requested_places  (CeciCohortFunding *self); // asked for, not funded yet
gint64      ceci_cohort_funding_get_missing_places    (CeciCohortFunding *self); // never negative
gint64      ceci_cohort_funding_get_missing_cents     (CeciCohortFunding *self); // still to find
gint64      ceci_cohort_funding_get_excess_places     (CeciCohortFunding *self); // funded beyond its places

G_END_DECLS
