// SPDX-License-Identifier: GPL-3.0-or-later
// The program: its command line, its windows, its own actions.
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CECI_TYPE_PROGRAM (ceci_program_get_type ())
G_DECLARE_FINAL_TYPE (CeciProgram, ceci_program, CECI, PROGRAM, AdwApplication)

CeciProgram *ceci_program_new (void);
GSettings *ceci_program_get_settings (CeciProgram *self);
const char *ceci_program_get_today (CeciProgram *self); // YYYY-MM-DD: the day it is now, or what --on said
const char *ceci_program_get_on (CeciProgram *self);    // what --on said, or NULL

G_END_DECLS
