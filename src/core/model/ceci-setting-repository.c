// SPDX-License-Identifier: GPL-3.0-or-later
// SQL of settings and faculties.

#include "config.h"

#include "ceci-setting-repository.h"

#include <string.h>

#include "core/store/ceci-fold.h"

char *
ceci_setting_repository_get (CeciDatabase *database, const char *name, GError **error)
{
  return ceci_database_text (database, error, "SELECT value FROM setting WHERE id = $1", "t", name);
}

gboolean
ceci_setting_repository_set (CeciDatabase *database, const char *name, const char *value, GError **error)
{
  if (value == NULL)
    return ceci_database_run (database, error, "DELETE FROM setting WHERE id = $1", "t", name);
  return ceci_database_run (database, error,
                            "INSERT INTO setting (id, value) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET value = $2",
                            "tt", name, value);
}

GListModel *
ceci_faculty_repository_list (CeciDatabase *database, GError **error)
{
  return G_LIST_MODEL (ceci_record_select (CECI_TYPE_FACULTY, database, NULL, NULL, "position", error));
}

static gboolean
is_called (CeciFaculty *faculty, const char *wanted)
{
  const char *names[] = {ceci_faculty_get_code (faculty), ceci_faculty_get_name_fr (faculty),
                         ceci_faculty_get_name_en (faculty)};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *name = ceci_fold (names[i]);
    if (strcmp (name, wanted) == 0)
      return TRUE;
  }
  return FALSE;
}

char *
ceci_faculty_repository_match (CeciDatabase *database, const char *text, GError **error)
{
  g_autoptr (GListModel) faculties = ceci_faculty_repository_list (database, error);
  g_autofree char *wanted = ceci_fold (text);

  for (guint i = 0; faculties != NULL && i < g_list_model_get_n_items (faculties); i++) {
    g_autoptr (CeciFaculty) faculty = g_list_model_get_item (faculties, i);
    if (is_called (faculty, wanted))
      return g_strdup (ceci_record_get_id (CECI_RECORD (faculty)));
  }
  return NULL;
}
