// SPDX-License-Identifier: GPL-3.0-or-later
// Moodle names what is deposited «Élodie Martin_48213_assignsubmission_file_/portfolio.pdf», or without folders
// «Élodie Martin_48213_assignsubmission_file_portfolio.pdf» (mod/assign, download_submissions). Somebody may have
// packed it again inside another folder, or packed folders named by hand.
#include "config.h"

#include "ceci-submission-name.h"

#include <string.h>

#include "core/store/ceci-fold.h"

// One component of a path: owner, number, plugin and, in the flat variant, the rest of the name.
static gboolean
parse_component (const char *component, CeciSubmissionName *name, char **rest)
{
  static GRegex *regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *plugin = NULL;
  g_autofree char *folded = NULL;

  if (g_once_init_enter_pointer (&regex))
    g_once_init_leave_pointer (&regex, g_regex_new ("^(.+?)_([0-9]{1,19})_assignsubmission_([a-z]+)(?:_(.*))?$",
                                                    G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL));
  if (!g_regex_match (regex, component, G_REGEX_MATCH_DEFAULT, &match))
    return FALSE;
  name->owner = g_match_info_fetch (match, 1);
  name->number = g_match_info_fetch (match, 2);
  plugin = g_match_info_fetch (match, 3);
  *rest = g_match_info_fetch (match, 4);
  g_strstrip (name->owner);
  name->online_text = g_str_equal (plugin, "onlinetext");
  folded = ceci_fold (name->owner);
  name->blind = g_str_equal (folded, "participant") || g_str_equal (folded, "participante");
  return TRUE;
}

static gboolean
is_junk (char **parts, guint n)
{
  const char *last = parts[n - 1];

  for (guint i = 0; i < n; i++)
    if (g_str_equal (parts[i], "__MACOSX"))
      return TRUE;
  return g_str_has_prefix (last, "._") || g_str_has_prefix (last, "~$") || g_str_equal (last, ".DS_Store") ||
         g_ascii_strcasecmp (last, "Thumbs.db") == 0 || g_ascii_strcasecmp (last, "desktop.ini") == 0;
}

static GPtrArray *
split (const char *path)
{
  g_auto (GStrv) all = g_strsplit (path, "/", -1);
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; all[i] != NULL; i++)
    if (all[i][0] != '\0' && !g_str_equal (all[i], "."))
      g_ptr_array_add (parts, g_strdup (all[i]));
  if (parts->len == 0)
    g_ptr_array_add (parts, g_strdup ("?"));
  return parts;
}

static char *
join_from (GPtrArray *parts, guint first)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = first; i < parts->len; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "/" : "", (char *) parts->pdata[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * ceci_submission_name_parse:
 * @path: a path in an archive, in UTF-8
 * @name: (out caller-allocates): what it says
 */
void
ceci_submission_name_parse (const char *path, CeciSubmissionName *name)
{
  g_autoptr (GPtrArray) parts = split (path);
  g_autofree char *rest = NULL;
  g_autofree char *last = NULL;

  *name = (CeciSubmissionName) {0};
  name->junk = is_junk ((char **) parts->pdata, parts->len);
  for (guint i = 0; i < parts->len && name->owner == NULL; i++)
    if (parse_component (parts->pdata[i], name, &rest)) {
      g_autofree char *after = join_from (parts, i + 1);

      name->inside = *after != '\0' ? g_steal_pointer (&after) : g_strdup (rest != NULL && *rest != '\0' ? rest : path);
    }
  if (name->owner == NULL && parts->len > 1) { // folders named by hand
    name->owner = g_strdup (parts->pdata[0]);
    name->inside = join_from (parts, 1);
  } else if (name->owner == NULL) {
    name->inside = g_strdup (parts->pdata[0]);
  }
  last = g_path_get_basename (name->inside);
  name->online_text |=
      g_ascii_strcasecmp (last, "onlinetext.html") == 0 || g_ascii_strcasecmp (last, "texteenligne.html") == 0;
}

void
ceci_submission_name_clear (CeciSubmissionName *name)
{
  g_clear_pointer (&name->owner, g_free);
  g_clear_pointer (&name->number, g_free);
  g_clear_pointer (&name->inside, g_free);
}

char *
ceci_submission_course (const char *archive_name)
{
  const char *dash = strchr (archive_name, '-');
  g_autoptr (GRegex) regex = g_regex_new ("-[0-9]+\\.zip$", G_REGEX_CASELESS, G_REGEX_MATCH_DEFAULT, NULL);

  if (dash == NULL || dash == archive_name || !g_regex_match (regex, archive_name, G_REGEX_MATCH_DEFAULT, NULL))
    return NULL;
  return g_strndup (archive_name, (gsize) (dash - archive_name));
}

char *
ceci_name_letters (const char *name)
{
  g_autofree char *folded = ceci_fold (name);
  g_autoptr (GString) letters = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (letters, g_utf8_get_char (at));
  return g_string_free (g_steal_pointer (&letters), FALSE);
}
