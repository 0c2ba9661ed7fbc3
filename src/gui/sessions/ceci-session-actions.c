// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to a jury session from its page: admitting, assigning, packing, merging, changing its state.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-admit-dialog.h"
#include "ceci-juror-dialog.h"
#include "ceci-merge-dialog.h"
#include "ceci-package-dialog.h"
#include "ceci-session-page-private.h"
#include "core/jury/ceci-assigning.h"
#include "core/jury/ceci-session.h"
#include "widgets/ceci-question.h"

static CeciDesk *
desk_of (CeciSessionPage *self)
{
  return self->session != NULL ? ceci_view_get_desk (CECI_VIEW (self)) : NULL;
}

static void
admit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciSessionPage *self = CECI_SESSION_PAGE (widget);

  if (desk_of (self) != NULL)
    adw_dialog_present (ceci_admit_dialog_new (desk_of (self), self->session), widget);
}

static void
add_juror_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciSessionPage *self = CECI_SESSION_PAGE (widget);

  if (desk_of (self) != NULL)
    adw_dialog_present (ceci_juror_dialog_new (desk_of (self), self->session), widget);
}

static void
pack_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciSessionPage *self = CECI_SESSION_PAGE (widget);
  const char *juror_id = g_variant_get_string (parameter, NULL);

  for (guint i = 0; desk_of (self) != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->jurors)); i++) {
    g_autoptr (CeciJurorLine) line = g_list_model_get_item (G_LIST_MODEL (self->jurors), i);

    if (g_strcmp0 (ceci_session_juror_get_juror_id (ceci_juror_line_get_member (line)), juror_id) == 0)
      adw_dialog_present (ceci_package_dialog_new (desk_of (self), self->session, ceci_juror_line_get_member (line)),
                          widget);
  }
}

// --- assigning ----------------------------------------------------------------------------

typedef struct {
  CeciAssigningResult result;
  char *session_id;
  CeciDesk *desk;
  GtkWidget *page;
} Assigning;

static void
assigning_free (gpointer data)
{
  Assigning *assigning = data;

  ceci_assigning_result_clear (&assigning->result);
  g_free (assigning->session_id);
  g_object_unref (assigning->desk);
  g_object_unref (assigning->page);
  g_free (assigning);
}

static gpointer
assign (CeciDatabase *database, gpointer data, GError **error)
{
  Assigning *assigning = data;

  return ceci_assigning_run (database, assigning->session_id, &assigning->result, error) ? assigning : NULL;
}

static void
tell_assigned (Assigning *assigning)
{
  const CeciAssigningResult *result = &assigning->result;
  g_autofree char *made = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u reading was assigned.", "%u readings were assigned.", result->added),
      result->added);
  g_autofree char *conflicts = result->conflicts != NULL ? g_strjoinv ("\n", result->conflicts) : NULL;
  g_autoptr (GString) body = g_string_new (NULL);
  AdwDialog *dialog;

  if (result->missing > 0)
    g_string_append_printf (
        body,
        g_dngettext (GETTEXT_PACKAGE, "%u reader could not be found. Add jurors, or assign by hand.\n",
                     "%u readers could not be found. Add jurors, or assign by hand.\n", result->missing),
        result->missing);
  if (conflicts != NULL && *conflicts != '\0')
    g_string_append_printf (body, "%s\n%s", _ ("Kept apart:"), conflicts);
  // The step itself is told, with its Undo: only more than that needs words.
  if (body->len == 0) {
    if (result->added == 0)
      ceci_desk_notice (assigning->desk, _ ("Every dossier has its readers already."));
    return;
  }
  dialog = adw_alert_dialog_new (made, g_strstrip (body->str));
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "close");
  adw_dialog_present (dialog, assigning->page);
}

static void
on_assigned (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Assigning *assigning = user_data;
  g_autoptr (GError) error = NULL;

  ceci_register_write_finish (CECI_REGISTER (source), result, &error);
  if (error != NULL)
    ceci_desk_report (assigning->desk, _ ("The readers were not assigned"), error);
  else
    tell_assigned (assigning);
  assigning_free (assigning);
}

static void
assign_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciSessionPage *self = CECI_SESSION_PAGE (widget);
  Assigning *assigning;

  if (desk_of (self) == NULL)
    return;
  assigning = g_new0 (Assigning, 1);
  assigning->session_id = g_strdup (ceci_record_get_id (CECI_RECORD (self->session)));
  assigning->desk = g_object_ref (desk_of (self));
  assigning->page = g_object_ref (widget);
  ceci_register_write_async (ceci_desk_get_register (assigning->desk), _ ("Assign dossiers to jurors"), assign,
                             assigning, NULL, NULL, NULL, on_assigned, assigning);
}

// --- returns ------------------------------------------------------------------------------

static void
merge_files (CeciSessionPage *self, GListModel *files)
{
  if (desk_of (self) != NULL && !ceci_desk_is_read_only (desk_of (self)) && g_list_model_get_n_items (files) > 0)
    adw_dialog_present (ceci_merge_dialog_new (desk_of (self), files), GTK_WIDGET (self));
}

static void
on_returns_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciSessionPage) self = user_data;
  g_autoptr (GListModel) files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (files != NULL)
    merge_files (self, files);
}

static void
merge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) returns = gtk_file_filter_new ();

  gtk_file_filter_set_name (returns, _ ("Jurors’ returns"));
  gtk_file_filter_add_pattern (returns, "*.ceci-return");
  g_list_store_append (filters, returns);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, _ ("Merge returns"));
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_returns_chosen,
                                 g_object_ref (widget));
}

static gboolean
on_drop (CeciSessionPage *self, const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_FILE);

  for (GSList *each = files; each != NULL; each = each->next)
    g_list_store_append (list, each->data);
  merge_files (self, G_LIST_MODEL (list));
  return files != NULL;
}

void
ceci_session_page_take_drops (CeciSessionPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

// --- the state ----------------------------------------------------------------------------

typedef struct {
  char *session_id;
  char *reason; // for reopening
  CeciSessionState state;
} StateChange;

static void
state_change_free (gpointer data)
{
  StateChange *change = data;

  g_free (change->session_id);
  g_free (change->reason);
  g_free (change);
}

static gpointer
change_state (CeciDatabase *database, gpointer data, GError **error)
{
  StateChange *change = data;

  if (change->reason != NULL)
    ceci_session_reopen (database, change->session_id, change->reason, error);
  else if (change->state == CECI_SESSION_STATE_CLOSED)
    ceci_session_close (database, change->session_id, error);
  else
    ceci_session_set_state (database, change->session_id, change->state, error);
  return NULL;
}

static void
write_state (CeciSessionPage *self, const char *label, CeciSessionState state, const char *reason)
{
  StateChange *change;

  if (self->session == NULL)
    return;
  change = g_new0 (StateChange, 1);
  change->session_id = g_strdup (ceci_record_get_id (CECI_RECORD (self->session)));
  change->state = state;
  change->reason = g_strdup (reason);
  ceci_view_write (CECI_VIEW (self), label, change_state, change, state_change_free);
}

static void
read_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  write_state (CECI_SESSION_PAGE (widget), _ ("Start the reading"), CECI_SESSION_STATE_READING, NULL);
}

static void
deliberate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  write_state (CECI_SESSION_PAGE (widget), _ ("Start the deliberation"), CECI_SESSION_STATE_DELIBERATION, NULL);
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  write_state (CECI_SESSION_PAGE (widget), _ ("Close the jury session"), CECI_SESSION_STATE_CLOSED, NULL);
}

static void
on_reason_given (const char *const *answers, gpointer user_data)
{
  write_state (user_data, _ ("Reopen the jury session"), CECI_SESSION_STATE_DELIBERATION, answers[0]);
}

static void
reopen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const CeciQuestionLine line = {_ ("Reason"), NULL, FALSE};

  ceci_question_ask (widget, _ ("Reopen the session?"), _ ("The reason stands in the minutes."), _ ("Re_open"), &line,
                     1, on_reason_given, g_object_ref (widget), g_object_unref);
}

void
ceci_session_page_update_actions (CeciSessionPage *self)
{
  static const char *const while_open[] = {"session.admit", "session.assign", "session.add-juror", "session.pack",
                                           "session.close"};
  CeciDesk *desk = desk_of (self);
  gboolean writable = desk != NULL && !ceci_desk_is_read_only (desk);
  CeciSessionState state =
      self->session != NULL ? ceci_jury_session_get_state (self->session) : CECI_SESSION_STATE_PREPARATION;
  GtkWidget *widget = GTK_WIDGET (self);

  for (guint i = 0; i < G_N_ELEMENTS (while_open); i++)
    gtk_widget_action_set_enabled (widget, while_open[i], writable && state != CECI_SESSION_STATE_CLOSED);
  gtk_widget_action_set_enabled (widget, "session.merge", writable);
  gtk_widget_action_set_enabled (widget, "session.read", writable && state == CECI_SESSION_STATE_PREPARATION);
  gtk_widget_action_set_enabled (widget, "session.deliberate", writable && state == CECI_SESSION_STATE_READING);
  gtk_widget_action_set_enabled (widget, "session.reopen", writable && state == CECI_SESSION_STATE_CLOSED);
}

void
ceci_session_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "session.admit", NULL, admit_action);
  gtk_widget_class_install_action (widget_class, "session.assign", NULL, assign_action);
  gtk_widget_class_install_action (widget_class, "session.add-juror", NULL, add_juror_action);
  gtk_widget_class_install_action (widget_class, "session.pack", "s", pack_action);
  gtk_widget_class_install_action (widget_class, "session.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "session.read", NULL, read_action);
  gtk_widget_class_install_action (widget_class, "session.deliberate", NULL, deliberate_action);
  gtk_widget_class_install_action (widget_class, "session.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "session.reopen", NULL, reopen_action);
}
