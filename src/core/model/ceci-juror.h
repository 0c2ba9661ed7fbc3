// SPDX-License-Identifier: GPL-3.0-or-later
// Someone who may sit in juries.
#pragma once

#include "ceci-enums.h"
#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_JUROR (ceci_juror_get_type ())
G_DECLARE_FINAL_TYPE (CeciJuror, ceci_juror, CECI, JUROR, CeciRecord)

const char      *ceci_juror_get_family_name  (CeciJuror *self);
const char      *ceci_juror_get_first_name   (CeciJuror *self);
const char      *ceci_juror_get_email        (CeciJuror *self);
CeciJurorQuality ceci_juror_get_quality      (CeciJuror *self);
const char      *ceci_juror_get_languages    (CeciJuror *self);
const char      *ceci_juror_get_organisation (CeciJuror *self);

// joined by the repository
const char      *ceci_juror_get_display_name (CeciJuror *self);
gint64           ceci_juror_get_sessions     (CeciJuror *self);

G_END_DECLS
