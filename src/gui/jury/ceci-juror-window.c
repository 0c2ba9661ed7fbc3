// SPDX-License-Identifier: GPL-3.0-or-later
// The juror's window: a package unlocked by its passphrase, the dossiers in it, and the return that is sealed in the
// end.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-dossier-row.h"
#include "ceci-juror-window.h"
#include "ceci-reading-page.h"
#include "core/jury/ceci-jury-error.h"
#include "core/jury/ceci-reading.h"
#include "core/store/ceci-date.h"
#include "gui/ceci-shortcuts.h"

struct _CeciJurorWindow {
  AdwApplicationWindow parent_instance;
  GFile *file;
  CeciReading *reading; // NULL until unlocked
  GCancellable *cancellable;
  AdwToastOverlay *toasts;
  AdwNavigationView *navigation;
  AdwStatusPage *unlock_page;
  AdwPasswordEntryRow *passphrase;
  GtkLabel *unlock_error;
  GtkWidget *unlock_button;
  GtkWidget *unlock_spinner;
  AdwNavigationPage *dossiers_page;
  AdwBanner *save_banner;
  AdwPreferencesGroup *session;
  GtkListBox *dossiers;
  GtkLabel *progress;
};

G_DEFINE_FINAL_TYPE (CeciJurorWindow, ceci_juror_window, ADW_TYPE_APPLICATION_WINDOW)

static void
notice (CeciJurorWindow *self, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
report (CeciJurorWindow *self, const char *title, const char *message)
{
  AdwDialog *dialog = adw_alert_dialog_new (title, message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
refresh_progress (CeciJurorWindow *self)
{
  guint n = g_list_model_get_n_items (ceci_reading_get_dossiers (self->reading));
  g_autofree char *text =
      g_strdup_printf (ngettext ("%u of %u dossier complete. Your work is saved at every change.",
                                 "%u of %u dossiers complete. Your work is saved at every change.", n),
                       ceci_reading_get_n_complete (self->reading), n);
  int revision = (int) ceci_reading_get_sealed_revision (self->reading);
  g_autofree char *sealed = NULL;
  g_autofree char *whole = NULL;

  if (revision > 0)
    sealed = g_strdup_printf (ceci_reading_changed_since_seal (self->reading)
                                  ? _ ("Changed since revision %d was sealed: seal again.")
                                  : _ ("Revision %d is sealed, and says all that you entered."),
                              revision);
  whole = sealed ? g_strjoin ("\n", text, sealed, NULL) : g_strdup (text);
  gtk_label_set_label (self->progress, whole);
}

static void
on_save_error (CeciJurorWindow *self)
{
  const char *message = ceci_reading_get_save_error (self->reading);

  adw_banner_set_title (self->save_banner, message ? message : "");
  adw_banner_set_revealed (self->save_banner, message != NULL);
  if (message != NULL)
    report (self, _ ("Your work could not be saved"), message);
}

// --- opening a dossier -----------------------------------------------------

static void
open_dossier (CeciJurorWindow *self, CeciDossierReading *dossier)
{
  GtkWidget *page = ceci_reading_page_new (ceci_reading_get_package (self->reading), dossier);

  g_signal_connect_object (page, "refused", G_CALLBACK (notice), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (page));
}

static void
on_recusal_response (AdwAlertDialog *dialog, const char *response, CeciDossierReading *dossier)
{
  GtkWidget *row = adw_alert_dialog_get_extra_child (dialog);
  GtkWidget *entry = g_object_get_data (G_OBJECT (row), "entry");
  CeciJurorWindow *self = g_object_get_data (G_OBJECT (dialog), "window");
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "recuse"))
    return;
  if (!ceci_dossier_reading_recuse (dossier, gtk_editable_get_text (GTK_EDITABLE (entry)), &error))
    report (self, _ ("The recusal was not recorded"), error->message);
}

static void
on_recusal_reason (GtkEditable *entry, AdwAlertDialog *dialog)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_alert_dialog_set_response_enabled (dialog, "recuse", *reason != '\0');
}

static void
ask_recusal (CeciJurorWindow *self, CeciDossierReading *dossier)
{
  AdwDialog *dialog = adw_alert_dialog_new (
      _ ("Recusal"), _ ("The office will give this dossier to another juror. Your other dossiers are not touched."));
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *entry = adw_entry_row_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ ("Reason, read by the office"));
  gtk_list_box_append (GTK_LIST_BOX (list), entry);
  g_object_set_data (G_OBJECT (list), "entry", entry);
  g_object_set_data (G_OBJECT (dialog), "window", self);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), list);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "recuse", _ ("_Recuse myself"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "recuse", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (dialog), "recuse", FALSE);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect (entry, "changed", G_CALLBACK (on_recusal_reason), dialog);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_recusal_response), dossier, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
on_declaration_response (AdwAlertDialog *dialog, const char *response, CeciDossierReading *dossier)
{
  CeciJurorWindow *self = g_object_get_data (G_OBJECT (dialog), "window");

  if (g_str_equal (response, "clear")) {
    ceci_dossier_reading_declare_clear (dossier);
    open_dossier (self, dossier);
  } else if (g_str_equal (response, "conflict")) {
    ask_recusal (self, dossier);
  }
}

// Before a dossier opens the juror declares; a recusal that was declared can be taken back the same way.
static void
ask_declaration (CeciJurorWindow *self, CeciDossierReading *dossier)
{
  gboolean recused = ceci_dossier_reading_get_declaration (dossier) == CECI_DECLARATION_CONFLICT;
  CeciPackageDossier *facts = ceci_dossier_reading_get_dossier (dossier);
  const char *organisation = ceci_package_dossier_get_organisation (facts);
  g_autofree char *body = NULL;
  AdwDialog *dialog;

  if (recused)
    body = g_strdup_printf (_ ("You recused yourself: %s"), ceci_dossier_reading_get_recusal_reason (dossier));
  else if (organisation != NULL)
    body = g_strdup_printf (
        _ ("A family tie, a friendship, a shared project, or a role at “%s” is a conflict of interest. The dossier "
           "opens once you have declared that you have none."),
        organisation);
  else
    body = g_strdup (_ ("A family tie, a friendship or a shared project is a conflict of interest. The dossier opens "
                        "once you have declared that you have none."));
  dialog = adw_alert_dialog_new (ceci_package_dossier_get_name (facts), body);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), NULL);
  if (!recused)
    adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "conflict", _ ("I _have a conflict…"), NULL);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "clear",
                                  recused ? _ ("I have _none after all") : _ ("I have _none"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "clear", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_object_set_data (G_OBJECT (dialog), "window", self);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_declaration_response), dossier, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
on_dossier_activated (CeciJurorWindow *self, GtkListBoxRow *row)
{
  CeciDossierReading *dossier = ceci_dossier_row_get_reading (CECI_DOSSIER_ROW (row));

  if (ceci_dossier_reading_get_declaration (dossier) == CECI_DECLARATION_CLEAR)
    open_dossier (self, dossier);
  else
    ask_declaration (self, dossier);
}

// --- sealing ---------------------------------------------------------------

static void
seal_into (CeciJurorWindow *self, GFile *file, CeciSealFlags flags)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *text = NULL;

  if (!ceci_reading_seal (self->reading, file, flags, &error)) {
    report (self, _ ("The return was not sealed"), error->message);
    return;
  }
  text = g_strdup_printf (_ ("“%s” is sealed, revision %d: send it to the office."), name,
                          (int) ceci_reading_get_sealed_revision (self->reading));
  notice (self, text);
  refresh_progress (self);
}

static void
on_return_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciJurorWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  gboolean incomplete = GPOINTER_TO_INT (g_object_get_data (source, "incomplete"));

  if (file != NULL)
    seal_into (self, file, incomplete ? CECI_SEAL_INCOMPLETE : CECI_SEAL_COMPLETE);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    report (self, _ ("The return was not sealed"), error->message);
}

static void
choose_return (CeciJurorWindow *self, gboolean incomplete)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *package = g_file_get_basename (self->file);
  g_autofree char *stem =
      g_str_has_suffix (package, ".ceci-jury") ? g_strndup (package, strlen (package) - 10) : g_strdup (package);
  g_autofree char *name = g_strconcat (stem, ".ceci-return", NULL);

  gtk_file_dialog_set_title (dialog, _ ("Seal and return"));
  gtk_file_dialog_set_initial_name (dialog, name);
  g_object_set_data (G_OBJECT (dialog), "incomplete", GINT_TO_POINTER (incomplete));
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), self->cancellable, on_return_chosen, g_object_ref (self));
}

static void
on_incomplete_response (CeciJurorWindow *self, const char *response)
{
  if (g_str_equal (response, "seal"))
    choose_return (self, TRUE);
}

static char *
describe_missing (CeciJurorWindow *self)
{
  GListModel *dossiers = ceci_reading_get_dossiers (self->reading);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (dossiers); i++) {
    g_autoptr (CeciDossierReading) dossier = g_list_model_get_item (dossiers, i);
    g_auto (GStrv) missing = ceci_dossier_reading_dup_missing (dossier);

    if (missing[0] != NULL)
      g_string_append_printf (text, "%s%s – %s%s", text->len ? "\n" : "",
                              ceci_package_dossier_get_name (ceci_dossier_reading_get_dossier (dossier)), missing[0],
                              missing[1] ? " …" : "");
  }
  return g_strdup (text->str);
}

static void
on_seal (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CeciJurorWindow *self = CECI_JUROR_WINDOW (widget);
  guint n = g_list_model_get_n_items (ceci_reading_get_dossiers (self->reading));
  g_autofree char *missing = NULL;
  AdwDialog *dialog;

  if (ceci_reading_get_n_complete (self->reading) == n) {
    choose_return (self, FALSE);
    return;
  }
  missing = describe_missing (self);
  dialog = adw_alert_dialog_new (_ ("Not everything is filled in"), missing);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Go on reading"), "seal",
                                  _ ("_Seal as it is…"), NULL);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_incomplete_response), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

// --- unlocking -------------------------------------------------------------

static void
show_reading (CeciJurorWindow *self)
{
  CeciPackage *package = ceci_reading_get_package (self->reading);
  GListModel *dossiers = ceci_reading_get_dossiers (self->reading);
  g_autofree char *held = ceci_date_format_long (ceci_package_get_held_on (package));
  g_autofree char *description = g_strdup_printf (_ ("For %s. Send your return before the deliberation, on %s."),
                                                  ceci_package_get_juror_name (package), held);
  g_autofree char *name = g_markup_escape_text (ceci_package_get_session_name (package), -1);
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  adw_preferences_group_set_title (self->session, name);
  adw_preferences_group_set_description (self->session, escaped);
  for (guint i = 0; i < g_list_model_get_n_items (dossiers); i++) {
    g_autoptr (CeciDossierReading) dossier = g_list_model_get_item (dossiers, i);

    gtk_list_box_append (self->dossiers, ceci_dossier_row_new (dossier));
  }
  g_signal_connect_object (self->reading, "changed", G_CALLBACK (refresh_progress), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reading, "notify::save-error", G_CALLBACK (on_save_error), self, G_CONNECT_SWAPPED);
  refresh_progress (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.seal", TRUE);
  adw_navigation_view_replace_with_tags (self->navigation, (const char *[]) {"dossiers"}, 1);
  if (g_list_model_get_n_items (dossiers) > 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->dossiers, 0)));
  if (ceci_reading_was_recovered (self->reading))
    notice (self, _ ("Your earlier work was found and goes on."));
}

static void
set_unlocking (CeciJurorWindow *self, gboolean unlocking, const char *error)
{
  gtk_widget_set_visible (self->unlock_spinner, unlocking);
  gtk_editable_set_editable (GTK_EDITABLE (self->passphrase), !unlocking); // keeps the focus, unlike an insensitive row
  gtk_widget_set_visible (self->unlock_button, !unlocking);
  gtk_label_set_label (self->unlock_error, error ? error : "");
  gtk_widget_set_visible (GTK_WIDGET (self->unlock_error), error != NULL);
}

static void
on_package_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciJurorWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciPackage) package = ceci_package_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (package != NULL)
    self->reading = ceci_reading_open (package, &error);
  if (self->reading == NULL) {
    set_unlocking (self, FALSE, error->message);
    gtk_widget_grab_focus (GTK_WIDGET (self->passphrase));
    return;
  }
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase), "");
  set_unlocking (self, FALSE, NULL);
  show_reading (self);
}

static void
on_passphrase_changed (CeciJurorWindow *self)
{
  gtk_widget_set_sensitive (self->unlock_button, *gtk_editable_get_text (GTK_EDITABLE (self->passphrase)) != '\0');
}

static void
on_unlock (CeciJurorWindow *self)
{
  const char *passphrase = gtk_editable_get_text (GTK_EDITABLE (self->passphrase));

  if (*passphrase == '\0' || self->reading != NULL || gtk_widget_get_visible (self->unlock_spinner))
    return;
  set_unlocking (self, TRUE, NULL);
  ceci_package_open_async (self->file, passphrase, self->cancellable, on_package_opened, g_object_ref (self));
}

static void
on_show_shortcuts (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_dialog_present (ceci_shortcuts_dialog_new (), widget);
}

// --- the class -------------------------------------------------------------

// Nothing typed is lost: the window waits for the disk, and stays when it fails.
static gboolean
ceci_juror_window_close_request (GtkWindow *window)
{
  CeciJurorWindow *self = CECI_JUROR_WINDOW (window);
  g_autoptr (GError) error = NULL;

  if (self->reading != NULL && !ceci_reading_flush (self->reading, &error)) {
    report (self, _ ("Your work could not be saved"), error->message);
    return GDK_EVENT_STOP;
  }
  return GTK_WINDOW_CLASS (ceci_juror_window_parent_class)->close_request (window);
}

static void
ceci_juror_window_dispose (GObject *object)
{
  CeciJurorWindow *self = CECI_JUROR_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), CECI_TYPE_JUROR_WINDOW);
  g_clear_object (&self->reading);
  G_OBJECT_CLASS (ceci_juror_window_parent_class)->dispose (object);
}

static void
ceci_juror_window_finalize (GObject *object)
{
  CeciJurorWindow *self = CECI_JUROR_WINDOW (object);

  g_clear_object (&self->file);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (ceci_juror_window_parent_class)->finalize (object);
}

static void
ceci_juror_window_class_init (CeciJurorWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_juror_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ceci_juror_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = ceci_juror_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/jury/ceci-juror-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciJurorWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CeciJurorWindow, navigation);
  gtk_widget_class_bind_template_child (widget_class, CeciJurorWindow, unlock_page);
  gtk_widget_class_bind_template_child (widget_class, CeciJurorWindow, passphrase);
  gtk_widget_class_bind_template_child (widget_class, CeciJurorWindow, unlock_error);
  gtk_widget_class_bind_template_child (widget_class, CeciJurorWindow, unlock_button);
  gtk_widget_class_bind_template_child (widget_class, CeciJurorWindow, unlock_spinner);
  gtk_widget_class_bind_template_child (widget_class, CeciJurorWindow, dossiers_page);
  gtk_widget_class_bind_template_child (widget_class, CeciJurorWindow, save_banner);
  gtk_widget_class_bind_template_child (widget_class, CeciJurorWindow, session);
  gtk_widget_class_bind_template_child (widget_class, CeciJurorWindow, dossiers);
  gtk_widget_class_bind_template_child (widget_class, CeciJurorWindow, progress);
  gtk_widget_class_bind_template_callback (widget_class, on_unlock);
  gtk_widget_class_bind_template_callback (widget_class, on_passphrase_changed);
  gtk_widget_class_install_action (widget_class, "win.seal", NULL, on_seal);
  gtk_widget_class_install_action (widget_class, "win.show-shortcuts", NULL, on_show_shortcuts);
}

static void
ceci_juror_window_init (CeciJurorWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.seal", FALSE);
  g_signal_connect_object (self->dossiers, "row-activated", G_CALLBACK (on_dossier_activated), self, G_CONNECT_SWAPPED);
}

/**
 * ceci_juror_window_new:
 * @application: the program
 * @package: a `.ceci-jury` file
 *
 * Returns: (transfer none): a window that asks for the passphrase of @package
 */
CeciJurorWindow *
ceci_juror_window_new (AdwApplication *application, GFile *package)
{
  CeciJurorWindow *self = g_object_new (CECI_TYPE_JUROR_WINDOW, "application", application, NULL);
  g_autofree char *name = g_file_get_basename (package);
  g_autofree char *escaped = g_markup_escape_text (name, -1);
  g_autofree char *description = g_strdup_printf (
      _ ("“%s” opens with the passphrase that the office gave you. Nothing leaves this computer before you send the "
         "return."),
      escaped);

  self->file = g_object_ref (package);
  adw_status_page_set_description (self->unlock_page, description);
  gtk_window_set_title (GTK_WINDOW (self), name);
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase));
  return self;
}

gboolean
ceci_juror_window_shows (CeciJurorWindow *self, GFile *package)
{
  return g_file_equal (self->file, package);
}

gboolean
ceci_juror_window_is_for (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL && g_str_has_suffix (name, ".ceci-jury");
}
