// SPDX-License-Identifier: GPL-3.0-or-later
// A person's number in a course of the virtual campus.
#pragma once

#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_PARTICIPANT (ceci_participant_get_type ())
G_DECLARE_FINAL_TYPE (CeciParticipant, ceci_participant, CECI, PARTICIPANT, CeciRecord)

const char  *ceci_participant_get_course       (CeciParticipant *self);
const char  *ceci_participant_get_number       (CeciParticipant *self);
const char  *ceci_participant_get_person_id    (CeciParticipant *self);

// joined by the repository
const char  *ceci_participant_get_display_name (CeciParticipant *self);

G_END_DECLS
