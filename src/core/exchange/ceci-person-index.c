// SPDX-License-Identifier: GPL-3.0-or-later
// Everyone in the register, by student number, e-mail address, name and date of birth. The same student number or
// address is the same person; a name is never enough, it only raises the question.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-form-values.h"
#include "ceci-person-index.h"

#define LONGEST_NAME 120 // characters compared; longer names are compared exactly

struct _CeciPersonIndex {
  GHashTable *by_matricule; // each to a GPtrArray of CeciPerson
  GHashTable *by_email;
  GHashTable *by_name;
  GHashTable *by_birth_date;
};

static void
add_to (GHashTable *table, const char *key, CeciPerson *person)
{
  GPtrArray *people;

  if (key == NULL || *key == '\0')
    return;
  people = g_hash_table_lookup (table, key);
  if (people == NULL) {
    people = g_ptr_array_new_with_free_func (g_object_unref);
    g_hash_table_insert (table, g_strdup (key), people);
  }
  g_ptr_array_add (people, g_object_ref (person));
}

// A name's letters without its spaces: «Van den Broeck» is «Vandenbroeck».
static char *
joined (const char *name)
{
  char *words = ceci_form_words (name), *end = words;

  for (const char *p = words; *p != '\0'; p++)
    if (*p != ' ')
      *end++ = *p;
  *end = '\0';
  return words;
}

static char *
key_of_names (const char *family, const char *first)
{
  g_autofree char *a = joined (family), *b = joined (first);

  return strcmp (a, b) <= 0 ? g_strjoin (" ", a, b, NULL) : g_strjoin (" ", b, a, NULL);
}

char *
ceci_person_name_key (CeciPerson *person)
{
  return key_of_names (ceci_person_get_family_name (person), ceci_person_get_first_name (person));
}

static char *
lower_email (CeciPerson *person)
{
  const char *email = ceci_person_get_email (person);

  return email != NULL ? g_utf8_strdown (email, -1) : NULL;
}

/**
 * ceci_person_index_new:
 * @persons: everyone
 *
 * Returns: (transfer full): an index of them
 */
CeciPersonIndex *
ceci_person_index_new (GListModel *persons)
{
  CeciPersonIndex *self = g_new0 (CeciPersonIndex, 1);
  GHashTable **tables[] = {&self->by_matricule, &self->by_email, &self->by_name, &self->by_birth_date};
  guint n_persons = g_list_model_get_n_items (persons);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    *tables[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < n_persons; i++) {
    g_autoptr (CeciPerson) person = g_list_model_get_item (persons, i);
    g_autofree char *name = ceci_person_name_key (person), *email = lower_email (person);

    add_to (self->by_matricule, ceci_person_get_matricule (person), person);
    add_to (self->by_email, email, person);
    add_to (self->by_name, name, person);
    add_to (self->by_birth_date, ceci_person_get_birth_date (person), person);
    if (ceci_person_get_usual_first_name (person) != NULL) {
      g_autofree char *usual =
          key_of_names (ceci_person_get_family_name (person), ceci_person_get_usual_first_name (person));

      if (!g_str_equal (usual, name))
        add_to (self->by_name, usual, person);
    }
  }
  return self;
}

void
ceci_person_index_free (CeciPersonIndex *self)
{
  g_hash_table_unref (self->by_matricule);
  g_hash_table_unref (self->by_email);
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->by_birth_date);
  g_free (self);
}

// Whether one can be typed for the other: at most limit letters added, left out, changed or exchanged with the next
// (the optimal string alignment distance, Damerau 1964).
gboolean
ceci_person_names_are_near (const char *a, const char *b, guint limit)
{
  g_autofree gunichar *first = NULL, *second = NULL;
  glong n_first, n_second;
  guint rows[3][LONGEST_NAME + 1];

  if (strcmp (a, b) == 0)
    return TRUE;
  first = g_utf8_to_ucs4_fast (a, -1, &n_first);
  second = g_utf8_to_ucs4_fast (b, -1, &n_second);
  if (n_first > LONGEST_NAME || n_second > LONGEST_NAME || ABS (n_first - n_second) > (glong) limit)
    return FALSE;
  for (glong j = 0; j <= n_second; j++)
    rows[0][j] = (guint) j;
  for (glong i = 1; i <= n_first; i++) {
    guint *now = rows[i % 3], *before = rows[(i + 2) % 3], *earlier = rows[(i + 1) % 3];

    now[0] = (guint) i;
    for (glong j = 1; j <= n_second; j++) {
      now[j] = MIN (MIN (before[j], now[j - 1]) + 1, before[j - 1] + (first[i - 1] != second[j - 1]));
      if (i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1])
        now[j] = MIN (now[j], earlier[j - 2] + 1);
    }
  }
  return rows[n_first % 3][n_second] <= limit;
}

static gboolean
names_meet (CeciPerson *a, CeciPerson *b)
{
  g_autofree char *first = ceci_person_name_key (a), *second = ceci_person_name_key (b);
  g_auto (GStrv) words = g_strsplit (first, " ", -1); // the two names

  for (guint i = 0; words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) > 1 && ceci_form_has_words (second, words[i]))
      return TRUE;
  return ceci_person_names_are_near (first, second, 3);
}

static gboolean
both_and_different (const char *a, const char *b)
{
  return a != NULL && b != NULL && !g_str_equal (a, b);
}

static void
may_be (CeciPersonMatch *match, CeciPerson *person, const char *reason)
{
  if (match->maybe == NULL)
    match->maybe = g_ptr_array_new_with_free_func (g_object_unref);
  if (g_ptr_array_find (match->maybe, person, NULL))
    return;
  g_ptr_array_add (match->maybe, g_object_ref (person));
  if (match->reason == NULL)
    match->reason = g_strdup (reason);
}

static void
may_be_all (CeciPersonMatch *match, GPtrArray *people, const char *reason)
{
  for (guint i = 0; people != NULL && i < people->len; i++)
    may_be (match, g_ptr_array_index (people, i), reason);
}

// By what is meant to be one person's alone.
static void
match_identifiers (CeciPersonIndex *self, CeciPerson *draft, CeciPersonMatch *match)
{
  const char *matricule = ceci_person_get_matricule (draft);
  g_autofree char *email = lower_email (draft);
  GPtrArray *numbered = matricule != NULL ? g_hash_table_lookup (self->by_matricule, matricule) : NULL;
  GPtrArray *addressed = email != NULL ? g_hash_table_lookup (self->by_email, email) : NULL;
  GPtrArray *found = numbered != NULL ? numbered : addressed;
  CeciPerson *person;

  if (found == NULL)
    return;
  if ((numbered != NULL && numbered->len > 1) || (addressed != NULL && addressed->len > 1)) {
    may_be_all (match, numbered, _ ("Several people in the register have this student number or e-mail address."));
    may_be_all (match, addressed, _ ("Several people in the register have this student number or e-mail address."));
    return;
  }
  person = g_ptr_array_index (found, 0);
  if (numbered != NULL && addressed != NULL && person != g_ptr_array_index (addressed, 0)) {
    may_be_all (match, numbered, _ ("The student number is one person’s and the e-mail address another’s."));
    may_be_all (match, addressed, NULL);
  } else if (numbered == NULL && both_and_different (matricule, ceci_person_get_matricule (person))) {
    may_be (match, person, _ ("The e-mail address is known with another student number."));
  } else if (!names_meet (draft, person)) {
    may_be (match, person,
            numbered != NULL ? _ ("The student number is known under another name.")
                             : _ ("The e-mail address is known under another name."));
  } else {
    match->same = person;
  }
}

static gboolean
birth_dates_meet (const char *a, const char *b)
{
  return a == NULL || b == NULL || ceci_person_names_are_near (a, b, 1) ||
         (strncmp (a, b, 5) == 0 && a[5] == b[8] && a[6] == b[9] && a[8] == b[5] && a[9] == b[6]);
}

// By what two people may share.
static void
match_names (CeciPersonIndex *self, CeciPerson *draft, CeciPersonMatch *match)
{
  g_autofree char *name = ceci_person_name_key (draft);
  const char *birth_date = ceci_person_get_birth_date (draft), *matricule = ceci_person_get_matricule (draft);
  GPtrArray *namesakes = g_hash_table_lookup (self->by_name, name);
  GPtrArray *born = birth_date != NULL ? g_hash_table_lookup (self->by_birth_date, birth_date) : NULL;

  for (guint i = 0; namesakes != NULL && i < namesakes->len; i++) {
    CeciPerson *person = g_ptr_array_index (namesakes, i);
    const char *other = ceci_person_get_birth_date (person);
    gboolean dated = birth_date != NULL && other != NULL;

    if (!birth_dates_meet (birth_date, other) ||
        (!dated && both_and_different (matricule, ceci_person_get_matricule (person))))
      continue;
    may_be (match, person,
            dated ? _ ("The register knows someone of this name and date of birth.")
                  : _ ("The register knows someone of this name."));
  }
  for (guint i = 0; born != NULL && i < born->len; i++) {
    CeciPerson *person = g_ptr_array_index (born, i);
    g_autofree char *other = ceci_person_name_key (person);

    if (ceci_person_names_are_near (name, other, strlen (name) >= 8 ? 2 : 1))
      may_be (match, person, _ ("The register knows someone of nearly this name and this date of birth."));
  }
}

/**
 * ceci_person_index_match:
 * @self: everyone
 * @draft: the person a row speaks of
 * @match: (out caller-allocates): who it is, or may be; all empty for someone new
 */
void
ceci_person_index_match (CeciPersonIndex *self, CeciPerson *draft, CeciPersonMatch *match)
{
  *match = (CeciPersonMatch) {NULL};
  match_identifiers (self, draft, match);
  if (match->same == NULL && match->maybe == NULL)
    match_names (self, draft, match);
}

void
ceci_person_match_clear (CeciPersonMatch *match)
{
  g_clear_pointer (&match->maybe, g_ptr_array_unref);
  g_clear_pointer (&match->reason, g_free);
}
