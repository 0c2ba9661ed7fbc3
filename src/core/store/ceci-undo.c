// SPDX-License-Identifier: GPL-3.0-or-later
// Applying a step's changes backward or forward again, row by row, from the journal's JSON.
#include "config.h"
#include "ceci-journal-private.h"

#include <glib/gi18n-lib.h>

// The statements that bring back one table's rows.
typedef struct {
  char *select, *insert, *update, *remove;
} Table;

typedef struct {
  CeciDatabase *database;
  const char *label;
  gboolean backward;
  GHashTable *tables; // name to Table
} Replay;

// Tables whose rows number what leaves the office: to take one back would hand its number to another paper or package.
static const char *const lasting[] = {"certificate", "jury_package", NULL};

static void
table_free (gpointer data)
{
  Table *table = data;

  g_free (table->select);
  g_free (table->insert);
  g_free (table->update);
  g_free (table->remove);
  g_free (table);
}

static gboolean
conflict (Replay *replay, GError **error)
{
  if (replay->backward)
    g_set_error (
        error, CECI_STORE_ERROR, CECI_STORE_ERROR_CONFLICT,
        _ ("“%s” can’t be undone, because what it changed was changed again since. Undo the later step first."),
        replay->label);
  else
    g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_CONFLICT,
                 _ ("“%s” can’t be redone, because what it would change was changed since. Enter it again instead."),
                 replay->label);
  return FALSE;
}

static gboolean
refuse_lasting (Replay *replay, GError **error)
{
  g_set_error (
      error, CECI_STORE_ERROR, CECI_STORE_ERROR_CONFLICT,
      _ ("“%s” can’t be undone, because what it made may have left this computer. Revoke it, or make a new one "
         "in its place."),
      replay->label);
  return FALSE;
}

// Where only some fields of a row were erased, they stay empty whichever way its other fields are moved.
static void
refuse_erased (Replay *replay, GError **error)
{
  if (replay->backward)
    g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_CONFLICT,
                 _ ("“%s” can’t be undone, because what it changed was erased for good since."), replay->label);
  else
    g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_CONFLICT,
                 _ ("“%s” can’t be redone, because what it would change was erased for good since."), replay->label);
}

static char *
update_sql (char **columns, const char *table)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "UPDATE \"%s\" SET ", table);
  for (guint i = 0; columns[i] != NULL; i++)
    g_string_append_printf (sql, "%s\"%s\" = json_extract ($2, '$.%s')", i > 0 ? ", " : "", columns[i], columns[i]);
  g_string_append (sql, " WHERE id = $1");
  return g_string_free_and_steal (g_steal_pointer (&sql));
}

static char *
insert_sql (char **columns, const char *table)
{
  g_autofree char *names = g_strjoinv ("\", \"", columns);
  g_autofree char *values = g_strjoinv ("'), json_extract ($2, '$.", columns);

  // $1 is not needed, but has its place
  return g_strdup_printf ("INSERT INTO \"%s\" (\"%s\") SELECT json_extract ($2, '$.%s') WHERE $1 IS NOT NULL", table,
                          names, values);
}

static const Table *
find_table (Replay *replay, const char *name, GError **error)
{
  Table *table = g_hash_table_lookup (replay->tables, name);

  if (table != NULL)
    return table;
  g_auto (GStrv) columns = ceci_journal_columns (replay->database, name, error);
  g_autofree char *row = columns != NULL ? ceci_journal_row_sql (replay->database, name, "", error) : NULL;
  if (row == NULL)
    return NULL;
  table = g_new0 (Table, 1);
  table->select = g_strdup_printf ("SELECT %s FROM \"%s\" WHERE id = $1", row, name);
  table->insert = insert_sql (columns, name);
  table->update = update_sql (columns, name);
  table->remove = g_strdup_printf ("DELETE FROM \"%s\" WHERE id = $1", name);
  g_hash_table_insert (replay->tables, g_strdup (name), table);
  return table;
}

// Brings one row from the values it must have now to those it shall have; NULL stands for no row.
static gboolean
move_row (Replay *replay, const char *name, const char *id, const char *from, const char *to, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (to == NULL && replay->backward && g_strv_contains (lasting, name))
    return refuse_lasting (replay, error);
  const Table *table = find_table (replay, name, error);
  if (table == NULL)
    return FALSE;
  g_autofree char *present = ceci_database_text (replay->database, &local, table->select, "t", id);
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  if (g_strcmp0 (present, from) != 0)
    return conflict (replay, error);
  if (to == NULL)
    return ceci_database_run (replay->database, error, table->remove, "t", id);
  return ceci_database_run (replay->database, error, from == NULL ? table->insert : table->update, "tt", id, to);
}

static gboolean
move_rows (Replay *replay, CeciStatement *change, GError **error)
{
  g_autoptr (GError) local = NULL;
  guint from = replay->backward ? 3 : 2, to = replay->backward ? 2 : 3;

  while (ceci_statement_step (change, &local)) {
    if (ceci_statement_is_null (change, 2) && ceci_statement_is_null (change, 3)) {
      refuse_erased (replay, &local);
      break;
    }
    if (!move_row (replay, ceci_statement_text (change, 0), ceci_statement_text (change, 1),
                   ceci_statement_text (change, from), ceci_statement_text (change, to), &local))
      break;
  }
  ceci_statement_reset (change);
  if (local == NULL)
    return TRUE;
  if (g_error_matches (local, CECI_STORE_ERROR, CECI_STORE_ERROR_CONSTRAINT))
    return conflict (replay, error); // another row took what this one needs
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * ceci_journal_replay:
 * @database: the connection, inside a write step
 * @step_id: a step of kind do
 * @label: its label, for sentences
 * @backward: whether to take its changes back, or to make them again
 * @error: where to say what went wrong; %CECI_STORE_ERROR_CONFLICT if a row is not as the step left it
 *
 * References between rows are checked when the transaction is committed.
 *
 * Returns: whether every row was brought back
 */
gboolean
ceci_journal_replay (CeciDatabase *database, const char *step_id, const char *label, gboolean backward, GError **error)
{
  g_autoptr (GHashTable) tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, table_free);
  Replay replay = {database, label, backward, tables};
  g_autofree char *sql =
      g_strdup_printf ("SELECT table_name, row_id, old, new FROM change JOIN step ON step_seq = seq WHERE id = $1 "
                       "ORDER BY ordinal %s",
                       backward ? "DESC" : "ASC");

  if (!ceci_database_execute (database, "PRAGMA defer_foreign_keys = ON", error))
    return FALSE;
  CeciStatement *change = ceci_database_query (database, error, sql, "t", step_id);
  return change != NULL && move_rows (&replay, change, error);
}
