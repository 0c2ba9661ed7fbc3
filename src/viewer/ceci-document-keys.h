// SPDX-License-Identifier: GPL-3.0-or-later
// The names of what one does to a shown document, and their keys. Private to the viewer.
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

extern const char *const ceci_document_actions[]; // without parameters; ended by NULL
void ceci_document_keys_install (GtkWidgetClass *widget_class);

G_END_DECLS
