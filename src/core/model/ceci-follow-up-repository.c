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

static gboolean
add_ratings (CeciDatabase *database, const char *grid_id, GListModel *ratings, GError **error)
{
  for (guint i = 0; ratings != NULL && i < g_list_model_get_n_items (ratings); i++) {
    g_autoptr (CeciFollowUpRating) rating = g_list_model_get_item (ratings, i);
    g_autoptr (CeciFollowUpRating) placed = ceci_record_with (rating, "grid_id", grid_id, NULL);

    if (!ceci_record_insert (placed, database, error))
      return FALSE;
  }
  return TRUE;
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
  return add_ratings (database, id, ratings, error) ? g_strdup (id) : NULL;
}

/**
 * ceci_follow_up_repository_change_grid:
 * @database: a connection inside a write
 * @grid: a grid that stands, changed
 * @ratings: drafts of [class@FollowUpRating], in place of those that stand
 * @error: return location for an error
 *
 * Returns: whether it was stored
 */
gboolean
ceci_follow_up_repository_change_grid (CeciDatabase *database, CeciFollowUpGrid *grid, GListModel *ratings,
                                       GError **error)
{
  const char *id = ceci_record_get_id (CECI_RECORD (grid));
  g_autoptr (GListModel) standing = NULL;

  if (ceci_follow_up_grid_get_filled_on (grid) == NULL)
    return REFUSE (error, _ ("A follow-up grid belongs to a placement and needs the day it was filled in."));
  standing = ceci_follow_up_repository_ratings (database, id, error);
  if (standing == NULL || !ceci_record_update (grid, database, error))
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (standing); i++) {
    g_autoptr (CeciFollowUpRating) rating = g_list_model_get_item (standing, i);

    if (!ceci_record_delete (rating, database, error))
      return FALSE;
  }
  return add_ratings (database, id, ratings, error);
}

double
ceci_follow_up_mean (GListModel *ratings, guint *n_observed)
{
  gint64 sum = 0;
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (ratings); i++) {
    g_autoptr (CeciFollowUpRating) rating = g_list_model_get_item (ratings, i);

    if (ceci_follow_up_rating_get_level (rating) == CECI_UNSET)
      continue;
    sum += ceci_follow_up_rating_get_level (rating);
    n++;
  }
  if (n_observed != NULL)
    *n_observed = n;
  return n > 0 ? (double) sum / n : 0;
}

GStrv
ceci_follow_up_remarks (CeciFollowUpGrid *grid, const char *last_day, gint64 counted_minutes)
{
  g_autoptr (GStrvBuilder) remarks = g_strv_builder_new ();
  const char *filled_on = ceci_follow_up_grid_get_filled_on (grid);
  gint64 attested = ceci_follow_up_grid_get_attested_minutes (grid);

  if (filled_on != NULL && last_day != NULL && g_strcmp0 (filled_on, last_day) < 0) {
    g_autofree char *day = ceci_date_format_long (last_day);

    g_strv_builder_take (
        remarks,
        g_strdup_printf (_ ("The follow-up grid is dated before the placement ends on %s. Ask whether it still holds."),
                         day));
  }
  if (attested != CECI_UNSET && attested != counted_minutes) {
    g_autofree char *said = ceci_duration_format (attested);
    g_autofree char *counted = ceci_duration_format (counted_minutes);

    g_strv_builder_take (remarks,
                         g_strdup_printf (_ ("The grid attests %s; %s are counted in the register."), said, counted));
  }
  return g_strv_builder_end (remarks);
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
ceci_follow_up_repository_settle_note (CeciDatabase *database, const char *note_id, const char *done_on, GError **error)
{
  g_autoptr (CeciFollowUpNote) note = ceci_record_find (CECI_TYPE_FOLLOW_UP_NOTE, database, note_id, error);
  g_autoptr (CeciFollowUpNote) changed = NULL;

  if (note == NULL)
    return FALSE;
  changed = ceci_record_with (note, "state", done_on != NULL ? "done" : "open", "done_on", done_on, NULL);
  return ceci_record_update (changed, database, error);
}

gboolean
ceci_follow_up_repository_change_note (CeciDatabase *database, const char *note_id, const char *text,
                                       const char *due_on, GError **error)
{
  g_autoptr (CeciFollowUpNote) note = ceci_record_find (CECI_TYPE_FOLLOW_UP_NOTE, database, note_id, error);
  g_autoptr (CeciFollowUpNote) changed = NULL;

  if (note == NULL)
    return FALSE;
  if (is_blank (text))
    return REFUSE (error, _ ("A note says something. Remove it instead."));
  changed = ceci_record_with (note, "text", text, "due_on", due_on, NULL);
  return ceci_record_update (changed, database, error);
}

gboolean
ceci_follow_up_repository_remove_note (CeciDatabase *database, const char *note_id, GError **error)
{
  g_autoptr (CeciFollowUpNote) note = ceci_record_find (CECI_TYPE_FOLLOW_UP_NOTE, database, note_id, error);

  return note != NULL && ceci_record_delete (note, database, error);
}
