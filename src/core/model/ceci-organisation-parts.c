// SPDX-License-Identifier: GPL-3.0-or-later
// SQL of what belongs to an organisation: the people to reach, its committee's mandates, its offers.

#include "config.h"

#include "ceci-organisation-repository.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-identifiers.h"
#include "ceci-sql.h"
#include "core/store/ceci-date.h"
#include "core/store/ceci-fold.h"

// --- contacts -------------------------------------------------------------------------------------------------------

GListModel *
ceci_organisation_repository_contacts (CeciDatabase *database, const char *organisation_id, GError **error)
{
  return G_LIST_MODEL (
      ceci_record_select (CECI_TYPE_CONTACT, database, "organisation_id", organisation_id, "name", error));
}

// A record without an id is new.
static gboolean
store (gpointer record, CeciDatabase *database, GError **error)
{
  return ceci_record_get_id (record) == NULL ? ceci_record_insert (record, database, error)
                                             : ceci_record_update (record, database, error);
}

/**
 * ceci_organisation_repository_put_contact:
 * @database: a connection inside a write
 * @contact: a new one, or one that was changed
 * @error: return location for an error; %CECI_STORE_ERROR_INVALID says what is wrong
 *
 * Returns: whether it was stored
 */
gboolean
ceci_organisation_repository_put_contact (CeciDatabase *database, CeciContact *contact, GError **error)
{
  const char *written_email = ceci_contact_get_email (contact), *written_phone = ceci_contact_get_phone (contact);
  g_autofree char *email = ceci_email_normalise (written_email);
  g_autofree char *phone = ceci_phone_normalise (written_phone);
  g_autoptr (CeciContact) kept = ceci_record_with (contact, "email", email, "phone", phone, NULL);

  if (is_blank (ceci_contact_get_name (contact)))
    return REFUSE (error, _ ("A contact needs a name."));
  if (!is_blank (written_email) && email == NULL)
    return REFUSE (error, _ ("“%s” is not an e-mail address: write it as name@example.be."), written_email);
  if (!is_blank (written_phone) && phone == NULL)
    return REFUSE (error,
                   _ ("“%s” is not a telephone number: write it as +32 2 650 28 79, with the country’s number if it "
                      "is foreign."),
                   written_phone);
  return store (kept, database, error);
}

gboolean
ceci_organisation_repository_remove_contact (CeciDatabase *database, CeciContact *contact, GError **error)
{
  return ceci_record_delete (contact, database, error);
}

// --- mandates -------------------------------------------------------------------------------------------------------

GListModel *
ceci_organisation_repository_mandates (CeciDatabase *database, const char *organisation_id, GError **error)
{
  return G_LIST_MODEL (
      ceci_record_select (CECI_TYPE_MANDATE, database, "organisation_id", organisation_id, "starts_on", error));
}

/**
 * ceci_organisation_repository_put_mandate:
 * @database: a connection inside a write
 * @mandate: a new one, or one that was changed
 * @error: return location for an error; %CECI_STORE_ERROR_INVALID says what is wrong
 *
 * Returns: whether it was stored
 */
gboolean
ceci_organisation_repository_put_mandate (CeciDatabase *database, CeciMandate *mandate, GError **error)
{
  const char *starts_on = ceci_mandate_get_starts_on (mandate), *ends_on = ceci_mandate_get_ends_on (mandate);

  if (is_blank (ceci_mandate_get_holder_name (mandate)) || is_blank (ceci_mandate_get_role (mandate)))
    return REFUSE (error, _ ("A mandate needs the name of who holds it, and a role."));
  if (starts_on == NULL || !ceci_date_is_valid (starts_on))
    return REFUSE (error, _ ("A mandate needs the day it starts."));
  if (ends_on != NULL && strcmp (ends_on, starts_on) < 0)
    return REFUSE (error, _ ("The mandate ends on %s, before it starts on %s."), ends_on, starts_on);
  return store (mandate, database, error);
}

/**
 * ceci_organisation_repository_remove_mandate:
 * @database: a connection inside a write
 * @mandate: a mandate
 * @error: return location for an error; %CECI_STORE_ERROR_INVALID while a placement's supervisor needs it
 *
 * Returns: whether it was removed
 */
gboolean
ceci_organisation_repository_remove_mandate (CeciDatabase *database, CeciMandate *mandate, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 needed = ceci_database_integer (database, &failure, "SELECT count(*) FROM placement WHERE mandate_id = $1",
                                         "t", ceci_record_get_id (CECI_RECORD (mandate)));

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (needed > 0)
    return REFUSE (error, _ ("The mandate of %s makes them a placement’s supervisor: it can’t be removed."),
                   ceci_mandate_get_holder_name (mandate));
  return ceci_record_delete (mandate, database, error);
}

// --- offers ---------------------------------------------------------------------------------------------------------

#define OFFER_SQL                                                                                                      \
  "SELECT x.*, o.name AS organisation_name FROM offer x JOIN organisation o ON o.id = x.organisation_id "

GListModel *
ceci_organisation_repository_offers (CeciDatabase *database, const char *organisation_id, GError **error)
{
  CeciStatement *statement;

  if (organisation_id != NULL)
    statement = ceci_database_query (database, error, OFFER_SQL "WHERE x.organisation_id = $1 ORDER BY x.title, x.id",
                                     "t", organisation_id);
  else
    statement = ceci_database_query (database, error, OFFER_SQL "ORDER BY o.search_key, x.title, x.id", "");
  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_OFFER, statement, error));
}

/**
 * ceci_organisation_repository_put_offer:
 * @database: a connection inside a write
 * @offer: a new one, or one that was changed
 * @error: return location for an error; %CECI_STORE_ERROR_INVALID says what is wrong
 *
 * Returns: (transfer full) (nullable): the offer's id
 */
char *
ceci_organisation_repository_put_offer (CeciDatabase *database, CeciOffer *offer, GError **error)
{
  const char *id = ceci_record_get_id (CECI_RECORD (offer)), *reference = ceci_offer_get_reference (offer);
  g_autofree char *other = NULL;
  g_autoptr (GError) failure = NULL;

  if (is_blank (ceci_offer_get_title (offer))) {
    (void) REFUSE (error, _ ("An offer needs a title."));
    return NULL;
  }
  if (!is_blank (reference))
    other = ceci_database_text (database, &failure,
                                "SELECT title FROM offer WHERE reference = $1 AND id <> coalesce($2, '') LIMIT 1", "tt",
                                reference, id);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  if (other != NULL) {
    (void) REFUSE (error, _ ("The reference %s is already that of the offer “%s”."), reference, other);
    return NULL;
  }
  return store (offer, database, error) ? g_strdup (ceci_record_get_id (CECI_RECORD (offer))) : NULL;
}

/**
 * ceci_organisation_repository_remove_offer:
 * @database: a connection inside a write
 * @offer: an offer
 * @error: return location for an error; %CECI_STORE_ERROR_INVALID while a placement comes from it
 *
 * Returns: whether it was removed
 */
gboolean
ceci_organisation_repository_remove_offer (CeciDatabase *database, CeciOffer *offer, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 needed = ceci_database_integer (database, &failure, "SELECT count(*) FROM placement WHERE offer_id = $1", "t",
                                         ceci_record_get_id (CECI_RECORD (offer)));

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (needed > 0)
    return REFUSE (error, _ ("A placement came from the offer “%s”: it can’t be removed. Give it an end instead."),
                   ceci_offer_get_title (offer));
  return ceci_record_delete (offer, database, error);
}
