// SPDX-License-Identifier: GPL-3.0-or-later
// One document of a dossier, as frozen in a package.
#pragma once

#include "core/model/ceci-record.h"

G_BEGIN_DECLS

// Properties: sha256, title, file-name, kind, kind-label, media-type, dated-on (nullable), pages (-1 unknown), size.
#define CECI_TYPE_PACKAGE_DOCUMENT (ceci_package_document_get_type ())
G_DECLARE_FINAL_TYPE (CeciPackageDocument, ceci_package_document, CECI, PACKAGE_DOCUMENT, CeciRecord)

const char *ceci_package_document_get_sha256     (CeciPackageDocument *self);
const char *ceci_package_document_get_title      (CeciPackageDocument *self);
const char *ceci_package_document_get_file_name  (CeciPackageDocument *self);
const char *ceci_package_document_get_kind       (CeciPackageDocument *self); // as in the register: production, reflective_analysis, …
const char *ceci_package_document_get_kind_label (CeciPackageDocument *self); // translated: «Minutes», «Reflective analysis»
const char *ceci_package_document_get_media_type (CeciPackageDocument *self);
const char *ceci_package_document_get_dated_on   (CeciPackageDocument *self);
gint64      ceci_package_document_get_pages      (CeciPackageDocument *self);
gint64      ceci_package_document_get_size       (CeciPackageDocument *self);

CeciPackageDocument *ceci_package_document_new_from_json (JsonObject *object) G_GNUC_WARN_UNUSED_RESULT; // NULL if it is not sound

G_END_DECLS
