// SPDX-License-Identifier: GPL-3.0-or-later
// Asks what a new jury session needs: its name, its dates, its place, how many readers a dossier has.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-session-dialog.h"
#include "core/jury/ceci-session.h"
#include "core/store/ceci-date.h"
#include "widgets/ceci-number-row.h"

#define DAYS_BEFORE 10 // the last day for documents, unless another is chosen

struct _CeciSessionDialog {
  AdwDialog parent_instance;
  AdwEntryRow *name;
  AdwEntryRow *held_on;
  AdwEntryRow *cut_off_on;
  AdwEntryRow *place;
  CeciNumberRow *readers;
  GtkWidget *accept;
  CeciDesk *desk;
};

G_DEFINE_FINAL_TYPE (CeciSessionDialog, ceci_session_dialog, ADW_TYPE_DIALOG)

typedef struct {
  char *name;
  char *held_on;
  char *cut_off_on;
  char *place;
  gint64 readers;
} Draft;

static void
draft_free (gpointer data)
{
  Draft *draft = data;

  g_free (draft->name);
  g_free (draft->held_on);
  g_free (draft->cut_off_on);
  g_free (draft->place);
  g_free (draft);
}

static char *
date_of (CeciSessionDialog *self, AdwEntryRow *row)
{
  return ceci_date_parse_human (gtk_editable_get_text (GTK_EDITABLE (row)), ceci_desk_get_today (self->desk));
}

static gboolean
check_date (CeciSessionDialog *self, AdwEntryRow *row)
{
  g_autofree char *date = date_of (self, row);

  if (date != NULL || *gtk_editable_get_text (GTK_EDITABLE (row)) == '\0')
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  return date != NULL;
}

static void
on_changed (CeciSessionDialog *self)
{
  gboolean named = *gtk_editable_get_text (GTK_EDITABLE (self->name)) != '\0';
  gboolean held = check_date (self, self->held_on);
  gboolean cut_off = check_date (self, self->cut_off_on);

  gtk_widget_set_sensitive (self->accept, named && held && cut_off);
}

static void
on_held_on_changed (CeciSessionDialog *self)
{
  g_autofree char *held_on = date_of (self, self->held_on);
  g_autofree char *cut_off_on = held_on != NULL ? ceci_date_add_days (held_on, -DAYS_BEFORE) : NULL;

  if (cut_off_on != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->cut_off_on), cut_off_on);
  on_changed (self);
}

static void
on_cancel (CeciSessionDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static gpointer
create (CeciDatabase *database, gpointer data, GError **error)
{
  Draft *draft = data;
  const CeciSessionDraft session = {draft->name, draft->held_on, draft->cut_off_on, NULL, draft->readers, draft->place};
  g_autofree char *id = ceci_session_create (database, &session, error);

  return NULL;
}

static void
on_accept (CeciSessionDialog *self)
{
  const char *place = gtk_editable_get_text (GTK_EDITABLE (self->place));
  Draft *draft = g_new0 (Draft, 1);
  g_autofree char *label = NULL;

  draft->name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name)));
  draft->held_on = date_of (self, self->held_on);
  draft->cut_off_on = date_of (self, self->cut_off_on);
  draft->place = *place != '\0' ? g_strdup (place) : NULL;
  draft->readers = (gint64) ceci_number_row_get_value (self->readers);
  label = g_strdup_printf (_ ("Create the jury session %s"), draft->name);
  ceci_desk_write (self->desk, label, create, draft, draft_free);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
ceci_session_dialog_dispose (GObject *object)
{
  g_clear_object (&CECI_SESSION_DIALOG (object)->desk);
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_SESSION_DIALOG);
  G_OBJECT_CLASS (ceci_session_dialog_parent_class)->dispose (object);
}

static void
ceci_session_dialog_class_init (CeciSessionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_session_dialog_dispose;
  g_type_ensure (CECI_TYPE_NUMBER_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/sessions/ceci-session-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciSessionDialog, name);
  gtk_widget_class_bind_template_child (widget_class, CeciSessionDialog, held_on);
  gtk_widget_class_bind_template_child (widget_class, CeciSessionDialog, cut_off_on);
  gtk_widget_class_bind_template_child (widget_class, CeciSessionDialog, place);
  gtk_widget_class_bind_template_child (widget_class, CeciSessionDialog, readers);
  gtk_widget_class_bind_template_child (widget_class, CeciSessionDialog, accept);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_held_on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_accept);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

static void
ceci_session_dialog_init (CeciSessionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ceci_session_dialog_new:
 * @desk: the register
 *
 * Returns: (transfer floating): a dialog that creates a session
 */
AdwDialog *
ceci_session_dialog_new (CeciDesk *desk)
{
  CeciSessionDialog *self = g_object_new (CECI_TYPE_SESSION_DIALOG, NULL);

  self->desk = g_object_ref (desk);
  return ADW_DIALOG (self);
}
