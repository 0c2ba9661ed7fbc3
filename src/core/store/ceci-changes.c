// SPDX-License-Identifier: GPL-3.0-or-later
// What one committed step touched. Filled by the journal, then never changed.
#include "ceci-changes-private.h"

struct _CeciChanges {
  gatomicrefcount references;
  char *step_id;
  char *label;
  CeciStepKind kind;
  GHashTable *tables; // name to a set of row ids
  guint size;
};

G_DEFINE_BOXED_TYPE (CeciChanges, ceci_changes, ceci_changes_ref, ceci_changes_unref)

CeciChanges *
ceci_changes_new (const char *step_id, const char *label, CeciStepKind kind)
{
  CeciChanges *self = g_new0 (CeciChanges, 1);

  g_atomic_ref_count_init (&self->references);
  self->step_id = g_strdup (step_id);
  self->label = g_strdup (label);
  self->kind = kind;
  self->tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  return self;
}

void
ceci_changes_add (CeciChanges *self, const char *table, const char *id)
{
  GHashTable *rows = g_hash_table_lookup (self->tables, table);

  if (rows == NULL) {
    rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_hash_table_insert (self->tables, g_strdup (table), rows);
  }
  g_hash_table_add (rows, g_strdup (id));
  self->size++;
}

void
ceci_changes_merge (CeciChanges *self, CeciChanges *other)
{
  GHashTableIter tables, rows;
  gpointer table, ids, id;

  g_hash_table_iter_init (&tables, other->tables);
  while (g_hash_table_iter_next (&tables, &table, &ids)) {
    g_hash_table_iter_init (&rows, ids);
    while (g_hash_table_iter_next (&rows, &id, NULL))
      ceci_changes_add (self, table, id);
  }
}

CeciChanges *
ceci_changes_ref (CeciChanges *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
ceci_changes_unref (CeciChanges *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->step_id);
  g_free (self->label);
  g_hash_table_unref (self->tables);
  g_free (self);
}

const char *
ceci_changes_get_label (CeciChanges *self)
{
  return self->label;
}

const char *
ceci_changes_get_step_id (CeciChanges *self)
{
  return self->step_id;
}

CeciStepKind
ceci_changes_get_kind (CeciChanges *self)
{
  return self->kind;
}

gboolean
ceci_changes_touches_table (CeciChanges *self, const char *table)
{
  return g_hash_table_contains (self->tables, table);
}

gboolean
ceci_changes_touches_row (CeciChanges *self, const char *table, const char *id)
{
  GHashTable *rows = g_hash_table_lookup (self->tables, table);

  return rows != NULL && g_hash_table_contains (rows, id);
}

GPtrArray *
ceci_changes_list_rows (CeciChanges *self, const char *table)
{
  GHashTable *rows = g_hash_table_lookup (self->tables, table);

  return rows != NULL ? g_hash_table_get_keys_as_ptr_array (rows) : g_ptr_array_new ();
}

/**
 * ceci_changes_get_size:
 * @self: what a step touched
 *
 * Returns: how many changes of rows the step made; a row changed twice counts twice
 */
guint
ceci_changes_get_size (CeciChanges *self)
{
  return self->size;
}
