// SPDX-License-Identifier: GPL-3.0-or-later
// SQL of participants' numbers: one person a number in a course.
#include "config.h"

#include "ceci-participant-repository.h"
#include "ceci-sql.h"

GListModel *
ceci_participant_repository_list (CeciDatabase *database, const char *course, GError **error)
{
  CeciStatement *statement = ceci_database_query (database, error,
                                                  "SELECT n.*, " SQL_DISPLAY_NAME " AS display_name FROM participant n "
                                                  "JOIN person p ON p.id = n.person_id WHERE n.course = $1 "
                                                  "ORDER BY n.number",
                                                  "t", course);

  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_PARTICIPANT, statement, error));
}

/**
 * ceci_participant_repository_remember:
 * @database: the register, in a write
 * @course: the course
 * @number: the participant's number there, digits
 * @person_id: whose it is
 * @error: the register's
 *
 * Returns: whether it is kept
 */
gboolean
ceci_participant_repository_remember (CeciDatabase *database, const char *course, const char *number,
                                      const char *person_id, GError **error)
{
  g_autoptr (CeciParticipant) participant = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *id = ceci_database_text (
      database, &failure, "SELECT id FROM participant WHERE course = $1 AND number = $2", "tt", course, number);

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  participant = ceci_record_new (CECI_TYPE_PARTICIPANT, "id", id, "course", course, "number", number, "person_id",
                                 person_id, NULL);
  return id != NULL ? ceci_record_update (participant, database, error)
                    : ceci_record_insert (participant, database, error);
}
