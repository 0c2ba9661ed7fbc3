// SPDX-License-Identifier: GPL-3.0-or-later
// What letters say before they are filled in: each kind's subject and body in two languages, as they come or as the office words them,
// and the placeholders that may stand in them.
#pragma once

#include "core/store/ceci-database.h"

G_BEGIN_DECLS

typedef enum { CECI_LETTER_TO_STUDENT, CECI_LETTER_TO_SUPERVISOR } CeciLetterReader;

typedef struct {
  const char      *kind; // "agreement-unsigned"
  const char      *title;
  CeciLetterReader reader;
  const char      *subject_fr, *body_fr, *subject_en, *body_en;
} CeciLetterTemplate;

extern const CeciLetterTemplate ceci_letter_templates[]; // ended by a row without kind

// What may stand between braces. Those of a kind of reader that has none for it (a rank for an enrolled student) refuse the letter.
typedef struct { const char *name, *meaning; } CeciLetterPlaceholder; // meaning: marked for translation
extern const CeciLetterPlaceholder ceci_letter_placeholders[];        // ended by a row without name

const CeciLetterTemplate *ceci_letter_template_find      (const char *kind, GError **error);
const char               *ceci_letter_template_get_title (const char *kind); // translated; the kind itself where there is no such template
// As the office words them, or as they come. FALSE: @error.
gboolean                  ceci_letter_template_read      (CeciDatabase *database, const char *kind, const char *language, char **subject, char **body, GError **error);
// Both NULL: as they come again.
gboolean                  ceci_letter_template_write     (CeciDatabase *database, const char *kind, const char *language, const char *subject, const char *body, GError **error);
gboolean                  ceci_letter_template_check     (const char *text, GError **error); // whether every placeholder is known

typedef char *(*CeciLetterFill) (const char *placeholder, gpointer user_data, GError **error); // (transfer full); NULL: @error
char                     *ceci_letter_template_fill      (const char *text, CeciLetterFill fill, gpointer user_data, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
