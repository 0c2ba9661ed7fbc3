// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a juror's sealed package: the file, the passphrase, which is shown once.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>

#include "ceci-package-dialog.h"
#include "core/jury/ceci-packing.h"

#define SHORTEST_PASSPHRASE 12

struct _CeciPackageDialog {
  AdwDialog parent_instance;
  GtkStack *stack;
  AdwPreferencesGroup *form;
  AdwSwitchRow *own;
  AdwPasswordEntryRow *passphrase;
  AdwPreferencesGroup *done;
  AdwPreferencesGroup *secret;
  AdwActionRow *drawn;
  GtkButton *cancel;
  GtkWidget *accept;
  CeciDesk *desk;
  CeciJurySession *session;
  CeciSessionJuror *member;
  GCancellable *packing;
  GFile *file;
  char *generated; // in guarded memory
};

G_DEFINE_FINAL_TYPE (CeciPackageDialog, ceci_package_dialog, ADW_TYPE_DIALOG)

static void
on_changed (CeciPackageDialog *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->passphrase));

  gtk_widget_set_sensitive (self->accept,
                            !adw_switch_row_get_active (self->own) || g_utf8_strlen (typed, -1) >= SHORTEST_PASSPHRASE);
}

static void
on_copy (CeciPackageDialog *self)
{
  if (self->generated != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->generated);
}

static void
on_cancel (CeciPackageDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
forget (CeciPackageDialog *self)
{
  if (self->generated != NULL)
    sodium_free (self->generated);
  self->generated = NULL;
}

// --- making -------------------------------------------------------------------------------

static void
show_done (CeciPackageDialog *self, gint64 revision)
{
  g_autofree char *path = g_file_get_parse_name (self->file);
  // Translators: the name of a juror, the number of the package, the file it is in
  g_autofree char *text = g_strdup_printf (_ ("%s, package %d: %s"), ceci_session_juror_get_display_name (self->member),
                                           (int) revision, path);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_preferences_group_set_description (self->done, escaped);
  gtk_widget_set_visible (GTK_WIDGET (self->secret), self->generated != NULL);
  if (self->generated != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->drawn), self->generated);
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase), "");
  gtk_widget_set_visible (self->accept, FALSE);
  gtk_button_set_label (self->cancel, _ ("_Close"));
  gtk_stack_set_visible_child_name (self->stack, "done");
}

static void
on_packed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciPackageDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 revision = ceci_packing_run_finish (CECI_REGISTER (source), result, &error);

  if (self->desk == NULL)
    return;
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    adw_dialog_close (ADW_DIALOG (self));
    return;
  }
  if (revision > 0) {
    show_done (self, revision);
    return;
  }
  forget (self);
  gtk_stack_set_visible_child_name (self->stack, "form");
  gtk_widget_set_sensitive (self->accept, TRUE);
  ceci_desk_report (self->desk, _ ("The package was not made"), error);
}

static void
pack (CeciPackageDialog *self)
{
  const char *passphrase = gtk_editable_get_text (GTK_EDITABLE (self->passphrase));

  forget (self);
  if (!adw_switch_row_get_active (self->own))
    passphrase = self->generated = ceci_passphrase_generate ();
  gtk_widget_set_sensitive (self->accept, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "wait");
  g_clear_object (&self->packing);
  self->packing = g_cancellable_new ();
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  ceci_packing_run_async (ceci_desk_get_register (self->desk), ceci_record_get_id (CECI_RECORD (self->session)),
                          ceci_session_juror_get_juror_id (self->member), self->file, passphrase,
                          CECI_SEALING_COST_MODERATE, ceci_desk_get_today (self->desk), self->packing, on_packed,
                          g_object_ref (self));
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciPackageDialog) self = user_data;
  GFile *file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file == NULL || self->desk == NULL)
    return;
  g_clear_object (&self->file);
  self->file = file;
  pack (self);
}

static void
on_accept (CeciPackageDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = g_strdup_printf ("%s - %s.ceci-jury", ceci_jury_session_get_name (self->session),
                                           ceci_session_juror_get_display_name (self->member));

  gtk_file_dialog_set_title (dialog, _ ("Save the package"));
  gtk_file_dialog_set_initial_name (dialog, g_strdelimit (name, "/\\:", '-'));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, on_file_chosen,
                        g_object_ref (self));
}

// --- the dialog ---------------------------------------------------------------------------

// While a package is made, closing only asks to stop: when it is too late for that, the passphrase is still shown.
static void
ceci_package_dialog_close_attempt (AdwDialog *dialog)
{
  g_cancellable_cancel (CECI_PACKAGE_DIALOG (dialog)->packing);
}

static void
ceci_package_dialog_dispose (GObject *object)
{
  CeciPackageDialog *self = CECI_PACKAGE_DIALOG (object);

  forget (self);
  g_clear_object (&self->packing);
  g_clear_object (&self->desk);
  g_clear_object (&self->session);
  g_clear_object (&self->member);
  g_clear_object (&self->file);
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_PACKAGE_DIALOG);
  G_OBJECT_CLASS (ceci_package_dialog_parent_class)->dispose (object);
}

static void
ceci_package_dialog_class_init (CeciPackageDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_package_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = ceci_package_dialog_close_attempt;
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/sessions/ceci-package-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciPackageDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, CeciPackageDialog, form);
  gtk_widget_class_bind_template_child (widget_class, CeciPackageDialog, own);
  gtk_widget_class_bind_template_child (widget_class, CeciPackageDialog, passphrase);
  gtk_widget_class_bind_template_child (widget_class, CeciPackageDialog, done);
  gtk_widget_class_bind_template_child (widget_class, CeciPackageDialog, secret);
  gtk_widget_class_bind_template_child (widget_class, CeciPackageDialog, drawn);
  gtk_widget_class_bind_template_child (widget_class, CeciPackageDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, CeciPackageDialog, accept);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_bind_template_callback (widget_class, on_accept);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

static void
ceci_package_dialog_init (CeciPackageDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  on_changed (self);
}

/**
 * ceci_package_dialog_new:
 * @desk: the register
 * @session: a session
 * @member: the juror who gets the package
 *
 * Returns: (transfer floating): a dialog that makes it
 */
AdwDialog *
ceci_package_dialog_new (CeciDesk *desk, CeciJurySession *session, CeciSessionJuror *member)
{
  CeciPackageDialog *self = g_object_new (CECI_TYPE_PACKAGE_DIALOG, NULL);
  gint64 n = ceci_session_juror_get_assigned (member);
  g_autofree char *text =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "It holds %d dossier and nothing else of the register.",
                                    "It holds %d dossiers and nothing else of the register.", (gulong) n),
                       (int) n);
  g_autofree char *name = g_markup_escape_text (ceci_session_juror_get_display_name (member), -1);

  self->desk = g_object_ref (desk);
  self->session = g_object_ref (session);
  self->member = g_object_ref (member);
  adw_preferences_group_set_title (self->form, name);
  adw_preferences_group_set_description (self->form, text);
  return ADW_DIALOG (self);
}
