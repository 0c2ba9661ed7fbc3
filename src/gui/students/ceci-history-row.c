// SPDX-License-Identifier: GPL-3.0-or-later
// A step of the journal as a row. What it changed is read when the row is first opened. Its buttons emit ::undo and
// ::undo-to.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-history-row.h"
#include "core/model/ceci-history.h"
#include "core/store/ceci-date.h"

#define MOST_CHANGES 100

struct _CeciHistoryRow {
  AdwExpanderRow parent_instance;
  CeciDesk *desk;
  CeciStep *step;
  gboolean read;
};

G_DEFINE_FINAL_TYPE (CeciHistoryRow, ceci_history_row, ADW_TYPE_EXPANDER_ROW)

enum { UNDO, UNDO_TO, N_SIGNALS };
static guint signals[N_SIGNALS];

// --- what it changed --------------------------------------------------------------------

static void
add_line (CeciHistoryRow *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static char *
words_of_fields (CeciHistoryChange *change)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < change->fields->len; i++) {
    CeciHistoryField *field = change->fields->pdata[i];

    g_string_append (text, text->len > 0 ? "\n" : "");
    if (field->before != NULL)
      // Translators: what a field is called, its value before, its value after
      g_string_append_printf (text, _ ("%s: %s → %s"), field->label, field->before,
                              field->after != NULL ? field->after : "–");
    else if (field->after != NULL)
      // Translators: what a field is called, its value
      g_string_append_printf (text, _ ("%s: %s"), field->label, field->after);
  }
  if (change->erased)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", _ ("Erased since"));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciHistoryRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = ceci_register_read_finish (CECI_REGISTER (source), result, &error);

  if (self->desk == NULL)
    return;
  if (changes == NULL) {
    ceci_desk_report (self->desk, _ ("The history could not be read"), error);
    return;
  }
  for (guint i = 0; i < changes->len; i++) {
    CeciHistoryChange *change = changes->pdata[i];
    g_autofree char *title = g_strdup_printf ("%s · %s", change->what, change->did);
    g_autofree char *fields = words_of_fields (change);

    add_line (self, title, fields);
  }
  if (ceci_step_get_n_changes (self->step) > changes->len) {
    guint more = ceci_step_get_n_changes (self->step) - changes->len;
    g_autofree char *text =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "… and %u more change", "… and %u more changes", more), more);

    add_line (self, text, NULL);
  }
}

static gpointer
read_changes (CeciDatabase *database, gpointer step_id, GError **error)
{
  return ceci_history_changes (database, step_id, MOST_CHANGES, error);
}

static void
on_expanded (CeciHistoryRow *self)
{
  if (self->read || self->desk == NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  self->read = TRUE;
  ceci_register_read_async (ceci_desk_get_register (self->desk), read_changes, g_strdup (ceci_step_get_id (self->step)),
                            g_free, (GDestroyNotify) g_ptr_array_unref, NULL, on_read, g_object_ref (self));
}

// --- what it is -------------------------------------------------------------------------

static char *
words_of (CeciStep *step)
{
  switch (ceci_step_get_kind (step)) {
  case CECI_STEP_UNDO:
    return g_strdup_printf (_ ("Undone: %s"), ceci_step_get_label (step));
  case CECI_STEP_REDO:
    return g_strdup_printf (_ ("Done again: %s"), ceci_step_get_label (step));
  case CECI_STEP_DO:
  case CECI_STEP_ERASE:
  default:
    return g_strdup (ceci_step_get_label (step));
  }
}

static char *
when_of (CeciStep *step)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (ceci_step_get_at (step), NULL);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, ceci_date_brussels ()) : NULL;
  g_autofree char *hour = local != NULL ? g_date_time_format (local, "%H:%M") : g_strdup ("");

  // Translators: who, an hour
  return g_strdup_printf (_ ("%s, at %s"), ceci_step_get_who (step), hour);
}

static void
add_button (CeciHistoryRow *self, const char *icon_name, const char *tooltip, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (self), button);
}

static void
on_undo (CeciHistoryRow *self)
{
  g_signal_emit (self, signals[UNDO], 0);
}

static void
on_undo_to (CeciHistoryRow *self)
{
  g_signal_emit (self, signals[UNDO_TO], 0);
}

static void
ceci_history_row_dispose (GObject *object)
{
  CeciHistoryRow *self = CECI_HISTORY_ROW (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->step);
  G_OBJECT_CLASS (ceci_history_row_parent_class)->dispose (object);
}

static void
ceci_history_row_class_init (CeciHistoryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ceci_history_row_dispose;
  signals[UNDO] = g_signal_new ("undo", CECI_TYPE_HISTORY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[UNDO_TO] =
      g_signal_new ("undo-to", CECI_TYPE_HISTORY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ceci_history_row_init (CeciHistoryRow *self)
{
  g_signal_connect (self, "notify::expanded", G_CALLBACK (on_expanded), NULL);
}

CeciStep *
ceci_history_row_get_step (CeciHistoryRow *self)
{
  return self->step;
}

/**
 * ceci_history_row_new:
 * @desk: the register
 * @step: a step of its journal
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
ceci_history_row_new (CeciDesk *desk, CeciStep *step)
{
  CeciHistoryRow *self = g_object_new (CECI_TYPE_HISTORY_ROW, NULL);
  g_autofree char *words = words_of (step);
  g_autofree char *when = when_of (step);

  self->desk = g_object_ref (desk);
  self->step = g_object_ref (step);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), words);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), when);
  if (ceci_step_is_reverted (step)) {
    gtk_widget_add_css_class (GTK_WIDGET (self), "dimmed");
  } else if (ceci_step_get_kind (step) == CECI_STEP_DO && !ceci_desk_is_read_only (desk)) {
    add_button (self, "edit-undo-symbolic", _ ("Undo this step"), G_CALLBACK (on_undo));
    add_button (self, "document-revert-symbolic", _ ("Undo back to here…"), G_CALLBACK (on_undo_to));
  }
  return GTK_WIDGET (self);
}
