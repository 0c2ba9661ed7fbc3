// SPDX-License-Identifier: GPL-3.0-or-later
// The sample's courses on the virtual campus, and the numbers its students have there.

#include "config.h"

#include "ceci-sample-plan.h"
#include "core/model/ceci-cohort.h"
#include "core/model/ceci-participant-repository.h"

static gboolean
name_course (CeciSampleCohort *cohort, CeciDatabase *database, const char *course, GError **error)
{
  g_autoptr (CeciCohort) known = ceci_record_find (CECI_TYPE_COHORT, database, cohort->id, error);
  g_autoptr (CeciCohort) named = known != NULL ? ceci_record_with (known, "course", course, NULL) : NULL;

  return named != NULL && ceci_record_update (named, database, error);
}

gboolean
ceci_sample_write_campus (CeciSample *self, CeciDatabase *database, guint index, GError **error)
{
  CeciSampleCohort *cohort = ceci_sample_get_cohort (self, index);
  g_autofree char *course = g_strdup_printf ("CECI-%.4s-%.2s", cohort->starts_on, cohort->starts_on + 5);

  if (self->lean)
    return TRUE;
  CHECKED (name_course (cohort, database, course, error));
  for (guint i = 0; i < cohort->n_students; i++) {
    CeciSampleStudent *student = ceci_sample_get_person (self, cohort, i);
    g_autofree char *number = g_strdup_printf ("%u", 41003 + index * 1000 + i * 17);

    CHECKED (ceci_participant_repository_remember (database, course, number, student->person_id, error));
  }
  return TRUE;
}
