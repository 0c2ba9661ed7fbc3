// SPDX-License-Identifier: GPL-3.0-or-later
// The triggers that write the journal, generated from the schema as it stands: no table is forgotten, no column left
// out.
#include "config.h"
#include "ceci-journal-private.h"

#include <glib/gi18n-lib.h>

static GStrv
names (CeciDatabase *database, const char *sql, const char *parameter, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  CeciStatement *statement = ceci_database_query (database, error, sql, parameter != NULL ? "t" : "", parameter);

  if (statement == NULL)
    return NULL;
  while (ceci_statement_step (statement, &local))
    g_strv_builder_add (builder, ceci_statement_text (statement, 0));
  ceci_statement_reset (statement);
  if (local == NULL)
    return g_strv_builder_end (builder);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

GPtrArray *
ceci_journal_tables (CeciDatabase *database, GError **error)
{
  g_auto (GStrv) tables =
      names (database,
             "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
             " AND name NOT IN ('step', 'change', 'redaction', 'blob') ORDER BY name",
             NULL, error);

  return tables != NULL ? g_ptr_array_new_take_null_terminated ((gpointer *) g_steal_pointer (&tables), g_free) : NULL;
}

GStrv
ceci_journal_columns (CeciDatabase *database, const char *table, GError **error)
{
  return names (database, "SELECT name FROM pragma_table_info ($1) ORDER BY cid", table, error);
}

// JSON writes a real number with fifteen digits, which is not always the number: seventeen are.
static void
append_column (GString *sql, const char *prefix, const char *column, gboolean real)
{
  if (real)
    g_string_append_printf (sql,
                            "'%s', json (CASE WHEN %s\"%s\" IS NULL THEN 'null' ELSE format ('%%!.17g', %s\"%s\") END)",
                            column, prefix, column, prefix, column);
  else
    g_string_append_printf (sql, "'%s', %s\"%s\"", column, prefix, column);
}

char *
ceci_journal_row_sql (CeciDatabase *database, const char *table, const char *prefix, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GString) sql = g_string_new (NULL);
  CeciStatement *column = ceci_database_query (
      database, error, "SELECT name, type = 'REAL' FROM pragma_table_info ($1) ORDER BY cid", "t", table);

  if (column == NULL)
    return NULL;
  while (ceci_statement_step (column, &local)) {
    g_string_append (sql, sql->len == 0 ? "json_object (" : ", ");
    append_column (sql, prefix, ceci_statement_text (column, 0), ceci_statement_integer (column, 1) != 0);
  }
  ceci_statement_reset (column);
  g_string_append_c (sql, ')');
  if (local == NULL)
    return g_string_free_and_steal (g_steal_pointer (&sql));
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

gboolean
ceci_journal_drop_triggers (CeciDatabase *database, GError **error)
{
  g_auto (GStrv) triggers = names (database, "SELECT name FROM sqlite_schema WHERE type = 'trigger'", NULL, error);

  if (triggers == NULL)
    return FALSE;
  for (guint i = 0; triggers[i] != NULL; i++) {
    g_autofree char *sql = g_strdup_printf ("DROP TRIGGER \"%s\"", triggers[i]);

    if (!ceci_database_execute (database, sql, error))
      return FALSE;
  }
  return TRUE;
}

// A table's three triggers: name to SQL.
static gboolean
add_triggers (CeciDatabase *database, const char *table, GHashTable *triggers, GError **error)
{
  static const struct {
    const char *operation, *row;
    gboolean old, new;
  } kinds[] = {{"insert", "NEW", FALSE, TRUE}, {"update", "OLD", TRUE, TRUE}, {"delete", "OLD", TRUE, FALSE}};
  g_autofree char *old_row = ceci_journal_row_sql (database, table, "OLD.", error);
  g_autofree char *new_row = old_row != NULL ? ceci_journal_row_sql (database, table, "NEW.", error) : NULL;

  if (new_row == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    gboolean update = kinds[i].old && kinds[i].new;
    g_autofree char *when = update ? g_strdup_printf (" WHEN %s IS NOT %s", old_row, new_row) : NULL;
    char *name = g_strdup_printf ("journal_%s_%s", kinds[i].operation, table);
    char *sql = g_strdup_printf (
        "CREATE TRIGGER %s AFTER %s ON \"%s\" FOR EACH ROW%s BEGIN %s"
        "INSERT INTO change (step_seq, ordinal, table_name, row_id, operation, old, new) SELECT seq, "
        "coalesce ((SELECT max (ordinal) FROM change WHERE step_seq = seq), 0) + 1, '%s', %s.id, '%s', %s, %s "
        "FROM step ORDER BY seq DESC LIMIT 1; END",
        name, kinds[i].operation, table, when != NULL ? when : "",
        update ? "SELECT RAISE (ABORT, 'the id of a row never changes') WHERE NEW.id IS NOT OLD.id; " : "", table,
        kinds[i].row, kinds[i].operation, kinds[i].old ? old_row : "NULL", kinds[i].new ? new_row : "NULL");

    g_hash_table_insert (triggers, name, sql);
  }
  return TRUE;
}

static GHashTable *
wanted_triggers (CeciDatabase *database, GError **error)
{
  g_autoptr (GHashTable) triggers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) tables = ceci_journal_tables (database, error);

  if (tables == NULL)
    return NULL;
  for (guint i = 0; i < tables->len; i++)
    if (!add_triggers (database, tables->pdata[i], triggers, error))
      return NULL;
  return g_steal_pointer (&triggers);
}

gboolean
ceci_journal_make_triggers (CeciDatabase *database, GError **error)
{
  g_autoptr (GHashTable) triggers = wanted_triggers (database, error);
  g_autoptr (GPtrArray) ordered = triggers != NULL ? g_hash_table_get_values_as_ptr_array (triggers) : NULL;

  if (ordered == NULL || !ceci_journal_drop_triggers (database, error))
    return FALSE;
  g_ptr_array_sort_values (ordered, (GCompareFunc) g_strcmp0); // the same file twice
  for (guint i = 0; i < ordered->len; i++)
    if (!ceci_database_execute (database, ordered->pdata[i], error))
      return FALSE;
  return TRUE;
}

/**
 * ceci_journal_check_triggers:
 * @database: a connection
 * @problems: (element-type utf8): a sentence is added for each trigger that is not what the schema asks for
 * @error: where to say what went wrong
 *
 * Returns: whether all could be looked at
 */
gboolean
ceci_journal_check_triggers (CeciDatabase *database, GPtrArray *problems, GError **error)
{
  g_autoptr (GHashTable) triggers = wanted_triggers (database, error);
  g_autoptr (GError) local = NULL;
  GHashTableIter iter;
  gpointer name, sql;

  if (triggers == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, triggers);
  while (g_hash_table_iter_next (&iter, &name, &sql)) {
    g_autofree char *present = ceci_database_text (
        database, &local, "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = $1", "t", name);

    if (local == NULL && g_strcmp0 (present, sql) != 0)
      g_ptr_array_add (problems, g_strdup_printf (_ ("The journal no longer sees every change (%s): restore a backup."),
                                                  (const char *) name));
  }
  gint64 n = local == NULL ? ceci_database_integer (database, &local,
                                                    "SELECT count (*) FROM sqlite_schema WHERE type = 'trigger'", "")
                           : 0;
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  if (n > (gint64) g_hash_table_size (triggers))
    g_ptr_array_add (problems, g_strdup (_ ("Something added rules of its own to the register: restore a backup.")));
  return TRUE;
}
