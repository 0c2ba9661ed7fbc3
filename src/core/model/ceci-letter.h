// SPDX-License-Identifier: GPL-3.0-or-later
// A letter to a person: its words, when it was prepared, when and how it went.
#pragma once

#include "ceci-enums.h"
#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_LETTER (ceci_letter_get_type ())
G_DECLARE_FINAL_TYPE (CeciLetter, ceci_letter, CECI, LETTER, CeciRecord)

const char       *ceci_letter_get_person_id      (CeciLetter *self);
const char       *ceci_letter_get_student_id     (CeciLetter *self);
const char       *ceci_letter_get_application_id (CeciLetter *self);
const char       *ceci_letter_get_kind           (CeciLetter *self);
const char       *ceci_letter_get_subject        (CeciLetter *self);
const char       *ceci_letter_get_body           (CeciLetter *self);
const char       *ceci_letter_get_language       (CeciLetter *self);
const char       *ceci_letter_get_prepared_at    (CeciLetter *self);
const char       *ceci_letter_get_sent_on        (CeciLetter *self);
CeciLetterChannel ceci_letter_get_channel        (CeciLetter *self);
const char       *ceci_letter_get_display_name   (CeciLetter *self); // whom it speaks of
const char       *ceci_letter_get_cohort_name    (CeciLetter *self);
const char       *ceci_letter_get_reader_name    (CeciLetter *self); // whom it goes to: the person, or a supervisor
const char       *ceci_letter_get_reader_email   (CeciLetter *self); // NULL: none is known

G_END_DECLS
