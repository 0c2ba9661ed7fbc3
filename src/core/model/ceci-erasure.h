// SPDX-License-Identifier: GPL-3.0-or-later
// The erasure of a person's data, and what was kept.
#pragma once

#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_ERASURE (ceci_erasure_get_type ())
G_DECLARE_FINAL_TYPE (CeciErasure, ceci_erasure, CECI, ERASURE, CeciRecord)

const char  *ceci_erasure_get_person_id    (CeciErasure *self);
const char  *ceci_erasure_get_requested_on (CeciErasure *self);
const char  *ceci_erasure_get_done_on      (CeciErasure *self);
const char  *ceci_erasure_get_reason       (CeciErasure *self);
const char  *ceci_erasure_get_kept         (CeciErasure *self);

G_END_DECLS
