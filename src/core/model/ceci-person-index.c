// SPDX-License-Identifier: GPL-3.0-or-later
// Everyone in the register, by student number, e-mail address, name and date of birth. The same student number or
// address is the same person; a name is never enough, it only raises the question.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-person-index.h"
#include "ceci-person-repository.h"
#include "core/store/ceci-fold.h"

#define LONGEST_NAME 120 // bytes of a name that is compared with its neighbours
#define SURE_NAME 10     // from how many characters a name with one letter of difference raises the question

struct _CeciPersonIndex {
  GHashTable *by_matricule; // each to a GPtrArray of CeciPerson
  GHashTable *by_email;
  GHashTable *by_name;
  GHashTable *by_birth_date;
  GArray *nearby; // of Nearby, by hash; made when it is first asked
  GListModel *persons;
};

// A name with one letter left out: two names that are one letter apart have one of these in common.
typedef struct {
  guint hash;
  guint person;
} Nearby;

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

// The letters of a name after its particles: «d’Hôte», «D'Hote» and «Hote» meet, as «de Ridder» and «Ridder» do.
static const char *
after_particles (const char *folded)
{
  static const char *const particles[] = {"van den ", "van der ", "van de ", "de la ", "van ", "von ", "den ", "der ",
                                          "de ",      "du ",      "des ",    "le ",    "la ",  "el ",  "al ",  "d'"};

  for (guint i = 0; i < G_N_ELEMENTS (particles); i++)
    if (g_str_has_prefix (folded, particles[i]) && strlen (folded) > strlen (particles[i]) + 1)
      return folded + strlen (particles[i]);
  return folded;
}

static char *
letters_of (const char *folded)
{
  GString *letters = g_string_sized_new (strlen (folded));

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (letters, g_utf8_get_char (p));
  return g_string_free_and_steal (letters);
}

// A name's letters without its spaces: «Van den Broeck» is «Vandenbroeck».
static char *
joined (const char *name)
{
  g_autofree char *folded = ceci_fold (name);

  return letters_of (folded);
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

// The key without particles; NULL where there are none.
static char *
bare_key (CeciPerson *person)
{
  g_autofree char *family = ceci_fold (ceci_person_get_family_name (person));
  const char *bare = after_particles (family);

  return bare != family ? key_of_names (bare, ceci_person_get_first_name (person)) : NULL;
}

// Addresses are one but for case and for the spaces that a form lets through.
static char *
lower_email (CeciPerson *person)
{
  const char *email = ceci_person_get_email (person);
  char *lower = email != NULL ? g_utf8_strdown (email, -1) : NULL;

  return lower != NULL ? g_strstrip (lower) : NULL;
}

// Numbers are one but for the zeros and spaces that some systems write.
static char *
number_of (CeciPerson *person)
{
  return ceci_matricule_normalise (ceci_person_get_matricule (person));
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

  self->persons = g_object_ref (persons);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    *tables[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < n_persons; i++) {
    g_autoptr (CeciPerson) person = g_list_model_get_item (persons, i);
    g_autofree char *name = ceci_person_name_key (person), *email = lower_email (person);
    g_autofree char *number = number_of (person), *bare = bare_key (person);

    add_to (self->by_matricule, number, person);
    add_to (self->by_email, email, person);
    add_to (self->by_name, name, person);
    if (bare != NULL)
      add_to (self->by_name, bare, person);
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
  g_clear_pointer (&self->nearby, g_array_unref);
  g_object_unref (self->persons);
  g_free (self);
}

static gboolean
names_meet (CeciPerson *a, CeciPerson *b)
{
  g_autofree char *first = ceci_person_name_key (a), *second = ceci_person_name_key (b);
  g_auto (GStrv) names = g_strsplit (first, " ", -1), others = g_strsplit (second, " ", -1); // two each

  for (guint i = 0; names[i] != NULL; i++)
    if (g_utf8_strlen (names[i], -1) > 1 && g_strv_contains ((const char *const *) others, names[i]))
      return TRUE;
  return ceci_fold_is_near (first, second, 3);
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
  g_autofree char *matricule = number_of (draft);
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
  return a == NULL || b == NULL || ceci_fold_is_near (a, b, 1) ||
         (strncmp (a, b, 5) == 0 && a[5] == b[8] && a[6] == b[9] && a[8] == b[5] && a[9] == b[6]);
}

// --- names -------------------------------------------------------------------------------

static void
add_nearby (GArray *nearby, const char *name, guint person)
{
  gsize length = strlen (name);
  g_autofree char *rest = g_malloc (length + 1);

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p)) {
    const char *next = g_utf8_next_char (p);
    gsize before = (gsize) (p - name);
    Nearby entry;

    memcpy (rest, name, before);
    memcpy (rest + before, next, length - (gsize) (next - name) + 1);
    entry = (Nearby) {g_str_hash (rest), person};
    g_array_append_val (nearby, entry);
  }
}

static int
compare_nearby (gconstpointer one, gconstpointer other)
{
  const Nearby *a = one, *b = other;

  return a->hash != b->hash ? (a->hash > b->hash) - (a->hash < b->hash)
                            : (a->person > b->person) - (a->person < b->person);
}

static GArray *
get_nearby (CeciPersonIndex *self)
{
  if (self->nearby != NULL)
    return self->nearby;
  self->nearby = g_array_new (FALSE, FALSE, sizeof (Nearby));
  for (guint i = 0; i < g_list_model_get_n_items (self->persons); i++) {
    g_autoptr (CeciPerson) person = g_list_model_get_item (self->persons, i);
    g_autofree char *name = ceci_person_name_key (person);
    Nearby whole = {g_str_hash (name), i};

    if (g_utf8_strlen (name, -1) < SURE_NAME)
      continue;
    g_array_append_val (self->nearby, whole);
    add_nearby (self->nearby, name, i);
  }
  g_array_sort (self->nearby, compare_nearby);
  return self->nearby;
}

// The first entry of a hash.
static guint
find_nearby (GArray *nearby, guint hash)
{
  guint low = 0, high = nearby->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (g_array_index (nearby, Nearby, middle).hash < hash)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

// What two people say of themselves that one person would not.
static gboolean
contradict (CeciPerson *a, CeciPerson *b)
{
  g_autofree char *one = number_of (a), *other = number_of (b);

  return both_and_different (one, other) ||
         both_and_different (ceci_person_get_birth_date (a), ceci_person_get_birth_date (b));
}

// One letter apart: «Noor Peeters», «Noor Peters». Two student numbers or dates of birth say that they are two.
static void
match_nearby (CeciPersonIndex *self, CeciPerson *draft, const char *name, CeciPersonMatch *match)
{
  GArray *nearby;
  g_autoptr (GArray) wanted = NULL;

  if (g_utf8_strlen (name, -1) < SURE_NAME || strlen (name) > LONGEST_NAME)
    return;
  nearby = get_nearby (self);
  wanted = g_array_new (FALSE, FALSE, sizeof (Nearby));
  g_array_append_val (wanted, ((Nearby) {g_str_hash (name), 0}));
  add_nearby (wanted, name, 0);
  for (guint i = 0; i < wanted->len; i++) {
    guint hash = g_array_index (wanted, Nearby, i).hash;

    for (guint at = find_nearby (nearby, hash); at < nearby->len && g_array_index (nearby, Nearby, at).hash == hash;
         at++) {
      g_autoptr (CeciPerson) person = g_list_model_get_item (self->persons, g_array_index (nearby, Nearby, at).person);
      g_autofree char *other = ceci_person_name_key (person);

      if (ceci_fold_is_near (name, other, 1) && !contradict (draft, person))
        may_be (match, person, _ ("The register knows someone of nearly this name."));
    }
  }
}

static void
match_namesakes (CeciPersonIndex *self, CeciPerson *draft, const char *name, CeciPersonMatch *match)
{
  const char *birth_date = ceci_person_get_birth_date (draft);
  g_autofree char *matricule = number_of (draft);
  GPtrArray *namesakes = name != NULL ? g_hash_table_lookup (self->by_name, name) : NULL;

  for (guint i = 0; namesakes != NULL && i < namesakes->len; i++) {
    CeciPerson *person = g_ptr_array_index (namesakes, i);
    const char *other = ceci_person_get_birth_date (person);
    g_autofree char *number = number_of (person);
    gboolean dated = birth_date != NULL && other != NULL;

    if (!birth_dates_meet (birth_date, other) || (!dated && both_and_different (matricule, number)))
      continue;
    may_be (match, person,
            dated ? _ ("The register knows someone of this name and date of birth.")
                  : _ ("The register knows someone of this name."));
  }
}

// By what two people may share.
static void
match_names (CeciPersonIndex *self, CeciPerson *draft, CeciPersonMatch *match)
{
  g_autofree char *name = ceci_person_name_key (draft), *bare = bare_key (draft);
  const char *birth_date = ceci_person_get_birth_date (draft);
  GPtrArray *born = birth_date != NULL ? g_hash_table_lookup (self->by_birth_date, birth_date) : NULL;

  match_namesakes (self, draft, name, match);
  match_namesakes (self, draft, bare, match);
  for (guint i = 0; born != NULL && i < born->len; i++) {
    CeciPerson *person = g_ptr_array_index (born, i);
    g_autofree char *other = ceci_person_name_key (person);

    if (ceci_fold_is_near (name, other, strlen (name) >= 8 ? 2 : 1))
      may_be (match, person, _ ("The register knows someone of nearly this name and this date of birth."));
  }
  match_nearby (self, draft, name, match);
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

// --- the register's own duplicates --------------------------------------------------------

static gboolean
same_person (CeciPerson *one, CeciPerson *other)
{
  return g_str_equal (ceci_record_get_id (CECI_RECORD (one)), ceci_record_get_id (CECI_RECORD (other)));
}

static void
add_alike (GPtrArray *alike, CeciPerson *person, CeciPerson *other, const char *reason, gboolean sure)
{
  CeciPersonLikeness *likeness;

  if (same_person (person, other))
    return;
  for (guint i = 0; i < alike->len; i++)
    if (same_person (((CeciPersonLikeness *) alike->pdata[i])->person, other))
      return;
  likeness = g_new0 (CeciPersonLikeness, 1);
  likeness->person = g_object_ref (other);
  likeness->reason = g_strdup (reason);
  likeness->sure = sure;
  g_ptr_array_add (alike, likeness);
}

void
ceci_person_likeness_free (CeciPersonLikeness *self)
{
  g_object_unref (self->person);
  g_free (self->reason);
  g_free (self);
}

/**
 * ceci_person_index_alike:
 * @self: everyone
 * @person: one of them
 *
 * Returns: (transfer full) (element-type CeciPersonLikeness): the others who may be the same person, the surest first
 */
GPtrArray *
ceci_person_index_alike (CeciPersonIndex *self, CeciPerson *person)
{
  GPtrArray *alike = g_ptr_array_new_with_free_func ((GDestroyNotify) ceci_person_likeness_free);
  g_autofree char *number = number_of (person), *email = lower_email (person);
  GPtrArray *numbered = number != NULL ? g_hash_table_lookup (self->by_matricule, number) : NULL;
  GPtrArray *addressed = email != NULL ? g_hash_table_lookup (self->by_email, email) : NULL;
  g_auto (CeciPersonMatch) match = {NULL};

  for (guint i = 0; numbered != NULL && i < numbered->len; i++)
    add_alike (alike, person, numbered->pdata[i], _ ("They have the same student number."), TRUE);
  for (guint i = 0; addressed != NULL && i < addressed->len; i++)
    add_alike (alike, person, addressed->pdata[i], _ ("They have the same e-mail address."), TRUE);
  match_names (self, person, &match);
  for (guint i = 0; match.maybe != NULL && i < match.maybe->len; i++) {
    CeciPerson *other = match.maybe->pdata[i];
    g_autofree char *a = ceci_person_name_key (person), *b = ceci_person_name_key (other);
    gboolean dated = ceci_person_get_birth_date (person) != NULL && ceci_person_get_birth_date (other) != NULL;

    if (g_str_equal (a, b))
      add_alike (alike, person, other,
                 dated ? _ ("They have the same name, and nearly the same date of birth.")
                       : _ ("They have the same name."),
                 FALSE);
    else
      add_alike (alike, person, other,
                 dated ? _ ("They have nearly the same name, and the same date of birth.")
                       : _ ("They have nearly the same name."),
                 FALSE);
  }
  return alike;
}
