// SPDX-License-Identifier: GPL-3.0-or-later
// A step of the journal as a person reads it, and the list of them.
#include "config.h"
#include "ceci-journal-private.h"

#include <glib/gi18n-lib.h>

struct _CeciStep {
  GObject parent_instance;
  char *id;
  gint64 sequence;
  char *at;
  char *who;
  char *label;
  CeciStepKind kind;
  gboolean reverted;
  guint n_changes;
};

G_DEFINE_FINAL_TYPE (CeciStep, ceci_step, G_TYPE_OBJECT)

enum { PROP_ID = 1, PROP_AT, PROP_WHO, PROP_LABEL, PROP_KIND, PROP_REVERTED, PROP_N_CHANGES, N_PROPERTIES };
static GParamSpec *properties[N_PROPERTIES];

static void
ceci_step_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  CeciStep *self = CECI_STEP (object);

  switch (property) {
  case PROP_ID:
    g_value_set_string (value, self->id);
    break;
  case PROP_AT:
    g_value_set_string (value, self->at);
    break;
  case PROP_WHO:
    g_value_set_string (value, self->who);
    break;
  case PROP_LABEL:
    g_value_set_string (value, self->label);
    break;
  case PROP_KIND:
    g_value_set_string (value, ceci_step_kind_name (self->kind));
    break;
  case PROP_REVERTED:
    g_value_set_boolean (value, self->reverted);
    break;
  case PROP_N_CHANGES:
    g_value_set_uint (value, self->n_changes);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
  }
}

static void
ceci_step_finalize (GObject *object)
{
  CeciStep *self = CECI_STEP (object);

  g_free (self->id);
  g_free (self->at);
  g_free (self->who);
  g_free (self->label);
  G_OBJECT_CLASS (ceci_step_parent_class)->finalize (object);
}

static void
ceci_step_class_init (CeciStepClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ceci_step_get_property;
  object_class->finalize = ceci_step_finalize;
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_AT] = g_param_spec_string ("at", NULL, NULL, NULL, flags);
  properties[PROP_WHO] = g_param_spec_string ("who", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  properties[PROP_REVERTED] = g_param_spec_boolean ("reverted", NULL, NULL, FALSE, flags);
  properties[PROP_N_CHANGES] = g_param_spec_uint ("n-changes", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
ceci_step_init (CeciStep *self)
{
}

static CeciStep *
ceci_step_new (CeciStatement *row)
{
  CeciStep *self = g_object_new (CECI_TYPE_STEP, NULL);

  self->id = g_strdup (ceci_statement_text (row, 0));
  self->sequence = ceci_statement_integer (row, 1);
  self->at = g_strdup (ceci_statement_text (row, 2));
  self->who = g_strdup (ceci_statement_text (row, 3));
  self->label = g_strdup (ceci_statement_is_null (row, 4) ? _ ("(erased)") : ceci_statement_text (row, 4));
  self->kind = ceci_step_kind_of (ceci_statement_text (row, 5));
  self->n_changes = (guint) ceci_statement_integer (row, 6);
  self->reverted = ceci_statement_integer (row, 7) != 0;
  return self;
}

const char *
ceci_step_get_id (CeciStep *self)
{
  return self->id;
}

gint64
ceci_step_get_sequence (CeciStep *self)
{
  return self->sequence;
}

const char *
ceci_step_get_at (CeciStep *self)
{
  return self->at;
}

const char *
ceci_step_get_who (CeciStep *self)
{
  return self->who;
}

const char *
ceci_step_get_label (CeciStep *self)
{
  return self->label;
}

CeciStepKind
ceci_step_get_kind (CeciStep *self)
{
  return self->kind;
}

gboolean
ceci_step_is_reverted (CeciStep *self)
{
  return self->reverted;
}

guint
ceci_step_get_n_changes (CeciStep *self)
{
  return self->n_changes;
}

static char *
list_sql (guint n_rows)
{
  g_autoptr (GString) sql =
      g_string_new ("SELECT s.id, s.seq, s.at, s.who, s.label, s.kind,"
                    " (SELECT count (*) FROM change WHERE step_seq = s.seq),"
                    " (SELECT r.kind = 'undo' FROM step r WHERE r.reverts = s.id ORDER BY r.seq DESC LIMIT 1)"
                    " FROM step s");

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (sql, "%s$%u",
                            i == 0 ? " WHERE s.seq IN (SELECT step_seq FROM change WHERE row_id IN (" : ", ", i + 2);
  g_string_append (sql, n_rows > 0 ? "))" : "");
  g_string_append (sql, " ORDER BY s.seq DESC LIMIT $1");
  return g_string_free_and_steal (g_steal_pointer (&sql));
}

/**
 * ceci_journal_list:
 * @database: a connection
 * @row_ids: (nullable) (array zero-terminated=1): only steps that touched one of these rows
 * @limit: how many at most, 0 for all
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): the steps as #CeciStep, newest first
 */
GListModel *
ceci_journal_list (CeciDatabase *database, const char *const *row_ids, guint limit, GError **error)
{
  g_autoptr (GListStore) steps = g_list_store_new (CECI_TYPE_STEP);
  g_autoptr (GError) local = NULL;
  guint n_rows = row_ids != NULL ? g_strv_length ((char **) row_ids) : 0;
  g_autofree char *sql = list_sql (n_rows);

  if (row_ids != NULL && n_rows == 0)
    return G_LIST_MODEL (g_steal_pointer (&steps));
  CeciStatement *row = ceci_database_query (database, error, sql, "i", limit > 0 ? (gint64) limit : (gint64) -1);
  if (row == NULL)
    return NULL;
  for (guint i = 0; i < n_rows; i++)
    ceci_statement_bind_text (row, i + 2, row_ids[i]);
  while (ceci_statement_step (row, &local)) {
    g_autoptr (CeciStep) step = ceci_step_new (row);

    g_list_store_append (steps, step);
  }
  ceci_statement_reset (row);
  if (local == NULL)
    return G_LIST_MODEL (g_steal_pointer (&steps));
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * ceci_journal_newest:
 * @database: a connection
 * @error: where to say what went wrong
 *
 * Returns: the sequence of the newest step, 0 if there is none, -1 with @error
 */
gint64
ceci_journal_newest (CeciDatabase *database, GError **error)
{
  return ceci_database_integer (database, error, "SELECT coalesce (max (seq), 0) FROM step", "");
}

/**
 * ceci_journal_touched_since:
 * @database: a connection
 * @sequence: what ceci_journal_newest() said
 * @tables: (array zero-terminated=1): names of tables
 * @error: where to say what went wrong
 *
 * Returns: 1 if a step after @sequence changed a row of @tables, or erased; 0 if none did; -1 with @error
 */
int
ceci_journal_touched_since (CeciDatabase *database, gint64 sequence, const char *const *tables, GError **error)
{
  gint64 touched = ceci_database_integer (
      database, error, "SELECT EXISTS (SELECT 1 FROM step WHERE seq > $1 AND kind = 'erase')", "i", sequence);

  for (guint i = 0; touched == 0 && tables[i] != NULL; i++)
    touched = ceci_database_integer (database, error,
                                     "SELECT EXISTS (SELECT 1 FROM change WHERE step_seq > $1 AND table_name = $2)",
                                     "it", sequence, tables[i]);
  return (int) touched;
}
