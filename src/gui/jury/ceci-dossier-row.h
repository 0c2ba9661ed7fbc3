// SPDX-License-Identifier: GPL-3.0-or-later
// One dossier in the juror's list: whose it is, how much there is to read, how far the grid is.
#pragma once

#include <adwaita.h>
#include "core/jury/ceci-dossier-reading.h"

G_BEGIN_DECLS

#define CECI_TYPE_DOSSIER_ROW (ceci_dossier_row_get_type ())
G_DECLARE_FINAL_TYPE (CeciDossierRow, ceci_dossier_row, CECI, DOSSIER_ROW, AdwActionRow)

GtkWidget *ceci_dossier_row_new (CeciDossierReading *reading);
CeciDossierReading *ceci_dossier_row_get_reading (CeciDossierRow *self);

G_END_DECLS
