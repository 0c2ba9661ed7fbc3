// SPDX-License-Identifier: GPL-3.0-or-later
// The documents of portfolios and their versions; their bytes lie in the store.
#pragma once

#include "ceci-document.h"
#include "ceci-document-version.h"

G_BEGIN_DECLS

GListModel          *ceci_document_repository_list     (CeciDatabase *database, const char *student_id, GError **error); // with the newest version; removed ones last
GListModel          *ceci_document_repository_of_cohort (CeciDatabase *database, const char *cohort_id, GError **error); // NULL: all
CeciDocument        *ceci_document_repository_find     (CeciDatabase *database, const char *id, GError **error);
GListModel          *ceci_document_repository_versions (CeciDatabase *database, const char *document_id, GError **error); // newest first
GBytes              *ceci_document_repository_bytes    (CeciDatabase *database, const char *document_id, GError **error); // of the newest version
/**
 * ceci_document_repository_add:
 * @database: a connection inside a write
 * @draft: student_id, kind, title; perhaps production_type, dated_on, placement_id, deposited_at (else now)
 * @version: file_name, media_type; perhaps pages, health, health_detail, source
 * @bytes: the file
 * @new_version: (out) (optional): whether bytes were added to the register; %FALSE when the newest version has the very same
 * @error: return location for an error
 *
 * Adds a document, or a version to the one of the same kind and title that is not removed.
 *
 * Returns: (transfer full): the document’s id
 */
char                *ceci_document_repository_add      (CeciDatabase *database, CeciDocument *draft, CeciDocumentVersion *version, GBytes *bytes, gboolean *new_version, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char                *ceci_document_repository_add_kept (CeciDatabase *database, CeciDocument *target, CeciDocument *draft, CeciDocumentVersion *version, GError **error) G_GNUC_WARN_UNUSED_RESULT; // bytes kept before
GHashTable          *ceci_document_repository_hashes   (CeciDatabase *database, const char *student_id, GError **error) G_GNUC_WARN_UNUSED_RESULT; // of every version, to its document’s id
gboolean             ceci_document_repository_move     (CeciDatabase *database, const char *id, const char *student_id, GError **error); // to the student whose it is
char                *ceci_document_repository_split    (CeciDatabase *database, const char *version_id, CeciDocument *draft, GError **error) G_GNUC_WARN_UNUSED_RESULT; // a version that is another document
gboolean             ceci_document_repository_renew    (CeciDatabase *database, const char *version_id, GError **error); // an earlier version is the newest again
CeciDocumentVersion *ceci_document_repository_version  (CeciDatabase *database, const char *version_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes              *ceci_document_repository_version_bytes (CeciDatabase *database, const char *version_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean             ceci_document_repository_change   (CeciDatabase *database, CeciDocument *document, GError **error);
gboolean             ceci_document_repository_remove   (CeciDatabase *database, const char *id, const char *removed_on, const char *reason, GError **error); // kept, and says so
gboolean             ceci_document_repository_restore  (CeciDatabase *database, const char *id, GError **error);
const char          *ceci_media_type_of_file_name      (const char *file_name); // application/pdf, image/png, …, application/octet-stream

G_END_DECLS
