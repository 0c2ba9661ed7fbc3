// SPDX-License-Identifier: GPL-3.0-or-later
// Reading, inspecting and writing run in a thread of their own; what they would do is a proposal, shown here and
// changed here. Who a folder is from stands in ceci-submitters-page.c, what a file is in ceci-deposit-page.c.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-deposit-dialog.h"
#include "ceci-deposit-page.h"
#include "ceci-deposit-row.h"
#include "ceci-submitters-page.h"
#include "core/exchange/ceci-deposit-proposal.h"
#include "viewer/ceci-document-view.h"
#include "widgets/ceci-empty-page.h"

#define TELL_EVERY 100 // milliseconds

struct _CeciDepositDialog {
  AdwDialog parent_instance;
  AdwNavigationView *navigation;
  GtkStack *stack;
  GtkWidget *accept;
  AdwBanner *banner;
  AdwStatusPage *wait;
  GtkProgressBar *bar;
  CeciEmptyPage *failed;
  GtkLabel *summary;
  GtkWidget *switcher;
  AdwViewStack *views;
  AdwViewStackPage *files_page;
  AdwViewStackPage *doubts_page;
  GtkListView *list;
  CeciSubmittersPage *submitters;

  CeciDesk *desk;
  char *cohort_id;      // of an archive's submissions, or
  CeciStudent *student; // whose the files are
  GListModel *files;
  CeciDepositProposal *proposal;
  GCancellable *cancellable;
  guint ticking;
  gint done;  // thousandths of what is being done, set by the thread that works
  gint stage; // what that is
};

G_DEFINE_FINAL_TYPE (CeciDepositDialog, ceci_deposit_dialog, ADW_TYPE_DIALOG)

enum { STAGE_READING, STAGE_INSPECTING, STAGE_WRITING };

// --- progress -----------------------------------------------------------------------------------

static void
on_progress (guint64 done, guint64 total, gpointer user_data)
{
  CeciDepositDialog *self = user_data;

  g_atomic_int_set (&self->done, total > 0 ? (gint) (done * 1000 / total) : 0);
}

static gboolean
tick (gpointer user_data)
{
  CeciDepositDialog *self = user_data;
  const char *const titles[] = {_ ("Reading the files…"), _ ("Inspecting the documents…"), _ ("Importing…")};
  gint done = g_atomic_int_get (&self->done);

  adw_status_page_set_title (self->wait, titles[g_atomic_int_get (&self->stage)]);
  if (done > 0)
    gtk_progress_bar_set_fraction (self->bar, MIN (done, 1000) / 1000.0);
  else
    gtk_progress_bar_pulse (self->bar);
  return G_SOURCE_CONTINUE;
}

static void
begin_work (CeciDepositDialog *self, gint stage)
{
  g_atomic_int_set (&self->done, 0);
  g_atomic_int_set (&self->stage, stage);
  gtk_stack_set_visible_child_name (self->stack, "wait");
  gtk_widget_set_sensitive (self->accept, FALSE);
  if (self->ticking == 0)
    self->ticking = g_timeout_add (TELL_EVERY, tick, self);
}

static void
end_work (CeciDepositDialog *self)
{
  g_clear_handle_id (&self->ticking, g_source_remove);
}

// --- what is shown --------------------------------------------------------------------------------

static void
show_summary (CeciDepositDialog *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_unsure = ceci_deposit_proposal_n_unsure (self->proposal);
  // Translators: the title of a view, and how many things are in it
  g_autofree char *title =
      n_unsure > 0 ? g_strdup_printf (_ ("%s (%u)"), _ ("To settle"), n_unsure) : g_strdup (_ ("To settle"));

  for (int action = CECI_PROPOSAL_ADD; action <= CECI_PROPOSAL_DRAFT; action++) {
    guint n = ceci_deposit_proposal_count (self->proposal, (CeciProposalAction) action);

    if (n > 0)
      g_string_append_printf (text, _ ("%s%s: %u"), text->len > 0 ? " · " : "",
                              ceci_deposit_action_label ((CeciProposalAction) action), n);
  }
  gtk_label_set_label (self->summary, text->str);
  adw_view_stack_page_set_title (self->doubts_page, title);
  gtk_widget_set_sensitive (self->accept, ceci_deposit_proposal_n_writes (self->proposal) > 0 &&
                                              !ceci_desk_is_read_only (self->desk));
}

static void
on_row_changed (CeciDepositDialog *self)
{
  if (self->proposal != NULL)
    show_summary (self);
}

static void
setup_row (GtkSignalListItemFactory *factory, GtkListItem *item, CeciDepositDialog *self)
{
  GtkWidget *row = ceci_deposit_row_new ();

  g_signal_connect_object (row, "included-changed", G_CALLBACK (on_row_changed), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
bind_row (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  CeciDepositRow *row = CECI_DEPOSIT_ROW (gtk_list_item_get_child (item));
  CeciProposedDocument *proposed = gtk_list_item_get_item (item);
  g_autofree char *label = ceci_deposit_row_dup_description (proposed);

  ceci_deposit_row_set_proposed (row, proposed);
  gtk_list_item_set_accessible_label (item, label);
}

static void
unbind_row (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  ceci_deposit_row_set_proposed (CECI_DEPOSIT_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
on_activated (CeciDepositDialog *self, guint position)
{
  g_autoptr (CeciProposedDocument) row = g_list_model_get_item (G_LIST_MODEL (self->proposal), position);
  CeciProposalAction action = ceci_proposed_document_get_action (row);

  if (action == CECI_PROPOSAL_UNSURE)
    adw_view_stack_set_visible_child_name (self->views, "doubts");
  else if (action == CECI_PROPOSAL_ADD || action == CECI_PROPOSAL_CHANGE)
    adw_navigation_view_push (self->navigation,
                              ceci_deposit_page_new (self->proposal, row, ceci_desk_get_today (self->desk)));
}

static void
on_said (CeciDepositDialog *self)
{
  show_summary (self);
}

static void
show_failure (CeciDepositDialog *self, const GError *error)
{
  g_object_set (self->failed, "description", error->message, NULL);
  gtk_stack_set_visible_child_name (self->stack, "failed");
  gtk_widget_set_visible (self->accept, FALSE);
}

// Where someone is needed first.
static void
show_preview (CeciDepositDialog *self)
{
  gboolean asks = g_list_model_get_n_items (ceci_deposit_proposal_get_submitters (self->proposal)) > 0;
  gboolean unsure = ceci_deposit_proposal_n_unsure (self->proposal) > 0;

  gtk_list_view_set_model (self->list, NULL);
  g_autoptr (GtkSelectionModel) model =
      GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->proposal))));
  gtk_list_view_set_model (self->list, model);
  gtk_widget_set_visible (self->switcher, asks);
  adw_view_stack_page_set_visible (self->doubts_page, asks);
  if (asks)
    ceci_submitters_page_set_proposal (self->submitters, self->proposal);
  adw_view_stack_set_visible_child_name (self->views, unsure ? "doubts" : "files");
  gtk_stack_set_visible_child_name (self->stack, "preview");
  show_summary (self);
  gtk_widget_grab_focus (unsure ? GTK_WIDGET (self->submitters) : self->accept);
}

// --- reading --------------------------------------------------------------------------------------

typedef struct {
  CeciDepositDialog *dialog; // lives as long as the task
  CeciRegister *reg;
  char *cohort_id;
  char *student_id;
  char *today;
  GListModel *files;
  CeciArrivals *arrivals;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->reg);
  g_free (reading->cohort_id);
  g_free (reading->student_id);
  g_free (reading->today);
  g_object_unref (reading->files);
  g_clear_object (&reading->arrivals);
  g_free (reading);
}

static gboolean
take_files (Reading *reading, GCancellable *cancellable, GError **error)
{
  guint n = g_list_model_get_n_items (reading->files);

  for (guint i = 0; i < n; i++) {
    g_autoptr (GFile) file = g_list_model_get_item (reading->files, i);

    if (reading->cohort_id != NULL ? !ceci_arrivals_take_archive (reading->arrivals, file, NULL, on_progress,
                                                                  reading->dialog, cancellable, error)
                                   : !ceci_arrivals_take_file (reading->arrivals, file, cancellable, error))
      return FALSE;
    if (reading->cohort_id == NULL)
      on_progress (i + 1, n, reading->dialog);
  }
  return TRUE;
}

static gpointer
propose (CeciDatabase *database, gpointer data, GError **error)
{
  Reading *reading = data;

  if (reading->cohort_id != NULL)
    return ceci_deposit_proposal_of_submissions (database, reading->arrivals, reading->cohort_id, NULL, reading->today,
                                                 error);
  return ceci_deposit_proposal_of_student (database, reading->arrivals, reading->student_id, reading->today, error);
}

static void
read_all (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciDepositProposal) proposal = NULL;

  reading->arrivals = ceci_arrivals_new (&error);
  if (reading->arrivals != NULL && take_files (reading, cancellable, &error))
    proposal = ceci_register_read (reading->reg, propose, reading, &error);
  if (proposal != NULL) {
    g_atomic_int_set (&reading->dialog->done, 0);
    g_atomic_int_set (&reading->dialog->stage, STAGE_INSPECTING);
    if (!ceci_deposit_proposal_inspect (proposal, ceci_document_inspect_in_words, on_progress, reading->dialog,
                                        cancellable, &error))
      g_clear_object (&proposal);
  }
  if (proposal != NULL)
    g_task_return_pointer (task, g_steal_pointer (&proposal), g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CeciDepositDialog *self = CECI_DEPOSIT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciDepositProposal) proposal = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  end_work (self);
  if (proposal == NULL) {
    show_failure (self, error);
    return;
  }
  g_set_object (&self->proposal, proposal);
  g_signal_connect_object (proposal, "items-changed", G_CALLBACK (on_row_changed), self, G_CONNECT_SWAPPED);
  show_preview (self);
}

static void
read_files (CeciDepositDialog *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, on_read, NULL);
  Reading *reading = g_new0 (Reading, 1);

  reading->dialog = self;
  reading->reg = g_object_ref (ceci_desk_get_register (self->desk));
  reading->cohort_id = g_strdup (self->cohort_id);
  reading->student_id = self->student != NULL ? g_strdup (ceci_record_get_id (CECI_RECORD (self->student))) : NULL;
  reading->today = g_strdup (ceci_desk_get_today (self->desk));
  reading->files = g_object_ref (self->files);
  g_task_set_source_tag (task, read_files);
  g_task_set_task_data (task, reading, reading_free);
  begin_work (self, STAGE_READING);
  g_task_run_in_thread (task, read_all);
}

// --- writing --------------------------------------------------------------------------------------

static void
write_all (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  CeciDepositDialog *self = source;
  g_autoptr (GError) error = NULL;

  if (ceci_deposit_proposal_apply (data, ceci_desk_get_register (self->desk), on_progress, self, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CeciDepositDialog *self = CECI_DEPOSIT_DIALOG (source);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error)) {
    end_work (self);
    adw_dialog_force_close (ADW_DIALOG (self));
    return;
  }
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  end_work (self);
  if (g_error_matches (error, CECI_STORE_ERROR, CECI_STORE_ERROR_CONFLICT)) {
    read_files (self); // look at them again, with what was changed meanwhile
    return;
  }
  adw_banner_set_title (self->banner, error->message);
  adw_banner_set_revealed (self->banner, TRUE);
  show_preview (self);
}

static void
on_accept (CeciDepositDialog *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, on_written, NULL);

  g_task_set_source_tag (task, on_accept);
  g_task_set_return_on_cancel (task, FALSE);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_object_ref (self->proposal), g_object_unref);
  begin_work (self, STAGE_WRITING);
  g_task_run_in_thread (task, write_all);
}

static void
on_cancel (CeciDepositDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

// --- the dialog -----------------------------------------------------------------------------------

static void
ceci_deposit_dialog_closed (AdwDialog *dialog)
{
  CeciDepositDialog *self = CECI_DEPOSIT_DIALOG (dialog);

  g_cancellable_cancel (self->cancellable);
  end_work (self);
}

static void
ceci_deposit_dialog_dispose (GObject *object)
{
  CeciDepositDialog *self = CECI_DEPOSIT_DIALOG (object);

  end_work (self);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_DEPOSIT_DIALOG);
  g_clear_object (&self->proposal);
  g_clear_object (&self->files);
  g_clear_object (&self->student);
  g_clear_object (&self->desk);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->cohort_id, g_free);
  G_OBJECT_CLASS (ceci_deposit_dialog_parent_class)->dispose (object);
}

static void
ceci_deposit_dialog_class_init (CeciDepositDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_deposit_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = ceci_deposit_dialog_closed;
  g_type_ensure (CECI_TYPE_EMPTY_PAGE);
  g_type_ensure (CECI_TYPE_SUBMITTERS_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/portfolio/ceci-deposit-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciDepositDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, CeciDepositDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, CeciDepositDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, CeciDepositDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, CeciDepositDialog, wait);
  gtk_widget_class_bind_template_child (widget_class, CeciDepositDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, CeciDepositDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, CeciDepositDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, CeciDepositDialog, switcher);
  gtk_widget_class_bind_template_child (widget_class, CeciDepositDialog, views);
  gtk_widget_class_bind_template_child (widget_class, CeciDepositDialog, files_page);
  gtk_widget_class_bind_template_child (widget_class, CeciDepositDialog, doubts_page);
  gtk_widget_class_bind_template_child (widget_class, CeciDepositDialog, list);
  gtk_widget_class_bind_template_child (widget_class, CeciDepositDialog, submitters);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_accept);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_said);
}

static void
ceci_deposit_dialog_init (CeciDepositDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row), self, G_CONNECT_DEFAULT);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_row), NULL);
  gtk_list_view_set_factory (self->list, factory);
}

/**
 * ceci_deposit_dialog_new_for_archive:
 * @desk: the register
 * @cohort_id: the intake whose submissions they are
 * @archive: a ZIP of the virtual campus
 *
 * Returns: (transfer floating): a dialog, reading the archive
 */
AdwDialog *
ceci_deposit_dialog_new_for_archive (CeciDesk *desk, const char *cohort_id, GFile *archive)
{
  CeciDepositDialog *self = g_object_new (CECI_TYPE_DEPOSIT_DIALOG, NULL);
  GListStore *files = g_list_store_new (G_TYPE_FILE);

  g_list_store_append (files, archive);
  self->desk = g_object_ref (desk);
  self->cohort_id = g_strdup (cohort_id);
  self->files = G_LIST_MODEL (files);
  read_files (self);
  return ADW_DIALOG (self);
}

/**
 * ceci_deposit_dialog_new_for_files:
 * @desk: the register
 * @student: whose they are
 * @files: (element-type GFile): files and folders
 *
 * Returns: (transfer floating): a dialog, reading them
 */
AdwDialog *
ceci_deposit_dialog_new_for_files (CeciDesk *desk, CeciStudent *student, GListModel *files)
{
  CeciDepositDialog *self = g_object_new (CECI_TYPE_DEPOSIT_DIALOG, NULL);

  self->desk = g_object_ref (desk);
  self->student = g_object_ref (student);
  self->files = g_object_ref (files);
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Add documents"));
  read_files (self);
  return ADW_DIALOG (self);
}
