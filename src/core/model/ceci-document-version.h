// SPDX-License-Identifier: GPL-3.0-or-later
// One version of a document: which bytes, from where, in what health.
#pragma once

#include "ceci-enums.h"
#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_DOCUMENT_VERSION (ceci_document_version_get_type ())
G_DECLARE_FINAL_TYPE (CeciDocumentVersion, ceci_document_version, CECI, DOCUMENT_VERSION, CeciRecord)

const char  *ceci_document_version_get_document_id   (CeciDocumentVersion *self);
gint64       ceci_document_version_get_number        (CeciDocumentVersion *self);
const char  *ceci_document_version_get_sha256        (CeciDocumentVersion *self);
const char  *ceci_document_version_get_file_name     (CeciDocumentVersion *self);
const char  *ceci_document_version_get_media_type    (CeciDocumentVersion *self);
gint64       ceci_document_version_get_size          (CeciDocumentVersion *self);
gint64       ceci_document_version_get_pages         (CeciDocumentVersion *self);
CeciHealth   ceci_document_version_get_health        (CeciDocumentVersion *self);
const char  *ceci_document_version_get_health_detail (CeciDocumentVersion *self);
const char  *ceci_document_version_get_source        (CeciDocumentVersion *self);
const char  *ceci_document_version_get_added_at      (CeciDocumentVersion *self);

G_END_DECLS
