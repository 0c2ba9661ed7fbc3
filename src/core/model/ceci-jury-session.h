// SPDX-License-Identifier: GPL-3.0-or-later
// A jury session and how far it is.
#pragma once

#include "ceci-enums.h"
#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_JURY_SESSION (ceci_jury_session_get_type ())
G_DECLARE_FINAL_TYPE (CeciJurySession, ceci_jury_session, CECI, JURY_SESSION, CeciRecord)

const char      *ceci_jury_session_get_name            (CeciJurySession *self);
const char      *ceci_jury_session_get_held_on         (CeciJurySession *self);
const char      *ceci_jury_session_get_cut_off_on      (CeciJurySession *self);
CeciSessionState ceci_jury_session_get_state           (CeciJurySession *self);
const char      *ceci_jury_session_get_grid_id         (CeciJurySession *self);
gint64           ceci_jury_session_get_readers         (CeciJurySession *self);
const char      *ceci_jury_session_get_place           (CeciJurySession *self);
const char      *ceci_jury_session_get_closed_at       (CeciJurySession *self);
const char      *ceci_jury_session_get_reopened_reason (CeciJurySession *self);

// joined by the repository
gint64           ceci_jury_session_get_dossiers        (CeciJurySession *self);
gint64           ceci_jury_session_get_jurors          (CeciJurySession *self);
gint64           ceci_jury_session_get_reviews         (CeciJurySession *self);
gint64           ceci_jury_session_get_decisions       (CeciJurySession *self);

G_END_DECLS
