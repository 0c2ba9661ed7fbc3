// SPDX-License-Identifier: GPL-3.0-or-later
// A change of a cohort’s places: since when, and why.
#pragma once

#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_CAPACITY (ceci_capacity_get_type ())
G_DECLARE_FINAL_TYPE (CeciCapacity, ceci_capacity, CECI, CAPACITY, CeciRecord)

const char *ceci_capacity_get_cohort_id (CeciCapacity *self);
gint64      ceci_capacity_get_places    (CeciCapacity *self);
const char *ceci_capacity_get_since     (CeciCapacity *self);
const char *ceci_capacity_get_reason    (CeciCapacity *self);

G_END_DECLS
