// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of an AdwPreferencesGroup that are made anew each time what they show is read.
#include "config.h"

#include "ceci-rows.h"

static GQuark
rows_quark (void)
{
  return g_quark_from_static_string ("ceci-rows");
}

static GPtrArray *
rows_of (AdwPreferencesGroup *group)
{
  GPtrArray *rows = g_object_get_qdata (G_OBJECT (group), rows_quark ());

  if (rows == NULL) {
    rows = g_ptr_array_new ();
    g_object_set_qdata_full (G_OBJECT (group), rows_quark (), rows, (GDestroyNotify) g_ptr_array_unref);
  }
  return rows;
}

/**
 * ceci_rows_clear:
 * @group: a group
 *
 * Takes out the rows that were added here; what the template put there stays.
 */
void
ceci_rows_clear (AdwPreferencesGroup *group)
{
  GPtrArray *rows = rows_of (group);

  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, rows->pdata[i]);
  g_ptr_array_set_size (rows, 0);
}

void
ceci_rows_add (AdwPreferencesGroup *group, GtkWidget *row)
{
  g_ptr_array_add (rows_of (group), row);
  adw_preferences_group_add (group, row);
}

guint
ceci_rows_count (AdwPreferencesGroup *group)
{
  return rows_of (group)->len;
}

GtkWidget *
ceci_rows_new_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL ? title : "");
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

/**
 * ceci_rows_add_fact:
 * @group: a group
 * @title: what it is
 * @text: (nullable): what it says; nothing is added where there is nothing
 */
void
ceci_rows_add_fact (AdwPreferencesGroup *group, const char *title, const char *text)
{
  GtkWidget *row;

  if (text == NULL || *text == '\0')
    return;
  row = ceci_rows_new_row (title, text);
  gtk_widget_add_css_class (row, "property");
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  ceci_rows_add (group, row);
}

GtkWidget *
ceci_rows_add_button (GtkWidget *row, const char *label)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}
