// SPDX-License-Identifier: GPL-3.0-or-later
// A cohort at the side of the window: its name, its phase, its places.
#pragma once

#include <gtk/gtk.h>
#include "core/model/ceci-cohort.h"

G_BEGIN_DECLS

#define CECI_TYPE_COHORT_ROW (ceci_cohort_row_get_type ())
G_DECLARE_FINAL_TYPE (CeciCohortRow, ceci_cohort_row, CECI, COHORT_ROW, GtkListBoxRow)

GtkWidget *ceci_cohort_row_new (void);
void ceci_cohort_row_show (CeciCohortRow *self, CeciCohort *cohort);

G_END_DECLS
