// SPDX-License-Identifier: GPL-3.0-or-later
// What was noticed of an imported file, and which column holds which field, changed by hand.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-import-file-page.h"

struct _CeciImportFilePage {
  AdwBin parent_instance;
  AdwPreferencesGroup *notes;
  AdwPreferencesGroup *unused;
  AdwPreferencesGroup *used;
  CeciColumnMap *map;
  GPtrArray *rows;   // AdwComboRow, one a column; NULL for a column with no heading
  gboolean updating; // the rows are being set: nobody chose anything
};

enum { MAPPED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CeciImportFilePage, ceci_import_file_page, ADW_TYPE_BIN)

// The first choice is none; the others are the fields in their order.
static GtkStringList *
field_titles (CeciColumnMap *map)
{
  GtkStringList *titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _ ("Not used"));
  for (guint i = 0; i < ceci_column_map_get_n_fields (map); i++)
    gtk_string_list_append (titles, _ (ceci_column_map_get_field_at (map, i)->title));
  return titles;
}

static guint
position_of_field (CeciColumnMap *map, guint column)
{
  const CeciImportField *field = ceci_column_map_get_field (map, column);

  for (guint i = 0; i < ceci_column_map_get_n_fields (map); i++)
    if (ceci_column_map_get_field_at (map, i) == field)
      return i + 1;
  return 0;
}

static char *
dup_example (CeciColumnMap *map, guint column)
{
  CeciTable *table = ceci_column_map_get_table (map);

  for (guint row = 0; row < ceci_table_get_n_rows (table); row++) {
    const char *cell = ceci_table_get_cell (table, row, column);

    if (cell != NULL && *cell != '\0')
      // Translators: an answer found in a column of a file
      return g_strdup_printf (_ ("For example: %s"), cell);
  }
  return g_strdup (_ ("Always empty"));
}

// A field that was another column's is taken from it: every row is shown again.
static void
show_choices (CeciImportFilePage *self)
{
  self->updating = TRUE;
  for (guint column = 0; column < self->rows->len; column++)
    if (self->rows->pdata[column] != NULL)
      adw_combo_row_set_selected (self->rows->pdata[column], position_of_field (self->map, column));
  self->updating = FALSE;
}

static void
on_selected (CeciImportFilePage *self, GParamSpec *pspec, AdwComboRow *row)
{
  guint column, selected = adw_combo_row_get_selected (row);
  const char *field = selected > 0 && selected != GTK_INVALID_LIST_POSITION
                          ? ceci_column_map_get_field_at (self->map, selected - 1)->name
                          : NULL;

  if (self->updating || !g_ptr_array_find (self->rows, row, &column))
    return;
  if (ceci_column_map_set (self->map, column, field, NULL)) {
    show_choices (self);
    g_signal_emit (self, signals[MAPPED], 0);
  }
}

static void
add_note (CeciImportFilePage *self, const char *note)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-information-symbolic");

  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Note"), -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), note);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_preferences_group_add (self->notes, row);
}

static void
add_column (CeciImportFilePage *self, guint column, GtkStringList *titles)
{
  const char *heading = ceci_table_get_heading (ceci_column_map_get_table (self->map), column);
  g_autofree char *example = dup_example (self->map, column);
  GtkWidget *row;

  if (*heading == '\0') {
    g_ptr_array_add (self->rows, NULL);
    return;
  }
  row = adw_combo_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), heading);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), example);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (titles));
  adw_combo_row_set_expression (ADW_COMBO_ROW (row),
                                gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (row), TRUE);
  adw_preferences_group_add (ceci_column_map_get_field (self->map, column) != NULL ? self->used : self->unused, row);
  g_ptr_array_add (self->rows, row);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
}

/**
 * ceci_import_file_page_set_map:
 * @self: the page
 * @map: a file's columns; what is chosen changes it
 *
 * Shows a file. The columns stay where they are when what they hold changes.
 */
void
ceci_import_file_page_set_map (CeciImportFilePage *self, CeciColumnMap *map)
{
  CeciTable *table = ceci_column_map_get_table (map);
  const char *const *notes = ceci_table_get_notes (table);
  g_autoptr (GtkStringList) titles = field_titles (map);
  gboolean has_used = FALSE, has_unused = FALSE;

  g_return_if_fail (self->map == NULL);

  self->map = g_object_ref (map);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), *notes != NULL);
  for (; *notes != NULL; notes++)
    add_note (self, *notes);
  self->updating = TRUE;
  for (guint column = 0; column < ceci_table_get_n_columns (table); column++) {
    gboolean is_used = ceci_column_map_get_field (map, column) != NULL;

    add_column (self, column, titles);
    has_used |= is_used;
    has_unused |= !is_used && self->rows->pdata[column] != NULL;
  }
  show_choices (self);
  gtk_widget_set_visible (GTK_WIDGET (self->used), has_used);
  gtk_widget_set_visible (GTK_WIDGET (self->unused), has_unused);
}

guint
ceci_import_file_page_get_n_remarks (CeciImportFilePage *self)
{
  g_auto (GStrv) unknown = self->map != NULL ? ceci_column_map_dup_unknown (self->map) : NULL;
  const char *const *notes = self->map != NULL ? ceci_table_get_notes (ceci_column_map_get_table (self->map)) : NULL;

  return self->map != NULL ? g_strv_length (unknown) + g_strv_length ((GStrv) notes) : 0;
}

static void
ceci_import_file_page_dispose (GObject *object)
{
  CeciImportFilePage *self = CECI_IMPORT_FILE_PAGE (object);

  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->map);
  adw_bin_set_child (ADW_BIN (object), NULL); // before the template unparents it behind the bin’s back
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_IMPORT_FILE_PAGE);
  G_OBJECT_CLASS (ceci_import_file_page_parent_class)->dispose (object);
}

static void
ceci_import_file_page_finalize (GObject *object)
{
  g_ptr_array_unref (CECI_IMPORT_FILE_PAGE (object)->rows);
  G_OBJECT_CLASS (ceci_import_file_page_parent_class)->finalize (object);
}

static void
ceci_import_file_page_class_init (CeciImportFilePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_import_file_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ceci_import_file_page_finalize;
  signals[MAPPED] =
      g_signal_new ("mapped", CECI_TYPE_IMPORT_FILE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/cohorts/ceci-import-file-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciImportFilePage, notes);
  gtk_widget_class_bind_template_child (widget_class, CeciImportFilePage, unused);
  gtk_widget_class_bind_template_child (widget_class, CeciImportFilePage, used);
}

static void
ceci_import_file_page_init (CeciImportFilePage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
