// SPDX-License-Identifier: GPL-3.0-or-later
// Settles things to do where they stand: the signature is recorded, the hours accepted, the letter written, the page opened.
#pragma once

#include "ceci-view.h"
#include "core/model/ceci-todo.h"

G_BEGIN_DECLS

void ceci_todo_settle (CeciView *view, GPtrArray *todos);       // those of the first one's kind
void ceci_todo_write_letters (CeciView *view, GPtrArray *todos); // to those for whom a letter fits
void ceci_todo_put_aside (CeciView *view, GPtrArray *todos);
void ceci_todo_open (CeciView *view, CeciTodo *todo);

G_END_DECLS
