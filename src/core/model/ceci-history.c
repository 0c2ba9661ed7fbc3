// SPDX-License-Identifier: GPL-3.0-or-later
// SQL of the history in words.

#include "config.h"

#include "ceci-history.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "ceci-field-labels.h"
#include "ceci-person-rows.h"
#include "ceci-sql.h"

static GStrv
rows_of_student (CeciDatabase *database, const char *student_id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *person_id =
      ceci_database_text (database, &local, "SELECT person_id FROM student WHERE id = $1", "t", student_id);

  if (person_id == NULL) {
    if (local != NULL)
      g_propagate_error (error, g_steal_pointer (&local));
    else
      g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NOT_FOUND, _ ("This student is not in the register."));
    return NULL;
  }
  g_autoptr (CeciPersonRows) rows = ceci_person_rows_new (database, person_id, error);
  return rows != NULL ? ceci_person_rows_all (rows) : NULL;
}

/**
 * ceci_history_of_student:
 * @database: a connection
 * @student_id: (nullable): a student's id; %NULL for the whole register
 * @limit: how many steps at most, 0 for all
 * @error: return location for an error
 *
 * What was removed since is in it too, since the journal remembers whose it was.
 *
 * Returns: (transfer full) (nullable): #CeciStep, newest first
 */
GListModel *
ceci_history_of_student (CeciDatabase *database, const char *student_id, guint limit, GError **error)
{
  g_auto (GStrv) rows = NULL;

  if (student_id == NULL)
    return ceci_journal_list (database, NULL, limit, error);
  rows = rows_of_student (database, student_id, error);
  return rows != NULL ? ceci_journal_list (database, (const char *const *) rows, limit, error) : NULL;
}

// --- what a step changed ---------------------------------------------------------------------------------------------

static void
field_free (gpointer data)
{
  CeciHistoryField *field = data;

  g_free (field->label);
  g_free (field->before);
  g_free (field->after);
  g_free (field);
}

static void
change_free (gpointer data)
{
  CeciHistoryChange *change = data;

  g_free (change->what);
  g_free (change->did);
  g_ptr_array_unref (change->fields);
  g_free (change);
}

// A member as the text that SQL would give.
static char *
dup_member (JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return NULL;
  return json_node_get_value_type (node) == G_TYPE_STRING ? g_strdup (json_node_get_string (node))
                                                          : json_to_string (node, FALSE);
}

// The first of what a row is known by.
static char *
name_of (CeciDatabase *database, const char *table, JsonObject *row)
{
  static const char *const known[] = {"title",   "name",      "family_name", "worked_on", "organisation_id",
                                      "subject", "signatory", "holder_name", "file_name", "module_id",
                                      "number",  "deadline",  "meeting_id",  "due_on",    "person_id",
                                      "id",      NULL};

  for (guint i = 0; known[i] != NULL; i++) {
    g_autofree char *value = NULL;

    if (g_str_equal (known[i], "id") && !g_str_equal (table, "setting"))
      continue;
    value = dup_member (row, known[i]);
    if (value != NULL && *value != '\0')
      return g_str_equal (known[i], "id") ? g_steal_pointer (&value)
                                          : ceci_column_words (database, table, known[i], value);
  }
  return NULL;
}

static void
add_fields (CeciDatabase *database, const char *table, JsonObject *old, JsonObject *new, GPtrArray *fields)
{
  g_autoptr (GList) members = json_object_get_members (new != NULL ? new : old);

  for (GList *at = members; at != NULL; at = at->next) {
    const char *column = at->data, *label = ceci_column_label (table, column);
    g_autofree char *before = dup_member (old, column), *after = dup_member (new, column);
    CeciHistoryField *field;

    if (label == NULL || g_strcmp0 (before, after) == 0)
      continue;
    field = g_new0 (CeciHistoryField, 1);
    field->label = g_strdup (label);
    field->before = ceci_column_words (database, table, column, before);
    field->after = ceci_column_words (database, table, column, after);
    g_ptr_array_add (fields, field);
  }
}

static JsonObject *
object_of (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static CeciHistoryChange *
read_change (CeciDatabase *database, CeciStatement *row)
{
  g_autofree char *table = g_strdup (ceci_statement_text (row, 0));
  const char *operation = ceci_statement_text (row, 1);
  g_autoptr (JsonNode) old =
      !ceci_statement_is_null (row, 2) ? json_from_string (ceci_statement_text (row, 2), NULL) : NULL;
  g_autoptr (JsonNode) new =
      !ceci_statement_is_null (row, 3) ? json_from_string (ceci_statement_text (row, 3), NULL) : NULL;
  CeciHistoryChange *change = g_new0 (CeciHistoryChange, 1);

  change->fields = g_ptr_array_new_with_free_func (field_free);
  change->erased = ceci_statement_integer (row, 4) != 0;
  change->did = g_strdup (g_str_equal (operation, "insert")   ? C_ ("history", "added")
                          : g_str_equal (operation, "delete") ? C_ ("history", "removed")
                                                              : C_ ("history", "changed"));
  JsonObject *before = object_of (old), *after = object_of (new);
  g_autofree char *name =
      before != NULL || after != NULL ? name_of (database, table, after != NULL ? after : before) : NULL;
  change->what =
      name != NULL ? g_strdup_printf ("%s · %s", ceci_table_label (table), name) : g_strdup (ceci_table_label (table));
  if (before != NULL || after != NULL)
    add_fields (database, table, before, after, change->fields);
  return change;
}

/**
 * ceci_history_changes:
 * @database: a connection
 * @step_id: a step's id
 * @limit: how many changes at most, 0 for all
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type CeciHistoryChange): what the step changed, in words
 */
GPtrArray *
ceci_history_changes (CeciDatabase *database, const char *step_id, guint limit, GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (change_free);
  g_autoptr (GError) local = NULL;
  CeciStatement *row = ceci_database_query (
      database, error,
      "SELECT c.table_name, c.operation, c.old, c.new, c.salt IS NULL FROM change c JOIN step s ON s.seq = c.step_seq "
      "WHERE s.id = $1 ORDER BY c.ordinal LIMIT $2",
      "ti", step_id, limit > 0 ? (gint64) limit : (gint64) -1);

  if (row == NULL)
    return NULL;
  while (ceci_statement_step (row, &local))
    g_ptr_array_add (changes, read_change (database, row));
  ceci_statement_reset (row);
  if (local == NULL)
    return g_steal_pointer (&changes);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

// --- what undoing back to a step would revert ------------------------------------------------------------------------

static void
revert_free (gpointer data)
{
  CeciRevert *revert = data;

  g_free (revert->id);
  g_free (revert->label);
  g_free (revert->at);
  g_free (revert->who);
  g_free (revert);
}

// The people whom a step touched.
#define PEOPLE                                                                                                         \
  "SELECT count (DISTINCT coalesce (CASE c.table_name WHEN 'person' THEN c.row_id END, "                               \
  "json_extract (coalesce (c.new, c.old), '$.person_id'), "                                                            \
  "(SELECT t.person_id FROM student t WHERE t.id = json_extract (coalesce (c.new, c.old), '$.student_id')), "          \
  "(SELECT t.person_id FROM placement l JOIN student t ON t.id = l.student_id WHERE l.id = "                           \
  "json_extract (coalesce (c.new, c.old), '$.placement_id')))) FROM change c WHERE c.step_seq = s.seq"

/**
 * ceci_history_reverts:
 * @database: a connection
 * @step_id: the oldest step to revert
 * @student_id: (nullable): only steps that touched this student
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type CeciRevert): what would be reverted, newest first
 */
GPtrArray *
ceci_history_reverts (CeciDatabase *database, const char *step_id, const char *student_id, GError **error)
{
  g_autoptr (GPtrArray) reverts = g_ptr_array_new_with_free_func (revert_free);
  g_autoptr (GError) local = NULL;
  g_auto (GStrv) rows = student_id != NULL ? rows_of_student (database, student_id, error) : NULL;
  g_autofree char *array = rows != NULL ? ceci_json_array_of ((const char *const *) rows) : NULL;

  if (student_id != NULL && rows == NULL)
    return NULL;
  CeciStatement *row = ceci_database_query (
      database, error,
      "SELECT s.id, coalesce (s.label, ''), s.at, s.who, (" PEOPLE "), EXISTS (SELECT 1 FROM change c WHERE c.step_seq "
      "= s.seq AND (c.old IS NULL AND c.new IS NULL OR c.table_name IN ('certificate', 'jury_package') AND c.operation "
      "= 'insert')) FROM step s WHERE s.seq >= (SELECT seq FROM step WHERE id = $1) AND s.kind = 'do' AND NOT coalesce "
      "((SELECT r.kind = 'undo' FROM step r WHERE r.reverts = s.id ORDER BY r.seq DESC LIMIT 1), 0) AND ($2 IS NULL OR "
      "s.seq IN (SELECT step_seq FROM change WHERE row_id IN (SELECT value FROM json_each ($2)))) ORDER BY s.seq DESC",
      "tt", step_id, array);
  if (row == NULL)
    return NULL;
  while (ceci_statement_step (row, &local)) {
    CeciRevert *revert = g_new0 (CeciRevert, 1);
    guint people = (guint) ceci_statement_integer (row, 4);

    revert->id = g_strdup (ceci_statement_text (row, 0));
    revert->label = g_strdup (ceci_statement_text (row, 1));
    revert->at = g_strdup (ceci_statement_text (row, 2));
    revert->who = g_strdup (ceci_statement_text (row, 3));
    revert->others = student_id != NULL && people > 0 ? people - 1 : 0;
    revert->lasting = ceci_statement_integer (row, 5) != 0;
    g_ptr_array_add (reverts, revert);
  }
  ceci_statement_reset (row);
  if (local == NULL)
    return g_steal_pointer (&reverts);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
