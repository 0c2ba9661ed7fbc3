// SPDX-License-Identifier: GPL-3.0-or-later
// SQL of a cohort's places and of their history.

#include "config.h"

#include "ceci-capacity-repository.h"

#include <glib/gi18n-lib.h>

#include "ceci-cohort-repository.h"
#include "ceci-selection-repository.h"
#include "ceci-sql.h"

/**
 * ceci_capacity_repository_list:
 * @database: a connection
 * @cohort_id: a cohort's id
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the changes of its places, the latest first; none while nobody changed them
 */
GListModel *
ceci_capacity_repository_list (CeciDatabase *database, const char *cohort_id, GError **error)
{
  CeciStatement *statement = ceci_database_query (
      database, error, "SELECT * FROM capacity WHERE cohort_id = $1 ORDER BY since DESC, id DESC", "t", cohort_id);

  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_CAPACITY, statement, error));
}

static gboolean
add (CeciDatabase *database, const char *cohort_id, gint64 places, const char *since, const char *reason,
     GError **error)
{
  g_autoptr (CeciCapacity) capacity = ceci_record_new (CECI_TYPE_CAPACITY, "cohort_id", cohort_id, "places", places,
                                                       "since", since, "reason", reason, NULL);

  return ceci_record_insert (capacity, database, error);
}

static gboolean
check (CeciDatabase *database, CeciCohort *cohort, gint64 places, const char *reason, GError **error)
{
  gint64 taken = ceci_selection_repository_taken (database, ceci_record_get_id (CECI_RECORD (cohort)), error);

  if (taken < 0)
    return FALSE;
  if (places < 1)
    return REFUSE (error, _ ("A cohort has at least one place."));
  if (places == ceci_cohort_get_places (cohort))
    return REFUSE (error, _ ("“%s” has %d places already."), ceci_cohort_get_name (cohort), (int) places);
  if (places < taken)
    return REFUSE (error, _ ("%d places of “%s” are taken: there can’t be fewer."), (int) taken,
                   ceci_cohort_get_name (cohort));
  if (is_blank (reason))
    return REFUSE (error, _ ("Give the reason why the number of places changes."));
  return TRUE;
}

/**
 * ceci_cohort_change_places:
 * @database: a connection inside a write
 * @cohort_id: a cohort's id
 * @places: how many there are from now on
 * @since: a date
 * @reason: why
 * @error: return location for an error; %CECI_STORE_ERROR_INVALID when it is refused
 *
 * What there was before stays in the history.
 *
 * Returns: whether it was stored
 */
gboolean
ceci_cohort_change_places (CeciDatabase *database, const char *cohort_id, gint64 places, const char *since,
                           const char *reason, GError **error)
{
  g_autoptr (CeciCohort) cohort = ceci_cohort_repository_find (database, cohort_id, error);
  g_autoptr (CeciCohort) changed = NULL;
  gint64 n;

  if (cohort == NULL || !check (database, cohort, places, reason, error))
    return FALSE;
  n = ceci_database_integer (database, error, "SELECT count(*) FROM capacity WHERE cohort_id = $1", "t", cohort_id);
  if (n < 0)
    return FALSE;
  if (n == 0 && !add (database, cohort_id, ceci_cohort_get_places (cohort), ceci_cohort_get_opens_on (cohort),
                      _ ("When applications opened"), error))
    return FALSE;
  changed = ceci_record_with (cohort, "places", places, NULL);
  return add (database, cohort_id, places, since, reason, error) && ceci_record_update (changed, database, error);
}
