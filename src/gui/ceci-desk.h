// SPDX-License-Identifier: GPL-3.0-or-later
// What every page of the window works on: the open register, the day it is, and where failures and news are told.
#pragma once

#include "core/store/ceci-register.h"

G_BEGIN_DECLS

typedef struct _CeciAttention CeciAttention;

#define CECI_TYPE_DESK (ceci_desk_get_type ())
G_DECLARE_FINAL_TYPE (CeciDesk, ceci_desk, CECI, DESK, GObject)

CeciDesk *ceci_desk_new (CeciRegister *reg, const char *today); // NULL: the day that the clock says
CeciRegister *ceci_desk_get_register (CeciDesk *self);
const char *ceci_desk_get_today (CeciDesk *self); // YYYY-MM-DD
void ceci_desk_begin_day (CeciDesk *self, const char *today);
gboolean ceci_desk_is_read_only (CeciDesk *self);
CeciAttention *ceci_desk_get_attention (CeciDesk *self); // what is to do in this register

void ceci_desk_write (CeciDesk *self, const char *label, CeciRegisterFunc work, gpointer data,
                      GDestroyNotify data_destroy);
void ceci_desk_undo (CeciDesk *self, const char *step_id);
void ceci_desk_undo_steps (CeciDesk *self, const char *const *step_ids); // newest first; all of them or none
void ceci_desk_redo (CeciDesk *self);
void ceci_desk_report (CeciDesk *self, const char *title, const GError *error);
void ceci_desk_notice (CeciDesk *self, const char *text);

G_END_DECLS
