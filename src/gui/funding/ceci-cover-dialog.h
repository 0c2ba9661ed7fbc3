// SPDX-License-Identifier: GPL-3.0-or-later
// How many of an intake's places each subsidy pays for.
#pragma once

#include <adwaita.h>
#include "ceci-desk.h"
#include "core/model/ceci-funding-repository.h"

G_BEGIN_DECLS

#define CECI_TYPE_COVER_DIALOG (ceci_cover_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CeciCoverDialog, ceci_cover_dialog, CECI, COVER_DIALOG, AdwDialog)

AdwDialog *ceci_cover_dialog_new (CeciDesk *desk, CeciCohortFunding *cohort);

G_END_DECLS
