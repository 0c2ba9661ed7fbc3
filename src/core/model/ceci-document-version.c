// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciDocumentVersion; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-document-version.h"

struct _CeciDocumentVersion {
  CeciRecord parent_instance;

  char *document_id;
  gint64 number;
  char *sha256;
  char *file_name;
  char *media_type;
  gint64 size;
  gint64 pages;
  CeciHealth health;
  char *health_detail;
  char *source;
  char *added_at;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciDocumentVersion, document_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciDocumentVersion, number, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciDocumentVersion, sha256, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciDocumentVersion, file_name, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciDocumentVersion, media_type, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciDocumentVersion, size, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciDocumentVersion, pages, CECI_FIELD_STORED),
    CECI_FIELD_OF_ENUM (CeciDocumentVersion, health, CECI_FIELD_STORED, ceci_health_get_type),
    CECI_FIELD_OF_TEXT (CeciDocumentVersion, health_detail, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciDocumentVersion, source, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciDocumentVersion, added_at, CECI_FIELD_STORED),
};

CECI_DEFINE_RECORD (CeciDocumentVersion, ceci_document_version, "document_version");

CECI_DEFINE_GETTER (CeciDocumentVersion, ceci_document_version, const char *, document_id);
CECI_DEFINE_GETTER (CeciDocumentVersion, ceci_document_version, gint64, number);
CECI_DEFINE_GETTER (CeciDocumentVersion, ceci_document_version, const char *, sha256);
CECI_DEFINE_GETTER (CeciDocumentVersion, ceci_document_version, const char *, file_name);
CECI_DEFINE_GETTER (CeciDocumentVersion, ceci_document_version, const char *, media_type);
CECI_DEFINE_GETTER (CeciDocumentVersion, ceci_document_version, gint64, size);
CECI_DEFINE_GETTER (CeciDocumentVersion, ceci_document_version, gint64, pages);
CECI_DEFINE_GETTER (CeciDocumentVersion, ceci_document_version, CeciHealth, health);
CECI_DEFINE_GETTER (CeciDocumentVersion, ceci_document_version, const char *, health_detail);
CECI_DEFINE_GETTER (CeciDocumentVersion, ceci_document_version, const char *, source);
CECI_DEFINE_GETTER (CeciDocumentVersion, ceci_document_version, const char *, added_at);
