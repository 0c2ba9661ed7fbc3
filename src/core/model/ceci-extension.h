// SPDX-License-Identifier: GPL-3.0-or-later
// A later deadline granted to a student; never any medical detail.
#pragma once

#include "ceci-enums.h"
#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_EXTENSION (ceci_extension_get_type ())
G_DECLARE_FINAL_TYPE (CeciExtension, ceci_extension, CECI, EXTENSION, CeciRecord)

const char           *ceci_extension_get_student_id (CeciExtension *self);
CeciExtensionCategory ceci_extension_get_category   (CeciExtension *self);
const char           *ceci_extension_get_deadline   (CeciExtension *self);
const char           *ceci_extension_get_granted_by (CeciExtension *self);
const char           *ceci_extension_get_granted_on (CeciExtension *self);
const char           *ceci_extension_get_note       (CeciExtension *self);

G_END_DECLS
