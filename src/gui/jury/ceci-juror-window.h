// SPDX-License-Identifier: GPL-3.0-or-later
// The juror's window: a package unlocked by its passphrase, the dossiers in it, and the return that is sealed in the
// end.
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CECI_TYPE_JUROR_WINDOW (ceci_juror_window_get_type ())
G_DECLARE_FINAL_TYPE (CeciJurorWindow, ceci_juror_window, CECI, JUROR_WINDOW, AdwApplicationWindow)

CeciJurorWindow *ceci_juror_window_new (AdwApplication *application, GFile *package);
gboolean ceci_juror_window_shows (CeciJurorWindow *self, GFile *package);
gboolean ceci_juror_window_is_for (GFile *file); // whether the name says that it is a jury package

G_END_DECLS
