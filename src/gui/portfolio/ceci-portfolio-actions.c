// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to the documents of a portfolio: files chosen or dropped, a copy saved, one removed or put back.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-deposit-dialog.h"
#include "ceci-document-dialog.h"
#include "ceci-portfolio-private.h"
#include "ceci-versions-dialog.h"
#include "core/model/ceci-document-repository.h"
#include "core/model/ceci-labels.h"
#include "widgets/ceci-file-saving.h"
#include "widgets/ceci-question.h"

static const char *
name_of (CeciPortfolioView *self)
{
  return ceci_student_get_display_name (ceci_student_summary_get_student (self->shown->summary));
}

// --- new files ------------------------------------------------------------------------------

static void
add_file (CeciPortfolioView *self, GFile *file, CeciDocument *replaced)
{
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self));

  if (desk != NULL && self->shown != NULL && !ceci_desk_is_read_only (desk))
    adw_dialog_present (
        ceci_document_dialog_new (desk, ceci_student_summary_get_student (self->shown->summary), file, replaced),
        GTK_WIDGET (self));
}

static gboolean
is_folder (GFile *file)
{
  return g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY;
}

// One file is described at once; many, or a folder, are reviewed together.
static void
add_files (CeciPortfolioView *self, GListModel *files)
{
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self));
  g_autoptr (GFile) first = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (first == NULL || desk == NULL || self->shown == NULL || ceci_desk_is_read_only (desk))
    return;
  if (g_list_model_get_n_items (files) == 1 && !is_folder (first))
    add_file (self, first, NULL);
  else
    adw_dialog_present (
        ceci_deposit_dialog_new_for_files (desk, ceci_student_summary_get_student (self->shown->summary), files),
        GTK_WIDGET (self));
}

static gboolean
add_file_list (CeciPortfolioView *self, const GValue *value)
{
  g_autoptr (GSList) list = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  for (GSList *each = list; each != NULL; each = each->next)
    g_list_store_append (files, each->data);
  add_files (self, G_LIST_MODEL (files));
  return list != NULL;
}

static void
on_pasted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciPortfolioView) self = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);

  if (value != NULL)
    add_file_list (self, value);
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_read_value_async (gtk_widget_get_clipboard (widget), GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL,
                                  on_pasted, g_object_ref (widget));
}

static void
on_files_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciPortfolioView) self = user_data;
  g_autoptr (GListModel) files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);

  add_files (self, files);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Add documents"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Add"));
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_files_chosen,
                                 g_object_ref (widget));
}

typedef struct {
  CeciPortfolioView *view;
  CeciDocument *document;
} About;

static About *
about_new (CeciPortfolioView *view, CeciDocument *document)
{
  About *about = g_new0 (About, 1);

  about->view = g_object_ref (view);
  about->document = g_object_ref (document);
  return about;
}

static void
about_free (gpointer data)
{
  About *about = data;

  g_object_unref (about->view);
  g_object_unref (about->document);
  g_free (about);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (About, about_free)

static void
on_version_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (About) about = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    add_file (about->view, file, about->document);
}

static CeciDocument *
named (CeciPortfolioView *self, GVariant *parameter)
{
  return self->shown != NULL ? ceci_portfolio_sheet_find (self->shown, g_variant_get_string (parameter, NULL)) : NULL;
}

static void
replace_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciDocument *document = named (CECI_PORTFOLIO_VIEW (widget), parameter);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  if (document == NULL)
    return;
  gtk_file_dialog_set_title (dialog, _ ("Add a version"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_version_chosen,
                        about_new (CECI_PORTFOLIO_VIEW (widget), document));
}

static gboolean
on_drop (CeciPortfolioView *self, const GValue *value)
{
  return add_file_list (self, value);
}

void
ceci_portfolio_take_drops (CeciPortfolioView *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

// --- a copy -----------------------------------------------------------------------------------

static GBytes *
read_bytes (CeciDatabase *database, const CeciFileRequest *request, GError **error)
{
  return ceci_database_get_blob (database, request->data, error);
}

static void
save_copy (CeciPortfolioView *self, const char *sha256, const char *file_name)
{
  static const CeciFileSaving copy = {N_ ("Save a copy"), N_ ("The copy was saved"), N_ ("The copy was not saved"),
                                      .draw = read_bytes};

  ceci_file_saving_ask (&copy, GTK_WIDGET (self), ceci_view_get_desk (CECI_VIEW (self)), NULL, file_name,
                        g_strdup (sha256), g_free);
}

void
ceci_portfolio_save_version (CeciPortfolioView *self, CeciDocumentVersion *version)
{
  save_copy (self, ceci_document_version_get_sha256 (version), ceci_document_version_get_file_name (version));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciDocument *document = named (CECI_PORTFOLIO_VIEW (widget), parameter);

  if (document != NULL)
    save_copy (CECI_PORTFOLIO_VIEW (widget), ceci_document_get_sha256 (document),
               ceci_document_get_file_name (document));
}

static void
versions_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciDocument *document = named (CECI_PORTFOLIO_VIEW (widget), parameter);

  if (document != NULL)
    adw_dialog_present (ceci_versions_dialog_new (CECI_PORTFOLIO_VIEW (widget), document), widget);
}

// --- removing and putting back ------------------------------------------------------------------

typedef struct {
  char *id;
  char *removed_on;
  char *reason;
} Removal;

static void
removal_free (gpointer data)
{
  Removal *removal = data;

  g_free (removal->id);
  g_free (removal->removed_on);
  g_free (removal->reason);
  g_free (removal);
}

static gpointer
remove_document (CeciDatabase *database, gpointer data, GError **error)
{
  Removal *removal = data;

  ceci_document_repository_remove (database, removal->id, removal->removed_on, removal->reason, error);
  return NULL;
}

static gpointer
restore_document (CeciDatabase *database, gpointer id, GError **error)
{
  ceci_document_repository_restore (database, id, error);
  return NULL;
}

static void
on_removal_given (const char *const *answers, gpointer user_data)
{
  About *about = user_data;
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (about->view));
  g_autofree char *label = NULL;
  Removal *removal;

  if (desk == NULL)
    return;
  label = ceci_label_document_remove (ceci_document_get_title (about->document), name_of (about->view));
  removal = g_new0 (Removal, 1);
  removal->id = g_strdup (ceci_record_get_id (CECI_RECORD (about->document)));
  removal->removed_on = g_strdup (ceci_desk_get_today (desk));
  removal->reason = g_strdup (answers[0]);
  ceci_view_write (CECI_VIEW (about->view), label, remove_document, removal, removal_free);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciDocument *document = named (CECI_PORTFOLIO_VIEW (widget), parameter);
  const CeciQuestionLine line = {_ ("Reason"), NULL, FALSE};
  g_autofree char *heading = NULL;

  if (document == NULL)
    return;
  // Translators: %s is the title of a document
  heading = g_strdup_printf (_ ("Remove “%s”?"), ceci_document_get_title (document));
  ceci_question_ask (widget, heading, _ ("It is kept in the register and no longer counts."), _ ("Re_move"), &line, 1,
                     on_removal_given, about_new (CECI_PORTFOLIO_VIEW (widget), document), about_free);
}

static void
restore_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciPortfolioView *self = CECI_PORTFOLIO_VIEW (widget);
  CeciDocument *document = named (self, parameter);
  g_autofree char *label = NULL;

  if (document == NULL)
    return;
  label = ceci_label_document_restore (ceci_document_get_title (document), name_of (self));
  ceci_view_write (CECI_VIEW (self), label, restore_document, g_variant_dup_string (parameter, NULL), g_free);
}

void
ceci_portfolio_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "portfolio.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "portfolio.paste", NULL, paste_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "portfolio.paste", NULL);
  gtk_widget_class_install_action (widget_class, "portfolio.replace", "s", replace_action);
  gtk_widget_class_install_action (widget_class, "portfolio.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "portfolio.versions", "s", versions_action);
  gtk_widget_class_install_action (widget_class, "portfolio.remove", "s", remove_action);
  gtk_widget_class_install_action (widget_class, "portfolio.restore", "s", restore_action);
}
