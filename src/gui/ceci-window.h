// SPDX-License-Identifier: GPL-3.0-or-later
// The staff's window: a register's places at the side, the chosen one beside them; a welcome where no register is open.
#pragma once

#include "ceci-program.h"
#include "ceci-desk.h"

G_BEGIN_DECLS

#define CECI_TYPE_WINDOW (ceci_window_get_type ())
G_DECLARE_FINAL_TYPE (CeciWindow, ceci_window, CECI, WINDOW, AdwApplicationWindow)

CeciWindow *ceci_window_new (CeciProgram *program);
void ceci_window_open (CeciWindow *self, GFile *file, CeciRegisterFlags flags);
void ceci_window_open_last (CeciWindow *self);
gboolean ceci_window_takes (CeciWindow *self, GFile *file); // shows that file, or none yet
CeciDesk *ceci_window_get_desk (CeciWindow *self);          // NULL until a register is open
void ceci_window_go_to (CeciWindow *self, const char *place);

G_END_DECLS
