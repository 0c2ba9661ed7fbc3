// SPDX-License-Identifier: GPL-3.0-or-later
// Shows what importing a form's export would do, row by row; writes only when a person says so.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-import-dialog.h"
#include "core/exchange/ceci-application-proposal.h"
#include "widgets/ceci-empty-page.h"
#include "widgets/ceci-state-pill.h"
#include "widgets/ceci-table.h"

struct _CeciImportDialog {
  AdwDialog parent_instance;
  GtkStack *stack;
  GtkWidget *accept;
  CeciEmptyPage *failed;
  GtkLabel *summary;
  GtkColumnView *table;
  CeciDesk *desk;
  CeciApplicationProposal *proposal;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (CeciImportDialog, ceci_import_dialog, ADW_TYPE_DIALOG)

// --- the table --------------------------------------------------------------------------

static void
show_line (GtkWidget *cell, gpointer item)
{
  g_autofree char *text = g_strdup_printf ("%u", ceci_proposed_application_get_line (item));

  ceci_cell_show_text (cell, text);
}

static int
compare_line (gconstpointer one, gconstpointer other, gpointer data)
{
  guint a = ceci_proposed_application_get_line ((gpointer) one);
  guint b = ceci_proposed_application_get_line ((gpointer) other);

  return (a > b) - (a < b);
}

static void
show_action (GtkWidget *cell, gpointer item)
{
  static const struct {
    CeciTone tone;
    const char *icon_name;
  } looks[] = {
      [CECI_PROPOSAL_ADD] = {CECI_TONE_SUCCESS, "list-add-symbolic"},
      [CECI_PROPOSAL_CHANGE] = {CECI_TONE_ACCENT, "document-edit-symbolic"},
      [CECI_PROPOSAL_UNCHANGED] = {CECI_TONE_NEUTRAL, "object-select-symbolic"},
      [CECI_PROPOSAL_REFUSED] = {CECI_TONE_ERROR, "process-stop-symbolic"},
      [CECI_PROPOSAL_UNSURE] = {CECI_TONE_WARNING, "dialog-question-symbolic"},
      [CECI_PROPOSAL_DRAFT] = {CECI_TONE_NEUTRAL, "content-loading-symbolic"},
  };
  CeciProposalAction action = ceci_proposed_application_get_action (item);

  ceci_state_pill_set_state (CECI_STATE_PILL (cell), looks[action].tone, looks[action].icon_name,
                             ceci_proposal_action_get_label (action));
}

static int
compare_action (gconstpointer one, gconstpointer other, gpointer data)
{
  return (int) ceci_proposed_application_get_action ((gpointer) one) -
         (int) ceci_proposed_application_get_action ((gpointer) other);
}

static void
show_name (GtkWidget *cell, gpointer item)
{
  ceci_cell_show_text (cell, ceci_proposed_application_get_name (item));
}

static int
compare_name (gconstpointer one, gconstpointer other, gpointer data)
{
  return ceci_compare_text (ceci_proposed_application_get_name ((gpointer) one),
                            ceci_proposed_application_get_name ((gpointer) other));
}

// The reason if there is one, else the state it would have, else what would change.
static void
show_details (GtkWidget *cell, gpointer item)
{
  const char *reason = ceci_proposed_application_get_reason (item);
  CeciApplication *application = ceci_proposed_application_get_application (item);
  g_autofree char *changes = NULL;

  g_object_get (item, "changes", &changes, NULL);
  if (reason == NULL && changes != NULL && *changes != '\0')
    reason = changes;
  if (reason == NULL && application != NULL)
    reason = ceci_application_get_state_reason (application);
  ceci_cell_show_text (cell, reason != NULL ? reason : "");
}

static const CeciColumn columns[] = {
    {"line", N_ ("Line"), ceci_cell_number, show_line, compare_line, FALSE},
    {"action", N_ ("Would be"), ceci_cell_pill, show_action, compare_action, FALSE},
    {"name", N_ ("Name"), ceci_cell_name, show_name, compare_name, TRUE},
    {"details", N_ ("Why"), ceci_cell_text, show_details, NULL, TRUE},
};

// --- who an unsure row is -----------------------------------------------------------------

static void
show_summary (CeciImportDialog *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int action = CECI_PROPOSAL_ADD; action <= CECI_PROPOSAL_DRAFT; action++) {
    guint n = ceci_application_proposal_count (self->proposal, (CeciProposalAction) action);

    if (n > 0)
      g_string_append_printf (text, "%s%s: %u", text->len > 0 ? " · " : "",
                              ceci_proposal_action_get_label ((CeciProposalAction) action), n);
  }
  gtk_label_set_label (self->summary, text->str);
  gtk_widget_set_sensitive (self->accept, ceci_application_proposal_n_writes (self->proposal) > 0 &&
                                              !ceci_desk_is_read_only (self->desk));
}

static void
on_identified (AdwAlertDialog *dialog, const char *response, CeciImportDialog *self)
{
  CeciProposedApplication *row = g_object_get_data (G_OBJECT (dialog), "row");
  GPtrArray *candidates = ceci_proposed_application_get_candidates (row);

  if (g_str_equal (response, "cancel"))
    return;
  if (g_str_equal (response, "new")) {
    ceci_application_proposal_choose (self->proposal, row, NULL);
  } else {
    for (guint i = 0; i < candidates->len; i++)
      if (g_str_equal (ceci_record_get_id (candidates->pdata[i]), response)) {
        ceci_application_proposal_choose (self->proposal, row, candidates->pdata[i]);
        break;
      }
  }
  show_summary (self);
}

// An unsure row asks who it is; every other row has nothing to ask.
static void
on_activated (CeciImportDialog *self, guint position)
{
  g_autoptr (CeciProposedApplication) row =
      g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (self->table)), position);
  GPtrArray *candidates = ceci_proposed_application_get_candidates (row);
  AdwAlertDialog *dialog;

  if (ceci_proposed_application_get_action (row) != CECI_PROPOSAL_UNSURE)
    return;
  dialog = ADW_ALERT_DIALOG (
      adw_alert_dialog_new (ceci_proposed_application_get_name (row), ceci_proposed_application_get_reason (row)));
  adw_alert_dialog_add_response (dialog, "cancel", _ ("_Cancel"));
  adw_alert_dialog_add_response (dialog, "new", _ ("Someone _new"));
  for (guint i = 0; i < candidates->len; i++) {
    CeciPerson *person = candidates->pdata[i];
    const char *email = ceci_person_get_email (person);
    // Translators: a name and an e-mail address or a student number, of someone in the register
    g_autofree char *label =
        g_strdup_printf (_ ("%s (%s)"), ceci_person_get_display_name (person),
                         email != NULL                                ? email
                         : ceci_person_get_matricule (person) != NULL ? ceci_person_get_matricule (person)
                                                                      : "–");
    adw_alert_dialog_add_response (dialog, ceci_record_get_id (CECI_RECORD (person)), label);
  }
  g_object_set_data_full (G_OBJECT (dialog), "row", g_object_ref (row), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_identified), self, G_CONNECT_DEFAULT);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

// --- reading and writing ------------------------------------------------------------------

typedef struct {
  GFile *file;
  char *cohort_id;
  char *today;
  GCancellable *cancellable;
} Source;

static void
source_free (gpointer data)
{
  Source *source = data;

  g_object_unref (source->file);
  g_object_unref (source->cancellable);
  g_free (source->cohort_id);
  g_free (source->today);
  g_free (source);
}

static gpointer
read_proposal (CeciDatabase *database, gpointer data, GError **error)
{
  Source *source = data;

  return ceci_application_proposal_read (database, source->file, source->cohort_id, NULL, source->today,
                                         source->cancellable, error);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciApplicationProposal) proposal = ceci_register_read_finish (CECI_REGISTER (source), result, &error);
  GtkSortListModel *sorted;
  g_autoptr (GtkSelectionModel) selection = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (proposal == NULL) {
    g_object_set (self->failed, "description", error->message, NULL);
    gtk_stack_set_visible_child_name (self->stack, "failed");
    return;
  }
  g_set_object (&self->proposal, proposal);
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (proposal)),
                                    g_object_ref (gtk_column_view_get_sorter (self->table)));
  selection = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (sorted)));
  gtk_single_selection_set_autoselect (GTK_SINGLE_SELECTION (selection), FALSE);
  gtk_single_selection_set_can_unselect (GTK_SINGLE_SELECTION (selection), TRUE);
  gtk_column_view_set_model (self->table, selection);
  show_summary (self);
  gtk_stack_set_visible_child_name (self->stack, "preview");
}

static gpointer
apply (CeciDatabase *database, gpointer proposal, GError **error)
{
  ceci_application_proposal_apply (proposal, database, error);
  return NULL;
}

static void
on_accept (CeciImportDialog *self)
{
  g_autofree char *label = ceci_application_proposal_dup_label (self->proposal);

  ceci_desk_write (self->desk, label, apply, g_object_ref (self->proposal), g_object_unref);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_cancel (CeciImportDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

// --- the dialog -----------------------------------------------------------------------------

static void
ceci_import_dialog_dispose (GObject *object)
{
  CeciImportDialog *self = CECI_IMPORT_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  g_clear_object (&self->proposal);
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_IMPORT_DIALOG);
  G_OBJECT_CLASS (ceci_import_dialog_parent_class)->dispose (object);
}

static void
ceci_import_dialog_class_init (CeciImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_import_dialog_dispose;
  g_type_ensure (CECI_TYPE_EMPTY_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/cohorts/ceci-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, CeciImportDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, CeciImportDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, CeciImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, CeciImportDialog, table);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_accept);
}

static void
ceci_import_dialog_init (CeciImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ceci_table_add_columns (self->table, columns, G_N_ELEMENTS (columns));
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
  Source *source = g_new0 (Source, 1);

  self->desk = g_object_ref (desk);
  self->cancellable = g_cancellable_new ();
  source->file = g_object_ref (file);
  source->cohort_id = g_strdup (cohort_id);
  source->today = g_strdup (ceci_desk_get_today (desk));
  source->cancellable = g_object_ref (self->cancellable);
  ceci_register_read_async (ceci_desk_get_register (desk), read_proposal, source, source_free, g_object_unref,
                            self->cancellable, on_read, g_object_ref (self));
  return ADW_DIALOG (self);
}
