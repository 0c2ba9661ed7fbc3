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
  CECI_FIELD_TEXT,    // GRefString *, read as const char *
  CECI_FIELD_INTEGER, // gint64; NULL in SQL is CECI_UNSET unless CECI_FIELD_ZERO
  CECI_FIELD_BOOLEAN, // gboolean
  CECI_FIELD_REAL,    // double
  CECI_FIELD_ENUM,    // int; TEXT in SQL, the nick of the enum's value with - for _; NULL in SQL is -1 (or 0 where the enum has no -1)
} CeciFieldType;

typedef enum {
  CECI_FIELD_STORED = 0,
  CECI_FIELD_JOINED = 1 << 0, // read by queries, never written (another table's column, or a sum)
  CECI_FIELD_SECRET = 1 << 1, // never in JSON
  CECI_FIELD_ZERO = 1 << 2,   // an integer that is 0 rather than CECI_UNSET where SQL has NULL
  CECI_FIELD_DATE = 1 << 3,   // a text that is a date: checked before it is written
} CeciFieldFlags;

/**
 * CECI_UNSET:
 * What an integer field holds where SQL has NULL.
 */
#define CECI_UNSET G_MININT64

typedef struct {
  const char    *name; // the column's, with _; the property is the same with -
  CeciFieldType  type;
  gsize          offset; // in the instance struct
  CeciFieldFlags flags;
  GType (*enum_type) (void);
} CeciField;

struct _CeciRecordClass {
  GObjectClass     parent_class;
  const char      *table; // NULL: only ever read
  const CeciField *fields;
  guint            n_fields;
  /*< private >*/
  GHashTable *by_name; // column name to index + 1
  char       *insert_sql, *update_sql, *delete_sql, *find_sql;
};

// One row of a record's table of fields: its kind of value, its struct, its member.
#define CECI_FIELD_OF_TEXT(Type, field, flags)          { #field, CECI_FIELD_TEXT, G_STRUCT_OFFSET (Type, field), flags, NULL }
#define CECI_FIELD_OF_INTEGER(Type, field, flags)       { #field, CECI_FIELD_INTEGER, G_STRUCT_OFFSET (Type, field), flags, NULL }
#define CECI_FIELD_OF_BOOLEAN(Type, field, flags)       { #field, CECI_FIELD_BOOLEAN, G_STRUCT_OFFSET (Type, field), flags, NULL }
#define CECI_FIELD_OF_REAL(Type, field, flags)          { #field, CECI_FIELD_REAL, G_STRUCT_OFFSET (Type, field), flags, NULL }
#define CECI_FIELD_OF_ENUM(Type, field, flags, get_type) { #field, CECI_FIELD_ENUM, G_STRUCT_OFFSET (Type, field), flags, get_type }

// Defines the type of a record named in SQL @table, from an array `fields` defined above.
#define CECI_DEFINE_RECORD(Type, type, table_name) \
  G_DEFINE_FINAL_TYPE (Type, type, CECI_TYPE_RECORD) \
  static void type##_class_init (Type##Class *klass) \
  { \
    ceci_record_class_set_fields (CECI_RECORD_CLASS (klass), table_name, fields, G_N_ELEMENTS (fields)); \
  } \
  static void type##_init (Type *self) \
  { \
  } \
  GType type##_get_type (void)

// Defines the getter of one field.
#define CECI_DEFINE_GETTER(Type, type, value_type, field) \
  value_type type##_get_##field (Type *self) \
  { \
    g_return_val_if_fail (G_TYPE_CHECK_INSTANCE_TYPE (self, type##_get_type ()), (value_type) 0); \
    return self->field; \
  } \
  GType type##_get_type (void)

// In class_init of a record: installs table, fields and read-only properties.
void        ceci_record_class_set_fields (CeciRecordClass *klass, const char *table, const CeciField *fields, guint n_fields);

const char *ceci_record_get_id   (CeciRecord *self);
// name, value, …, NULL: const char* for text and enum nicks, gint64 for integer (cast it!), int for boolean, double for real.
gpointer    ceci_record_new      (GType type, const char *first_field, ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
gpointer    ceci_record_with     (gpointer record, const char *first_field, ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT; // a changed copy
gpointer    ceci_record_read     (GType type, CeciStatement *statement) G_GNUC_WARN_UNUSED_RESULT; // the current row, columns matched by name
GListStore *ceci_record_list     (GType type, CeciStatement *statement, GError **error) G_GNUC_WARN_UNUSED_RESULT; // all rows; statement may be NULL with error set
gpointer    ceci_record_find     (GType type, CeciDatabase *database, const char *id, GError **error) G_GNUC_WARN_UNUSED_RESULT; // by id, without joined fields; CECI_STORE_ERROR_NOT_FOUND
gpointer    ceci_record_one      (GType type, CeciStatement *statement, const char *id, GError **error) G_GNUC_WARN_UNUSED_RESULT; // the first row; CECI_STORE_ERROR_NOT_FOUND, which names id, if there is none
// The rows whose field has this value (field NULL: all), without joined fields, by order (a field's name; NULL: by id, which is by age).
GListStore *ceci_record_select   (GType type, CeciDatabase *database, const char *field, const char *value, const char *order, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    ceci_record_insert   (gpointer record, CeciDatabase *database, GError **error); // an id is made when it has none (get it afterwards with get_id)
gboolean    ceci_record_update   (gpointer record, CeciDatabase *database, GError **error); // the row with its id, every stored field
gboolean    ceci_record_delete   (gpointer record, CeciDatabase *database, GError **error);
JsonNode   *ceci_record_to_json  (gpointer record) G_GNUC_WARN_UNUSED_RESULT; // an object, names with -; NULL and unset fields are left out

G_END_DECLS
