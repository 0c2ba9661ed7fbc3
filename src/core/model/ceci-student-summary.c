// SPDX-License-Identifier: GPL-3.0-or-later
// A row of the table of students: the record, and the regulation's figures for it.

#include "config.h"

#include "ceci-student-summary.h"

#include <string.h>

#include "ceci-facts-repository.h"
#include "ceci-student-repository.h"

struct _CeciStudentSummary {
  GObject parent_instance;

  CeciStudent *student;
  GPtrArray *findings;
  gint64 counted_minutes, waiting_minutes, required_minutes;
  guint modules, required_modules;
  guint productions, required_productions;
  char *deadline;

  CeciFindingState agreement, worst;
};

enum {
  PROP_STUDENT = 1,
  PROP_COUNTED_MINUTES,
  PROP_WAITING_MINUTES,
  PROP_REQUIRED_MINUTES,
  PROP_MODULES,
  PROP_REQUIRED_MODULES,
  PROP_PRODUCTIONS,
  PROP_REQUIRED_PRODUCTIONS,
  PROP_DEADLINE,
  PROP_AGREEMENT,
  PROP_WORST,
  PROP_ADMISSIBLE,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (CeciStudentSummary, ceci_student_summary, G_TYPE_OBJECT)

static void
ceci_student_summary_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  CeciStudentSummary *self = CECI_STUDENT_SUMMARY (object);

  switch (property_id) {
  case PROP_STUDENT:
    g_value_set_object (value, self->student);
    break;
  case PROP_COUNTED_MINUTES:
    g_value_set_int64 (value, self->counted_minutes);
    break;
  case PROP_WAITING_MINUTES:
    g_value_set_int64 (value, self->waiting_minutes);
    break;
  case PROP_REQUIRED_MINUTES:
    g_value_set_int64 (value, self->required_minutes);
    break;
  case PROP_MODULES:
    g_value_set_uint (value, self->modules);
    break;
  case PROP_REQUIRED_MODULES:
    g_value_set_uint (value, self->required_modules);
    break;
  case PROP_PRODUCTIONS:
    g_value_set_uint (value, self->productions);
    break;
  case PROP_REQUIRED_PRODUCTIONS:
    g_value_set_uint (value, self->required_productions);
    break;
  case PROP_DEADLINE:
    g_value_set_string (value, self->deadline);
    break;
  case PROP_AGREEMENT:
    g_value_set_enum (value, self->agreement);
    break;
  case PROP_WORST:
    g_value_set_enum (value, self->worst);
    break;
  case PROP_ADMISSIBLE:
    g_value_set_boolean (value, ceci_student_summary_get_admissible (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
ceci_student_summary_finalize (GObject *object)
{
  CeciStudentSummary *self = CECI_STUDENT_SUMMARY (object);

  g_clear_object (&self->student);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self->deadline);

  G_OBJECT_CLASS (ceci_student_summary_parent_class)->finalize (object);
}

static void
ceci_student_summary_class_init (CeciStudentSummaryClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ceci_student_summary_get_property;
  object_class->finalize = ceci_student_summary_finalize;

  properties[PROP_STUDENT] = g_param_spec_object ("student", NULL, NULL, CECI_TYPE_STUDENT, flags);
  properties[PROP_COUNTED_MINUTES] = g_param_spec_int64 ("counted-minutes", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_WAITING_MINUTES] = g_param_spec_int64 ("waiting-minutes", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_REQUIRED_MINUTES] = g_param_spec_int64 ("required-minutes", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_MODULES] = g_param_spec_uint ("modules", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_REQUIRED_MODULES] = g_param_spec_uint ("required-modules", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_PRODUCTIONS] = g_param_spec_uint ("productions", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_REQUIRED_PRODUCTIONS] =
      g_param_spec_uint ("required-productions", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_DEADLINE] = g_param_spec_string ("deadline", NULL, NULL, NULL, flags);
  properties[PROP_AGREEMENT] =
      g_param_spec_enum ("agreement", NULL, NULL, CECI_TYPE_FINDING_STATE, CECI_FINDING_OK, flags);
  properties[PROP_WORST] = g_param_spec_enum ("worst", NULL, NULL, CECI_TYPE_FINDING_STATE, CECI_FINDING_OK, flags);
  properties[PROP_ADMISSIBLE] = g_param_spec_boolean ("admissible", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
ceci_student_summary_init (CeciStudentSummary *self)
{
}

CeciStudent *
ceci_student_summary_get_student (CeciStudentSummary *self)
{
  g_return_val_if_fail (CECI_IS_STUDENT_SUMMARY (self), NULL);

  return self->student;
}

#define GETTER(type, name)                                                                                             \
  type ceci_student_summary_get_##name (CeciStudentSummary *self)                                                      \
  {                                                                                                                    \
    g_return_val_if_fail (CECI_IS_STUDENT_SUMMARY (self), (type) 0);                                                   \
    return self->name;                                                                                                 \
  }                                                                                                                    \
  GType ceci_student_summary_get_type (void)

GETTER (gint64, counted_minutes);
GETTER (gint64, waiting_minutes);
GETTER (gint64, required_minutes);
GETTER (guint, modules);
GETTER (guint, required_modules);
GETTER (guint, productions);
GETTER (guint, required_productions);
GETTER (const char *, deadline);
GETTER (CeciFindingState, agreement);
GETTER (CeciFindingState, worst);
GETTER (GPtrArray *, findings);

gboolean
ceci_student_summary_get_admissible (CeciStudentSummary *self)
{
  g_return_val_if_fail (CECI_IS_STUDENT_SUMMARY (self), FALSE);

  return ceci_regulation_admits (self->findings);
}

/**
 * ceci_student_summary_to_json:
 * @self: a summary
 * @findings: whether to add the findings too
 *
 * Returns: (transfer full): an object
 */
JsonNode *
ceci_student_summary_to_json (CeciStudentSummary *self, gboolean findings)
{
  JsonNode *node = ceci_record_to_json (self->student);
  JsonObject *object = json_node_get_object (node);
  JsonArray *array;

  json_object_set_int_member (object, "counted-minutes", self->counted_minutes);
  json_object_set_int_member (object, "waiting-minutes", self->waiting_minutes);
  json_object_set_int_member (object, "required-minutes", self->required_minutes);
  json_object_set_int_member (object, "required-modules", self->required_modules);
  json_object_set_int_member (object, "counted-productions", self->productions);
  json_object_set_int_member (object, "required-productions", self->required_productions);
  json_object_set_string_member (object, "deadline", self->deadline);
  json_object_set_string_member (object, "agreement",
                                 ceci_enum_get_nick (CECI_TYPE_FINDING_STATE, (int) self->agreement));
  json_object_set_string_member (object, "worst", ceci_enum_get_nick (CECI_TYPE_FINDING_STATE, (int) self->worst));
  json_object_set_boolean_member (object, "admissible", ceci_regulation_admits (self->findings));
  if (!findings)
    return node;
  array = json_array_new ();
  for (guint i = 0; i < self->findings->len; i++)
    json_array_add_element (array, ceci_finding_to_json (g_ptr_array_index (self->findings, i)));
  json_object_set_array_member (object, "findings", array);
  return node;
}

typedef struct {
  GHashTable *by_student; // student id to the summary, which has its student already
  const char *today;
} Filling;

static void
fill (CeciFacts *facts, CeciRegulation *regulation, gpointer user_data)
{
  Filling *filling = user_data;
  CeciStudentSummary *self = g_hash_table_lookup (filling->by_student, facts->student_id);

  if (self == NULL)
    return;
  self->findings = ceci_regulation_check (regulation, facts, filling->today);
  self->counted_minutes = ceci_regulation_sum_minutes (regulation, facts, CECI_COUNT_YES);
  self->waiting_minutes = ceci_regulation_sum_minutes (regulation, facts, CECI_COUNT_WAITING);
  self->required_minutes = ceci_regulation_get_integer (regulation, "placement-minutes");
  self->modules = (guint) __builtin_popcountll (facts->modules);
  self->required_modules = facts->n_modules;
  self->productions = ceci_regulation_sum_productions (regulation, facts);
  self->required_productions = (guint) ceci_regulation_get_integer (regulation, "productions");
  self->deadline = ceci_regulation_deadline (regulation, facts);
  for (guint i = 0; i < self->findings->len; i++) {
    CeciFinding *finding = g_ptr_array_index (self->findings, i);

    self->worst = MAX (self->worst, ceci_finding_get_state (finding));
    if (strcmp (ceci_finding_get_rule (finding), "R21") == 0)
      self->agreement = ceci_finding_get_state (finding);
  }
}

// Takes the students' rows, makes a summary of each, and has them filled.
static GListModel *
summarise (CeciDatabase *database, GListModel *students, const char *cohort_id, const char *today, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) by_student = g_hash_table_new (g_str_hash, g_str_equal);
  Filling filling = {by_student, today};
  GListStore *list;

  for (guint i = 0; i < g_list_model_get_n_items (students); i++) {
    CeciStudentSummary *self = g_object_new (CECI_TYPE_STUDENT_SUMMARY, NULL);

    self->student = g_list_model_get_item (students, i);
    g_hash_table_insert (by_student, (gpointer) ceci_record_get_id (CECI_RECORD (self->student)), self);
    g_ptr_array_add (rows, self);
  }
  if (!ceci_facts_repository_foreach (database, cohort_id, fill, &filling, error))
    return NULL;
  list = g_list_store_new (CECI_TYPE_STUDENT_SUMMARY);
  g_list_store_splice (list, 0, 0, rows->pdata, rows->len);
  return G_LIST_MODEL (list);
}

/**
 * ceci_student_summary_list:
 * @database: a connection
 * @cohort_id: (nullable): a cohort's id; %NULL for everyone
 * @today: the day it is
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a summary of each student, by name, from one query a table
 */
GListModel *
ceci_student_summary_list (CeciDatabase *database, const char *cohort_id, const char *today, GError **error)
{
  g_autoptr (GListModel) students = ceci_student_repository_list (database, cohort_id, error);

  return students != NULL ? summarise (database, students, cohort_id, today, error) : NULL;
}

CeciStudentSummary *
ceci_student_summary_find (CeciDatabase *database, const char *student_id, const char *today, GError **error)
{
  g_autoptr (CeciStudentSummary) self = g_object_new (CECI_TYPE_STUDENT_SUMMARY, NULL);
  g_autoptr (GHashTable) by_student = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (CeciFacts) facts = NULL;
  g_autoptr (CeciRegulation) regulation = NULL;
  Filling filling = {by_student, today};

  self->student = ceci_student_repository_find (database, student_id, error);
  if (self->student == NULL)
    return NULL;
  facts = ceci_facts_repository_find (database, student_id, &regulation, error);
  if (facts == NULL)
    return NULL;
  g_hash_table_insert (by_student, (gpointer) student_id, self);
  fill (facts, regulation, &filling);
  return g_steal_pointer (&self);
}
