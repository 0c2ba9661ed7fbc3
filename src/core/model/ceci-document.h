// SPDX-License-Identifier: GPL-3.0-or-later
// A piece of a portfolio, with its newest version.
#pragma once

#include "ceci-enums.h"
#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_DOCUMENT (ceci_document_get_type ())
G_DECLARE_FINAL_TYPE (CeciDocument, ceci_document, CECI, DOCUMENT, CeciRecord)

const char        *ceci_document_get_student_id      (CeciDocument *self);
const char        *ceci_document_get_placement_id    (CeciDocument *self);
CeciDocumentKind   ceci_document_get_kind            (CeciDocument *self);
CeciProductionType ceci_document_get_production_type (CeciDocument *self);
const char        *ceci_document_get_title           (CeciDocument *self);
const char        *ceci_document_get_dated_on        (CeciDocument *self);
const char        *ceci_document_get_deposited_at    (CeciDocument *self);
const char        *ceci_document_get_removed_on      (CeciDocument *self);
const char        *ceci_document_get_removed_reason  (CeciDocument *self);

// joined by the repository
const char        *ceci_document_get_version_id      (CeciDocument *self);
gint64             ceci_document_get_versions        (CeciDocument *self);
const char        *ceci_document_get_sha256          (CeciDocument *self);
const char        *ceci_document_get_file_name       (CeciDocument *self);
const char        *ceci_document_get_media_type      (CeciDocument *self);
gint64             ceci_document_get_size            (CeciDocument *self);
gint64             ceci_document_get_pages           (CeciDocument *self);
CeciHealth         ceci_document_get_health          (CeciDocument *self);
const char        *ceci_document_get_health_detail   (CeciDocument *self);
const char        *ceci_document_get_source          (CeciDocument *self);
const char        *ceci_document_get_added_at        (CeciDocument *self);
const char        *ceci_document_get_display_name    (CeciDocument *self);

G_END_DECLS
