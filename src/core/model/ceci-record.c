// SPDX-License-Identifier: GPL-3.0-or-later
// Records: rows in memory. One table of fields a class serves reading, writing, properties and JSON; no SQL of any
// subject stands here.

#include "config.h"

#include "ceci-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-enums.h"
#include "core/store/ceci-date.h"

typedef struct {
  char *id;
} CeciRecordPrivate;

enum { PROP_ID = 1, FIRST_FIELD };

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CeciRecord, ceci_record, G_TYPE_OBJECT)

static inline CeciRecordPrivate *
get_private (gpointer self)
{
  return ceci_record_get_instance_private (self);
}

static inline gpointer
member (gpointer self, const CeciField *field)
{
  return G_STRUCT_MEMBER_P (self, field->offset);
}

static int
unset_enum (const CeciField *field)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (field->enum_type ());

  return MIN (klass->minimum, 0);
}

static void
set_text (gpointer self, const CeciField *field, const char *text)
{
  char **place = member (self, field);

  g_clear_pointer (place, g_ref_string_release);
  if (text != NULL)
    *place = g_ref_string_new (text);
}

static const CeciField *
find_field (CeciRecordClass *klass, const char *name)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (klass->by_name, name));

  return index > 0 ? &klass->fields[index - 1] : NULL;
}

static void
ceci_record_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  CeciRecordClass *klass = CECI_RECORD_GET_CLASS (object);
  const CeciField *field;

  if (property_id == PROP_ID) {
    g_value_set_string (value, get_private (object)->id);
    return;
  }
  if (property_id - FIRST_FIELD >= klass->n_fields) {
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    return;
  }

  field = &klass->fields[property_id - FIRST_FIELD];
  switch (field->type) {
  case CECI_FIELD_TEXT:
    g_value_set_string (value, *(char **) member (object, field));
    break;
  case CECI_FIELD_INTEGER:
    g_value_set_int64 (value, *(gint64 *) member (object, field));
    break;
  case CECI_FIELD_BOOLEAN:
    g_value_set_boolean (value, *(gboolean *) member (object, field));
    break;
  case CECI_FIELD_REAL:
    g_value_set_double (value, *(double *) member (object, field));
    break;
  case CECI_FIELD_ENUM:
    g_value_set_enum (value, *(int *) member (object, field));
    break;
  default:
    g_assert_not_reached ();
  }
}

// What SQL's NULL reads as is what a new record holds.
static void
ceci_record_constructed (GObject *object)
{
  CeciRecordClass *klass = CECI_RECORD_GET_CLASS (object);

  for (guint i = 0; i < klass->n_fields; i++) {
    const CeciField *field = &klass->fields[i];

    if (field->type == CECI_FIELD_INTEGER && !(field->flags & CECI_FIELD_ZERO))
      *(gint64 *) member (object, field) = CECI_UNSET;
    else if (field->type == CECI_FIELD_ENUM)
      *(int *) member (object, field) = unset_enum (field);
  }

  G_OBJECT_CLASS (ceci_record_parent_class)->constructed (object);
}

static void
ceci_record_finalize (GObject *object)
{
  CeciRecordClass *klass = CECI_RECORD_GET_CLASS (object);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type == CECI_FIELD_TEXT)
      g_clear_pointer ((char **) member (object, &klass->fields[i]), g_ref_string_release);
  g_free (get_private (object)->id);

  G_OBJECT_CLASS (ceci_record_parent_class)->finalize (object);
}

static void
ceci_record_class_init (CeciRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ceci_record_get_property;
  object_class->constructed = ceci_record_constructed;
  object_class->finalize = ceci_record_finalize;

  g_object_class_install_property (
      object_class, PROP_ID, g_param_spec_string ("id", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
ceci_record_init (CeciRecord *self)
{
}

static GParamSpec *
make_property (const CeciField *field)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_NICK | G_PARAM_STATIC_BLURB;
  g_autofree char *name = g_strdelimit (g_strdup (field->name), "_", '-');

  switch (field->type) {
  case CECI_FIELD_TEXT:
    return g_param_spec_string (name, NULL, NULL, NULL, flags);
  case CECI_FIELD_INTEGER:
    return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64,
                               field->flags & CECI_FIELD_ZERO ? 0 : CECI_UNSET, flags);
  case CECI_FIELD_BOOLEAN:
    return g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
  case CECI_FIELD_REAL:
    return g_param_spec_double (name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0.0, flags);
  case CECI_FIELD_ENUM:
    return g_param_spec_enum (name, NULL, NULL, field->enum_type (), unset_enum (field), flags);
  default:
    g_assert_not_reached ();
  }
}

// INSERT INTO t (id, a, b) VALUES ($1, $2, $3), and so on.
static void
make_sql (CeciRecordClass *klass)
{
  g_autoptr (GString) columns = g_string_new ("id");
  g_autoptr (GString) values = g_string_new ("$1");
  g_autoptr (GString) sets = g_string_new (NULL);
  guint n = 1;

  for (guint i = 0; i < klass->n_fields; i++) {
    if (klass->fields[i].flags & CECI_FIELD_JOINED)
      continue;
    n++;
    g_string_append_printf (columns, ", %s", klass->fields[i].name);
    g_string_append_printf (values, ", $%u", n);
    g_string_append_printf (sets, "%s%s = $%u", n > 2 ? ", " : "", klass->fields[i].name, n);
  }
  klass->insert_sql = g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", klass->table, columns->str, values->str);
  klass->update_sql = g_strdup_printf ("UPDATE %s SET %s WHERE id = $1 RETURNING id", klass->table, sets->str);
  klass->delete_sql = g_strdup_printf ("DELETE FROM %s WHERE id = $1 RETURNING id", klass->table);
  klass->find_sql = g_strdup_printf ("SELECT * FROM %s WHERE id = $1", klass->table);
}

/**
 * ceci_record_class_set_fields:
 * @klass: the record's class
 * @table: (nullable): the SQL table; %NULL for a record that is only read
 * @fields: (array length=n_fields): static; offsets are in the instance's struct
 * @n_fields: how many
 */
void
ceci_record_class_set_fields (CeciRecordClass *klass, const char *table, const CeciField *fields, guint n_fields)
{
  // GObject does not let a class inherit this one.
  G_OBJECT_CLASS (klass)->get_property = ceci_record_get_property;
  klass->table = table;
  klass->fields = fields;
  klass->n_fields = n_fields;
  klass->by_name = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n_fields; i++) {
    g_hash_table_insert (klass->by_name, (gpointer) fields[i].name, GUINT_TO_POINTER (i + 1));
    g_object_class_install_property (G_OBJECT_CLASS (klass), FIRST_FIELD + i, make_property (&fields[i]));
  }
  if (table != NULL)
    make_sql (klass);
}

/**
 * ceci_record_get_id:
 * @self: a record
 *
 * Returns: (nullable): the row's id; %NULL for a record that was never stored
 */
const char *
ceci_record_get_id (CeciRecord *self)
{
  g_return_val_if_fail (CECI_IS_RECORD (self), NULL);

  return get_private (self)->id;
}

static void
set_from_arguments (gpointer self, const char *name, va_list *arguments)
{
  CeciRecordClass *klass = CECI_RECORD_GET_CLASS (self);

  for (; name != NULL; name = va_arg (*arguments, const char *)) {
    const CeciField *field = find_field (klass, name);

    if (field == NULL && strcmp (name, "id") == 0) {
      const char *id = va_arg (*arguments, const char *);
      g_set_str (&get_private (self)->id, id);
      continue;
    }
    if (field == NULL)
      g_error ("%s has no field “%s”", G_OBJECT_TYPE_NAME (self), name);
    switch (field->type) {
    case CECI_FIELD_TEXT:
      set_text (self, field, va_arg (*arguments, const char *));
      break;
    case CECI_FIELD_INTEGER:
      *(gint64 *) member (self, field) = va_arg (*arguments, gint64);
      break;
    case CECI_FIELD_BOOLEAN:
      *(gboolean *) member (self, field) = va_arg (*arguments, int) != 0;
      break;
    case CECI_FIELD_REAL:
      *(double *) member (self, field) = va_arg (*arguments, double);
      break;
    case CECI_FIELD_ENUM:
      *(int *) member (self, field) = ceci_enum_from_nick (field->enum_type (), va_arg (*arguments, const char *));
      break;
    default:
      g_assert_not_reached ();
    }
  }
}

/**
 * ceci_record_new:
 * @type: a record type
 * @first_field: (nullable): the name of a field, then its value, then more pairs, then %NULL
 *
 * An enum's value that has no such nick is left unset.
 *
 * Returns: (transfer full): a record that is not stored yet
 */
gpointer
ceci_record_new (GType type, const char *first_field, ...)
{
  gpointer self = g_object_new (type, NULL);
  va_list arguments;

  va_start (arguments, first_field);
  set_from_arguments (self, first_field, &arguments);
  va_end (arguments);
  return self;
}

/**
 * ceci_record_with:
 * @record: a record
 * @first_field: as for [func@record_new]
 *
 * Returns: (transfer full): a copy of @record, its id and joined fields too, with these fields changed
 */
gpointer
ceci_record_with (gpointer record, const char *first_field, ...)
{
  CeciRecordClass *klass = CECI_RECORD_GET_CLASS (record);
  gpointer copy = g_object_new (G_OBJECT_TYPE (record), NULL);
  va_list arguments;

  for (guint i = 0; i < klass->n_fields; i++) {
    const CeciField *field = &klass->fields[i];

    if (field->type == CECI_FIELD_TEXT) {
      char *text = *(char **) member (record, field);
      *(char **) member (copy, field) = text != NULL ? g_ref_string_acquire (text) : NULL;
    } else if (field->type == CECI_FIELD_INTEGER) {
      *(gint64 *) member (copy, field) = *(gint64 *) member (record, field);
    } else if (field->type == CECI_FIELD_REAL) {
      *(double *) member (copy, field) = *(double *) member (record, field);
    } else {
      *(int *) member (copy, field) = *(int *) member (record, field);
    }
  }
  get_private (copy)->id = g_strdup (get_private (record)->id);

  va_start (arguments, first_field);
  set_from_arguments (copy, first_field, &arguments);
  va_end (arguments);
  return copy;
}

// Which field each column fills; NULL for a column that fills none.
static const CeciField **
match_columns (CeciRecordClass *klass, CeciStatement *statement, guint *n_columns, guint *id_column)
{
  const CeciField **columns;

  *n_columns = ceci_statement_n_columns (statement);
  *id_column = G_MAXUINT;
  columns = g_new0 (const CeciField *, *n_columns + 1);
  for (guint i = 0; i < *n_columns; i++) {
    const char *name = ceci_statement_column_name (statement, i);

    if (*id_column == G_MAXUINT && strcmp (name, "id") == 0)
      *id_column = i;
    else
      columns[i] = find_field (klass, name);
  }
  return columns;
}

static void
read_field (gpointer self, const CeciField *field, CeciStatement *statement, guint column, const char **last)
{
  if (ceci_statement_is_null (statement, column))
    return;

  switch (field->type) {
  case CECI_FIELD_TEXT: {
    const char *text = ceci_statement_text (statement, column);
    // neighbouring rows often share a text (the cohort's name, the faculty's): keep one copy
    if (*last != NULL && strcmp (*last, text) == 0)
      *(char **) member (self, field) = g_ref_string_acquire ((char *) *last);
    else
      *(char **) member (self, field) = g_ref_string_new (text);
    *last = *(char **) member (self, field);
    break;
  }
  case CECI_FIELD_INTEGER:
    *(gint64 *) member (self, field) = ceci_statement_integer (statement, column);
    break;
  case CECI_FIELD_BOOLEAN:
    *(gboolean *) member (self, field) = ceci_statement_integer (statement, column) != 0;
    break;
  case CECI_FIELD_REAL:
    *(double *) member (self, field) = ceci_statement_real (statement, column);
    break;
  case CECI_FIELD_ENUM:
    *(int *) member (self, field) = ceci_enum_from_nick (field->enum_type (), ceci_statement_text (statement, column));
    break;
  default:
    g_assert_not_reached ();
  }
}

static gpointer
read_row (GType type, CeciStatement *statement, const CeciField **columns, guint n_columns, guint id_column,
          const char **last)
{
  gpointer self = g_object_new (type, NULL);

  if (id_column != G_MAXUINT)
    get_private (self)->id = g_strdup (ceci_statement_text (statement, id_column));
  for (guint i = 0; i < n_columns; i++)
    if (columns[i] != NULL)
      read_field (self, columns[i], statement, i, &last[i]);
  return self;
}

/**
 * ceci_record_read:
 * @type: a record type
 * @statement: a statement that stands on a row
 *
 * Returns: (transfer full): the row as a record; columns that are no field of it are passed over
 */
gpointer
ceci_record_read (GType type, CeciStatement *statement)
{
  g_autoptr (CeciRecordClass) klass = g_type_class_ref (type);
  g_autofree const CeciField **columns = NULL;
  g_autofree const char **last = NULL;
  guint n_columns, id_column;

  columns = match_columns (klass, statement, &n_columns, &id_column);
  last = g_new0 (const char *, n_columns + 1);
  return read_row (type, statement, columns, n_columns, id_column, last);
}

/**
 * ceci_record_list:
 * @type: a record type
 * @statement: (nullable): a statement with its parameters bound; %NULL (its preparation failed) gives %NULL
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): every row, as a list of records
 */
GListStore *
ceci_record_list (GType type, CeciStatement *statement, GError **error)
{
  g_autoptr (CeciRecordClass) klass = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree const CeciField **columns = NULL;
  g_autofree const char **last = NULL;
  g_autoptr (GError) failure = NULL;
  guint n_columns, id_column;
  GListStore *list;

  if (statement == NULL)
    return NULL;

  klass = g_type_class_ref (type);
  columns = match_columns (klass, statement, &n_columns, &id_column);
  last = g_new0 (const char *, n_columns + 1);
  while (ceci_statement_step (statement, &failure))
    g_ptr_array_add (rows, read_row (type, statement, columns, n_columns, id_column, last));
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }

  list = g_list_store_new (type);
  g_list_store_splice (list, 0, 0, rows->pdata, rows->len);
  return list;
}

/**
 * ceci_record_find:
 * @type: a record type that has a table
 * @database: a connection
 * @id: the row's id
 * @error: return location for an error; %CECI_STORE_ERROR_NOT_FOUND if there is no such row
 *
 * Returns: (transfer full) (nullable): the row, its joined fields unset
 */
gpointer
ceci_record_find (GType type, CeciDatabase *database, const char *id, GError **error)
{
  g_autoptr (CeciRecordClass) klass = g_type_class_ref (type);

  return ceci_record_one (type, ceci_database_query (database, error, klass->find_sql, "t", id), id, error);
}

/**
 * ceci_record_one:
 * @type: a record type
 * @statement: (nullable): a statement with its parameters bound; %NULL (its preparation failed) gives %NULL
 * @id: (nullable): what the caller looked for, for the error's message
 * @error: return location for an error; %CECI_STORE_ERROR_NOT_FOUND if there is no row
 *
 * Returns: (transfer full) (nullable): the first row
 */
gpointer
ceci_record_one (GType type, CeciStatement *statement, const char *id, GError **error)
{
  g_autoptr (CeciRecordClass) klass = g_type_class_ref (type);
  g_autoptr (GError) failure = NULL;
  gpointer self;

  if (statement == NULL)
    return NULL;
  if (!ceci_statement_step (statement, &failure)) {
    if (failure != NULL)
      g_propagate_error (error, g_steal_pointer (&failure));
    else
      g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NOT_FOUND, _ ("There is no “%s” with the identifier %s."),
                   klass->table, id != NULL ? id : "–");
    return NULL;
  }
  self = ceci_record_read (type, statement);
  ceci_statement_reset (statement);
  return self;
}

/**
 * ceci_record_select:
 * @type: a record type that has a table
 * @database: a connection
 * @field: (nullable): a stored field's name; %NULL for all rows
 * @value: (nullable): what it must be
 * @order: (nullable): a stored field's name
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the rows, their joined fields unset
 */
GListStore *
ceci_record_select (GType type, CeciDatabase *database, const char *field, const char *value, const char *order,
                    GError **error)
{
  g_autoptr (CeciRecordClass) klass = g_type_class_ref (type);
  g_autofree char *sql = NULL;

  g_return_val_if_fail (field == NULL || strcmp (field, "id") == 0 || find_field (klass, field) != NULL, NULL);
  g_return_val_if_fail (order == NULL || find_field (klass, order) != NULL, NULL);

  sql = g_strdup_printf ("SELECT * FROM %s%s%s%s ORDER BY %s%sid", klass->table, field != NULL ? " WHERE " : "",
                         field != NULL ? field : "", field != NULL ? " = $1" : "", order != NULL ? order : "",
                         order != NULL ? ", " : "");
  return ceci_record_list (type, ceci_database_query (database, error, sql, field != NULL ? "t" : "", value), error);
}

static gboolean
check_field (gpointer self, const CeciField *field, GError **error)
{
  const char *text;

  if (!(field->flags & CECI_FIELD_DATE))
    return TRUE;
  text = *(char **) member (self, field);
  if (text == NULL || ceci_date_is_valid (text))
    return TRUE;

  g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_INVALID,
               _ ("“%s” is not a date. Write the year, the month and the day, as in 2026-03-12."), text);
  return FALSE;
}

static gboolean
bind_field (gpointer self, const CeciField *field, CeciStatement *statement, guint parameter)
{
  switch (field->type) {
  case CECI_FIELD_TEXT:
    return ceci_statement_bind_text (statement, parameter, *(char **) member (self, field));
  case CECI_FIELD_INTEGER: {
    gint64 value = *(gint64 *) member (self, field);
    return value == CECI_UNSET ? ceci_statement_bind_null (statement, parameter)
                               : ceci_statement_bind_integer (statement, parameter, value);
  }
  case CECI_FIELD_BOOLEAN:
    return ceci_statement_bind_integer (statement, parameter, *(gboolean *) member (self, field));
  case CECI_FIELD_REAL:
    return ceci_statement_bind_real (statement, parameter, *(double *) member (self, field));
  case CECI_FIELD_ENUM: {
    g_autofree char *word = ceci_enum_to_column (field->enum_type (), *(int *) member (self, field));
    return ceci_statement_bind_text (statement, parameter, word);
  }
  default:
    g_assert_not_reached ();
  }
}

static CeciStatement *
prepare_with_fields (gpointer self, CeciDatabase *database, const char *sql, GError **error)
{
  CeciRecordClass *klass = CECI_RECORD_GET_CLASS (self);
  CeciStatement *statement;
  guint parameter = 2;

  for (guint i = 0; i < klass->n_fields; i++)
    if (!check_field (self, &klass->fields[i], error))
      return NULL;

  statement = ceci_database_prepare (database, sql, error);
  if (statement == NULL)
    return NULL;
  ceci_statement_bind_text (statement, 1, get_private (self)->id);
  for (guint i = 0; i < klass->n_fields; i++)
    if (!(klass->fields[i].flags & CECI_FIELD_JOINED))
      bind_field (self, &klass->fields[i], statement, parameter++);
  return statement;
}

/**
 * ceci_record_insert:
 * @record: a record; it gets an id if it has none
 * @database: a connection inside a write
 * @error: return location for an error; %CECI_STORE_ERROR_INVALID if a date is none
 *
 * Returns: whether the row was added
 */
gboolean
ceci_record_insert (gpointer record, CeciDatabase *database, GError **error)
{
  CeciRecordClass *klass = CECI_RECORD_GET_CLASS (record);
  CeciStatement *statement;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (klass->table != NULL, FALSE);

  if (get_private (record)->id == NULL)
    get_private (record)->id = ceci_entropy_new_id (ceci_database_get_entropy (database));
  statement = prepare_with_fields (record, database, klass->insert_sql, error);
  if (statement == NULL)
    return FALSE;
  ceci_statement_step (statement, &failure);
  ceci_statement_reset (statement);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

// Runs a statement that returns the id of the row it changed; no row is an error.
static gboolean
run_on_row (gpointer record, CeciStatement *statement, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gboolean found;

  if (statement == NULL)
    return FALSE;
  found = ceci_statement_step (statement, &failure);
  if (found)
    ceci_statement_step (statement, &failure);
  ceci_statement_reset (statement);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (!found)
    g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NOT_FOUND, _ ("There is no “%s” with the identifier %s."),
                 CECI_RECORD_GET_CLASS (record)->table, get_private (record)->id);
  return found;
}

/**
 * ceci_record_update:
 * @record: a record with the id of a stored row
 * @database: a connection inside a write
 * @error: return location for an error
 *
 * Returns: whether the row was changed
 */
gboolean
ceci_record_update (gpointer record, CeciDatabase *database, GError **error)
{
  CeciRecordClass *klass = CECI_RECORD_GET_CLASS (record);

  g_return_val_if_fail (klass->table != NULL && get_private (record)->id != NULL, FALSE);

  return run_on_row (record, prepare_with_fields (record, database, klass->update_sql, error), error);
}

/**
 * ceci_record_delete:
 * @record: a record with the id of a stored row
 * @database: a connection inside a write
 * @error: return location for an error
 *
 * Returns: whether the row was removed
 */
gboolean
ceci_record_delete (gpointer record, CeciDatabase *database, GError **error)
{
  CeciRecordClass *klass = CECI_RECORD_GET_CLASS (record);

  g_return_val_if_fail (klass->table != NULL && get_private (record)->id != NULL, FALSE);

  return run_on_row (record, ceci_database_query (database, error, klass->delete_sql, "t", get_private (record)->id),
                     error);
}

static void
add_to_json (gpointer self, const CeciField *field, JsonObject *object)
{
  g_autofree char *name = g_strdelimit (g_strdup (field->name), "_", '-');

  switch (field->type) {
  case CECI_FIELD_TEXT:
    if (*(char **) member (self, field) != NULL)
      json_object_set_string_member (object, name, *(char **) member (self, field));
    break;
  case CECI_FIELD_INTEGER:
    if (*(gint64 *) member (self, field) != CECI_UNSET)
      json_object_set_int_member (object, name, *(gint64 *) member (self, field));
    break;
  case CECI_FIELD_BOOLEAN:
    json_object_set_boolean_member (object, name, *(gboolean *) member (self, field));
    break;
  case CECI_FIELD_REAL:
    json_object_set_double_member (object, name, *(double *) member (self, field));
    break;
  case CECI_FIELD_ENUM:
    if (*(int *) member (self, field) >= 0)
      json_object_set_string_member (object, name,
                                     ceci_enum_get_nick (field->enum_type (), *(int *) member (self, field)));
    break;
  default:
    g_assert_not_reached ();
  }
}

/**
 * ceci_record_to_json:
 * @record: a record
 *
 * Returns: (transfer full): an object with the id and every field that is set and not secret
 */
JsonNode *
ceci_record_to_json (gpointer record)
{
  CeciRecordClass *klass = CECI_RECORD_GET_CLASS (record);
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  if (get_private (record)->id != NULL)
    json_object_set_string_member (object, "id", get_private (record)->id);
  for (guint i = 0; i < klass->n_fields; i++)
    if (!(klass->fields[i].flags & CECI_FIELD_SECRET))
      add_to_json (record, &klass->fields[i], object);
  json_node_take_object (node, object);
  return node;
}
