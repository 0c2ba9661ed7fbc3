// SPDX-License-Identifier: GPL-3.0-or-later
// The students of an intake by everything the virtual campus may call them. A name is compared by its words in any
// order and by its letters alone, for O'Brien becomes OBrien there; former names count.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-form-values.h"
#include "core/model/ceci-person-index.h"
#include "ceci-student-matching.h"
#include "core/model/ceci-participant-repository.h"
#include "core/model/ceci-person-repository.h"
#include "core/model/ceci-student-repository.h"
#include "core/store/ceci-fold.h"

struct _CeciStudentMatching {
  GListModel *students;
  GHashTable *by_id;          // id to CeciStudent
  GHashTable *by_participant; // each other to a GPtrArray of CeciStudent
  GHashTable *by_matricule;
  GHashTable *by_email;
  GHashTable *by_name;
  GHashTable *names; // CeciStudent to a GPtrArray of their names’ sorted words
};

static void
add_to (GHashTable *table, const char *key, CeciStudent *student)
{
  GPtrArray *students;

  if (key == NULL || *key == '\0')
    return;
  students = g_hash_table_lookup (table, key);
  if (students == NULL) {
    students = g_ptr_array_new ();
    g_hash_table_insert (table, g_strdup (key), students);
  }
  if (!g_ptr_array_find (students, student, NULL))
    g_ptr_array_add (students, student);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

// «Jean-Marie Dupont» and «DUPONT Jean Marie» are «dupont jean marie».
static char *
sorted_words (const char *name)
{
  g_autofree char *words = ceci_form_words (name);
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);

  qsort (parts, g_strv_length (parts), sizeof *parts, compare_words);
  return g_strjoinv (" ", parts);
}

// The letters alone, behind a sign that no words have.
static char *
letters (const char *one, const char *other)
{
  g_autofree char *name = g_strconcat (one, " ", other, NULL);
  g_autofree char *words = ceci_form_words (name);
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);
  g_autofree char *joined = g_strjoinv ("", parts);

  return g_strconcat ("=", joined, NULL);
}

static void
add_name (CeciStudentMatching *self, CeciStudent *student, const char *first, const char *family)
{
  g_autofree char *whole = NULL, *words = NULL, *one = NULL, *other = NULL;
  GPtrArray *names = g_hash_table_lookup (self->names, student);

  if (first == NULL || family == NULL)
    return;
  whole = g_strconcat (first, " ", family, NULL);
  words = sorted_words (whole);
  one = letters (first, family);
  other = letters (family, first);
  add_to (self->by_name, words, student);
  add_to (self->by_name, one, student);
  add_to (self->by_name, other, student);
  g_ptr_array_add (names, g_steal_pointer (&words));
}

static gboolean
add_aliases (CeciStudentMatching *self, CeciDatabase *database, CeciStudent *student, GError **error)
{
  g_autoptr (GListModel) aliases =
      ceci_person_repository_aliases (database, ceci_student_get_person_id (student), error);

  if (aliases == NULL)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (aliases); i++) {
    g_autoptr (CeciPersonAlias) alias = g_list_model_get_item (aliases, i);

    add_name (self, student, ceci_person_alias_get_first_name (alias), ceci_person_alias_get_family_name (alias));
    add_name (self, student, ceci_person_alias_get_usual_first_name (alias), ceci_person_alias_get_family_name (alias));
  }
  return TRUE;
}

static gboolean
add_student (CeciStudentMatching *self, CeciDatabase *database, CeciStudent *student, GError **error)
{
  const char *email = ceci_student_get_email (student);
  g_autofree char *address = email != NULL ? g_utf8_strdown (email, -1) : NULL;

  g_hash_table_insert (self->by_id, (gpointer) ceci_record_get_id (CECI_RECORD (student)), student);
  g_hash_table_insert (self->names, student, g_ptr_array_new_with_free_func (g_free));
  add_to (self->by_matricule, ceci_student_get_matricule (student), student);
  add_to (self->by_email, address, student);
  add_name (self, student, ceci_student_get_first_name (student), ceci_student_get_family_name (student));
  add_name (self, student, ceci_student_get_usual_first_name (student), ceci_student_get_family_name (student));
  return add_aliases (self, database, student, error);
}

static gboolean
add_participants (CeciStudentMatching *self, CeciDatabase *database, const char *course, GError **error)
{
  g_autoptr (GListModel) participants = ceci_participant_repository_list (database, course, error);

  if (participants == NULL)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (participants); i++) {
    g_autoptr (CeciParticipant) participant = g_list_model_get_item (participants, i);

    for (guint j = 0; j < g_list_model_get_n_items (self->students); j++) {
      g_autoptr (CeciStudent) student = g_list_model_get_item (self->students, j);

      if (g_str_equal (ceci_student_get_person_id (student), ceci_participant_get_person_id (participant)))
        add_to (self->by_participant, ceci_participant_get_number (participant), student);
    }
  }
  return TRUE;
}

/**
 * ceci_student_matching_new:
 * @database: the register
 * @cohort_id: of which intake; no other's students are found
 * @course: (nullable): whose participants' numbers are known
 * @error: the register's
 *
 * Returns: (transfer full): everyone of the intake, read once
 */
CeciStudentMatching *
ceci_student_matching_new (CeciDatabase *database, const char *cohort_id, const char *course, GError **error)
{
  g_autoptr (CeciStudentMatching) self = g_new0 (CeciStudentMatching, 1);
  GHashTable **tables[] = {&self->by_participant, &self->by_matricule, &self->by_email, &self->by_name};

  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->names = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    *tables[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->students = ceci_student_repository_list (database, cohort_id, error);
  if (self->students == NULL)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (self->students); i++) {
    g_autoptr (CeciStudent) student = g_list_model_get_item (self->students, i); // the list keeps it

    if (!add_student (self, database, student, error))
      return NULL;
  }
  if (course != NULL && !add_participants (self, database, course, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ceci_student_matching_free (CeciStudentMatching *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->by_participant, g_hash_table_unref);
  g_clear_pointer (&self->by_matricule, g_hash_table_unref);
  g_clear_pointer (&self->by_email, g_hash_table_unref);
  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_clear_object (&self->students);
  g_free (self);
}

static void
may_be (CeciStudentMatch *match, CeciStudent *student, const char *reason)
{
  if (match->maybe == NULL)
    match->maybe = g_ptr_array_new_with_free_func (g_object_unref);
  if (g_ptr_array_find (match->maybe, student, NULL))
    return;
  g_ptr_array_add (match->maybe, g_object_ref (student));
  if (match->reason == NULL)
    match->reason = g_strdup (reason);
}

static void
may_be_all (CeciStudentMatch *match, GPtrArray *students, const char *reason)
{
  for (guint i = 0; students != NULL && i < students->len; i++)
    may_be (match, g_ptr_array_index (students, i), reason);
}

// A name that shares no word with any of a student's, nor is nearly one of them, is another's.
static gboolean
name_meets (CeciStudentMatching *self, CeciStudent *student, const char *name)
{
  GPtrArray *names = g_hash_table_lookup (self->names, student);
  g_autofree char *sorted = NULL;
  g_auto (GStrv) words = NULL;

  if (name == NULL || *name == '\0')
    return TRUE;
  sorted = sorted_words (name);
  words = g_strsplit (sorted, " ", -1);
  for (guint i = 0; i < names->len; i++) {
    if (ceci_fold_is_near (sorted, names->pdata[i], 3))
      return TRUE;
    for (guint j = 0; words[j] != NULL; j++)
      if (g_utf8_strlen (words[j], -1) > 1 && ceci_form_has_words (names->pdata[i], words[j]))
        return TRUE;
  }
  return FALSE;
}

static void
match_one (CeciStudentMatching *self, GPtrArray *found, const char *name, const char *reason, CeciStudentMatch *match)
{
  if (found->len > 1)
    may_be_all (match, found, _ ("Several students of this intake fit."));
  else if (name_meets (self, found->pdata[0], name))
    match->same = found->pdata[0];
  else
    may_be_all (match, found, reason);
}

// By what is meant to be one person's alone. Returns whether anything was found.
static gboolean
match_identifiers (CeciStudentMatching *self, const CeciStudentMarks *marks, CeciStudentMatch *match)
{
  g_autofree char *matricule = marks->matricule != NULL ? ceci_matricule_normalise (marks->matricule) : NULL;
  g_autofree char *email = ceci_form_email (marks->email);
  GPtrArray *known = marks->participant != NULL ? g_hash_table_lookup (self->by_participant, marks->participant) : NULL;
  GPtrArray *numbered = matricule != NULL ? g_hash_table_lookup (self->by_matricule, matricule) : NULL;
  GPtrArray *addressed = email != NULL ? g_hash_table_lookup (self->by_email, email) : NULL;

  if (numbered != NULL && addressed != NULL && numbered->pdata[0] != addressed->pdata[0]) {
    may_be_all (match, numbered, _ ("The student number is one person’s and the e-mail address another’s."));
    may_be_all (match, addressed, NULL);
  } else if (known != NULL) {
    match_one (self, known, marks->name, _ ("The participant’s number is known under another name."), match);
  } else if (numbered != NULL) {
    match_one (self, numbered, marks->name, _ ("The student number is known under another name."), match);
  } else if (addressed != NULL) {
    match_one (self, addressed, marks->name, _ ("The e-mail address is known under another name."), match);
  }
  return match->same != NULL || match->maybe != NULL;
}

static gboolean
is_part_of (const char *words, const char *longer)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);

  if (g_strv_length (parts) < 2)
    return FALSE;
  for (guint i = 0; parts[i] != NULL; i++)
    if (!ceci_form_has_words (longer, parts[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_nearly (const char *words, const char *name)
{
  return ceci_fold_is_near (words, name, strlen (words) >= 8 ? 2 : 1) || is_part_of (words, name) ||
         is_part_of (name, words);
}

static void
match_name (CeciStudentMatching *self, const char *name, CeciStudentMatch *match)
{
  g_autofree char *words = sorted_words (name), *joined = letters (name, "");
  GPtrArray *found = g_hash_table_lookup (self->by_name, words);

  if (*words == '\0')
    return;
  if (found == NULL)
    found = g_hash_table_lookup (self->by_name, joined);
  if (found != NULL && found->len == 1) {
    match->same = found->pdata[0];
    return;
  }
  if (found != NULL) {
    may_be_all (match, found, _ ("Several students of this intake have this name."));
    return;
  }
  for (guint i = 0; i < g_list_model_get_n_items (self->students); i++) {
    g_autoptr (CeciStudent) student = g_list_model_get_item (self->students, i);
    GPtrArray *names = g_hash_table_lookup (self->names, student);

    for (guint j = 0; j < names->len; j++)
      if (is_nearly (words, names->pdata[j]))
        may_be (match, student, _ ("No student of this intake has exactly this name."));
  }
}

static gboolean
both_and_different (const char *a, const char *b)
{
  return a != NULL && b != NULL && !g_str_equal (a, b);
}

/**
 * ceci_student_matching_find:
 * @self: everyone of an intake
 * @marks: what a line says of someone
 * @match: (out caller-allocates): who it is, or may be; all empty for nobody of this intake
 */
void
ceci_student_matching_find (CeciStudentMatching *self, const CeciStudentMarks *marks, CeciStudentMatch *match)
{
  g_autofree char *matricule = NULL;

  *match = (CeciStudentMatch) {NULL};
  if (match_identifiers (self, marks, match) || marks->name == NULL)
    return;
  match_name (self, marks->name, match);
  matricule = marks->matricule != NULL ? ceci_matricule_normalise (marks->matricule) : NULL;
  if (match->same != NULL && both_and_different (matricule, ceci_student_get_matricule (match->same))) {
    may_be (match, match->same, _ ("The name is known with another student number."));
    match->same = NULL;
  }
}

CeciStudent *
ceci_student_matching_get (CeciStudentMatching *self, const char *student_id)
{
  return g_hash_table_lookup (self->by_id, student_id);
}

void
ceci_student_match_clear (CeciStudentMatch *match)
{
  g_clear_pointer (&match->maybe, g_ptr_array_unref);
  g_clear_pointer (&match->reason, g_free);
}

char *
ceci_student_dup_marks (CeciStudent *student)
{
  g_autoptr (GStrvBuilder) marks = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  if (ceci_student_get_matricule (student) != NULL)
    g_strv_builder_add (marks, ceci_student_get_matricule (student));
  if (ceci_student_get_email (student) != NULL)
    g_strv_builder_add (marks, ceci_student_get_email (student));
  list = g_strv_builder_end (marks);
  return g_strjoinv (" · ", list);
}
