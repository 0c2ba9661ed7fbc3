// SPDX-License-Identifier: GPL-3.0-or-later
// What is to do in a register: the findings that need someone, gathered cohort after cohort in the background, so that
// a page's own reading never waits for more than one cohort's.
#include "config.h"

#include "ceci-attention.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-findings-repository.h"
#include "core/model/ceci-student-repository.h"

// How long the register must be still before things are gathered again.
#define STILL_MILLISECONDS 600

struct _CeciAttention {
  GObject parent_instance;
  CeciRegister *reg;
  char *today;
  GListStore *items;
  GCancellable *gathering;
  GListModel *cohorts; // being gathered
  guint next;
  GPtrArray *found;
  guint timer;
  gboolean known;
};

enum { PROP_0, PROP_COUNT, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CeciAttention, ceci_attention, G_TYPE_OBJECT)

static void gather_next (CeciAttention *self);

typedef struct {
  char *cohort_id;
  char *today;
} Question;

static void
question_free (Question *question)
{
  g_free (question->cohort_id);
  g_free (question->today);
  g_free (question);
}

static GHashTable *
students_by_id (CeciDatabase *database, const char *cohort_id, GError **error)
{
  g_autoptr (GListModel) list = ceci_student_repository_list (database, cohort_id, error);
  GHashTable *table = NULL;

  if (list == NULL)
    return NULL;
  table = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    CeciStudent *student = g_list_model_get_item (list, i);
    g_hash_table_insert (table, (gpointer) ceci_record_get_id (CECI_RECORD (student)), student);
  }
  return table;
}

// On the register's thread.
static gpointer
read_cohort (CeciDatabase *database, gpointer data, GError **error)
{
  Question *question = data;
  g_autoptr (GHashTable) students = students_by_id (database, question->cohort_id, error);
  g_autoptr (GPtrArray) findings = NULL;
  GPtrArray *items;

  if (students == NULL)
    return NULL;
  findings = ceci_findings_repository_list (database, question->cohort_id, NULL, question->today, FALSE, error);
  if (findings == NULL)
    return NULL;
  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < findings->len; i++) {
    CeciFinding *finding = findings->pdata[i];
    CeciStudent *student = g_hash_table_lookup (students, ceci_finding_get_student_id (finding));

    if (student != NULL && ceci_finding_get_state (finding) >= CECI_FINDING_WARNING &&
        ceci_student_get_state (student) == CECI_STUDENT_STATE_ENROLLED)
      g_ptr_array_add (items, ceci_attention_item_new (finding, student));
  }
  return items;
}

static int
compare_items (gconstpointer one, gconstpointer other)
{
  CeciAttentionItem *a = *(CeciAttentionItem *const *) one;
  CeciAttentionItem *b = *(CeciAttentionItem *const *) other;
  int rule = ceci_attention_item_compare_rule (a, b);

  return rule != 0 ? rule : ceci_attention_item_compare (a, b);
}

static void
finish (CeciAttention *self)
{
  g_clear_object (&self->gathering);
  g_clear_object (&self->cohorts);
  g_ptr_array_sort (self->found, compare_items);
  self->known = TRUE;
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), self->found->pdata,
                       self->found->len);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

static void
on_cohort_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciAttention) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = ceci_register_read_finish (CECI_REGISTER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->found == NULL)
    return;
  // A page that reads the same says what fails; a badge only counts what it can.
  for (guint i = 0; items != NULL && i < items->len; i++)
    g_ptr_array_add (self->found, g_object_ref (items->pdata[i]));
  gather_next (self);
}

static void
gather_next (CeciAttention *self)
{
  while (self->next < g_list_model_get_n_items (self->cohorts)) {
    g_autoptr (CeciCohort) cohort = g_list_model_get_item (self->cohorts, self->next++);
    Question *question;

    if (ceci_cohort_get_enrolled (cohort) == 0)
      continue;
    question = g_new0 (Question, 1);
    question->cohort_id = g_strdup (ceci_record_get_id (CECI_RECORD (cohort)));
    question->today = g_strdup (self->today);
    ceci_register_read_async (self->reg, read_cohort, question, (GDestroyNotify) question_free,
                              (GDestroyNotify) g_ptr_array_unref, self->gathering, on_cohort_read, g_object_ref (self));
    return;
  }
  finish (self);
}

static gpointer
read_cohorts (CeciDatabase *database, gpointer data, GError **error)
{
  return ceci_cohort_repository_list (database, error);
}

static void
on_cohorts_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciAttention) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) cohorts = ceci_register_read_finish (CECI_REGISTER (source), result, &error);

  if (cohorts == NULL)
    return;
  g_set_object (&self->cohorts, cohorts);
  self->next = 0;
  gather_next (self);
}

static void
stop (CeciAttention *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->gathering != NULL)
    g_cancellable_cancel (self->gathering);
  g_clear_object (&self->gathering);
  g_clear_object (&self->cohorts);
  g_clear_pointer (&self->found, g_ptr_array_unref);
}

static void
gather (CeciAttention *self)
{
  stop (self);
  self->gathering = g_cancellable_new ();
  self->found = g_ptr_array_new_with_free_func (g_object_unref);
  ceci_register_read_async (self->reg, read_cohorts, NULL, NULL, g_object_unref, self->gathering, on_cohorts_read,
                            g_object_ref (self));
}

static gboolean
on_still (gpointer user_data)
{
  CeciAttention *self = user_data;

  self->timer = 0;
  gather (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (CeciAttention *self, CeciChanges *changes)
{
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
  self->items = g_list_store_new (CECI_TYPE_ATTENTION_ITEM);
}

CeciAttention *
ceci_attention_new (CeciRegister *reg, const char *today)
{
  CeciAttention *self = g_object_new (CECI_TYPE_ATTENTION, NULL);

  self->reg = g_object_ref (reg);
  self->today = g_strdup (today);
  g_signal_connect_swapped (reg, "changed", G_CALLBACK (on_changed), self);
  gather (self);
  return self;
}

void
ceci_attention_set_today (CeciAttention *self, const char *today)
{
  if (g_set_str (&self->today, today))
    gather (self);
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
