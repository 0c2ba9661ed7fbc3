// SPDX-License-Identifier: GPL-3.0-or-later
// One dossier as frozen in a package.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-json-fields.h"
#include "ceci-jury-error.h"
#include "ceci-package-dossier.h"
#include "core/model/ceci-follow-up-rating.h"
#include "core/model/ceci-enums.h"
#include "core/store/ceci-date.h"

#define MOST_DOCUMENTS 1000
#define MOST_LINES 1000

struct _CeciPackageDossier {
  GObject parent_instance;

  char *id, *name, *cohort, *organisation, *mission, *regulation, *digest;
  GListStore *documents;
  GListStore *findings;
  GListStore *follow_up;
};

G_DEFINE_FINAL_TYPE (CeciPackageDossier, ceci_package_dossier, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_ID,
  PROP_NAME,
  PROP_COHORT,
  PROP_ORGANISATION,
  PROP_MISSION,
  PROP_DOCUMENTS,
  PROP_FINDINGS,
  PROP_FOLLOW_UP,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void
ceci_package_dossier_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CeciPackageDossier *self = CECI_PACKAGE_DOSSIER (object);

  switch (id) {
  case PROP_ID:
    g_value_set_string (value, self->id);
    break;
  case PROP_NAME:
    g_value_set_string (value, self->name);
    break;
  case PROP_COHORT:
    g_value_set_string (value, self->cohort);
    break;
  case PROP_ORGANISATION:
    g_value_set_string (value, self->organisation);
    break;
  case PROP_MISSION:
    g_value_set_string (value, self->mission);
    break;
  case PROP_DOCUMENTS:
    g_value_set_object (value, self->documents);
    break;
  case PROP_FINDINGS:
    g_value_set_object (value, self->findings);
    break;
  case PROP_FOLLOW_UP:
    g_value_set_object (value, self->follow_up);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
ceci_package_dossier_finalize (GObject *object)
{
  CeciPackageDossier *self = CECI_PACKAGE_DOSSIER (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->cohort);
  g_free (self->organisation);
  g_free (self->mission);
  g_free (self->regulation);
  g_free (self->digest);
  g_object_unref (self->documents);
  g_object_unref (self->findings);
  g_object_unref (self->follow_up);
  G_OBJECT_CLASS (ceci_package_dossier_parent_class)->finalize (object);
}

static void
ceci_package_dossier_class_init (CeciPackageDossierClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ceci_package_dossier_get_property;
  object_class->finalize = ceci_package_dossier_finalize;
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_COHORT] = g_param_spec_string ("cohort", NULL, NULL, NULL, flags);
  properties[PROP_ORGANISATION] = g_param_spec_string ("organisation", NULL, NULL, NULL, flags);
  properties[PROP_MISSION] = g_param_spec_string ("mission", NULL, NULL, NULL, flags);
  properties[PROP_DOCUMENTS] = g_param_spec_object ("documents", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_FINDINGS] = g_param_spec_object ("findings", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_FOLLOW_UP] = g_param_spec_object ("follow-up", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ceci_package_dossier_init (CeciPackageDossier *self)
{
  self->documents = g_list_store_new (CECI_TYPE_PACKAGE_DOCUMENT);
  self->findings = g_list_store_new (CECI_TYPE_PACKAGE_LINE);
  self->follow_up = g_list_store_new (CECI_TYPE_PACKAGE_LINE);
}

static void
add_line (GListStore *list, const char *title, const char *text, const char *state)
{
  g_autoptr (CeciPackageLine) line = NULL;

  if (title == NULL || text == NULL)
    return;
  line = ceci_record_new (CECI_TYPE_PACKAGE_LINE, "title", title, "text", text, "state", state ? state : "", NULL);
  g_list_store_append (list, line);
}

static gboolean
take_documents (CeciPackageDossier *self, JsonArray *array)
{
  guint n = ceci_json_length (array);

  if (n > MOST_DOCUMENTS)
    return FALSE;
  for (guint i = 0; i < n; i++) {
    g_autoptr (CeciPackageDocument) document = ceci_package_document_new_from_json (ceci_json_element (array, i));

    if (document == NULL)
      return FALSE;
    g_list_store_append (self->documents, document);
  }
  return TRUE;
}

static void
take_findings (CeciPackageDossier *self, JsonArray *array)
{
  for (guint i = 0; i < MIN (ceci_json_length (array), MOST_LINES); i++) {
    JsonObject *finding = ceci_json_element (array, i);

    add_line (self->findings, ceci_json_text (finding, "title"), ceci_json_text (finding, "reason"),
              ceci_json_text (finding, "state"));
  }
}

static const char *
rating_label (gint64 level)
{
  switch (level) {
  case 1:
    return _ ("To improve");
  case 2:
    return _ ("Sufficient");
  case 3:
    return _ ("Good");
  case 4:
    return _ ("Very good");
  default:
    return _ ("Not observed");
  }
}

static void
take_follow_up (CeciPackageDossier *self, JsonObject *grid)
{
  JsonArray *ratings = ceci_json_array (grid, "ratings");
  const char *overall = ceci_json_text (grid, "overall");
  gint64 minutes = ceci_json_integer (grid, "attested_minutes", -1);

  for (guint i = 0; i < MIN (ceci_json_length (ratings), MOST_LINES); i++) {
    JsonObject *rating = ceci_json_element (ratings, i);

    add_line (self->follow_up, ceci_follow_up_item_label (ceci_json_text (rating, "item")),
              rating_label (ceci_json_integer (rating, "level", 0)), NULL);
  }
  if (minutes >= 0) {
    g_autofree char *hours = ceci_duration_format (minutes);

    add_line (self->follow_up, _ ("Hours attested"), hours, NULL);
  }
  add_line (self->follow_up, _ ("Functions"), ceci_json_text (grid, "functions"), NULL);
  add_line (self->follow_up, _ ("Strengths"), ceci_json_text (grid, "strengths"), NULL);
  add_line (self->follow_up, _ ("Advice"), ceci_json_text (grid, "advice"), NULL);
  if (overall != NULL)
    add_line (self->follow_up, _ ("Overall"),
              ceci_enum_get_label (CECI_TYPE_OVERALL, ceci_enum_from_nick (CECI_TYPE_OVERALL, overall)), NULL);
}

/**
 * ceci_package_dossier_new_from_json:
 * @object: one element of a package's `dossiers`
 * @error: %CECI_JURY_ERROR_DAMAGED
 *
 * Returns: (transfer full): the dossier
 */
CeciPackageDossier *
ceci_package_dossier_new_from_json (JsonObject *object, GError **error)
{
  g_autoptr (CeciPackageDossier) self = g_object_new (CECI_TYPE_PACKAGE_DOSSIER, NULL);
  const char *id = ceci_json_text (object, "id");
  const char *name = ceci_json_text (object, "name");
  const char *digest = ceci_json_text (object, "digest");
  JsonArray *follow_up = ceci_json_array (object, "follow_up");

  if (id == NULL || *id == '\0' || name == NULL || digest == NULL || strlen (digest) != 64 ||
      !take_documents (self, ceci_json_array (object, "documents"))) {
    g_set_error_literal (error, CECI_JURY_ERROR, CECI_JURY_ERROR_DAMAGED,
                         _ ("A dossier of this package cannot be understood. Ask for the package again."));
    return NULL;
  }
  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->digest = g_strdup (digest);
  self->cohort = g_strdup (ceci_json_text (object, "cohort"));
  self->organisation = g_strdup (ceci_json_text (object, "organisation"));
  self->mission = g_strdup (ceci_json_text (object, "mission"));
  self->regulation = g_strdup (ceci_json_text (object, "regulation"));
  take_findings (self, ceci_json_array (object, "findings"));
  // one grid a placement
  for (guint i = 0; i < MIN (ceci_json_length (follow_up), MOST_LINES); i++)
    take_follow_up (self, ceci_json_element (follow_up, i));
  return g_steal_pointer (&self);
}

const char *
ceci_package_dossier_get_id (CeciPackageDossier *self)
{
  return self->id;
}

const char *
ceci_package_dossier_get_name (CeciPackageDossier *self)
{
  return self->name;
}

const char *
ceci_package_dossier_get_cohort (CeciPackageDossier *self)
{
  return self->cohort;
}

const char *
ceci_package_dossier_get_organisation (CeciPackageDossier *self)
{
  return self->organisation;
}

const char *
ceci_package_dossier_get_mission (CeciPackageDossier *self)
{
  return self->mission;
}

const char *
ceci_package_dossier_get_regulation (CeciPackageDossier *self)
{
  return self->regulation;
}

const char *
ceci_package_dossier_get_digest (CeciPackageDossier *self)
{
  return self->digest;
}

GListModel *
ceci_package_dossier_get_documents (CeciPackageDossier *self)
{
  return G_LIST_MODEL (self->documents);
}

GListModel *
ceci_package_dossier_get_findings (CeciPackageDossier *self)
{
  return G_LIST_MODEL (self->findings);
}

GListModel *
ceci_package_dossier_get_follow_up (CeciPackageDossier *self)
{
  return G_LIST_MODEL (self->follow_up);
}

gint64
ceci_package_dossier_get_n_pages (CeciPackageDossier *self)
{
  gint64 pages = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->documents)); i++) {
    g_autoptr (CeciPackageDocument) document = g_list_model_get_item (G_LIST_MODEL (self->documents), i);

    pages += MAX (0, ceci_package_document_get_pages (document));
  }
  return pages;
}
