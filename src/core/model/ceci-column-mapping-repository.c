// SPDX-License-Identifier: GPL-3.0-or-later
// How people mapped the columns of files by hand. course is "" for what holds for every file of the format.
#include "config.h"

#include "ceci-column-mapping-repository.h"

GListModel *
ceci_column_mapping_repository_list (CeciDatabase *database, const char *format, const char *course, GError **error)
{
  CeciStatement *statement = ceci_database_query (
      database, error, "SELECT * FROM column_mapping WHERE format = $1 AND course = $2 ORDER BY id", "tt", format,
      course);
  GListStore *mappings = ceci_record_list (CECI_TYPE_COLUMN_MAPPING, statement, error);

  return mappings != NULL ? G_LIST_MODEL (mappings) : NULL;
}

/**
 * ceci_column_mapping_repository_remember:
 * @database: the register, in a write
 * @format: of which import
 * @course: of which course, or ""
 * @heading: the column's heading, folded
 * @target: the field it holds
 * @error: the register's
 *
 * Returns: whether it is kept
 */
gboolean
ceci_column_mapping_repository_remember (CeciDatabase *database, const char *format, const char *course,
                                         const char *heading, const char *target, GError **error)
{
  g_autoptr (GListModel) mappings = ceci_column_mapping_repository_list (database, format, course, error);
  g_autoptr (CeciColumnMapping) added = NULL;

  if (mappings == NULL)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (mappings); i++) {
    g_autoptr (CeciColumnMapping) mapping = g_list_model_get_item (mappings, i);
    g_autoptr (CeciColumnMapping) changed = NULL;

    if (g_strcmp0 (ceci_column_mapping_get_heading (mapping), heading) != 0)
      continue;
    if (g_strcmp0 (ceci_column_mapping_get_target (mapping), target) == 0)
      return TRUE;
    changed = ceci_record_with (mapping, "target", target, NULL);
    return ceci_record_update (changed, database, error);
  }
  added = ceci_record_new (CECI_TYPE_COLUMN_MAPPING, "format", format, "course", course, "heading", heading, "target",
                           target, NULL);
  return ceci_record_insert (added, database, error);
}
