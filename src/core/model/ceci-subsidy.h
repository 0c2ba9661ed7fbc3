// SPDX-License-Identifier: GPL-3.0-or-later
// A subsidy that pays for places.
#pragma once

#include "ceci-enums.h"
#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_SUBSIDY (ceci_subsidy_get_type ())
G_DECLARE_FINAL_TYPE (CeciSubsidy, ceci_subsidy, CECI, SUBSIDY, CeciRecord)

const char      *ceci_subsidy_get_funder       (CeciSubsidy *self);
const char      *ceci_subsidy_get_reference    (CeciSubsidy *self);
gint64           ceci_subsidy_get_amount_cents (CeciSubsidy *self);
gint64           ceci_subsidy_get_places       (CeciSubsidy *self);
const char      *ceci_subsidy_get_starts_on    (CeciSubsidy *self);
const char      *ceci_subsidy_get_ends_on      (CeciSubsidy *self);
const char      *ceci_subsidy_get_note         (CeciSubsidy *self);
CeciSubsidyState ceci_subsidy_get_state        (CeciSubsidy *self);
const char      *ceci_subsidy_get_iban         (CeciSubsidy *self);

// joined by the repository
gint64           ceci_subsidy_get_covered      (CeciSubsidy *self);

G_END_DECLS
