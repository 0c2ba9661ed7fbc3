// SPDX-License-Identifier: GPL-3.0-or-later
// What a person wrote or ticked in a form, in French or English, as the values the register keeps.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum { CECI_ANSWER_UNCLEAR = -1, CECI_ANSWER_NO = 0, CECI_ANSWER_YES = 1 } CeciAnswer;

char *ceci_form_words (const char *text)
    G_GNUC_WARN_UNUSED_RESULT; // folded, letters and digits only: «l'e-mail :» gives «l e mail»
gboolean ceci_form_has_words (const char *words, const char *phrase); // both as ceci_form_words() gives them
char *ceci_form_text (const char *text, gboolean escapes)
    G_GNUC_WARN_UNUSED_RESULT; // trimmed; NULL if blank; escapes: «\n» is a line break
CeciAnswer ceci_form_answer (const char *text);
int ceci_form_gender (const char *text, gboolean *unclear); // a CeciGender
int ceci_form_organisation_kind (const char *text);         // a CeciOrganisationKind, NONE if unclear
int ceci_form_legal_form (const char *text);                // a CeciLegalForm, NONE if unclear
char *ceci_form_date (const char *text, const char *today) G_GNUC_WARN_UNUSED_RESULT; // YYYY-MM-DD, or NULL
char *ceci_form_instant (const char *text,
                         const char *today) G_GNUC_WARN_UNUSED_RESULT; // UTC, of a local time in Brussels, or NULL
gint64 ceci_form_minutes (const char *text);                           // -1 if unclear
char *ceci_form_email (const char *text) G_GNUC_WARN_UNUSED_RESULT;    // in lower case, NULL if it is none

G_END_DECLS
