// SPDX-License-Identifier: GPL-3.0-or-later
// SQL of meetings and attendance (declared in ceci-progress-repository.h).

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-progress-repository.h"
#include "ceci-sql.h"
#include "core/store/ceci-date.h"

#define COUNT_OF(state)                                                                                                \
  "(SELECT count(*) FROM attendance a WHERE a.meeting_id = m.id AND a.state = '" state "') AS " state

GListModel *
ceci_meeting_repository_list (CeciDatabase *database, const char *cohort_id, GError **error)
{
  CeciStatement *statement =
      ceci_database_query (database, error,
                           "SELECT m.*, " COUNT_OF ("present") ", " COUNT_OF ("excused") ", " COUNT_OF (
                               "absent") " FROM meeting m "
                                         "WHERE m.cohort_id = $1 ORDER BY m.held_on, m.starts_at, m.id",
                           "t", cohort_id);

  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_MEETING, statement, error));
}

/**
 * ceci_meeting_repository_look_up:
 * @database: the register
 * @text: a meeting's id, or its day as YYYY-MM-DD
 * @cohort_id: (nullable): whose, for a day
 * @error: %CECI_STORE_ERROR_NOT_FOUND if there is none, or several that day
 *
 * Returns: (transfer full): the meeting
 */
CeciMeeting *
ceci_meeting_repository_look_up (CeciDatabase *database, const char *text, const char *cohort_id, GError **error)
{
  CeciStatement *statement;
  g_autoptr (GListModel) found = NULL;

  if (cohort_id == NULL || !ceci_date_is_valid (text))
    return ceci_record_find (CECI_TYPE_MEETING, database, text, error);
  statement =
      ceci_database_query (database, error, "SELECT * FROM meeting WHERE cohort_id = $1 AND held_on = $2 ORDER BY id",
                           "tt", cohort_id, text);
  found = G_LIST_MODEL (ceci_record_list (CECI_TYPE_MEETING, statement, error));
  if (found == NULL)
    return NULL;
  if (g_list_model_get_n_items (found) == 1)
    return g_list_model_get_item (found, 0);
  g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NOT_FOUND,
               g_list_model_get_n_items (found) == 0 ? _ ("There is no meeting on %s.")
                                                     : _ ("There are several meetings on %s: give the identifier."),
               text);
  return NULL;
}

static gboolean
is_time (const char *time)
{
  return g_regex_match_simple ("^([01][0-9]|2[0-3]):[0-5][0-9]$", time, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);
}

static gboolean
check (CeciMeeting *meeting, GError **error)
{
  const char *starts_at = ceci_meeting_get_starts_at (meeting), *ends_at = ceci_meeting_get_ends_at (meeting);

  if (ceci_meeting_get_held_on (meeting) == NULL || !ceci_date_is_valid (ceci_meeting_get_held_on (meeting)) ||
      is_blank (ceci_meeting_get_title (meeting)))
    return REFUSE (error, _ ("A meeting needs a day and a title."));
  if ((starts_at != NULL && !is_time (starts_at)) || (ends_at != NULL && !is_time (ends_at)))
    return REFUSE (error, _ ("Write the hours of a meeting as 18:30."));
  if (ends_at != NULL && starts_at == NULL)
    return REFUSE (error, _ ("Say when the meeting begins as well as when it ends."));
  return TRUE;
}

/**
 * ceci_meeting_repository_add:
 * @database: a connection inside a write
 * @draft: cohort_id, held_on, title; perhaps starts_at and ends_at (HH:MM, Europe/Brussels) and place
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the meeting's id
 */
char *
ceci_meeting_repository_add (CeciDatabase *database, CeciMeeting *draft, GError **error)
{
  g_autoptr (CeciMeeting) meeting = NULL;
  gint64 sequence = ceci_meeting_get_sequence (draft);

  if (!check (draft, error))
    return NULL;
  meeting = ceci_record_with (draft, "sequence", sequence == CECI_UNSET ? (gint64) 0 : sequence, NULL);
  if (!ceci_record_insert (meeting, database, error))
    return NULL;
  return g_strdup (ceci_record_get_id (CECI_RECORD (meeting)));
}

static gboolean
is_same (CeciMeeting *one, CeciMeeting *other)
{
  return g_strcmp0 (ceci_meeting_get_held_on (one), ceci_meeting_get_held_on (other)) == 0 &&
         g_strcmp0 (ceci_meeting_get_starts_at (one), ceci_meeting_get_starts_at (other)) == 0 &&
         g_strcmp0 (ceci_meeting_get_ends_at (one), ceci_meeting_get_ends_at (other)) == 0 &&
         g_strcmp0 (ceci_meeting_get_place (one), ceci_meeting_get_place (other)) == 0 &&
         g_strcmp0 (ceci_meeting_get_title (one), ceci_meeting_get_title (other)) == 0 &&
         g_strcmp0 (ceci_meeting_get_cancelled_on (one), ceci_meeting_get_cancelled_on (other)) == 0;
}

/**
 * ceci_meeting_repository_change:
 * @database: a connection inside a write
 * @meeting: as it is to be
 * @error: return location for an error
 *
 * Returns: whether it is so
 */
gboolean
ceci_meeting_repository_change (CeciDatabase *database, CeciMeeting *meeting, GError **error)
{
  const char *id = ceci_record_get_id (CECI_RECORD (meeting));
  g_autoptr (CeciMeeting) known = NULL;
  g_autoptr (CeciMeeting) changed = NULL;

  if (!check (meeting, error))
    return FALSE;
  known = ceci_record_find (CECI_TYPE_MEETING, database, id, error);
  if (known == NULL)
    return FALSE;
  if (is_same (known, meeting))
    return TRUE;
  changed = ceci_record_with (meeting, "sequence", ceci_meeting_get_sequence (known) + 1, NULL);
  return ceci_record_update (changed, database, error);
}

gboolean
ceci_meeting_repository_cancel (CeciDatabase *database, const char *meeting_id, const char *cancelled_on,
                                GError **error)
{
  g_autoptr (CeciMeeting) known = ceci_record_find (CECI_TYPE_MEETING, database, meeting_id, error);
  g_autoptr (CeciMeeting) changed = NULL;

  if (known == NULL)
    return FALSE;
  changed = ceci_record_with (known, "cancelled_on", cancelled_on, NULL);
  return ceci_meeting_repository_change (database, changed, error);
}

#define ATTENDANCE_SQL                                                                                                 \
  "SELECT a.*, m.held_on, m.title, " SQL_DISPLAY_NAME                                                                  \
  " AS display_name FROM attendance a JOIN meeting m ON m.id = a.meeting_id "                                          \
  "JOIN student s ON s.id = a.student_id JOIN person p ON p.id = s.person_id "

GListModel *
ceci_meeting_repository_attendance (CeciDatabase *database, const char *cohort_id, GError **error)
{
  CeciStatement *statement = ceci_database_query (
      database, error, ATTENDANCE_SQL "WHERE m.cohort_id = $1 ORDER BY p.search_key, s.id, m.held_on", "t", cohort_id);

  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_ATTENDANCE, statement, error));
}

GListModel *
ceci_meeting_repository_of_student (CeciDatabase *database, const char *student_id, GError **error)
{
  CeciStatement *statement = ceci_database_query (
      database, error, ATTENDANCE_SQL "WHERE a.student_id = $1 ORDER BY m.held_on, a.id", "t", student_id);

  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_ATTENDANCE, statement, error));
}

gboolean
ceci_meeting_repository_put (CeciDatabase *database, CeciAttendance *draft, GError **error)
{
  g_autoptr (CeciAttendance) attendance = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *id =
      ceci_database_text (database, &failure, "SELECT id FROM attendance WHERE meeting_id = $1 AND student_id = $2",
                          "tt", ceci_attendance_get_meeting_id (draft), ceci_attendance_get_student_id (draft));

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  attendance = ceci_record_with (draft, "id", id, NULL);
  return id != NULL ? ceci_record_update (attendance, database, error)
                    : ceci_record_insert (attendance, database, error);
}

gboolean
ceci_meeting_repository_record (CeciDatabase *database, const char *meeting_id, const char *student_id,
                                CeciAttendanceState state, const char *note, GError **error)
{
  g_autoptr (CeciAttendance) draft =
      ceci_record_new (CECI_TYPE_ATTENDANCE, "meeting_id", meeting_id, "student_id", student_id, "state",
                       ceci_enum_get_nick (CECI_TYPE_ATTENDANCE_STATE, state), "note", note, NULL);

  return ceci_meeting_repository_put (database, draft, error);
}

gboolean
ceci_meeting_repository_forget (CeciDatabase *database, const char *meeting_id, const char *student_id, GError **error)
{
  return ceci_database_run (database, error, "DELETE FROM attendance WHERE meeting_id = $1 AND student_id = $2", "tt",
                            meeting_id, student_id);
}

/**
 * ceci_meeting_repository_all_present:
 * @database: a connection inside a write
 * @meeting_id: the meeting
 * @error: return location for an error
 *
 * Marks as present whoever of the intake was enrolled that day and is not marked yet; who is marked excused or absent
 * stays so.
 *
 * Returns: how many were marked; -1 with @error
 */
int
ceci_meeting_repository_all_present (CeciDatabase *database, const char *meeting_id, GError **error)
{
  CeciStatement *statement = ceci_database_query (
      database, error,
      "SELECT m.id AS meeting_id, s.id AS student_id, 'present' AS state FROM meeting m "
      "JOIN student s ON s.cohort_id = m.cohort_id WHERE m.id = $1 AND (s.left_on IS NULL OR s.left_on >= m.held_on) "
      "AND NOT EXISTS (SELECT 1 FROM attendance a WHERE a.meeting_id = m.id AND a.student_id = s.id) ORDER BY s.id",
      "t", meeting_id);
  g_autoptr (GListModel) drafts = G_LIST_MODEL (ceci_record_list (CECI_TYPE_ATTENDANCE, statement, error));
  guint n = drafts != NULL ? g_list_model_get_n_items (drafts) : 0;

  for (guint i = 0; i < n; i++) {
    g_autoptr (CeciAttendance) draft = g_list_model_get_item (drafts, i);

    if (!ceci_record_insert (draft, database, error))
      return -1;
  }
  return drafts != NULL ? (int) n : -1;
}
