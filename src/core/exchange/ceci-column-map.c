// SPDX-License-Identifier: GPL-3.0-or-later
// Which column of a table holds which field. Positions mean nothing: forms are edited every year.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "ceci-column-map.h"
#include "ceci-form-values.h"
#include "core/model/ceci-column-mapping-repository.h"

#define WHOLE_HEADING 1000 // above any heading that only speaks of a field
#define IGNORED "-"        // the target kept for a column that someone set aside

struct _CeciColumnMap {
  GObject parent_instance;
  CeciTable *table;
  const CeciImportField *fields;
  guint n_fields;
  int *field_of;             // column to field, -1 for none
  CeciColumnOrigin *origins; // one a column
  int *column_of;            // field to column, the first that holds it; -1 for none
  char *course;              // "" for every file of the format
};

G_DEFINE_FINAL_TYPE (CeciColumnMap, ceci_column_map, G_TYPE_OBJECT)

static void
ceci_column_map_finalize (GObject *object)
{
  CeciColumnMap *self = CECI_COLUMN_MAP (object);

  g_clear_object (&self->table);
  g_free (self->field_of);
  g_free (self->origins);
  g_free (self->column_of);
  g_free (self->course);
  G_OBJECT_CLASS (ceci_column_map_parent_class)->finalize (object);
}

static void
ceci_column_map_class_init (CeciColumnMapClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ceci_column_map_finalize;
}

static void
ceci_column_map_init (CeciColumnMap *self)
{
  self->course = g_strdup ("");
}

static int
position_of (CeciColumnMap *self, const char *field)
{
  for (guint i = 0; i < self->n_fields; i++)
    if (g_strcmp0 (self->fields[i].name, field) == 0)
      return (int) i;
  return -1;
}

// The first column that holds a field.
static int
first_column_of (CeciColumnMap *self, int field)
{
  for (guint column = 0; column < ceci_table_get_n_columns (self->table); column++)
    if (self->field_of[column] == field)
      return (int) column;
  return -1;
}

static void
unset (CeciColumnMap *self, guint column)
{
  int field = self->field_of[column];

  self->field_of[column] = -1;
  self->origins[column] = CECI_COLUMN_UNKNOWN;
  if (field >= 0)
    self->column_of[field] = first_column_of (self, field);
}

static void
set (CeciColumnMap *self, guint column, int field, CeciColumnOrigin origin)
{
  unset (self, column);
  if (field >= 0 && self->column_of[field] >= 0 && !self->fields[field].many)
    unset (self, (guint) self->column_of[field]);
  self->field_of[column] = field;
  self->origins[column] = origin;
  if (field >= 0)
    self->column_of[field] = first_column_of (self, field);
}

// How well a pattern fits words: 0 not at all, else the more the longer it is.
static guint
score_pattern (const char *words, const char *pattern)
{
  g_auto (GStrv) parts = NULL;
  guint score = 0;

  if (g_str_has_prefix (pattern, "=="))
    return g_str_equal (words, pattern + 2) ? 2 * WHOLE_HEADING : 0;
  if (*pattern == '=')
    return g_str_equal (words, pattern + 1) ? WHOLE_HEADING + (guint) strlen (pattern) : 0;
  parts = g_strsplit (pattern, "+", -1);
  for (guint i = 0; parts[i] != NULL; i++) {
    if (!ceci_form_has_words (words, parts[i]))
      return 0;
    score += (guint) strlen (parts[i]);
  }
  return g_str_equal (words, pattern) ? WHOLE_HEADING + score : score;
}

static guint
score_field (const char *words, const CeciImportField *field)
{
  guint best = 0;

  for (guint i = 0; field->patterns[i] != NULL; i++)
    best = MAX (best, score_pattern (words, field->patterns[i]));
  return best;
}

// The forms in which a heading may name a field: LimeSurvey writes «code. text», «code[SQ001]», «text [subquestion]».
static GPtrArray *
readings_of (const char *heading)
{
  GPtrArray *readings = g_ptr_array_new_with_free_func (g_free);
  gsize code = strspn (heading, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");
  const char *after = heading + code, *bracket;
  char *words = ceci_form_words (heading);
  gsize last = strlen (words);

  g_ptr_array_add (readings, words);
  // a second question of the same name is «Nom2» to Microsoft Forms and «Nom (2)» to the table
  while (last > 0 && g_ascii_isdigit (words[last - 1]))
    last--;
  if (words[last] != '\0')
    g_ptr_array_add (readings, g_strndup (words, last > 0 && words[last - 1] == ' ' ? last - 1 : last));
  if (code > 0 && *after == '[' && strchr (after, ']') != NULL) {
    g_autofree char *inner = g_strndup (after + 1, (gsize) (strchr (after, ']') - after - 1));

    g_ptr_array_add (readings, ceci_form_words (inner));
    after = strchr (after, ']') + 1;
  }
  if (code > 0 && g_str_has_prefix (after, ". ")) {
    g_autofree char *name = g_strndup (heading, (gsize) (after - heading));

    g_ptr_array_add (readings, ceci_form_words (name));
    g_ptr_array_add (readings, ceci_form_words (after + 2));
  }
  bracket = strrchr (heading, '[');
  if (bracket != NULL && bracket > heading && g_str_has_suffix (heading, "]"))
    g_ptr_array_add (readings, ceci_form_words (bracket + 1));
  return readings;
}

typedef struct {
  guint score, column, field;
} Match;

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const Match *first = a, *second = b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  if (first->column != second->column)
    return first->column < second->column ? -1 : 1;
  return first->field < second->field ? -1 : first->field > second->field;
}

// The best match of all first; then the best of what is left.
static void
match_names (CeciColumnMap *self)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));

  for (guint column = 0; column < ceci_table_get_n_columns (self->table); column++) {
    g_autoptr (GPtrArray) readings = readings_of (ceci_table_get_heading (self->table, column));

    for (guint field = 0; field < self->n_fields; field++) {
      Match match = {.column = column, .field = field};

      for (guint i = 0; i < readings->len; i++)
        match.score = MAX (match.score, score_field (g_ptr_array_index (readings, i), &self->fields[field]));
      if (match.score > 0)
        g_array_append_val (matches, match);
    }
  }
  g_array_sort (matches, compare_matches);
  for (guint i = 0; i < matches->len; i++) {
    const Match *match = &g_array_index (matches, Match, i);

    if (self->field_of[match->column] < 0 && self->column_of[match->field] < 0)
      set (self, match->column, (int) match->field,
           match->score >= WHOLE_HEADING ? CECI_COLUMN_BY_NAME : CECI_COLUMN_BY_WORDS);
  }
}

/**
 * ceci_column_map_new:
 * @table: the table
 * @fields: (array length=n_fields): what an import can take; static
 * @n_fields: how many
 *
 * Returns: (transfer full): the map as the headings themselves give it
 */
CeciColumnMap *
ceci_column_map_new (CeciTable *table, const CeciImportField *fields, guint n_fields)
{
  CeciColumnMap *self = g_object_new (CECI_TYPE_COLUMN_MAP, NULL);
  guint n_columns = ceci_table_get_n_columns (table);

  self->table = g_object_ref (table);
  self->fields = fields;
  self->n_fields = n_fields;
  self->field_of = g_new (int, n_columns + 1);
  self->origins = g_new0 (CeciColumnOrigin, n_columns + 1);
  self->column_of = g_new (int, n_fields);
  for (guint i = 0; i < n_columns; i++)
    self->field_of[i] = -1;
  for (guint i = 0; i < n_fields; i++)
    self->column_of[i] = -1;
  match_names (self);
  return self;
}

void
ceci_column_map_set_course (CeciColumnMap *self, const char *course)
{
  g_set_str (&self->course, course != NULL ? course : "");
}

void
ceci_column_map_place (CeciColumnMap *self, guint column, const char *field)
{
  int position = position_of (self, field);

  g_return_if_fail (position >= 0 && column < ceci_table_get_n_columns (self->table));
  set (self, column, position, CECI_COLUMN_BY_NAME);
}

/**
 * ceci_column_map_recall:
 * @self: the map
 * @database: the register
 * @format: of which import, such as "applications"
 * @error: the register's
 *
 * Maps the columns whose headings someone mapped by hand in an earlier import.
 *
 * Returns: whether it could be read
 */
gboolean
ceci_column_map_recall (CeciColumnMap *self, CeciDatabase *database, const char *format, GError **error)
{
  g_autoptr (GListModel) mappings = ceci_column_mapping_repository_list (database, format, self->course, error);

  if (mappings == NULL)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (mappings); i++) {
    g_autoptr (CeciColumnMapping) mapping = g_list_model_get_item (mappings, i);
    int column = ceci_table_find_column (self->table, ceci_column_mapping_get_heading (mapping));
    int field = position_of (self, ceci_column_mapping_get_target (mapping));

    if (column < 0 || self->origins[column] == CECI_COLUMN_BY_HAND)
      continue;
    if (field >= 0)
      set (self, (guint) column, field, CECI_COLUMN_REMEMBERED);
    else if (g_strcmp0 (ceci_column_mapping_get_target (mapping), IGNORED) == 0)
      set (self, (guint) column, -1, CECI_COLUMN_IGNORED);
  }
  return TRUE;
}

gboolean
ceci_column_map_remember (CeciColumnMap *self, CeciDatabase *database, const char *format, GError **error)
{
  for (guint column = 0; column < ceci_table_get_n_columns (self->table); column++) {
    const char *key = ceci_table_get_key (self->table, column);
    const char *target = self->field_of[column] >= 0 ? self->fields[self->field_of[column]].name : IGNORED;

    if (*key == '\0' || (self->origins[column] != CECI_COLUMN_BY_HAND && self->origins[column] != CECI_COLUMN_IGNORED))
      continue;
    if (!ceci_column_mapping_repository_remember (database, format, self->course, key, target, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * ceci_column_map_set:
 * @self: the map
 * @column: a column
 * @field: (nullable): the name of a field, taken from any other column; %NULL leaves the column out
 * @error: a #GOptionError if there is no such field
 *
 * Returns: whether it was mapped
 */
gboolean
ceci_column_map_set (CeciColumnMap *self, guint column, const char *field, GError **error)
{
  int position = field != NULL ? position_of (self, field) : -1;

  g_return_val_if_fail (column < ceci_table_get_n_columns (self->table), FALSE);
  if (field != NULL && position < 0) {
    g_autoptr (GString) names = g_string_new (NULL);

    for (guint i = 0; i < self->n_fields; i++)
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", self->fields[i].name);
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("There is no field “%s”; the fields are: %s."),
                 field, names->str);
    return FALSE;
  }
  set (self, column, position, field != NULL ? CECI_COLUMN_BY_HAND : CECI_COLUMN_IGNORED);
  return TRUE;
}

gboolean
ceci_column_map_set_text (CeciColumnMap *self, const char *column_and_field, GError **error)
{
  const char *equals = strrchr (column_and_field, '=');
  g_autofree char *heading = NULL;
  int column;

  if (equals == NULL || equals == column_and_field) {
    g_set_error (
        error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
        _ ("“%s” maps nothing: write the heading, an equals sign and the field, such as “Ma mission=mission”."),
        column_and_field);
    return FALSE;
  }
  heading = g_strndup (column_and_field, (gsize) (equals - column_and_field));
  column = ceci_table_find_column (self->table, heading);
  if (column < 0 && heading[strspn (heading, "0123456789")] == '\0')
    column = atoi (heading) - 1;
  if (column < 0 || (guint) column >= ceci_table_get_n_columns (self->table)) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("The file has no column “%s”."), heading);
    return FALSE;
  }
  return ceci_column_map_set (self, (guint) column, equals[1] != '\0' ? equals + 1 : NULL, error);
}

CeciTable *
ceci_column_map_get_table (CeciColumnMap *self)
{
  return self->table;
}

guint
ceci_column_map_get_n_fields (CeciColumnMap *self)
{
  return self->n_fields;
}

const CeciImportField *
ceci_column_map_get_field_at (CeciColumnMap *self, guint position)
{
  g_return_val_if_fail (position < self->n_fields, NULL);
  return &self->fields[position];
}

const CeciImportField *
ceci_column_map_get_field (CeciColumnMap *self, guint column)
{
  g_return_val_if_fail (column < ceci_table_get_n_columns (self->table), NULL);
  return self->field_of[column] >= 0 ? &self->fields[self->field_of[column]] : NULL;
}

CeciColumnOrigin
ceci_column_map_get_origin (CeciColumnMap *self, guint column)
{
  g_return_val_if_fail (column < ceci_table_get_n_columns (self->table), CECI_COLUMN_UNKNOWN);
  return self->origins[column];
}

int
ceci_column_map_get_column (CeciColumnMap *self, const char *field)
{
  int position = position_of (self, field);

  return position >= 0 ? self->column_of[position] : -1;
}

const char *
ceci_column_map_get_cell (CeciColumnMap *self, guint row, const char *field)
{
  int column = ceci_column_map_get_column (self, field);

  return column >= 0 ? ceci_table_get_cell (self->table, row, (guint) column) : NULL;
}

GStrv
ceci_column_map_dup_unknown (CeciColumnMap *self)
{
  g_autoptr (GStrvBuilder) unknown = g_strv_builder_new ();

  for (guint column = 0; column < ceci_table_get_n_columns (self->table); column++)
    if (self->origins[column] == CECI_COLUMN_UNKNOWN && *ceci_table_get_heading (self->table, column) != '\0')
      g_strv_builder_add (unknown, ceci_table_get_heading (self->table, column));
  return g_strv_builder_end (unknown);
}
