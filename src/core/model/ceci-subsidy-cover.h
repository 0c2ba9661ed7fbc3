// SPDX-License-Identifier: GPL-3.0-or-later
// How many places of a cohort a subsidy pays for.
#pragma once

#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_SUBSIDY_COVER (ceci_subsidy_cover_get_type ())
G_DECLARE_FINAL_TYPE (CeciSubsidyCover, ceci_subsidy_cover, CECI, SUBSIDY_COVER, CeciRecord)

const char  *ceci_subsidy_cover_get_subsidy_id  (CeciSubsidyCover *self);
const char  *ceci_subsidy_cover_get_cohort_id   (CeciSubsidyCover *self);
gint64       ceci_subsidy_cover_get_places      (CeciSubsidyCover *self);

// joined by the repository
const char  *ceci_subsidy_cover_get_funder      (CeciSubsidyCover *self);
const char  *ceci_subsidy_cover_get_cohort_name (CeciSubsidyCover *self);

G_END_DECLS
