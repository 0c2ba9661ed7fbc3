// SPDX-License-Identifier: GPL-3.0-or-later
// SQL of erasing a person: what goes, what stays and why, and doing it. The retention schedule is in ceci-retention.c.

#include "config.h"

#include "ceci-erasure-repository.h"

#include <glib/gi18n-lib.h>

#include "ceci-person-rows.h"
#include "ceci-sql.h"
#include "core/store/ceci-erasing.h"
#include "core/store/ceci-fold.h"

// What stands in place of a name that was erased.
#define NOBODY "—"

static void
line_free (gpointer data)
{
  CeciErasureLine *line = data;

  g_free (line->what);
  g_free (line->kept);
  g_free (line);
}

void
ceci_erasure_preview_free (CeciErasurePreview *self)
{
  if (self == NULL)
    return;
  g_free (self->person_id);
  g_free (self->name);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_free (self);
}

static void
add_line (CeciErasurePreview *self, const char *what, guint n, const char *kept)
{
  CeciErasureLine *line = g_new0 (CeciErasureLine, 1);

  line->what = g_strdup (what);
  line->n = n;
  line->kept = g_strdup (kept);
  g_ptr_array_add (self->lines, line);
}

static guint
length (const char *const *ids)
{
  return g_strv_length ((char **) ids);
}

/**
 * ceci_erasure_preview:
 * @database: a connection
 * @person_id: a person's id
 * @error: return location for an error
 *
 * What the award needs stays where a certificate was issued: the name it bears, its number, the dates, the decision,
 * and the text that lets it be printed again.
 *
 * Returns: (transfer full) (nullable): what an erasure would remove, what it would leave and why
 */
CeciErasurePreview *
ceci_erasure_preview (CeciDatabase *database, const char *person_id, GError **error)
{
  g_autoptr (CeciErasurePreview) self = g_new0 (CeciErasurePreview, 1);
  g_autoptr (CeciPersonRows) rows = ceci_person_rows_new (database, person_id, error);
  guint n;
  const CeciPersonTable *tables = ceci_person_tables (&n);

  if (rows == NULL)
    return NULL;
  self->person_id = g_strdup (person_id);
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->name =
      ceci_database_text (database, error, "SELECT " SQL_DISPLAY_NAME " FROM person p WHERE p.id = $1", "t", person_id);
  g_autofree char *documents = ceci_json_array_of (ceci_person_rows_of (rows, "document"));
  self->bytes = ceci_database_integer (database, error,
                                       "SELECT coalesce (sum (size), 0) FROM document_version WHERE document_id IN "
                                       "(SELECT value FROM json_each ($1))",
                                       "t", documents);
  if (self->name == NULL || self->bytes < 0) {
    if (error != NULL && *error == NULL)
      g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NOT_FOUND, _ ("There is no such person in the register."));
    return NULL;
  }
  self->awarded = length (ceci_person_rows_of (rows, "certificate")) > 0;
  if (self->awarded)
    add_line (self, _ ("Name"), 1, _ ("The certificate bears it."));
  for (guint i = 0; i < n; i++) {
    guint found = length (ceci_person_rows_of (rows, tables[i].table));

    if (found == 0)
      continue;
    if (tables[i].kept == CECI_KEPT_AWARD)
      add_line (self, _ (tables[i].label), found,
                _ ("Whoever holds the certificate must be able to have it verified."));
    else if (g_str_equal (tables[i].table, "student"))
      add_line (self, _ (tables[i].label), found,
                _ ("The dates and the outcome are counted in statistics; the reasons go."));
    else if (g_str_equal (tables[i].table, "decision"))
      add_line (self, _ (tables[i].label), found,
                _ ("The outcome, the votes and the date stand in the minutes; the reasons go."));
    else if (g_str_equal (tables[i].table, "erasure"))
      add_line (self, _ (tables[i].label), found, _ ("They prove that a request was answered."));
    else
      add_line (self, _ (tables[i].label), found, NULL);
  }
  return g_steal_pointer (&self);
}

JsonNode *
ceci_erasure_preview_to_json (CeciErasurePreview *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "person");
  json_builder_add_string_value (builder, self->person_id);
  json_builder_set_member_name (builder, "name");
  json_builder_add_string_value (builder, self->name);
  json_builder_set_member_name (builder, "awarded");
  json_builder_add_boolean_value (builder, self->awarded);
  json_builder_set_member_name (builder, "bytes");
  json_builder_add_int_value (builder, self->bytes);
  json_builder_set_member_name (builder, "lines");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->lines->len; i++) {
    CeciErasureLine *line = self->lines->pdata[i];

    json_builder_begin_object (builder);
    json_builder_set_member_name (builder, "what");
    json_builder_add_string_value (builder, line->what);
    json_builder_set_member_name (builder, "count");
    json_builder_add_int_value (builder, line->n);
    json_builder_set_member_name (builder, "erased");
    json_builder_add_boolean_value (builder, line->kept == NULL);
    if (line->kept != NULL) {
      json_builder_set_member_name (builder, "kept");
      json_builder_add_string_value (builder, line->kept);
    }
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

// --- doing it --------------------------------------------------------------------------------------------------------

// What a return says of the dossiers named is taken out of it; NULL if it says nothing of them.
static char *
without_dossiers (const char *content, const char *const *dossiers)
{
  g_autoptr (JsonNode) node = json_from_string (content, NULL);
  JsonObject *root = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonArray *array = root != NULL && json_object_has_member (root, "dossiers")
                         ? json_object_get_array_member (root, "dossiers")
                         : NULL;
  gboolean found = FALSE;

  for (guint i = array != NULL ? json_array_get_length (array) : 0; i > 0; i--) {
    JsonObject *dossier = json_array_get_object_element (array, i - 1);

    if (!g_strv_contains (dossiers, json_object_get_string_member_with_default (dossier, "dossier", "")))
      continue;
    json_array_remove_element (array, i - 1);
    found = TRUE;
  }
  return found ? json_to_string (node, FALSE) : NULL;
}

static gboolean
erase_from_returns (CeciDatabase *database, CeciPersonRows *rows, GError **error)
{
  const char *const *dossiers = ceci_person_rows_of (rows, "dossier");
  g_autofree char *array = ceci_json_array_of (dossiers);
  g_auto (GStrv) returns = ceci_texts_of (
      database,
      "SELECT DISTINCT r.id FROM jury_return r JOIN session_juror j ON j.id = r.session_juror_id JOIN dossier d "
      "ON d.session_id = j.session_id WHERE d.id IN (SELECT value FROM json_each ($1))",
      array, error);

  for (guint i = 0; returns != NULL && returns[i] != NULL; i++) {
    g_autofree char *content =
        ceci_database_text (database, error, "SELECT content FROM jury_return WHERE id = $1", "t", returns[i]);
    g_autofree char *left = content != NULL ? without_dossiers (content, dossiers) : NULL;

    if (content == NULL ||
        (left != NULL && !ceci_database_erase_value (database, "jury_return", returns[i], "content", left, error)))
      return FALSE;
  }
  return returns != NULL;
}

// The bytes' names must be known before the rows that hold them go.
static GStrv
bytes_of (CeciDatabase *database, CeciPersonRows *rows, GError **error)
{
  g_autofree char *array = ceci_json_array_of (ceci_person_rows_of (rows, "document_version"));

  return ceci_texts_of (
      database,
      "SELECT sha256 FROM document_version WHERE id IN (SELECT value FROM json_each ($1)) UNION SELECT "
      "coalesce (json_extract (new, '$.sha256'), json_extract (old, '$.sha256')) FROM change WHERE "
      "table_name = 'document_version' AND row_id IN (SELECT value FROM json_each ($1))",
      array, error);
}

static gboolean
erase_tables (CeciDatabase *database, CeciPersonRows *rows, GError **error)
{
  guint n;
  const CeciPersonTable *tables = ceci_person_tables (&n);

  for (guint i = n; i > 0; i--) { // children first
    const CeciPersonTable *table = &tables[i - 1];
    const char *const *ids = ceci_person_rows_of (rows, table->table);

    if (*ids == NULL)
      continue;
    if (table->kept == CECI_KEPT_NOTHING) {
      if (!ceci_database_erase_rows (database, table->table, ids, error))
        return FALSE;
    } else if (*table->erased != NULL &&
               !ceci_database_erase_columns (database, table->table, ids, table->erased, error)) {
      return FALSE;
    }
  }
  return TRUE;
}

// A person whose certificate stands keeps the name it bears; another is nobody.
static gboolean
erase_name (CeciDatabase *database, const char *person_id, gboolean awarded, GError **error)
{
  g_autofree char *names =
      awarded ? ceci_database_text (database, error,
                                    "SELECT family_name || ' ' || first_name FROM person WHERE id = $1", "t", person_id)
              : g_strdup ("");
  g_autofree char *key = names != NULL ? ceci_fold (names) : NULL;

  return key != NULL &&
         (awarded || (ceci_database_erase_value (database, "person", person_id, "family_name", NOBODY, error) &&
                      ceci_database_erase_value (database, "person", person_id, "first_name", "", error))) &&
         ceci_database_erase_value (database, "person", person_id, "search_key", key, error);
}

static gboolean
record (CeciDatabase *database, const char *person_id, gboolean awarded, const char *reason, const char *today,
        GError **error)
{
  g_autoptr (CeciErasure) erasure =
      ceci_record_new (CECI_TYPE_ERASURE, "person_id", person_id, "requested_on", today, "done_on", today, "reason",
                       reason, "kept", awarded ? "name, certificate, dates, decision" : "cohort, dates, outcome", NULL);

  return ceci_record_insert (erasure, database, error);
}

/**
 * ceci_erasure_apply:
 * @database: a connection, within ceci_register_erase()
 * @person_id: a person's id
 * @reason: why, which names nobody
 * @today: the day it is
 * @error: return location for an error; %CECI_STORE_ERROR_INVALID when it is refused
 *
 * Does what ceci_erasure_preview() says. An enrolment under way is refused: the student withdraws first.
 *
 * Returns: whether it is done
 */
gboolean
ceci_erasure_apply (CeciDatabase *database, const char *person_id, const char *reason, const char *today,
                    GError **error)
{
  g_autoptr (CeciPersonRows) rows = NULL;
  gint64 enrolled = ceci_database_integer (
      database, error, "SELECT count(*) FROM student WHERE person_id = $1 AND state = 'enrolled'", "t", person_id);

  if (enrolled < 0)
    return FALSE;
  if (is_blank (reason))
    return REFUSE (error, _ ("Say why the person is erased: the reason stays in the register."));
  if (enrolled > 0)
    return REFUSE (error, _ ("This person is enrolled. Record the withdrawal first, then erase."));
  rows = ceci_person_rows_new (database, person_id, error);
  if (rows == NULL)
    return FALSE;
  gboolean awarded = *ceci_person_rows_of (rows, "certificate") != NULL;
  g_auto (GStrv) words = ceci_person_words (database, rows, person_id, error);
  g_auto (GStrv) bytes = words != NULL ? bytes_of (database, rows, error) : NULL;
  g_auto (GStrv) all = ceci_person_rows_all (rows);
  return bytes != NULL && erase_from_returns (database, rows, error) && erase_tables (database, rows, error) &&
         erase_name (database, person_id, awarded, error) &&
         ceci_database_erase_words (database, (const char *const *) all, (const char *const *) words, error) &&
         ceci_database_erase_blobs (database, (const char *const *) bytes, error) &&
         record (database, person_id, awarded, reason, today, error);
}
