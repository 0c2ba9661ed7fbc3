// SPDX-License-Identifier: GPL-3.0-or-later
// SQL of modules and their completion (declared in ceci-progress-repository.h).

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-progress-repository.h"
#include "ceci-sql.h"
#include "core/store/ceci-date.h"

GListModel *
ceci_module_repository_list (CeciDatabase *database, GError **error)
{
  return G_LIST_MODEL (ceci_record_select (CECI_TYPE_MODULE, database, NULL, NULL, "position", error));
}

gboolean
ceci_module_repository_change (CeciDatabase *database, CeciModule *module, GError **error)
{
  if (is_blank (ceci_module_get_title_fr (module)) || is_blank (ceci_module_get_title_en (module)))
    return REFUSE (error, _ ("A module needs a title in both languages."));
  return ceci_record_update (module, database, error);
}

GListModel *
ceci_module_repository_completions (CeciDatabase *database, const char *student_id, GError **error)
{
  CeciStatement *statement = ceci_database_query (
      database, error,
      "SELECT c.*, m.position, m.title_fr, m.title_en FROM module_completion c JOIN module m ON m.id = c.module_id "
      "WHERE c.student_id = $1 ORDER BY m.position",
      "t", student_id);

  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_MODULE_COMPLETION, statement, error));
}

GListModel *
ceci_module_repository_of_cohort (CeciDatabase *database, const char *cohort_id, GError **error)
{
  CeciStatement *statement =
      ceci_database_query (database, error,
                           "SELECT c.*, m.position, m.title_fr, m.title_en FROM module_completion c "
                           "JOIN module m ON m.id = c.module_id JOIN student s ON s.id = c.student_id "
                           "WHERE s.cohort_id = $1 ORDER BY c.student_id, m.position",
                           "t", cohort_id);

  return G_LIST_MODEL (ceci_record_list (CECI_TYPE_MODULE_COMPLETION, statement, error));
}

static char *
find_completion (CeciDatabase *database, const char *student_id, const char *module_id, GError **error)
{
  return ceci_database_text (database, error,
                             "SELECT id FROM module_completion WHERE student_id = $1 AND module_id = $2", "tt",
                             student_id, module_id);
}

gboolean
ceci_module_repository_complete (CeciDatabase *database, const char *student_id, const char *module_id,
                                 const char *completed_on, const char *evidence, GError **error)
{
  g_autoptr (CeciModuleCompletion) completion = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *id = NULL;

  if (completed_on == NULL || !ceci_date_is_valid (completed_on))
    return REFUSE (error, _ ("Completing a module needs the day it was completed."));
  id = find_completion (database, student_id, module_id, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  completion = ceci_record_new (CECI_TYPE_MODULE_COMPLETION, "id", id, "student_id", student_id, "module_id", module_id,
                                "completed_on", completed_on, "evidence", evidence, NULL);
  return id != NULL ? ceci_record_update (completion, database, error)
                    : ceci_record_insert (completion, database, error);
}

gboolean
ceci_module_repository_reopen (CeciDatabase *database, const char *student_id, const char *module_id, GError **error)
{
  return ceci_database_run (database, error, "DELETE FROM module_completion WHERE student_id = $1 AND module_id = $2",
                            "tt", student_id, module_id);
}
