// SPDX-License-Identifier: GPL-3.0-or-later
// Asks until when, and why, things are put aside.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-todo-settling.h"
#include "core/model/ceci-labels.h"
#include "core/model/ceci-snooze-repository.h"
#include "core/store/ceci-date.h"

typedef struct {
  GWeakRef view;
  GPtrArray *todos;
  char *today;
  char *until, *reason;
  AdwComboRow *span;
  AdwEntryRow *day, *why;
} Snoozing;

static void
snoozing_free (gpointer data)
{
  Snoozing *self = data;

  g_weak_ref_clear (&self->view);
  g_ptr_array_unref (self->todos);
  g_free (self->today);
  g_free (self->until);
  g_free (self->reason);
  g_free (self);
}

static char *
chosen_day (Snoozing *self)
{
  switch (adw_combo_row_get_selected (self->span)) {
  case 0:
    return ceci_date_add_days (self->today, 1);
  case 1:
    return ceci_date_add_days (self->today, 7);
  case 2:
    return ceci_date_add_months (self->today, 1);
  default:
    return ceci_date_parse_human (gtk_editable_get_text (GTK_EDITABLE (self->day)), self->today);
  }
}

static void
on_changed (AdwAlertDialog *dialog)
{
  Snoozing *self = g_object_get_data (G_OBJECT (dialog), "ceci-snoozing");
  g_autofree char *day = chosen_day (self);
  g_autofree char *why = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->why))));

  gtk_widget_set_visible (GTK_WIDGET (self->day), adw_combo_row_get_selected (self->span) == 3);
  adw_alert_dialog_set_response_enabled (dialog, "accept",
                                         day != NULL && g_strcmp0 (day, self->today) > 0 && *why != '\0');
}

static gpointer
put_aside (CeciDatabase *database, gpointer data, GError **error)
{
  Snoozing *self = data;

  for (guint i = 0; i < self->todos->len; i++) {
    CeciTodo *todo = self->todos->pdata[i];
    g_autofree char *id = ceci_snooze_repository_add (database, ceci_todo_get_student_id (todo),
                                                      ceci_finding_get_rule (ceci_todo_get_finding (todo)), self->until,
                                                      self->reason, self->today, error);

    if (id == NULL)
      return NULL;
  }
  return NULL;
}

static void
on_response (AdwAlertDialog *dialog, const char *response)
{
  Snoozing *asked = g_object_get_data (G_OBJECT (dialog), "ceci-snoozing");
  g_autoptr (CeciView) view = g_weak_ref_get (&asked->view);
  g_autofree char *label = NULL;
  Snoozing *self;

  if (!g_str_equal (response, "accept") || view == NULL)
    return;
  self = g_new0 (Snoozing, 1);
  g_weak_ref_init (&self->view, NULL);
  self->todos = g_ptr_array_ref (asked->todos);
  self->today = g_strdup (asked->today);
  self->until = chosen_day (asked);
  self->reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (asked->why))));
  label = ceci_label_snooze (self->todos->len, ceci_todo_get_name (self->todos->pdata[0]), self->until);
  ceci_view_write (view, label, put_aside, self, snoozing_free);
}

static void
add_rows (AdwAlertDialog *dialog, Snoozing *self)
{
  const char *const spans[] = {_ ("Tomorrow"), _ ("In a week"), _ ("In a month"), _ ("On another day"), NULL};
  g_autoptr (GtkStringList) names = gtk_string_list_new (spans);
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  self->why = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->why), _ ("Reason"));
  adw_entry_row_set_activates_default (self->why, TRUE);
  self->span = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->span), _ ("It comes back"));
  adw_combo_row_set_model (self->span, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->span, 1);
  self->day = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->day), _ ("Date, such as 12/03/2026"));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->why));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->span));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->day));
  adw_alert_dialog_set_extra_child (dialog, list);
  g_signal_connect_swapped (self->why, "changed", G_CALLBACK (on_changed), dialog);
  g_signal_connect_swapped (self->day, "changed", G_CALLBACK (on_changed), dialog);
  g_signal_connect_swapped (self->span, "notify::selected", G_CALLBACK (on_changed), dialog);
}

/**
 * ceci_todo_put_aside:
 * @view: the view that asks
 * @todos: (element-type CeciTodo): what is to be put aside; what can't sleep is left where it is
 */
void
ceci_todo_put_aside (CeciView *view, GPtrArray *todos)
{
  Snoozing *self = g_new0 (Snoozing, 1);
  AdwDialog *dialog = NULL;

  g_weak_ref_init (&self->view, view);
  self->today = g_strdup (ceci_desk_get_today (ceci_view_get_desk (view)));
  self->todos = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < todos->len; i++)
    if (ceci_todo_can_sleep (todos->pdata[i]))
      g_ptr_array_add (self->todos, g_object_ref (todos->pdata[i]));
  if (self->todos->len == 0) {
    ceci_desk_notice (ceci_view_get_desk (view), _ ("This can’t be put aside: it has its own day."));
    snoozing_free (self);
    return;
  }
  dialog = adw_alert_dialog_new (_ ("Put aside?"), _ ("It comes back by itself. The reason stays in the history."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "accept", _ ("_Put aside"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "accept", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "accept");
  g_object_set_data_full (G_OBJECT (dialog), "ceci-snoozing", self, snoozing_free);
  add_rows (ADW_ALERT_DIALOG (dialog), self);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), NULL);
  on_changed (ADW_ALERT_DIALOG (dialog));
  adw_dialog_present (dialog, GTK_WIDGET (view));
  gtk_widget_grab_focus (GTK_WIDGET (self->why));
}
