// SPDX-License-Identifier: GPL-3.0-or-later
// SQL of organisations and what belongs to them.

#include "config.h"

#include "ceci-organisation-repository.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

// Ten digits without points; NULL if the number is none.
static char *
normalise_number (const char *number)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  if (!ceci_enterprise_number_is_valid (number))
    return NULL;
  for (; *number != '\0'; number++)
    if (g_ascii_isdigit (*number))
      g_string_append_c (digits, *number);
  return g_string_free (g_steal_pointer (&digits), FALSE);
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
  g_autofree char *number = normalise_number (enterprise_number);
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

static CeciOrganisation *
complete (CeciOrganisation *draft, GError **error)
{
  g_autofree char *key = ceci_fold (ceci_organisation_get_name (draft));
  const char *written = ceci_organisation_get_enterprise_number (draft);
  g_autofree char *number = normalise_number (written);

  if (is_blank (ceci_organisation_get_name (draft))) {
    (void) REFUSE (error, _ ("An organisation needs a name."));
    return NULL;
  }
  if (!is_blank (written) && number == NULL) {
    (void) REFUSE (error,
                   _ ("“%s” is not an enterprise number: it has ten digits, as 0403.019.261, the last two of "
                      "which check the others."),
                   written);
    return NULL;
  }
  return ceci_record_with (draft, "search_key", key, "enterprise_number", number, NULL);
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

GListModel *
ceci_organisation_repository_contacts (CeciDatabase *database, const char *organisation_id, GError **error)
{
  return G_LIST_MODEL (
      ceci_record_select (CECI_TYPE_CONTACT, database, "organisation_id", organisation_id, "name", error));
}

GListModel *
ceci_organisation_repository_mandates (CeciDatabase *database, const char *organisation_id, GError **error)
{
  return G_LIST_MODEL (
      ceci_record_select (CECI_TYPE_MANDATE, database, "organisation_id", organisation_id, "starts_on", error));
}

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
 * ceci_enterprise_number_is_valid:
 * @number: (nullable): a BCE/KBO number, with points and spaces or without
 *
 * The rule of the Belgian Crossroads Bank: ten digits, the first 0 or 1, the last two 97 − (the first eight mod 97).
 *
 * Returns: whether the number can exist
 */
gboolean
ceci_enterprise_number_is_valid (const char *number)
{
  guint64 value = 0;
  guint n = 0;
  char first = '\0';

  if (number != NULL && g_ascii_strncasecmp (number, "BE", 2) == 0)
    number += 2;
  for (; number != NULL && *number != '\0'; number++) {
    if (g_ascii_isdigit (*number)) {
      first = n == 0 ? *number : first;
      if (++n > 10)
        return FALSE;
      value = value * 10 + (guint64) g_ascii_digit_value (*number);
    } else if (!g_ascii_isspace (*number) && *number != '.' && *number != '-') {
      return FALSE;
    }
  }
  return n == 10 && (first == '0' || first == '1') && value % 100 == 97 - (value / 100) % 97;
}
