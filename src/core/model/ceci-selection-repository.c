// SPDX-License-Identifier: GPL-3.0-or-later
// SQL of selections, their choices and the waiting list they leave.

#include "config.h"

#include "ceci-selection-repository.h"

#include "ceci-application-repository.h"

/**
 * ceci_selection_repository_current:
 * @database: a connection
 * @cohort_id: a cohort's id
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the cohort's newest selection; %NULL without an error when there is none
 */
CeciSelection *
ceci_selection_repository_current (CeciDatabase *database, const char *cohort_id, GError **error)
{
  CeciStatement *statement = ceci_database_query (
      database, error, "SELECT * FROM selection WHERE cohort_id = $1 ORDER BY made_at DESC, id DESC LIMIT 1", "t",
      cohort_id);
  g_autoptr (GListStore) found = ceci_record_list (CECI_TYPE_SELECTION, statement, error);

  return found != NULL ? g_list_model_get_item (G_LIST_MODEL (found), 0) : NULL;
}

/**
 * ceci_selection_repository_save:
 * @database: a connection inside a write
 * @selection: what it now says; one that is new gets its id and the instant
 * @error: return location for an error
 *
 * Returns: whether it was stored
 */
gboolean
ceci_selection_repository_save (CeciDatabase *database, CeciSelection *selection, GError **error)
{
  if (ceci_record_get_id (CECI_RECORD (selection)) != NULL)
    return ceci_record_update (selection, database, error);
  return ceci_record_insert (selection, database, error);
}

GListModel *
ceci_selection_repository_choices (CeciDatabase *database, const char *selection_id, GError **error)
{
  return G_LIST_MODEL (
      ceci_record_select (CECI_TYPE_SELECTION_CHOICE, database, "selection_id", selection_id, NULL, error));
}

static gboolean
is_same (CeciSelectionChoice *one, CeciSelectionChoice *other)
{
  return ceci_selection_choice_get_proposed (one) == ceci_selection_choice_get_proposed (other) &&
         ceci_selection_choice_get_chosen (one) == ceci_selection_choice_get_chosen (other) &&
         ceci_selection_choice_get_held (one) == ceci_selection_choice_get_held (other) &&
         ceci_selection_choice_get_waiting_rank (one) == ceci_selection_choice_get_waiting_rank (other) &&
         g_strcmp0 (ceci_selection_choice_get_reason (one), ceci_selection_choice_get_reason (other)) == 0;
}

/**
 * ceci_selection_repository_put:
 * @database: a connection inside a write
 * @choice: of a selection and an application
 * @error: return location for an error
 *
 * A choice that says what it said is not written again.
 *
 * Returns: whether it is stored
 */
gboolean
ceci_selection_repository_put (CeciDatabase *database, CeciSelectionChoice *choice, GError **error)
{
  CeciStatement *statement = ceci_database_query (
      database, error, "SELECT * FROM selection_choice WHERE selection_id = $1 AND application_id = $2", "tt",
      ceci_selection_choice_get_selection_id (choice), ceci_selection_choice_get_application_id (choice));
  g_autoptr (GListStore) found = ceci_record_list (CECI_TYPE_SELECTION_CHOICE, statement, error);
  g_autoptr (CeciSelectionChoice) before = NULL;
  g_autoptr (CeciSelectionChoice) changed = NULL;
  g_autofree char *held = ceci_enum_to_column (CECI_TYPE_HOLD, (int) ceci_selection_choice_get_held (choice));

  if (found == NULL)
    return FALSE;
  before = g_list_model_get_item (G_LIST_MODEL (found), 0);
  if (before == NULL)
    return ceci_record_insert (choice, database, error);
  if (is_same (before, choice))
    return TRUE;
  changed = ceci_record_with (before, "proposed", ceci_selection_choice_get_proposed (choice), "chosen",
                              ceci_selection_choice_get_chosen (choice), "held", held, "reason",
                              ceci_selection_choice_get_reason (choice), "waiting_rank",
                              ceci_selection_choice_get_waiting_rank (choice), NULL);
  return ceci_record_update (changed, database, error);
}

gint64
ceci_selection_repository_taken (CeciDatabase *database, const char *cohort_id, GError **error)
{
  return ceci_database_integer (
      database, error, "SELECT count(*) FROM student WHERE cohort_id = $1 AND state <> 'withdrawn'", "t", cohort_id);
}

static int
compare_ranks (gconstpointer one, gconstpointer other, gpointer user_data)
{
  gint64 a = ceci_application_get_waiting_rank ((gpointer) one),
         b = ceci_application_get_waiting_rank ((gpointer) other);

  // who was put on the list by hand has no rank, and comes after the others, by reception
  a = a == CECI_UNSET ? G_MAXINT64 : a;
  b = b == CECI_UNSET ? G_MAXINT64 : b;
  if (a != b)
    return a < b ? -1 : 1;
  return g_strcmp0 (ceci_application_get_received_at ((gpointer) one),
                    ceci_application_get_received_at ((gpointer) other));
}

/**
 * ceci_selection_repository_waiting:
 * @database: a connection
 * @cohort_id: a cohort's id
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the applications on the waiting list, the next first
 */
GListModel *
ceci_selection_repository_waiting (CeciDatabase *database, const char *cohort_id, GError **error)
{
  g_autoptr (GListModel) all = ceci_application_repository_list (database, cohort_id, error);
  GListStore *waiting = NULL;

  if (all == NULL)
    return NULL;
  waiting = g_list_store_new (CECI_TYPE_APPLICATION);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++) {
    g_autoptr (CeciApplication) application = g_list_model_get_item (all, i);

    if (ceci_application_get_state (application) == CECI_APPLICATION_STATE_WAITING)
      g_list_store_insert_sorted (waiting, application, compare_ranks, NULL);
  }
  return G_LIST_MODEL (waiting);
}

gboolean
ceci_selection_repository_wait (CeciDatabase *database, const char *application_id, gint64 rank, GError **error)
{
  g_autoptr (CeciApplication) application = ceci_application_repository_find (database, application_id, error);
  g_autoptr (CeciApplication) changed = NULL;

  if (application == NULL)
    return FALSE;
  changed = ceci_record_with (application, "state", "waiting", "state_reason", NULL, "waiting_rank", rank, NULL);
  return ceci_record_update (changed, database, error);
}
