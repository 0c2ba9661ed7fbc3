// SPDX-License-Identifier: GPL-3.0-or-later
// Shows what importing a form's export would do, row by row; writes only when a person says so.
#pragma once

#include <adwaita.h>
#include "ceci-desk.h"

G_BEGIN_DECLS

#define CECI_TYPE_IMPORT_DIALOG (ceci_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CeciImportDialog, ceci_import_dialog, CECI, IMPORT_DIALOG, AdwDialog)

AdwDialog *ceci_import_dialog_new (CeciDesk *desk, const char *cohort_id, GFile *file);

G_END_DECLS
