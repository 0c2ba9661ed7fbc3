// SPDX-License-Identifier: GPL-3.0-or-later
// Takes a committee's list as pasted text.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-committee-dialog.h"
#include "cohorts/ceci-proposal-dialog.h"
#include "core/exchange/ceci-committee-proposal.h"

struct _CeciCommitteeDialog {
  AdwDialog parent_instance;

  GtkTextView *text;
  GtkWidget *preview;
  CeciDesk *desk;
  char *organisation_id;
};

G_DEFINE_FINAL_TYPE (CeciCommitteeDialog, ceci_committee_dialog, ADW_TYPE_DIALOG)

// Nothing is read from a file: the dialog's context is the organisation's id, a line's end, and what was pasted.
static CeciColumnMap *
read_map (CeciDatabase *database, GFile *file, const char *context, GCancellable *cancellable, GError **error)
{
  return ceci_committee_read_map (strchr (context, '\n') + 1, error);
}

static CeciImportProposal *
propose (CeciDatabase *database, CeciColumnMap *map, const char *context, const char *source, const char *today,
         GError **error)
{
  g_autofree char *id = g_strndup (context, (gsize) (strchr (context, '\n') - context));

  return ceci_committee_proposal_new (database, map, id, today, error);
}

static const CeciImportKind import_mandates = {
    .title = N_ ("Import mandates"),
    .failed = N_ ("Nothing was imported"),
    .read_map = read_map,
    .propose = propose,
};

static char *
dup_text (CeciCommitteeDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
on_changed (CeciCommitteeDialog *self)
{
  g_autofree char *text = dup_text (self);

  gtk_widget_set_sensitive (self->preview, *text != '\0');
}

static void
on_cancel (CeciCommitteeDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_preview (CeciCommitteeDialog *self)
{
  GtkWidget *parent = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autofree char *text = dup_text (self);
  g_autofree char *context = g_strconcat (self->organisation_id, "\n", text, NULL);
  g_autoptr (GFile) nowhere = g_file_new_for_path ("committee");
  AdwDialog *dialog = ceci_proposal_dialog_new (self->desk, &import_mandates, context, nowhere);

  adw_dialog_close (ADW_DIALOG (self));
  adw_dialog_present (dialog, parent);
}

static void
ceci_committee_dialog_dispose (GObject *object)
{
  CeciCommitteeDialog *self = CECI_COMMITTEE_DIALOG (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->organisation_id, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_COMMITTEE_DIALOG);
  G_OBJECT_CLASS (ceci_committee_dialog_parent_class)->dispose (object);
}

static void
ceci_committee_dialog_class_init (CeciCommitteeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_committee_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/organisations/ceci-committee-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciCommitteeDialog, text);
  gtk_widget_class_bind_template_child (widget_class, CeciCommitteeDialog, preview);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_preview);
}

static void
ceci_committee_dialog_init (CeciCommitteeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
}

/**
 * ceci_committee_dialog_new:
 * @desk: the register
 * @organisation_id: whose committee it is
 *
 * Returns: (transfer floating): a dialog with room for a list
 */
AdwDialog *
ceci_committee_dialog_new (CeciDesk *desk, const char *organisation_id)
{
  CeciCommitteeDialog *self = g_object_new (CECI_TYPE_COMMITTEE_DIALOG, NULL);

  self->desk = g_object_ref (desk);
  self->organisation_id = g_strdup (organisation_id);
  return ADW_DIALOG (self);
}
