// SPDX-License-Identifier: GPL-3.0-or-later
// Title, kind, type, date, and whether the file is a document of its own or a version of one that is there.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-deposit-page.h"
#include "ceci-document-dialog.h"
#include "core/store/ceci-date.h"

typedef struct {
  CeciProposedDocument *row;
  GPtrArray *targets; // of CeciDocument; NULL at 0: a document of its own
  char *today;
  AdwComboRow *target;
  AdwEntryRow *title;
  AdwComboRow *kind;
  AdwComboRow *type;
  AdwEntryRow *dated_on;
  gboolean showing;
} Editor;

static void
unref_document (gpointer document)
{
  g_clear_object (&document);
}

static void
editor_free (gpointer data)
{
  Editor *editor = data;

  g_object_unref (editor->row);
  g_ptr_array_unref (editor->targets);
  g_free (editor->today);
  g_free (editor);
}

static void
show (Editor *editor)
{
  CeciDocument *target = ceci_proposed_document_get_target (editor->row);
  const char *date = ceci_proposed_document_get_dated_on (editor->row);
  CeciDocumentKind kind = ceci_proposed_document_get_kind (editor->row);
  g_autofree char *shown = date != NULL ? ceci_date_format_short (date) : g_strdup ("");

  editor->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (editor->title), ceci_proposed_document_get_title (editor->row));
  gtk_editable_set_text (GTK_EDITABLE (editor->dated_on), shown);
  adw_combo_row_set_selected (editor->kind, (guint) kind);
  adw_combo_row_set_selected (editor->type, (guint) MAX (ceci_proposed_document_get_production_type (editor->row), 0));
  gtk_widget_set_visible (GTK_WIDGET (editor->type), kind == CECI_DOCUMENT_KIND_PRODUCTION);
  gtk_widget_set_sensitive (GTK_WIDGET (editor->title), target == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (editor->kind), target == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (editor->type), target == NULL);
  editor->showing = FALSE;
}

static void
take (Editor *editor)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (editor->dated_on));
  const char *title = gtk_editable_get_text (GTK_EDITABLE (editor->title));
  g_autofree char *date = *typed != '\0' ? ceci_date_parse_human (typed, editor->today) : NULL;
  CeciDocumentKind kind = (CeciDocumentKind) adw_combo_row_get_selected (editor->kind);
  gboolean dated = *typed == '\0' || date != NULL;

  if (editor->showing)
    return;
  if (dated)
    gtk_widget_remove_css_class (GTK_WIDGET (editor->dated_on), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (editor->dated_on), "error");
  gtk_widget_set_visible (GTK_WIDGET (editor->type), kind == CECI_DOCUMENT_KIND_PRODUCTION);
  ceci_proposed_document_describe (editor->row, kind, (CeciProductionType) adw_combo_row_get_selected (editor->type),
                                   *title != '\0' ? title : ceci_proposed_document_get_title (editor->row),
                                   dated ? date : ceci_proposed_document_get_dated_on (editor->row));
}

static void
on_target (Editor *editor)
{
  guint selected = adw_combo_row_get_selected (editor->target);

  if (editor->showing || selected >= editor->targets->len)
    return;
  ceci_proposed_document_set_target (editor->row, editor->targets->pdata[selected]);
  show (editor);
}

static void
fill_targets (Editor *editor, CeciDepositProposal *proposal)
{
  CeciStudent *student = ceci_proposed_document_get_student (editor->row);
  GListModel *documents = ceci_deposit_proposal_get_documents (proposal, student);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (labels, _ ("A document of its own"));
  g_ptr_array_add (editor->targets, NULL);
  for (guint i = 0; documents != NULL && i < g_list_model_get_n_items (documents); i++) {
    g_autoptr (CeciDocument) document = g_list_model_get_item (documents, i);
    g_autofree char *label = NULL;

    if (ceci_document_get_removed_on (document) != NULL)
      continue;
    // Translators: a number and the title of a document
    label = g_strdup_printf (_ ("Version %d of “%s”"), (int) ceci_document_get_versions (document) + 1,
                             ceci_document_get_title (document));
    if (document == ceci_proposed_document_get_target (editor->row))
      selected = editor->targets->len;
    gtk_string_list_append (labels, label);
    g_ptr_array_add (editor->targets, g_steal_pointer (&document));
  }
  adw_combo_row_set_model (editor->target, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (editor->target, selected);
}

static GtkWidget *
add_row (AdwPreferencesGroup *group, GtkWidget *row, const char *title, Editor *editor, const char *signal)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (group, row);
  if (signal != NULL)
    g_signal_connect_swapped (row, signal, G_CALLBACK (take), editor);
  return row;
}

AdwNavigationPage *
ceci_deposit_page_new (CeciDepositProposal *proposal, CeciProposedDocument *row, const char *today)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  AdwNavigationPage *pushed =
      adw_navigation_page_new (view, ceci_arrival_get_file_name (ceci_proposed_document_get_arrival (row)));
  const char *detail = ceci_arrival_get_detail (ceci_proposed_document_get_arrival (row));
  g_autofree char *escaped = detail != NULL ? g_markup_escape_text (detail, -1) : NULL;
  Editor *editor = g_new0 (Editor, 1);

  editor->row = g_object_ref (row);
  editor->targets = g_ptr_array_new_with_free_func (unref_document);
  editor->today = g_strdup (today);
  g_object_set_data_full (G_OBJECT (pushed), "editor", editor, editor_free);
  editor->showing = TRUE;
  editor->target = ADW_COMBO_ROW (add_row (group, adw_combo_row_new (), _ ("Becomes"), editor, NULL));
  editor->title = ADW_ENTRY_ROW (add_row (group, adw_entry_row_new (), _ ("Title"), editor, "changed"));
  editor->kind = ADW_COMBO_ROW (add_row (group, adw_combo_row_new (), _ ("Kind"), editor, "notify::selected"));
  editor->type =
      ADW_COMBO_ROW (add_row (group, adw_combo_row_new (), _ ("Type of output"), editor, "notify::selected"));
  editor->dated_on =
      ADW_ENTRY_ROW (add_row (group, adw_entry_row_new (), _ ("Date of the document (optional)"), editor, "changed"));
  ceci_document_dialog_fill_combo (editor->kind, CECI_TYPE_DOCUMENT_KIND);
  ceci_document_dialog_fill_combo (editor->type, CECI_TYPE_PRODUCTION_TYPE);
  fill_targets (editor, proposal);
  show (editor);
  g_signal_connect_swapped (editor->target, "notify::selected", G_CALLBACK (on_target), editor);

  adw_preferences_group_set_description (group, escaped);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), group);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  return pushed;
}
