// SPDX-License-Identifier: GPL-3.0-or-later
// SQL of regulations and of the jury's grids that they name. A version is never edited: a change is a new version.

#include "config.h"

#include "ceci-regulation-repository.h"

#include <glib/gi18n-lib.h>

#include "ceci-facts-repository.h"
#include "ceci-grid.h"
#include "ceci-sql.h"

#define FULL_WEIGHT 100

static CeciRegulationRow *
find_row (CeciDatabase *database, const char *cohort_id, GError **error)
{
  CeciStatement *statement = ceci_database_query (
      database, error, "SELECT r.* FROM regulation r JOIN cohort c ON c.regulation_id = r.id WHERE c.id = $1", "t",
      cohort_id);

  return ceci_record_one (CECI_TYPE_REGULATION_ROW, statement, cohort_id, error);
}

/**
 * ceci_regulation_repository_find:
 * @database: a connection
 * @cohort_id: a cohort's id
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the regulation that the cohort follows
 */
CeciRegulation *
ceci_regulation_repository_find (CeciDatabase *database, const char *cohort_id, GError **error)
{
  g_autoptr (CeciRegulationRow) row = find_row (database, cohort_id, error);

  return row != NULL ? ceci_regulation_new_from_json (ceci_regulation_row_get_content (row), error) : NULL;
}

/**
 * ceci_regulation_repository_history:
 * @database: a connection
 * @cohort_id: a cohort's id
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the versions that led to the one the cohort follows, that one first
 */
GListModel *
ceci_regulation_repository_history (CeciDatabase *database, const char *cohort_id, GError **error)
{
  return G_LIST_MODEL (ceci_record_list (
      CECI_TYPE_REGULATION_ROW,
      ceci_database_query (database, error,
                           "WITH RECURSIVE line AS (SELECT r.*, 0 AS age FROM regulation r JOIN cohort c "
                           "ON c.regulation_id = r.id WHERE c.id = $1 UNION ALL SELECT r.*, line.age + 1 "
                           "FROM regulation r JOIN line ON r.id = line.previous_id) SELECT * FROM line ORDER BY age",
                           "t", cohort_id),
      error));
}

/**
 * ceci_regulation_repository_criteria:
 * @database: a connection
 * @cohort_id: a cohort's id
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the criteria of the grid that the cohort's regulation names
 */
GListModel *
ceci_regulation_repository_criteria (CeciDatabase *database, const char *cohort_id, GError **error)
{
  g_autoptr (CeciRegulationRow) row = find_row (database, cohort_id, error);

  return row != NULL ? G_LIST_MODEL (ceci_record_select (CECI_TYPE_CRITERION, database, "grid_id",
                                                         ceci_regulation_row_get_grid_id (row), "position", error))
                     : NULL;
}

// --- what would change ------------------------------------------------------------------

typedef struct {
  CeciRegulation *proposed;
  const char *today;
  GPtrArray *changes;
} Comparison;

// As everywhere, those who are no longer enrolled have no findings.
static void
compare (CeciFacts *facts, CeciRegulation *regulation, gpointer user_data)
{
  Comparison *job = user_data;

  if (g_str_equal (facts->state, "enrolled"))
    ceci_regulation_compare (regulation, job->proposed, facts, job->today, job->changes);
}

static int
compare_changes (gconstpointer one, gconstpointer other)
{
  CeciFindingChange *a = *(CeciFindingChange *const *) one, *b = *(CeciFindingChange *const *) other;
  int order = ceci_finding_change_is_of_state (b) - ceci_finding_change_is_of_state (a);

  return order != 0 ? order
                    : g_strcmp0 (ceci_finding_change_get_person_name (a), ceci_finding_change_get_person_name (b));
}

/**
 * ceci_regulation_repository_compare:
 * @database: a connection
 * @cohort_id: a cohort's id
 * @proposed: the regulation that it might follow
 * @today: the day it is
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type CeciFindingChange): whose findings would differ, and how
 */
GPtrArray *
ceci_regulation_repository_compare (CeciDatabase *database, const char *cohort_id, CeciRegulation *proposed,
                                    const char *today, GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (g_object_unref);
  Comparison job = {proposed, today, changes};

  if (!ceci_facts_repository_foreach (database, cohort_id, compare, &job, error))
    return NULL;
  g_ptr_array_sort (changes, compare_changes);
  return g_steal_pointer (&changes);
}

// --- adopting ---------------------------------------------------------------------------

/**
 * ceci_regulation_check_criteria:
 * @criteria: (element-type CeciCriterion): of a jury's grid
 * @error: return location for an error; %CECI_STORE_ERROR_INVALID
 *
 * Returns: whether a jury can score with them
 */
gboolean
ceci_regulation_check_criteria (GPtrArray *criteria, GError **error)
{
  gint64 sum = 0;

  for (guint i = 0; i < criteria->len; i++) {
    CeciCriterion *criterion = g_ptr_array_index (criteria, i);
    gint64 weight = ceci_criterion_get_weight (criterion);

    if (is_blank (ceci_criterion_get_title_fr (criterion)) || is_blank (ceci_criterion_get_title_en (criterion)))
      return REFUSE (error, _ ("Each criterion needs a title in French and in English."));
    if (weight < 1 || weight > FULL_WEIGHT)
      return REFUSE (error, _ ("The weight of a criterion lies between 1 and 100."));
    sum += weight;
  }
  if (sum == FULL_WEIGHT)
    return TRUE;
  return REFUSE (error, _ ("The criteria’s weights add up to %d. Make them add up to 100."), (int) sum);
}

// A grid of its own for each version: what was scored with the one before keeps its meaning.
static char *
insert_grid (CeciDatabase *database, CeciRegulationRow *row, GPtrArray *criteria, const char *adopted_on,
             GError **error)
{
  g_autoptr (CeciGrid) old = ceci_record_find (CECI_TYPE_GRID, database, ceci_regulation_row_get_grid_id (row), error);
  g_autoptr (CeciGrid) grid = NULL;

  if (old == NULL || !ceci_regulation_check_criteria (criteria, error))
    return NULL;
  grid = ceci_record_new (CECI_TYPE_GRID, "name", ceci_grid_get_name (old), "version", ceci_grid_get_version (old) + 1,
                          "adopted_on", adopted_on, NULL);
  if (!ceci_record_insert (grid, database, error))
    return NULL;
  for (guint i = 0; i < criteria->len; i++) {
    g_autoptr (CeciCriterion) criterion =
        ceci_record_with (g_ptr_array_index (criteria, i), "id", NULL, "grid_id",
                          ceci_record_get_id (CECI_RECORD (grid)), "position", (gint64) i + 1, NULL);

    if (!ceci_record_insert (criterion, database, error))
      return NULL;
  }
  return g_strdup (ceci_record_get_id (CECI_RECORD (grid)));
}

/**
 * ceci_regulation_repository_adopt:
 * @database: a connection inside a write
 * @cohort_id: a cohort's id
 * @regulation: what the cohort follows from now on
 * @criteria: (nullable) (element-type CeciCriterion): what the jury scores from now on
 * @reason: why
 * @adopted_on: a date
 * @error: return location for an error; %CECI_STORE_ERROR_INVALID
 *
 * Returns: whether it was stored
 */
gboolean
ceci_regulation_repository_adopt (CeciDatabase *database, const char *cohort_id, CeciRegulation *regulation,
                                  GPtrArray *criteria, const char *reason, const char *adopted_on, GError **error)
{
  g_autoptr (CeciRegulationRow) row = find_row (database, cohort_id, error);
  g_autoptr (CeciRegulationRow) next = NULL;
  g_autofree char *content = ceci_regulation_to_json (regulation);
  g_autofree char *grid_id = NULL;

  if (row == NULL)
    return FALSE;
  if (is_blank (reason))
    return REFUSE (error, _ ("Say why the regulation changes: the history keeps it."));
  grid_id = criteria != NULL ? insert_grid (database, row, criteria, adopted_on, error)
                             : g_strdup (ceci_regulation_row_get_grid_id (row));
  if (criteria != NULL && grid_id == NULL)
    return FALSE;
  next = ceci_record_new (CECI_TYPE_REGULATION_ROW, "title", ceci_regulation_row_get_title (row), "version",
                          ceci_regulation_row_get_version (row) + 1, "adopted_on", adopted_on, "content", content,
                          "grid_id", grid_id, "previous_id", ceci_record_get_id (CECI_RECORD (row)), "reason", reason,
                          NULL);
  return ceci_record_insert (next, database, error) &&
         ceci_database_run (database, error, "UPDATE cohort SET regulation_id = $1 WHERE id = $2", "tt",
                            ceci_record_get_id (CECI_RECORD (next)), cohort_id);
}
