// SPDX-License-Identifier: GPL-3.0-or-later
// Enrolment: the rows that one accepted application becomes, in one step.

#include "config.h"

#include "ceci-enrolment.h"

#include <glib/gi18n-lib.h>

#include "ceci-application-repository.h"
#include "ceci-cohort-repository.h"
#include "ceci-placement-draft.h"
#include "ceci-sql.h"
#include "ceci-student.h"

/**
 * ceci_enrolment_needs_reason:
 * @application: an application
 *
 * What was turned down or taken back is only enrolled for a reason, which stands beside the application.
 */
gboolean
ceci_enrolment_needs_reason (CeciApplication *application)
{
  CeciApplicationState state = ceci_application_get_state (application);

  return ceci_application_get_student_id (application) == NULL &&
         (state == CECI_APPLICATION_STATE_INADMISSIBLE || state == CECI_APPLICATION_STATE_DECLINED ||
          state == CECI_APPLICATION_STATE_WITHDRAWN);
}

static gboolean
check (CeciDatabase *database, CeciApplication *application, CeciCohort *cohort, const char *override_reason,
       gboolean *full, GError **error)
{
  gint64 taken;

  if (ceci_application_get_student_id (application) != NULL)
    return REFUSE (error, _ ("%s is enrolled already."), ceci_application_get_display_name (application));
  if (ceci_enrolment_needs_reason (application) && is_blank (override_reason))
    return REFUSE (error, _ ("%s is marked “%s”: give the reason for enrolling the applicant all the same."),
                   ceci_application_get_display_name (application),
                   ceci_enum_get_label (CECI_TYPE_APPLICATION_STATE, (int) ceci_application_get_state (application)));
  if (ceci_cohort_get_phase (cohort) == CECI_COHORT_PHASE_CLOSED)
    return REFUSE (error, _ ("The cohort “%s” is closed. Choose another, or reopen it."),
                   ceci_cohort_get_name (cohort));

  // the place of a student who withdrew is free again
  taken = ceci_database_integer (database, error,
                                 "SELECT count(*) FROM student WHERE cohort_id = $1 AND state <> 'withdrawn'", "t",
                                 ceci_record_get_id (CECI_RECORD (cohort)));
  if (taken < 0)
    return FALSE;
  *full = taken >= ceci_cohort_get_places (cohort);
  if (*full && is_blank (override_reason))
    return REFUSE (error,
                   _ ("The %d places of “%s” are taken. Put the application on the waiting list, or give the "
                      "reason for one place more."),
                   (int) ceci_cohort_get_places (cohort), ceci_cohort_get_name (cohort));
  return TRUE;
}

static gboolean
add_placement (CeciDatabase *database, CeciApplication *application, const char *student_id, const char *enrolled_on,
               GError **error)
{
  g_autoptr (CeciPlacementDraft) draft = NULL;
  g_autofree char *id = NULL;

  if (is_blank (ceci_application_get_organisation_name (application)))
    return TRUE;
  draft = ceci_placement_draft_from_application (database, application, student_id, enrolled_on, error);
  if (draft == NULL)
    return FALSE;
  // R7: who is enrolled for a reason all the same looks for another organisation
  if (ceci_organisation_get_legal_form (draft->organisation) == CECI_LEGAL_FORM_COMMERCIAL)
    return TRUE;
  id = ceci_placement_draft_store (draft, database, error);
  return id != NULL;
}

/**
 * ceci_enrolment_make:
 * @database: a connection inside a write
 * @application_id: an application's id
 * @enrolled_on: (nullable): a date; %NULL for the day the cohort starts
 * @override_reason: (nullable): why one place more than the cohort has, or one whose application was turned down or
 *   withdrawn; it is kept beside the application, and beside the student where there was no place left
 * @error: return location for an error; %CECI_STORE_ERROR_INVALID when it is refused
 *
 * Returns: (transfer full) (nullable): the student's id
 */
char *
ceci_enrolment_make (CeciDatabase *database, const char *application_id, const char *enrolled_on,
                     const char *override_reason, GError **error)
{
  g_autoptr (CeciApplication) application = ceci_application_repository_find (database, application_id, error);
  g_autoptr (CeciCohort) cohort = NULL;
  g_autoptr (CeciStudent) student = NULL;
  gboolean full = FALSE;
  const char *id;

  if (application == NULL)
    return NULL;
  cohort = ceci_cohort_repository_find (database, ceci_application_get_cohort_id (application), error);
  if (cohort == NULL || !check (database, application, cohort, override_reason, &full, error))
    return NULL;

  if (enrolled_on == NULL)
    enrolled_on = ceci_cohort_get_starts_on (cohort);
  student = ceci_record_new (CECI_TYPE_STUDENT, "person_id", ceci_application_get_person_id (application), "cohort_id",
                             ceci_record_get_id (CECI_RECORD (cohort)), "application_id", application_id, "enrolled_on",
                             enrolled_on, "state", "enrolled", "override_reason", full ? override_reason : NULL, NULL);
  if (!ceci_record_insert (student, database, error))
    return NULL;
  id = ceci_record_get_id (CECI_RECORD (student));
  if (!ceci_application_repository_set_state (database, application_id, CECI_APPLICATION_STATE_SELECTED,
                                              override_reason, error) ||
      !add_placement (database, application, id, enrolled_on, error))
    return NULL;
  return g_strdup (id);
}
