// SPDX-License-Identifier: GPL-3.0-or-later
// A finding as an object, so that lists, badges and the terminal show the same.

#include "config.h"

#include "ceci-finding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _CeciFinding {
  GObject parent_instance;

  const char *rule; // interned
  char *student_id;
  CeciFindingState state;
  char *reason;
  char *since;
  char *due;
  GPtrArray *facts; // "name=value", NULL-terminated once it exists
};

enum { PROP_RULE = 1, PROP_TITLE, PROP_STUDENT_ID, PROP_STATE, PROP_REASON, PROP_SINCE, PROP_DUE, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_ENUM_TYPE (CeciFindingState, ceci_finding_state, G_DEFINE_ENUM_VALUE (CECI_FINDING_OK, "ok"),
                    G_DEFINE_ENUM_VALUE (CECI_FINDING_PENDING, "pending"),
                    G_DEFINE_ENUM_VALUE (CECI_FINDING_WARNING, "warning"),
                    G_DEFINE_ENUM_VALUE (CECI_FINDING_BLOCKED, "blocked"))
G_DEFINE_FINAL_TYPE (CeciFinding, ceci_finding, G_TYPE_OBJECT)

static const struct {
  const char *rule, *title;
} titles[] = {
    {"R6", NC_ ("rule", "Meetings")},
    {"R7", NC_ ("rule", "Placement hours")},
    {"R11", NC_ ("rule", "Deadline")},
    {"R13", NC_ ("rule", "Planned placement")},
    {"R14", NC_ ("rule", "Eligible placement")},
    {"R18", NC_ ("rule", "Collective supervisor")},
    {"R19", NC_ ("rule", "Outgoing supervisor")},
    {"R21", NC_ ("rule", "Placement agreement")},
    {"R22", NC_ ("rule", "Outputs")},
    {"R25", NC_ ("rule", "Outside enrolment")},
    {"R26", NC_ ("rule", "Insurance")},
    {"R30", NC_ ("rule", "Modules")},
    {"R34", NC_ ("rule", "Reflective analysis")},
    {"R35", NC_ ("rule", "Follow-up grid")},
};

static void
ceci_finding_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  CeciFinding *self = CECI_FINDING (object);

  switch (property_id) {
  case PROP_RULE:
    g_value_set_string (value, self->rule);
    break;
  case PROP_TITLE:
    g_value_set_string (value, ceci_finding_get_title (self));
    break;
  case PROP_STUDENT_ID:
    g_value_set_string (value, self->student_id);
    break;
  case PROP_STATE:
    g_value_set_enum (value, self->state);
    break;
  case PROP_REASON:
    g_value_set_string (value, self->reason);
    break;
  case PROP_SINCE:
    g_value_set_string (value, self->since);
    break;
  case PROP_DUE:
    g_value_set_string (value, self->due);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
ceci_finding_finalize (GObject *object)
{
  CeciFinding *self = CECI_FINDING (object);

  g_free (self->student_id);
  g_free (self->reason);
  g_free (self->since);
  g_free (self->due);
  g_clear_pointer (&self->facts, g_ptr_array_unref);

  G_OBJECT_CLASS (ceci_finding_parent_class)->finalize (object);
}

static void
ceci_finding_class_init (CeciFindingClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ceci_finding_get_property;
  object_class->finalize = ceci_finding_finalize;

  properties[PROP_RULE] = g_param_spec_string ("rule", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_STUDENT_ID] = g_param_spec_string ("student-id", NULL, NULL, NULL, flags);
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, CECI_TYPE_FINDING_STATE, CECI_FINDING_OK, flags);
  properties[PROP_REASON] = g_param_spec_string ("reason", NULL, NULL, NULL, flags);
  properties[PROP_SINCE] = g_param_spec_string ("since", NULL, NULL, NULL, flags);
  properties[PROP_DUE] = g_param_spec_string ("due", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
ceci_finding_init (CeciFinding *self)
{
}

/**
 * ceci_finding_new:
 * @rule: such as "R21"
 * @student_id: whom it concerns
 * @state: what it comes to
 * @reason: a translated sentence
 * @since: (nullable): a date
 * @due: (nullable): a date
 *
 * Returns: (transfer full): a finding
 */
CeciFinding *
ceci_finding_new (const char *rule, const char *student_id, CeciFindingState state, const char *reason,
                  const char *since, const char *due)
{
  CeciFinding *self = g_object_new (CECI_TYPE_FINDING, NULL);

  self->rule = g_intern_string (rule);
  self->student_id = g_strdup (student_id);
  self->state = state;
  self->reason = g_strdup (reason);
  self->since = g_strdup (since);
  self->due = g_strdup (due);
  return self;
}

void
ceci_finding_add_fact (CeciFinding *self, const char *name, const char *value)
{
  g_return_if_fail (CECI_IS_FINDING (self));

  if (self->facts == NULL)
    self->facts = g_ptr_array_new_null_terminated (2, g_free, TRUE);
  g_ptr_array_add (self->facts, g_strdup_printf ("%s=%s", name, value));
}

const char *
ceci_finding_get_rule (CeciFinding *self)
{
  g_return_val_if_fail (CECI_IS_FINDING (self), NULL);

  return self->rule;
}

const char *
ceci_finding_get_title (CeciFinding *self)
{
  g_return_val_if_fail (CECI_IS_FINDING (self), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (strcmp (titles[i].rule, self->rule) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "rule", titles[i].title);
  return self->rule;
}

const char *
ceci_finding_get_student_id (CeciFinding *self)
{
  g_return_val_if_fail (CECI_IS_FINDING (self), NULL);

  return self->student_id;
}

CeciFindingState
ceci_finding_get_state (CeciFinding *self)
{
  g_return_val_if_fail (CECI_IS_FINDING (self), CECI_FINDING_OK);

  return self->state;
}

const char *
ceci_finding_get_reason (CeciFinding *self)
{
  g_return_val_if_fail (CECI_IS_FINDING (self), NULL);

  return self->reason;
}

const char *
ceci_finding_get_since (CeciFinding *self)
{
  g_return_val_if_fail (CECI_IS_FINDING (self), NULL);

  return self->since;
}

const char *
ceci_finding_get_due (CeciFinding *self)
{
  g_return_val_if_fail (CECI_IS_FINDING (self), NULL);

  return self->due;
}

/**
 * ceci_finding_get_facts:
 * @self: a finding
 *
 * Returns: (transfer none): what the rule looked at, each as "name=value"
 */
GStrv
ceci_finding_get_facts (CeciFinding *self)
{
  static char *none[] = {NULL};

  g_return_val_if_fail (CECI_IS_FINDING (self), none);

  return self->facts != NULL ? (GStrv) self->facts->pdata : none;
}

/**
 * ceci_finding_to_json:
 * @self: a finding
 *
 * Returns: (transfer full): rule, student, state, reason, since, due, facts
 */
JsonNode *
ceci_finding_to_json (CeciFinding *self)
{
  static const char *const states[] = {"ok", "pending", "warning", "blocked"};
  JsonObject *object = json_object_new ();
  JsonObject *facts = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_string_member (object, "rule", self->rule);
  json_object_set_string_member (object, "student", self->student_id);
  json_object_set_string_member (object, "state", states[self->state]);
  json_object_set_string_member (object, "reason", self->reason);
  if (self->since != NULL)
    json_object_set_string_member (object, "since", self->since);
  if (self->due != NULL)
    json_object_set_string_member (object, "due", self->due);
  for (char **fact = ceci_finding_get_facts (self); *fact != NULL; fact++) {
    const char *value = strchr (*fact, '=');
    g_autofree char *name = g_strndup (*fact, (gsize) (value - *fact));
    json_object_set_string_member (facts, name, value + 1);
  }
  json_object_set_object_member (object, "facts", facts);
  json_node_take_object (node, object);
  return node;
}
