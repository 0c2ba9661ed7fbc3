// SPDX-License-Identifier: GPL-3.0-or-later
// Until when gender is kept after a selection, and erasing it now (R28).
#pragma once

#include <adwaita.h>
#include "ceci-desk.h"
#include "core/model/ceci-erasure-repository.h"

G_BEGIN_DECLS

#define CECI_TYPE_GENDER_ROW (ceci_gender_row_get_type ())
G_DECLARE_FINAL_TYPE (CeciGenderRow, ceci_gender_row, CECI, GENDER_ROW, AdwActionRow)

void ceci_gender_row_show (CeciGenderRow *self, CeciDesk *desk, CeciCohort *cohort, const CeciGenderTerm *term);

G_END_DECLS
