// SPDX-License-Identifier: GPL-3.0-or-later
// SQL of what was put aside.

#include "config.h"

#include "ceci-snooze-repository.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-sql.h"
#include "core/store/ceci-date.h"

GListModel *
ceci_snooze_repository_list (CeciDatabase *database, const char *today, GError **error)
{
  CeciStatement *statement = ceci_database_query (
      database, error,
      "SELECT z.*, " SQL_DISPLAY_NAME " AS display_name, c.name AS cohort_name FROM snooze z "
      "JOIN student s ON s.id = z.student_id JOIN person p ON p.id = s.person_id JOIN cohort c ON c.id = s.cohort_id "
      "WHERE $1 IS NULL OR z.until >= $1 ORDER BY z.until, z.id",
      "t", today);

  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_SNOOZE, statement, error));
}

/**
 * ceci_snooze_repository_add:
 * @database: a connection inside a write
 * @student_id: whose
 * @rule: what is put aside
 * @until: the last day on which it sleeps
 * @reason: why
 * @today: the day it is
 * @error: return location for an error; %CECI_STORE_ERROR_INVALID
 *
 * Returns: (transfer full) (nullable): its id
 */
char *
ceci_snooze_repository_add (CeciDatabase *database, const char *student_id, const char *rule, const char *until,
                            const char *reason, const char *today, GError **error)
{
  g_autoptr (CeciSnooze) snooze = NULL;

  if (until == NULL || !ceci_date_is_valid (until) || is_blank (reason)) {
    (void) REFUSE (error, _ ("Putting a finding aside needs a day and a reason."));
    return NULL;
  }
  if (strcmp (until, today) < 0) {
    (void) REFUSE (error, _ ("The day until which it is put aside is past. Give a later one."));
    return NULL;
  }
  snooze = ceci_record_new (CECI_TYPE_SNOOZE, "student_id", student_id, "rule", rule, "until", until, "reason", reason,
                            "made_on", today, NULL);
  if (!ceci_database_run (database, error, "DELETE FROM snooze WHERE student_id = $1 AND rule = $2 AND until >= $3",
                          "ttt", student_id, rule, today) ||
      !ceci_record_insert (snooze, database, error))
    return NULL;
  return g_strdup (ceci_record_get_id (CECI_RECORD (snooze)));
}

gboolean
ceci_snooze_repository_wake (CeciDatabase *database, const char *id, GError **error)
{
  g_autoptr (CeciSnooze) snooze = ceci_record_find (CECI_TYPE_SNOOZE, database, id, error);

  return snooze != NULL && ceci_record_delete (snooze, database, error);
}
