// SPDX-License-Identifier: GPL-3.0-or-later
// Taking values out of the tables and out of the journal's past. The digests stay, so that the chain can still be
// verified; what is left of a change gets a salted digest of its own, chained with the step that erased.
#include "config.h"
#include "ceci-erasing.h"

#include <glib/gi18n-lib.h>
#include "ceci-journal-private.h"

static gboolean
may_erase (CeciDatabase *self, GError **error)
{
  if (ceci_database_get_erasing (self) != 0)
    return TRUE;
  g_set_error_literal (error, CECI_STORE_ERROR, CECI_STORE_ERROR_FAILED,
                       _ ("Values are erased by a step of their own. Nothing was erased."));
  return FALSE;
}

static void
append_quoted (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (const char *at = text; *at != '\0'; at++) {
    if (*at == '"' || *at == '\\')
      g_string_append_c (json, '\\');
    g_string_append_c (json, *at);
  }
  g_string_append_c (json, '"');
}

// A list as a JSON array, which SQL can look into. Identifiers and names of columns hold nothing that needs more care.
static char *
array_of (const char *const *texts)
{
  g_autoptr (GString) json = g_string_new ("[");

  for (guint i = 0; texts[i] != NULL; i++) {
    g_string_append (json, i > 0 ? "," : "");
    append_quoted (json, texts[i]);
  }
  g_string_append_c (json, ']');
  return g_string_free_and_steal (g_steal_pointer (&json));
}

// What an erased column holds: «"gender" = NULL» for the table, «, '$.gender', NULL» for the journal.
static gboolean
blanks_of (CeciDatabase *self, const char *table, const char *const *columns, GString *now, GString *past,
           GError **error)
{
  g_autoptr (GError) local = NULL;
  CeciStatement *column = ceci_database_query (
      self, error,
      "SELECT name, CASE WHEN \"notnull\" = 0 THEN 'NULL' WHEN type = 'TEXT' THEN '''''' ELSE '0' END"
      " FROM pragma_table_info ($1) WHERE name <> 'id'",
      "t", table);
  guint found = 0;

  if (column == NULL)
    return FALSE;
  while (ceci_statement_step (column, &local)) {
    const char *name = ceci_statement_text (column, 0);

    if (!g_strv_contains (columns, name))
      continue;
    g_string_append_printf (now, "%s\"%s\" = %s", found++ > 0 ? ", " : "", name, ceci_statement_text (column, 1));
    g_string_append_printf (past, ", '$.%s', %s", name, ceci_statement_text (column, 1));
  }
  ceci_statement_reset (column);
  if (local == NULL && found == g_strv_length ((char **) columns))
    return TRUE;
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_FAILED, "“%s” has no such column to erase", table);
  return FALSE;
}

// Notes which changes of earlier steps a redaction touches. condition speaks of change c.
static gboolean
note_redactions (CeciDatabase *self, const char *condition, const char *fields, const char *table, const char *ids,
                 const char *left, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO redaction (step_seq, change_seq, ordinal, fields) SELECT $1, step_seq, ordinal, $2 FROM change "
      "WHERE table_name = $3 AND row_id IN (SELECT value FROM json_each ($4)) AND step_seq < $1 AND (%s) "
      "ON CONFLICT (change_seq, ordinal, step_seq) DO UPDATE SET fields = CASE WHEN excluded.fields IS NULL THEN NULL "
      "ELSE (SELECT json_group_array (value) FROM (SELECT value FROM json_each (redaction.fields) UNION SELECT value "
      "FROM json_each (excluded.fields) ORDER BY value)) END",
      condition);

  return ceci_database_run (self, error, sql, "itttt", ceci_database_get_erasing (self), fields, table, ids, left);
}

// Replaces values in all that the journal holds of these rows. The step under way has no digests yet: it needs no
// redaction.
static gboolean
redact (CeciDatabase *self, const char *table, const char *ids, const char *columns, const char *blanks,
        const char *left, GError **error)
{
  g_autofree char *differs =
      g_strdup_printf ("json_replace (old%s) IS NOT old OR json_replace (new%s) IS NOT new", blanks, blanks);
  g_autofree char *sql =
      g_strdup_printf ("UPDATE change SET old = json_replace (old%s), new = json_replace (new%s), salt = NULL "
                       "WHERE table_name = $1 AND row_id IN (SELECT value FROM json_each ($2)) AND (%s)",
                       blanks, blanks, differs);

  return note_redactions (self, differs, columns, table, ids, left, error) &&
         ceci_database_run (self, error, sql, "ttnnt", table, ids, left);
}

/**
 * ceci_database_erase_columns:
 * @self: the connection, within the work of ceci_register_erase()
 * @table: a journaled table
 * @ids: (array zero-terminated=1): rows, which may be gone from the table and stand in the journal alone
 * @columns: (array zero-terminated=1): what to erase of them
 * @error: where to say what went wrong
 *
 * Returns: whether the values are gone, from the table and from every change of these rows
 */
gboolean
ceci_database_erase_columns (CeciDatabase *self, const char *table, const char *const *ids, const char *const *columns,
                             GError **error)
{
  g_autoptr (GString) now = g_string_new (NULL);
  g_autoptr (GString) past = g_string_new (NULL);
  g_autofree char *rows = array_of (ids);
  g_autofree char *names = array_of (columns);

  if (!may_erase (self, error) || !blanks_of (self, table, columns, now, past, error))
    return FALSE;
  g_autofree char *sql =
      g_strdup_printf ("UPDATE \"%s\" SET %s WHERE id IN (SELECT value FROM json_each ($1))", table, now->str);
  return ceci_database_run (self, error, sql, "t", rows) && redact (self, table, rows, names, past->str, NULL, error);
}

/**
 * ceci_database_erase_value:
 * @self: the connection, within the work of ceci_register_erase()
 * @table: a journaled table
 * @id: a row of it
 * @column: one of its columns
 * @left: what stands there instead, now and in every change of this row
 * @error: where to say what went wrong
 *
 * For a value of which only a part is erased.
 *
 * Returns: whether it was replaced
 */
gboolean
ceci_database_erase_value (CeciDatabase *self, const char *table, const char *id, const char *column, const char *left,
                           GError **error)
{
  g_autofree char *rows = array_of ((const char *const[]) {id, NULL});
  g_autofree char *names = array_of ((const char *const[]) {column, NULL});
  g_autofree char *sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = $2 WHERE id = $1", table, column);
  g_autofree char *past = g_strdup_printf (", '$.%s', $5", column);

  return may_erase (self, error) && ceci_database_run (self, error, sql, "tt", id, left) &&
         redact (self, table, rows, names, past, left, error);
}

/**
 * ceci_database_erase_rows:
 * @self: the connection, within the work of ceci_register_erase()
 * @table: a journaled table
 * @ids: (array zero-terminated=1): rows, which may be gone from the table and stand in the journal alone
 * @error: where to say what went wrong
 *
 * References between rows are checked when the step is committed.
 *
 * Returns: whether they are gone with all that the journal held of them
 */
gboolean
ceci_database_erase_rows (CeciDatabase *self, const char *table, const char *const *ids, GError **error)
{
  static const char *const whole = "old IS NOT NULL OR new IS NOT NULL";
  g_autofree char *rows = array_of (ids);
  g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE id IN (SELECT value FROM json_each ($1))", table);

  return may_erase (self, error) && ceci_database_execute (self, "PRAGMA defer_foreign_keys = ON", error) &&
         ceci_database_run (self, error, sql, "t", rows) &&
         note_redactions (self, whole, NULL, table, rows, NULL, error) &&
         ceci_database_run (self, error,
                            "UPDATE change SET old = NULL, new = NULL, salt = NULL WHERE table_name = $1 AND row_id IN "
                            "(SELECT value FROM json_each ($2))",
                            "tt", table, rows);
}

// The length of word in bytes if text begins with it, whatever the case and however its accents are written; else 0.
static gsize
begins_with (const char *text, const char *folded)
{
  glong longest = g_utf8_strlen (folded, -1) * 2 + 1;
  const char *end = text;

  for (glong i = 0; i < longest && *end != '\0'; i++) {
    end = g_utf8_next_char (end);
    g_autofree char *part = g_utf8_normalize (text, end - text, G_NORMALIZE_ALL);
    g_autofree char *part_folded = part != NULL ? g_utf8_casefold (part, -1) : NULL;

    if (g_strcmp0 (part_folded, folded) == 0 && !g_unichar_isalnum (g_utf8_get_char (end)) &&
        !g_unichar_ismark (g_utf8_get_char (end)))
      return (gsize) (end - text);
  }
  return 0;
}

/**
 * ceci_words_taken_out:
 * @text: a sentence
 * @words: (array zero-terminated=1): names and the like, of one or more words
 *
 * Returns: (transfer full) (nullable): @text with … where one of @words stood by itself; %NULL if none does
 */
char *
ceci_words_taken_out (const char *text, const char *const *words)
{
  g_autoptr (GString) left = g_string_new (NULL);
  g_auto (GStrv) folded = g_new0 (char *, g_strv_length ((char **) words) + 1);
  gboolean found = FALSE;
  gunichar before = ' ';

  for (guint i = 0; words[i] != NULL; i++) {
    g_autofree char *normal = g_utf8_normalize (words[i], -1, G_NORMALIZE_ALL);

    folded[i] = g_utf8_casefold (normal != NULL ? normal : "", -1);
  }
  for (const char *at = text; *at != '\0';) {
    gsize length = 0;

    for (guint i = 0; folded[i] != NULL && !g_unichar_isalnum (before); i++)
      length = *folded[i] != '\0' ? MAX (length, begins_with (at, folded[i])) : length;
    found |= length > 0;
    before = g_utf8_get_char (at);
    if (length > 0)
      g_string_append (left, "…");
    else
      g_string_append_unichar (left, before);
    at = length > 0 ? at + length : g_utf8_next_char (at);
  }
  return found ? g_string_free_and_steal (g_steal_pointer (&left)) : NULL;
}

// The labels to change: pairs of sequence and what is left.
static GPtrArray *
labels_left (CeciDatabase *self, const char *rows, const char *const *words, GArray *sequences, GError **error)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local = NULL;
  CeciStatement *step = ceci_database_query (
      self, error,
      "SELECT seq, label FROM step WHERE label IS NOT NULL AND seq < $2 AND seq IN (SELECT step_seq FROM change "
      "WHERE row_id IN (SELECT value FROM json_each ($1)))",
      "ti", rows, ceci_database_get_erasing (self));

  if (step == NULL)
    return NULL;
  while (ceci_statement_step (step, &local)) {
    gint64 sequence = ceci_statement_integer (step, 0);
    char *label = ceci_words_taken_out (ceci_statement_text (step, 1), words);

    if (label == NULL)
      continue;
    g_ptr_array_add (left, label);
    g_array_append_val (sequences, sequence);
  }
  ceci_statement_reset (step);
  if (local == NULL)
    return g_steal_pointer (&left);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * ceci_database_erase_words:
 * @self: the connection, within the work of ceci_register_erase()
 * @ids: (array zero-terminated=1): rows
 * @words: (array zero-terminated=1): the names of the person they are of
 * @error: where to say what went wrong
 *
 * Returns: whether the labels of all the steps that touched one of the rows name nobody by @words any more
 */
gboolean
ceci_database_erase_words (CeciDatabase *self, const char *const *ids, const char *const *words, GError **error)
{
  g_autofree char *rows = array_of (ids);
  g_autoptr (GArray) sequences = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 now = ceci_database_get_erasing (self);
  g_autoptr (GPtrArray) left = may_erase (self, error) ? labels_left (self, rows, words, sequences, error) : NULL;

  if (left == NULL)
    return FALSE;
  for (guint i = 0; i < left->len; i++) {
    gint64 sequence = g_array_index (sequences, gint64, i);

    if (!ceci_database_run (self, error, "UPDATE step SET label = $1, label_salt = NULL WHERE seq = $2", "ti",
                            left->pdata[i], sequence) ||
        !ceci_database_run (self, error,
                            "INSERT INTO redaction (step_seq, change_seq, ordinal, fields) VALUES ($1, $2, 0, NULL) "
                            "ON CONFLICT (change_seq, ordinal, step_seq) DO NOTHING",
                            "ii", now, sequence))
      return FALSE;
  }
  return TRUE;
}

// Forgets the names of bytes that some row, or some change that could bring a row back, still refers to.
static gboolean
spare_referred (CeciDatabase *self, const char *table, const char *column, GHashTable *unused, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *sql = g_strdup_printf (
      "SELECT \"%s\" FROM \"%s\" UNION SELECT json_extract (old, '$.%s') FROM change WHERE table_name = '%s' UNION "
      "SELECT json_extract (new, '$.%s') FROM change WHERE table_name = '%s'",
      column, table, column, table, column, table);
  CeciStatement *name = ceci_database_query (self, error, sql, "");

  if (name == NULL)
    return FALSE;
  while (ceci_statement_step (name, &local))
    if (!ceci_statement_is_null (name, 0))
      g_hash_table_remove (unused, ceci_statement_text (name, 0));
  ceci_statement_reset (name);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
spare_all_referred (CeciDatabase *self, GHashTable *unused, GError **error)
{
  g_autoptr (GPtrArray) tables = ceci_journal_tables (self, error);
  g_autoptr (GError) local = NULL;

  for (guint i = 0; tables != NULL && i < tables->len; i++) {
    g_autofree char *column =
        ceci_database_text (self, &local, "SELECT \"from\" FROM pragma_foreign_key_list ($1) WHERE \"table\" = 'blob'",
                            "t", tables->pdata[i]);

    if (local == NULL && (column == NULL || spare_referred (self, tables->pdata[i], column, unused, &local)))
      continue;
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  return tables != NULL;
}

/**
 * ceci_database_erase_blobs:
 * @self: the connection, within the work of ceci_register_erase(), once the rows that named them are erased
 * @sha256s: (array zero-terminated=1): the names of documents' bytes
 * @error: where to say what went wrong
 *
 * Returns: whether the bytes that nothing else refers to are gone
 */
gboolean
ceci_database_erase_blobs (CeciDatabase *self, const char *const *sha256s, GError **error)
{
  g_autoptr (GHashTable) unused = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer sha256;

  for (guint i = 0; sha256s[i] != NULL; i++)
    g_hash_table_add (unused, (gpointer) sha256s[i]);
  if (!may_erase (self, error))
    return FALSE;
  if (g_hash_table_size (unused) == 0)
    return TRUE;
  if (!spare_all_referred (self, unused, error))
    return FALSE;
  g_hash_table_iter_init (&iter, unused);
  while (g_hash_table_iter_next (&iter, &sha256, NULL))
    if (!ceci_database_run (self, error, "DELETE FROM blob WHERE sha256 = $1", "t", sha256))
      return FALSE;
  return TRUE;
}
