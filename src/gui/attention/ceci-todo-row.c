// SPDX-License-Identifier: GPL-3.0-or-later
// A thing to do in its list. Its buttons only say at which place of the list they were pressed: the page does the rest.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-todo-row.h"
#include "core/store/ceci-date.h"

struct _CeciTodoRow {
  GtkBox parent_instance;
  GtkLabel *who;
  GtkLabel *reason;
  GtkLabel *day;
  GtkButton *snooze;
  GtkButton *settle;
  guint position;
};

G_DEFINE_FINAL_TYPE (CeciTodoRow, ceci_todo_row, GTK_TYPE_BOX)

static void
on_snooze (CeciTodoRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "attention.snooze-at", "u", self->position);
}

static void
on_settle (CeciTodoRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "attention.settle-at", "u", self->position);
}

static void
ceci_todo_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CECI_TYPE_TODO_ROW);
  G_OBJECT_CLASS (ceci_todo_row_parent_class)->dispose (object);
}

static void
ceci_todo_row_class_init (CeciTodoRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ceci_todo_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/be/ulb/Ceci/attention/ceci-todo-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CeciTodoRow, who);
  gtk_widget_class_bind_template_child (widget_class, CeciTodoRow, reason);
  gtk_widget_class_bind_template_child (widget_class, CeciTodoRow, day);
  gtk_widget_class_bind_template_child (widget_class, CeciTodoRow, snooze);
  gtk_widget_class_bind_template_child (widget_class, CeciTodoRow, settle);
  gtk_widget_class_bind_template_callback (widget_class, on_snooze);
  gtk_widget_class_bind_template_callback (widget_class, on_settle);
}

static void
ceci_todo_row_init (CeciTodoRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ceci_todo_row_new (void)
{
  return g_object_new (CECI_TYPE_TODO_ROW, NULL);
}

static void
show_day (CeciTodoRow *self, CeciFinding *finding)
{
  const char *since = ceci_finding_get_since (finding), *due = ceci_finding_get_due (finding);
  g_autofree char *since_text = since != NULL ? ceci_date_format_short (since) : NULL;
  g_autofree char *due_text = due != NULL ? ceci_date_format_short (due) : NULL;
  g_autofree char *text = NULL;
  g_autofree char *both = NULL;

  if (due_text != NULL)
    text = g_strdup_printf (_ ("by %s"), due_text);
  else if (since_text != NULL)
    text = g_strdup_printf (_ ("since %s"), since_text);
  if (since_text != NULL && due_text != NULL)
    both = g_strdup_printf (_ ("Since %s, by %s"), since_text, due_text);
  gtk_label_set_label (self->day, text != NULL ? text : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->day), both);
}

void
ceci_todo_row_show (CeciTodoRow *self, CeciTodo *todo, guint position)
{
  g_autofree char *who = NULL;

  self->position = position;
  if (todo == NULL)
    return;
  who = ceci_todo_dup_who (todo);
  gtk_label_set_label (self->who, who);
  gtk_label_set_label (self->reason, ceci_finding_get_reason (ceci_todo_get_finding (todo)));
  gtk_button_set_label (self->settle, ceci_todo_kind_get_action (ceci_todo_get_kind (todo)));
  gtk_widget_set_visible (GTK_WIDGET (self->snooze), ceci_todo_can_sleep (todo));
  show_day (self, ceci_todo_get_finding (todo));
}

void
ceci_todo_row_set_writable (CeciTodoRow *self, gboolean writable)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->snooze), writable);
}

guint
ceci_todo_row_get_position (CeciTodoRow *self)
{
  return self->position;
}
