// SPDX-License-Identifier: GPL-3.0-or-later
// R15: helping an applicant who has no placement yet.
#include "config.h"

#include "ceci-guidance.h"

#include <glib/gi18n-lib.h>

#include "ceci-admission.h"
#include "ceci-application-repository.h"
#include "ceci-organisation-repository.h"
#include "ceci-sql.h"
#include "core/store/ceci-date.h"

static gboolean
set_since (CeciDatabase *database, const char *application_id, const char *since, GError **error)
{
  g_autoptr (CeciApplication) application = ceci_application_repository_find (database, application_id, error);
  g_autoptr (CeciApplication) changed = NULL;

  if (application == NULL)
    return FALSE;
  changed = ceci_record_with (application, "guidance_since", since, NULL);
  return ceci_record_update (changed, database, error);
}

gboolean
ceci_guidance_start (CeciDatabase *database, const char *application_id, const char *since, GError **error)
{
  if (since == NULL || !ceci_date_is_valid (since))
    return REFUSE (error, _ ("Guidance begins on a day. Give it as 2026-11-23."));
  return set_since (database, application_id, since, error);
}

gboolean
ceci_guidance_stop (CeciDatabase *database, const char *application_id, GError **error)
{
  return set_since (database, application_id, NULL, error);
}

GListModel *
ceci_guidance_contacts (CeciDatabase *database, const char *application_id, GError **error)
{
  CeciStatement *statement = ceci_database_query (
      database, error,
      "SELECT * FROM application_contact WHERE application_id = $1 ORDER BY contacted_on DESC, id DESC", "t",
      application_id);

  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_APPLICATION_CONTACT, statement, error));
}

/**
 * ceci_guidance_add_contact:
 * @database: a connection inside a write
 * @application_id: an application
 * @contacted_on: the day
 * @channel: how
 * @author: who of the office
 * @note: what was said
 * @error: return location for an error; %CECI_STORE_ERROR_INVALID says what is missing
 *
 * Returns: (transfer full) (nullable): the id of the log's new line
 */
char *
ceci_guidance_add_contact (CeciDatabase *database, const char *application_id, const char *contacted_on,
                           CeciContactChannel channel, const char *author, const char *note, GError **error)
{
  g_autoptr (CeciApplicationContact) contact = NULL;

  if (contacted_on == NULL || !ceci_date_is_valid (contacted_on)) {
    (void) REFUSE (error, _ ("Say on which day you were in touch."));
    return NULL;
  }
  if (is_blank (note)) {
    (void) REFUSE (error, _ ("Say in a few words what it was about."));
    return NULL;
  }
  contact = ceci_record_new (CECI_TYPE_APPLICATION_CONTACT, "application_id", application_id, "contacted_on",
                             contacted_on, "channel", ceci_enum_get_nick (CECI_TYPE_CONTACT_CHANNEL, (int) channel),
                             "author", author != NULL ? author : "", "note", note, NULL);
  if (!ceci_record_insert (contact, database, error))
    return NULL;
  return g_strdup (ceci_record_get_id (CECI_RECORD (contact)));
}

gboolean
ceci_guidance_remove_contact (CeciDatabase *database, const char *contact_id, GError **error)
{
  g_autoptr (CeciApplicationContact) contact =
      ceci_record_find (CECI_TYPE_APPLICATION_CONTACT, database, contact_id, error);

  return contact != NULL && ceci_record_delete (contact, database, error);
}

// --- offers ------------------------------------------------------------------------------------

/**
 * ceci_guidance_offers:
 * @database: a connection
 * @application: an application
 * @today: the day on which they must be valid
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a list of #CeciOffer that could become the applicant's placement
 */
GListModel *
ceci_guidance_offers (CeciDatabase *database, CeciApplication *application, const char *today, GError **error)
{
  g_autofree char *kind =
      ceci_enum_to_column (CECI_TYPE_ORGANISATION_KIND, (int) ceci_application_get_organisation_kind (application));
  CeciStatement *statement = ceci_database_query (
      database, error,
      "SELECT o.*, g.name AS organisation_name FROM offer o JOIN organisation g ON g.id = o.organisation_id "
      "WHERE o.labelled = 1 AND (o.valid_until IS NULL OR o.valid_until >= $1) AND g.legal_form <> 'commercial' "
      "ORDER BY CASE WHEN g.kind = $2 THEN 0 ELSE 1 END, o.title, o.id",
      "tt", today, kind);

  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_OFFER, statement, error));
}

static char *
mission_of (CeciOffer *offer)
{
  const char *description = ceci_offer_get_description (offer);

  return is_blank (description) ? g_strdup (ceci_offer_get_title (offer))
                                : g_strdup_printf ("%s\n%s", ceci_offer_get_title (offer), description);
}

gboolean
ceci_guidance_take_up (CeciDatabase *database, const char *application_id, const char *offer_id, GError **error)
{
  g_autoptr (CeciApplication) application = ceci_application_repository_find (database, application_id, error);
  g_autoptr (CeciOffer) offer =
      application != NULL ? ceci_record_find (CECI_TYPE_OFFER, database, offer_id, error) : NULL;
  g_autoptr (CeciOrganisation) organisation =
      offer != NULL ? ceci_organisation_repository_find (database, ceci_offer_get_organisation_id (offer), error)
                    : NULL;
  g_autoptr (CeciApplication) changed = NULL;
  g_autofree char *mission = NULL;
  gint64 minutes;

  if (organisation == NULL)
    return FALSE;
  mission = mission_of (offer);
  minutes = ceci_offer_get_minutes (offer) >= 0 ? ceci_offer_get_minutes (offer)
                                                : ceci_application_get_planned_minutes (application);
  changed = ceci_record_with (
      application, "organisation_name", ceci_organisation_get_name (organisation), "organisation_kind",
      ceci_enum_get_nick (CECI_TYPE_ORGANISATION_KIND, (int) ceci_organisation_get_kind (organisation)), "legal_form",
      ceci_enum_get_nick (CECI_TYPE_LEGAL_FORM, (int) ceci_organisation_get_legal_form (organisation)),
      "enterprise_number", ceci_organisation_get_enterprise_number (organisation), "mission", mission,
      "planned_minutes", minutes, "offer_reference", ceci_offer_get_reference (offer), "offer_labelled",
      (int) ceci_offer_get_labelled (offer), "guidance_since", NULL, NULL);
  return ceci_admission_correct (database, changed, error);
}
