// SPDX-License-Identifier: GPL-3.0-or-later
// SQL of documents and versions. The bytes are the store's; what is inside them is the renderer's.

#include "config.h"

#include "ceci-document-repository.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-sql.h"

#define DOCUMENT_SQL                                                                                                   \
  "SELECT d.*, v.id AS version_id, v.number AS versions, v.sha256, v.file_name, v.media_type, v.size, v.pages, "       \
  "v.health, "                                                                                                         \
  "v.health_detail, v.source, v.added_at, " SQL_DISPLAY_NAME " AS display_name "                                       \
  "FROM document d JOIN student s ON s.id = d.student_id JOIN person p ON p.id = s.person_id "                         \
  "LEFT JOIN document_version v ON v.document_id = d.id "                                                              \
  "AND v.number = (SELECT max(w.number) FROM document_version w WHERE w.document_id = d.id) "
// what must be there, in the order of the portfolio; then annexes; removed documents last
#define DOCUMENT_ORDER                                                                                                 \
  "CASE WHEN d.removed_on IS NULL THEN 0 ELSE 1 END, CASE d.kind WHEN 'production' THEN 0 WHEN 'reflective_analysis' " \
  "THEN 1 "                                                                                                            \
  "WHEN 'follow_up_grid' THEN 2 WHEN 'agreement' THEN 3 ELSE 4 END, d.dated_on, d.deposited_at, d.id"

GListModel *
ceci_document_repository_list (CeciDatabase *database, const char *student_id, GError **error)
{
  CeciStatement *statement = ceci_database_query (
      database, error, DOCUMENT_SQL "WHERE d.student_id = $1 ORDER BY " DOCUMENT_ORDER, "t", student_id);

  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_DOCUMENT, statement, error));
}

GListModel *
ceci_document_repository_of_cohort (CeciDatabase *database, const char *cohort_id, GError **error)
{
  CeciStatement *statement;

  if (cohort_id != NULL)
    statement = ceci_database_query (database, error,
                                     DOCUMENT_SQL "WHERE s.cohort_id = $1 ORDER BY p.search_key, s.id, " DOCUMENT_ORDER,
                                     "t", cohort_id);
  else
    statement = ceci_database_query (database, error, DOCUMENT_SQL "ORDER BY p.search_key, s.id, " DOCUMENT_ORDER, "");
  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_DOCUMENT, statement, error));
}

CeciDocument *
ceci_document_repository_find (CeciDatabase *database, const char *id, GError **error)
{
  CeciStatement *statement = ceci_database_query (database, error, DOCUMENT_SQL "WHERE d.id = $1", "t", id);

  return ceci_record_one (CECI_TYPE_DOCUMENT, statement, id, error);
}

GListModel *
ceci_document_repository_versions (CeciDatabase *database, const char *document_id, GError **error)
{
  CeciStatement *statement = ceci_database_query (
      database, error, "SELECT * FROM document_version WHERE document_id = $1 ORDER BY number DESC", "t", document_id);

  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_DOCUMENT_VERSION, statement, error));
}

GBytes *
ceci_document_repository_bytes (CeciDatabase *database, const char *document_id, GError **error)
{
  g_autoptr (CeciDocument) document = ceci_document_repository_find (database, document_id, error);

  return document != NULL ? ceci_database_get_blob (database, ceci_document_get_sha256 (document), error) : NULL;
}

static gboolean
check (CeciDocument *draft, GError **error)
{
  if (is_blank (ceci_document_get_student_id (draft)))
    return REFUSE (error, _ ("A document belongs to a student."));
  if (is_blank (ceci_document_get_title (draft)))
    return REFUSE (error, _ ("A document needs a title."));
  if (ceci_document_get_production_type (draft) != CECI_PRODUCTION_TYPE_NONE &&
      ceci_document_get_kind (draft) != CECI_DOCUMENT_KIND_PRODUCTION)
    return REFUSE (error, _ ("Only an output has a type of output. Leave it out, or make the document an output."));
  return TRUE;
}

// The document of the same student, kind and title that stands; NULL without error if none.
static CeciDocument *
find_same (CeciDatabase *database, CeciDocument *draft, GError **error)
{
  g_autofree char *kind = ceci_enum_to_column (CECI_TYPE_DOCUMENT_KIND, ceci_document_get_kind (draft));
  g_autoptr (GListModel) found = NULL;
  CeciStatement *statement = ceci_database_query (
      database, error,
      DOCUMENT_SQL "WHERE d.student_id = $1 AND d.kind = $2 AND d.title = $3 AND d.removed_on IS NULL ORDER BY d.id",
      "ttt", ceci_document_get_student_id (draft), kind, ceci_document_get_title (draft));

  found = G_LIST_MODEL (ceci_record_list (CECI_TYPE_DOCUMENT, statement, error));
  return found != NULL ? g_list_model_get_item (found, 0) : NULL;
}

static CeciDocument *
insert_document (CeciDatabase *database, CeciDocument *draft, const char *now, GError **error)
{
  const char *deposited_at = ceci_document_get_deposited_at (draft);
  g_autoptr (CeciDocument) document =
      ceci_record_with (draft, "deposited_at", deposited_at != NULL ? deposited_at : now, NULL);

  return ceci_record_insert (document, database, error) ? g_steal_pointer (&document) : NULL;
}

static gboolean
insert_version (CeciDatabase *database, CeciDocument *document, CeciDocumentVersion *draft, const char *now,
                GError **error)
{
  const char *file_name = ceci_document_version_get_file_name (draft);
  const char *media_type = ceci_document_version_get_media_type (draft);
  const char *added_at = ceci_document_version_get_added_at (draft);
  g_autoptr (CeciDocumentVersion) version = NULL;

  if (file_name == NULL)
    file_name = ceci_document_get_title (document);
  version = ceci_record_with (draft, "document_id", ceci_record_get_id (CECI_RECORD (document)), "number",
                              ceci_document_get_versions (document) + 1, "file_name", file_name, "media_type",
                              media_type != NULL ? media_type : ceci_media_type_of_file_name (file_name), "added_at",
                              added_at != NULL ? added_at : now, NULL);
  return ceci_record_insert (version, database, error);
}

// A newer file moves the day of the deposit, and the date of the document where the draft has one.
static gboolean
touch_document (CeciDatabase *database, CeciDocument *document, CeciDocument *draft, const char *now, GError **error)
{
  const char *deposited_at = ceci_document_get_deposited_at (draft);
  const char *dated_on = ceci_document_get_dated_on (draft);
  g_autoptr (CeciDocument) changed =
      ceci_record_with (document, "deposited_at", deposited_at != NULL ? deposited_at : now, "dated_on",
                        dated_on != NULL ? dated_on : ceci_document_get_dated_on (document), NULL);

  return ceci_record_update (changed, database, error);
}

// document: the one that gets a version, or NULL for a new one.
static char *
store_version (CeciDatabase *database, CeciDocument *document, CeciDocument *draft, CeciDocumentVersion *version,
               GError **error)
{
  g_autofree char *now = ceci_entropy_dup_now (ceci_database_get_entropy (database));
  g_autoptr (CeciDocument) made = document == NULL ? insert_document (database, draft, now, error) : NULL;
  CeciDocument *it = document != NULL ? document : made;

  if (it == NULL || !insert_version (database, it, version, now, error) ||
      (document != NULL && !touch_document (database, document, draft, now, error)))
    return NULL;
  return g_strdup (ceci_record_get_id (CECI_RECORD (it)));
}

char *
ceci_document_repository_add (CeciDatabase *database, CeciDocument *draft, CeciDocumentVersion *version, GBytes *bytes,
                              gboolean *new_version, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (CeciDocument) document = NULL;
  g_autoptr (CeciDocumentVersion) kept = NULL;
  g_autofree char *sha256 = NULL;

  if (new_version != NULL)
    *new_version = FALSE;
  if (!check (draft, error))
    return NULL;
  sha256 = ceci_database_put_blob (database, bytes, error);
  if (sha256 == NULL)
    return NULL;
  document = find_same (database, draft, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  if (document != NULL && g_strcmp0 (ceci_document_get_sha256 (document), sha256) == 0)
    return g_strdup (ceci_record_get_id (CECI_RECORD (document)));
  if (new_version != NULL)
    *new_version = TRUE;
  kept = ceci_record_with (version, "sha256", sha256, "size", (gint64) g_bytes_get_size (bytes), NULL);
  return store_version (database, document, draft, kept, error);
}

/**
 * ceci_document_repository_add_kept:
 * @database: a connection inside a write
 * @target: (nullable): the document that gets a version, as it was read; %NULL for a new one
 * @draft: as for ceci_document_repository_add(); of a new version, deposited_at and dated_on
 * @version: the same, with sha256 and size of bytes that ceci_database_keep_blob() kept
 * @error: return location for an error; %CECI_STORE_ERROR_CONFLICT if @target has another version since
 *
 * Returns: (transfer full): the document’s id
 */
char *
ceci_document_repository_add_kept (CeciDatabase *database, CeciDocument *target, CeciDocument *draft,
                                   CeciDocumentVersion *version, GError **error)
{
  const char *id = target != NULL ? ceci_record_get_id (CECI_RECORD (target)) : NULL;
  g_autoptr (CeciDocument) now = NULL;

  if (target == NULL)
    return check (draft, error) ? store_version (database, NULL, draft, version, error) : NULL;
  now = ceci_document_repository_find (database, id, error);
  if (now == NULL)
    return NULL;
  if (ceci_document_get_versions (now) != ceci_document_get_versions (target) ||
      ceci_document_get_removed_on (now) != NULL) {
    g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_CONFLICT,
                 _ ("“%s” was changed since the files were read. Look at them again."), ceci_document_get_title (now));
    return NULL;
  }
  return store_version (database, now, draft, version, error);
}

/**
 * ceci_document_repository_hashes:
 * @database: a connection
 * @student_id: whose documents
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): the SHA-256 of every version, to its document’s id
 */
GHashTable *
ceci_document_repository_hashes (CeciDatabase *database, const char *student_id, GError **error)
{
  g_autoptr (GHashTable) hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) failure = NULL;
  CeciStatement *statement = ceci_database_query (
      database, error,
      "SELECT v.sha256, d.id FROM document d JOIN document_version v ON v.document_id = d.id WHERE d.student_id = $1",
      "t", student_id);

  while (statement != NULL && ceci_statement_step (statement, &failure))
    g_hash_table_insert (hashes, g_strdup (ceci_statement_text (statement, 0)),
                         g_strdup (ceci_statement_text (statement, 1)));
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return statement != NULL && failure == NULL ? g_steal_pointer (&hashes) : NULL;
}

/**
 * ceci_document_repository_move:
 * @database: a connection inside a write
 * @id: a document that was put with the wrong student
 * @student_id: whose it is
 * @error: return location for an error
 *
 * The document goes with all its versions; its placement was the other student’s and is forgotten.
 *
 * Returns: whether it was stored
 */
gboolean
ceci_document_repository_move (CeciDatabase *database, const char *id, const char *student_id, GError **error)
{
  g_autoptr (CeciDocument) document = ceci_document_repository_find (database, id, error);
  g_autoptr (CeciDocument) changed = NULL;

  if (document == NULL)
    return FALSE;
  if (g_strcmp0 (ceci_document_get_student_id (document), student_id) == 0)
    return REFUSE (error, _ ("“%s” is this student’s already."), ceci_document_get_title (document));
  changed = ceci_record_with (document, "student_id", student_id, "placement_id", NULL, NULL);
  return ceci_record_update (changed, database, error);
}

static gboolean
renumber (CeciDatabase *database, CeciDocumentVersion *version, const char *document_id, gint64 number, GError **error)
{
  g_autoptr (CeciDocumentVersion) changed =
      ceci_record_with (version, "document_id", document_id, "number", number, NULL);

  return ceci_record_update (changed, database, error);
}

/**
 * ceci_document_repository_split:
 * @database: a connection inside a write
 * @version_id: a version that is another document
 * @draft: what that document is, as for ceci_document_repository_add()
 * @error: return location for an error; the only version of a document is that document
 *
 * Makes a document of a file that was taken for a version of another.
 *
 * Returns: (transfer full): the new document’s id
 */
char *
ceci_document_repository_split (CeciDatabase *database, const char *version_id, CeciDocument *draft, GError **error)
{
  g_autoptr (CeciDocumentVersion) version = ceci_record_find (CECI_TYPE_DOCUMENT_VERSION, database, version_id, error);
  g_autoptr (GListModel) versions = NULL;
  g_autoptr (CeciDocument) made = NULL;
  g_autofree char *now = ceci_entropy_dup_now (ceci_database_get_entropy (database));
  gint64 left;

  if (version == NULL || !check (draft, error))
    return NULL;
  versions = ceci_document_repository_versions (database, ceci_document_version_get_document_id (version), error);
  if (versions == NULL)
    return NULL;
  left = g_list_model_get_n_items (versions) - 1;
  if (left == 0) {
    g_set_error_literal (error, CECI_STORE_ERROR, CECI_STORE_ERROR_INVALID,
                         _ ("This is the document’s only version. Change the document’s kind or title instead."));
    return NULL;
  }
  made = insert_document (database, draft, now, error);
  if (made == NULL || !renumber (database, version, ceci_record_get_id (CECI_RECORD (made)), 1, error))
    return NULL;
  for (gint64 i = left, number = 1; i >= 0; i--) { // oldest first: each number is free when it is given
    g_autoptr (CeciDocumentVersion) other = g_list_model_get_item (versions, (guint) i);

    if (g_strcmp0 (ceci_record_get_id (CECI_RECORD (other)), version_id) != 0 &&
        !renumber (database, other, ceci_document_version_get_document_id (other), number++, error))
      return NULL;
  }
  return g_strdup (ceci_record_get_id (CECI_RECORD (made)));
}

/**
 * ceci_document_repository_renew:
 * @database: a connection inside a write
 * @version_id: a version that others replaced
 * @error: return location for an error; the newest version needs no renewing
 *
 * Adds a version with the bytes of an earlier one; those in between are kept. The day of the deposit goes back to the
 * day that the bytes came, if it was before: an office that undoes its student’s mistake makes no dossier late.
 *
 * Returns: whether it was stored
 */
gboolean
ceci_document_repository_renew (CeciDatabase *database, const char *version_id, GError **error)
{
  g_autoptr (CeciDocumentVersion) version = ceci_document_repository_version (database, version_id, error);
  g_autoptr (CeciDocument) document =
      version != NULL ? ceci_document_repository_find (database, ceci_document_version_get_document_id (version), error)
                      : NULL;
  g_autoptr (CeciDocumentVersion) draft = NULL;
  g_autoptr (CeciDocument) changed = NULL;
  g_autofree char *now = NULL;
  const char *came_at;

  if (document == NULL)
    return FALSE;
  if (g_strcmp0 (ceci_document_get_sha256 (document), ceci_document_version_get_sha256 (version)) == 0)
    return REFUSE (error, _ ("“%s” has this content already: its newest version is this very file."),
                   ceci_document_get_title (document));
  now = ceci_entropy_dup_now (ceci_database_get_entropy (database));
  draft = ceci_record_with (version, "id", NULL, "added_at", NULL, NULL);
  came_at = ceci_document_version_get_added_at (version);
  if (strcmp (came_at, ceci_document_get_deposited_at (document)) > 0)
    came_at = ceci_document_get_deposited_at (document);
  changed = ceci_record_with (document, "deposited_at", came_at, NULL);
  return insert_version (database, document, draft, now, error) && ceci_record_update (changed, database, error);
}

CeciDocumentVersion *
ceci_document_repository_version (CeciDatabase *database, const char *version_id, GError **error)
{
  return ceci_record_find (CECI_TYPE_DOCUMENT_VERSION, database, version_id, error);
}

/**
 * ceci_document_repository_version_bytes:
 * @database: a connection
 * @version_id: a version
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its bytes
 */
GBytes *
ceci_document_repository_version_bytes (CeciDatabase *database, const char *version_id, GError **error)
{
  g_autoptr (CeciDocumentVersion) version = ceci_record_find (CECI_TYPE_DOCUMENT_VERSION, database, version_id, error);

  return version != NULL ? ceci_database_get_blob (database, ceci_document_version_get_sha256 (version), error) : NULL;
}

gboolean
ceci_document_repository_change (CeciDatabase *database, CeciDocument *document, GError **error)
{
  return check (document, error) && ceci_record_update (document, database, error);
}

/**
 * ceci_document_repository_remove:
 * @database: a connection inside a write
 * @id: a document's id
 * @removed_on: the day
 * @reason: why
 * @error: return location for an error
 *
 * The document is kept and no longer counts.
 *
 * Returns: whether it was stored
 */
gboolean
ceci_document_repository_remove (CeciDatabase *database, const char *id, const char *removed_on, const char *reason,
                                 GError **error)
{
  g_autoptr (CeciDocument) document = ceci_document_repository_find (database, id, error);
  g_autoptr (CeciDocument) changed = NULL;

  if (document == NULL)
    return FALSE;
  if (is_blank (reason))
    return REFUSE (error, _ ("Removing a document needs a reason."));
  changed = ceci_record_with (document, "removed_on", removed_on, "removed_reason", reason, NULL);
  return ceci_record_update (changed, database, error);
}

gboolean
ceci_document_repository_restore (CeciDatabase *database, const char *id, GError **error)
{
  g_autoptr (CeciDocument) document = ceci_document_repository_find (database, id, error);
  g_autoptr (CeciDocument) changed = NULL;

  if (document == NULL)
    return FALSE;
  changed = ceci_record_with (document, "removed_on", NULL, "removed_reason", NULL, NULL);
  return ceci_record_update (changed, database, error);
}

const char *
ceci_media_type_of_file_name (const char *file_name)
{
  static const struct {
    const char *suffix, *type;
  } types[] = {
      {".pdf", "application/pdf"},
      {".png", "image/png"},
      {".jpg", "image/jpeg"},
      {".jpeg", "image/jpeg"},
      {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
      {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
      {".odt", "application/vnd.oasis.opendocument.text"},
      {".ods", "application/vnd.oasis.opendocument.spreadsheet"},
      {".odp", "application/vnd.oasis.opendocument.presentation"},
      {".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
      {".doc", "application/msword"},
      {".csv", "text/csv"},
      {".htm", "text/html"},
      {".html", "text/html"},
      {".zip", "application/zip"},
      {".txt", "text/plain"},
  };
  g_autofree char *lower = g_ascii_strdown (file_name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_has_suffix (lower, types[i].suffix))
      return types[i].type;
  return "application/octet-stream";
}
