// SPDX-License-Identifier: GPL-3.0-or-later
// Compares what two regulations say of the same facts, and the regulations themselves. Pure functions: no I/O, no
// clock.

#include "config.h"

#include "ceci-finding-change.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-regulation-defaults.h"

struct _CeciFindingChange {
  GObject parent_instance;

  char *student_id;
  char *person_name;
  CeciFinding *before;
  CeciFinding *after;
};

G_DEFINE_FINAL_TYPE (CeciFindingChange, ceci_finding_change, G_TYPE_OBJECT)

static void
ceci_finding_change_finalize (GObject *object)
{
  CeciFindingChange *self = CECI_FINDING_CHANGE (object);

  g_free (self->student_id);
  g_free (self->person_name);
  g_clear_object (&self->before);
  g_clear_object (&self->after);

  G_OBJECT_CLASS (ceci_finding_change_parent_class)->finalize (object);
}

static void
ceci_finding_change_class_init (CeciFindingChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ceci_finding_change_finalize;
}

static void
ceci_finding_change_init (CeciFindingChange *self)
{
}

const char *
ceci_finding_change_get_student_id (CeciFindingChange *self)
{
  g_return_val_if_fail (CECI_IS_FINDING_CHANGE (self), NULL);

  return self->student_id;
}

const char *
ceci_finding_change_get_person_name (CeciFindingChange *self)
{
  g_return_val_if_fail (CECI_IS_FINDING_CHANGE (self), NULL);

  return self->person_name;
}

CeciFinding *
ceci_finding_change_get_before (CeciFindingChange *self)
{
  g_return_val_if_fail (CECI_IS_FINDING_CHANGE (self), NULL);

  return self->before;
}

CeciFinding *
ceci_finding_change_get_after (CeciFindingChange *self)
{
  g_return_val_if_fail (CECI_IS_FINDING_CHANGE (self), NULL);

  return self->after;
}

gboolean
ceci_finding_change_is_of_state (CeciFindingChange *self)
{
  g_return_val_if_fail (CECI_IS_FINDING_CHANGE (self), FALSE);

  return self->before == NULL || self->after == NULL ||
         ceci_finding_get_state (self->before) != ceci_finding_get_state (self->after);
}

static void
set_finding (JsonObject *object, const char *name, CeciFinding *finding)
{
  if (finding != NULL)
    json_object_set_member (object, name, ceci_finding_to_json (finding));
}

/**
 * ceci_finding_change_to_json:
 * @self: a change
 *
 * Returns: (transfer full): an object of `student`, `name`, `rule`, `before` and `after`; a finding that is not is left
 * out
 */
JsonNode *
ceci_finding_change_to_json (CeciFindingChange *self)
{
  CeciFinding *either = self->after != NULL ? self->after : self->before;
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "student", self->student_id);
  json_object_set_string_member (object, "name", self->person_name);
  json_object_set_string_member (object, "rule", ceci_finding_get_rule (either));
  json_object_set_boolean_member (object, "state-changes", ceci_finding_change_is_of_state (self));
  set_finding (object, "before", self->before);
  set_finding (object, "after", self->after);
  json_node_take_object (node, object);
  return node;
}

// --- comparing --------------------------------------------------------------------------

static CeciFinding *
find_rule (GPtrArray *findings, const char *rule)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (ceci_finding_get_rule (g_ptr_array_index (findings, i)), rule))
      return g_ptr_array_index (findings, i);
  return NULL;
}

static gboolean
says_the_same (CeciFinding *one, CeciFinding *other)
{
  return ceci_finding_get_state (one) == ceci_finding_get_state (other) &&
         g_strcmp0 (ceci_finding_get_reason (one), ceci_finding_get_reason (other)) == 0 &&
         g_strcmp0 (ceci_finding_get_due (one), ceci_finding_get_due (other)) == 0;
}

static void
add_change (GPtrArray *changes, const CeciFacts *facts, CeciFinding *before, CeciFinding *after)
{
  CeciFindingChange *self = g_object_new (CECI_TYPE_FINDING_CHANGE, NULL);

  self->student_id = g_strdup (facts->student_id);
  self->person_name = g_strdup (facts->person_name);
  g_set_object (&self->before, before);
  g_set_object (&self->after, after);
  g_ptr_array_add (changes, self);
}

/**
 * ceci_regulation_compare:
 * @before: the regulation that holds
 * @after: the one that would
 * @facts: one student's facts
 * @today: the day it is
 * @changes: (element-type CeciFindingChange): what is found is added to it
 *
 * Each rule has at most one finding a student.
 */
void
ceci_regulation_compare (CeciRegulation *before, CeciRegulation *after, const CeciFacts *facts, const char *today,
                         GPtrArray *changes)
{
  g_autoptr (GPtrArray) old = ceci_regulation_check (before, facts, today);
  g_autoptr (GPtrArray) fresh = ceci_regulation_check (after, facts, today);

  for (guint i = 0; i < fresh->len; i++) {
    CeciFinding *finding = g_ptr_array_index (fresh, i);
    CeciFinding *was = find_rule (old, ceci_finding_get_rule (finding));

    if (was == NULL || !says_the_same (was, finding))
      add_change (changes, facts, was, finding);
  }
  for (guint i = 0; i < old->len; i++)
    if (find_rule (fresh, ceci_finding_get_rule (g_ptr_array_index (old, i))) == NULL)
      add_change (changes, facts, g_ptr_array_index (old, i), NULL);
}

static void
free_difference (gpointer data)
{
  CeciRegulationDifference *difference = data;

  g_free (difference->before);
  g_free (difference->after);
  g_free (difference);
}

static void
add_difference (GPtrArray *differences, const char *title, char *before, char *after)
{
  CeciRegulationDifference *difference = g_new0 (CeciRegulationDifference, 1);

  difference->title = title;
  difference->before = before;
  difference->after = after;
  g_ptr_array_add (differences, difference);
}

static void
compare_number (GPtrArray *differences, const CeciRegulationNumber *number, CeciRegulation *before,
                CeciRegulation *after)
{
  gint64 was = ceci_regulation_get_integer (before, number->name);
  gint64 is = ceci_regulation_get_integer (after, number->name);

  if (was != is)
    add_difference (differences, g_dgettext (GETTEXT_PACKAGE, number->title),
                    ceci_regulation_number_format (number, was), ceci_regulation_number_format (number, is));
}

/**
 * ceci_regulation_list_differences:
 * @before: a regulation
 * @after: another
 *
 * Returns: (transfer full) (element-type CeciRegulationDifference): what differs, in the order of the regulation's
 * screen, numbers first
 */
GPtrArray *
ceci_regulation_list_differences (CeciRegulation *before, CeciRegulation *after)
{
  static const char *const languages[] = {"fr", "en"};
  GPtrArray *differences = g_ptr_array_new_with_free_func (free_difference);

  for (guint i = 0; i < CECI_REGULATION_NUMBERS; i++)
    compare_number (differences, &ceci_regulation_numbers[i], before, after);
  for (guint i = 0; i < CECI_REGULATION_TEXTS; i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages); j++) {
      const char *was = ceci_regulation_get_text (before, ceci_regulation_texts[i].name, languages[j]);
      const char *is = ceci_regulation_get_text (after, ceci_regulation_texts[i].name, languages[j]);

      if (strcmp (was, is) != 0)
        add_difference (differences, g_dgettext (GETTEXT_PACKAGE, ceci_regulation_texts[i].title), g_strdup (was),
                        g_strdup (is));
    }
  return differences;
}
