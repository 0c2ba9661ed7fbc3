// SPDX-License-Identifier: GPL-3.0-or-later
// Taking members out of JSON that others wrote: a member of another type counts as absent, so that no file can mislead.
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

const char *ceci_json_text    (JsonObject *object, const char *name); // NULL if absent
gint64      ceci_json_integer (JsonObject *object, const char *name, gint64 fallback);
double      ceci_json_real    (JsonObject *object, const char *name, double fallback); // never a NaN
gboolean    ceci_json_boolean (JsonObject *object, const char *name);
JsonObject *ceci_json_object  (JsonObject *object, const char *name);
JsonArray  *ceci_json_array   (JsonObject *object, const char *name); // NULL if absent; ceci_json_length() takes it
guint       ceci_json_length  (JsonArray *array);
JsonObject *ceci_json_element (JsonArray *array, guint index); // NULL if it is not an object

void        ceci_json_set_text (JsonObject *object, const char *name, const char *text); // left out when NULL or empty

G_END_DECLS
