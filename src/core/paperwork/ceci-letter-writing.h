// SPDX-License-Identifier: GPL-3.0-or-later
// Writes letters to people: what a template says, filled in for one person, in that person's language.
#pragma once

#include "core/model/ceci-letter.h"
#include "core/store/ceci-database.h"

G_BEGIN_DECLS

/**
 * CeciLetterRequest:
 * @kind: (nullable): a template's name («agreement-unsigned»); %NULL, for an application: what was decided about it
 * @student_id: (nullable): whom it speaks of, once enrolled
 * @application_id: (nullable): whom it speaks of, before that; one of the two is given
 * @language: (nullable): "fr" or "en"; %NULL: the person's own
 * @today: the day of the letter
 * @text: (nullable): what stands for {text}, and for {reasons} where the application says none
 */
typedef struct {
  const char *kind;
  const char *student_id;
  const char *application_id;
  const char *language;
  const char *today;
  const char *text;
} CeciLetterRequest;

// Not in the register yet: a CeciLetter without id, with whom it goes to (reader_name, reader_email).
CeciLetter *ceci_letter_compose (CeciDatabase *database, const CeciLetterRequest *request, GError **error);
// Composed and kept, inside a write: the same kind, to the same person and not sent yet, is replaced. Returns its id.
char       *ceci_letter_prepare (CeciDatabase *database, const CeciLetterRequest *request, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
