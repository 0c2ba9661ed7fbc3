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

  if (ceci_meeting_get_held_on (draft) == NULL || !ceci_date_is_valid (ceci_meeting_get_held_on (draft)) ||
      is_blank (ceci_meeting_get_title (draft))) {
    (void) REFUSE (error, _ ("A meeting needs a day and a title."));
    return NULL;
  }
  meeting = ceci_record_with (draft, "sequence", sequence == CECI_UNSET ? (gint64) 0 : sequence, NULL);
  if (!ceci_record_insert (meeting, database, error))
    return NULL;
  return g_strdup (ceci_record_get_id (CECI_RECORD (meeting)));
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
ceci_meeting_repository_record (CeciDatabase *database, const char *meeting_id, const char *student_id,
                                CeciAttendanceState state, const char *note, GError **error)
{
  g_autoptr (CeciAttendance) attendance = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *id =
      ceci_database_text (database, &failure, "SELECT id FROM attendance WHERE meeting_id = $1 AND student_id = $2",
                          "tt", meeting_id, student_id);

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  attendance = ceci_record_new (CECI_TYPE_ATTENDANCE, "id", id, "meeting_id", meeting_id, "student_id", student_id,
                                "state", ceci_enum_get_nick (CECI_TYPE_ATTENDANCE_STATE, state), "note", note, NULL);
  return id != NULL ? ceci_record_update (attendance, database, error)
                    : ceci_record_insert (attendance, database, error);
}
