// SPDX-License-Identifier: GPL-3.0-or-later
// SQL of cohorts.

#include "config.h"

#include "ceci-cohort-repository.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-regulation-row.h"
#include "ceci-sql.h"
#include "core/regulation/ceci-regulation.h"
#include "core/store/ceci-date.h"
#include "core/store/ceci-fold.h"

#define COHORT_SQL                                                                                                     \
  "SELECT c.*, r.title AS regulation_title, "                                                                          \
  "(SELECT count(*) FROM application a WHERE a.cohort_id = c.id) AS applications, "                                    \
  "(SELECT count(*) FROM application a WHERE a.cohort_id = c.id AND a.state = 'received') AS unread, "                 \
  "(SELECT count(*) FROM application a WHERE a.cohort_id = c.id AND a.state IN ('admissible', 'selected', "            \
  "'waiting')) AS admissible, "                                                                                        \
  "(SELECT count(*) FROM application a WHERE a.cohort_id = c.id AND a.state = 'waiting') AS waiting, "                 \
  "(SELECT count(*) FROM student s WHERE s.cohort_id = c.id) AS students, "                                            \
  "(SELECT count(*) FROM student s WHERE s.cohort_id = c.id AND s.state = 'enrolled') AS enrolled, "                   \
  "(SELECT count(*) FROM student s WHERE s.cohort_id = c.id AND s.state = 'awarded') AS awarded "                      \
  "FROM cohort c JOIN regulation r ON r.id = c.regulation_id "

/**
 * ceci_cohort_repository_list:
 * @database: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): every cohort, the one that starts last first
 */
GListModel *
ceci_cohort_repository_list (CeciDatabase *database, GError **error)
{
  CeciStatement *statement =
      ceci_database_query (database, error, COHORT_SQL "ORDER BY c.starts_on DESC, c.id DESC", "");

  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_COHORT, statement, error));
}

CeciCohort *
ceci_cohort_repository_find (CeciDatabase *database, const char *id, GError **error)
{
  CeciStatement *statement = ceci_database_query (database, error, COHORT_SQL "WHERE c.id = $1", "t", id);

  return ceci_record_one (CECI_TYPE_COHORT, statement, id, error);
}

/**
 * ceci_cohort_repository_look_up:
 * @database: a connection
 * @id_or_name: what a person typed
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the cohort with this id, or whose name is this but for case and accents
 */
CeciCohort *
ceci_cohort_repository_look_up (CeciDatabase *database, const char *id_or_name, GError **error)
{
  g_autofree char *wanted = ceci_fold (id_or_name);
  g_autoptr (GListModel) cohorts = ceci_cohort_repository_list (database, error);

  if (cohorts == NULL)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (cohorts); i++) {
    g_autoptr (CeciCohort) cohort = g_list_model_get_item (cohorts, i);
    g_autofree char *name = ceci_fold (ceci_cohort_get_name (cohort));

    if (strcmp (name, wanted) == 0 || strcmp (ceci_record_get_id (CECI_RECORD (cohort)), id_or_name) == 0)
      return g_steal_pointer (&cohort);
  }
  g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NOT_FOUND,
               _ ("There is no cohort “%s”. List the cohorts to see their names."), id_or_name);
  return NULL;
}

static gboolean
is_name_taken (CeciDatabase *database, CeciCohort *draft)
{
  g_autoptr (CeciCohort) other = ceci_cohort_repository_look_up (database, ceci_cohort_get_name (draft), NULL);

  return other != NULL &&
         g_strcmp0 (ceci_record_get_id (CECI_RECORD (other)), ceci_record_get_id (CECI_RECORD (draft))) != 0;
}

static gboolean
check (CeciDatabase *database, CeciCohort *draft, GError **error)
{
  const char *dates[] = {ceci_cohort_get_opens_on (draft), ceci_cohort_get_closes_on (draft),
                         ceci_cohort_get_starts_on (draft)};

  if (is_blank (ceci_cohort_get_name (draft)))
    return REFUSE (error, _ ("A cohort needs a name. Give it one, such as “February 2027”."));
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    if (dates[i] == NULL || !ceci_date_is_valid (dates[i]))
      return REFUSE (error, _ ("A cohort needs the days when applications open, when they close and when it starts."));
  if (strcmp (dates[0], dates[1]) > 0)
    return REFUSE (error, _ ("Applications close on %s, before they open on %s. Choose a later day for their closing."),
                   dates[1], dates[0]);
  if (strcmp (dates[0], dates[2]) > 0)
    return REFUSE (error, _ ("The cohort starts on %s, before applications open on %s. Choose a later start."),
                   dates[2], dates[0]);
  if (ceci_cohort_get_places (draft) < 1)
    return REFUSE (error, _ ("A cohort has at least one place."));
  if (ceci_cohort_get_place_value_cents (draft) < 0)
    return REFUSE (error, _ ("The value of a place can’t be negative."));
  if (is_name_taken (database, draft))
    return REFUSE (error, _ ("There is a cohort named “%s” already. Choose another name."),
                   ceci_cohort_get_name (draft));
  return TRUE;
}

/**
 * ceci_cohort_repository_create:
 * @database: a connection inside a write
 * @draft: name, opens_on, closes_on, starts_on; places, place_value_cents and regulation_id may be unset
 * @error: return location for an error; %CECI_STORE_ERROR_INVALID says what is wrong
 *
 * Places and their value come from the regulation where they are unset.
 *
 * Returns: (transfer full) (nullable): the new cohort's id
 */
char *
ceci_cohort_repository_create (CeciDatabase *database, CeciCohort *draft, GError **error)
{
  g_autoptr (CeciCohort) cohort = NULL;
  g_autoptr (CeciRegulationRow) row = NULL;
  g_autoptr (CeciRegulation) regulation = NULL;
  gint64 places, value;

  if (ceci_cohort_get_regulation_id (draft) != NULL)
    row = ceci_record_find (CECI_TYPE_REGULATION_ROW, database, ceci_cohort_get_regulation_id (draft), error);
  else
    row = ceci_record_one (
        CECI_TYPE_REGULATION_ROW,
        ceci_database_query (database, error,
                             "SELECT * FROM regulation ORDER BY adopted_on DESC, version DESC, id DESC LIMIT 1", ""),
        NULL, error);
  if (row == NULL)
    return NULL;
  regulation = ceci_regulation_new_from_json (ceci_regulation_row_get_content (row), error);
  if (regulation == NULL)
    return NULL;

  places = ceci_cohort_get_places (draft);
  value = ceci_cohort_get_place_value_cents (draft);
  cohort = ceci_record_with (
      draft, "regulation_id", ceci_record_get_id (CECI_RECORD (row)), "places",
      places == CECI_UNSET ? ceci_regulation_get_integer (regulation, "places") : places, "place_value_cents",
      value == CECI_UNSET ? ceci_regulation_get_integer (regulation, "place-value-cents") : value, NULL);
  if (!check (database, cohort, error) || !ceci_record_insert (cohort, database, error))
    return NULL;
  return g_strdup (ceci_record_get_id (CECI_RECORD (cohort)));
}

gboolean
ceci_cohort_repository_change (CeciDatabase *database, CeciCohort *cohort, GError **error)
{
  return check (database, cohort, error) && ceci_record_update (cohort, database, error);
}

gboolean
ceci_cohort_repository_set_phase (CeciDatabase *database, const char *id, CeciCohortPhase phase, GError **error)
{
  g_autoptr (CeciCohort) cohort = ceci_cohort_repository_find (database, id, error);
  g_autoptr (CeciCohort) changed = NULL;

  if (cohort == NULL)
    return FALSE;
  changed = ceci_record_with (cohort, "phase", ceci_enum_get_nick (CECI_TYPE_COHORT_PHASE, phase), NULL);
  return ceci_record_update (changed, database, error);
}
