// SPDX-License-Identifier: GPL-3.0-or-later
// A withdrawal that ended in a readmission.
#pragma once

#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_INTERRUPTION (ceci_interruption_get_type ())
G_DECLARE_FINAL_TYPE (CeciInterruption, ceci_interruption, CECI, INTERRUPTION, CeciRecord)

const char *ceci_interruption_get_student_id (CeciInterruption *self);
const char *ceci_interruption_get_starts_on  (CeciInterruption *self);
const char *ceci_interruption_get_ends_on    (CeciInterruption *self);
const char *ceci_interruption_get_reason     (CeciInterruption *self);

G_END_DECLS
