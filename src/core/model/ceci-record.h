// SPDX-License-Identifier: GPL-3.0-or-later
// The base of every record: an immutable GObject whose fields are declared once, in a table, from which reading a row, writing it,
// GObject properties (for GtkExpression) and JSON all follow.
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include "core/store/ceci-database.h"

G_BEGIN_DECLS

#define CECI_TYPE_RECORD (ceci_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (CeciRecord, ceci_record, CECI, RECORD, GObject)

typedef enum {
  CECI_FIELD_TEXT,    // char *
  CECI_FIELD_INTEGER, // gint64; NULL in SQL is G_MININT64 unless CECI_FIELD_ZERO
  CECI_FIELD_BOOLEAN, // gboolean
  CECI_FIELD_REAL,    // double
  CECI_FIELD_ENUM,    // int; TEXT in SQL, the nick of the enum's value with - for _; NULL in SQL is -1
} CeciFieldType;

typedef enum {
  CECI_FIELD_STORED = 0,
  CECI_FIELD_JOINED = 1 << 0, // read by queries, never written (another table's column, or a sum)
  CECI_FIELD_SECRET = 1 << 1, // never in JSON
} CeciFieldFlags;

typedef struct {
  const char    *name;   // the column's, with _; the property is the same with -
  CeciFieldType  type;
  gsize          offset; // in the instance struct
  CeciFieldFlags flags;
  GType        (*enum_type) (void);
} CeciField;

struct _CeciRecordClass {
  GObjectClass     parent_class;
  const char      *table; // NULL: only ever read
  const CeciField *fields;
  guint            n_fields;
};

// In class_init of a record: installs table, fields and read-only properties.
void        ceci_record_class_set_fields (CeciRecordClass *klass, const char *table, const CeciField *fields, guint n_fields);

const char *ceci_record_get_id   (CeciRecord *self);
// name, value, …, NULL: const char* for text and enum nicks, gint64 for integer (cast it!), int for boolean, double for real.
gpointer    ceci_record_new      (GType type, const char *first_field, ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
gpointer    ceci_record_with     (gpointer record, const char *first_field, ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT; // a changed copy
gpointer    ceci_record_read     (GType type, CeciStatement *statement) G_GNUC_WARN_UNUSED_RESULT; // the current row, columns matched by name
GListStore *ceci_record_list     (GType type, CeciStatement *statement, GError **error) G_GNUC_WARN_UNUSED_RESULT; // all rows
gpointer    ceci_record_find     (GType type, CeciDatabase *database, const char *id, GError **error) G_GNUC_WARN_UNUSED_RESULT; // by id; CECI_STORE_ERROR_NOT_FOUND
gboolean    ceci_record_insert   (gpointer record, CeciDatabase *database, GError **error); // an id is made when it has none (get it afterwards with get_id)
gboolean    ceci_record_update   (gpointer record, CeciDatabase *database, GError **error); // the row with its id, every stored field
gboolean    ceci_record_delete   (gpointer record, CeciDatabase *database, GError **error);
JsonNode   *ceci_record_to_json  (gpointer record) G_GNUC_WARN_UNUSED_RESULT; // an object; NULL and unset fields are left out

G_END_DECLS
