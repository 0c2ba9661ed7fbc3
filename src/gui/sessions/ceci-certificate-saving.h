// SPDX-License-Identifier: GPL-3.0-or-later
// Issues a student's certificate, or takes the one that stands, and saves its PDF where a person says.
#pragma once

#include <gtk/gtk.h>
#include "ceci-desk.h"
#include "core/model/ceci-dossier.h"

G_BEGIN_DECLS

void ceci_certificate_save (CeciDesk *desk, GtkWindow *window, CeciDossier *dossier);
void ceci_certificate_save_to (CeciDesk *desk, CeciDossier *dossier, GFile *file);

G_END_DECLS
