// SPDX-License-Identifier: GPL-3.0-or-later
// What is to do in a register, gathered in the background and kept up to date.
#pragma once

#include "core/model/ceci-todo.h"
#include "core/store/ceci-register.h"

G_BEGIN_DECLS

#define CECI_TYPE_ATTENTION (ceci_attention_get_type ())
G_DECLARE_FINAL_TYPE (CeciAttention, ceci_attention, CECI, ATTENTION, GObject)

CeciAttention *ceci_attention_new (CeciRegister *reg, const char *today);
void ceci_attention_set_today (CeciAttention *self, const char *today); // gathers them again
GListModel *ceci_attention_get_items (CeciAttention *self); // (transfer none): CeciTodo, in their order
guint ceci_attention_get_count (CeciAttention *self);
guint ceci_attention_get_recomputed (CeciAttention *self); // students checked the last time
gboolean ceci_attention_is_known (CeciAttention *self); // FALSE until they were gathered once

G_END_DECLS
