// SPDX-License-Identifier: GPL-3.0-or-later
// One mark of a grid: a button with a letter on a tint.
#pragma once

#include "ceci-state-pill.h"

G_BEGIN_DECLS

#define CECI_TYPE_MARK (ceci_mark_get_type ())
G_DECLARE_FINAL_TYPE (CeciMark, ceci_mark, CECI, MARK, GtkButton)

GtkWidget *ceci_mark_new (void);
void ceci_mark_set_look (CeciMark *self, CeciTone tone, const char *letter);

G_END_DECLS
