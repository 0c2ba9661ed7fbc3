// SPDX-License-Identifier: GPL-3.0-or-later
// The composition that a selection keeps: counts of applicants and chosen, which outlive the erasure of gender.

#include "config.h"

#include "ceci-selection-composition.h"

#include <glib/gi18n-lib.h>

static void
group_clear (gpointer data)
{
  CeciCompositionGroup *group = data;

  g_free (group->key);
  g_free (group->label);
}

void
ceci_selection_composition_free (CeciSelectionComposition *self)
{
  g_array_unref (self->groups);
  g_free (self);
}

static double
number (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? CLAMP (json_node_get_double (node), 0, 1000000) : 0;
}

static void
read_group (JsonArray *array, guint index, JsonNode *node, gpointer user_data)
{
  CeciSelectionComposition *self = user_data;
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  CeciCompositionGroup group = {0};
  int dimension;

  if (object == NULL)
    return;
  dimension =
      ceci_enum_from_nick (CECI_TYPE_DIMENSION, json_object_get_string_member_with_default (object, "dimension", ""));
  if (dimension < 0)
    return;
  group.dimension = (CeciDimension) dimension;
  group.key = g_strdup (json_object_get_string_member_with_default (object, "group", ""));
  group.label = g_strdup (json_object_get_string_member_with_default (object, "label", group.key));
  group.applicants = (guint) number (object, "applicants");
  group.chosen = (guint) number (object, "chosen");
  group.target = number (object, "target");
  g_array_append_val (self->groups, group);
}

/**
 * ceci_selection_composition_read:
 * @json: (nullable): as [method@SelectionProblem.dup_composition] writes it
 * @error: %CECI_SELECTION_ERROR_TARGETS for other text
 *
 * Returns: (transfer full) (nullable): its counts
 */
CeciSelectionComposition *
ceci_selection_composition_read (const char *json, GError **error)
{
  g_autoptr (CeciSelectionComposition) self = g_new0 (CeciSelectionComposition, 1);
  g_autoptr (JsonNode) node = json != NULL ? json_from_string (json, NULL) : NULL;
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *groups;

  self->groups = g_array_new (FALSE, TRUE, sizeof (CeciCompositionGroup));
  g_array_set_clear_func (self->groups, group_clear);
  if (json == NULL)
    return g_steal_pointer (&self);
  groups = object != NULL ? json_object_get_member (object, "groups") : NULL;
  if (groups == NULL || !JSON_NODE_HOLDS_ARRAY (groups)) {
    g_set_error_literal (error, CECI_SELECTION_ERROR, CECI_SELECTION_ERROR_TARGETS,
                         _ ("The composition that was kept can’t be read."));
    return NULL;
  }
  self->applicants = (guint) number (object, "applicants");
  self->chosen = (guint) number (object, "chosen");
  json_array_foreach_element (json_node_get_array (groups), read_group, self);
  return g_steal_pointer (&self);
}
