// SPDX-License-Identifier: GPL-3.0-or-later
// Tables: a GtkColumnView's columns from one array, and a list brought up to date without losing its place.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-figure-bar.h"
#include "ceci-state-pill.h"
#include "ceci-table.h"

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, const CeciColumn *column)
{
  gtk_list_item_set_child (item, column->create ());
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, const CeciColumn *column)
{
  column->show (gtk_list_item_get_child (item), gtk_list_item_get_item (item));
}

static GQuark
column_quark (void)
{
  return g_quark_from_static_string ("ceci-column");
}

static GQuark
hidden_quark (void)
{
  return g_quark_from_static_string ("ceci-column-hidden");
}

const CeciColumn *
ceci_table_column_get (GtkColumnViewColumn *column)
{
  return g_object_get_qdata (G_OBJECT (column), column_quark ());
}

gboolean
ceci_table_column_is_hidden (GtkColumnViewColumn *column)
{
  return g_object_get_qdata (G_OBJECT (column), hidden_quark ()) != NULL;
}

/**
 * ceci_table_column_set_hidden:
 * @column: a column
 * @hidden: whether a person wants it out of sight
 *
 * A column may also be out of sight because the window is narrow, which is not remembered and leaves it in a file.
 */
void
ceci_table_column_set_hidden (GtkColumnViewColumn *column, gboolean hidden)
{
  g_object_set_qdata (G_OBJECT (column), hidden_quark (), GINT_TO_POINTER (hidden));
  gtk_column_view_column_set_visible (column, !hidden);
}

/**
 * ceci_table_add_columns:
 * @view: a column view
 * @columns: (array length=n_columns): the columns; they must live as long as the view
 * @n_columns: how many
 */
void
ceci_table_add_columns (GtkColumnView *view, const CeciColumn *columns, guint n_columns)
{
  for (guint i = 0; i < n_columns; i++) {
    GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
    g_autoptr (GtkColumnViewColumn) column = NULL;

    g_signal_connect (factory, "setup", G_CALLBACK (on_setup), (gpointer) &columns[i]);
    g_signal_connect (factory, "bind", G_CALLBACK (on_bind), (gpointer) &columns[i]);
    column = gtk_column_view_column_new (_ (columns[i].title), factory);
    g_object_set_qdata (G_OBJECT (column), column_quark (), (gpointer) &columns[i]);
    gtk_column_view_column_set_id (column, columns[i].id);
    gtk_column_view_column_set_expand (column, columns[i].expand);
    gtk_column_view_column_set_resizable (column, TRUE);
    if (columns[i].compare != NULL) {
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (columns[i].compare, NULL, NULL));
      gtk_column_view_column_set_sorter (column, sorter);
    }
    gtk_column_view_append_column (view, column);
  }
}

GtkColumnViewColumn *
ceci_table_get_column (GtkColumnView *view, const char *id)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

    if (g_strcmp0 (gtk_column_view_column_get_id (column), id) == 0)
      return column;
  }
  return NULL;
}

/**
 * ceci_table_hide_columns:
 * @view: a table with its columns
 * @narrow: of the bin around it
 * @ids: (array zero-terminated=1): columns that there is no room for while @narrow holds
 */
void
ceci_table_hide_columns (GtkColumnView *view, AdwBreakpoint *narrow, const char *const *ids)
{
  for (guint i = 0; ids[i] != NULL; i++) {
    g_auto (GValue) hidden = G_VALUE_INIT;

    g_value_init (&hidden, G_TYPE_BOOLEAN);
    adw_breakpoint_add_setter (narrow, G_OBJECT (ceci_table_get_column (view, ids[i])), "visible", &hidden);
  }
}

GtkWidget *
ceci_cell_text (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  return label;
}

GtkWidget *
ceci_cell_name (void)
{
  GtkWidget *label = ceci_cell_text ();

  gtk_label_set_width_chars (GTK_LABEL (label), 20);
  return label;
}

GtkWidget *
ceci_cell_number (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

GtkWidget *
ceci_cell_pill (void)
{
  return ceci_state_pill_new ();
}

GtkWidget *
ceci_cell_bar (void)
{
  return ceci_figure_bar_new (-1);
}

void
ceci_cell_show_text (GtkWidget *cell, const char *text)
{
  gtk_label_set_label (GTK_LABEL (cell), text != NULL ? text : "–");
  if (gtk_label_get_ellipsize (GTK_LABEL (cell)) != PANGO_ELLIPSIZE_NONE)
    gtk_widget_set_tooltip_text (cell, text);
}

int
ceci_compare_text (const char *one, const char *other)
{
  if (one == NULL || other == NULL)
    return (one == NULL) - (other == NULL);
  return g_utf8_collate (one, other);
}

static gboolean same_item (gpointer one, gpointer other);

static gboolean
same_value (GParamSpec *property, const GValue *one, const GValue *other)
{
  // What a list in a record holds is summed up by its other properties.
  if (G_IS_PARAM_SPEC_BOXED (property) && property->value_type == G_TYPE_PTR_ARRAY)
    return TRUE;
  if (G_IS_PARAM_SPEC_OBJECT (property))
    return same_item (g_value_get_object (one), g_value_get_object (other));
  return g_param_values_cmp (property, one, other) == 0;
}

// Records are immutable, so that two are the same when their properties are.
static gboolean
same_item (gpointer one, gpointer other)
{
  g_autofree GParamSpec **properties = NULL;
  guint n = 0;

  if (one == other)
    return TRUE;
  if (one == NULL || other == NULL || G_OBJECT_TYPE (one) != G_OBJECT_TYPE (other))
    return FALSE;
  properties = g_object_class_list_properties (G_OBJECT_GET_CLASS (one), &n);
  for (guint i = 0; i < n; i++) {
    g_auto (GValue) here = G_VALUE_INIT;
    g_auto (GValue) there = G_VALUE_INIT;

    g_object_get_property (one, properties[i]->name, &here);
    g_object_get_property (other, properties[i]->name, &there);
    if (!same_value (properties[i], &here, &there))
      return FALSE;
  }
  return n > 0;
}

/**
 * ceci_list_update:
 * @list: what is shown
 * @fresh: what was just read
 *
 * Makes @list say what @fresh says, replacing only the stretch that differs: the place scrolled to, the focus and the
 * selection outlive an edit.
 */
void
ceci_list_update (GListStore *list, GListModel *fresh)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (list));
  guint n_new = g_list_model_get_n_items (fresh);
  guint shorter = MIN (n_old, n_new);
  guint head = 0;
  guint tail = 0;
  g_autoptr (GPtrArray) middle = g_ptr_array_new_with_free_func (g_object_unref);

  for (; head < shorter; head++) {
    g_autoptr (GObject) one = g_list_model_get_item (G_LIST_MODEL (list), head);
    g_autoptr (GObject) other = g_list_model_get_item (fresh, head);

    if (!same_item (one, other))
      break;
  }
  for (; tail < shorter - head; tail++) {
    g_autoptr (GObject) one = g_list_model_get_item (G_LIST_MODEL (list), n_old - 1 - tail);
    g_autoptr (GObject) other = g_list_model_get_item (fresh, n_new - 1 - tail);

    if (!same_item (one, other))
      break;
  }
  for (guint i = head; i < n_new - tail; i++)
    g_ptr_array_add (middle, g_list_model_get_item (fresh, i));
  if (middle->len > 0 || n_old - tail > head)
    g_list_store_splice (list, head, n_old - tail - head, middle->pdata, middle->len);
}
