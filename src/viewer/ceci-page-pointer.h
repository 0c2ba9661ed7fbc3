// SPDX-License-Identifier: GPL-3.0-or-later
// What the pointer and fingers do on the pages: zoom with Ctrl and the wheel, pinch, select a region, click a note.
#pragma once

#include "ceci-page-canvas.h"

G_BEGIN_DECLS

#define CECI_TYPE_PAGE_POINTER (ceci_page_pointer_get_type ())
G_DECLARE_FINAL_TYPE (CeciPagePointer, ceci_page_pointer, CECI, PAGE_POINTER, GObject)

CeciPagePointer *
ceci_page_pointer_new (CeciPageCanvas *canvas); // adds its controllers; the canvas owns it and outlives it
void ceci_page_pointer_set_selecting (CeciPagePointer *self, gboolean selecting);

G_END_DECLS
