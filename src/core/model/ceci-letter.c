// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciLetter; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-letter.h"

struct _CeciLetter {
  CeciRecord parent_instance;

  char *person_id;
  char *student_id;
  char *application_id;
  char *kind;
  char *subject;
  char *body;
  char *language;
  char *prepared_at;
  char *sent_on;
  CeciLetterChannel channel;
  char *display_name;
  char *cohort_name;
  char *reader_name;
  char *reader_email;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciLetter, person_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciLetter, student_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciLetter, application_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciLetter, kind, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciLetter, subject, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciLetter, body, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciLetter, language, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciLetter, prepared_at, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciLetter, sent_on, CECI_FIELD_DATE),
    CECI_FIELD_OF_ENUM (CeciLetter, channel, CECI_FIELD_STORED, ceci_letter_channel_get_type),
    CECI_FIELD_OF_TEXT (CeciLetter, display_name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciLetter, cohort_name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciLetter, reader_name, CECI_FIELD_JOINED),
    CECI_FIELD_OF_TEXT (CeciLetter, reader_email, CECI_FIELD_JOINED),
};

CECI_DEFINE_RECORD (CeciLetter, ceci_letter, "letter");

CECI_DEFINE_GETTER (CeciLetter, ceci_letter, const char *, person_id);
CECI_DEFINE_GETTER (CeciLetter, ceci_letter, const char *, student_id);
CECI_DEFINE_GETTER (CeciLetter, ceci_letter, const char *, application_id);
CECI_DEFINE_GETTER (CeciLetter, ceci_letter, const char *, kind);
CECI_DEFINE_GETTER (CeciLetter, ceci_letter, const char *, subject);
CECI_DEFINE_GETTER (CeciLetter, ceci_letter, const char *, body);
CECI_DEFINE_GETTER (CeciLetter, ceci_letter, const char *, language);
CECI_DEFINE_GETTER (CeciLetter, ceci_letter, const char *, prepared_at);
CECI_DEFINE_GETTER (CeciLetter, ceci_letter, const char *, sent_on);
CECI_DEFINE_GETTER (CeciLetter, ceci_letter, CeciLetterChannel, channel);
CECI_DEFINE_GETTER (CeciLetter, ceci_letter, const char *, display_name);
CECI_DEFINE_GETTER (CeciLetter, ceci_letter, const char *, cohort_name);
CECI_DEFINE_GETTER (CeciLetter, ceci_letter, const char *, reader_name);
CECI_DEFINE_GETTER (CeciLetter, ceci_letter, const char *, reader_email);
