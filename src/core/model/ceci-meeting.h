// SPDX-License-Identifier: GPL-3.0-or-later
// A meeting of a cohort, with how many came.
#pragma once

#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_MEETING (ceci_meeting_get_type ())
G_DECLARE_FINAL_TYPE (CeciMeeting, ceci_meeting, CECI, MEETING, CeciRecord)

const char *ceci_meeting_get_cohort_id    (CeciMeeting *self);
const char *ceci_meeting_get_held_on      (CeciMeeting *self);
const char *ceci_meeting_get_starts_at    (CeciMeeting *self);
const char *ceci_meeting_get_ends_at      (CeciMeeting *self);
const char *ceci_meeting_get_place        (CeciMeeting *self);
const char *ceci_meeting_get_title        (CeciMeeting *self);
gint64      ceci_meeting_get_sequence     (CeciMeeting *self);
const char *ceci_meeting_get_cancelled_on (CeciMeeting *self);

// joined by the repository
gint64      ceci_meeting_get_present      (CeciMeeting *self);
gint64      ceci_meeting_get_excused      (CeciMeeting *self);
gint64      ceci_meeting_get_absent       (CeciMeeting *self);

G_END_DECLS
