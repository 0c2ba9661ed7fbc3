// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the minutes of a selection and saves their PDF where a person says.
#pragma once

#include <gtk/gtk.h>
#include "ceci-desk.h"
#include "core/model/ceci-cohort.h"

G_BEGIN_DECLS

void ceci_minutes_save (CeciDesk *desk, GtkWindow *window, CeciCohort *cohort);

G_END_DECLS
