// SPDX-License-Identifier: GPL-3.0-or-later
// What the supervisor and the office say of a placement: follow-up grids, confidential notes, findings put aside.
#pragma once

#include "ceci-follow-up-grid.h"
#include "ceci-follow-up-note.h"
#include "ceci-follow-up-rating.h"

G_BEGIN_DECLS

GListModel *ceci_follow_up_repository_grids    (CeciDatabase *database, const char *student_id, GError **error);
GListModel *ceci_follow_up_repository_ratings  (CeciDatabase *database, const char *grid_id, GError **error);
char       *ceci_follow_up_repository_add_grid (CeciDatabase *database, CeciFollowUpGrid *draft, GListModel *ratings, GError **error) G_GNUC_WARN_UNUSED_RESULT; // ratings: drafts of CeciFollowUpRating, or NULL
gboolean    ceci_follow_up_repository_change_grid (CeciDatabase *database, CeciFollowUpGrid *grid, GListModel *ratings, GError **error); // ratings: the whole of them, in place of those that stand
// The mean of the items that were observed (element-type CeciFollowUpRating); 0 where none was.
double      ceci_follow_up_mean                (GListModel *ratings, guint *n_observed);
// What is odd in a grid (R35): filled in before the placement's last day (or NULL), hours that are not those counted. Whole sentences.
GStrv       ceci_follow_up_remarks             (CeciFollowUpGrid *grid, const char *last_day, gint64 counted_minutes) G_GNUC_WARN_UNUSED_RESULT;
GListModel *ceci_follow_up_repository_notes    (CeciDatabase *database, const char *student_id, GError **error); // newest first
char       *ceci_follow_up_repository_add_note (CeciDatabase *database, const char *student_id, const char *author, const char *text, const char *due_on, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    ceci_follow_up_repository_settle_note (CeciDatabase *database, const char *note_id, const char *done_on, GError **error); // NULL: open again
gboolean    ceci_follow_up_repository_change_note (CeciDatabase *database, const char *note_id, const char *text, const char *due_on, GError **error);
gboolean    ceci_follow_up_repository_remove_note (CeciDatabase *database, const char *note_id, GError **error);

G_END_DECLS
