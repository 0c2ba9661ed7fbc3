// SPDX-License-Identifier: GPL-3.0-or-later
// One document of a dossier, as frozen in a package.

#include "config.h"

#include <string.h>

#include "ceci-json-fields.h"
#include "ceci-package-document.h"
#include "core/model/ceci-enums.h"

struct _CeciPackageDocument {
  CeciRecord parent_instance;

  char *sha256;
  char *title;
  char *file_name;
  char *kind;
  char *kind_label;
  char *media_type;
  char *dated_on;
  gint64 pages;
  gint64 size;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciPackageDocument, sha256, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPackageDocument, title, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPackageDocument, file_name, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPackageDocument, kind, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPackageDocument, kind_label, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPackageDocument, media_type, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPackageDocument, dated_on, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciPackageDocument, pages, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciPackageDocument, size, CECI_FIELD_STORED),
};

CECI_DEFINE_RECORD (CeciPackageDocument, ceci_package_document, NULL);

CECI_DEFINE_GETTER (CeciPackageDocument, ceci_package_document, const char *, sha256);
CECI_DEFINE_GETTER (CeciPackageDocument, ceci_package_document, const char *, title);
CECI_DEFINE_GETTER (CeciPackageDocument, ceci_package_document, const char *, file_name);
CECI_DEFINE_GETTER (CeciPackageDocument, ceci_package_document, const char *, kind);
CECI_DEFINE_GETTER (CeciPackageDocument, ceci_package_document, const char *, kind_label);
CECI_DEFINE_GETTER (CeciPackageDocument, ceci_package_document, const char *, media_type);
CECI_DEFINE_GETTER (CeciPackageDocument, ceci_package_document, const char *, dated_on);
CECI_DEFINE_GETTER (CeciPackageDocument, ceci_package_document, gint64, pages);
CECI_DEFINE_GETTER (CeciPackageDocument, ceci_package_document, gint64, size);

// A production is known by its type; everything else by its kind.
static const char *
label_of (int kind, int production_type)
{
  if (kind == CECI_DOCUMENT_KIND_PRODUCTION && production_type >= 0 && production_type != CECI_PRODUCTION_TYPE_OTHER)
    return ceci_enum_get_label (CECI_TYPE_PRODUCTION_TYPE, production_type);
  return ceci_enum_get_label (CECI_TYPE_DOCUMENT_KIND, kind);
}

CeciPackageDocument *
ceci_package_document_new_from_json (JsonObject *object)
{
  const char *sha256 = ceci_json_text (object, "sha256");
  const char *title = ceci_json_text (object, "title");
  const char *kind = ceci_json_text (object, "kind");
  const char *type = ceci_json_text (object, "production_type");
  const char *media_type = ceci_json_text (object, "media_type");
  const char *file_name = ceci_json_text (object, "file_name");
  int kind_value = kind ? ceci_enum_from_nick (CECI_TYPE_DOCUMENT_KIND, kind) : -1;
  gint64 size = ceci_json_integer (object, "size", -1);

  if (sha256 == NULL || strlen (sha256) != 64 || title == NULL || kind_value < 0 || size < 0)
    return NULL;
  return ceci_record_new (CECI_TYPE_PACKAGE_DOCUMENT, "id", sha256, "sha256", sha256, "title", title, "file_name",
                          file_name ? file_name : title, "kind", kind, "kind_label",
                          label_of (kind_value, type ? ceci_enum_from_nick (CECI_TYPE_PRODUCTION_TYPE, type) : -1),
                          "media_type", media_type ? media_type : "application/octet-stream", "dated_on",
                          ceci_json_text (object, "dated_on"), "pages",
                          MAX (-1, ceci_json_integer (object, "pages", -1)), "size", size, NULL);
}
