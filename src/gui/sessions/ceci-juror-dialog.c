// SPDX-License-Identifier: GPL-3.0-or-later
// Asks who a juror is, and adds them to a session.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-juror-dialog.h"
#include "core/jury/ceci-session.h"

struct _CeciJurorDialog {
  AdwDialog parent_instance;
  AdwEntryRow *first_name;
  AdwEntryRow *family_name;
  AdwEntryRow *email;
  AdwComboRow *quality;
  AdwEntryRow *organisation;
  GtkWidget *accept;
  CeciDesk *desk;
  char *session_id;
};

G_DEFINE_FINAL_TYPE (CeciJurorDialog, ceci_juror_dialog, ADW_TYPE_DIALOG)

typedef struct {
  char *session_id;
  CeciJuror *draft;
} Addition;

static void
addition_free (gpointer data)
{
  Addition *addition = data;

  g_free (addition->session_id);
  g_object_unref (addition->draft);
  g_free (addition);
}

static gpointer
add (CeciDatabase *database, gpointer data, GError **error)
{
  Addition *addition = data;
  g_autofree char *id = ceci_session_add_juror (database, addition->session_id, addition->draft, error);

  return NULL;
}

static const char *
text_of (AdwEntryRow *row)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));

  return *text != '\0' ? text : NULL;
}

static void
on_changed (CeciJurorDialog *self)
{
  gtk_widget_set_sensitive (self->accept, text_of (self->first_name) != NULL && text_of (self->family_name) != NULL);
}

static void
on_cancel (CeciJurorDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_accept (CeciJurorDialog *self)
{
  const char *quality = ceci_enum_get_nick (CECI_TYPE_JUROR_QUALITY, (int) adw_combo_row_get_selected (self->quality));
  Addition *addition = g_new0 (Addition, 1);
  g_autofree char *label =
      g_strdup_printf (_ ("Add %s %s to the jury"), text_of (self->first_name), text_of (self->family_name));

  addition->session_id = g_strdup (self->session_id);
  addition->draft = ceci_record_new (CECI_TYPE_JUROR, "first_name", text_of (self->first_name), "family_name",
                                     text_of (self->family_name), "email", text_of (self->email), "quality", quality,
                                     "languages", "fr", "organisation", text_of (self->organisation), NULL);
  ceci_desk_write (self->desk, label, add, addition, addition_free);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
ceci_juror_dialog_dispose (GObject *object)
{
  CeciJurorDialog *self = CECI_JUROR_DIALOG (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->session_id, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_JUROR_DIALOG);
  G_OBJECT_CLASS (ceci_juror_dialog_parent_class)->dispose (object);
}

static void
ceci_juror_dialog_class_init (CeciJurorDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_juror_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/sessions/ceci-juror-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciJurorDialog, first_name);
  gtk_widget_class_bind_template_child (widget_class, CeciJurorDialog, family_name);
  gtk_widget_class_bind_template_child (widget_class, CeciJurorDialog, email);
  gtk_widget_class_bind_template_child (widget_class, CeciJurorDialog, quality);
  gtk_widget_class_bind_template_child (widget_class, CeciJurorDialog, organisation);
  gtk_widget_class_bind_template_child (widget_class, CeciJurorDialog, accept);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_accept);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

static void
ceci_juror_dialog_init (CeciJurorDialog *self)
{
  g_autoptr (GtkStringList) qualities = gtk_string_list_new (NULL);
  g_autoptr (GEnumClass) values = g_type_class_ref (CECI_TYPE_JUROR_QUALITY);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < values->n_values; i++)
    gtk_string_list_append (qualities, ceci_enum_get_label (CECI_TYPE_JUROR_QUALITY, values->values[i].value));
  adw_combo_row_set_model (self->quality, G_LIST_MODEL (qualities));
}

/**
 * ceci_juror_dialog_new:
 * @desk: the register
 * @session: the session the juror sits in
 *
 * Returns: (transfer floating): a dialog that adds a juror
 */
AdwDialog *
ceci_juror_dialog_new (CeciDesk *desk, CeciJurySession *session)
{
  CeciJurorDialog *self = g_object_new (CECI_TYPE_JUROR_DIALOG, NULL);

  self->desk = g_object_ref (desk);
  self->session_id = g_strdup (ceci_record_get_id (CECI_RECORD (session)));
  return ADW_DIALOG (self);
}
