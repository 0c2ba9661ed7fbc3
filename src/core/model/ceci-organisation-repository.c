// SPDX-License-Identifier: GPL-3.0-or-later
// SQL of organisations and what belongs to them.

#include "config.h"

#include "ceci-organisation-repository.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-identifiers.h"
#include "ceci-sql.h"
#include "core/store/ceci-fold.h"

#define ORGANISATION_SQL                                                                                               \
  "SELECT o.*, (SELECT count(*) FROM placement l WHERE l.organisation_id = o.id) AS placements, "                      \
  "(SELECT count(*) FROM offer x WHERE x.organisation_id = o.id) AS offers FROM organisation o "

GListModel *
ceci_organisation_repository_list (CeciDatabase *database, GError **error)
{
  CeciStatement *statement = ceci_database_query (database, error, ORGANISATION_SQL "ORDER BY o.search_key, o.id", "");

  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_ORGANISATION, statement, error));
}

CeciOrganisation *
ceci_organisation_repository_find (CeciDatabase *database, const char *id, GError **error)
{
  CeciStatement *statement = ceci_database_query (database, error, ORGANISATION_SQL "WHERE o.id = $1", "t", id);

  return ceci_record_one (CECI_TYPE_ORGANISATION, statement, id, error);
}

/**
 * ceci_organisation_repository_match:
 * @database: a connection
 * @name: (nullable): a name as someone wrote it
 * @enterprise_number: (nullable): a BCE number as someone wrote it
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the id of the organisation with this number, else with this name
 */
char *
ceci_organisation_repository_match (CeciDatabase *database, const char *name, const char *enterprise_number,
                                    GError **error)
{
  g_autofree char *number = ceci_enterprise_number_normalise (enterprise_number);
  g_autofree char *key = ceci_fold (name);

  if (number != NULL) {
    g_autoptr (GError) failure = NULL;
    char *id = ceci_database_text (database, &failure, "SELECT id FROM organisation WHERE enterprise_number = $1", "t",
                                   number);
    if (id != NULL || failure != NULL) {
      if (failure != NULL)
        g_propagate_error (error, g_steal_pointer (&failure));
      return id;
    }
  }
  if (*key == '\0')
    return NULL;
  return ceci_database_text (database, error, "SELECT id FROM organisation WHERE search_key = $1 ORDER BY id LIMIT 1",
                             "t", key);
}

// What a person writes in one way of many and the register keeps in one. %s is what they wrote.
static const struct {
  const char *field;
  const char *(*get) (CeciOrganisation *self);
  char *(*normalise) (const char *text);
  const char *refusal;
} kept[] = {
    {"enterprise_number", ceci_organisation_get_enterprise_number, ceci_enterprise_number_normalise,
     N_ ("“%s” is not an enterprise number: it has ten digits, as 0403.019.261, the last two of which check the "
         "others.")},
    {"phone", ceci_organisation_get_phone, ceci_phone_normalise,
     N_ ("“%s” is not a telephone number: write it as +32 2 650 28 79, with the country’s number if it is foreign.")},
    {"email", ceci_organisation_get_email, ceci_email_normalise,
     N_ ("“%s” is not an e-mail address: write it as name@example.be.")},
};

static gboolean
refuse_value (const char *sentence, const char *written, GError **error)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_autofree char *message = g_strdup_printf (sentence, written);
#pragma GCC diagnostic pop

  g_set_error_literal (error, CECI_STORE_ERROR, CECI_STORE_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
keep (CeciOrganisation **organisation, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++) {
    const char *written = kept[i].get (*organisation);
    g_autofree char *value = !is_blank (written) ? kept[i].normalise (written) : NULL;
    g_autoptr (CeciOrganisation) changed = NULL;

    if (!is_blank (written) && value == NULL)
      return refuse_value (_ (kept[i].refusal), written, error);
    changed = ceci_record_with (*organisation, kept[i].field, value, NULL);
    g_set_object (organisation, changed);
  }
  return TRUE;
}

static CeciOrganisation *
complete (CeciOrganisation *draft, GError **error)
{
  g_autofree char *key = ceci_fold (ceci_organisation_get_name (draft));
  const char *postcode = ceci_organisation_get_postcode (draft);
  g_autoptr (CeciOrganisation) organisation = ceci_record_with (draft, "search_key", key, NULL);

  if (is_blank (ceci_organisation_get_name (draft))) {
    (void) REFUSE (error, _ ("An organisation needs a name."));
    return NULL;
  }
  if (!keep (&organisation, error))
    return NULL;
  if (!is_blank (postcode) && !ceci_postcode_is_valid (postcode, ceci_organisation_get_country (draft))) {
    (void) REFUSE (error,
                   _ ("“%s” is not a Belgian postcode, which runs from 1000 to 9999. Name the country if it is "
                      "foreign."),
                   postcode);
    return NULL;
  }
  return g_steal_pointer (&organisation);
}

/**
 * ceci_organisation_repository_add:
 * @database: a connection inside a write
 * @draft: name, kind, legal_form, and whatever else is known
 * @error: return location for an error; %CECI_STORE_ERROR_INVALID says what is wrong
 *
 * Returns: (transfer full) (nullable): the new organisation's id
 */
char *
ceci_organisation_repository_add (CeciDatabase *database, CeciOrganisation *draft, GError **error)
{
  g_autoptr (CeciOrganisation) organisation = complete (draft, error);

  if (organisation == NULL || !ceci_record_insert (organisation, database, error))
    return NULL;
  return g_strdup (ceci_record_get_id (CECI_RECORD (organisation)));
}

gboolean
ceci_organisation_repository_change (CeciDatabase *database, CeciOrganisation *organisation, GError **error)
{
  g_autoptr (CeciOrganisation) changed = complete (organisation, error);

  return changed != NULL && ceci_record_update (changed, database, error);
}

/**
 * ceci_organisation_repository_remove:
 * @database: a connection inside a write
 * @id: an organisation's id
 * @error: return location for an error; %CECI_STORE_ERROR_INVALID while placements need it
 *
 * Removes an organisation where nobody is or was placed, with its contacts, mandates and offers.
 *
 * Returns: whether it was removed
 */
gboolean
ceci_organisation_repository_remove (CeciDatabase *database, const char *id, GError **error)
{
  g_autoptr (CeciOrganisation) organisation = ceci_organisation_repository_find (database, id, error);
  gint64 placements;

  if (organisation == NULL)
    return FALSE;
  placements = ceci_organisation_get_placements (organisation);
  if (placements > 0)
    return REFUSE (
        error,
        ngettext ("%u student is or was placed at %s: it can’t be removed. It may be merged with another.",
                  "%u students are or were placed at %s: it can’t be removed. It may be merged with another.",
                  (gulong) placements),
        (guint) placements, ceci_organisation_get_name (organisation));
  return ceci_database_run (database, error, "DELETE FROM contact WHERE organisation_id = $1", "t", id) &&
         ceci_database_run (database, error, "DELETE FROM mandate WHERE organisation_id = $1", "t", id) &&
         ceci_database_run (database, error, "DELETE FROM offer WHERE organisation_id = $1", "t", id) &&
         ceci_record_delete (organisation, database, error);
}

/**
 * ceci_organisation_repository_check:
 * @database: a connection inside a write
 * @id: an organisation's id
 * @checked_on: (nullable): the day of the office's check; %NULL takes the check back
 * @reason: (nullable): why students may be placed there
 * @error: return location for an error
 *
 * R14: what stands in for TIME's label.
 *
 * Returns: whether it was stored
 */
gboolean
ceci_organisation_repository_check (CeciDatabase *database, const char *id, const char *checked_on, const char *reason,
                                    GError **error)
{
  g_autoptr (CeciOrganisation) organisation = ceci_organisation_repository_find (database, id, error);
  g_autoptr (CeciOrganisation) changed = NULL;

  if (organisation == NULL)
    return FALSE;
  if (checked_on != NULL && is_blank (reason))
    return REFUSE (error, _ ("Say why students may be placed there: the check stands in for TIME’s label."));
  changed = ceci_record_with (organisation, "checked_on", checked_on, "checked_reason",
                              checked_on != NULL ? reason : NULL, NULL);
  return ceci_record_update (changed, database, error);
}
