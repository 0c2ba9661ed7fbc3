// SPDX-License-Identifier: GPL-3.0-or-later
// The program: its command line, its windows, its own actions. What a window does is the window's.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/store/ceci-date.h"
#include "ceci-program.h"
#include "ceci-shortcuts.h"
#include "ceci-window.h"
#include "jury/ceci-juror-window.h"

struct _CeciProgram {
  AdwApplication parent_instance;
  GSettings *settings;
  char *on; // the day that --on takes for today, or NULL
};

G_DEFINE_FINAL_TYPE (CeciProgram, ceci_program, ADW_TYPE_APPLICATION)

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  // A window closes its register, and waits for what is being written.
  for (GList *windows; (windows = gtk_application_get_windows (user_data)) != NULL;)
    gtk_window_destroy (windows->data);
}

static void
on_help_shown (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);
  g_autoptr (GError) error = NULL;
  AdwDialog *dialog;

  if (gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error) || window == NULL)
    return;
  dialog =
      adw_alert_dialog_new (_ ("The help can’t be shown"),
                            _ ("No program of this computer shows help pages. Install a help viewer, such as Yelp."));
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (window));
}

static void
on_help (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new ("help:ceci");

  gtk_uri_launcher_launch (launcher, gtk_application_get_active_window (user_data), NULL, on_help_shown, user_data);
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AdwDialog *dialog = adw_about_dialog_new ();

  adw_about_dialog_set_application_name (ADW_ABOUT_DIALOG (dialog), "CECi");
  adw_about_dialog_set_application_icon (ADW_ABOUT_DIALOG (dialog), CECI_APPLICATION_ID);
  adw_about_dialog_set_version (ADW_ABOUT_DIALOG (dialog), CECI_VERSION);
  adw_about_dialog_set_developer_name (ADW_ABOUT_DIALOG (dialog), "ULB Engagée");
  adw_about_dialog_set_comments (ADW_ABOUT_DIALOG (dialog),
                                 _ ("Accompanies the students of the citizen engagement certificate, from their "
                                    "application to their award."));
  adw_about_dialog_set_license_type (ADW_ABOUT_DIALOG (dialog), GTK_LICENSE_GPL_3_0);
  adw_dialog_present (dialog, GTK_WIDGET (gtk_application_get_active_window (user_data)));
}

// From the notification of what is to do.
static void
on_to_do (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  for (GList *at = gtk_application_get_windows (user_data); at != NULL; at = at->next)
    if (CECI_IS_WINDOW (at->data)) {
      ceci_window_go_to (at->data, "attention");
      gtk_window_present (at->data);
      return;
    }
}

static const GActionEntry actions[] = {
    {"to-do", on_to_do},
    {"quit", on_quit},
    {"help", on_help},
    {"about", on_about},
};

static void
on_color_scheme (CeciProgram *self)
{
  static const AdwColorScheme schemes[] = {ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT,
                                           ADW_COLOR_SCHEME_FORCE_DARK};
  int chosen = g_settings_get_enum (self->settings, "color-scheme");

  if (chosen >= 0 && chosen < (int) G_N_ELEMENTS (schemes))
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[chosen]);
}

static void
ceci_program_startup (GApplication *application)
{
  CeciProgram *self = CECI_PROGRAM (application);

  G_APPLICATION_CLASS (ceci_program_parent_class)->startup (application);
  self->settings = g_settings_new ("be.ulb.Ceci");
  g_signal_connect_swapped (self->settings, "changed::color-scheme", G_CALLBACK (on_color_scheme), self);
  on_color_scheme (self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  ceci_shortcuts_install (GTK_APPLICATION (self));
}

static void
ceci_program_activate (GApplication *application)
{
  CeciProgram *self = CECI_PROGRAM (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL) {
    window = GTK_WINDOW (ceci_window_new (self));
    ceci_window_open_last (CECI_WINDOW (window));
  }
  gtk_window_present (window);
}

// A package has a window of its own, which asks for its passphrase.
static void
open_package (CeciProgram *self, GFile *file)
{
  for (GList *each = gtk_application_get_windows (GTK_APPLICATION (self)); each != NULL; each = each->next)
    if (CECI_IS_JUROR_WINDOW (each->data) && ceci_juror_window_shows (each->data, file)) {
      gtk_window_present (each->data);
      return;
    }
  gtk_window_present (GTK_WINDOW (ceci_juror_window_new (ADW_APPLICATION (self), file)));
}

// The window that already shows a register, or an empty one to show it in.
static CeciWindow *
window_for (CeciProgram *self, GFile *file)
{
  for (GList *each = gtk_application_get_windows (GTK_APPLICATION (self)); each != NULL; each = each->next)
    if (CECI_IS_WINDOW (each->data) && ceci_window_takes (each->data, file))
      return each->data;
  return ceci_window_new (self);
}

static void
ceci_program_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  CeciProgram *self = CECI_PROGRAM (application);

  for (int i = 0; i < n_files; i++) {
    CeciWindow *window;

    if (ceci_juror_window_is_for (files[i])) {
      open_package (self, files[i]);
      continue;
    }
    window = window_for (self, files[i]);
    ceci_window_open (window, files[i], 0);
    gtk_window_present (GTK_WINDOW (window));
  }
}

static int
ceci_program_handle_local_options (GApplication *application, GVariantDict *options)
{
  CeciProgram *self = CECI_PROGRAM (application);
  const char *day = NULL;

  if (g_variant_dict_contains (options, "version")) {
    g_print ("CECi %s\n", CECI_VERSION);
    return 0;
  }
  if (g_variant_dict_lookup (options, "on", "&s", &day)) {
    if (!ceci_date_is_valid (day)) {
      g_printerr (_ ("“%s” is not a date: write it as 2026-03-12.\n"), day);
      return 2;
    }
    g_set_str (&self->on, day);
  }
  return -1;
}

static void
ceci_program_finalize (GObject *object)
{
  CeciProgram *self = CECI_PROGRAM (object);

  g_clear_object (&self->settings);
  g_free (self->on);
  G_OBJECT_CLASS (ceci_program_parent_class)->finalize (object);
}

static void
ceci_program_class_init (CeciProgramClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ceci_program_finalize;
  application_class->startup = ceci_program_startup;
  application_class->activate = ceci_program_activate;
  application_class->open = ceci_program_open;
  application_class->handle_local_options = ceci_program_handle_local_options;
}

static void
ceci_program_init (CeciProgram *self)
{
  const GOptionEntry options[] = {
      {"on", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Take this day for today"), "YYYY-MM-DD"},
      {"version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Say the version"), NULL},
      {NULL},
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[REGISTER OR JURY PACKAGE]"));
}

CeciProgram *
ceci_program_new (void)
{
  return g_object_new (CECI_TYPE_PROGRAM, "application-id", CECI_APPLICATION_ID, "resource-base-path", "/be/ulb/Ceci",
                       "flags", G_APPLICATION_HANDLES_OPEN, NULL);
}

GSettings *
ceci_program_get_settings (CeciProgram *self)
{
  return self->settings;
}

const char *
ceci_program_get_today (CeciProgram *self)
{
  g_autofree char *now = self->on == NULL ? ceci_date_today () : NULL;

  return self->on != NULL ? self->on : g_intern_string (now); // one a day
}

const char *
ceci_program_get_on (CeciProgram *self)
{
  return self->on;
}
