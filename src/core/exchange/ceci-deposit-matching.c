// SPDX-License-Identifier: GPL-3.0-or-later
// Whose a folder of submissions is: by the participant's number where it is remembered and the name does not contradict
// it, by the name where one student has it; anything else is asked.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-deposit-proposal-private.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-student-repository.h"

#define OTHERS_SHOWN 5

typedef struct {
  CeciDepositProposal *proposal;
  CeciStudentMatching *students; // of the cohort
  CeciDatabase *database;
} Matching;

static void
add_all (GPtrArray *to, GPtrArray *from)
{
  for (guint i = 0; from != NULL && i < from->len; i++)
    if (!g_ptr_array_find (to, from->pdata[i], NULL))
      g_ptr_array_add (to, g_object_ref (from->pdata[i]));
}

// The number may be one student's and the name another's: both are asked about.
static void
doubt (Matching *matching, CeciSubmitter *submitter, CeciStudentMatch *match)
{
  const CeciStudentMarks by_name = {.name = ceci_submitter_get_name (submitter)};
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (CeciStudentMatch) named = {NULL};

  ceci_student_matching_find (matching->students, &by_name, &named);
  add_all (candidates, match->maybe);
  if (named.same != NULL && !g_ptr_array_find (candidates, named.same, NULL))
    g_ptr_array_add (candidates, g_object_ref (named.same));
  add_all (candidates, named.maybe);
  ceci_submitter_doubt (submitter, match->reason, candidates);
}

// A name that nobody of the cohort has: a team's, or somebody's of another.
static gboolean
look_elsewhere (Matching *matching, CeciSubmitter *submitter, GError **error)
{
  g_autoptr (GListModel) found =
      ceci_student_repository_search (matching->database, ceci_submitter_get_name (submitter), OTHERS_SHOWN, error);
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func (g_object_unref);

  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (found); i++) {
    CeciStudent *student = g_list_model_get_item (found, i);

    g_ptr_array_add (candidates, student);
    if (!ceci_deposit_read_portfolio (matching->proposal, matching->database,
                                      ceci_record_get_id (CECI_RECORD (student)), error))
      return FALSE;
  }
  ceci_submitter_doubt (submitter,
                        candidates->len > 0 ? _ ("Nobody of this intake has this name; somebody of another has.")
                                            : _ ("Nobody of this intake has this name. It may be a team’s."),
                        candidates);
  return TRUE;
}

static gboolean
match (Matching *matching, CeciSubmitter *submitter, gboolean blind, GError **error)
{
  const CeciStudentMarks marks = {.participant = ceci_submitter_get_number (submitter),
                                  .name = blind ? NULL : ceci_submitter_get_name (submitter)};
  g_auto (CeciStudentMatch) found = {NULL};

  ceci_student_matching_find (matching->students, &marks, &found);
  if (found.same != NULL)
    ceci_submitter_know (submitter, found.same);
  else if (found.maybe != NULL)
    doubt (matching, submitter, &found);
  else if (blind)
    ceci_submitter_doubt (submitter, _ ("The submissions are anonymous and this number is not known yet."), NULL);
  else if (marks.name == NULL)
    ceci_submitter_doubt (submitter, _ ("The file’s name does not say whose it is."), NULL);
  else
    return look_elsewhere (matching, submitter, error);
  return TRUE;
}

// The submitters in the order of the files, each once; at each arrival's place its own.
static GHashTable *
find_submitters (CeciDepositProposal *self, GPtrArray *found)
{
  GHashTable *blind = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < ceci_arrivals_get_n (self->arrivals); i++) {
    CeciArrival *arrival = ceci_arrivals_get (self->arrivals, i);
    const char *owner = ceci_arrival_get_owner (arrival);
    g_autofree char *key =
        g_strdup_printf ("%s\n%s\n%s", owner != NULL ? owner : "",
                         ceci_arrival_get_number (arrival) != NULL ? ceci_arrival_get_number (arrival) : "",
                         owner == NULL ? ceci_arrival_get_path (arrival) : "");
    CeciSubmitter *submitter = g_hash_table_lookup (known, key);

    if (submitter == NULL) {
      submitter = ceci_submitter_new (owner, ceci_arrival_get_number (arrival));
      g_ptr_array_add (found, submitter);
      g_hash_table_insert (known, g_steal_pointer (&key), submitter);
      if (ceci_arrival_is_blind (arrival))
        g_hash_table_add (blind, submitter);
    }
    ceci_submitter_add_file (submitter);
    g_ptr_array_add (self->owners, submitter);
  }
  return blind;
}

static int
in_doubt_first (gconstpointer a, gconstpointer b)
{
  gboolean first = ceci_submitter_get_doubt ((gpointer) a) != NULL,
           second = ceci_submitter_get_doubt ((gpointer) b) != NULL;

  return second - first;
}

// The course is the one given, else the cohort's, else what the archive's name says.
static gboolean
read_cohort (CeciDepositProposal *self, CeciDatabase *database, const char *cohort_id, GError **error)
{
  g_autoptr (CeciCohort) cohort = ceci_cohort_repository_find (database, cohort_id, error);
  g_autoptr (GListModel) students = cohort != NULL ? ceci_student_repository_list (database, cohort_id, error) : NULL;
  const char *archive = ceci_arrivals_get_archive (self->arrivals);

  if (students == NULL)
    return FALSE;
  if (self->course == NULL)
    self->course = g_strdup (ceci_cohort_get_course (cohort));
  if (self->course == NULL && archive != NULL)
    self->course = ceci_submission_course (archive);
  for (guint i = 0; i < g_list_model_get_n_items (students); i++) {
    CeciStudent *student = g_list_model_get_item (students, i);

    g_ptr_array_add (self->students, student);
    if (!ceci_deposit_read_portfolio (self, database, ceci_record_get_id (CECI_RECORD (student)), error))
      return FALSE;
  }
  return TRUE;
}

gboolean
ceci_deposit_match (CeciDepositProposal *self, CeciDatabase *database, const char *cohort_id, GError **error)
{
  g_autoptr (CeciStudentMatching) students = NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) blind = NULL;
  Matching matching = {.proposal = self, .database = database};

  if (!read_cohort (self, database, cohort_id, error))
    return FALSE;
  students = ceci_student_matching_new (database, cohort_id, self->course, error);
  if (students == NULL)
    return FALSE;
  matching.students = students;
  blind = find_submitters (self, found);
  for (guint i = 0; i < found->len; i++)
    if (!match (&matching, found->pdata[i], g_hash_table_contains (blind, found->pdata[i]), error))
      return FALSE;
  g_ptr_array_sort_values (found, in_doubt_first);
  for (guint i = 0; i < found->len; i++)
    g_list_store_append (self->submitters, found->pdata[i]);
  return TRUE;
}
