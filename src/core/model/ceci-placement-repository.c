// SPDX-License-Identifier: GPL-3.0-or-later
// SQL of placements. Agreements and hours have files of their own.

#include "config.h"

#include "ceci-placement-repository.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-sql.h"
#include "core/regulation/ceci-regulation.h"
#include "core/store/ceci-date.h"

#define PLACEMENT_SQL                                                                                                  \
  "SELECT l.*, " SQL_DISPLAY_NAME                                                                                      \
  " AS display_name, o.name AS organisation_name, o.kind AS organisation_kind, o.legal_form, "                         \
  "o.enterprise_number, trim(coalesce(o.address, '') || ' ' || coalesce(o.postcode, '') || ' ' || coalesce(o.city, "   \
  "'')) "                                                                                                              \
  "AS organisation_address, o.email AS organisation_email, g.id AS agreement_id, g.drawn_on AS agreement_drawn_on, "   \
  "(SELECT count(*) FROM signature x WHERE x.agreement_id = g.id) AS signatures, "                                     \
  "(SELECT CASE WHEN count(*) = 3 THEN max(x.signed_on) END FROM signature x WHERE x.agreement_id = g.id) AS "         \
  "signed_on, "                                                                                                        \
  "(SELECT sum(h.minutes) FROM hours h WHERE h.placement_id = l.id AND h.state <> 'refused') AS minutes "              \
  "FROM placement l JOIN organisation o ON o.id = l.organisation_id JOIN student s ON s.id = l.student_id "            \
  "JOIN person p ON p.id = s.person_id LEFT JOIN agreement g ON g.placement_id = l.id AND g.number = 0 "

GListModel *
ceci_placement_repository_list (CeciDatabase *database, const char *student_id, GError **error)
{
  CeciStatement *statement = ceci_database_query (
      database, error, PLACEMENT_SQL "WHERE l.student_id = $1 ORDER BY l.starts_on, l.id", "t", student_id);

  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_PLACEMENT, statement, error));
}

GListModel *
ceci_placement_repository_of_cohort (CeciDatabase *database, const char *cohort_id, GError **error)
{
  CeciStatement *statement;

  if (cohort_id != NULL)
    statement = ceci_database_query (database, error,
                                     PLACEMENT_SQL "WHERE s.cohort_id = $1 ORDER BY p.search_key, l.starts_on, l.id",
                                     "t", cohort_id);
  else
    statement = ceci_database_query (database, error, PLACEMENT_SQL "ORDER BY p.search_key, l.starts_on, l.id", "");
  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_PLACEMENT, statement, error));
}

GListModel *
ceci_placement_repository_of_organisation (CeciDatabase *database, const char *organisation_id, GError **error)
{
  CeciStatement *statement = ceci_database_query (
      database, error, PLACEMENT_SQL "WHERE l.organisation_id = $1 ORDER BY l.starts_on DESC, l.id", "t",
      organisation_id);

  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_PLACEMENT, statement, error));
}

CeciPlacement *
ceci_placement_repository_find (CeciDatabase *database, const char *id, GError **error)
{
  CeciStatement *statement = ceci_database_query (database, error, PLACEMENT_SQL "WHERE l.id = $1", "t", id);

  return ceci_record_one (CECI_TYPE_PLACEMENT, statement, id, error);
}

static gboolean
covers (CeciPlacement *placement, const char *date)
{
  const char *closed_on = ceci_placement_get_closed_on (placement);
  const char *ends_on = closed_on != NULL ? closed_on : ceci_placement_get_ends_on (placement);

  return strcmp (ceci_placement_get_starts_on (placement), date) <= 0 &&
         (ends_on == NULL || strcmp (date, ends_on) <= 0);
}

/**
 * ceci_placement_list_at:
 * @placements: (element-type CeciPlacement): of one student, oldest first
 * @date: a day
 *
 * Returns: (transfer full) (nullable): the placement that covers the day; else the open one; else the last
 */
CeciPlacement *
ceci_placement_list_at (GListModel *placements, const char *date)
{
  g_autoptr (CeciPlacement) best = NULL;
  int rank = -1;

  for (guint i = 0; i < g_list_model_get_n_items (placements); i++) {
    g_autoptr (CeciPlacement) placement = g_list_model_get_item (placements, i);
    int here = covers (placement, date) ? 2 : ceci_placement_get_closed_on (placement) == NULL;

    if (here >= rank) {
      rank = here;
      g_set_object (&best, placement);
    }
  }
  return g_steal_pointer (&best);
}

/**
 * ceci_placement_repository_at:
 * @database: a connection
 * @student_id: a student's id
 * @date: a day
 * @error: return location for an error; %CECI_STORE_ERROR_NOT_FOUND when the student has no placement
 *
 * Returns: (transfer full) (nullable): the placement that covers the day; else the open one; else the last
 */
CeciPlacement *
ceci_placement_repository_at (CeciDatabase *database, const char *student_id, const char *date, GError **error)
{
  g_autoptr (GListModel) placements = ceci_placement_repository_list (database, student_id, error);
  CeciPlacement *best = placements != NULL ? ceci_placement_list_at (placements, date) : NULL;

  if (placements != NULL && best == NULL)
    g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NOT_FOUND,
                 _ ("The student has no placement yet. Add one first."));
  return best;
}

static gboolean
check (CeciPlacement *draft, GError **error)
{
  const char *starts_on = ceci_placement_get_starts_on (draft), *ends_on = ceci_placement_get_ends_on (draft);

  if (is_blank (ceci_placement_get_student_id (draft)) || is_blank (ceci_placement_get_organisation_id (draft)))
    return REFUSE (error, _ ("A placement belongs to a student and to an organisation."));
  if (starts_on == NULL || !ceci_date_is_valid (starts_on))
    return REFUSE (error, _ ("A placement needs the day it starts."));
  if (ends_on != NULL && strcmp (starts_on, ends_on) > 0)
    return REFUSE (error, _ ("The placement ends on %s, before it starts on %s."), ends_on, starts_on);
  if (ceci_placement_get_planned_minutes (draft) < 0 && ceci_placement_get_planned_minutes (draft) != CECI_UNSET)
    return REFUSE (error, _ ("The planned hours of a placement can’t be negative."));
  return TRUE;
}

// R7: nobody is placed in a commercial company, though one may be recorded. Who is there already stays, and may leave.
static gboolean
admits_organisation (CeciDatabase *database, CeciPlacement *draft, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *form =
      ceci_database_text (database, &failure,
                          "SELECT o.legal_form FROM organisation o WHERE o.id = $1 AND NOT EXISTS "
                          "(SELECT 1 FROM placement l WHERE l.id = $2 AND l.organisation_id = o.id)",
                          "tt", ceci_placement_get_organisation_id (draft), ceci_record_get_id (CECI_RECORD (draft)));
  g_autofree char *reason = NULL;

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  return ceci_regulation_admits_legal_form (form, &reason) || REFUSE (error, "%s", reason);
}

/**
 * ceci_placement_repository_add:
 * @database: a connection inside a write
 * @draft: student_id, organisation_id, starts_on, supervisor_kind, and whatever else is known
 * @error: return location for an error; %CECI_STORE_ERROR_INVALID says what is wrong
 *
 * Returns: (transfer full) (nullable): the new placement's id
 */
char *
ceci_placement_repository_add (CeciDatabase *database, CeciPlacement *draft, GError **error)
{
  gint64 planned = ceci_placement_get_planned_minutes (draft);
  g_autoptr (CeciPlacement) placement =
      ceci_record_with (draft, "planned_minutes", planned == CECI_UNSET ? (gint64) 0 : planned, NULL);

  if (!check (placement, error) || !admits_organisation (database, placement, error) ||
      !ceci_record_insert (placement, database, error))
    return NULL;
  return g_strdup (ceci_record_get_id (CECI_RECORD (placement)));
}

gboolean
ceci_placement_repository_change (CeciDatabase *database, CeciPlacement *placement, GError **error)
{
  return check (placement, error) && admits_organisation (database, placement, error) &&
         ceci_record_update (placement, database, error);
}

/**
 * ceci_placement_repository_close:
 * @database: a connection inside a write
 * @id: a placement's id
 * @closed_on: its last day
 * @reason: (nullable): why
 * @error: return location for an error
 *
 * Its counted hours are kept; they add up with those of the next placement.
 *
 * Returns: whether it was stored
 */
gboolean
ceci_placement_repository_close (CeciDatabase *database, const char *id, const char *closed_on, const char *reason,
                                 GError **error)
{
  g_autoptr (CeciPlacement) placement = ceci_placement_repository_find (database, id, error);
  g_autoptr (CeciPlacement) changed = NULL;

  if (placement == NULL)
    return FALSE;
  if (closed_on == NULL || strcmp (closed_on, ceci_placement_get_starts_on (placement)) < 0)
    return REFUSE (error, _ ("The placement started on %s: it can’t close before."),
                   ceci_placement_get_starts_on (placement));
  changed = ceci_record_with (placement, "closed_on", closed_on, "closed_reason", reason, NULL);
  return ceci_record_update (changed, database, error);
}

GListModel *
ceci_placement_repository_members (CeciDatabase *database, const char *placement_id, GError **error)
{
  return G_LIST_MODEL (
      ceci_record_select (CECI_TYPE_SUPERVISOR_MEMBER, database, "placement_id", placement_id, "since", error));
}
