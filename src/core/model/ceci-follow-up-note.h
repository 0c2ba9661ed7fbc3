// SPDX-License-Identifier: GPL-3.0-or-later
// A confidential note on a student; never in a jury package.
#pragma once

#include "ceci-enums.h"
#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_FOLLOW_UP_NOTE (ceci_follow_up_note_get_type ())
G_DECLARE_FINAL_TYPE (CeciFollowUpNote, ceci_follow_up_note, CECI, FOLLOW_UP_NOTE, CeciRecord)

const char   *ceci_follow_up_note_get_student_id (CeciFollowUpNote *self);
const char   *ceci_follow_up_note_get_written_at (CeciFollowUpNote *self);
const char   *ceci_follow_up_note_get_author     (CeciFollowUpNote *self);
const char   *ceci_follow_up_note_get_text       (CeciFollowUpNote *self);
CeciNoteState ceci_follow_up_note_get_state      (CeciFollowUpNote *self);
const char   *ceci_follow_up_note_get_due_on     (CeciFollowUpNote *self);
const char   *ceci_follow_up_note_get_done_on    (CeciFollowUpNote *self);

G_END_DECLS
