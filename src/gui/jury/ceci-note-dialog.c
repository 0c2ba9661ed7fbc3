// SPDX-License-Identifier: GPL-3.0-or-later
// Asks for the text of a note on a passage of a page, and the criterion that it speaks of.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-note-dialog.h"

struct _CeciNoteDialog {
  AdwAlertDialog parent_instance;
  char *document;
  guint page;
  CeciPageRegion region;
  GtkEditable *text;
  AdwComboRow *criterion;
};

/**
 * CeciNoteDialog::written:
 * @self: the dialog
 * @text: the note
 * @criterion: index of the criterion in the grid, -1 for none
 */
enum { WRITTEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CeciNoteDialog, ceci_note_dialog, ADW_TYPE_ALERT_DIALOG)

static char *
stripped_text (CeciNoteDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->text)));
}

static void
on_text_changed (CeciNoteDialog *self)
{
  g_autofree char *text = stripped_text (self);

  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (self), "write", *text != '\0');
}

static void
on_response (CeciNoteDialog *self, const char *response)
{
  g_autofree char *text = stripped_text (self);

  if (g_str_equal (response, "write"))
    g_signal_emit (self, signals[WRITTEN], 0, text, (int) adw_combo_row_get_selected (self->criterion) - 1);
}

static void
ceci_note_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_NOTE_DIALOG);
  G_OBJECT_CLASS (ceci_note_dialog_parent_class)->dispose (object);
}

static void
ceci_note_dialog_finalize (GObject *object)
{
  g_free (CECI_NOTE_DIALOG (object)->document);
  G_OBJECT_CLASS (ceci_note_dialog_parent_class)->finalize (object);
}

static void
ceci_note_dialog_class_init (CeciNoteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_note_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ceci_note_dialog_finalize;
  signals[WRITTEN] = g_signal_new ("written", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/jury/ceci-note-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciNoteDialog, text);
  gtk_widget_class_bind_template_child (widget_class, CeciNoteDialog, criterion);
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_response);
}

static void
ceci_note_dialog_init (CeciNoteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ceci_note_dialog_new:
 * @grid: whose criteria are offered
 * @document_sha256: the document
 * @page: the page, from 0
 * @region: the passage
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
ceci_note_dialog_new (CeciScoringGrid *grid, const char *document_sha256, guint page, const CeciPageRegion *region)
{
  CeciNoteDialog *self = g_object_new (CECI_TYPE_NOTE_DIALOG, NULL);
  g_autoptr (GtkStringList) criteria = gtk_string_list_new (NULL);

  self->document = g_strdup (document_sha256);
  self->page = page;
  self->region = *region;
  gtk_string_list_append (criteria, _ ("None in particular"));
  for (guint i = 0; i < ceci_scoring_grid_get_n (grid); i++)
    gtk_string_list_append (criteria, ceci_scoring_criterion_title (ceci_scoring_grid_get (grid, i)));
  adw_combo_row_set_model (self->criterion, G_LIST_MODEL (criteria));
  return ADW_DIALOG (self);
}

const char *
ceci_note_dialog_get_document (CeciNoteDialog *self)
{
  return self->document;
}

/**
 * ceci_note_dialog_get_region:
 * @self: a dialog
 * @page: (out): the page, from 0
 *
 * Returns: the passage, in fractions of the page
 */
CeciPageRegion
ceci_note_dialog_get_region (CeciNoteDialog *self, guint *page)
{
  *page = self->page;
  return self->region;
}
