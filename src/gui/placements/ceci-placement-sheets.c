// SPDX-License-Identifier: GPL-3.0-or-later
// Imports a filled sheet of hours: what it would do is shown line by line; it is written when a person says so.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-placement-private.h"
#include "core/exchange/ceci-hours-proposal.h"
#include "widgets/ceci-state-pill.h"

typedef struct {
  CeciPlacementView *view;
  CeciDesk *desk;
  GFile *file;
  char *student_id, *today;
  CeciImportProposal *proposal;
  AdwDialog *dialog; // borrowed, while it is open
} Import;

static void
import_free (gpointer data)
{
  Import *import = data;

  g_object_unref (import->view);
  g_object_unref (import->desk);
  g_clear_object (&import->file);
  g_free (import->student_id);
  g_free (import->today);
  g_clear_object (&import->proposal);
  g_free (import);
}

static gpointer
apply (CeciDatabase *database, gpointer proposal, GError **error)
{
  ceci_import_proposal_apply (proposal, database, error);
  return NULL;
}

static void
on_apply (Import *import)
{
  g_autofree char *label = ceci_import_proposal_dup_label (import->proposal);

  ceci_desk_write (import->desk, label, apply, g_object_ref (import->proposal), g_object_unref);
  adw_dialog_close (import->dialog);
}

static void
show_action (CeciStatePill *pill, CeciProposalAction action)
{
  static const CeciTone tones[] = {CECI_TONE_SUCCESS, CECI_TONE_ACCENT,  CECI_TONE_NEUTRAL,
                                   CECI_TONE_ERROR,   CECI_TONE_WARNING, CECI_TONE_NEUTRAL};

  ceci_state_pill_set_state (pill, tones[action], NULL, ceci_proposal_action_get_label (action));
}

static GtkWidget *
line_row_new (CeciProposedLine *line)
{
  g_autofree char *changes = ceci_proposed_line_dup_changes (line);
  const char *reason = ceci_proposed_line_get_reason (line);
  // Translators: the line of a file that is imported
  g_autofree char *number = g_strdup_printf (_ ("Line %u"), ceci_proposed_line_get_line (line));
  g_autoptr (GString) subtitle = g_string_new (number);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *pill = ceci_state_pill_new ();

  if (changes != NULL && *changes != '\0')
    g_string_append_printf (subtitle, " · %s", changes);
  if (reason != NULL)
    g_string_append_printf (subtitle, " · %s", reason);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ceci_proposed_line_get_name (line));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle->str);
  show_action (CECI_STATE_PILL (pill), ceci_proposed_line_get_action (line));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
  return row;
}

static GtkWidget *
lines_new (CeciImportProposal *proposal)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  // Translators: how many lines of a sheet are new, change something, change nothing, are refused
  g_autofree char *sums = g_strdup_printf (_ ("%u new · %u changed · %u unchanged · %u refused"),
                                           ceci_import_proposal_count (proposal, CECI_PROPOSAL_ADD),
                                           ceci_import_proposal_count (proposal, CECI_PROPOSAL_CHANGE),
                                           ceci_import_proposal_count (proposal, CECI_PROPOSAL_UNCHANGED),
                                           ceci_import_proposal_count (proposal, CECI_PROPOSAL_REFUSED));

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), sums);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (proposal)); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               line_row_new (ceci_import_proposal_get_line (proposal, i)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return page;
}

static void
present (Import *import)
{
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *accept = gtk_button_new_with_mnemonic (_ ("_Import"));
  AdwDialog *dialog = adw_dialog_new ();

  import->dialog = dialog;
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), accept);
  gtk_widget_add_css_class (accept, "suggested-action");
  gtk_widget_set_sensitive (accept, ceci_import_proposal_n_writes (import->proposal) > 0);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (adw_dialog_close), dialog);
  g_signal_connect_swapped (accept, "clicked", G_CALLBACK (on_apply), import);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), lines_new (import->proposal));
  adw_dialog_set_title (dialog, _ ("Import a sheet of hours"));
  adw_dialog_set_content_width (dialog, 640);
  adw_dialog_set_content_height (dialog, 560);
  adw_dialog_set_child (dialog, toolbar);
  adw_dialog_set_default_widget (dialog, accept);
  adw_dialog_set_focus (dialog, gtk_widget_get_sensitive (accept) ? accept : cancel);
  g_object_set_data_full (G_OBJECT (dialog), "ceci-import", import, import_free);
  adw_dialog_present (dialog, GTK_WIDGET (import->view));
}

static gpointer
read_sheet (CeciDatabase *database, gpointer data, GError **error)
{
  Import *import = data;

  return ceci_hours_proposal_read (database, import->file, import->student_id, NULL, import->today, NULL, error);
}

static void
on_sheet_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Import *import = user_data;
  g_autoptr (GError) error = NULL;

  import->proposal = ceci_register_read_finish (CECI_REGISTER (source), result, &error);
  if (import->proposal != NULL) {
    present (import);
    return;
  }
  ceci_desk_report (import->desk, _ ("The sheet could not be read"), error);
  import_free (import);
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Import *import = user_data;

  import->file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);
  if (import->file == NULL) {
    import_free (import);
    return;
  }
  ceci_register_read_async (ceci_desk_get_register (import->desk), read_sheet, import, NULL, g_object_unref, NULL,
                            on_sheet_read, import);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CeciPlacementView *self = CECI_PLACEMENT_VIEW (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  CeciDesk *desk = ceci_view_get_desk (CECI_VIEW (self));
  Import *import;

  if (desk == NULL || self->shown == NULL)
    return;
  import = g_new0 (Import, 1);
  import->view = g_object_ref (self);
  import->desk = g_object_ref (desk);
  import->student_id = g_strdup (ceci_view_get_subject (CECI_VIEW (self)));
  import->today = g_strdup (ceci_desk_get_today (desk));
  gtk_file_dialog_set_title (dialog, _ ("Import a sheet of hours"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_file_chosen, import);
}

/**
 * ceci_placement_install_sheets:
 * @widget_class: the view's
 */
void
ceci_placement_install_sheets (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "hours.import-sheet", NULL, import_action);
}
