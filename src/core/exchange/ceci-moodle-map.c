// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of an export of the virtual campus as its course remembers them, and what a grade must reach.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-moodle-proposal-private.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-column-mapping-repository.h"
#include "core/model/ceci-progress-repository.h"

GHashTable *
ceci_moodle_map_pass_marks (CeciColumnMap *map)
{
  return g_object_get_data (G_OBJECT (map), "pass-marks");
}

static gboolean
recall_pass_marks (CeciColumnMap *map, CeciDatabase *database, const char *course, GError **error)
{
  g_autoptr (GListModel) mappings =
      ceci_column_mapping_repository_list (database, CECI_MOODLE_PASS_MARK_FORMAT, course, error);

  for (guint i = 0; mappings != NULL && i < g_list_model_get_n_items (mappings); i++) {
    g_autoptr (CeciColumnMapping) mapping = g_list_model_get_item (mappings, i);

    g_hash_table_replace (ceci_moodle_map_pass_marks (map), g_strdup (ceci_column_mapping_get_heading (mapping)),
                          g_strdup (ceci_column_mapping_get_target (mapping)));
  }
  return mappings != NULL;
}

static gboolean
check_kind (CeciMoodleExport *export, CeciMoodleKind kind, GError **error)
{
  gboolean alike = export->kind == kind || kind == CECI_MOODLE_NONE ||
                   (export->kind == CECI_MOODLE_PROGRESS && kind == CECI_MOODLE_COMPLETION) ||
                   (export->kind == CECI_MOODLE_COMPLETION && kind == CECI_MOODLE_PROGRESS);

  if (export->kind == CECI_MOODLE_NONE)
    g_set_error_literal (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_NOT_A_TABLE,
                         _ ("This table is none of the virtual campus’s exports: export completion, attendance or "
                            "grades there, and choose that file."));
  else if (!alike)
    g_set_error (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_NOT_A_TABLE,
                 _ ("This file is another export of the virtual campus: import it as “%s”."),
                 ceci_moodle_kind_get_name (export->kind));
  return alike && export->kind != CECI_MOODLE_NONE;
}

CeciColumnMap *
ceci_moodle_proposal_read_map (CeciDatabase *database, GFile *file, CeciMoodleKind kind, const char *cohort_id,
                               GCancellable *cancellable, GError **error)
{
  g_autoptr (CeciMoodleExport) export = ceci_moodle_export_read (file, cancellable, error);
  g_autoptr (CeciColumnMap) map = NULL;
  g_autoptr (CeciCohort) cohort = NULL;
  g_autoptr (GListModel) modules = NULL;
  g_autofree char *course = NULL;

  if (export == NULL || !check_kind (export, kind, error))
    return NULL;
  cohort = ceci_cohort_repository_find (database, cohort_id, error);
  if (cohort == NULL)
    return NULL;
  modules = ceci_module_repository_list (database, error);
  if (modules == NULL)
    return NULL;
  course = ceci_moodle_course_of (ceci_cohort_get_course (cohort), export->course);
  map = ceci_moodle_column_map (export, modules);
  ceci_column_map_set_course (map, course);
  g_object_set_data (G_OBJECT (map), "kind", GINT_TO_POINTER (export->kind));
  g_object_set_data_full (G_OBJECT (map), "course", g_strdup (export->course), g_free);
  g_object_set_data_full (G_OBJECT (map), "pass-marks", g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
                          (GDestroyNotify) g_hash_table_unref);
  if (!ceci_column_map_recall (map, database, ceci_moodle_kind_get_name (export->kind), error) ||
      !recall_pass_marks (map, database, course, error))
    return NULL;
  return g_steal_pointer (&map);
}

CeciMoodleKind
ceci_moodle_map_get_kind (CeciColumnMap *map)
{
  return (CeciMoodleKind) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (map), "kind"));
}

gboolean
ceci_moodle_map_set_pass_mark (CeciColumnMap *map, const char *heading, const char *mark, GError **error)
{
  double value;

  if (mark != NULL && *mark != '\0' && !ceci_moodle_grade_parse (mark, &value)) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("“%s” is not a grade: write it as 10 or 12.5."),
                 mark);
    return FALSE;
  }
  if (heading != NULL && ceci_table_find_column (ceci_column_map_get_table (map), heading) < 0) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("The file has no column “%s”."), heading);
    return FALSE;
  }
  g_hash_table_replace (ceci_moodle_map_pass_marks (map), heading != NULL ? ceci_heading_key (heading) : g_strdup (""),
                        g_strdup (mark != NULL ? mark : ""));
  return TRUE;
}

const char *
ceci_moodle_map_get_pass_mark (CeciColumnMap *map, const char *heading)
{
  g_autofree char *key = heading != NULL ? ceci_heading_key (heading) : g_strdup ("");
  GHashTable *marks = ceci_moodle_map_pass_marks (map);
  const char *mark = marks != NULL ? g_hash_table_lookup (marks, key) : NULL;

  if (mark == NULL && marks != NULL)
    mark = g_hash_table_lookup (marks, "");
  return mark != NULL && *mark != '\0' ? mark : NULL;
}
