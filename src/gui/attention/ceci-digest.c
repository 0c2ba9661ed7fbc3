// SPDX-License-Identifier: GPL-3.0-or-later
// Once a day, a notification that sums up what is to do: at the start, and when the day turns. Pressed, it opens the
// list.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-attention.h"
#include "ceci-digest.h"

#define MOST_LINES 4

typedef struct {
  CeciDesk *desk; // which owns this
  CeciAttention *attention;
  GSettings *settings;
} Digest;

/**
 * ceci_digest_compose:
 * @todos: of #CeciTodo, in their order
 * @title: (out) (transfer full): how many there are
 * @body: (out) (transfer full): how many of the most pressing kinds, one a line
 *
 * Returns: whether there is anything to announce
 */
gboolean
ceci_digest_compose (GListModel *todos, char **title, char **body)
{
  guint n = g_list_model_get_n_items (todos), lines = 0;
  guint counts[CECI_TODO_N_KINDS] = {0};
  g_autoptr (GString) text = g_string_new (NULL);

  if (n == 0)
    return FALSE;
  for (guint i = 0; i < n; i++) {
    g_autoptr (CeciTodo) todo = g_list_model_get_item (todos, i);

    counts[ceci_todo_get_kind (todo)]++;
  }
  for (int kind = 0; kind < CECI_TODO_N_KINDS && lines < MOST_LINES; kind++)
    if (counts[kind] > 0) {
      // Translators: «Agreements to sign», how many
      g_string_append_printf (text, _ ("%s: %u"), ceci_todo_kind_get_title ((CeciTodoKind) kind), counts[kind]);
      if (++lines < MOST_LINES)
        g_string_append_c (text, '\n');
    }
  *title = g_strdup_printf (ngettext ("%u thing to do", "%u things to do", n), n);
  *body = g_strchomp (g_string_free_and_steal (g_steal_pointer (&text)));
  return TRUE;
}

static void
announce (Digest *self)
{
  GApplication *application = g_application_get_default ();
  const char *today = ceci_desk_get_today (self->desk);
  g_autofree char *last = g_settings_get_string (self->settings, "last-digest");
  g_autoptr (GNotification) notification = NULL;
  g_autofree char *title = NULL, *body = NULL;

  if (application == NULL || !ceci_attention_is_known (self->attention) || g_str_equal (last, today) ||
      !g_settings_get_boolean (self->settings, "notify-deadlines") ||
      !ceci_digest_compose (ceci_attention_get_items (self->attention), &title, &body))
    return;
  g_settings_set_string (self->settings, "last-digest", today);
  notification = g_notification_new (title);
  g_notification_set_body (notification, body);
  g_notification_set_default_action (notification, "app.to-do");
  g_application_send_notification (application, "digest", notification);
}

static void
digest_free (gpointer data)
{
  Digest *self = data;

  g_signal_handlers_disconnect_by_data (self->attention, self);
  g_object_unref (self->attention);
  g_object_unref (self->settings);
  g_free (self);
}

void
ceci_digest_watch (CeciDesk *desk, GSettings *settings)
{
  Digest *self = g_new0 (Digest, 1);

  self->desk = desk;
  self->attention = g_object_ref (ceci_desk_get_attention (desk));
  self->settings = g_object_ref (settings);
  g_signal_connect_swapped (self->attention, "notify::count", G_CALLBACK (announce), self);
  g_object_set_data_full (G_OBJECT (desk), "ceci-digest", self, digest_free);
}
