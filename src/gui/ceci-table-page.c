// SPDX-License-Identifier: GPL-3.0-or-later
// A place of the register that is one table: what it reads and its columns are its class's.
#include "config.h"

#include "ceci-table-page.h"
#include "widgets/ceci-empty-page.h"
#include "widgets/ceci-table-menu.h"

typedef struct {
  AdwHeaderBar *header;
  GtkStack *stack;
  GtkColumnView *table;
  CeciTableMenu *table_menu;
  CeciEmptyPage *empty;
  AdwWrapBox *filters;
  GtkFilter *filter;
  GListStore *items;
} CeciTablePagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CeciTablePage, ceci_table_page, CECI_TYPE_VIEW)

static void
on_activated (CeciTablePage *self, guint position)
{
  CeciTablePagePrivate *priv = ceci_table_page_get_instance_private (self);
  CeciTablePageClass *klass = CECI_TABLE_PAGE_GET_CLASS (self);
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (priv->table)), position);

  if (klass->activated != NULL)
    klass->activated (self, item);
}

static void
ceci_table_page_show (CeciView *view, gpointer result)
{
  CeciTablePagePrivate *priv = ceci_table_page_get_instance_private (CECI_TABLE_PAGE (view));

  ceci_list_update (priv->items, result);
  gtk_widget_set_visible (GTK_WIDGET (priv->table_menu), g_list_model_get_n_items (result) > 0);
  gtk_stack_set_visible_child_name (priv->stack, g_list_model_get_n_items (result) > 0 ? "table" : "empty");
}

static gboolean
matches (gpointer item, gpointer user_data)
{
  CeciTablePage *self = user_data;
  CeciTablePageClass *klass = CECI_TABLE_PAGE_GET_CLASS (self);

  return klass->matches == NULL || klass->matches (self, item);
}

static void
ceci_table_page_constructed (GObject *object)
{
  CeciTablePage *self = CECI_TABLE_PAGE (object);
  CeciTablePagePrivate *priv = ceci_table_page_get_instance_private (self);
  CeciTablePageClass *klass = CECI_TABLE_PAGE_GET_CLASS (self);
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;
  GtkSelectionModel *selection;

  G_OBJECT_CLASS (ceci_table_page_parent_class)->constructed (object);
  ceci_table_add_columns (priv->table, klass->columns, klass->n_columns);
  priv->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (priv->items)), g_object_ref (priv->filter));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (gtk_column_view_get_sorter (priv->table)));
  selection = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (sorted)));
  gtk_single_selection_set_autoselect (GTK_SINGLE_SELECTION (selection), FALSE);
  gtk_single_selection_set_can_unselect (GTK_SINGLE_SELECTION (selection), TRUE);
  gtk_column_view_set_model (priv->table, selection);
  g_object_unref (selection);
}

static void
ceci_table_page_dispose (GObject *object)
{
  CeciTablePagePrivate *priv = ceci_table_page_get_instance_private (CECI_TABLE_PAGE (object));

  g_clear_object (&priv->items);
  g_clear_object (&priv->filter);
  ceci_view_dispose_template (CECI_VIEW (object), CECI_TYPE_TABLE_PAGE);
  G_OBJECT_CLASS (ceci_table_page_parent_class)->dispose (object);
}

static void
ceci_table_page_class_init (CeciTablePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ceci_table_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = ceci_table_page_dispose;
  CECI_VIEW_CLASS (klass)->free_result = g_object_unref;
  CECI_VIEW_CLASS (klass)->show = ceci_table_page_show;

  g_type_ensure (CECI_TYPE_EMPTY_PAGE);
  g_type_ensure (CECI_TYPE_TABLE_MENU);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/ceci-table-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, CeciTablePage, header);
  gtk_widget_class_bind_template_child_private (widget_class, CeciTablePage, stack);
  gtk_widget_class_bind_template_child_private (widget_class, CeciTablePage, table);
  gtk_widget_class_bind_template_child_private (widget_class, CeciTablePage, table_menu);
  gtk_widget_class_bind_template_child_private (widget_class, CeciTablePage, empty);
  gtk_widget_class_bind_template_child_private (widget_class, CeciTablePage, filters);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
ceci_table_page_init (CeciTablePage *self)
{
  CeciTablePagePrivate *priv = ceci_table_page_get_instance_private (self);

  priv->items = g_list_store_new (G_TYPE_OBJECT);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ceci_table_page_describe:
 * @self: a page
 * @title: its title, and what a screen reader calls the table
 * @icon_name: the icon of the empty page
 * @empty_title: what the empty page says
 * @empty_description: what to do about it
 */
void
ceci_table_page_describe (CeciTablePage *self, const char *title, const char *icon_name, const char *empty_title,
                          const char *empty_description)
{
  CeciTablePagePrivate *priv = ceci_table_page_get_instance_private (self);

  ceci_view_set_title (CECI_VIEW (self), title);
  g_object_set (priv->table_menu, "key", G_OBJECT_TYPE_NAME (self), "title", title, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->table), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set (priv->empty, "icon-name", icon_name, "title", empty_title, "description", empty_description, NULL);
}

/**
 * ceci_table_page_add_button:
 * @self: a page
 * @label: what it does, with a mnemonic
 * @action_name: the action it activates
 *
 * Adds a way to make something new: in the header, and on the empty page.
 */
void
ceci_table_page_add_button (CeciTablePage *self, const char *label, const char *action_name)
{
  CeciTablePagePrivate *priv = ceci_table_page_get_instance_private (self);

  ceci_table_page_add_act (self, label, action_name);
  g_object_set (priv->empty, "button-label", label, "action-name", action_name, NULL);
}

void
ceci_table_page_add_act (CeciTablePage *self, const char *label, const char *action_name)
{
  CeciTablePagePrivate *priv = ceci_table_page_get_instance_private (self);
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  adw_header_bar_pack_end (priv->header, button);
}

void
ceci_table_page_add_filter (CeciTablePage *self, GtkWidget *filter)
{
  CeciTablePagePrivate *priv = ceci_table_page_get_instance_private (self);

  adw_wrap_box_append (priv->filters, filter);
  gtk_widget_set_visible (GTK_WIDGET (priv->filters), TRUE);
}

/**
 * ceci_table_page_add_choice:
 * @self: a page whose class says what matches
 * @label: what is chosen, for a screen reader
 * @words: (array zero-terminated=1): the choices, the first of which asks for nothing
 *
 * Returns: (transfer none): a filter above the table
 */
GtkDropDown *
ceci_table_page_add_choice (CeciTablePage *self, const char *label, const char *const *words)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings (words);

  gtk_widget_set_tooltip_text (choice, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (ceci_table_page_filter_changed), self,
                           G_CONNECT_SWAPPED);
  ceci_table_page_add_filter (self, choice);
  return GTK_DROP_DOWN (choice);
}

void
ceci_table_page_filter_changed (CeciTablePage *self)
{
  CeciTablePagePrivate *priv = ceci_table_page_get_instance_private (self);

  if (priv->filter != NULL)
    gtk_filter_changed (priv->filter, GTK_FILTER_CHANGE_DIFFERENT);
}
