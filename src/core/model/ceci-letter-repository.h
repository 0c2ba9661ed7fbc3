// SPDX-License-Identifier: GPL-3.0-or-later
// The letters that were prepared, and when and how they went.
#pragma once

#include "ceci-letter.h"

G_BEGIN_DECLS

// Newest first, with the reader's name and address. person_id, student_id NULL: of everyone. Unsent: those that wait alone.
GListModel *ceci_letter_repository_list  (CeciDatabase *database, const char *person_id, const char *student_id, gboolean unsent, GError **error);
CeciLetter *ceci_letter_repository_find  (CeciDatabase *database, const char *id, GError **error);
// Keeps a letter that was composed; one of its kind that waits for the same person is replaced. Returns its id.
char       *ceci_letter_repository_keep  (CeciDatabase *database, CeciLetter *letter, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    ceci_letter_repository_word  (CeciDatabase *database, const char *id, const char *subject, const char *body, GError **error); // refused once it went
gboolean    ceci_letter_repository_sent  (CeciDatabase *database, const char *id, CeciLetterChannel channel, const char *sent_on, GError **error);
gboolean    ceci_letter_repository_drop  (CeciDatabase *database, const char *id, GError **error);        // refused once it went

G_END_DECLS
