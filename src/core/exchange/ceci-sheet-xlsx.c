// SPDX-License-Identifier: GPL-3.0-or-later
// The first sheet of an XLSX workbook that has content (ECMA-376, part 1). Only what stands in cells is read: a
// formula's last result, never the formula.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "ceci-sheet.h"

typedef struct {
  char *name;
  char *relation;
} SheetEntry;

// Everything but the sheet itself.
typedef struct {
  GPtrArray *sheets;   // SheetEntry, in order
  GHashTable *targets; // relation to a part's name
  GPtrArray *strings;  // shared
  GHashTable *formats; // of the workbook: id to code
  GArray *kinds;       // CeciNumberKind of each cell style
  gboolean from_1904;
  gboolean in_cell_styles;
  gboolean in_text, in_phonetic;
  GString *text; // the shared string being read
} Workbook;

static void
sheet_entry_free (SheetEntry *entry)
{
  g_free (entry->name);
  g_free (entry->relation);
  g_free (entry);
}

static void
workbook_clear (Workbook *self)
{
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->targets, g_hash_table_unref);
  g_clear_pointer (&self->strings, g_ptr_array_unref);
  g_clear_pointer (&self->formats, g_hash_table_unref);
  g_clear_pointer (&self->kinds, g_array_unref);
  if (self->text != NULL)
    g_string_free (g_steal_pointer (&self->text), TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Workbook, workbook_clear)

static gboolean
is_true (const char *value)
{
  return value != NULL && (strcmp (value, "1") == 0 || strcmp (value, "true") == 0);
}

static guint
number_of (const char *value)
{
  return value != NULL ? (guint) MIN (g_ascii_strtoull (value, NULL, 10), G_MAXINT) : 0;
}

static void
workbook_element (GMarkupParseContext *context, const char *element, const char **names, const char **values,
                  gpointer data, GError **error)
{
  Workbook *self = data;
  const char *local = ceci_sheet_local (element);

  if (strcmp (local, "sheet") == 0) {
    SheetEntry *entry = g_new0 (SheetEntry, 1);

    entry->name = g_strdup (ceci_sheet_attribute (names, values, "name"));
    entry->relation = g_strdup (ceci_sheet_attribute (names, values, "id"));
    g_ptr_array_add (self->sheets, entry);
  } else if (strcmp (local, "workbookPr") == 0) {
    self->from_1904 = is_true (ceci_sheet_attribute (names, values, "date1904"));
  } else if (strcmp (local, "Relationship") == 0) {
    const char *id = ceci_sheet_attribute (names, values, "Id"),
               *target = ceci_sheet_attribute (names, values, "Target");

    if (id != NULL && target != NULL)
      g_hash_table_replace (self->targets, g_strdup (id),
                            *target == '/' ? g_strdup (target + 1) : g_strconcat ("xl/", target, NULL));
  } else if (strcmp (local, "numFmt") == 0) {
    const char *code = ceci_sheet_attribute (names, values, "formatCode");

    if (code != NULL)
      g_hash_table_replace (self->formats,
                            GUINT_TO_POINTER (number_of (ceci_sheet_attribute (names, values, "numFmtId"))),
                            g_strdup (code));
  } else if (strcmp (local, "cellXfs") == 0) {
    self->in_cell_styles = TRUE;
  } else if (strcmp (local, "xf") == 0 && self->in_cell_styles) {
    guint id = number_of (ceci_sheet_attribute (names, values, "numFmtId"));
    CeciNumberKind kind = ceci_number_kind_of_format (id, g_hash_table_lookup (self->formats, GUINT_TO_POINTER (id)));

    g_array_append_val (self->kinds, kind);
  }
}

static void
workbook_element_end (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Workbook *self = data;

  if (strcmp (ceci_sheet_local (element), "cellXfs") == 0)
    self->in_cell_styles = FALSE;
}

static const GMarkupParser workbook_parser = {.start_element = workbook_element, .end_element = workbook_element_end};

// «_x000D_» stands for a character that XML can't hold.
static char *
unescape (const char *text)
{
  GString *plain = g_string_sized_new (strlen (text));

  while (*text != '\0') {
    gunichar character = 0;

    if (text[0] == '_' && text[1] == 'x' && strspn (text + 2, "0123456789ABCDEFabcdef") >= 4 && text[6] == '_') {
      for (guint i = 2; i < 6; i++)
        character = character << 4 | (gunichar) g_ascii_xdigit_value (text[i]);
      text += 7;
      if (character == '\t' || character == '\n' || (character >= 0x20 && g_unichar_validate (character)))
        g_string_append_unichar (plain, character);
    } else {
      g_string_append_c (plain, *text++);
    }
  }
  return g_string_free_and_steal (plain);
}

static void
string_element (GMarkupParseContext *context, const char *element, const char **names, const char **values,
                gpointer data, GError **error)
{
  Workbook *self = data;
  const char *local = ceci_sheet_local (element);

  if (strcmp (local, "si") == 0)
    g_string_truncate (self->text, 0);
  else if (strcmp (local, "rPh") == 0)
    self->in_phonetic = TRUE;
  else if (strcmp (local, "t") == 0)
    self->in_text = !self->in_phonetic;
}

static void
string_element_end (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Workbook *self = data;
  const char *local = ceci_sheet_local (element);

  if (strcmp (local, "si") == 0)
    g_ptr_array_add (self->strings, unescape (self->text->str));
  else if (strcmp (local, "rPh") == 0)
    self->in_phonetic = FALSE;
  else if (strcmp (local, "t") == 0)
    self->in_text = FALSE;
}

static void
string_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Workbook *self = data;

  if (self->in_text)
    g_string_append_len (self->text, text, (gssize) length);
}

static const GMarkupParser string_parser = {
    .start_element = string_element, .end_element = string_element_end, .text = string_text};

// One sheet being read.
typedef struct {
  const Workbook *workbook;
  CeciTableBuilder *builder;
  CeciSheetRow row;
  guint line;   // from 1
  guint column; // from 0
  char type;    // of the cell: n number, s shared, t text, b boolean, e error, d date
  CeciNumberKind kind;
  gboolean in_value;
  GString *value;
} Sheet;

// «AB12» gives 27; a cell without a reference follows the one before.
static guint
column_of (const char *reference, guint next)
{
  guint column = 0;

  if (reference == NULL || !g_ascii_isupper (*reference))
    return next;
  for (; g_ascii_isupper (*reference) && column < 100000; reference++)
    column = column * 26 + (guint) (*reference - 'A' + 1);
  return column - 1;
}

static char
type_of (const char *name)
{
  static const struct {
    const char *name;
    char type;
  } types[] = {{"s", 's'}, {"str", 't'}, {"inlineStr", 't'}, {"b", 'b'}, {"e", 'e'}, {"d", 'd'}};

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (types); i++)
    if (strcmp (name, types[i].name) == 0)
      return types[i].type;
  return 'n';
}

static void
sheet_element (GMarkupParseContext *context, const char *element, const char **names, const char **values,
               gpointer data, GError **error)
{
  Sheet *self = data;
  const char *local = ceci_sheet_local (element);

  if (strcmp (local, "row") == 0) {
    const char *reference = ceci_sheet_attribute (names, values, "r");

    self->line = reference != NULL ? number_of (reference) : self->line + 1;
    self->column = G_MAXUINT; // so that the next is 0
  } else if (strcmp (local, "c") == 0) {
    guint style = number_of (ceci_sheet_attribute (names, values, "s"));

    self->column = column_of (ceci_sheet_attribute (names, values, "r"), self->column + 1);
    self->type = type_of (ceci_sheet_attribute (names, values, "t"));
    self->kind = style < self->workbook->kinds->len ? g_array_index (self->workbook->kinds, CeciNumberKind, style)
                                                    : CECI_NUMBER_PLAIN;
    g_string_truncate (self->value, 0);
  } else if (strcmp (local, "v") == 0 || strcmp (local, "t") == 0) {
    self->in_value = TRUE;
  }
}

static char *
cell_text (const Sheet *self)
{
  const char *value = self->value->str;
  char *end;
  double number;
  guint index;

  if (*value == '\0')
    return NULL;
  switch (self->type) {
  case 's':
    index = number_of (value);
    return index < self->workbook->strings->len ? g_strdup (g_ptr_array_index (self->workbook->strings, index)) : NULL;
  case 't':
    return unescape (value);
  case 'b':
    return g_strdup (is_true (value) ? "1" : "0");
  case 'e':
    return NULL; // «#REF!» is no answer
  case 'd':
    return g_strdelimit (g_strdup (value), "T", ' ');
  default:
    number = g_ascii_strtod (value, &end);
    return *end == '\0' ? ceci_number_to_text (number, self->kind, self->workbook->from_1904) : g_strdup (value);
  }
}

static void
sheet_element_end (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Sheet *self = data;
  const char *local = ceci_sheet_local (element);

  if (strcmp (local, "v") == 0 || strcmp (local, "t") == 0) {
    self->in_value = FALSE;
  } else if (strcmp (local, "c") == 0) {
    ceci_sheet_row_set (&self->row, self->column, cell_text (self), &self->builder->limits, self->line, error);
  } else if (strcmp (local, "row") == 0) {
    ceci_table_builder_add (self->builder, self->line, (const char *const *) self->row.cells->pdata,
                            self->row.cells->len, error);
    g_ptr_array_set_size (self->row.cells, 0);
  }
}

static void
sheet_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Sheet *self = data;

  if (self->in_value)
    g_string_append_len (self->value, text, (gssize) length);
}

static const GMarkupParser sheet_parser = {
    .start_element = sheet_element, .end_element = sheet_element_end, .text = sheet_text};

static gboolean
read_sheet (const Workbook *workbook, GBytes *xml, CeciTableBuilder *builder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) value = g_string_new (NULL);
  Sheet sheet = {.workbook = workbook, .builder = builder, .row = {.cells = cells}, .value = value};

  return ceci_sheet_parse (xml, &sheet_parser, &sheet, cancellable, error);
}

static gboolean
read_part (Workbook *self, GHashTable *parts, const char *name, const GMarkupParser *parser, GCancellable *cancellable,
           GError **error)
{
  GBytes *xml = g_hash_table_lookup (parts, name);

  return xml == NULL || ceci_sheet_parse (xml, parser, self, cancellable, error);
}

/**
 * ceci_sheet_read_xlsx:
 * @parts: the workbook's parts
 * @builder: takes the rows
 * @cancellable: (nullable): to stop
 * @error: why not
 *
 * Returns: whether the workbook was read
 */
gboolean
ceci_sheet_read_xlsx (GHashTable *parts, CeciTableBuilder *builder, GCancellable *cancellable, GError **error)
{
  g_auto (Workbook) workbook = {
      .sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) sheet_entry_free),
      .targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
      .strings = g_ptr_array_new_with_free_func (g_free),
      .formats = g_hash_table_new_full (NULL, NULL, NULL, g_free),
      .kinds = g_array_new (FALSE, FALSE, sizeof (CeciNumberKind)),
      .text = g_string_new (NULL),
  };

  if (!read_part (&workbook, parts, "xl/workbook.xml", &workbook_parser, cancellable, error) ||
      !read_part (&workbook, parts, "xl/_rels/workbook.xml.rels", &workbook_parser, cancellable, error) ||
      !read_part (&workbook, parts, "xl/styles.xml", &workbook_parser, cancellable, error) ||
      !read_part (&workbook, parts, "xl/sharedStrings.xml", &string_parser, cancellable, error))
    return FALSE;
  for (guint i = 0; i < workbook.sheets->len && !builder->has_headings; i++) {
    const SheetEntry *entry = g_ptr_array_index (workbook.sheets, i);
    const char *target = entry->relation != NULL ? g_hash_table_lookup (workbook.targets, entry->relation) : NULL;
    g_autofree char *usual = g_strdup_printf ("xl/worksheets/sheet%u.xml", i + 1);
    GBytes *xml = g_hash_table_lookup (parts, target != NULL ? target : usual);

    if (xml == NULL)
      return ceci_sheet_set_damaged (error);
    if (!read_sheet (&workbook, xml, builder, cancellable, error))
      return FALSE;
  }
  if (workbook.sheets->len > 1)
    ceci_table_add_note (builder->table,
                         _ ("The file has more than one sheet: only the first one that is not empty was read."));
  return TRUE;
}
