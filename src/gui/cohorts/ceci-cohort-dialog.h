// SPDX-License-Identifier: GPL-3.0-or-later
// Asks what an intake needs: its name, its dates, its places or its phase.
#pragma once

#include <adwaita.h>
#include "ceci-desk.h"
#include "core/model/ceci-cohort.h"

G_BEGIN_DECLS

#define CECI_TYPE_COHORT_DIALOG (ceci_cohort_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CeciCohortDialog, ceci_cohort_dialog, CECI, COHORT_DIALOG, AdwDialog)

AdwDialog *ceci_cohort_dialog_new (CeciDesk *desk);
AdwDialog *ceci_cohort_dialog_new_for (CeciDesk *desk, CeciCohort *cohort);

G_END_DECLS
