// SPDX-License-Identifier: GPL-3.0-or-later
// Every keyboard shortcut of the staff's window, in one table: the application takes its accelerators from it, the
// shortcuts dialog its rows.
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void ceci_shortcuts_install (GtkApplication *application);
AdwDialog *ceci_shortcuts_dialog_new (void);

G_END_DECLS
