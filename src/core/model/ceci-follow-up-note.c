// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciFollowUpNote; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-follow-up-note.h"

struct _CeciFollowUpNote {
  CeciRecord parent_instance;

  char *student_id;
  char *written_at;
  char *author;
  char *text;
  CeciNoteState state;
  char *due_on;
  char *done_on;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciFollowUpNote, student_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciFollowUpNote, written_at, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciFollowUpNote, author, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciFollowUpNote, text, CECI_FIELD_STORED),
    CECI_FIELD_OF_ENUM (CeciFollowUpNote, state, CECI_FIELD_STORED, ceci_note_state_get_type),
    CECI_FIELD_OF_TEXT (CeciFollowUpNote, due_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_TEXT (CeciFollowUpNote, done_on, CECI_FIELD_DATE),
};

CECI_DEFINE_RECORD (CeciFollowUpNote, ceci_follow_up_note, "follow_up_note");

CECI_DEFINE_GETTER (CeciFollowUpNote, ceci_follow_up_note, const char *, student_id);
CECI_DEFINE_GETTER (CeciFollowUpNote, ceci_follow_up_note, const char *, written_at);
CECI_DEFINE_GETTER (CeciFollowUpNote, ceci_follow_up_note, const char *, author);
CECI_DEFINE_GETTER (CeciFollowUpNote, ceci_follow_up_note, const char *, text);
CECI_DEFINE_GETTER (CeciFollowUpNote, ceci_follow_up_note, CeciNoteState, state);
CECI_DEFINE_GETTER (CeciFollowUpNote, ceci_follow_up_note, const char *, due_on);
CECI_DEFINE_GETTER (CeciFollowUpNote, ceci_follow_up_note, const char *, done_on);
