// SPDX-License-Identifier: GPL-3.0-or-later
// By what words a faculty is meant: its code, its names, what it was called before, and the short forms people write:
// «Médecine», «Polytech», «Fac de droit», «ULB Psycho», «ESP».
#include "config.h"

#include <string.h>

#include "ceci-column-mapping-repository.h"
#include "ceci-faculty-repository.h"
#include "core/store/ceci-fold.h"

typedef struct {
  char *id;
  char *code;     // words of it
  GStrv words[2]; // of each name, those that tell faculties apart
  char *initials[2];
} Faculty;

struct _CeciFacultyNames {
  GPtrArray *faculties; // of Faculty
  GHashTable *exact;    // words to an id
};

// What stands in many names, and before many answers.
static const char *const common[] = {
    "faculte", "fac", "faculty", "ecole", "school", "institut", "institute",  "de",  "des",
    "du",      "d",   "la",      "le",    "les",    "l",        "et",         "and", "of",
    "the",     "for", "en",      "in",    "ulb",    "libre",    "universite",
};

static void
faculty_free (gpointer data)
{
  Faculty *faculty = data;

  g_free (faculty->id);
  g_free (faculty->code);
  for (guint i = 0; i < 2; i++) {
    g_strfreev (faculty->words[i]);
    g_free (faculty->initials[i]);
  }
  g_free (faculty);
}

// Folded letters and digits, a space between words.
static char *
words_of (const char *text)
{
  g_autofree char *folded = ceci_fold (text);
  GString *words = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (words, g_utf8_get_char (p));
    else if (words->len > 0 && words->str[words->len - 1] != ' ')
      g_string_append_c (words, ' ');
  if (words->len > 0 && words->str[words->len - 1] == ' ')
    g_string_truncate (words, words->len - 1);
  return g_string_free_and_steal (words);
}

static gboolean
is_common (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    if (g_str_equal (common[i], word))
      return TRUE;
  return FALSE;
}

// The words that matter.
static GStrv
telling_words (const char *text)
{
  g_autofree char *words = words_of (text);
  g_auto (GStrv) all = g_strsplit (words, " ", -1);
  g_autoptr (GStrvBuilder) telling = g_strv_builder_new ();

  for (guint i = 0; all[i] != NULL; i++)
    if (*all[i] != '\0' && !is_common (all[i]))
      g_strv_builder_add (telling, all[i]);
  return g_strv_builder_end (telling);
}

// «École de santé publique» is ESP, «Faculté des Sciences de la Motricité humaine» FSMH.
static char *
initials_of (const char *name)
{
  g_autofree char *words = words_of (name);
  g_auto (GStrv) all = g_strsplit (words, " ", -1);
  GString *initials = g_string_new (NULL);

  for (guint i = 0; all[i] != NULL; i++)
    if (strlen (all[i]) > 3)
      g_string_append_c (initials, *all[i]);
  return g_string_free_and_steal (initials);
}

static void
add_faculty (CeciFacultyNames *self, CeciFaculty *record)
{
  Faculty *faculty = g_new0 (Faculty, 1);
  const char *names[] = {ceci_faculty_get_name_fr (record), ceci_faculty_get_name_en (record)};

  faculty->id = g_strdup (ceci_record_get_id (CECI_RECORD (record)));
  faculty->code = words_of (ceci_faculty_get_code (record));
  g_hash_table_insert (self->exact, g_strdup (faculty->code), g_strdup (faculty->id));
  g_hash_table_insert (self->exact, words_of (faculty->id), g_strdup (faculty->id));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    faculty->words[i] = telling_words (names[i]);
    faculty->initials[i] = initials_of (names[i]);
    g_hash_table_insert (self->exact, words_of (names[i]), g_strdup (faculty->id));
  }
  g_ptr_array_add (self->faculties, faculty);
}

/**
 * ceci_faculty_names_new:
 * @database: (nullable): a connection; %NULL for no faculty, to be taught
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the faculties with all their names
 */
CeciFacultyNames *
ceci_faculty_names_new (CeciDatabase *database, GError **error)
{
  g_autoptr (GListModel) list = database != NULL ? ceci_faculty_repository_list (database, error) : NULL;
  g_autoptr (GListModel) aliases =
      list != NULL ? ceci_column_mapping_repository_list (database, "faculty", "", error) : NULL;
  CeciFacultyNames *self;

  if (database != NULL && aliases == NULL)
    return NULL;
  self = g_new0 (CeciFacultyNames, 1);
  self->faculties = g_ptr_array_new_with_free_func (faculty_free);
  self->exact = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++) {
    g_autoptr (CeciFaculty) faculty = g_list_model_get_item (list, i);
    add_faculty (self, faculty);
  }
  for (guint i = 0; aliases != NULL && i < g_list_model_get_n_items (aliases); i++) {
    g_autoptr (CeciColumnMapping) alias = g_list_model_get_item (aliases, i);
    ceci_faculty_names_teach (self, ceci_column_mapping_get_heading (alias), ceci_column_mapping_get_target (alias));
  }
  return self;
}

void
ceci_faculty_names_free (CeciFacultyNames *self)
{
  g_ptr_array_unref (self->faculties);
  g_hash_table_unref (self->exact);
  g_free (self);
}

void
ceci_faculty_names_teach (CeciFacultyNames *self, const char *alias, const char *id)
{
  g_hash_table_replace (self->exact, words_of (alias), g_strdup (id));
}

// How many of the words begin words of the name; -1 if one does not.
static int
count_begun (const char *const *words, const char *const *name)
{
  int begun = 0;

  for (guint i = 0; words[i] != NULL; i++) {
    gboolean found = FALSE;

    for (guint j = 0; name[j] != NULL && !found; j++)
      found = strlen (words[i]) >= 3 ? g_str_has_prefix (name[j], words[i]) : g_str_equal (name[j], words[i]);
    if (!found)
      return -1;
    begun++;
  }
  return begun;
}

// From 0, it is not meant, up: the name whole, then part of it.
static guint
likeness (const Faculty *faculty, const char *const *words)
{
  guint best = 0;

  for (guint i = 0; i < 2; i++) {
    const char *const *name = (const char *const *) faculty->words[i];
    gboolean whole = g_strv_length ((GStrv) words) == g_strv_length (faculty->words[i]);

    if (count_begun (words, name) > 0)
      best = MAX (best, whole ? 3 : 1);
    // «Sciences» begins several names, and is one of them: what is first in a name weighs more
    if (count_begun (words, name) > 0 && name[0] != NULL && g_str_has_prefix (name[0], words[0]))
      best = MAX (best, 2);
  }
  return best;
}

static const char *
match_words (CeciFacultyNames *self, const char *text)
{
  g_auto (GStrv) words = telling_words (text);
  guint best = 0, n_best = 0;
  const char *id = NULL;

  if (words[0] == NULL)
    return NULL;
  for (guint i = 0; i < self->faculties->len; i++) {
    const Faculty *faculty = self->faculties->pdata[i];
    guint found = likeness (faculty, (const char *const *) words);

    if (found == 0 || found < best)
      continue;
    n_best = found > best ? 1 : n_best + 1;
    best = found;
    id = faculty->id;
  }
  return n_best == 1 ? id : NULL;
}

static gboolean
is_called (const Faculty *faculty, const char *word)
{
  return g_str_equal (word, faculty->code) ||
         (strlen (word) >= 3 && (g_str_equal (word, faculty->initials[0]) || g_str_equal (word, faculty->initials[1])));
}

// A code, or initials, alone or in capitals: «ULB phisoc», «Éco (SBS)», «ESP»; not the first word of «Sciences
// humaines».
static const char *
match_code (CeciFacultyNames *self, const char *text)
{
  g_auto (GStrv) telling = telling_words (text);
  g_auto (GStrv) written = g_strsplit_set (text != NULL ? text : "", " ()[]/,;:-", -1);
  const char *id = NULL;

  for (guint i = 0; written[i] != NULL; i++) {
    g_autofree char *upper = g_utf8_strup (written[i], -1);
    g_autofree char *word = words_of (written[i]);

    if (strlen (word) < 2 || (!g_str_equal (upper, written[i]) && g_strv_length (telling) > 1))
      continue;
    for (guint j = 0; j < self->faculties->len; j++) {
      const Faculty *faculty = self->faculties->pdata[j];

      if (!is_called (faculty, word))
        continue;
      if (id != NULL && !g_str_equal (id, faculty->id))
        return NULL;
      id = faculty->id;
    }
  }
  return id;
}

/**
 * ceci_faculty_names_match:
 * @self: the faculties
 * @text: (nullable): what someone wrote
 *
 * Returns: (nullable): the id of the one faculty that is meant; %NULL if it is none, or could be several
 */
const char *
ceci_faculty_names_match (CeciFacultyNames *self, const char *text)
{
  g_autofree char *words = words_of (text);
  const char *id = *words != '\0' ? g_hash_table_lookup (self->exact, words) : NULL;

  if (id == NULL)
    id = match_words (self, text);
  return id != NULL ? id : match_code (self, text);
}
