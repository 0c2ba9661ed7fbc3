// SPDX-License-Identifier: GPL-3.0-or-later
// Whose facts a step touched: from the rows it changed, by way of the journal, since a row that is gone leads to
// nobody.

#include "config.h"

#include "ceci-facts-touched.h"

// Beyond this, everyone is gathered sooner than these are found.
#define MANY_CHANGES 4000

// From the id in a column (NULL: the row's own) to students; sql NULL: it is a student's already.
static const struct {
  const char *table, *column, *sql;
} paths[] = {
    {"student", NULL, NULL},
    {"extension", "student_id", NULL},
    {"interruption", "student_id", NULL},
    {"placement", "student_id", NULL},
    {"module_completion", "student_id", NULL},
    {"attendance", "student_id", NULL},
    {"document", "student_id", NULL},
    {"snooze", "student_id", NULL},
    {"hours", "placement_id", "SELECT student_id FROM placement WHERE id = $1"},
    {"agreement", "placement_id", "SELECT student_id FROM placement WHERE id = $1"},
    {"supervisor_member", "placement_id", "SELECT student_id FROM placement WHERE id = $1"},
    {"follow_up_grid", "placement_id", "SELECT student_id FROM placement WHERE id = $1"},
    {"signature", "agreement_id",
     "SELECT l.student_id FROM agreement g JOIN placement l ON l.id = g.placement_id WHERE g.id = $1"},
    {"document_version", "document_id", "SELECT student_id FROM document WHERE id = $1"},
    {"person", NULL, "SELECT id FROM student WHERE person_id = $1"},
    {"application", NULL, "SELECT id FROM student WHERE application_id = $1"},
    {"organisation", NULL, "SELECT student_id FROM placement WHERE organisation_id = $1"},
    {"contact", "organisation_id", "SELECT student_id FROM placement WHERE organisation_id = $1"},
    {"mandate", "organisation_id", "SELECT student_id FROM placement WHERE organisation_id = $1"},
    {"mandate", NULL, "SELECT student_id FROM placement WHERE mandate_id = $1"},
    {"offer", NULL, "SELECT student_id FROM placement WHERE offer_id = $1"},
    {"meeting", "cohort_id", "SELECT id FROM student WHERE cohort_id = $1"},
    {"cohort", NULL, "SELECT id FROM student WHERE cohort_id = $1"},
    {"regulation", NULL, "SELECT s.id FROM student s JOIN cohort c ON c.id = s.cohort_id WHERE c.regulation_id = $1"},
};

// Steps of which nobody's facts are known to be spared.
static const char *const of_everyone[] = {"module"};

static gboolean
add_all (CeciStatement *statement, GHashTable *ids, GError **error)
{
  g_autoptr (GError) failure = NULL;

  while (statement != NULL && ceci_statement_step (statement, &failure))
    if (!ceci_statement_is_null (statement, 0))
      g_hash_table_add (ids, g_strdup (ceci_statement_text (statement, 0)));
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (statement != NULL)
    return TRUE;
  return FALSE;
}

// What a column held before and after the step, in every row of a table that it changed.
static gboolean
read_column (CeciDatabase *database, CeciChanges *changes, const char *table, const char *column, GHashTable *ids,
             GError **error)
{
  static const char *const sides[] = {"old", "new"};

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++) {
    g_autofree char *sql =
        g_strdup_printf ("SELECT DISTINCT json_extract (x.%s, '$.%s') FROM step t JOIN change x ON x.step_seq = t.seq "
                         "WHERE t.id = $1 AND x.table_name = $2 AND x.%s IS NOT NULL",
                         sides[i], column, sides[i]);

    if (!add_all (ceci_database_query (database, error, sql, "tt", ceci_changes_get_step_id (changes), table), ids,
                  error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
follow (CeciDatabase *database, CeciChanges *changes, guint path, GHashTable *student_ids, GError **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) rows = ceci_changes_list_rows (changes, paths[path].table);
  GHashTableIter iter;
  gpointer key;

  if (paths[path].column != NULL) {
    if (!read_column (database, changes, paths[path].table, paths[path].column, keys, error))
      return FALSE;
  } else {
    for (guint i = 0; i < rows->len; i++)
      g_hash_table_add (keys, g_strdup (rows->pdata[i]));
  }
  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (paths[path].sql == NULL)
      g_hash_table_add (student_ids, g_strdup (key));
    else if (!add_all (ceci_database_query (database, error, paths[path].sql, "t", key), student_ids, error))
      return FALSE;
  return TRUE;
}

/**
 * ceci_facts_touched:
 * @database: a connection that sees the step
 * @changes: what the step touched
 * @student_ids: (element-type utf8 utf8): a set of ids that it owns, which is added to; a student may be gone
 * @everyone: (out): whether all must be gathered again
 * @error: return location for an error
 *
 * An erasure takes values out of the journal, so nothing is asked of it then.
 *
 * Returns: whether it could be found
 */
gboolean
ceci_facts_touched (CeciDatabase *database, CeciChanges *changes, GHashTable *student_ids, gboolean *everyone,
                    GError **error)
{
  *everyone = ceci_changes_get_kind (changes) == CECI_STEP_ERASE || ceci_changes_get_size (changes) > MANY_CHANGES;
  for (guint i = 0; i < G_N_ELEMENTS (of_everyone); i++)
    *everyone |= ceci_changes_touches_table (changes, of_everyone[i]);
  for (guint i = 0; i < G_N_ELEMENTS (paths) && !*everyone; i++)
    if (ceci_changes_touches_table (changes, paths[i].table) && !follow (database, changes, i, student_ids, error))
      return FALSE;
  return TRUE;
}
