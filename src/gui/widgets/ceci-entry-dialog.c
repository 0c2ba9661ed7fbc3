// SPDX-License-Identifier: GPL-3.0-or-later
// A dialog with entries of several kinds. What can't be read is marked and said, and nothing is accepted until it can.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-entry-dialog.h"
#include "core/model/ceci-enums.h"
#include "core/model/ceci-money.h"
#include "core/store/ceci-date.h"

typedef struct {
  AdwDialog *dialog; // which owns this
  CeciEntry entries[CECI_ENTRY_DIALOG_MOST];
  GtkWidget *rows[CECI_ENTRY_DIALOG_MOST];
  guint n_entries;
  GtkLabel *complaint;
  AdwPreferencesPage *page;
  CeciEntriesFunc act; // of the button at the end
  char *today;
  CeciEntriesFunc answered;
  gpointer user_data;
  GDestroyNotify user_data_destroy;
} Entries;

static void
entries_free (gpointer data)
{
  Entries *entries = data;

  if (entries->user_data_destroy != NULL)
    entries->user_data_destroy (entries->user_data);
  g_free (entries->today);
  g_free (entries);
}

// --- what an entry says -----------------------------------------------------------------------------------------

static char *
read_number (const char *text)
{
  guint64 number;

  return g_ascii_string_to_unsigned (text, 10, 0, 1000000, &number, NULL) ? g_strdup (text) : NULL;
}

static char *
from_integer (gint64 value)
{
  return value < 0 ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

static char *
read_text (const CeciEntry *entry, const char *text, const char *today)
{
  switch (entry->kind) {
  case CECI_ENTRY_DATE:
    return ceci_date_parse_human (text, today);
  case CECI_ENTRY_HOURS:
    return from_integer (ceci_duration_parse (text));
  case CECI_ENTRY_MONEY:
    return from_integer (ceci_money_parse (text));
  case CECI_ENTRY_NUMBER:
    return read_number (text);
  case CECI_ENTRY_TEXT:
    return entry->normalise != NULL ? entry->normalise (text) : g_strdup (text);
  case CECI_ENTRY_CHOICE:
  case CECI_ENTRY_SWITCH:
  default:
    return NULL;
  }
}

static const char *
complaint_of (const CeciEntry *entry)
{
  switch (entry->kind) {
  case CECI_ENTRY_DATE:
    return _ ("This is not a date: write it as 12/03/2026.");
  case CECI_ENTRY_HOURS:
    return _ ("This is not a duration: write it as 150 h.");
  case CECI_ENTRY_MONEY:
    return _ ("This is not an amount: write it as 18000 or 18000,50.");
  case CECI_ENTRY_NUMBER:
    return _ ("This is not a whole number.");
  case CECI_ENTRY_TEXT:
  case CECI_ENTRY_CHOICE:
  case CECI_ENTRY_SWITCH:
  default:
    return entry->complaint != NULL ? entry->complaint : "";
  }
}

// FALSE if what stands there can't be read, or lacks.
static gboolean
read_value (Entries *self, guint i, char **value)
{
  const CeciEntry *entry = &self->entries[i];
  g_autofree char *text = NULL;

  *value = NULL;
  if (entry->kind == CECI_ENTRY_SWITCH) {
    *value = g_strdup (adw_switch_row_get_active (ADW_SWITCH_ROW (self->rows[i])) ? "1" : "0");
    return TRUE;
  }
  if (entry->kind == CECI_ENTRY_CHOICE) {
    *value = ceci_enum_to_column (entry->choice, (int) adw_combo_row_get_selected (ADW_COMBO_ROW (self->rows[i])));
    return TRUE;
  }
  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->rows[i]))));
  if (*text == '\0')
    return entry->optional;
  *value = read_text (entry, text, self->today);
  return *value != NULL;
}

// --- the dialog -------------------------------------------------------------------------------------------------

static void
complain (Entries *self, guint i)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->rows[i]));
  // Translators: %s is the title of a field
  g_autofree char *missing = g_strdup_printf (_ ("“%s” is needed."), self->entries[i].title);
  const char *said = *text == '\0' ? missing : complaint_of (&self->entries[i]);

  gtk_label_set_label (self->complaint, said);
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), TRUE);
  gtk_widget_add_css_class (self->rows[i], "error");
  gtk_widget_grab_focus (self->rows[i]);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->dialog), said, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
on_changed (Entries *self, GtkWidget *row)
{
  gtk_widget_remove_css_class (row, "error");
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), FALSE);
}

static void
on_accept (Entries *self)
{
  char *values[CECI_ENTRY_DIALOG_MOST + 1] = {NULL};
  guint wrong = self->n_entries;

  for (guint i = 0; i < self->n_entries && wrong == self->n_entries; i++)
    if (!read_value (self, i, &values[i]))
      wrong = i;
  if (wrong < self->n_entries) {
    complain (self, wrong);
  } else {
    self->answered ((const char *const *) values, self->user_data);
    adw_dialog_close (self->dialog);
  }
  for (guint i = 0; i < self->n_entries; i++)
    g_free (values[i]);
}

static void
on_act (Entries *self)
{
  self->act (NULL, self->user_data);
  adw_dialog_close (self->dialog);
}

static void
on_cancel (Entries *self)
{
  adw_dialog_close (self->dialog);
}

// --- making it --------------------------------------------------------------------------------------------------

static char *
shown_value (const CeciEntry *entry)
{
  gint64 number = entry->value != NULL ? g_ascii_strtoll (entry->value, NULL, 10) : 0;

  if (entry->value == NULL)
    return g_strdup ("");
  if (entry->kind == CECI_ENTRY_DATE)
    return g_strdup_printf ("%.2s/%.2s/%.4s", entry->value + 8, entry->value + 5, entry->value);
  if (entry->kind == CECI_ENTRY_HOURS)
    return ceci_duration_format (number);
  if (entry->kind == CECI_ENTRY_MONEY)
    return ceci_money_format (number);
  return g_strdup (entry->value);
}

static GtkWidget *
make_choice (const CeciEntry *entry)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  g_autoptr (GEnumClass) values = g_type_class_ref (entry->choice);
  GtkWidget *row = adw_combo_row_new ();
  int selected = entry->value != NULL ? ceci_enum_from_nick (entry->choice, entry->value) : 0;

  for (guint i = 0; i < values->n_values; i++)
    if (values->values[i].value >= 0)
      gtk_string_list_append (words, ceci_enum_get_label (entry->choice, values->values[i].value));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), (guint) MAX (selected, 0));
  return row;
}

static GtkWidget *
make_row (Entries *self, const CeciEntry *entry)
{
  g_autofree char *shown = NULL;
  GtkWidget *row;

  if (entry->kind == CECI_ENTRY_SWITCH) {
    row = adw_switch_row_new ();
    adw_switch_row_set_active (ADW_SWITCH_ROW (row), g_strcmp0 (entry->value, "1") == 0);
  } else if (entry->kind == CECI_ENTRY_CHOICE) {
    row = make_choice (entry);
  } else {
    row = adw_entry_row_new ();
    shown = shown_value (entry);
    gtk_editable_set_text (GTK_EDITABLE (row), shown);
    g_signal_connect_swapped (row, "changed", G_CALLBACK (on_changed), self);
    g_signal_connect_swapped (row, "entry-activated", G_CALLBACK (on_accept), self);
  }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), entry->title);
  return row;
}

static GtkWidget *
make_header (Entries *self, const char *accept)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *button = gtk_button_new_with_mnemonic (accept);

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_widget_set_name (button, "accept-entries");
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (on_cancel), self);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_accept), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), button);
  return header;
}

static GtkWidget *
make_content (Entries *self)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  for (guint i = 0; i < self->n_entries; i++) {
    self->rows[i] = make_row (self, &self->entries[i]);
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->rows[i]);
  }
  self->complaint = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->complaint, TRUE);
  gtk_label_set_xalign (self->complaint, 0);
  gtk_widget_set_margin_top (GTK_WIDGET (self->complaint), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self->complaint), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->complaint));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  self->page = ADW_PREFERENCES_PAGE (page);
  return page;
}

/**
 * ceci_entry_dialog_ask:
 * @parent: the widget that asks
 * @title: the dialog's title
 * @accept: what its button says, with a mnemonic
 * @today: the day it is, for dates without their year
 * @entries: (array length=n_entries): what is asked; their texts need not outlive the call, their titles must
 * @n_entries: how many, at most %CECI_ENTRY_DIALOG_MOST
 * @answered: called with the values when the person accepts and all of them can be read
 * @user_data: handed to @answered
 * @user_data_destroy: (nullable): frees @user_data when the dialog goes
 *
 * Returns: (transfer none): the dialog
 */
AdwDialog *
ceci_entry_dialog_ask (GtkWidget *parent, const char *title, const char *accept, const char *today,
                       const CeciEntry *entries, guint n_entries, CeciEntriesFunc answered, gpointer user_data,
                       GDestroyNotify user_data_destroy)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  Entries *self = g_new0 (Entries, 1);

  self->dialog = dialog;
  self->n_entries = MIN (n_entries, CECI_ENTRY_DIALOG_MOST);
  memcpy (self->entries, entries, self->n_entries * sizeof *entries);
  self->today = g_strdup (today);
  self->answered = answered;
  self->user_data = user_data;
  self->user_data_destroy = user_data_destroy;
  g_object_set_data_full (G_OBJECT (dialog), "ceci-entries", self, entries_free);
  adw_dialog_set_title (dialog, title);
  adw_dialog_set_content_width (dialog, 460);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), make_header (self, accept));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), make_content (self));
  adw_dialog_set_child (dialog, view);
  adw_dialog_set_focus (dialog, self->rows[0]);
  adw_dialog_present (dialog, parent);
  return dialog;
}

void
ceci_entry_dialog_add_act (AdwDialog *dialog, const char *label, CeciEntriesFunc act)
{
  Entries *self = g_object_get_data (G_OBJECT (dialog), "ceci-entries");
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *button = adw_button_row_new ();

  self->act = act;
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (button), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (button), label);
  gtk_widget_add_css_class (button, "destructive-action");
  g_signal_connect_swapped (button, "activated", G_CALLBACK (on_act), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), button);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
}
