// SPDX-License-Identifier: GPL-3.0-or-later
// The dialog of every import that is a CeciImportProposal: reads, previews, settles, writes.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-import-columns.h"
#include "ceci-import-file-page.h"
#include "ceci-proposal-dialog.h"
#include "ceci-proposal-doubts.h"
#include "core/exchange/ceci-moodle-proposal.h"
#include "widgets/ceci-empty-page.h"

struct _CeciProposalDialog {
  AdwDialog parent_instance;
  GtkStack *stack;
  GtkWidget *accept;
  AdwBanner *banner;
  CeciEmptyPage *failed;
  GtkLabel *summary;
  AdwPreferencesGroup *setting_group;
  AdwEntryRow *setting;
  AdwViewStack *views;
  AdwViewStackPage *doubts_page;
  AdwViewStackPage *file_page;
  GtkListView *list;
  CeciProposalDoubts *doubts;
  CeciImportFilePage *file;
  CeciDesk *desk;
  const CeciImportKind *kind;
  GFile *source;
  char *context;
  CeciColumnMap *map;
  CeciImportProposal *proposal; // NULL while the columns can't be understood
  GCancellable *cancellable;
  gboolean working;
};

G_DEFINE_FINAL_TYPE (CeciProposalDialog, ceci_proposal_dialog, ADW_TYPE_DIALOG)

// --- what is shown --------------------------------------------------------------------------

static void
set_title (AdwViewStackPage *page, const char *title, guint n)
{
  // Translators: the title of a view, and how many things are in it
  g_autofree char *text = n > 0 ? g_strdup_printf (_ ("%s (%u)"), title, n) : g_strdup (title);

  adw_view_stack_page_set_title (page, text);
}

static guint
count (CeciProposalDialog *self, CeciProposalAction action)
{
  return self->proposal != NULL ? ceci_import_proposal_count (self->proposal, action) : 0;
}

static void
show_summary (CeciProposalDialog *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int action = CECI_PROPOSAL_ADD; action <= CECI_PROPOSAL_DRAFT; action++) {
    guint n = count (self, (CeciProposalAction) action);

    if (n == 0)
      continue;
    // Translators: what rows of a file would be, as in «New», and how many they are
    g_string_append_printf (text, _ ("%s: %u"), ceci_proposal_action_get_label ((CeciProposalAction) action), n);
    g_string_append (text, " · ");
  }
  if (text->len > 0)
    g_string_truncate (text, text->len - strlen (" · "));
  gtk_label_set_label (self->summary, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), text->len > 0);
  set_title (self->doubts_page, _ ("To settle"), count (self, CECI_PROPOSAL_UNSURE));
  set_title (self->file_page, _ ("File"), ceci_import_file_page_get_n_remarks (self->file));
  gtk_widget_set_sensitive (self->accept, !self->working && self->proposal != NULL &&
                                              ceci_import_proposal_n_writes (self->proposal) > 0 &&
                                              !ceci_desk_is_read_only (self->desk));
}

static void
set_working (CeciProposalDialog *self, gboolean working)
{
  self->working = working;
  gtk_widget_set_sensitive (GTK_WIDGET (self->views), !working);
  show_summary (self);
}

static void
show_failure (CeciProposalDialog *self, const GError *error)
{
  g_object_set (self->failed, "description", error->message, NULL);
  gtk_stack_set_visible_child_name (self->stack, "failed");
  gtk_widget_set_visible (self->accept, FALSE);
}

static void
say (CeciProposalDialog *self, const char *text, gboolean may_preview_again)
{
  adw_banner_set_title (self->banner, text);
  adw_banner_set_button_label (self->banner, may_preview_again ? _ ("_Preview again") : NULL);
  adw_banner_set_revealed (self->banner, TRUE);
}

static void
show_setting (CeciProposalDialog *self)
{
  const char *text = self->kind->get_setting != NULL ? self->kind->get_setting (self->map) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->setting_group), text != NULL);
  if (text == NULL)
    return;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->setting), _ (self->kind->setting_title));
  gtk_editable_set_text (GTK_EDITABLE (self->setting), text);
}

// A row in doubt leads to where it is settled.
static void
on_activated (CeciProposalDialog *self, guint position)
{
  CeciProposedLine *line = ceci_import_proposal_get_line (self->proposal, position);

  if (line != NULL && ceci_proposed_line_get_doubt (line) != NULL)
    adw_view_stack_set_visible_child_name (self->views, "doubts");
}

// --- reading ----------------------------------------------------------------------------------

typedef struct {
  const CeciImportKind *kind;
  GFile *file;
  CeciColumnMap *map; // NULL: read the file
  char *context, *today;
  GCancellable *cancellable;
} Source;

static void
source_free (gpointer data)
{
  Source *source = data;

  g_object_unref (source->file);
  g_clear_object (&source->map);
  g_object_unref (source->cancellable);
  g_free (source->context);
  g_free (source->today);
  g_free (source);
}

static gpointer
read_map (CeciDatabase *database, gpointer data, GError **error)
{
  Source *source = data;

  return source->kind->read_map (database, source->file, source->context, source->cancellable, error);
}

static gpointer
propose (CeciDatabase *database, gpointer data, GError **error)
{
  Source *source = data;
  g_autofree char *name = g_file_get_basename (source->file);
  g_autofree char *shown = g_filename_display_name (name);

  return source->kind->propose (database, source->map, source->context, shown, source->today, error);
}

static void
read_register (CeciProposalDialog *self, CeciRegisterFunc work, GAsyncReadyCallback callback)
{
  Source *source = g_new0 (Source, 1);

  source->kind = self->kind;
  source->file = g_object_ref (self->source);
  g_set_object (&source->map, self->map);
  source->context = g_strdup (self->context);
  source->today = g_strdup (ceci_desk_get_today (self->desk));
  source->cancellable = g_object_ref (self->cancellable);
  ceci_register_read_async (ceci_desk_get_register (self->desk), work, source, source_free, g_object_unref,
                            self->cancellable, callback, g_object_ref (self));
}

static void
take_proposal (CeciProposalDialog *self, CeciImportProposal *proposal)
{
  g_autoptr (GtkSelectionModel) selection = NULL;
  const char *const *notes;

  if (proposal != NULL && self->proposal != NULL)
    ceci_import_proposal_keep_choices (proposal, self->proposal);
  g_set_object (&self->proposal, proposal);
  if (proposal != NULL) {
    selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (proposal))));
    g_signal_connect_object (proposal, "items-changed", G_CALLBACK (show_summary), self, G_CONNECT_SWAPPED);
    notes = ceci_import_proposal_get_notes (proposal);
    adw_banner_set_revealed (self->banner, FALSE);
    if (*notes != NULL)
      say (self, *notes, FALSE);
  }
  gtk_list_view_set_model (self->list, selection);
  ceci_proposal_doubts_set_proposal (self->doubts, proposal);
}

static void
on_proposed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciProposalDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciImportProposal) proposal = ceci_register_read_finish (CECI_REGISTER (source), result, &error);
  gboolean first = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "preview") != 0;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (proposal == NULL && !g_error_matches (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_NO_HEADER)) {
    show_failure (self, error);
    return;
  }
  take_proposal (self, proposal);
  if (proposal == NULL)
    say (self, error->message, FALSE); // the columns can be mapped by hand
  set_working (self, FALSE);
  if (!first)
    return; // the focus is where the columns are mapped
  adw_view_stack_set_visible_child_name (self->views, proposal == NULL                         ? "file"
                                                      : count (self, CECI_PROPOSAL_UNSURE) > 0 ? "doubts"
                                                                                               : "lines");
  gtk_stack_set_visible_child_name (self->stack, "preview");
  gtk_widget_grab_focus (self->accept);
}

static void
on_map_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciProposalDialog) self = user_data;
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
  show_setting (self);
  read_register (self, propose, on_proposed);
}

static void
on_preview_again (CeciProposalDialog *self)
{
  set_working (self, TRUE);
  read_register (self, propose, on_proposed);
}

static void
on_setting_applied (CeciProposalDialog *self)
{
  gboolean taken = self->kind->set_setting (self->map, gtk_editable_get_text (GTK_EDITABLE (self->setting)));

  if (taken)
    gtk_widget_remove_css_class (GTK_WIDGET (self->setting), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->setting), "error");
  if (taken)
    on_preview_again (self);
}

// --- writing ------------------------------------------------------------------------------------

static gpointer
apply (CeciDatabase *database, gpointer proposal, GError **error)
{
  ceci_import_proposal_apply (proposal, database, error);
  return NULL;
}

static void
on_applied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciProposalDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  ceci_register_write_finish (CECI_REGISTER (source), result, &error);
  if (g_cancellable_is_cancelled (self->cancellable)) { // closed meanwhile: the window says what failed
    if (error != NULL)
      ceci_desk_report (self->desk, _ (self->kind->failed), error);
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
on_accept (CeciProposalDialog *self)
{
  g_autofree char *label = NULL;

  if (self->working || self->proposal == NULL)
    return;
  label = ceci_import_proposal_dup_label (self->proposal);
  set_working (self, TRUE);
  ceci_register_write_async (ceci_desk_get_register (self->desk), label, apply, g_object_ref (self->proposal),
                             g_object_unref, NULL, NULL, on_applied, g_object_ref (self));
}

static void
on_cancel (CeciProposalDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

// --- the dialog -----------------------------------------------------------------------------

static void
ceci_proposal_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (CECI_PROPOSAL_DIALOG (dialog)->cancellable);
}

static void
ceci_proposal_dialog_dispose (GObject *object)
{
  CeciProposalDialog *self = CECI_PROPOSAL_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  g_clear_object (&self->source);
  g_clear_object (&self->map);
  g_clear_object (&self->proposal);
  g_clear_pointer (&self->context, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_PROPOSAL_DIALOG);
  G_OBJECT_CLASS (ceci_proposal_dialog_parent_class)->dispose (object);
}

static void
ceci_proposal_dialog_class_init (CeciProposalDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_proposal_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = ceci_proposal_dialog_closed;
  g_type_ensure (CECI_TYPE_EMPTY_PAGE);
  g_type_ensure (CECI_TYPE_PROPOSAL_DOUBTS);
  g_type_ensure (CECI_TYPE_IMPORT_FILE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/cohorts/ceci-proposal-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciProposalDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, CeciProposalDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, CeciProposalDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, CeciProposalDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, CeciProposalDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, CeciProposalDialog, setting_group);
  gtk_widget_class_bind_template_child (widget_class, CeciProposalDialog, setting);
  gtk_widget_class_bind_template_child (widget_class, CeciProposalDialog, views);
  gtk_widget_class_bind_template_child (widget_class, CeciProposalDialog, doubts_page);
  gtk_widget_class_bind_template_child (widget_class, CeciProposalDialog, file_page);
  gtk_widget_class_bind_template_child (widget_class, CeciProposalDialog, list);
  gtk_widget_class_bind_template_child (widget_class, CeciProposalDialog, doubts);
  gtk_widget_class_bind_template_child (widget_class, CeciProposalDialog, file);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_accept);
  gtk_widget_class_bind_template_callback (widget_class, on_preview_again);
  gtk_widget_class_bind_template_callback (widget_class, on_setting_applied);
}

static void
ceci_proposal_dialog_init (CeciProposalDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = ceci_import_columns_lines ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_factory (self->list, factory);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
}

/**
 * ceci_proposal_dialog_new:
 * @desk: the register
 * @kind: what is imported
 * @context: (nullable): what it is for, such as a cohort
 * @file: the file
 *
 * Returns: (transfer floating): a dialog, reading the file
 */
AdwDialog *
ceci_proposal_dialog_new (CeciDesk *desk, const CeciImportKind *kind, const char *context, GFile *file)
{
  CeciProposalDialog *self = g_object_new (CECI_TYPE_PROPOSAL_DIALOG, NULL);

  self->desk = g_object_ref (desk);
  self->kind = kind;
  self->source = g_object_ref (file);
  self->context = g_strdup (context);
  self->cancellable = g_cancellable_new ();
  adw_dialog_set_title (ADW_DIALOG (self), _ (kind->title));
  read_register (self, read_map, on_map_read);
  return ADW_DIALOG (self);
}

// --- the virtual campus ---------------------------------------------------------------------------

static CeciColumnMap *
read_moodle_map (CeciDatabase *database, GFile *file, const char *cohort_id, GCancellable *cancellable, GError **error)
{
  return ceci_moodle_proposal_read_map (database, file, CECI_MOODLE_NONE, cohort_id, cancellable, error);
}

static const char *
get_pass_mark (CeciColumnMap *map)
{
  const char *mark = ceci_moodle_map_get_pass_mark (map, NULL);

  if (ceci_moodle_map_get_kind (map) != CECI_MOODLE_GRADEBOOK)
    return NULL;
  return mark != NULL ? mark : "";
}

static gboolean
set_pass_mark (CeciColumnMap *map, const char *text)
{
  return ceci_moodle_map_set_pass_mark (map, NULL, text, NULL);
}

const CeciImportKind ceci_import_kind_moodle = {
    N_ ("Import from the virtual campus"),
    N_ ("Nothing was imported from the virtual campus"),
    read_moodle_map,
    ceci_moodle_proposal_new,
    N_ ("A grade of at least this completes its module (empty: grades are only shown)"),
    get_pass_mark,
    set_pass_mark,
};
