// SPDX-License-Identifier: GPL-3.0-or-later
// Which columns of an export of the virtual campus say who, which are modules and which are meetings. A course's own
// activities can't be known by their names: they are mapped to the modules once, by hand, and remembered a course.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-form-values.h"
#include "ceci-moodle-export.h"
#include "core/model/ceci-language.h"
#include "core/model/ceci-module.h"

#define MOST_MODULES 64

static const char *const id_number[] = {"=id number", "=numero d identification", "=matricule", "=numero etudiant",
                                        "=username",  "=nom d utilisateur",       NULL};
static const char *const name[] = {"=name", "=nom", "=full name", "=nom complet", NULL};
static const char *const first_name[] = {"=first name", "=prenom", "=firstname", NULL};
static const char *const family_name[] = {"=last name", "=surname", "=nom de famille", "=lastname", NULL};
static const char *const email[] = {"=email address", "=adresse de courriel",  "=email",
                                    "=courriel",      "=adresse electronique", NULL};
static const char *const identifier[] = {"=identifier", "=identifiant", NULL};
static const char *const nothing[] = {NULL};

static const CeciImportField people[] = {
    {"id-number", N_ ("Student number"), id_number, FALSE},
    {"name", N_ ("Whole name"), name, FALSE},
    {"first-name", N_ ("First name"), first_name, FALSE},
    {"family-name", N_ ("Family name"), family_name, FALSE},
    {"email", N_ ("E-mail"), email, FALSE},
};

typedef struct {
  CeciImportField *fields;
  guint n_fields;
  GPtrArray *texts; // what the fields point to
} Fields;

static void
fields_free (gpointer data)
{
  Fields *fields = data;

  g_free (fields->fields);
  g_ptr_array_unref (fields->texts);
  g_free (fields);
}

static const char *
keep (Fields *fields, char *text)
{
  g_ptr_array_add (fields->texts, text);
  return text;
}

static void
add_field (Fields *fields, const char *field, const char *title, const char *const *patterns, gboolean many)
{
  fields->fields[fields->n_fields++] = (CeciImportField) {field, title, patterns, many};
}

// «Module 2», or its title somewhere in the heading.
static void
add_module (Fields *fields, CeciModule *module, guint number)
{
  gboolean french = strcmp (ceci_language_current (), "fr") == 0;
  g_autofree char *in_french = ceci_form_words (ceci_module_get_title_fr (module));
  g_autofree char *in_english = ceci_form_words (ceci_module_get_title_en (module));
  const char **patterns = g_new0 (const char *, 4);
  guint n = 0;

  patterns[n++] = keep (fields, g_strdup_printf ("=module %u", number));
  if (strlen (in_french) > 3)
    patterns[n++] = keep (fields, g_steal_pointer (&in_french));
  if (strlen (in_english) > 3)
    patterns[n++] = keep (fields, g_steal_pointer (&in_english));
  keep (fields, (char *) patterns);
  add_field (
      fields, keep (fields, g_strdup_printf ("module:%u", number)),
      // Translators: a module’s number and title
      keep (fields, g_strdup_printf (_ ("Module %u: %s"), number,
                                     french ? ceci_module_get_title_fr (module) : ceci_module_get_title_en (module))),
      patterns, TRUE);
}

static Fields *
fields_of (CeciMoodleKind kind, GListModel *modules)
{
  Fields *fields = g_new0 (Fields, 1);
  guint n_modules = MIN (g_list_model_get_n_items (modules), MOST_MODULES);

  fields->texts = g_ptr_array_new_with_free_func (g_free);
  fields->fields = g_new0 (CeciImportField, G_N_ELEMENTS (people) + n_modules + 3);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    fields->fields[fields->n_fields++] = people[i];
  if (kind == CECI_MOODLE_COMPLETION || kind == CECI_MOODLE_PROGRESS || kind == CECI_MOODLE_GRADEBOOK)
    for (guint i = 0; i < n_modules; i++) {
      g_autoptr (CeciModule) module = g_list_model_get_item (modules, i);

      add_module (fields, module, i + 1);
    }
  if (kind == CECI_MOODLE_COMPLETION || kind == CECI_MOODLE_PROGRESS)
    add_field (fields, "date", N_ ("Date of the column before"), nothing, TRUE);
  if (kind == CECI_MOODLE_ATTENDANCE)
    add_field (fields, "session", N_ ("A meeting"), nothing, TRUE);
  if (kind == CECI_MOODLE_WORKSHEET)
    add_field (fields, "participant", N_ ("Participant’s number"), identifier, FALSE);
  add_field (fields, "other", N_ ("Something else"), nothing, TRUE);
  return fields;
}

// Columns that Moodle adds and nothing is taken from; its «ID» is its own number of the account, no student number.
static gboolean
is_known_rest (CeciMoodleKind kind, const char *words)
{
  static const char *const rest[] = {"id",
                                     "p",
                                     "l",
                                     "e",
                                     "a",
                                     "r",
                                     "groups",
                                     "groupes",
                                     "taken sessions",
                                     "sessions prises",
                                     "points",
                                     "percentage",
                                     "pourcentage",
                                     "institution",
                                     "department",
                                     "departement",
                                     "course complete",
                                     "cours termine",
                                     "status",
                                     "statut",
                                     "grade",
                                     "note",
                                     "maximum grade",
                                     "note maximale",
                                     "marking workflow state",
                                     "grade can be changed",
                                     "la note peut etre modifiee",
                                     "last modified submission",
                                     "last modified grade",
                                     "feedback comments",
                                     "feedback par commentaires",
                                     "derniere modification travail remis",
                                     "derniere modification note",
                                     "statut du flux d evaluation",
                                     "last downloaded from this course",
                                     "dernier telechargement depuis ce cours"};

  for (guint i = 0; i < G_N_ELEMENTS (rest); i++)
    if (g_str_equal (words, rest[i]))
      return TRUE;
  return kind == CECI_MOODLE_GRADEBOOK &&
         (g_str_has_prefix (words, "course total") || g_str_has_prefix (words, "total du cours"));
}

static gboolean
is_date_heading (CeciMoodleKind kind, guint column, const char *heading, const char *words)
{
  g_autofree char *date = NULL;

  if (column == 0)
    return FALSE;
  if (g_str_has_suffix (words, "completion date") || g_str_has_suffix (words, "date d achevement"))
    return TRUE;
  if (kind != CECI_MOODLE_PROGRESS)
    return FALSE;
  date = ceci_form_date (heading, NULL);
  return *heading == '\0' || date != NULL;
}

static void
place_columns (CeciColumnMap *map, CeciMoodleKind kind)
{
  CeciTable *table = ceci_column_map_get_table (map);

  for (guint column = 0; column < ceci_table_get_n_columns (table); column++) {
    const char *heading = ceci_table_get_heading (table, column);
    g_autofree char *words = ceci_form_words (heading);
    g_auto (CeciMoodleSession) session = {NULL};

    if (kind == CECI_MOODLE_PROGRESS && column == 0 && *heading == '\0')
      ceci_column_map_place (map, column, "name");
    else if ((kind == CECI_MOODLE_PROGRESS || kind == CECI_MOODLE_COMPLETION) &&
             is_date_heading (kind, column, heading, words))
      ceci_column_map_place (map, column, "date");
    else if (kind == CECI_MOODLE_ATTENDANCE && ceci_moodle_session_parse (heading, &session))
      ceci_column_map_place (map, column, "session");
    else if (is_known_rest (kind, words))
      ceci_column_map_place (map, column, "other");
  }
  // «Nom» beside «Prénom» is the family’s
  if (ceci_column_map_get_column (map, "name") >= 0 && ceci_column_map_get_column (map, "first-name") >= 0 &&
      ceci_column_map_get_column (map, "family-name") < 0)
    ceci_column_map_place (map, (guint) ceci_column_map_get_column (map, "name"), "family-name");
}

/**
 * ceci_moodle_column_map:
 * @self: an export of a known kind
 * @modules: of #CeciModule, in their order
 *
 * Returns: (transfer full): the columns as their headings give them
 */
CeciColumnMap *
ceci_moodle_column_map (CeciMoodleExport *self, GListModel *modules)
{
  Fields *fields = fields_of (self->kind, modules);
  CeciColumnMap *map = ceci_column_map_new (self->table, fields->fields, fields->n_fields);

  g_object_set_data_full (G_OBJECT (map), "fields", fields, fields_free);
  place_columns (map, self->kind);
  return map;
}
