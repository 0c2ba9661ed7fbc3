// SPDX-License-Identifier: GPL-3.0-or-later
// Someone to reach in an organisation.
#pragma once

#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_CONTACT (ceci_contact_get_type ())
G_DECLARE_FINAL_TYPE (CeciContact, ceci_contact, CECI, CONTACT, CeciRecord)

const char  *ceci_contact_get_organisation_id (CeciContact *self);
const char  *ceci_contact_get_name            (CeciContact *self);
const char  *ceci_contact_get_role            (CeciContact *self);
const char  *ceci_contact_get_email           (CeciContact *self);
const char  *ceci_contact_get_phone           (CeciContact *self);

G_END_DECLS
