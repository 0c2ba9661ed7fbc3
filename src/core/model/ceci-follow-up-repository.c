// SPDX-License-Identifier: GPL-3.0-or-later
// SQL of follow-up grids, confidential notes and findings put aside.

#include "config.h"

#include "ceci-follow-up-repository.h"

#include <glib/gi18n-lib.h>

#include "ceci-sql.h"
#include "core/store/ceci-date.h"

GListModel *
ceci_follow_up_repository_grids (CeciDatabase *database, const char *student_id, GError **error)
{
  CeciStatement *statement = ceci_database_query (database, error,
                                                  "SELECT g.* FROM placement l JOIN follow_up_grid g ON g.placement_id "
                                                  "= l.id WHERE l.student_id = $1 ORDER BY g.filled_on",
                                                  "t", student_id);

  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_FOLLOW_UP_GRID, statement, error));
}

GListModel *
ceci_follow_up_repository_ratings (CeciDatabase *database, const char *grid_id, GError **error)
{
  return G_LIST_MODEL (ceci_record_select (CECI_TYPE_FOLLOW_UP_RATING, database, "grid_id", grid_id, NULL, error));
}

/**
 * ceci_follow_up_repository_add_grid:
 * @database: a connection inside a write
 * @draft: placement_id, filled_on, and what the supervisor wrote
 * @ratings: (nullable): drafts of [class@FollowUpRating], without their grid
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the grid's id
 */
char *
ceci_follow_up_repository_add_grid (CeciDatabase *database, CeciFollowUpGrid *draft, GListModel *ratings,
                                    GError **error)
{
  const char *id;

  if (is_blank (ceci_follow_up_grid_get_placement_id (draft)) || ceci_follow_up_grid_get_filled_on (draft) == NULL) {
    (void) REFUSE (error, _ ("A follow-up grid belongs to a placement and needs the day it was filled in."));
    return NULL;
  }
  if (!ceci_record_insert (draft, database, error))
    return NULL;
  id = ceci_record_get_id (CECI_RECORD (draft));
  for (guint i = 0; ratings != NULL && i < g_list_model_get_n_items (ratings); i++) {
    g_autoptr (CeciFollowUpRating) rating = g_list_model_get_item (ratings, i);
    g_autoptr (CeciFollowUpRating) placed = ceci_record_with (rating, "grid_id", id, NULL);

    if (!ceci_record_insert (placed, database, error))
      return NULL;
  }
  return g_strdup (id);
}

GListModel *
ceci_follow_up_repository_notes (CeciDatabase *database, const char *student_id, GError **error)
{
  CeciStatement *statement = ceci_database_query (
      database, error, "SELECT * FROM follow_up_note WHERE student_id = $1 ORDER BY written_at DESC, id DESC", "t",
      student_id);

  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_FOLLOW_UP_NOTE, statement, error));
}

char *
ceci_follow_up_repository_add_note (CeciDatabase *database, const char *student_id, const char *author,
                                    const char *text, const char *due_on, GError **error)
{
  g_autofree char *now = ceci_entropy_dup_now (ceci_database_get_entropy (database));
  g_autoptr (CeciFollowUpNote) note = NULL;

  if (is_blank (text)) {
    (void) REFUSE (error, _ ("Write something before adding the note."));
    return NULL;
  }
  note = ceci_record_new (CECI_TYPE_FOLLOW_UP_NOTE, "student_id", student_id, "written_at", now, "author",
                          author != NULL ? author : "", "text", text, "state", "open", "due_on", due_on, NULL);
  if (!ceci_record_insert (note, database, error))
    return NULL;
  return g_strdup (ceci_record_get_id (CECI_RECORD (note)));
}

gboolean
ceci_follow_up_repository_set_note_state (CeciDatabase *database, const char *note_id, CeciNoteState state,
                                          GError **error)
{
  g_autoptr (CeciFollowUpNote) note = ceci_record_find (CECI_TYPE_FOLLOW_UP_NOTE, database, note_id, error);
  g_autoptr (CeciFollowUpNote) changed = NULL;

  if (note == NULL)
    return FALSE;
  changed = ceci_record_with (note, "state", ceci_enum_get_nick (CECI_TYPE_NOTE_STATE, state), NULL);
  return ceci_record_update (changed, database, error);
}

GListModel *
ceci_follow_up_repository_snoozes (CeciDatabase *database, GError **error)
{
  return G_LIST_MODEL (ceci_record_select (CECI_TYPE_SNOOZE, database, NULL, NULL, "until", error));
}

char *
ceci_follow_up_repository_snooze (CeciDatabase *database, const char *student_id, const char *rule, const char *until,
                                  const char *reason, GError **error)
{
  g_autoptr (CeciSnooze) snooze = NULL;

  if (until == NULL || !ceci_date_is_valid (until) || is_blank (reason)) {
    (void) REFUSE (error, _ ("Putting a finding aside needs a day and a reason."));
    return NULL;
  }
  snooze = ceci_record_new (CECI_TYPE_SNOOZE, "student_id", student_id, "rule", rule, "until", until, "reason", reason,
                            NULL);
  if (!ceci_record_insert (snooze, database, error))
    return NULL;
  return g_strdup (ceci_record_get_id (CECI_RECORD (snooze)));
}
