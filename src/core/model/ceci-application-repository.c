// SPDX-License-Identifier: GPL-3.0-or-later
// SQL of applications. Whether one is admissible is the regulation's business (R13).

#include "config.h"

#include "ceci-application-repository.h"

#include <glib/gi18n-lib.h>

#include "ceci-person-repository.h"
#include "ceci-sql.h"

#define APPLICATION_SQL                                                                                                \
  "SELECT a.*, " SQL_DISPLAY_NAME                                                                                      \
  " AS display_name, p.family_name, p.first_name, p.usual_first_name, p.matricule, p.email, "                          \
  "p.gender, p.faculty_id, f.code AS faculty_code, " SQL_FACULTY_NAME " AS faculty_name, p.search_key, "               \
  "(SELECT s.id FROM student s WHERE s.person_id = a.person_id AND s.application_id = a.id) AS student_id, "           \
  "c.name AS cohort_name FROM application a JOIN person p ON p.id = a.person_id JOIN cohort c ON c.id = a.cohort_id "  \
  "LEFT JOIN faculty f ON f.id = p.faculty_id "

/**
 * ceci_application_repository_list:
 * @database: a connection
 * @cohort_id: (nullable): a cohort's id; %NULL for every cohort
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): applications in the order they were received
 */
GListModel *
ceci_application_repository_list (CeciDatabase *database, const char *cohort_id, GError **error)
{
  CeciStatement *statement;

  if (cohort_id != NULL)
    statement =
        ceci_database_query (database, error, APPLICATION_SQL "WHERE a.cohort_id = $2 ORDER BY a.received_at, a.id",
                             "tt", ceci_language_current (), cohort_id);
  else
    statement = ceci_database_query (database, error, APPLICATION_SQL "ORDER BY a.received_at, a.id", "t",
                                     ceci_language_current ());
  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_APPLICATION, statement, error));
}

GListModel *
ceci_application_repository_of_person (CeciDatabase *database, const char *person_id, GError **error)
{
  CeciStatement *statement =
      ceci_database_query (database, error, APPLICATION_SQL "WHERE a.person_id = $2 ORDER BY a.received_at DESC", "tt",
                           ceci_language_current (), person_id);

  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_APPLICATION, statement, error));
}

CeciApplication *
ceci_application_repository_find (CeciDatabase *database, const char *id, GError **error)
{
  CeciStatement *statement =
      ceci_database_query (database, error, APPLICATION_SQL "WHERE a.id = $2", "tt", ceci_language_current (), id);

  return ceci_record_one (CECI_TYPE_APPLICATION, statement, id, error);
}

/**
 * ceci_application_repository_look_up:
 * @database: a connection
 * @text: an id, or who applied: as [func@person_repository_look_up]
 * @error: return location for an error; %CECI_STORE_ERROR_NOT_FOUND also when several people fit
 *
 * Returns: (transfer full) (nullable): that application, or the person's newest
 */
CeciApplication *
ceci_application_repository_look_up (CeciDatabase *database, const char *text, GError **error)
{
  CeciApplication *found = ceci_application_repository_find (database, text, NULL);
  g_autoptr (CeciPerson) person = found == NULL ? ceci_person_repository_look_up (database, text, error) : NULL;
  g_autoptr (GListModel) all = NULL;

  if (person == NULL)
    return found;
  all = ceci_application_repository_of_person (database, ceci_record_get_id (CECI_RECORD (person)), error);
  if (all == NULL)
    return NULL;
  found = g_list_model_get_item (all, 0);
  if (found == NULL)
    g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NOT_FOUND, _ ("%s has made no application."),
                 ceci_person_get_display_name (person));
  return found;
}

static gboolean
check (CeciApplication *draft, GError **error)
{
  const char *starts_on = ceci_application_get_starts_on (draft), *ends_on = ceci_application_get_ends_on (draft);

  if (is_blank (ceci_application_get_cohort_id (draft)) || is_blank (ceci_application_get_person_id (draft)))
    return REFUSE (error, _ ("An application belongs to a cohort and to a person."));
  if (starts_on != NULL && ends_on != NULL && g_strcmp0 (starts_on, ends_on) > 0)
    return REFUSE (error, _ ("The placement ends on %s, before it starts on %s."), ends_on, starts_on);
  return TRUE;
}

/**
 * ceci_application_repository_add:
 * @database: a connection inside a write
 * @draft: an application; received_at and source may be unset
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the new application's id
 */
char *
ceci_application_repository_add (CeciDatabase *database, CeciApplication *draft, GError **error)
{
  g_autoptr (CeciApplication) application = NULL;
  g_autofree char *now = ceci_entropy_dup_now (ceci_database_get_entropy (database));
  const char *received_at = ceci_application_get_received_at (draft), *source = ceci_application_get_source (draft);

  if (!check (draft, error))
    return NULL;
  application = ceci_record_with (draft, "received_at", received_at != NULL ? received_at : now, "source",
                                  source != NULL ? source : "office", NULL);
  if (!ceci_record_insert (application, database, error))
    return NULL;
  return g_strdup (ceci_record_get_id (CECI_RECORD (application)));
}

gboolean
ceci_application_repository_change (CeciDatabase *database, CeciApplication *application, GError **error)
{
  return check (application, error) && ceci_record_update (application, database, error);
}

gboolean
ceci_application_repository_set_state (CeciDatabase *database, const char *id, CeciApplicationState state,
                                       const char *reason, GError **error)
{
  g_autoptr (CeciApplication) application = ceci_application_repository_find (database, id, error);
  g_autoptr (CeciApplication) changed = NULL;

  if (application == NULL)
    return FALSE;
  changed = ceci_record_with (
      application, "state", ceci_enum_get_nick (CECI_TYPE_APPLICATION_STATE, state), "state_reason", reason,
      "waiting_rank",
      state == CECI_APPLICATION_STATE_WAITING ? ceci_application_get_waiting_rank (application) : CECI_UNSET, NULL);
  return ceci_record_update (changed, database, error);
}
