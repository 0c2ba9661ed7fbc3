// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciCohort; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-cohort.h"

struct _CeciCohort {
  CeciRecord parent_instance;

  char *name;
  char *opens_on;
  char *closes_on;
  char *starts_on;
  CeciCohortPhase phase;
  gint64 places;
  gint64 place_value_cents;
  char *regulation_id;
  char *gender_erased_on;
  char *course;
  char *regulation_title;
  gint64 applications;
  gint64 unread;
  gint64 admissible;
  gint64 waiting;
  gint64 students;
  gint64 enrolled;
  gint64 awarded;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciCohort, name, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciCohort, opens_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciCohort, closes_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciCohort, starts_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_ENUM (CeciCohort, phase, CECI_FIELD_STORED, ceci_cohort_phase_get_type),
    CECI_FIELD_OF_INTEGER (CeciCohort, places, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciCohort, place_value_cents, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciCohort, regulation_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciCohort, gender_erased_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciCohort, course, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciCohort, regulation_title, CECI_FIELD_JOINED),
    CECI_FIELD_OF_INTEGER (CeciCohort, applications, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
    CECI_FIELD_OF_INTEGER (CeciCohort, unread, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
    CECI_FIELD_OF_INTEGER (CeciCohort, admissible, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
    CECI_FIELD_OF_INTEGER (CeciCohort, waiting, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
    CECI_FIELD_OF_INTEGER (CeciCohort, students, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
    CECI_FIELD_OF_INTEGER (CeciCohort, enrolled, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
    CECI_FIELD_OF_INTEGER (CeciCohort, awarded, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
};

CECI_DEFINE_RECORD (CeciCohort, ceci_cohort, "cohort");

CECI_DEFINE_GETTER (CeciCohort, ceci_cohort, const char *, name);
CECI_DEFINE_GETTER (CeciCohort, ceci_cohort, const char *, opens_on);
CECI_DEFINE_GETTER (CeciCohort, ceci_cohort, const char *, closes_on);
CECI_DEFINE_GETTER (CeciCohort, ceci_cohort, const char *, starts_on);
CECI_DEFINE_GETTER (CeciCohort, ceci_cohort, CeciCohortPhase, phase);
CECI_DEFINE_GETTER (CeciCohort, ceci_cohort, gint64, places);
CECI_DEFINE_GETTER (CeciCohort, ceci_cohort, gint64, place_value_cents);
CECI_DEFINE_GETTER (CeciCohort, ceci_cohort, const char *, regulation_id);
CECI_DEFINE_GETTER (CeciCohort, ceci_cohort, const char *, regulation_title);
CECI_DEFINE_GETTER (CeciCohort, ceci_cohort, gint64, applications);
CECI_DEFINE_GETTER (CeciCohort, ceci_cohort, gint64, unread);
CECI_DEFINE_GETTER (CeciCohort, ceci_cohort, gint64, admissible);
CECI_DEFINE_GETTER (CeciCohort, ceci_cohort, gint64, waiting);
CECI_DEFINE_GETTER (CeciCohort, ceci_cohort, gint64, students);
CECI_DEFINE_GETTER (CeciCohort, ceci_cohort, gint64, enrolled);
CECI_DEFINE_GETTER (CeciCohort, ceci_cohort, gint64, awarded);
CECI_DEFINE_GETTER (CeciCohort, ceci_cohort, const char *, gender_erased_on);
CECI_DEFINE_GETTER (CeciCohort, ceci_cohort, const char *, course);
