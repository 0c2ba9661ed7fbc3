// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciCohortFunding; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-cohort-funding.h"

struct _CeciCohortFunding {
  CeciRecord parent_instance;

  char *name;
  char *starts_on;
  gint64 places;
  gint64 place_value_cents;
  gint64 cost_cents;
  gint64 funded_places;
  gint64 requested_places;
  gint64 missing_places;
  gint64 missing_cents;
  gint64 excess_places;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciCohortFunding, name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciCohortFunding, starts_on, CECI_FIELD_JOINED),
    CECI_FIELD_OF_INTEGER (CeciCohortFunding, places, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
    CECI_FIELD_OF_INTEGER (CeciCohortFunding, place_value_cents, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
    CECI_FIELD_OF_INTEGER (CeciCohortFunding, cost_cents, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
    CECI_FIELD_OF_INTEGER (CeciCohortFunding, funded_places, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
    CECI_FIELD_OF_INTEGER (CeciCohortFunding, requested_places, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
    CECI_FIELD_OF_INTEGER (CeciCohortFunding, missing_places, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
    CECI_FIELD_OF_INTEGER (CeciCohortFunding, missing_cents, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
    CECI_FIELD_OF_INTEGER (CeciCohortFunding, excess_places, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
};

CECI_DEFINE_RECORD (CeciCohortFunding, ceci_cohort_funding, NULL);

CECI_DEFINE_GETTER (CeciCohortFunding, ceci_cohort_funding, const char *, name);
CECI_DEFINE_GETTER (CeciCohortFunding, ceci_cohort_funding, const char *, starts_on);
CECI_DEFINE_GETTER (CeciCohortFunding, ceci_cohort_funding, gint64, places);
CECI_DEFINE_GETTER (CeciCohortFunding, ceci_cohort_funding, gint64, place_value_cents);
CECI_DEFINE_GETTER (CeciCohortFunding, ceci_cohort_funding, gint64, cost_cents);
CECI_DEFINE_GETTER (CeciCohortFunding, ceci_cohort_funding, gint64, funded_places);
CECI_DEFINE_GETTER (CeciCohortFunding, ceci_cohort_funding, gint64, requested_places);
CECI_DEFINE_GETTER (CeciCohortFunding, ceci_cohort_funding, gint64, missing_places);
CECI_DEFINE_GETTER (CeciCohortFunding, ceci_cohort_funding, gint64, missing_cents);
CECI_DEFINE_GETTER (CeciCohortFunding, ceci_cohort_funding, gint64, excess_places);
