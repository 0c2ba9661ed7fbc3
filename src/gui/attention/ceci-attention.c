// SPDX-License-Identifier: GPL-3.0-or-later
// What is to do in a register, gathered in the background: everyone's once, then after each step that of the students
// whom it touched.
#include "config.h"

#include "ceci-attention.h"
#include "core/model/ceci-facts-touched.h"
#include "core/model/ceci-todo-repository.h"

// How long the register must be still before what a step touched is gathered again.
#define STILL_MILLISECONDS 250

struct _CeciAttention {
  GObject parent_instance;
  CeciRegister *reg;
  char *today;
  GListStore *items; // in their order
  GCancellable *gathering;
  GPtrArray *pending; // CeciChanges that were not looked at yet; NULL: everyone is to be gathered
  guint timer;
  guint recomputed;
  gboolean known;
};

enum { PROP_0, PROP_COUNT, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CeciAttention, ceci_attention, G_TYPE_OBJECT)

typedef struct {
  char *today;
  GPtrArray *changes; // NULL: everyone
} Question;

typedef struct {
  GHashTable *student_ids; // whose things these are; NULL: everyone's
  GPtrArray *todos;
} Answer;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_pointer (&question->changes, g_ptr_array_unref);
  g_free (question->today);
  g_free (question);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->student_ids, g_hash_table_unref);
  g_clear_pointer (&answer->todos, g_ptr_array_unref);
  g_free (answer);
}

// The students whom these steps touched; NULL without error: everyone.
static GHashTable *
find_touched (CeciDatabase *database, GPtrArray *changes, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean everyone = changes == NULL;

  for (guint i = 0; changes != NULL && i < changes->len && !everyone; i++)
    if (!ceci_facts_touched (database, changes->pdata[i], ids, &everyone, error))
      return NULL;
  return everyone ? NULL : g_steal_pointer (&ids);
}

// On the register's thread.
static gpointer
read_todos (CeciDatabase *database, gpointer data, GError **error)
{
  Question *question = data;
  g_autoptr (GError) failure = NULL;
  g_autoptr (GHashTable) ids = find_touched (database, question->changes, &failure);
  g_autoptr (GPtrArray) list = ids != NULL ? g_hash_table_get_keys_as_ptr_array (ids) : NULL;
  g_autoptr (GPtrArray) todos = NULL;
  g_autoptr (GPtrArray) rest = NULL;
  Answer *answer;

  if (failure == NULL)
    todos = ceci_todo_repository_of_students (database, list, question->today, &failure);
  if (failure == NULL)
    rest = ceci_todo_repository_of_others (database, question->today, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  g_ptr_array_extend_and_steal (todos, g_steal_pointer (&rest));
  g_ptr_array_sort (todos, ceci_todo_compare_pointers);
  answer = g_new0 (Answer, 1);
  answer->student_ids = g_steal_pointer (&ids);
  answer->todos = g_steal_pointer (&todos);
  return answer;
}

static gboolean
is_of_others (CeciTodo *todo)
{
  return ceci_todo_get_student_id (todo) == NULL || ceci_todo_get_row_id (todo) != NULL;
}

// What was known, without the things that were gathered anew, and with them: both are in order.
static void
merge (CeciAttention *self, const Answer *answer)
{
  g_autoptr (GPtrArray) merged = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items)), next = 0;

  for (guint i = 0; answer->student_ids != NULL && i < n; i++) {
    g_autoptr (CeciTodo) todo = g_list_model_get_item (G_LIST_MODEL (self->items), i);

    if (is_of_others (todo) || g_hash_table_contains (answer->student_ids, ceci_todo_get_student_id (todo)))
      continue;
    while (next < answer->todos->len && ceci_todo_compare (answer->todos->pdata[next], todo) < 0)
      g_ptr_array_add (merged, g_object_ref (answer->todos->pdata[next++]));
    g_ptr_array_add (merged, g_steal_pointer (&todo));
  }
  while (next < answer->todos->len)
    g_ptr_array_add (merged, g_object_ref (answer->todos->pdata[next++]));
  g_list_store_splice (self->items, 0, n, merged->pdata, merged->len);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciAttention) self = user_data;
  g_autoptr (GError) error = NULL;
  Answer *answer = ceci_register_read_finish (CECI_REGISTER (source), result, &error);

  // A page that reads the same says what fails; a badge only counts what it can.
  if (answer == NULL || self->items == NULL)
    return;
  g_clear_object (&self->gathering);
  self->recomputed = answer->student_ids != NULL ? g_hash_table_size (answer->student_ids) : G_MAXUINT;
  self->known = TRUE;
  merge (self, answer);
  answer_free (answer);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

static void
stop (CeciAttention *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->gathering != NULL)
    g_cancellable_cancel (self->gathering);
  g_clear_object (&self->gathering);
}

// changes: (transfer full): NULL for everyone
static void
gather (CeciAttention *self, GPtrArray *changes)
{
  Question *question = g_new0 (Question, 1);

  self->gathering = g_cancellable_new ();
  question->today = g_strdup (self->today);
  question->changes = changes;
  ceci_register_read_async (self->reg, read_todos, question, question_free, answer_free, self->gathering, on_read,
                            g_object_ref (self));
}

static void
gather_everyone (CeciAttention *self)
{
  stop (self);
  g_clear_pointer (&self->pending, g_ptr_array_unref);
  gather (self, NULL);
}

static gboolean
on_still (gpointer user_data)
{
  CeciAttention *self = user_data;

  if (self->gathering != NULL) // one at a time: what came in between is looked at after it
    return G_SOURCE_CONTINUE;
  self->timer = 0;
  gather (self, g_steal_pointer (&self->pending));
  return G_SOURCE_REMOVE;
}

static void
on_changed (CeciAttention *self, CeciChanges *changes)
{
  if (self->pending == NULL)
    self->pending = g_ptr_array_new_with_free_func ((GDestroyNotify) ceci_changes_unref);
  g_ptr_array_add (self->pending, ceci_changes_ref (changes));
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (STILL_MILLISECONDS, on_still, self);
}

static void
ceci_attention_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_COUNT:
    g_value_set_uint (value, ceci_attention_get_count (CECI_ATTENTION (object)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
ceci_attention_dispose (GObject *object)
{
  CeciAttention *self = CECI_ATTENTION (object);

  stop (self);
  g_clear_pointer (&self->pending, g_ptr_array_unref);
  if (self->reg != NULL)
    g_signal_handlers_disconnect_by_data (self->reg, self);
  g_clear_object (&self->reg);
  g_clear_object (&self->items);
  G_OBJECT_CLASS (ceci_attention_parent_class)->dispose (object);
}

static void
ceci_attention_finalize (GObject *object)
{
  g_free (CECI_ATTENTION (object)->today);
  G_OBJECT_CLASS (ceci_attention_parent_class)->finalize (object);
}

static void
ceci_attention_class_init (CeciAttentionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ceci_attention_get_property;
  object_class->dispose = ceci_attention_dispose;
  object_class->finalize = ceci_attention_finalize;
  /**
   * CeciAttention:count:
   *
   * How many things are to do.
   */
  properties[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0,
                                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ceci_attention_init (CeciAttention *self)
{
  self->items = g_list_store_new (CECI_TYPE_TODO);
}

CeciAttention *
ceci_attention_new (CeciRegister *reg, const char *today)
{
  CeciAttention *self = g_object_new (CECI_TYPE_ATTENTION, NULL);

  self->reg = g_object_ref (reg);
  self->today = g_strdup (today);
  g_signal_connect_swapped (reg, "changed", G_CALLBACK (on_changed), self);
  gather_everyone (self);
  return self;
}

void
ceci_attention_set_today (CeciAttention *self, const char *today)
{
  if (g_set_str (&self->today, today))
    gather_everyone (self);
}

GListModel *
ceci_attention_get_items (CeciAttention *self)
{
  return G_LIST_MODEL (self->items);
}

guint
ceci_attention_get_count (CeciAttention *self)
{
  return self->items != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->items)) : 0;
}

gboolean
ceci_attention_is_known (CeciAttention *self)
{
  return self->known;
}

/**
 * ceci_attention_get_recomputed:
 * @self: what is to do
 *
 * Returns: how many students were checked the last time; %G_MAXUINT for everyone
 */
guint
ceci_attention_get_recomputed (CeciAttention *self)
{
  return self->recomputed;
}
