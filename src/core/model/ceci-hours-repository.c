// SPDX-License-Identifier: GPL-3.0-or-later
// SQL of the hour log (declared in ceci-placement-repository.h). What counts is the regulation's business.

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-placement-repository.h"
#include "ceci-sql.h"
#include "core/store/ceci-date.h"

#define DAY_MINUTES (24 * 60)

GListModel *
ceci_hours_repository_list (CeciDatabase *database, const char *student_id, GError **error)
{
  CeciStatement *statement = ceci_database_query (
      database, error,
      "SELECT h.*, l.student_id, o.name AS organisation_name FROM placement l JOIN hours h ON h.placement_id = l.id "
      "JOIN organisation o ON o.id = l.organisation_id WHERE l.student_id = $1 ORDER BY h.worked_on, h.id",
      "t", student_id);

  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_HOURS, statement, error));
}

static gboolean
check (CeciHours *draft, GError **error)
{
  const char *worked_on = ceci_hours_get_worked_on (draft);
  gint64 minutes = ceci_hours_get_minutes (draft);

  if (is_blank (ceci_hours_get_placement_id (draft)))
    return REFUSE (error, _ ("Hours belong to a placement. Add one first."));
  if (worked_on == NULL || !ceci_date_is_valid (worked_on))
    return REFUSE (error, _ ("Hours need the day they were worked."));
  if (minutes <= 0)
    return REFUSE (error, _ ("Hours need a duration, such as 3 h 30."));
  if (minutes > DAY_MINUTES)
    return REFUSE (error, _ ("A day has 24 hours. Record each day in an entry of its own."));
  if (ceci_hours_get_state (draft) == CECI_HOURS_STATE_REFUSED && is_blank (ceci_hours_get_state_reason (draft)))
    return REFUSE (error, _ ("Refusing hours needs a reason."));
  return TRUE;
}

/**
 * ceci_hours_repository_add:
 * @database: a connection inside a write
 * @draft: placement_id, worked_on, minutes; perhaps description and state (claimed if unset)
 * @error: return location for an error; %CECI_STORE_ERROR_INVALID says what is wrong
 *
 * Returns: (transfer full) (nullable): the new entry's id
 */
char *
ceci_hours_repository_add (CeciDatabase *database, CeciHours *draft, GError **error)
{
  if (!check (draft, error) || !ceci_record_insert (draft, database, error))
    return NULL;
  return g_strdup (ceci_record_get_id (CECI_RECORD (draft)));
}

gboolean
ceci_hours_repository_change (CeciDatabase *database, CeciHours *hours, GError **error)
{
  return check (hours, error) && ceci_record_update (hours, database, error);
}

gboolean
ceci_hours_repository_set_state (CeciDatabase *database, const char *id, CeciHoursState state, const char *reason,
                                 GError **error)
{
  g_autoptr (CeciHours) hours = ceci_record_find (CECI_TYPE_HOURS, database, id, error);
  g_autoptr (CeciHours) changed = NULL;

  if (hours == NULL)
    return FALSE;
  changed = ceci_record_with (hours, "state", ceci_enum_get_nick (CECI_TYPE_HOURS_STATE, state), "state_reason", reason,
                              NULL);
  return ceci_hours_repository_change (database, changed, error);
}

gboolean
ceci_hours_repository_remove (CeciDatabase *database, const char *id, GError **error)
{
  g_autoptr (CeciHours) hours = ceci_record_find (CECI_TYPE_HOURS, database, id, error);

  return hours != NULL && ceci_record_delete (hours, database, error);
}
