// SPDX-License-Identifier: GPL-3.0-or-later
// The menu of a table: export, the columns shown, sorting put back; and what a person settled there, remembered in
// GSettings under the table's key.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-table-export.h"
#include "ceci-table-menu.h"
#include "ceci-table.h"
#include "ceci-view.h"

#define SAVE_AFTER_MS 200 // a column that is being dragged changes at every frame

typedef struct {
  char *name;
  GObject *object;
  char *property;
} Filter;

struct _CeciTableMenu {
  GtkWidget parent_instance;
  GtkMenuButton *button;
  GtkColumnView *table;
  char *key;
  char *title;
  GSettings *settings;
  GSimpleActionGroup *actions;
  GPtrArray *filters; // of Filter
  guint saving;
  gboolean restored;
  gboolean restoring;
};

enum { PROP_0, PROP_TABLE, PROP_KEY, PROP_TITLE, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CeciTableMenu, ceci_table_menu, GTK_TYPE_WIDGET)

static void
filter_free (gpointer data)
{
  Filter *filter = data;

  g_clear_weak_pointer (&filter->object);
  g_free (filter->name);
  g_free (filter->property);
  g_free (filter);
}

typedef void (*ColumnFunc) (CeciTableMenu *self, GtkColumnViewColumn *column, gpointer data);

static void
for_each_column (CeciTableMenu *self, ColumnFunc func, gpointer data)
{
  GListModel *columns = gtk_column_view_get_columns (self->table);
  guint n = g_list_model_get_n_items (columns);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (all, g_list_model_get_item (columns, i));
  for (guint i = 0; i < n; i++)
    if (gtk_column_view_column_get_id (all->pdata[i]) != NULL)
      func (self, all->pdata[i], data);
}

// --- saving -----------------------------------------------------------------------------

typedef struct {
  GVariantBuilder order, hidden, widths;
} Columns;

static void
save_column (CeciTableMenu *self, GtkColumnViewColumn *column, gpointer data)
{
  Columns *columns = data;
  const char *id = gtk_column_view_column_get_id (column);
  int width = gtk_column_view_column_get_fixed_width (column);

  g_variant_builder_add (&columns->order, "s", id);
  if (ceci_table_column_is_hidden (column))
    g_variant_builder_add (&columns->hidden, "s", id);
  if (width >= 0)
    g_variant_builder_add (&columns->widths, "{si}", id, width);
}

static void
save_sorting (CeciTableMenu *self)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->table));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);
  const char *id = column != NULL ? gtk_column_view_column_get_id (column) : NULL;

  g_settings_set (self->settings, "sort", "(sb)", id != NULL ? id : "",
                  gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING);
}

static GVariant *
pack (GObject *object, const char *property)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_object_get_property (object, property, &value);
  if (G_VALUE_HOLDS_UINT (&value))
    return g_variant_new_uint32 (g_value_get_uint (&value));
  if (G_VALUE_HOLDS_BOOLEAN (&value))
    return g_variant_new_boolean (g_value_get_boolean (&value));
  return g_variant_new_string (g_value_get_string (&value) != NULL ? g_value_get_string (&value) : "");
}

static void
save_filters (CeciTableMenu *self)
{
  GVariantBuilder filters;

  g_variant_builder_init (&filters, G_VARIANT_TYPE_VARDICT);
  for (guint i = 0; i < self->filters->len; i++) {
    const Filter *filter = self->filters->pdata[i];

    if (filter->object != NULL)
      g_variant_builder_add (&filters, "{sv}", filter->name, pack (filter->object, filter->property));
  }
  g_settings_set_value (self->settings, "filters", g_variant_builder_end (&filters));
}

static void
save (CeciTableMenu *self)
{
  Columns columns;

  g_clear_handle_id (&self->saving, g_source_remove);
  g_variant_builder_init (&columns.order, G_VARIANT_TYPE_STRING_ARRAY);
  g_variant_builder_init (&columns.hidden, G_VARIANT_TYPE_STRING_ARRAY);
  g_variant_builder_init (&columns.widths, G_VARIANT_TYPE ("a{si}"));
  for_each_column (self, save_column, &columns);
  g_settings_set_value (self->settings, "order", g_variant_builder_end (&columns.order));
  g_settings_set_value (self->settings, "hidden", g_variant_builder_end (&columns.hidden));
  g_settings_set_value (self->settings, "widths", g_variant_builder_end (&columns.widths));
  save_sorting (self);
  save_filters (self);
}

static void
on_save (gpointer data)
{
  CeciTableMenu *self = data;

  self->saving = 0;
  save (self);
}

static void
queue_save (CeciTableMenu *self)
{
  if (self->table != NULL && self->restored && !self->restoring && self->saving == 0) // none once disposed
    self->saving = g_timeout_add_once (SAVE_AFTER_MS, on_save, self);
}

// --- restoring ----------------------------------------------------------------------------

static void
restore_column (CeciTableMenu *self, GtkColumnViewColumn *column, gpointer data)
{
  const char *id = gtk_column_view_column_get_id (column);
  g_auto (GStrv) hidden = g_settings_get_strv (self->settings, "hidden");
  g_autoptr (GVariant) widths = g_settings_get_value (self->settings, "widths");
  int width = -1;

  if (g_strv_contains ((const char *const *) hidden, id))
    ceci_table_column_set_hidden (column, TRUE);
  if (g_variant_lookup (widths, id, "i", &width) && width > 0)
    gtk_column_view_column_set_fixed_width (column, width);
  g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (queue_save), self, G_CONNECT_SWAPPED);
}

static void
restore_order (CeciTableMenu *self)
{
  g_auto (GStrv) order = g_settings_get_strv (self->settings, "order");
  guint place = 0;

  for (guint i = 0; order[i] != NULL; i++) {
    GtkColumnViewColumn *column = ceci_table_get_column (self->table, order[i]);
    g_autoptr (GObject) there = g_list_model_get_item (gtk_column_view_get_columns (self->table), place);

    if (column == NULL)
      continue;
    if (there != G_OBJECT (column))
      gtk_column_view_insert_column (self->table, place, column);
    place++;
  }
}

static void
restore_sorting (CeciTableMenu *self)
{
  GtkColumnViewColumn *column;
  g_autofree char *id = NULL;
  gboolean down = FALSE;

  g_settings_get (self->settings, "sort", "(sb)", &id, &down);
  column = ceci_table_get_column (self->table, id);
  if (column != NULL && gtk_column_view_column_get_sorter (column) != NULL)
    gtk_column_view_sort_by_column (self->table, column, down ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

static void
restore_filter (CeciTableMenu *self, const Filter *filter, GVariant *all)
{
  g_autoptr (GVariant) packed = g_variant_lookup_value (all, filter->name, NULL);

  if (packed == NULL || filter->object == NULL)
    return;
  if (g_variant_is_of_type (packed, G_VARIANT_TYPE_UINT32))
    g_object_set (filter->object, filter->property, g_variant_get_uint32 (packed), NULL);
  else if (g_variant_is_of_type (packed, G_VARIANT_TYPE_BOOLEAN))
    g_object_set (filter->object, filter->property, g_variant_get_boolean (packed), NULL);
  else if (g_variant_is_of_type (packed, G_VARIANT_TYPE_STRING))
    g_object_set (filter->object, filter->property, g_variant_get_string (packed, NULL), NULL);
}

// --- the menu --------------------------------------------------------------------------------

static void
on_column_toggled (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  CeciTableMenu *self = user_data;
  GtkColumnViewColumn *column =
      ceci_table_get_column (self->table, g_action_get_name (G_ACTION (action)) + strlen ("column-"));

  g_simple_action_set_state (action, state);
  if (column != NULL)
    ceci_table_column_set_hidden (column, !g_variant_get_boolean (state));
  queue_save (self);
}

static void
add_to_menu (CeciTableMenu *self, GtkColumnViewColumn *column, gpointer menu)
{
  g_autofree char *name = g_strconcat ("column-", gtk_column_view_column_get_id (column), NULL);
  g_autofree char *full = g_strconcat ("table.", name, NULL);
  g_autoptr (GSimpleAction) action = NULL;

  if (ceci_table_column_get (column) == NULL)
    return;
  action = g_simple_action_new_stateful (name, NULL, g_variant_new_boolean (!ceci_table_column_is_hidden (column)));
  g_signal_connect (action, "change-state", G_CALLBACK (on_column_toggled), self);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
  g_menu_append (menu, gtk_column_view_column_get_title (column), full);
}

static void
make_menu (CeciTableMenu *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();
  g_autoptr (GMenu) columns = g_menu_new ();

  for_each_column (self, add_to_menu, columns);
  g_menu_append (first, _ ("_Export…"), "table.export");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_submenu (last, _ ("_Columns"), G_MENU_MODEL (columns));
  g_menu_append (last, _ ("_Standard layout"), "table.reset");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  gtk_menu_button_set_menu_model (self->button, G_MENU_MODEL (menu));
}

static void
on_export (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ceci_table_menu_export (user_data);
}

static void
reset_column (CeciTableMenu *self, GtkColumnViewColumn *column, gpointer data)
{
  ceci_table_column_set_hidden (column, FALSE);
  gtk_column_view_column_set_fixed_width (column, -1);
}

static void
on_reset (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CeciTableMenu *self = user_data;

  for_each_column (self, reset_column, NULL);
  gtk_column_view_sort_by_column (self->table, NULL, GTK_SORT_ASCENDING);
  make_menu (self);
  queue_save (self);
}

// --- the widget ------------------------------------------------------------------------------

// Only now are the table's columns there: a page adds them after its template.
static void
restore (CeciTableMenu *self)
{
  g_autofree char *path = g_strdup_printf ("/be/ulb/Ceci/tables/%s/", self->key);
  g_autoptr (GVariant) filters = NULL;

  self->settings = g_settings_new_with_path ("be.ulb.Ceci.Table", path);
  self->restoring = TRUE;
  restore_order (self);
  for_each_column (self, restore_column, NULL);
  restore_sorting (self);
  filters = g_settings_get_value (self->settings, "filters");
  for (guint i = 0; i < self->filters->len; i++)
    restore_filter (self, self->filters->pdata[i], filters);
  self->restoring = FALSE;
  self->restored = TRUE;
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed", G_CALLBACK (queue_save), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_columns (self->table), "items-changed", G_CALLBACK (queue_save), self,
                           G_CONNECT_SWAPPED);
}

static void
ceci_table_menu_map (GtkWidget *widget)
{
  CeciTableMenu *self = CECI_TABLE_MENU (widget);

  if (!self->restored && self->table != NULL && self->key != NULL) {
    restore (self);
    make_menu (self);
  }
  GTK_WIDGET_CLASS (ceci_table_menu_parent_class)->map (widget);
}

static void
ceci_table_menu_unmap (GtkWidget *widget)
{
  CeciTableMenu *self = CECI_TABLE_MENU (widget);

  if (self->saving != 0)
    save (self);
  GTK_WIDGET_CLASS (ceci_table_menu_parent_class)->unmap (widget);
}

static void
ceci_table_menu_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CeciTableMenu *self = CECI_TABLE_MENU (object);

  switch (id) {
  case PROP_TABLE:
    g_value_set_object (value, self->table);
    break;
  case PROP_KEY:
    g_value_set_string (value, self->key);
    break;
  case PROP_TITLE:
    g_value_set_string (value, self->title);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
ceci_table_menu_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CeciTableMenu *self = CECI_TABLE_MENU (object);
  gboolean changed = FALSE;

  switch (id) {
  case PROP_TABLE:
    changed = g_set_object (&self->table, g_value_get_object (value));
    break;
  case PROP_KEY:
    changed = g_set_str (&self->key, g_value_get_string (value));
    break;
  case PROP_TITLE:
    changed = g_set_str (&self->title, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
  if (changed)
    g_object_notify_by_pspec (object, pspec);
}

static void
ceci_table_menu_dispose (GObject *object)
{
  CeciTableMenu *self = CECI_TABLE_MENU (object);

  g_clear_handle_id (&self->saving, g_source_remove);
  g_clear_object (&self->table);
  g_clear_object (&self->settings);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->filters, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_TABLE_MENU);
  G_OBJECT_CLASS (ceci_table_menu_parent_class)->dispose (object);
}

static void
ceci_table_menu_finalize (GObject *object)
{
  CeciTableMenu *self = CECI_TABLE_MENU (object);

  g_free (self->key);
  g_free (self->title);
  G_OBJECT_CLASS (ceci_table_menu_parent_class)->finalize (object);
}

static void
ceci_table_menu_class_init (CeciTableMenuClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ceci_table_menu_get_property;
  object_class->set_property = ceci_table_menu_set_property;
  object_class->dispose = ceci_table_menu_dispose;
  object_class->finalize = ceci_table_menu_finalize;
  widget_class->map = ceci_table_menu_map;
  widget_class->unmap = ceci_table_menu_unmap;

  /**
   * CeciTableMenu:table:
   *
   * The table whose menu it is.
   */
  properties[PROP_TABLE] = g_param_spec_object ("table", NULL, NULL, GTK_TYPE_COLUMN_VIEW, flags);
  /**
   * CeciTableMenu:key:
   *
   * Under what name the table is remembered: lower case letters and `-`.
   */
  properties[PROP_KEY] = g_param_spec_string ("key", NULL, NULL, NULL, flags);
  /**
   * CeciTableMenu:title:
   *
   * What an exported file is called.
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/widgets/ceci-table-menu.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciTableMenu, button);
}

static void
ceci_table_menu_init (CeciTableMenu *self)
{
  static const GActionEntry entries[] = {{.name = "export", .activate = on_export},
                                         {.name = "reset", .activate = on_reset}};

  self->filters = g_ptr_array_new_with_free_func (filter_free);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "table", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ceci_table_menu_find:
 * @widget: any widget
 *
 * Returns: (transfer none) (nullable): the menu of a table that is on screen within @widget
 */
CeciTableMenu *
ceci_table_menu_find (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (CECI_IS_TABLE_MENU (widget))
    return CECI_TABLE_MENU (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    CeciTableMenu *found = ceci_table_menu_find (child);

    if (found != NULL)
      return found;
  }
  return NULL;
}

/**
 * ceci_table_menu_export:
 * @self: a table's menu
 *
 * Asks for a file and writes the table to it, as it is seen.
 */
void
ceci_table_menu_export (CeciTableMenu *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), CECI_TYPE_VIEW);
  CeciDesk *desk = view != NULL ? ceci_view_get_desk (CECI_VIEW (view)) : NULL;

  if (desk != NULL && self->table != NULL)
    ceci_table_export_ask (self->table, desk, self->title != NULL ? self->title : self->key);
}

/**
 * ceci_table_menu_remember:
 * @self: a table's menu that was not shown yet
 * @name: what the filter is called in the settings
 * @object: what holds it
 * @property: a string, a boolean or an unsigned integer
 *
 * Remembers a filter with the table: a drop down's `selected`, a check's `active`.
 */
void
ceci_table_menu_remember (CeciTableMenu *self, const char *name, gpointer object, const char *property)
{
  Filter *filter = g_new0 (Filter, 1);
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);

  filter->name = g_strdup (name);
  filter->property = g_strdup (property);
  g_set_weak_pointer (&filter->object, object);
  g_ptr_array_add (self->filters, filter);
  g_signal_connect_object (object, signal, G_CALLBACK (queue_save), self, G_CONNECT_SWAPPED);
}
