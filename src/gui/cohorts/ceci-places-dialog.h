// SPDX-License-Identifier: GPL-3.0-or-later
// How many places a cohort has: another number with its reason, what that would change, and what there was before.
#pragma once

#include "ceci-view.h"
#include "core/model/ceci-cohort.h"

G_BEGIN_DECLS

#define CECI_TYPE_PLACES_DIALOG (ceci_places_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CeciPlacesDialog, ceci_places_dialog, CECI, PLACES_DIALOG, AdwDialog)

AdwDialog *ceci_places_dialog_new (CeciView *view, CeciCohort *cohort);

G_END_DECLS
