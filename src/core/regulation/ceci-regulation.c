// SPDX-License-Identifier: GPL-3.0-or-later
// The regulation as data: its numbers and texts, and its JSON. Their defaults are in ceci-regulation-defaults.c; what
// follows from it for a student is in ceci-count.c and the rules.

#include "config.h"

#include "ceci-regulation.h"
#include "ceci-regulation-defaults.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "core/store/ceci-database.h"

struct _CeciRegulation {
  GObject parent_instance;

  gint64 numbers[CECI_REGULATION_NUMBERS];
  char *fr[CECI_REGULATION_TEXTS]; // NULL: the default
  char *en[CECI_REGULATION_TEXTS];
};

G_DEFINE_FINAL_TYPE (CeciRegulation, ceci_regulation, G_TYPE_OBJECT)

static void
ceci_regulation_finalize (GObject *object)
{
  CeciRegulation *self = CECI_REGULATION (object);

  for (guint i = 0; i < CECI_REGULATION_TEXTS; i++) {
    g_free (self->fr[i]);
    g_free (self->en[i]);
  }

  G_OBJECT_CLASS (ceci_regulation_parent_class)->finalize (object);
}

static void
ceci_regulation_class_init (CeciRegulationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ceci_regulation_finalize;
}

static void
ceci_regulation_init (CeciRegulation *self)
{
  for (guint i = 0; i < CECI_REGULATION_NUMBERS; i++)
    self->numbers[i] = ceci_regulation_numbers[i].preset;
}

static int
find_number (const char *name)
{
  for (guint i = 0; i < CECI_REGULATION_NUMBERS; i++)
    if (strcmp (ceci_regulation_numbers[i].name, name) == 0)
      return (int) i;
  return -1;
}

static int
find_text (const char *name)
{
  for (guint i = 0; i < CECI_REGULATION_TEXTS; i++)
    if (strcmp (ceci_regulation_texts[i].name, name) == 0)
      return (int) i;
  return -1;
}

CeciRegulation *
ceci_regulation_new_default (void)
{
  return g_object_new (CECI_TYPE_REGULATION, NULL);
}

static gboolean
set_number (CeciRegulation *self, const char *name, gint64 value, GError **error)
{
  int index = find_number (name);

  if (index < 0) {
    g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_INVALID, _ ("A regulation has no number named “%s”."), name);
    return FALSE;
  }
  if (value < ceci_regulation_numbers[index].minimum || value > ceci_regulation_numbers[index].maximum) {
    g_autofree char *least = g_strdup_printf ("%" G_GINT64_FORMAT, ceci_regulation_numbers[index].minimum);
    g_autofree char *most = g_strdup_printf ("%" G_GINT64_FORMAT, ceci_regulation_numbers[index].maximum);
    g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_INVALID,
                 _ ("The regulation’s “%s” must lie between %s and %s."), name, least, most);
    return FALSE;
  }
  self->numbers[index] = value;
  return TRUE;
}

static gboolean
read_numbers (CeciRegulation *self, JsonObject *object, GError **error)
{
  for (guint i = 0; i < CECI_REGULATION_NUMBERS; i++) {
    JsonNode *node = json_object_get_member (object, ceci_regulation_numbers[i].name);

    if (node == NULL)
      continue;
    if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64) {
      g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_INVALID,
                   _ ("The regulation’s “%s” must be a whole number."), ceci_regulation_numbers[i].name);
      return FALSE;
    }
    if (!set_number (self, ceci_regulation_numbers[i].name, json_node_get_int (node), error))
      return FALSE;
  }
  return TRUE;
}

static void
read_text (JsonObject *object, const char *language, char **place)
{
  JsonNode *node = json_object_get_member (object, language);

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    g_set_str (place, json_node_get_string (node));
}

static void
read_texts (CeciRegulation *self, JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "texts");

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;
  for (guint i = 0; i < CECI_REGULATION_TEXTS; i++) {
    JsonNode *text = json_object_get_member (json_node_get_object (node), ceci_regulation_texts[i].name);

    if (text != NULL && JSON_NODE_HOLDS_OBJECT (text)) {
      read_text (json_node_get_object (text), "fr", &self->fr[i]);
      read_text (json_node_get_object (text), "en", &self->en[i]);
    }
  }
}

/**
 * ceci_regulation_new_from_json:
 * @json: an object of numbers by name and `texts`, by name and language
 * @error: return location for an error; %CECI_STORE_ERROR_INVALID
 *
 * Returns: (transfer full) (nullable): the regulation
 */
CeciRegulation *
ceci_regulation_new_from_json (const char *json, GError **error)
{
  g_autoptr (CeciRegulation) self = ceci_regulation_new_default ();
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;

  if (!json_parser_load_from_data (parser, json, -1, NULL) || (root = json_parser_get_root (parser)) == NULL ||
      !JSON_NODE_HOLDS_OBJECT (root)) {
    g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_INVALID,
                 _ ("The regulation can’t be read: it is not a JSON object."));
    return NULL;
  }
  if (!read_numbers (self, json_node_get_object (root), error))
    return NULL;
  read_texts (self, json_node_get_object (root));
  return g_steal_pointer (&self);
}

/**
 * ceci_regulation_to_json:
 * @self: a regulation
 *
 * Returns: (transfer full): every number and text, so that a later change of the defaults changes nothing here
 */
char *
ceci_regulation_to_json (CeciRegulation *self)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonObject *all = json_object_new ();

  for (guint i = 0; i < CECI_REGULATION_NUMBERS; i++)
    json_object_set_int_member (object, ceci_regulation_numbers[i].name, self->numbers[i]);
  for (guint i = 0; i < CECI_REGULATION_TEXTS; i++) {
    JsonObject *both = json_object_new ();

    json_object_set_string_member (both, "fr", ceci_regulation_get_text (self, ceci_regulation_texts[i].name, "fr"));
    json_object_set_string_member (both, "en", ceci_regulation_get_text (self, ceci_regulation_texts[i].name, "en"));
    json_object_set_object_member (all, ceci_regulation_texts[i].name, both);
  }
  json_object_set_object_member (object, "texts", all);
  json_node_take_object (root, object);
  return json_to_string (root, FALSE);
}

gint64
ceci_regulation_get_integer (CeciRegulation *self, const char *name)
{
  int index = find_number (name);

  g_return_val_if_fail (CECI_IS_REGULATION (self), 0);
  g_return_val_if_fail (index >= 0, 0);

  return self->numbers[index];
}

const char *
ceci_regulation_get_text (CeciRegulation *self, const char *name, const char *language)
{
  int index = find_text (name);
  gboolean french = g_strcmp0 (language, "en") != 0;

  g_return_val_if_fail (CECI_IS_REGULATION (self), NULL);
  g_return_val_if_fail (index >= 0, NULL);

  if (french)
    return self->fr[index] != NULL ? self->fr[index] : ceci_regulation_texts[index].fr;
  return self->en[index] != NULL ? self->en[index] : ceci_regulation_texts[index].en;
}

static CeciRegulation *
copy (CeciRegulation *self)
{
  CeciRegulation *other = ceci_regulation_new_default ();

  memcpy (other->numbers, self->numbers, sizeof self->numbers);
  for (guint i = 0; i < CECI_REGULATION_TEXTS; i++) {
    other->fr[i] = g_strdup (self->fr[i]);
    other->en[i] = g_strdup (self->en[i]);
  }
  return other;
}

CeciRegulation *
ceci_regulation_with_integer (CeciRegulation *self, const char *name, gint64 value, GError **error)
{
  g_autoptr (CeciRegulation) other = copy (self);

  return set_number (other, name, value, error) ? g_steal_pointer (&other) : NULL;
}

CeciRegulation *
ceci_regulation_with_text (CeciRegulation *self, const char *name, const char *language, const char *text,
                           GError **error)
{
  g_autoptr (CeciRegulation) other = copy (self);
  int index = find_text (name);

  if (index < 0) {
    g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_INVALID, _ ("A regulation has no text named “%s”."), name);
    return NULL;
  }
  g_set_str (g_strcmp0 (language, "en") == 0 ? &other->en[index] : &other->fr[index], text);
  return g_steal_pointer (&other);
}
