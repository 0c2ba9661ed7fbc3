// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the table of a selection; its items are CeciSelectionItem.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-selection-columns.h"

#define ITEM "ceci-selection-item"

// --- the box ------------------------------------------------------------------------------

static void
on_toggled (GtkCheckButton *box)
{
  CeciSelectionItem *item = g_object_get_data (G_OBJECT (box), ITEM);

  if (item != NULL && gtk_check_button_get_active (box) != ceci_selection_item_is_chosen (item))
    gtk_widget_activate_action (GTK_WIDGET (box), "selection.tick", "s", ceci_selection_item_get_id (item));
}

static GtkWidget *
create_box (void)
{
  GtkWidget *box = gtk_check_button_new ();

  // the row has the focus, and Space ticks it
  gtk_widget_set_focusable (box, FALSE);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  g_signal_connect (box, "toggled", G_CALLBACK (on_toggled), NULL);
  return box;
}

static void
update_box (CeciSelectionItem *item, GParamSpec *pspec, GtkWidget *box)
{
  gboolean settled = ceci_selection_item_is_enrolled (item) || ceci_selection_item_get_held (item) != CECI_HOLD_NONE;

  if (g_object_get_data (G_OBJECT (box), ITEM) != item)
    return; // the cell shows another by now
  gtk_check_button_set_active (GTK_CHECK_BUTTON (box), ceci_selection_item_is_chosen (item));
  gtk_widget_set_sensitive (box, !settled);
}

static void
show_box (GtkWidget *box, gpointer item)
{
  CeciSelectionItem *before = g_object_get_data (G_OBJECT (box), ITEM);
  const char *name = ceci_application_get_display_name (ceci_selection_item_get_application (item));

  if (before != NULL)
    g_signal_handlers_disconnect_by_func (before, update_box, box);
  g_object_set_data_full (G_OBJECT (box), ITEM, g_object_ref (item), g_object_unref);
  g_signal_connect_object (item, "notify::chosen", G_CALLBACK (update_box), box, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  update_box (item, NULL, box);
}

static int
compare_box (gconstpointer one, gconstpointer other, gpointer data)
{
  return ceci_selection_item_is_chosen ((gpointer) other) - ceci_selection_item_is_chosen ((gpointer) one);
}

// --- words ----------------------------------------------------------------------------------

static CeciApplication *
application_of (gconstpointer item)
{
  return ceci_selection_item_get_application ((gpointer) item);
}

static void
show_name (GtkWidget *cell, gpointer item)
{
  ceci_cell_show_text (cell, ceci_application_get_display_name (application_of (item)));
}

static int
compare_name (gconstpointer one, gconstpointer other, gpointer data)
{
  return g_strcmp0 (ceci_application_get_search_key (application_of (one)),
                    ceci_application_get_search_key (application_of (other)));
}

static void
show_faculty (GtkWidget *cell, gpointer item)
{
  ceci_cell_show_text (cell, ceci_application_get_faculty_code (application_of (item)));
  gtk_widget_set_tooltip_text (cell, ceci_application_get_faculty_name (application_of (item)));
}

static int
compare_faculty (gconstpointer one, gconstpointer other, gpointer data)
{
  return ceci_compare_text (ceci_application_get_faculty_code (application_of (one)),
                            ceci_application_get_faculty_code (application_of (other)));
}

static void
show_path (GtkWidget *cell, gpointer item)
{
  ceci_cell_show_text (cell, ceci_application_get_study_path (application_of (item)));
}

static int
compare_path (gconstpointer one, gconstpointer other, gpointer data)
{
  return ceci_compare_text (ceci_application_get_study_path (application_of (one)),
                            ceci_application_get_study_path (application_of (other)));
}

static void
show_gender (GtkWidget *cell, gpointer item)
{
  CeciGender gender = ceci_application_get_gender (application_of (item));

  ceci_cell_show_text (cell, gender == CECI_GENDER_NONE ? NULL : ceci_enum_get_label (CECI_TYPE_GENDER, (int) gender));
}

static int
compare_gender (gconstpointer one, gconstpointer other, gpointer data)
{
  return (int) ceci_application_get_gender (application_of (one)) -
         (int) ceci_application_get_gender (application_of (other));
}

static void
update_decision (CeciSelectionItem *item, GParamSpec *pspec, GtkWidget *cell)
{
  g_autofree char *text = ceci_selection_item_describe (item);

  if (g_object_get_data (G_OBJECT (cell), ITEM) == item)
    ceci_cell_show_text (cell, text);
}

static void
show_decision (GtkWidget *cell, gpointer item)
{
  CeciSelectionItem *before = g_object_get_data (G_OBJECT (cell), ITEM);

  if (before != NULL)
    g_signal_handlers_disconnect_by_func (before, update_decision, cell);
  g_object_set_data_full (G_OBJECT (cell), ITEM, g_object_ref (item), g_object_unref);
  g_signal_connect_object (item, "notify::chosen", G_CALLBACK (update_decision), cell, 0);
  update_decision (item, NULL, cell);
}

static int
compare_decision (gconstpointer one, gconstpointer other, gpointer data)
{
  g_autofree char *a = ceci_selection_item_describe ((gpointer) one);
  g_autofree char *b = ceci_selection_item_describe ((gpointer) other);

  return g_strcmp0 (b, a); // those with a decision first
}

static const CeciColumn columns[] = {
    {"chosen", N_ ("Chosen"), create_box, show_box, compare_box, FALSE},
    {"name", N_ ("Name"), ceci_cell_name, show_name, compare_name, TRUE},
    {"faculty", N_ ("Faculty"), ceci_cell_text, show_faculty, compare_faculty, FALSE},
    {"path", N_ ("Path of study"), ceci_cell_text, show_path, compare_path, TRUE},
    {"gender", N_ ("Gender"), ceci_cell_text, show_gender, compare_gender, FALSE},
    {"decision", N_ ("Decision"), ceci_cell_text, show_decision, compare_decision, TRUE},
};

/**
 * ceci_selection_columns_add:
 * @view: a table whose items are of type CeciSelectionItem
 */
void
ceci_selection_columns_add (GtkColumnView *view)
{
  ceci_table_add_columns (view, columns, G_N_ELEMENTS (columns));
}
