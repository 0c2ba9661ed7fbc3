// SPDX-License-Identifier: GPL-3.0-or-later
// Whether an application is admissible. The rules are regulation/'s; here the facts are gathered and the state follows.
#include "config.h"

#include "ceci-admission.h"

#include <glib/gi18n-lib.h>

#include "ceci-application-repository.h"
#include "ceci-organisation-repository.h"
#include "ceci-regulation-repository.h"
#include "ceci-sql.h"
#include "core/regulation/ceci-application-check.h"

// The organisation that the application names, where the register knows it: its legal form is better known there.
static CeciOrganisation *
find_organisation (CeciDatabase *database, CeciApplication *application, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *id =
      ceci_organisation_repository_match (database, ceci_application_get_organisation_name (application),
                                          ceci_application_get_enterprise_number (application), &failure);

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  return id != NULL ? ceci_organisation_repository_find (database, id, error) : NULL;
}

static const char *
legal_form_of (CeciApplication *application, CeciOrganisation *organisation)
{
  CeciLegalForm form = ceci_application_get_legal_form (application);

  if (organisation != NULL && ceci_organisation_get_legal_form (organisation) != CECI_LEGAL_FORM_UNKNOWN)
    form = ceci_organisation_get_legal_form (organisation);
  return form != CECI_LEGAL_FORM_NONE ? ceci_enum_get_nick (CECI_TYPE_LEGAL_FORM, (int) form) : NULL;
}

static const char *
eligibility_of (CeciApplication *application, CeciOrganisation *organisation)
{
  const char *reason = ceci_application_get_eligibility_reason (application);

  if (is_blank (reason) && organisation != NULL && ceci_organisation_get_checked_on (organisation) != NULL)
    reason = ceci_organisation_get_checked_reason (organisation);
  return reason;
}

static GPtrArray *
check_with (CeciDatabase *database, CeciRegulation *regulation, CeciApplication *application, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (CeciOrganisation) organisation = find_organisation (database, application, &failure);
  const CeciApplicationFacts facts = {
      .application_id = ceci_record_get_id (CECI_RECORD (application)),
      .organisation = ceci_application_get_organisation_name (application),
      .mission = ceci_application_get_mission (application),
      .legal_form = legal_form_of (application, organisation),
      .planned_minutes = ceci_application_get_planned_minutes (application),
      .offer_labelled = ceci_application_get_offer_labelled (application),
      .eligibility_reason = eligibility_of (application, organisation),
  };

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  return ceci_regulation_check_application (regulation, &facts);
}

/**
 * ceci_admission_check:
 * @database: a connection
 * @application: an application
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type CeciFinding) (nullable): the points of the admissibility check
 */
GPtrArray *
ceci_admission_check (CeciDatabase *database, CeciApplication *application, GError **error)
{
  g_autoptr (CeciRegulation) regulation =
      ceci_regulation_repository_find (database, ceci_application_get_cohort_id (application), error);

  return regulation != NULL ? check_with (database, regulation, application, error) : NULL;
}

// A person's decision is never taken back by a check: waiting, selected, declined, withdrawn.
static gboolean
follows_check (CeciApplication *application)
{
  CeciApplicationState state = ceci_application_get_state (application);

  return state == CECI_APPLICATION_STATE_RECEIVED || state == CECI_APPLICATION_STATE_ADMISSIBLE ||
         state == CECI_APPLICATION_STATE_INADMISSIBLE;
}

static void
change_free (gpointer data)
{
  CeciAdmissionChange *change = data;

  g_object_unref (change->application);
  g_free (change->reason);
  g_free (change);
}

// Adds what differs, if anything does.
static gboolean
review_one (CeciDatabase *database, CeciRegulation *regulation, CeciApplication *application, GPtrArray *changes,
            GError **error)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *refusal = NULL;
  CeciApplicationState state;
  CeciAdmissionChange *change;

  if (!follows_check (application))
    return TRUE;
  findings = check_with (database, regulation, application, error);
  if (findings == NULL)
    return FALSE;
  refusal = ceci_regulation_application_refusal (findings);
  state = refusal != NULL ? CECI_APPLICATION_STATE_INADMISSIBLE : CECI_APPLICATION_STATE_ADMISSIBLE;
  if (state == ceci_application_get_state (application) &&
      (refusal == NULL || g_strcmp0 (refusal, ceci_application_get_state_reason (application)) == 0))
    return TRUE;
  change = g_new0 (CeciAdmissionChange, 1);
  change->application = g_object_ref (application);
  change->state = state;
  change->reason = g_steal_pointer (&refusal);
  g_ptr_array_add (changes, change);
  return TRUE;
}

/**
 * ceci_admission_review:
 * @database: a connection
 * @cohort_id: a cohort
 * @error: return location for an error
 *
 * The regulation may have changed since an application was checked, or what the register knows of its organisation.
 *
 * Returns: (transfer full) (element-type CeciAdmissionChange) (nullable): what checking again would change
 */
GPtrArray *
ceci_admission_review (CeciDatabase *database, const char *cohort_id, GError **error)
{
  g_autoptr (CeciRegulation) regulation = ceci_regulation_repository_find (database, cohort_id, error);
  g_autoptr (GListModel) list =
      regulation != NULL ? ceci_application_repository_list (database, cohort_id, error) : NULL;
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (change_free);

  if (list == NULL)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (CeciApplication) application = g_list_model_get_item (list, i);

    if (!review_one (database, regulation, application, changes, error))
      return NULL;
  }
  return g_steal_pointer (&changes);
}

gboolean
ceci_admission_apply (CeciDatabase *database, GPtrArray *changes, GError **error)
{
  for (guint i = 0; i < changes->len; i++) {
    const CeciAdmissionChange *change = changes->pdata[i];

    if (!ceci_application_repository_set_state (database, ceci_record_get_id (CECI_RECORD (change->application)),
                                                change->state, change->reason, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
ceci_admission_settle (CeciDatabase *database, const char *application_id, GError **error)
{
  g_autoptr (CeciApplication) application = ceci_application_repository_find (database, application_id, error);
  g_autoptr (CeciRegulation) regulation = NULL;
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (change_free);

  if (application == NULL)
    return FALSE;
  regulation = ceci_regulation_repository_find (database, ceci_application_get_cohort_id (application), error);
  return regulation != NULL && review_one (database, regulation, application, changes, error) &&
         ceci_admission_apply (database, changes, error);
}

gboolean
ceci_admission_vouch (CeciDatabase *database, const char *application_id, const char *reason, GError **error)
{
  g_autoptr (CeciApplication) application = ceci_application_repository_find (database, application_id, error);
  g_autoptr (CeciApplication) changed = NULL;

  if (application == NULL)
    return FALSE;
  if (reason != NULL && is_blank (reason))
    return REFUSE (error, _ ("Say why the placement is eligible."));
  changed = ceci_record_with (application, "eligibility_reason", reason, NULL);
  return ceci_admission_correct (database, changed, error);
}

gboolean
ceci_admission_correct (CeciDatabase *database, CeciApplication *application, GError **error)
{
  return ceci_application_repository_change (database, application, error) &&
         ceci_admission_settle (database, ceci_record_get_id (CECI_RECORD (application)), error);
}
