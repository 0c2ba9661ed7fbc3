// SPDX-License-Identifier: GPL-3.0-or-later
// SQL of the hour log (declared in ceci-placement-repository.h). What counts is the regulation's business.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-placement-repository.h"
#include "ceci-sql.h"
#include "core/store/ceci-date.h"
#include "core/store/ceci-fold.h"

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

static gboolean
set_state (CeciDatabase *database, const char *id, CeciHoursState state, const char *reason, const char *confirmed_by,
           const char *confirmed_on, GError **error)
{
  g_autoptr (CeciHours) hours = ceci_record_find (CECI_TYPE_HOURS, database, id, error);
  g_autoptr (CeciHours) changed = NULL;
  gboolean confirms = state == CECI_HOURS_STATE_CONFIRMED, claims = state == CECI_HOURS_STATE_CLAIMED;

  if (hours == NULL)
    return FALSE;
  changed = ceci_record_with (hours, "state", ceci_enum_get_nick (CECI_TYPE_HOURS_STATE, (int) state), "state_reason",
                              state == CECI_HOURS_STATE_REFUSED ? reason : NULL, "confirmed_by",
                              confirms ? confirmed_by
                              : claims ? NULL
                                       : ceci_hours_get_confirmed_by (hours),
                              "confirmed_on",
                              confirms ? confirmed_on
                              : claims ? NULL
                                       : ceci_hours_get_confirmed_on (hours),
                              NULL);
  return ceci_hours_repository_change (database, changed, error);
}

gboolean
ceci_hours_repository_set_state (CeciDatabase *database, const char *id, CeciHoursState state, const char *reason,
                                 GError **error)
{
  return set_state (database, id, state, reason, NULL, NULL, error);
}

/**
 * ceci_hours_repository_set_states:
 * @database: a connection inside a write
 * @ids: (array zero-terminated=1): entries
 * @state: their new state
 * @reason: (nullable): why they are refused
 * @confirmed_by: (nullable): which supervisor confirms
 * @confirmed_on: (nullable): on which day
 * @error: return location for an error
 *
 * Returns: whether all were stored
 */
gboolean
ceci_hours_repository_set_states (CeciDatabase *database, const char *const *ids, CeciHoursState state,
                                  const char *reason, const char *confirmed_by, const char *confirmed_on,
                                  GError **error)
{
  for (; *ids != NULL; ids++)
    if (!set_state (database, *ids, state, reason, confirmed_by, confirmed_on, error))
      return FALSE;
  return TRUE;
}

gboolean
ceci_hours_repository_remove_all (CeciDatabase *database, const char *const *ids, GError **error)
{
  for (; *ids != NULL; ids++)
    if (!ceci_hours_repository_remove (database, *ids, error))
      return FALSE;
  return TRUE;
}

static gboolean
is_same_work (const char *one, const char *other)
{
  g_autofree char *a = ceci_fold (one);
  g_autofree char *b = ceci_fold (other);

  return strcmp (a, b) == 0;
}

GStrv
ceci_hours_remarks (GListModel *hours, const char *except_id, const char *worked_on, gint64 minutes,
                    const char *description)
{
  g_autoptr (GStrvBuilder) remarks = g_strv_builder_new ();
  g_autofree char *day = ceci_date_format_long (worked_on);
  gint64 total = minutes;
  gboolean twice = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (hours); i++) {
    g_autoptr (CeciHours) entry = g_list_model_get_item (hours, i);

    if (g_strcmp0 (ceci_record_get_id (CECI_RECORD (entry)), except_id) == 0 ||
        ceci_hours_get_state (entry) == CECI_HOURS_STATE_REFUSED ||
        strcmp (ceci_hours_get_worked_on (entry), worked_on) != 0)
      continue;
    total += ceci_hours_get_minutes (entry);
    twice |=
        ceci_hours_get_minutes (entry) == minutes && is_same_work (ceci_hours_get_description (entry), description);
  }
  if (twice)
    g_strv_builder_take (remarks, g_strdup_printf (_ ("The same entry stands in the log already on %s."), day));
  if (total > DAY_MINUTES) {
    g_autofree char *sum = ceci_duration_format (total);

    g_strv_builder_take (remarks, g_strdup_printf (_ ("That makes %s on %s: a day has 24 hours."), sum, day));
  }
  return g_strv_builder_end (remarks);
}

gboolean
ceci_hours_repository_remove (CeciDatabase *database, const char *id, GError **error)
{
  g_autoptr (CeciHours) hours = ceci_record_find (CECI_TYPE_HOURS, database, id, error);

  return hours != NULL && ceci_record_delete (hours, database, error);
}
