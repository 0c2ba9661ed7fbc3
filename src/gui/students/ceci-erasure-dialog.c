// SPDX-License-Identifier: GPL-3.0-or-later
// Erasing a person on request, or what the retention schedule no longer keeps: what goes and what stays, then doing it.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-erasure-dialog.h"
#include "core/model/ceci-erasure-repository.h"
#include "core/store/ceci-date.h"

struct _CeciErasureDialog {
  AdwDialog parent_instance;
  GtkWidget *accept;
  AdwBanner *refusal;
  AdwPreferencesGroup *request;
  GtkEditable *reason;
  AdwPreferencesGroup *terms;
  AdwPreferencesGroup *goes;
  AdwPreferencesGroup *stays;
  GPtrArray *rows; // of goes
  CeciDesk *desk;
  char *person_id; // NULL: the schedule
  gboolean ready;  // something can be erased
};

G_DEFINE_FINAL_TYPE (CeciErasureDialog, ceci_erasure_dialog, ADW_TYPE_DIALOG)

// What is asked of the register's threads.
typedef struct {
  char *person_id;
  char *reason;
  char *today;
  CeciDueKind kind;
  int value;
} Asked;

// What the schedule says.
typedef struct {
  GPtrArray *due;
  int values[CECI_DUE_KINDS];
} Schedule;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_free (asked->person_id);
  g_free (asked->reason);
  g_free (asked->today);
  g_free (asked);
}

static Asked *
ask (CeciErasureDialog *self)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->person_id = g_strdup (self->person_id);
  asked->reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));
  asked->today = g_strdup (ceci_desk_get_today (self->desk));
  return asked;
}

static void
on_changed (CeciErasureDialog *self)
{
  gboolean said = self->person_id == NULL || *gtk_editable_get_text (self->reason) != '\0';

  gtk_widget_set_sensitive (self->accept, self->ready && said);
}

static void
refuse (CeciErasureDialog *self, const GError *error)
{
  g_autofree char *text = g_markup_escape_text (error->message, -1); // a banner's title is markup

  adw_banner_set_title (self->refusal, text);
  adw_banner_set_revealed (self->refusal, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), error->message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static GtkWidget *
add_line (AdwPreferencesGroup *group, const char *title, const char *subtitle, const char *figure)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (figure != NULL) {
    GtkWidget *label = gtk_label_new (figure);

    gtk_widget_add_css_class (label, "numeric");
    gtk_widget_add_css_class (label, "dimmed");
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  }
  adw_preferences_group_add (group, row);
  return row;
}

// --- one person -------------------------------------------------------------------------

static gpointer
read_preview (CeciDatabase *database, gpointer data, GError **error)
{
  return ceci_erasure_preview (database, ((Asked *) data)->person_id, error);
}

static void
on_preview (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciErasureDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciErasurePreview) preview = ceci_register_read_finish (CECI_REGISTER (source), result, &error);

  if (self->desk == NULL)
    return;
  if (preview == NULL) {
    refuse (self, error);
    return;
  }
  for (guint i = 0; i < preview->lines->len; i++) {
    CeciErasureLine *line = preview->lines->pdata[i];
    g_autofree char *figure = g_strdup_printf ("%u", line->n);

    add_line (line->kept != NULL ? self->stays : self->goes, line->what, line->kept, figure);
    if (line->kept != NULL)
      gtk_widget_set_visible (GTK_WIDGET (self->stays), TRUE);
  }
  if (preview->bytes > 0) {
    g_autofree char *size = g_format_size ((guint64) preview->bytes);

    add_line (self->goes, _ ("Files"), NULL, size);
  }
  self->ready = TRUE;
  on_changed (self);
}

static gpointer
erase_person (CeciDatabase *database, gpointer data, GError **error)
{
  Asked *asked = data;

  ceci_erasure_apply (database, asked->person_id, asked->reason, asked->today, error);
  return NULL;
}

// --- the schedule -----------------------------------------------------------------------

static void
schedule_free (gpointer data)
{
  Schedule *schedule = data;

  g_clear_pointer (&schedule->due, g_ptr_array_unref);
  g_free (schedule);
}

static gpointer
read_schedule (CeciDatabase *database, gpointer data, GError **error)
{
  Schedule *schedule = g_new0 (Schedule, 1);

  schedule->due = ceci_retention_due (database, ((Asked *) data)->today, error);
  for (guint kind = 0; schedule->due != NULL && kind < CECI_DUE_KINDS; kind++) {
    schedule->values[kind] = ceci_retention_get (database, (CeciDueKind) kind, error);
    if (schedule->values[kind] < 0)
      g_clear_pointer (&schedule->due, g_ptr_array_unref);
  }
  if (schedule->due != NULL)
    return schedule;
  schedule_free (schedule);
  return NULL;
}

static gpointer
write_term (CeciDatabase *database, gpointer data, GError **error)
{
  Asked *asked = data;

  ceci_retention_set (database, asked->kind, asked->value, error);
  return NULL;
}

static void read_again (CeciErasureDialog *self);

static void
on_term_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciErasureDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  ceci_register_write_finish (CECI_REGISTER (source), result, &error);
  if (self->desk == NULL)
    return;
  if (error != NULL)
    refuse (self, error);
  read_again (self);
}

static void
on_term_changed (CeciErasureDialog *self, GParamSpec *pspec, AdwSpinRow *row)
{
  Asked *asked = ask (self);

  asked->kind = (CeciDueKind) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "kind"));
  asked->value = (int) adw_spin_row_get_value (row);
  ceci_register_write_async (ceci_desk_get_register (self->desk), _ ("Change the retention schedule"), write_term,
                             asked, asked_free, NULL, NULL, on_term_written, g_object_ref (self));
}

static void
add_terms (CeciErasureDialog *self, const int *values)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->terms)))
    return;
  for (guint kind = 0; kind < CECI_DUE_KINDS; kind++) {
    GtkWidget *row = adw_spin_row_new_with_range (0, 1200, 1);

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ceci_due_kind_label ((CeciDueKind) kind));
    adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
    adw_spin_row_set_value (ADW_SPIN_ROW (row), values[kind]);
    gtk_widget_set_sensitive (row, !ceci_desk_is_read_only (self->desk));
    g_object_set_data (G_OBJECT (row), "kind", GINT_TO_POINTER (kind));
    g_signal_connect_object (row, "notify::value", G_CALLBACK (on_term_changed), self, G_CONNECT_SWAPPED);
    adw_preferences_group_add (self->terms, row);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->terms), TRUE);
}

static void
on_schedule (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciErasureDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  Schedule *schedule = ceci_register_read_finish (CECI_REGISTER (source), result, &error);

  if (self->desk == NULL || schedule == NULL) {
    if (self->desk != NULL)
      refuse (self, error);
    g_clear_pointer (&schedule, schedule_free);
    return;
  }
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->goes, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  add_terms (self, schedule->values);
  for (guint i = 0; i < schedule->due->len; i++) {
    CeciDue *due = schedule->due->pdata[i];
    g_autofree char *date = ceci_date_format_short (due->due_on);

    g_ptr_array_add (self->rows, add_line (self->goes, due->name, ceci_due_kind_label (due->kind), date));
  }
  if (schedule->due->len == 0)
    g_ptr_array_add (self->rows,
                     add_line (self->goes, _ ("Nothing was kept longer than the schedule says."), NULL, NULL));
  self->ready = schedule->due->len > 0 && !ceci_desk_is_read_only (self->desk);
  on_changed (self);
  schedule_free (schedule);
}

static void
read_again (CeciErasureDialog *self)
{
  ceci_register_read_async (ceci_desk_get_register (self->desk), read_schedule, ask (self), asked_free, schedule_free,
                            NULL, on_schedule, g_object_ref (self));
}

// What is due is found again in the very step that erases it.
static gpointer
erase_due (CeciDatabase *database, gpointer data, GError **error)
{
  Asked *asked = data;
  g_autoptr (GPtrArray) due = ceci_retention_due (database, asked->today, error);

  if (due != NULL)
    ceci_retention_apply (database, due, asked->today, error);
  return NULL;
}

// --- both -------------------------------------------------------------------------------

static void
on_erased (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciErasureDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  ceci_register_write_finish (CECI_REGISTER (source), result, &error);
  if (self->desk == NULL)
    return;
  if (error == NULL) {
    adw_dialog_close (ADW_DIALOG (self));
    return;
  }
  refuse (self, error);
  on_changed (self);
}

static void
on_accept (CeciErasureDialog *self)
{
  gboolean person = self->person_id != NULL;

  gtk_widget_set_sensitive (self->accept, FALSE);
  ceci_register_erase_async (
      ceci_desk_get_register (self->desk), person ? _ ("Erase a person") : _ ("Erase what was kept long enough"),
      person ? erase_person : erase_due, ask (self), asked_free, NULL, NULL, on_erased, g_object_ref (self));
}

static void
on_cancel (CeciErasureDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
ceci_erasure_dialog_dispose (GObject *object)
{
  CeciErasureDialog *self = CECI_ERASURE_DIALOG (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->person_id, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_ERASURE_DIALOG);
  G_OBJECT_CLASS (ceci_erasure_dialog_parent_class)->dispose (object);
}

static void
ceci_erasure_dialog_class_init (CeciErasureDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_erasure_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/students/ceci-erasure-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciErasureDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, CeciErasureDialog, refusal);
  gtk_widget_class_bind_template_child (widget_class, CeciErasureDialog, request);
  gtk_widget_class_bind_template_child (widget_class, CeciErasureDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, CeciErasureDialog, terms);
  gtk_widget_class_bind_template_child (widget_class, CeciErasureDialog, goes);
  gtk_widget_class_bind_template_child (widget_class, CeciErasureDialog, stays);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_accept);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

static void
ceci_erasure_dialog_init (CeciErasureDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ceci_erasure_dialog_new:
 * @desk: the register
 * @person_id: (nullable): who is erased; %NULL for what the retention schedule no longer keeps
 *
 * Returns: (transfer floating): a dialog that shows what goes and what stays, and erases
 */
AdwDialog *
ceci_erasure_dialog_new (CeciDesk *desk, const char *person_id)
{
  CeciErasureDialog *self = g_object_new (CECI_TYPE_ERASURE_DIALOG, "title",
                                          person_id != NULL ? _ ("Erase") : _ ("Retention schedule"), NULL);

  self->desk = g_object_ref (desk);
  self->person_id = g_strdup (person_id);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), person_id != NULL);
  if (person_id == NULL) {
    adw_preferences_group_set_title (self->goes, _ ("What was kept long enough"));
    read_again (self);
  } else {
    adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->reason));
    ceci_register_read_async (ceci_desk_get_register (desk), read_preview, ask (self), asked_free,
                              (GDestroyNotify) ceci_erasure_preview_free, NULL, on_preview, g_object_ref (self));
  }
  return ADW_DIALOG (self);
}
