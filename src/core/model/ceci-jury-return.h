// SPDX-License-Identifier: GPL-3.0-or-later
// A juror's return that was received.
#pragma once

#include "ceci-enums.h"
#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_JURY_RETURN (ceci_jury_return_get_type ())
G_DECLARE_FINAL_TYPE (CeciJuryReturn, ceci_jury_return, CECI, JURY_RETURN, CeciRecord)

const char     *ceci_jury_return_get_session_juror_id (CeciJuryReturn *self);
gint64          ceci_jury_return_get_package_revision (CeciJuryReturn *self);
gint64          ceci_jury_return_get_revision         (CeciJuryReturn *self);
const char     *ceci_jury_return_get_sealed_at        (CeciJuryReturn *self);
const char     *ceci_jury_return_get_merged_at        (CeciJuryReturn *self);
const char     *ceci_jury_return_get_digest           (CeciJuryReturn *self);
CeciReturnState ceci_jury_return_get_state            (CeciJuryReturn *self);
const char     *ceci_jury_return_get_content          (CeciJuryReturn *self);

// joined by the repository
const char     *ceci_jury_return_get_juror_name       (CeciJuryReturn *self);

G_END_DECLS
