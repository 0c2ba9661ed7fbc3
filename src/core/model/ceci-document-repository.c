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
insert_version (CeciDatabase *database, CeciDocument *document, CeciDocumentVersion *draft, gsize size,
                const char *sha256, const char *now, GError **error)
{
  const char *file_name = ceci_document_version_get_file_name (draft);
  const char *media_type = ceci_document_version_get_media_type (draft);
  const char *added_at = ceci_document_version_get_added_at (draft);
  g_autoptr (CeciDocumentVersion) version = NULL;

  if (file_name == NULL)
    file_name = ceci_document_get_title (document);
  version = ceci_record_with (draft, "document_id", ceci_record_get_id (CECI_RECORD (document)), "number",
                              ceci_document_get_versions (document) + 1, "sha256", sha256, "size", (gint64) size,
                              "file_name", file_name, "media_type",
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

char *
ceci_document_repository_add (CeciDatabase *database, CeciDocument *draft, CeciDocumentVersion *version, GBytes *bytes,
                              gboolean *new_version, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (CeciDocument) document = NULL;
  g_autofree char *sha256 = NULL;
  g_autofree char *now = ceci_entropy_dup_now (ceci_database_get_entropy (database));
  gboolean stands;

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
  stands = document != NULL;
  if (stands && g_strcmp0 (ceci_document_get_sha256 (document), sha256) == 0)
    return g_strdup (ceci_record_get_id (CECI_RECORD (document)));
  if (!stands)
    document = insert_document (database, draft, now, error);
  if (document == NULL || !insert_version (database, document, version, g_bytes_get_size (bytes), sha256, now, error) ||
      (stands && !touch_document (database, document, draft, now, error)))
    return NULL;

  if (new_version != NULL)
    *new_version = TRUE;
  return g_strdup (ceci_record_get_id (CECI_RECORD (document)));
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
      {".txt", "text/plain"},
  };
  g_autofree char *lower = g_ascii_strdown (file_name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_has_suffix (lower, types[i].suffix))
      return types[i].type;
  return "application/octet-stream";
}
