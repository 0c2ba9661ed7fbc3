// SPDX-License-Identifier: GPL-3.0-or-later
// A juror in a session, with keys, recusal, presence and how far the reading is.
#pragma once

#include "ceci-enums.h"
#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_SESSION_JUROR (ceci_session_juror_get_type ())
G_DECLARE_FINAL_TYPE (CeciSessionJuror, ceci_session_juror, CECI, SESSION_JUROR, CeciRecord)

const char      *ceci_session_juror_get_session_id     (CeciSessionJuror *self);
const char      *ceci_session_juror_get_juror_id       (CeciSessionJuror *self);
const char      *ceci_session_juror_get_public_key     (CeciSessionJuror *self);
const char      *ceci_session_juror_get_return_key     (CeciSessionJuror *self);
gint64           ceci_session_juror_get_revision       (CeciSessionJuror *self);
const char      *ceci_session_juror_get_recused_on     (CeciSessionJuror *self);
const char      *ceci_session_juror_get_recusal_reason (CeciSessionJuror *self);
const char      *ceci_session_juror_get_arrived_at     (CeciSessionJuror *self);
const char      *ceci_session_juror_get_left_at        (CeciSessionJuror *self);

// joined by the repository
const char      *ceci_session_juror_get_display_name   (CeciSessionJuror *self);
const char      *ceci_session_juror_get_family_name    (CeciSessionJuror *self);
const char      *ceci_session_juror_get_first_name     (CeciSessionJuror *self);
const char      *ceci_session_juror_get_email          (CeciSessionJuror *self);
CeciJurorQuality ceci_session_juror_get_quality        (CeciSessionJuror *self);
const char      *ceci_session_juror_get_languages      (CeciSessionJuror *self);
gint64           ceci_session_juror_get_assigned       (CeciSessionJuror *self);
gint64           ceci_session_juror_get_reviewed       (CeciSessionJuror *self);
const char      *ceci_session_juror_get_packaged_at    (CeciSessionJuror *self);
const char      *ceci_session_juror_get_returned_at    (CeciSessionJuror *self);

G_END_DECLS
