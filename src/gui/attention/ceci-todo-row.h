// SPDX-License-Identifier: GPL-3.0-or-later
// A thing to do in its list: who, why, by when, and the button that settles it.
#pragma once

#include <gtk/gtk.h>
#include "core/model/ceci-todo.h"

G_BEGIN_DECLS

#define CECI_TYPE_TODO_ROW (ceci_todo_row_get_type ())
G_DECLARE_FINAL_TYPE (CeciTodoRow, ceci_todo_row, CECI, TODO_ROW, GtkBox)

GtkWidget *ceci_todo_row_new (void);
void ceci_todo_row_show (CeciTodoRow *self, CeciTodo *todo, guint position); // NULL: nothing any more
guint ceci_todo_row_get_position (CeciTodoRow *self);
void ceci_todo_row_set_writable (CeciTodoRow *self, gboolean writable);

G_END_DECLS
