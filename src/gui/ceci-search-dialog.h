// SPDX-License-Identifier: GPL-3.0-or-later
// Finds a student among those of every cohort.
#pragma once

#include <adwaita.h>
#include "ceci-desk.h"

G_BEGIN_DECLS

#define CECI_TYPE_SEARCH_DIALOG (ceci_search_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CeciSearchDialog, ceci_search_dialog, CECI, SEARCH_DIALOG, AdwDialog)

AdwDialog *ceci_search_dialog_new (CeciDesk *desk);

G_END_DECLS
