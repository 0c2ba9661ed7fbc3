// SPDX-License-Identifier: GPL-3.0-or-later
// SQL of subsidies and covers, and the sums of what is funded. Only a subsidy that was granted funds anything.

#include "config.h"

#include "ceci-funding-repository.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-identifiers.h"
#include "ceci-sql.h"
#include "core/store/ceci-date.h"

#define SUBSIDY_SQL                                                                                                    \
  "SELECT s.*, (SELECT sum(c.places) FROM subsidy_cover c WHERE c.subsidy_id = s.id) AS covered FROM subsidy s "

GListModel *
ceci_funding_repository_list (CeciDatabase *database, GError **error)
{
  CeciStatement *statement = ceci_database_query (database, error, SUBSIDY_SQL "ORDER BY s.starts_on, s.id", "");

  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_SUBSIDY, statement, error));
}

CeciSubsidy *
ceci_funding_repository_find (CeciDatabase *database, const char *id, GError **error)
{
  CeciStatement *statement = ceci_database_query (database, error, SUBSIDY_SQL "WHERE s.id = $1", "t", id);

  return ceci_record_one (CECI_TYPE_SUBSIDY, statement, id, error);
}

#define COVER_SQL                                                                                                      \
  "SELECT v.*, s.funder, c.name AS cohort_name FROM subsidy_cover v JOIN subsidy s ON s.id = v.subsidy_id "            \
  "JOIN cohort c ON c.id = v.cohort_id "

GListModel *
ceci_funding_repository_covers (CeciDatabase *database, const char *cohort_id, GError **error)
{
  CeciStatement *statement;

  if (cohort_id != NULL)
    statement = ceci_database_query (database, error, COVER_SQL "WHERE v.cohort_id = $1 ORDER BY s.starts_on, v.id",
                                     "t", cohort_id);
  else
    statement = ceci_database_query (database, error, COVER_SQL "ORDER BY c.starts_on, s.starts_on, v.id", "");
  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_SUBSIDY_COVER, statement, error));
}

GListModel *
ceci_funding_repository_covers_of (CeciDatabase *database, const char *subsidy_id, GError **error)
{
  CeciStatement *statement = ceci_database_query (
      database, error, COVER_SQL "WHERE v.subsidy_id = $1 ORDER BY c.starts_on, v.id", "t", subsidy_id);

  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_SUBSIDY_COVER, statement, error));
}

#define PLACES_OF(state)                                                                                               \
  "(SELECT coalesce(sum(v.places), 0) FROM subsidy_cover v JOIN subsidy s ON s.id = v.subsidy_id "                     \
  "WHERE v.cohort_id = c.id AND s.state = '" state "')"

GListModel *
ceci_funding_repository_cohorts (CeciDatabase *database, GError **error)
{
  CeciStatement *statement = ceci_database_query (
      database, error,
      "SELECT f.*, places * place_value_cents AS cost_cents, "
      "CASE WHEN funded_places < places THEN places - funded_places ELSE 0 END AS missing_places, "
      "CASE WHEN funded_places < places THEN (places - funded_places) * place_value_cents ELSE 0 END AS missing_cents, "
      "CASE WHEN funded_places > places THEN funded_places - places ELSE 0 END AS excess_places "
      "FROM (SELECT c.id, c.name, c.starts_on, c.places, c.place_value_cents, " PLACES_OF (
          "granted") " AS funded_places, " PLACES_OF ("requested") " AS requested_places FROM cohort c) f "
                                                                   "ORDER BY starts_on DESC, id DESC",
      "");

  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_COHORT_FUNDING, statement, error));
}

static gboolean
check (CeciSubsidy *subsidy, GError **error)
{
  const char *starts_on = ceci_subsidy_get_starts_on (subsidy), *ends_on = ceci_subsidy_get_ends_on (subsidy);

  if (is_blank (ceci_subsidy_get_funder (subsidy)))
    return REFUSE (error, _ ("A subsidy needs the name of its funder."));
  if (starts_on == NULL || ends_on == NULL || !ceci_date_is_valid (starts_on) || !ceci_date_is_valid (ends_on))
    return REFUSE (error, _ ("A subsidy needs its first and its last day."));
  if (strcmp (ends_on, starts_on) < 0)
    return REFUSE (error, _ ("The subsidy ends on %s, before it starts on %s."), ends_on, starts_on);
  if (ceci_subsidy_get_amount_cents (subsidy) < 0 || ceci_subsidy_get_places (subsidy) < 0)
    return REFUSE (error, _ ("A subsidy needs an amount and a number of places, neither below zero."));
  return TRUE;
}

/**
 * ceci_funding_repository_put:
 * @database: a connection inside a write
 * @subsidy: a new one, or one that was changed; an account number is kept in one way of writing
 * @error: return location for an error; %CECI_STORE_ERROR_INVALID says what is wrong
 *
 * Returns: (transfer full) (nullable): the subsidy's id
 */
char *
ceci_funding_repository_put (CeciDatabase *database, CeciSubsidy *subsidy, GError **error)
{
  const char *written = ceci_subsidy_get_iban (subsidy);
  g_autofree char *iban = ceci_iban_normalise (written);
  g_autoptr (CeciSubsidy) kept = ceci_record_with (subsidy, "iban", iban, NULL);
  gboolean stored;

  if (!check (subsidy, error))
    return NULL;
  if (!is_blank (written) && iban == NULL) {
    (void) REFUSE (error, _ ("“%s” is not an account number: an IBAN checks itself, as BE68 5390 0754 7034 does."),
                   written);
    return NULL;
  }
  stored = ceci_record_get_id (CECI_RECORD (kept)) == NULL ? ceci_record_insert (kept, database, error)
                                                           : ceci_record_update (kept, database, error);
  return stored ? g_strdup (ceci_record_get_id (CECI_RECORD (kept))) : NULL;
}

gboolean
ceci_funding_repository_remove (CeciDatabase *database, const char *id, GError **error)
{
  g_autoptr (CeciSubsidy) subsidy = ceci_funding_repository_find (database, id, error);

  return subsidy != NULL &&
         ceci_database_run (database, error, "DELETE FROM subsidy_cover WHERE subsidy_id = $1", "t", id) &&
         ceci_record_delete (subsidy, database, error);
}

/**
 * ceci_funding_repository_cover:
 * @database: a connection inside a write
 * @subsidy_id: a subsidy's id
 * @cohort_id: a cohort's id
 * @places: how many of its places the subsidy pays for; 0 takes it back
 * @error: return location for an error
 *
 * Covering more than there is to cover is stored, and warned of: an office writes down what it was promised.
 *
 * Returns: whether it was stored
 */
gboolean
ceci_funding_repository_cover (CeciDatabase *database, const char *subsidy_id, const char *cohort_id, gint64 places,
                               GError **error)
{
  g_autoptr (CeciSubsidyCover) cover = NULL;

  if (places < 0)
    return REFUSE (error, _ ("A subsidy can’t cover fewer places than none."));
  if (!ceci_database_run (database, error, "DELETE FROM subsidy_cover WHERE subsidy_id = $1 AND cohort_id = $2", "tt",
                          subsidy_id, cohort_id))
    return FALSE;
  if (places == 0)
    return TRUE;
  cover = ceci_record_new (CECI_TYPE_SUBSIDY_COVER, "subsidy_id", subsidy_id, "cohort_id", cohort_id, "places", places,
                           NULL);
  return ceci_record_insert (cover, database, error);
}

char *
ceci_subsidy_dup_warning (CeciSubsidy *subsidy)
{
  gint64 excess = ceci_subsidy_get_covered (subsidy) - ceci_subsidy_get_places (subsidy);

  if (excess <= 0)
    return NULL;
  return g_strdup_printf (ngettext ("%s pays for %u place less than it is counted for.",
                                    "%s pays for %u places less than it is counted for.", (gulong) excess),
                          ceci_subsidy_get_funder (subsidy), (guint) excess);
}

char *
ceci_cohort_funding_dup_warning (CeciCohortFunding *funding)
{
  gint64 excess = ceci_cohort_funding_get_excess_places (funding);

  if (excess <= 0)
    return NULL;
  return g_strdup_printf (ngettext ("%s has %u funded place more than it has places.",
                                    "%s has %u funded places more than it has places.", (gulong) excess),
                          ceci_cohort_funding_get_name (funding), (guint) excess);
}
