// SPDX-License-Identifier: GPL-3.0-or-later
// Letters one by one: read, changed, sent by e-mail or printed together, and marked as sent.
#pragma once

#include <adwaita.h>
#include "ceci-view.h"

G_BEGIN_DECLS

#define CECI_TYPE_LETTERS_DIALOG (ceci_letters_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CeciLettersDialog, ceci_letters_dialog, CECI, LETTERS_DIALOG, AdwDialog)

void ceci_letters_dialog_open  (CeciView *view, GPtrArray *todos); // CeciTodo: prepares what is not prepared yet, then shows all
void ceci_letters_dialog_write (CeciView *view, const char *kind, const char *text, GPtrArray *applications); // CeciApplication; kind: as of CeciLetterRequest

G_END_DECLS
