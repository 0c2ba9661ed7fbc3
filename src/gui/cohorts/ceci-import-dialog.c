// SPDX-License-Identifier: GPL-3.0-or-later
// Shows what importing a form's export would do, row by row; writes only when a person says so.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-import-columns.h"
#include "ceci-import-dialog.h"
#include "ceci-import-doubts-page.h"
#include "ceci-import-file-page.h"
#include "core/exchange/ceci-application-proposal.h"
#include "widgets/ceci-empty-page.h"

struct _CeciImportDialog {
  AdwDialog parent_instance;
  GtkStack *stack;
  GtkWidget *accept;
  AdwBanner *banner;
  CeciEmptyPage *failed;
  GtkLabel *summary;
  AdwViewStack *views;
  AdwViewStackPage *doubts_page;
  AdwViewStackPage *file_page;
  GtkColumnView *table;
  GtkListView *list; // the same where there is no room for columns
  CeciImportDoubtsPage *doubts;
  CeciImportFilePage *file;
  CeciDesk *desk;
  GFile *source;
  char *cohort_id;
  CeciColumnMap *map;
  CeciApplicationProposal *proposal; // NULL while the columns can't be understood
  GCancellable *cancellable;
  gboolean working; // the register is being read or written for this dialog
};

G_DEFINE_FINAL_TYPE (CeciImportDialog, ceci_import_dialog, ADW_TYPE_DIALOG)

// --- what is shown --------------------------------------------------------------------------

static void
set_title (AdwViewStackPage *page, const char *title, guint n)
{
  // Translators: the title of a view, and how many things are in it
  g_autofree char *text = n > 0 ? g_strdup_printf (_ ("%s (%u)"), title, n) : g_strdup (title);

  adw_view_stack_page_set_title (page, text);
}

static guint
count_doubts (CeciImportDialog *self)
{
  return self->proposal != NULL ? ceci_application_proposal_count (self->proposal, CECI_PROPOSAL_UNSURE) : 0;
}

static void
show_summary (CeciImportDialog *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int action = CECI_PROPOSAL_ADD; self->proposal != NULL && action <= CECI_PROPOSAL_DRAFT; action++) {
    guint n = ceci_application_proposal_count (self->proposal, (CeciProposalAction) action);

    if (n == 0)
      continue;
    if (text->len > 0)
      g_string_append (text, " · ");
    // Translators: what rows of a file would be, as in «New», and how many they are
    g_string_append_printf (text, _ ("%s: %u"), ceci_proposal_action_get_label ((CeciProposalAction) action), n);
  }
  gtk_label_set_label (self->summary, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), text->len > 0);
  set_title (self->doubts_page, _ ("To settle"), count_doubts (self));
  set_title (self->file_page, _ ("File"), ceci_import_file_page_get_n_remarks (self->file));
  gtk_widget_set_sensitive (self->accept, !self->working && self->proposal != NULL &&
                                              ceci_application_proposal_n_writes (self->proposal) > 0 &&
                                              !ceci_desk_is_read_only (self->desk));
}

static void
set_working (CeciImportDialog *self, gboolean working)
{
  self->working = working;
  gtk_widget_set_sensitive (GTK_WIDGET (self->views), !working);
  show_summary (self);
}

static void
show_table (CeciImportDialog *self)
{
  GtkSortListModel *sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->proposal)),
                                                      g_object_ref (gtk_column_view_get_sorter (self->table)));
  g_autoptr (GtkSelectionModel) selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (sorted)));

  gtk_column_view_set_model (self->table, selection);
  gtk_list_view_set_model (self->list, selection);
}

// A row in doubt leads to where it is settled.
static void
on_activated (CeciImportDialog *self, guint position)
{
  g_autoptr (CeciProposedApplication) row =
      g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (self->table)), position);

  if (row != NULL && ceci_proposed_application_get_doubt (row) != NULL)
    adw_view_stack_set_visible_child_name (self->views, "doubts");
}

static void
show_failure (CeciImportDialog *self, const GError *error)
{
  g_object_set (self->failed, "description", error->message, NULL);
  gtk_stack_set_visible_child_name (self->stack, "failed");
  gtk_widget_set_visible (self->accept, FALSE);
}

static void
say (CeciImportDialog *self, const char *text, gboolean may_preview_again)
{
  adw_banner_set_use_markup (self->banner, FALSE);
  adw_banner_set_title (self->banner, text);
  adw_banner_set_button_label (self->banner, may_preview_again ? _ ("_Preview again") : NULL);
  adw_banner_set_revealed (self->banner, TRUE);
}

// --- reading ----------------------------------------------------------------------------------

typedef struct {
  GFile *file;
  CeciColumnMap *map; // NULL: read the file
  char *cohort_id;
  char *today;
  GCancellable *cancellable;
} Source;

static void
source_free (gpointer data)
{
  Source *source = data;

  g_object_unref (source->file);
  g_clear_object (&source->map);
  g_object_unref (source->cancellable);
  g_free (source->cohort_id);
  g_free (source->today);
  g_free (source);
}

static gpointer
read_map (CeciDatabase *database, gpointer data, GError **error)
{
  Source *source = data;

  return ceci_application_proposal_read_map (database, source->file, source->cancellable, error);
}

static gpointer
propose (CeciDatabase *database, gpointer data, GError **error)
{
  Source *source = data;
  g_autofree char *name = g_file_get_basename (source->file);
  g_autofree char *shown = g_filename_display_name (name);

  return ceci_application_proposal_new (database, source->map, source->cohort_id, shown, source->today, error);
}

static void
read_register (CeciImportDialog *self, CeciRegisterFunc work, GAsyncReadyCallback callback)
{
  Source *source = g_new0 (Source, 1);

  source->file = g_object_ref (self->source);
  g_set_object (&source->map, self->map);
  source->cohort_id = g_strdup (self->cohort_id);
  source->today = g_strdup (ceci_desk_get_today (self->desk));
  source->cancellable = g_object_ref (self->cancellable);
  ceci_register_read_async (ceci_desk_get_register (self->desk), work, source, source_free, g_object_unref,
                            self->cancellable, callback, g_object_ref (self));
}

static void
take_proposal (CeciImportDialog *self, CeciApplicationProposal *proposal)
{
  if (self->proposal != NULL) {
    ceci_application_proposal_keep_choices (proposal, self->proposal);
    g_signal_handlers_disconnect_by_func (self->proposal, show_summary, self);
  }
  g_set_object (&self->proposal, proposal);
  g_signal_connect_object (proposal, "items-changed", G_CALLBACK (show_summary), self, G_CONNECT_SWAPPED);
  show_table (self);
  ceci_import_doubts_page_set_proposal (self->doubts, proposal);
}

// Where someone is needed first: the columns that can't be understood, then the people in doubt.
static void
show_preview (CeciImportDialog *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "preview") == 0)
    return;
  adw_view_stack_set_visible_child_name (self->views, self->proposal == NULL    ? "file"
                                                      : count_doubts (self) > 0 ? "doubts"
                                                                                : "applications");
  gtk_stack_set_visible_child_name (self->stack, "preview");
}

static void
on_proposed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciApplicationProposal) proposal = ceci_register_read_finish (CECI_REGISTER (source), result, &error);
  gboolean first;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (proposal != NULL) {
    take_proposal (self, proposal);
    adw_banner_set_revealed (self->banner, FALSE);
  } else if (g_error_matches (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_NO_HEADER)) {
    g_clear_object (&self->proposal); // the columns can be mapped by hand
    gtk_column_view_set_model (self->table, NULL);
    gtk_list_view_set_model (self->list, NULL);
    say (self, error->message, FALSE);
  } else {
    show_failure (self, error);
    return;
  }
  first = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "preview") != 0;
  set_working (self, FALSE);
  show_preview (self);
  if (first)
    gtk_widget_grab_focus (self->accept); // later the focus is where the columns are mapped
}

static void
on_map_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciColumnMap) map = ceci_register_read_finish (CECI_REGISTER (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (map == NULL) {
    show_failure (self, error);
    return;
  }
  self->map = g_steal_pointer (&map);
  ceci_import_file_page_set_map (self->file, self->map);
  read_register (self, propose, on_proposed);
}

static void
on_preview_again (CeciImportDialog *self)
{
  set_working (self, TRUE);
  read_register (self, propose, on_proposed);
}

static void
on_mapped (CeciImportDialog *self)
{
  on_preview_again (self);
}

// --- writing ------------------------------------------------------------------------------------

static gpointer
apply (CeciDatabase *database, gpointer proposal, GError **error)
{
  ceci_application_proposal_apply (proposal, database, error);
  return NULL;
}

static void
on_applied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  ceci_register_write_finish (CECI_REGISTER (source), result, &error);
  if (g_cancellable_is_cancelled (self->cancellable)) { // closed meanwhile: the window says what failed
    if (error != NULL)
      ceci_desk_report (self->desk, _ ("The applications were not imported"), error);
    return;
  }
  if (error == NULL) {
    adw_dialog_force_close (ADW_DIALOG (self));
    return;
  }
  set_working (self, FALSE);
  say (self, error->message, g_error_matches (error, CECI_STORE_ERROR, CECI_STORE_ERROR_CONFLICT));
}

static void
on_accept (CeciImportDialog *self)
{
  g_autofree char *label = NULL;

  if (self->working || self->proposal == NULL)
    return;
  label = ceci_application_proposal_dup_label (self->proposal);
  set_working (self, TRUE);
  ceci_register_write_async (ceci_desk_get_register (self->desk), label, apply, g_object_ref (self->proposal),
                             g_object_unref, NULL, NULL, on_applied, g_object_ref (self));
}

static void
on_cancel (CeciImportDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

// --- the dialog -----------------------------------------------------------------------------

static void
ceci_import_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (CECI_IMPORT_DIALOG (dialog)->cancellable);
}

static void
ceci_import_dialog_dispose (GObject *object)
{
  CeciImportDialog *self = CECI_IMPORT_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  g_clear_object (&self->source);
  g_clear_object (&self->map);
  g_clear_object (&self->proposal);
  g_clear_pointer (&self->cohort_id, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_IMPORT_DIALOG);
  G_OBJECT_CLASS (ceci_import_dialog_parent_class)->dispose (object);
}

static void
ceci_import_dialog_class_init (CeciImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_import_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = ceci_import_dialog_closed;
  g_type_ensure (CECI_TYPE_EMPTY_PAGE);
  g_type_ensure (CECI_TYPE_IMPORT_DOUBTS_PAGE);
  g_type_ensure (CECI_TYPE_IMPORT_FILE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/cohorts/ceci-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, CeciImportDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, CeciImportDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, CeciImportDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, CeciImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, CeciImportDialog, views);
  gtk_widget_class_bind_template_child (widget_class, CeciImportDialog, doubts_page);
  gtk_widget_class_bind_template_child (widget_class, CeciImportDialog, file_page);
  gtk_widget_class_bind_template_child (widget_class, CeciImportDialog, table);
  gtk_widget_class_bind_template_child (widget_class, CeciImportDialog, list);
  gtk_widget_class_bind_template_child (widget_class, CeciImportDialog, doubts);
  gtk_widget_class_bind_template_child (widget_class, CeciImportDialog, file);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_accept);
  gtk_widget_class_bind_template_callback (widget_class, on_preview_again);
  gtk_widget_class_bind_template_callback (widget_class, on_mapped);
}

static void
ceci_import_dialog_init (CeciImportDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = ceci_import_columns_narrow ();

  gtk_widget_init_template (GTK_WIDGET (self));
  ceci_import_columns_add (self->table);
  gtk_list_view_set_factory (self->list, factory);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "activate", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
}

/**
 * ceci_import_dialog_new:
 * @desk: the register
 * @cohort_id: the cohort applied to
 * @file: a form's export
 *
 * Returns: (transfer floating): a dialog, reading the file
 */
AdwDialog *
ceci_import_dialog_new (CeciDesk *desk, const char *cohort_id, GFile *file)
{
  CeciImportDialog *self = g_object_new (CECI_TYPE_IMPORT_DIALOG, NULL);

  self->desk = g_object_ref (desk);
  self->source = g_object_ref (file);
  self->cohort_id = g_strdup (cohort_id);
  self->cancellable = g_cancellable_new ();
  read_register (self, read_map, on_map_read);
  return ADW_DIALOG (self);
}
