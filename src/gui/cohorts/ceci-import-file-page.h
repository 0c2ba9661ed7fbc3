// SPDX-License-Identifier: GPL-3.0-or-later
// What was noticed of an imported file, and which column holds which field, changed by hand.
#pragma once

#include <adwaita.h>
#include "core/exchange/ceci-column-map.h"

G_BEGIN_DECLS

#define CECI_TYPE_IMPORT_FILE_PAGE (ceci_import_file_page_get_type ())
G_DECLARE_FINAL_TYPE (CeciImportFilePage, ceci_import_file_page, CECI, IMPORT_FILE_PAGE, AdwBin)

void ceci_import_file_page_set_map (CeciImportFilePage *self, CeciColumnMap *map);
guint ceci_import_file_page_get_n_remarks (CeciImportFilePage *self); // notes, and columns that nothing is taken from

/**
 * CeciImportFilePage::mapped:
 * @self: the page
 *
 * Someone changed what a column holds.
 */

G_END_DECLS
