// SPDX-License-Identifier: GPL-3.0-or-later
// A finding as an object, so that lists, badges and the terminal show the same.

#include "config.h"

#include "ceci-finding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-wording.h"

// Of a hundred thousand students there are nearly a million of these, and few are read: words are made when asked for.
typedef struct {
  const char *name; // static
  gint64 number;
  char *value; // NULL: the number
} Fact;

struct _CeciFinding {
  GObject parent_instance;

  const char *rule; // static
  char *student_id;
  CeciWording *wording;
  char *reason; // worded already, or NULL
  CeciFindingState state;
  guint n_facts;
  Fact *facts;
  GStrv told;     // the facts as "name=value", or NULL
  char since[11]; // empty: none
  char due[11];
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

const char *
ceci_finding_state_get_label (CeciFindingState state)
{
  switch (state) {
  case CECI_FINDING_OK:
    return C_ ("finding", "Fulfilled");
  case CECI_FINDING_PENDING:
    return C_ ("finding", "Under way");
  case CECI_FINDING_WARNING:
    return C_ ("finding", "To settle");
  case CECI_FINDING_BLOCKED:
    return C_ ("finding", "Blocking");
  default:
    return NULL;
  }
}

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
    g_value_set_string (value, ceci_finding_get_reason (self));
    break;
  case PROP_SINCE:
    g_value_set_string (value, ceci_finding_get_since (self));
    break;
  case PROP_DUE:
    g_value_set_string (value, ceci_finding_get_due (self));
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
  ceci_wording_free (self->wording);
  g_free (self->reason);
  for (guint i = 0; i < self->n_facts; i++)
    g_free (self->facts[i].value);
  g_free (self->facts);
  g_strfreev (self->told);

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

static CeciFinding *
create (const char *rule, const char *student_id, CeciFindingState state, const char *since, const char *due,
        CeciWording *wording)
{
  CeciFinding *self = g_object_new (CECI_TYPE_FINDING, NULL);

  self->rule = rule;
  self->student_id = g_strdup (student_id);
  self->state = state;
  self->wording = wording;
  if (since != NULL)
    g_strlcpy (self->since, since, sizeof self->since);
  if (due != NULL)
    g_strlcpy (self->due, due, sizeof self->due);
  return self;
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
  return create (g_intern_string (rule), student_id, state, since, due, ceci_wording_new_said (reason));
}

/**
 * ceci_finding_new_worded:
 * @rule: such as "R21", static
 * @student_id: whom it concerns
 * @state: what it comes to
 * @since: (nullable): a date
 * @due: (nullable): a date
 * @text: (not nullable): the reason before its translation, marked with N_(), static
 * @types: see #CeciWording
 * @...: what goes into @text
 *
 * As ceci_finding_new(), with a reason that costs nothing until someone reads it.
 *
 * Returns: (transfer full): a finding
 */
CeciFinding *
ceci_finding_new_worded (const char *rule, const char *student_id, CeciFindingState state, const char *since,
                         const char *due, const char *text, const char *types, ...)
{
  CeciWording *wording;
  va_list arguments;

  va_start (arguments, types);
  wording = ceci_wording_new (text, types, arguments);
  va_end (arguments);
  return create (rule, student_id, state, since, due, wording);
}

static void
add_fact (CeciFinding *self, Fact fact)
{
  self->facts = g_renew (Fact, self->facts, self->n_facts + 1);
  self->facts[self->n_facts++] = fact;
  g_clear_pointer (&self->told, g_strfreev);
}

void
ceci_finding_add_fact (CeciFinding *self, const char *name, const char *value)
{
  g_return_if_fail (CECI_IS_FINDING (self));

  add_fact (self, (Fact) {name, 0, g_strdup (value)});
}

void
ceci_finding_add_count (CeciFinding *self, const char *name, gint64 value)
{
  g_return_if_fail (CECI_IS_FINDING (self));

  add_fact (self, (Fact) {name, value, NULL});
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

  if (self->reason == NULL)
    self->reason = ceci_wording_say (self->wording);
  return self->reason;
}

const char *
ceci_finding_get_since (CeciFinding *self)
{
  g_return_val_if_fail (CECI_IS_FINDING (self), NULL);

  return *self->since != '\0' ? self->since : NULL;
}

const char *
ceci_finding_get_due (CeciFinding *self)
{
  g_return_val_if_fail (CECI_IS_FINDING (self), NULL);

  return *self->due != '\0' ? self->due : NULL;
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

  if (self->told != NULL || self->n_facts == 0)
    return self->told != NULL ? self->told : none;
  self->told = g_new0 (char *, self->n_facts + 1);
  for (guint i = 0; i < self->n_facts; i++) {
    const Fact *fact = &self->facts[i];

    self->told[i] = fact->value != NULL ? g_strconcat (fact->name, "=", fact->value, NULL)
                                        : g_strdup_printf ("%s=%" G_GINT64_FORMAT, fact->name, fact->number);
  }
  return self->told;
}

/**
 * ceci_finding_find_fact:
 * @self: a finding
 * @name: what a rule named it
 *
 * Returns: (transfer none) (nullable): what the rule looked at, such as the id of the placement it speaks of
 */
const char *
ceci_finding_find_fact (CeciFinding *self, const char *name)
{
  gsize length = strlen (name);

  for (char **fact = ceci_finding_get_facts (self); *fact != NULL; fact++)
    if (strncmp (*fact, name, length) == 0 && (*fact)[length] == '=')
      return *fact + length + 1;
  return NULL;
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
  json_object_set_string_member (object, "reason", ceci_finding_get_reason (self));
  if (*self->since != '\0')
    json_object_set_string_member (object, "since", self->since);
  if (*self->due != '\0')
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
