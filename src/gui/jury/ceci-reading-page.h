// SPDX-License-Identifier: GPL-3.0-or-later
// One dossier being read: its documents, the page, and the grid beside it.
#pragma once

#include <adwaita.h>
#include "core/jury/ceci-dossier-reading.h"
#include "core/jury/ceci-package.h"

G_BEGIN_DECLS

#define CECI_TYPE_READING_PAGE (ceci_reading_page_get_type ())
G_DECLARE_FINAL_TYPE (CeciReadingPage, ceci_reading_page, CECI, READING_PAGE, AdwNavigationPage)

GtkWidget *ceci_reading_page_new (CeciPackage *package, CeciDossierReading *reading);

G_END_DECLS
