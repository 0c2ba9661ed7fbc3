// SPDX-License-Identifier: GPL-3.0-or-later
// Deadlines by the regulation's own function, with how often each was moved.

#include "config.h"

#include "ceci-deadline-repository.h"

#include <string.h>

#include "ceci-facts-repository.h"
#include "ceci-sql.h"

void
ceci_deadline_free (CeciDeadline *self)
{
  g_free (self->student_id);
  g_free (self->name);
  g_free (self->cohort_name);
  g_free (self->day);
  g_free (self);
}

// By student's id: who they are, and what moved the day.
static GHashTable *
read_students (CeciDatabase *database, const char *cohort_id, GError **error)
{
  g_autoptr (GHashTable) by_student = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, NULL);
  g_autoptr (GError) failure = NULL;
  CeciStatement *row = ceci_database_query (
      database, error,
      "SELECT s.id, " SQL_DISPLAY_NAME ", c.name, r.version - 1 + "
      "(SELECT count(*) FROM extension e WHERE e.student_id = s.id) FROM student s JOIN person p ON p.id = s.person_id "
      "JOIN cohort c ON c.id = s.cohort_id JOIN regulation r ON r.id = c.regulation_id "
      "WHERE $1 IS NULL OR s.cohort_id = $1",
      "t", cohort_id);

  while (row != NULL && ceci_statement_step (row, &failure)) {
    CeciDeadline *deadline = g_new0 (CeciDeadline, 1);

    deadline->student_id = g_strdup (ceci_statement_text (row, 0));
    deadline->name = g_strdup (ceci_statement_text (row, 1));
    deadline->cohort_name = g_strdup (ceci_statement_text (row, 2));
    deadline->revision = ceci_statement_integer (row, 3);
    g_hash_table_insert (by_student, deadline->student_id, deadline);
  }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return row != NULL && (error == NULL || *error == NULL) ? g_steal_pointer (&by_student) : NULL;
}

static void
take_facts (CeciFacts *facts, CeciRegulation *regulation, gpointer user_data)
{
  static const char *const alerts[CECI_DEADLINE_ALERTS] = {"alert-first", "alert-second", "alert-last"};
  CeciDeadline *self = g_hash_table_lookup (user_data, facts->student_id);
  g_autofree char *deposited_on = NULL;

  if (self == NULL)
    return;
  deposited_on = ceci_regulation_deposited_on (regulation, facts);
  self->day = ceci_regulation_deadline (regulation, facts);
  self->over = deposited_on != NULL || strcmp (facts->state, "enrolled") != 0;
  self->revision += self->over;
  for (guint i = 0; i < CECI_DEADLINE_ALERTS; i++)
    self->alerts[i] = (guint) ceci_regulation_get_integer (regulation, alerts[i]);
}

static int
compare (gconstpointer one, gconstpointer other)
{
  const CeciDeadline *a = *(CeciDeadline *const *) one, *b = *(CeciDeadline *const *) other;
  int order = g_strcmp0 (a->day, b->day);

  return order != 0 ? order : strcmp (a->student_id, b->student_id);
}

/**
 * ceci_deadline_repository_list:
 * @database: a connection
 * @cohort_id: (nullable): a cohort's id; %NULL for everyone
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type CeciDeadline): every student's deadline, soonest first
 */
GPtrArray *
ceci_deadline_repository_list (CeciDatabase *database, const char *cohort_id, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) ceci_deadline_free);
  g_autoptr (GHashTable) by_student = read_students (database, cohort_id, error);
  GHashTableIter iter;
  gpointer deadline;
  gboolean read;

  if (by_student == NULL)
    return NULL;
  read = ceci_facts_repository_foreach (database, cohort_id, take_facts, by_student, error);
  g_hash_table_iter_init (&iter, by_student);
  while (g_hash_table_iter_next (&iter, NULL, &deadline))
    g_ptr_array_add (list, deadline);
  if (!read)
    return NULL;
  g_ptr_array_sort (list, compare);
  return g_steal_pointer (&list);
}
