// SPDX-License-Identifier: GPL-3.0-or-later
// What a person prefers on this computer (GSettings), and what the office is called in the register.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-faculties-group.h"
#include "ceci-preferences-dialog.h"
#include "core/model/ceci-setting-repository.h"

#define N_OFFICE 3

struct _CeciPreferencesDialog {
  AdwPreferencesDialog parent_instance;
  AdwEntryRow *author;
  AdwComboRow *color_scheme;
  AdwSwitchRow *notify_deadlines;
  AdwPreferencesPage *office_page;
  AdwEntryRow *office_name;
  AdwEntryRow *office_email;
  AdwEntryRow *office_phone;
  CeciFacultiesGroup *faculties;
  GSettings *settings;
  CeciDesk *desk;
};

G_DEFINE_FINAL_TYPE (CeciPreferencesDialog, ceci_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static const char *const office_settings[N_OFFICE] = {CECI_SETTING_OFFICE_NAME, CECI_SETTING_OFFICE_EMAIL,
                                                      CECI_SETTING_OFFICE_PHONE};

static AdwEntryRow *
office_row (CeciPreferencesDialog *self, guint i)
{
  AdwEntryRow *rows[N_OFFICE] = {self->office_name, self->office_email, self->office_phone};

  return rows[i];
}

// --- the office ---------------------------------------------------------------------

static gpointer
read_office (CeciDatabase *database, gpointer data, GError **error)
{
  char **values = g_new0 (char *, N_OFFICE + 1);

  for (guint i = 0; i < N_OFFICE; i++) {
    GError *failure = NULL;

    values[i] = ceci_setting_repository_get (database, office_settings[i], &failure);
    if (failure != NULL) {
      g_propagate_error (error, failure);
      g_strfreev (values);
      return NULL;
    }
    if (values[i] == NULL)
      values[i] = g_strdup ("");
  }
  return values;
}

static void
on_office_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciPreferencesDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) values = ceci_register_read_finish (CECI_REGISTER (source), result, &error);

  if (self->desk == NULL)
    return;
  if (error != NULL) {
    ceci_desk_report (self->desk, _ ("The register could not be read"), error);
    return;
  }
  for (guint i = 0; i < N_OFFICE; i++) {
    gtk_editable_set_text (GTK_EDITABLE (office_row (self, i)), values[i]);
    gtk_editable_set_editable (GTK_EDITABLE (office_row (self, i)), !ceci_desk_is_read_only (self->desk));
  }
}

static gpointer
write_office (CeciDatabase *database, gpointer data, GError **error)
{
  char **values = data;

  for (guint i = 0; i < N_OFFICE; i++)
    if (!ceci_setting_repository_set (database, office_settings[i], *values[i] != '\0' ? values[i] : NULL, error))
      return NULL;
  return NULL;
}

static void
on_apply (CeciPreferencesDialog *self)
{
  char **values = g_new0 (char *, N_OFFICE + 1);

  for (guint i = 0; i < N_OFFICE; i++)
    values[i] = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (office_row (self, i)))));
  ceci_desk_write (self->desk, _ ("Change the office’s address"), write_office, values, (GDestroyNotify) g_strfreev);
}

// --- this computer ------------------------------------------------------------------

static void
on_color_scheme (CeciPreferencesDialog *self)
{
  g_settings_set_enum (self->settings, "color-scheme", (int) adw_combo_row_get_selected (self->color_scheme));
}

static void
bind_settings (CeciPreferencesDialog *self)
{
  g_settings_bind (self->settings, "author", self->author, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "notify-deadlines", self->notify_deadlines, "active", G_SETTINGS_BIND_DEFAULT);
  adw_combo_row_set_selected (self->color_scheme, (guint) g_settings_get_enum (self->settings, "color-scheme"));
  g_signal_connect_object (self->color_scheme, "notify::selected", G_CALLBACK (on_color_scheme), self,
                           G_CONNECT_SWAPPED);
}

static void
ceci_preferences_dialog_dispose (GObject *object)
{
  CeciPreferencesDialog *self = CECI_PREFERENCES_DIALOG (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_PREFERENCES_DIALOG);
  G_OBJECT_CLASS (ceci_preferences_dialog_parent_class)->dispose (object);
}

static void
ceci_preferences_dialog_class_init (CeciPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_preferences_dialog_dispose;
  g_type_ensure (CECI_TYPE_FACULTIES_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/settings/ceci-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciPreferencesDialog, author);
  gtk_widget_class_bind_template_child (widget_class, CeciPreferencesDialog, color_scheme);
  gtk_widget_class_bind_template_child (widget_class, CeciPreferencesDialog, notify_deadlines);
  gtk_widget_class_bind_template_child (widget_class, CeciPreferencesDialog, office_page);
  gtk_widget_class_bind_template_child (widget_class, CeciPreferencesDialog, office_name);
  gtk_widget_class_bind_template_child (widget_class, CeciPreferencesDialog, office_email);
  gtk_widget_class_bind_template_child (widget_class, CeciPreferencesDialog, office_phone);
  gtk_widget_class_bind_template_child (widget_class, CeciPreferencesDialog, faculties);
  gtk_widget_class_bind_template_callback (widget_class, on_apply);
}

static void
ceci_preferences_dialog_init (CeciPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ceci_preferences_dialog_new:
 * @settings: of schema be.ulb.Ceci
 * @desk: (nullable): the register that is open
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
ceci_preferences_dialog_new (GSettings *settings, CeciDesk *desk)
{
  CeciPreferencesDialog *self = g_object_new (CECI_TYPE_PREFERENCES_DIALOG, NULL);

  self->settings = g_object_ref (settings);
  bind_settings (self);
  if (desk == NULL) {
    adw_preferences_dialog_remove (ADW_PREFERENCES_DIALOG (self), self->office_page);
    return ADW_DIALOG (self);
  }
  self->desk = g_object_ref (desk);
  ceci_faculties_group_set_desk (self->faculties, desk);
  ceci_register_read_async (ceci_desk_get_register (desk), read_office, NULL, NULL, (GDestroyNotify) g_strfreev, NULL,
                            on_office_read, g_object_ref (self));
  return ADW_DIALOG (self);
}
