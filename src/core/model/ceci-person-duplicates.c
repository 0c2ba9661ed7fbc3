// SPDX-License-Identifier: GPL-3.0-or-later
// Who seems to stand in the register twice.
#include "config.h"

#include "ceci-person-duplicates.h"

#include <string.h>

#include "ceci-person-index.h"
#include "ceci-person-repository.h"

void
ceci_person_pair_free (CeciPersonPair *self)
{
  g_object_unref (self->one);
  g_object_unref (self->other);
  g_free (self->reason);
  g_free (self);
}

static const char *
id_of (CeciPerson *person)
{
  return ceci_record_get_id (CECI_RECORD (person));
}

static void
add_pair (GPtrArray *pairs, CeciPerson *one, const CeciPersonLikeness *likeness)
{
  CeciPersonPair *pair = g_new0 (CeciPersonPair, 1);

  pair->one = g_object_ref (one);
  pair->other = g_object_ref (likeness->person);
  pair->reason = g_strdup (likeness->reason);
  pair->sure = likeness->sure;
  g_ptr_array_add (pairs, pair);
}

static int
compare_pairs (gconstpointer one, gconstpointer other)
{
  const CeciPersonPair *a = one, *b = other;
  int names;

  if (a->sure != b->sure)
    return b->sure - a->sure;
  names = strcmp (ceci_person_get_search_key (a->one), ceci_person_get_search_key (b->one));
  return names != 0 ? names : strcmp (id_of (a->other), id_of (b->other));
}

/**
 * ceci_person_duplicates:
 * @database: a connection
 * @error: return location for an error
 *
 * Ids are made in the order of time, so that @one of each pair is who came first.
 *
 * Returns: (transfer full) (element-type CeciPersonPair) (nullable): those who may be one
 */
GPtrArray *
ceci_person_duplicates (CeciDatabase *database, GError **error)
{
  g_autoptr (GListModel) persons = ceci_person_repository_list (database, error);
  g_autoptr (CeciPersonIndex) index = NULL;
  GPtrArray *pairs;

  if (persons == NULL)
    return NULL;
  index = ceci_person_index_new (persons);
  pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) ceci_person_pair_free);
  for (guint i = 0; i < g_list_model_get_n_items (persons); i++) {
    g_autoptr (CeciPerson) person = g_list_model_get_item (persons, i);
    g_autoptr (GPtrArray) alike = ceci_person_index_alike (index, person);

    for (guint j = 0; j < alike->len; j++)
      if (strcmp (id_of (person), id_of (((CeciPersonLikeness *) alike->pdata[j])->person)) < 0)
        add_pair (pairs, person, alike->pdata[j]);
  }
  g_ptr_array_sort_values (pairs, compare_pairs);
  return pairs;
}

GPtrArray *
ceci_person_duplicates_of (CeciDatabase *database, const char *person_id, GError **error)
{
  g_autoptr (CeciPerson) person = ceci_person_repository_find (database, person_id, error);
  g_autoptr (GListModel) persons = person != NULL ? ceci_person_repository_list (database, error) : NULL;
  g_autoptr (CeciPersonIndex) index = NULL;
  g_autoptr (GPtrArray) alike = NULL;
  GPtrArray *pairs;

  if (persons == NULL)
    return NULL;
  index = ceci_person_index_new (persons);
  alike = ceci_person_index_alike (index, person);
  pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) ceci_person_pair_free);
  for (guint i = 0; i < alike->len; i++)
    add_pair (pairs, person, alike->pdata[i]);
  return pairs;
}

static void
remember_likeness (GHashTable *found, CeciPersonIndex *index, CeciPerson *person)
{
  g_autoptr (GPtrArray) alike = ceci_person_index_alike (index, person);

  if (alike->len > 0)
    g_hash_table_insert (found, g_strdup (id_of (person)), g_strdup (((CeciPersonLikeness *) alike->pdata[0])->reason));
}

/**
 * ceci_person_duplicates_among:
 * @database: a connection
 * @cohort_id: a cohort
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type utf8 utf8) (nullable): of its applicants, those who may stand in the register
 *   twice: the person's id, and why
 */
GHashTable *
ceci_person_duplicates_among (CeciDatabase *database, const char *cohort_id, GError **error)
{
  g_autoptr (GListModel) persons = ceci_person_repository_list (database, error);
  g_autoptr (GHashTable) applicants = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (CeciPersonIndex) index = NULL;
  g_autoptr (GError) local = NULL;
  CeciStatement *statement =
      persons != NULL ? ceci_database_query (database, error, "SELECT person_id FROM application WHERE cohort_id = $1",
                                             "t", cohort_id)
                      : NULL;

  if (statement == NULL)
    return NULL;
  while (ceci_statement_step (statement, &local))
    g_hash_table_add (applicants, g_strdup (ceci_statement_text (statement, 0)));
  ceci_statement_reset (statement);
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  index = ceci_person_index_new (persons);
  for (guint i = 0; i < g_list_model_get_n_items (persons); i++) {
    g_autoptr (CeciPerson) person = g_list_model_get_item (persons, i);

    if (g_hash_table_contains (applicants, id_of (person)))
      remember_likeness (found, index, person);
  }
  return g_steal_pointer (&found);
}
