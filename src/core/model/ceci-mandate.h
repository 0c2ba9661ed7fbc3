// SPDX-License-Identifier: GPL-3.0-or-later
// A term of office in an organisation's committee.
#pragma once

#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_MANDATE (ceci_mandate_get_type ())
G_DECLARE_FINAL_TYPE (CeciMandate, ceci_mandate, CECI, MANDATE, CeciRecord)

const char  *ceci_mandate_get_organisation_id (CeciMandate *self);
const char  *ceci_mandate_get_holder_name     (CeciMandate *self);
const char  *ceci_mandate_get_person_id       (CeciMandate *self);
const char  *ceci_mandate_get_role            (CeciMandate *self);
const char  *ceci_mandate_get_starts_on       (CeciMandate *self);
const char  *ceci_mandate_get_ends_on         (CeciMandate *self);

G_END_DECLS
