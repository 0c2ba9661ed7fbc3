// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciDocument; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-document.h"

struct _CeciDocument {
  CeciRecord parent_instance;

  char *student_id;
  char *placement_id;
  CeciDocumentKind kind;
  CeciProductionType production_type;
  char *title;
  char *dated_on;
  char *deposited_at;
  char *removed_on;
  char *removed_reason;
  char *version_id;
  gint64 versions;
  char *sha256;
  char *file_name;
  char *media_type;
  gint64 size;
  gint64 pages;
  CeciHealth health;
  char *health_detail;
  char *source;
  char *added_at;
  char *display_name;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciDocument, student_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciDocument, placement_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_ENUM (CeciDocument, kind, CECI_FIELD_STORED, ceci_document_kind_get_type),
    CECI_FIELD_OF_ENUM (CeciDocument, production_type, CECI_FIELD_STORED, ceci_production_type_get_type),
    CECI_FIELD_OF_TEXT (CeciDocument, title, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciDocument, dated_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciDocument, deposited_at, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciDocument, removed_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciDocument, removed_reason, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciDocument, version_id, CECI_FIELD_JOINED),
    CECI_FIELD_OF_INTEGER (CeciDocument, versions, CECI_FIELD_JOINED | CECI_FIELD_ZERO),
    CECI_FIELD_OF_TEXT (CeciDocument, sha256, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciDocument, file_name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciDocument, media_type, CECI_FIELD_JOINED),
    CECI_FIELD_OF_INTEGER (CeciDocument, size, CECI_FIELD_JOINED),
    CECI_FIELD_OF_INTEGER (CeciDocument, pages, CECI_FIELD_JOINED),
    CECI_FIELD_OF_ENUM (CeciDocument, health, CECI_FIELD_JOINED, ceci_health_get_type),
    CECI_FIELD_OF_TEXT (CeciDocument, health_detail, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciDocument, source, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciDocument, added_at, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciDocument, display_name, CECI_FIELD_JOINED),
};

CECI_DEFINE_RECORD (CeciDocument, ceci_document, "document");

CECI_DEFINE_GETTER (CeciDocument, ceci_document, const char *, student_id);
CECI_DEFINE_GETTER (CeciDocument, ceci_document, const char *, placement_id);
CECI_DEFINE_GETTER (CeciDocument, ceci_document, CeciDocumentKind, kind);
CECI_DEFINE_GETTER (CeciDocument, ceci_document, CeciProductionType, production_type);
CECI_DEFINE_GETTER (CeciDocument, ceci_document, const char *, title);
CECI_DEFINE_GETTER (CeciDocument, ceci_document, const char *, dated_on);
CECI_DEFINE_GETTER (CeciDocument, ceci_document, const char *, deposited_at);
CECI_DEFINE_GETTER (CeciDocument, ceci_document, const char *, removed_on);
CECI_DEFINE_GETTER (CeciDocument, ceci_document, const char *, removed_reason);
CECI_DEFINE_GETTER (CeciDocument, ceci_document, const char *, version_id);
CECI_DEFINE_GETTER (CeciDocument, ceci_document, gint64, versions);
CECI_DEFINE_GETTER (CeciDocument, ceci_document, const char *, sha256);
CECI_DEFINE_GETTER (CeciDocument, ceci_document, const char *, file_name);
CECI_DEFINE_GETTER (CeciDocument, ceci_document, const char *, media_type);
CECI_DEFINE_GETTER (CeciDocument, ceci_document, gint64, size);
CECI_DEFINE_GETTER (CeciDocument, ceci_document, gint64, pages);
CECI_DEFINE_GETTER (CeciDocument, ceci_document, CeciHealth, health);
CECI_DEFINE_GETTER (CeciDocument, ceci_document, const char *, health_detail);
CECI_DEFINE_GETTER (CeciDocument, ceci_document, const char *, source);
CECI_DEFINE_GETTER (CeciDocument, ceci_document, const char *, added_at);
CECI_DEFINE_GETTER (CeciDocument, ceci_document, const char *, display_name);
