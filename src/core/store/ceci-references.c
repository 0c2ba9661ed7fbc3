// SPDX-License-Identifier: GPL-3.0-or-later
// Which columns of the schema refer to a table, read from the schema itself.
#include "config.h"

#include "ceci-references.h"

static void
reference_free (gpointer data)
{
  CeciReference *reference = data;

  g_free (reference->table);
  g_free (reference->column);
  g_free (reference);
}

/**
 * ceci_references_to:
 * @database: a connection
 * @table: a table
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type CeciReference) (nullable): every column that refers to @table
 */
GPtrArray *
ceci_references_to (CeciDatabase *database, const char *table, GError **error)
{
  g_autoptr (GPtrArray) references = g_ptr_array_new_with_free_func (reference_free);
  g_autoptr (GError) local = NULL;
  CeciStatement *statement =
      ceci_database_query (database, error,
                           "SELECT s.name, f.\"from\" FROM sqlite_schema s JOIN pragma_foreign_key_list (s.name) f"
                           " WHERE s.type = 'table' AND f.\"table\" = $1 ORDER BY s.name, f.\"from\"",
                           "t", table);

  if (statement == NULL)
    return NULL;
  while (ceci_statement_step (statement, &local)) {
    CeciReference *reference = g_new0 (CeciReference, 1);

    reference->table = g_strdup (ceci_statement_text (statement, 0));
    reference->column = g_strdup (ceci_statement_text (statement, 1));
    g_ptr_array_add (references, reference);
  }
  ceci_statement_reset (statement);
  if (local == NULL)
    return g_steal_pointer (&references);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

gint64
ceci_references_count (CeciDatabase *database, const CeciReference *reference, const char *id, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT count(*) FROM \"%s\" WHERE \"%s\" = $1", reference->table, reference->column);

  return ceci_database_integer (database, error, sql, "t", id);
}

gboolean
ceci_references_move (CeciDatabase *database, const CeciReference *reference, const char *from, const char *to,
                      GError **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = $2 WHERE \"%s\" = $1", reference->table,
                                          reference->column, reference->column);

  return ceci_database_run (database, error, sql, "tt", from, to);
}
