// SPDX-License-Identifier: GPL-3.0-or-later
// SQL of faculties. What other names they are called by is kept with the columns that people mapped by hand.
#include "config.h"

#include "ceci-faculty-repository.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-column-mapping-repository.h"
#include "ceci-sql.h"
#include "core/store/ceci-fold.h"

#define ALIAS_FORMAT "faculty" // in column_mapping: heading is the name, folded; target the faculty's id

GListModel *
ceci_faculty_repository_list (CeciDatabase *database, GError **error)
{
  return G_LIST_MODEL (ceci_record_select (CECI_TYPE_FACULTY, database, NULL, NULL, "position", error));
}

static gboolean
check (CeciDatabase *database, CeciFaculty *draft, GError **error)
{
  const char *id = ceci_record_get_id (CECI_RECORD (draft));
  g_autofree char *other = NULL;

  if (is_blank (ceci_faculty_get_code (draft)) || is_blank (ceci_faculty_get_name_fr (draft)) ||
      is_blank (ceci_faculty_get_name_en (draft)))
    return REFUSE (error, _ ("A faculty needs a short code, and its name in French and in English."));
  other = ceci_database_text (database, error, "SELECT id FROM faculty WHERE code = $1 AND id <> $2", "tt",
                              ceci_faculty_get_code (draft), id != NULL ? id : "");
  if (other != NULL)
    return REFUSE (error, _ ("Another faculty has the code “%s”. Choose another code."), ceci_faculty_get_code (draft));
  return TRUE;
}

/**
 * ceci_faculty_repository_add:
 * @database: a connection inside a write
 * @draft: code, name_fr, name_en
 * @error: return location for an error; %CECI_STORE_ERROR_INVALID says what is wrong
 *
 * Returns: (transfer full) (nullable): the new faculty's id
 */
char *
ceci_faculty_repository_add (CeciDatabase *database, CeciFaculty *draft, GError **error)
{
  g_autoptr (CeciFaculty) faculty = NULL;
  gint64 last = ceci_database_integer (database, error, "SELECT coalesce(max(position), 0) FROM faculty", "");

  if (last < 0 || !check (database, draft, error))
    return NULL;
  faculty = ceci_record_with (draft, "position", last + 1, NULL);
  return ceci_record_insert (faculty, database, error) ? g_strdup (ceci_record_get_id (CECI_RECORD (faculty))) : NULL;
}

gboolean
ceci_faculty_repository_change (CeciDatabase *database, CeciFaculty *faculty, GError **error)
{
  return check (database, faculty, error) && ceci_record_update (faculty, database, error);
}

static gboolean
set_position (CeciDatabase *database, CeciFaculty *faculty, gint64 position, GError **error)
{
  g_autoptr (CeciFaculty) moved = ceci_record_with (faculty, "position", position, NULL);

  return ceci_record_update (moved, database, error);
}

gboolean
ceci_faculty_repository_move (CeciDatabase *database, const char *id, int by, GError **error)
{
  g_autoptr (GListModel) list = ceci_faculty_repository_list (database, error);
  guint n = list != NULL ? g_list_model_get_n_items (list) : 0;

  for (guint i = 0; i < n; i++) {
    g_autoptr (CeciFaculty) faculty = g_list_model_get_item (list, i);
    gint64 to = (gint64) i + by;
    g_autoptr (CeciFaculty) there = NULL;

    if (!g_str_equal (ceci_record_get_id (CECI_RECORD (faculty)), id))
      continue;
    if (to < 0 || to >= n)
      return TRUE;
    there = g_list_model_get_item (list, (guint) to);
    return set_position (database, faculty, ceci_faculty_get_position (there), error) &&
           set_position (database, there, ceci_faculty_get_position (faculty), error);
  }
  return list != NULL;
}

gint64
ceci_faculty_repository_n_people (CeciDatabase *database, const char *id, GError **error)
{
  return ceci_database_integer (database, error, "SELECT count(*) FROM person WHERE faculty_id = $1", "t", id);
}

gboolean
ceci_faculty_repository_remove (CeciDatabase *database, const char *id, GError **error)
{
  g_autoptr (CeciFaculty) faculty = ceci_record_find (CECI_TYPE_FACULTY, database, id, error);
  gint64 n = faculty != NULL ? ceci_faculty_repository_n_people (database, id, error) : -1;

  if (n < 0)
    return FALSE;
  if (n > 0)
    return REFUSE (error,
                   g_dngettext (GETTEXT_PACKAGE, "“%s” can’t be removed: %d person belongs to it. Rename it instead.",
                                "“%s” can’t be removed: %d people belong to it. Rename it instead.", (gulong) n),
                   ceci_faculty_get_code (faculty), (int) n);
  return ceci_faculty_repository_set_aliases (database, id, NULL, error) &&
         ceci_record_delete (faculty, database, error);
}

char *
ceci_faculty_repository_match (CeciDatabase *database, const char *text, GError **error)
{
  g_autoptr (CeciFacultyNames) names = ceci_faculty_names_new (database, error);

  return names != NULL ? g_strdup (ceci_faculty_names_match (names, text)) : NULL;
}

// --- other names ---------------------------------------------------------------------------

/**
 * ceci_faculty_repository_aliases:
 * @database: a connection
 * @id: a faculty
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the names it is called by, besides its own
 */
GStrv
ceci_faculty_repository_aliases (CeciDatabase *database, const char *id, GError **error)
{
  g_autoptr (GListModel) list = ceci_column_mapping_repository_list (database, ALIAS_FORMAT, "", error);
  g_autoptr (GStrvBuilder) aliases = g_strv_builder_new ();

  if (list == NULL)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (CeciColumnMapping) mapping = g_list_model_get_item (list, i);

    if (g_str_equal (ceci_column_mapping_get_target (mapping), id))
      g_strv_builder_add (aliases, ceci_column_mapping_get_heading (mapping));
  }
  return g_strv_builder_end (aliases);
}

gboolean
ceci_faculty_repository_remember (CeciDatabase *database, const char *alias, const char *id, GError **error)
{
  g_autofree char *folded = ceci_fold (alias);

  if (is_blank (folded))
    return TRUE;
  return ceci_column_mapping_repository_remember (database, ALIAS_FORMAT, "", folded, id, error);
}

/**
 * ceci_faculty_repository_set_aliases:
 * @database: a connection inside a write
 * @id: a faculty
 * @aliases: (nullable) (array zero-terminated=1): all the names it is called by; others are forgotten
 * @error: return location for an error
 *
 * Returns: whether they are kept
 */
gboolean
ceci_faculty_repository_set_aliases (CeciDatabase *database, const char *id, const char *const *aliases, GError **error)
{
  g_autoptr (GListModel) list = ceci_column_mapping_repository_list (database, ALIAS_FORMAT, "", error);

  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++) {
    g_autoptr (CeciColumnMapping) mapping = g_list_model_get_item (list, i);

    if (g_str_equal (ceci_column_mapping_get_target (mapping), id) &&
        (aliases == NULL || !g_strv_contains (aliases, ceci_column_mapping_get_heading (mapping))) &&
        !ceci_record_delete (mapping, database, error))
      return FALSE;
  }
  for (guint i = 0; list != NULL && aliases != NULL && aliases[i] != NULL; i++)
    if (!ceci_faculty_repository_remember (database, aliases[i], id, error))
      return FALSE;
  return list != NULL;
}
