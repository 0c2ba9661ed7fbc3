// SPDX-License-Identifier: GPL-3.0-or-later
// Asks what a new intake needs: its name, its dates, its places.
#pragma once

#include <adwaita.h>
#include "ceci-desk.h"

G_BEGIN_DECLS

#define CECI_TYPE_COHORT_DIALOG (ceci_cohort_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CeciCohortDialog, ceci_cohort_dialog, CECI, COHORT_DIALOG, AdwDialog)

AdwDialog *ceci_cohort_dialog_new (CeciDesk *desk);

G_END_DECLS
