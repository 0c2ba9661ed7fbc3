// SPDX-License-Identifier: GPL-3.0-or-later
// An intake: its dates, phase, places and regulation, with counts of its people.
#pragma once

#include "ceci-enums.h"
#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_COHORT (ceci_cohort_get_type ())
G_DECLARE_FINAL_TYPE (CeciCohort, ceci_cohort, CECI, COHORT, CeciRecord)

const char     *ceci_cohort_get_name              (CeciCohort *self);
const char     *ceci_cohort_get_opens_on          (CeciCohort *self);
const char     *ceci_cohort_get_closes_on         (CeciCohort *self);
const char     *ceci_cohort_get_starts_on         (CeciCohort *self);
CeciCohortPhase ceci_cohort_get_phase             (CeciCohort *self);
gint64          ceci_cohort_get_places            (CeciCohort *self);
gint64          ceci_cohort_get_place_value_cents (CeciCohort *self);
const char     *ceci_cohort_get_regulation_id     (CeciCohort *self);
const char     *ceci_cohort_get_gender_erased_on  (CeciCohort *self);
const char     *ceci_cohort_get_course            (CeciCohort *self);

// joined by the repository
const char     *ceci_cohort_get_regulation_title  (CeciCohort *self);
gint64          ceci_cohort_get_applications      (CeciCohort *self);
gint64          ceci_cohort_get_unread            (CeciCohort *self); // received, and nothing said of them yet
gint64          ceci_cohort_get_admissible        (CeciCohort *self);
gint64          ceci_cohort_get_waiting           (CeciCohort *self);
gint64          ceci_cohort_get_students          (CeciCohort *self);
gint64          ceci_cohort_get_enrolled          (CeciCohort *self);
gint64          ceci_cohort_get_awarded           (CeciCohort *self);

G_END_DECLS
