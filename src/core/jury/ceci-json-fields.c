// SPDX-License-Identifier: GPL-3.0-or-later
// Taking members out of JSON that others wrote.

#include "config.h"

#include <math.h>

#include "ceci-json-fields.h"

static JsonNode *
value_of (JsonObject *object, const char *name)
{
  JsonNode *node = object ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? node : NULL;
}

const char *
ceci_json_text (JsonObject *object, const char *name)
{
  JsonNode *node = value_of (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

gint64
ceci_json_integer (JsonObject *object, const char *name, gint64 fallback)
{
  JsonNode *node = value_of (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : fallback;
}

double
ceci_json_real (JsonObject *object, const char *name, double fallback)
{
  JsonNode *node = value_of (object, name);
  double value = fallback;

  if (node != NULL && json_node_get_value_type (node) == G_TYPE_INT64)
    value = (double) json_node_get_int (node);
  else if (node != NULL && json_node_get_value_type (node) == G_TYPE_DOUBLE)
    value = json_node_get_double (node);
  return isfinite (value) ? value : fallback;
}

gboolean
ceci_json_boolean (JsonObject *object, const char *name)
{
  JsonNode *node = value_of (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}

JsonObject *
ceci_json_object (JsonObject *object, const char *name)
{
  JsonNode *node = object ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
ceci_json_array (JsonObject *object, const char *name)
{
  JsonNode *node = object ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

guint
ceci_json_length (JsonArray *array)
{
  return array ? json_array_get_length (array) : 0;
}

JsonObject *
ceci_json_element (JsonArray *array, guint index)
{
  JsonNode *node = json_array_get_element (array, index);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

void
ceci_json_set_text (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL && *text != '\0')
    json_object_set_string_member (object, name, text);
}
