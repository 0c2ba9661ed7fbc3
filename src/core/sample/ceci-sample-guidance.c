// SPDX-License-Identifier: GPL-3.0-or-later
// The sample's applicants who have no placement yet: the office helps them to find one, and notes when it was in touch.

#include "config.h"

#include "ceci-sample-plan.h"
#include "core/model/ceci-admission.h"
#include "core/model/ceci-application-repository.h"
#include "core/model/ceci-guidance.h"
#include "core/store/ceci-date.h"

#define N_GUIDED 2

static const struct {
  CeciContactChannel channel;
  const char *note;
} contacts[N_GUIDED][2] = {
    {{CECI_CONTACT_CHANNEL_EMAIL, "Trois offres labellisées envoyées ; la personne préfère un public d’enfants."},
     {CECI_CONTACT_CHANNEL_PHONE, "Rendez-vous pris avec une école de devoirs pour la semaine prochaine."}},
    {{CECI_CONTACT_CHANNEL_MEETING, "Vue à la permanence : disponible le mercredi et le samedi."},
     {CECI_CONTACT_CHANNEL_EMAIL, "Relance sans réponse."}},
};

static gboolean
guide (CeciDatabase *database, CeciApplication *application, guint which, const char *today, GError **error)
{
  const char *id = ceci_record_get_id (CECI_RECORD (application));
  g_autofree char *since = ceci_date_add_days (today, -14 + 3 * (int) which);
  g_autoptr (CeciApplication) without =
      ceci_record_with (application, "organisation_name", NULL, "organisation_kind", NULL, "legal_form", NULL,
                        "enterprise_number", NULL, "mission", NULL, "function", NULL, "planned_minutes", CECI_UNSET,
                        "starts_on", NULL, "ends_on", NULL, "supervisor_name", NULL, "supervisor_email", NULL,
                        "offer_reference", NULL, "offer_labelled", FALSE, "guidance_since", since, NULL);

  if (!ceci_admission_correct (database, without, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (contacts[which]); i++) {
    g_autofree char *day = ceci_date_add_days (since, 2 + 4 * (int) i);
    g_autofree char *contact = ceci_guidance_add_contact (database, id, day, contacts[which][i].channel, "ULB Engagée",
                                                          contacts[which][i].note, error);

    if (contact == NULL)
      return FALSE;
  }
  return TRUE;
}

// Only where applications are still coming in: the last two of those received.
gboolean
ceci_sample_write_guidance (CeciSample *self, CeciDatabase *database, guint cohort, GError **error)
{
  g_autoptr (GListModel) list =
      ceci_application_repository_list (database, ceci_sample_get_cohort (self, cohort)->id, error);
  guint n = list != NULL ? g_list_model_get_n_items (list) : 0, which = 0;

  for (guint i = n; i-- > 0 && which < N_GUIDED;) {
    g_autoptr (CeciApplication) application = g_list_model_get_item (list, i);

    if (ceci_application_get_state (application) != CECI_APPLICATION_STATE_RECEIVED)
      continue;
    if (!guide (database, application, which++, self->options->today, error))
      return FALSE;
  }
  return list != NULL;
}
