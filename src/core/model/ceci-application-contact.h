// SPDX-License-Identifier: GPL-3.0-or-later
// A contact with an applicant, in the log that helping to find a placement keeps.
#pragma once

#include "ceci-enums.h"
#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_APPLICATION_CONTACT (ceci_application_contact_get_type ())
G_DECLARE_FINAL_TYPE (CeciApplicationContact, ceci_application_contact, CECI, APPLICATION_CONTACT, CeciRecord)

const char        *ceci_application_contact_get_application_id (CeciApplicationContact *self);
const char        *ceci_application_contact_get_contacted_on   (CeciApplicationContact *self);
CeciContactChannel ceci_application_contact_get_channel        (CeciApplicationContact *self);
const char        *ceci_application_contact_get_author         (CeciApplicationContact *self);
const char        *ceci_application_contact_get_note           (CeciApplicationContact *self);

G_END_DECLS
