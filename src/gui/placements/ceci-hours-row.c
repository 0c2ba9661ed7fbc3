// SPDX-License-Identifier: GPL-3.0-or-later
// One entry of the hour log as a row: day, duration, what for, whether it counts and why not, its state. What its menu
// does stands in the placement view.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-hours-row.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-state-words.h"

static GMenuModel *
menu_for (const char *id, CeciHoursState state)
{
  static const struct {
    CeciHoursState state;
    const char *label;
  } changes[] = {
      {CECI_HOURS_STATE_CONFIRMED, N_ ("_Confirmed by the supervisor")},
      {CECI_HOURS_STATE_ACCEPTED, N_ ("_Accept")},
      {CECI_HOURS_STATE_REFUSED, N_ ("_Refuse…")},
  };
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) states = g_menu_new ();
  g_autoptr (GMenu) removal = g_menu_new ();
  g_autoptr (GMenuItem) remove = g_menu_item_new (_ ("Re_move"), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autoptr (GMenuItem) item = g_menu_item_new (_ (changes[i].label), NULL);

    if (changes[i].state == state)
      continue;
    g_menu_item_set_action_and_target (item, "hours.set-state", "(si)", id, (int) changes[i].state);
    g_menu_append_item (states, item);
  }
  g_menu_item_set_action_and_target (remove, "hours.remove", "s", id);
  g_menu_append_item (removal, remove);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (states));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (removal));
  return G_MENU_MODEL (menu);
}

static void
add_menu (GtkWidget *row, CeciHours *hours)
{
  g_autoptr (GMenuModel) menu = menu_for (ceci_record_get_id (CECI_RECORD (hours)), ceci_hours_get_state (hours));
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_tooltip_text (button, _ ("What to do with these hours"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/**
 * ceci_hours_row_new:
 * @counted: the entry
 * @editable: whether its state can be changed
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
ceci_hours_row_new (const CeciCountedHours *counted, gboolean editable)
{
  CeciHours *hours = counted->hours;
  const char *description = ceci_hours_get_description (hours);
  g_autofree char *date = ceci_date_format_long (ceci_hours_get_worked_on (hours));
  g_autofree char *duration = ceci_duration_format (ceci_hours_get_minutes (hours));
  g_autofree char *subtitle = NULL;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *length = gtk_label_new (duration);
  GtkWidget *pill = ceci_state_pill_new ();

  if (counted->count == CECI_COUNT_YES || counted->reason == NULL)
    subtitle = g_strdup (description != NULL ? description : "");
  else
    subtitle =
        description != NULL ? g_strdup_printf ("%s · %s", description, counted->reason) : g_strdup (counted->reason);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), date);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (length, "numeric");
  if (counted->count == CECI_COUNT_NO) {
    gtk_widget_add_css_class (length, "not-counted");
    gtk_widget_set_tooltip_text (length, counted->reason);
  }
  ceci_words_show_state (CECI_STATE_PILL (pill), CECI_TYPE_HOURS_STATE, (int) ceci_hours_get_state (hours));
  gtk_widget_set_tooltip_text (pill, ceci_hours_get_state_reason (hours));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), length);
  if (editable)
    add_menu (row, hours);
  return row;
}
