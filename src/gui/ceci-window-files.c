// SPDX-License-Identifier: GPL-3.0-or-later
// How the staff's window opens, creates and backs up registers.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-window-private.h"
#include "core/model/ceci-defaults.h"
#include "core/sample/ceci-sample.h"
#include "jury/ceci-juror-window.h"

#define REGISTER_PATTERN "*.ceci"
#define PACKAGE_PATTERN "*.ceci-jury"

static GListModel *
register_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) registers = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (registers, _ ("Registers and jury packages"));
  gtk_file_filter_add_pattern (registers, REGISTER_PATTERN);
  gtk_file_filter_add_pattern (registers, PACKAGE_PATTERN);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, registers);
  g_list_store_append (filters, all);
  return G_LIST_MODEL (filters);
}

static GtkFileDialog *
file_dialog (const char *title, const char *accept, const char *initial_name)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = register_filters ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_accept_label (dialog, accept);
  gtk_file_dialog_set_filters (dialog, filters);
  if (initial_name != NULL)
    gtk_file_dialog_set_initial_name (dialog, initial_name);
  return dialog;
}

// --- opening ------------------------------------------------------------------

static void
remember (CeciWindow *self, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_auto (GStrv) before = g_settings_get_strv (self->settings, "recent-registers");
  g_autoptr (GStrvBuilder) recent = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  g_strv_builder_add (recent, uri);
  for (guint i = 0; i < 9 && before[i] != NULL; i++)
    if (!g_str_equal (before[i], uri))
      g_strv_builder_add (recent, before[i]);
  list = g_strv_builder_end (recent);
  g_settings_set_strv (self->settings, "recent-registers", (const char *const *) list);
  g_settings_set_string (self->settings, "last-register", uri);
}

static gpointer
set_up (CeciDatabase *database, gpointer data, GError **error)
{
  ceci_register_seed_defaults (database, error);
  return NULL;
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (CeciRegister) reg = ceci_register_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->opening);
  file = g_steal_pointer (&self->coming);
  if (reg != NULL) {
    g_set_object (&self->file, file);
    remember (self, file);
    ceci_window_show_register (self, reg);
    if (self->creating)
      ceci_desk_write (self->desk, _ ("Set up the register"), set_up, NULL, NULL);
    return;
  }
  ceci_welcome_page_choose (self->welcome);
  ceci_window_say_error (self, _ ("The register was not opened"), error->message);
}

/**
 * ceci_window_open:
 * @self: a window
 * @file: a register, or a jury package
 * @flags: %CECI_REGISTER_CREATE to make it
 *
 * Opens a register in the window, in place of what it showed.
 */
void
ceci_window_open (CeciWindow *self, GFile *file, CeciRegisterFlags flags)
{
  g_autofree char *author = g_settings_get_string (self->settings, "author");

  if (ceci_juror_window_is_for (file)) { // a window of its own, in place of one that shows nothing yet
    g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), &file, 1, "");
    if (self->desk == NULL)
      gtk_window_close (GTK_WINDOW (self));
    return;
  }
  if (self->desk != NULL && !ceci_desk_is_read_only (self->desk) && g_file_equal (self->file, file))
    return; // it is open here, and ours
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();
  g_set_object (&self->coming, file);
  self->creating = (flags & CECI_REGISTER_CREATE) != 0;
  ceci_welcome_page_wait (self->welcome, _ ("Opening the register…"));
  ceci_register_open_async (file, flags, *author != '\0' ? author : NULL, self->opening, on_opened,
                            g_object_ref (self));
}

/**
 * ceci_window_open_last:
 * @self: a window
 *
 * Opens the register that was open last, if it is still there.
 */
void
ceci_window_open_last (CeciWindow *self)
{
  g_autofree char *uri = g_settings_get_string (self->settings, "last-register");
  g_autoptr (GFile) file = *uri != '\0' ? g_file_new_for_uri (uri) : NULL;

  if (file != NULL && g_file_query_exists (file, NULL))
    ceci_window_open (self, file, 0);
}

gboolean
ceci_window_takes (CeciWindow *self, GFile *file)
{
  if (self->file == NULL && self->coming == NULL)
    return TRUE;
  return (self->file != NULL && g_file_equal (self->file, file)) ||
         (self->coming != NULL && g_file_equal (self->coming, file));
}

// --- choosing -----------------------------------------------------------------

static void
on_open_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciWindow) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    ceci_window_open (self, file, 0);
}

static void
open_register_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = file_dialog (_ ("Open a register"), _ ("_Open"), NULL);

  gtk_file_dialog_open (dialog, GTK_WINDOW (widget), NULL, on_open_chosen, g_object_ref (widget));
}

static void
on_create_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciWindow) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    ceci_window_open (self, file, CECI_REGISTER_CREATE);
}

static void
create_register_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  // Translators: the name proposed for a register's file, without its suffix
  g_autofree char *initial_name = g_strconcat (_ ("register"), ".ceci", NULL);
  g_autoptr (GtkFileDialog) dialog = file_dialog (_ ("Create a register"), _ ("_Create"), initial_name);

  gtk_file_dialog_save (dialog, GTK_WINDOW (widget), NULL, on_create_chosen, g_object_ref (widget));
}

static void
reopen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciWindow *self = CECI_WINDOW (widget);
  g_autoptr (GFile) file = self->file != NULL ? g_object_ref (self->file) : NULL;

  if (file != NULL)
    ceci_window_open (self, file, 0);
}

// --- the sample ---------------------------------------------------------------

static void
on_sample_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (ceci_sample_create_finish (result, &error)) {
    g_autoptr (GFile) file = g_object_steal_data (G_OBJECT (self), "sample");
    ceci_window_open (self, file, 0);
    return;
  }
  ceci_welcome_page_choose (self->welcome);
  ceci_window_say_error (self, _ ("The sample was not made"), error->message);
}

// The sample is made once, among the application's own data, and opened again from then on.
static void
try_sample_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciWindow *self = CECI_WINDOW (widget);
  CeciProgram *program = CECI_PROGRAM (gtk_window_get_application (GTK_WINDOW (self)));
  CeciSampleOptions options = CECI_SAMPLE_OPTIONS_INIT;
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "ceci", NULL);
  g_autofree char *path = g_build_filename (folder, "sample.ceci", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  if (g_file_query_exists (file, NULL)) {
    ceci_window_open (self, file, 0);
    return;
  }
  g_mkdir_with_parents (folder, 0700);
  options.today = ceci_program_get_today (program);
  ceci_welcome_page_wait (self->welcome, _ ("Making the sample…"));
  g_object_set_data_full (G_OBJECT (self), "sample", g_object_ref (file), g_object_unref);
  ceci_sample_create_async (file, &options, NULL, on_sample_made, g_object_ref (self));
}

// --- backing up ---------------------------------------------------------------

static void
back_up (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (ceci_register_backup (CECI_REGISTER (source), G_FILE (data), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_backed_up (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciDesk) desk = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (g_task_get_task_data (G_TASK (result))));

  if (g_task_propagate_boolean (G_TASK (result), &error)) {
    // Translators: %s is the name of a file
    g_autofree char *text = g_strdup_printf (_ ("Backed up to “%s”, and checked"), name);
    ceci_desk_notice (desk, text);
  } else {
    ceci_desk_report (desk, _ ("The backup was not made"), error);
  }
}

static void
on_backup_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciDesk) desk = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GTask) task = NULL;

  if (file == NULL)
    return;
  task = g_task_new (ceci_desk_get_register (desk), NULL, on_backed_up, g_object_ref (desk));
  g_task_set_source_tag (task, on_backup_chosen);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, back_up);
}

static void
backup_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciWindow *self = CECI_WINDOW (widget);
  g_autoptr (GtkFileDialog) dialog = NULL;
  g_autofree char *initial_name = NULL;

  if (self->desk == NULL)
    return;
  initial_name =
      g_strdup_printf ("%s-%s.ceci", gtk_window_get_title (GTK_WINDOW (self)), ceci_desk_get_today (self->desk));
  dialog = file_dialog (_ ("Back up the register"), _ ("_Back up"), initial_name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (widget), NULL, on_backup_chosen, g_object_ref (self->desk));
}

void
ceci_window_install_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-register", NULL, open_register_action);
  gtk_widget_class_install_action (widget_class, "win.create-register", NULL, create_register_action);
  gtk_widget_class_install_action (widget_class, "win.reopen", NULL, reopen_action);
  gtk_widget_class_install_action (widget_class, "win.try-sample", NULL, try_sample_action);
  gtk_widget_class_install_action (widget_class, "win.backup", NULL, backup_action);
}
