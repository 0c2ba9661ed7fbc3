// SPDX-License-Identifier: GPL-3.0-or-later
// A cohort's selection as the register has it: who may be chosen, what was proposed, chosen and held, and why.

#include "config.h"

#include "ceci-selection-pool.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/model/ceci-application-repository.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-regulation-repository.h"
#include "core/model/ceci-selection-repository.h"
#include "core/store/ceci-fold.h"

#define REFUSE(error, ...) (g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_INVALID, __VA_ARGS__), FALSE)

CeciSelectionPool *
ceci_selection_pool_ref (CeciSelectionPool *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
ceci_selection_pool_free (CeciSelectionPool *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_object (&self->cohort);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->problem, ceci_selection_problem_unref);
  g_clear_pointer (&self->applications, g_ptr_array_unref);
  g_clear_pointer (&self->reasons, g_ptr_array_unref);
  g_free (self->chosen);
  g_free (self->proposed);
  g_free (self);
}

// --- reading -----------------------------------------------------------------------------

// R13 speaks where nobody has decided yet. Entry profile and faculty bar nobody (R2, R3).
static gboolean
may_be_chosen (CeciApplication *application, CeciRegulation *regulation)
{
  g_autofree char *form =
      ceci_enum_to_column (CECI_TYPE_LEGAL_FORM, (int) ceci_application_get_legal_form (application));

  switch (ceci_application_get_state (application)) {
  case CECI_APPLICATION_STATE_ADMISSIBLE:
  case CECI_APPLICATION_STATE_WAITING:
    return TRUE;
  case CECI_APPLICATION_STATE_RECEIVED:
    return ceci_regulation_admits_application (regulation, ceci_application_get_organisation_name (application),
                                               ceci_application_get_mission (application),
                                               ceci_application_get_planned_minutes (application), form, NULL);
  case CECI_APPLICATION_STATE_SELECTED: // and enrolled: asked apart
  case CECI_APPLICATION_STATE_INADMISSIBLE:
  case CECI_APPLICATION_STATE_DECLINED:
  case CECI_APPLICATION_STATE_WITHDRAWN:
  default:
    return FALSE;
  }
}

// A path of study is the form's free text: case, accents and spaces make no other group.
static char *
key_of_text (const char *text)
{
  g_autofree char *folded = ceci_fold (text);

  return *folded != '\0' ? g_steal_pointer (&folded) : NULL;
}

static void
add_applicant (CeciSelectionPool *self, CeciApplication *application, CeciSelectionChoice *choice)
{
  g_autofree char *path = key_of_text (ceci_application_get_study_path (application));
  g_autofree char *profile = key_of_text (ceci_application_get_entry_profile (application));
  CeciGender gender = ceci_application_get_gender (application);
  const char *keys[CECI_N_DIMENSIONS] = {
      gender == CECI_GENDER_NONE ? NULL : ceci_enum_get_nick (CECI_TYPE_GENDER, (int) gender),
      ceci_application_get_faculty_code (application), path, profile};
  const char *labels[CECI_N_DIMENSIONS] = {
      gender == CECI_GENDER_NONE ? NULL : ceci_enum_get_label (CECI_TYPE_GENDER, (int) gender),
      ceci_application_get_faculty_name (application),
      path != NULL ? ceci_application_get_study_path (application) : NULL,
      profile != NULL ? ceci_application_get_entry_profile (application) : NULL};
  gboolean enrolled = ceci_application_get_student_id (application) != NULL;
  guint index = ceci_selection_problem_add (
      self->problem, ceci_record_get_id (CECI_RECORD (application)), ceci_application_get_display_name (application),
      keys, labels, choice != NULL ? ceci_selection_choice_get_held (choice) : CECI_HOLD_NONE, enrolled);

  g_ptr_array_add (self->applications, g_object_ref (application));
  self->proposed[index] = choice != NULL ? ceci_selection_choice_get_proposed (choice) : FALSE;
  // a confirmed selection stays what it was: who got a place later was not chosen in it
  self->chosen[index] = (enrolled && !ceci_selection_pool_is_confirmed (self)) ||
                        (choice != NULL && ceci_selection_choice_get_chosen (choice));
  g_ptr_array_add (self->reasons, choice != NULL ? g_strdup (ceci_selection_choice_get_reason (choice)) : NULL);
}

static GHashTable *
index_choices (CeciSelectionPool *self, CeciDatabase *database, GError **error)
{
  g_autoptr (GHashTable) by_application = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  g_autoptr (GListModel) choices = NULL;

  if (self->selection == NULL)
    return g_steal_pointer (&by_application);
  choices = ceci_selection_repository_choices (database, ceci_record_get_id (CECI_RECORD (self->selection)), error);
  if (choices == NULL)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (choices); i++) {
    CeciSelectionChoice *choice = g_list_model_get_item (choices, i);

    g_hash_table_insert (by_application, (gpointer) ceci_selection_choice_get_application_id (choice), choice);
  }
  return g_steal_pointer (&by_application);
}

// Of two applications of one person the one received last counts.
static GHashTable *
latest_of_each (GListModel *applications, CeciRegulation *regulation)
{
  GHashTable *latest = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < g_list_model_get_n_items (applications); i++) {
    g_autoptr (CeciApplication) application = g_list_model_get_item (applications, i);

    if (ceci_application_get_student_id (application) != NULL || may_be_chosen (application, regulation))
      g_hash_table_insert (latest, (gpointer) ceci_application_get_person_id (application), application);
  }
  return latest;
}

static gboolean
read_applicants (CeciSelectionPool *self, CeciDatabase *database, const char *cohort_id, GError **error)
{
  g_autoptr (GListModel) all = ceci_application_repository_list (database, cohort_id, error);
  g_autoptr (CeciRegulation) regulation =
      all != NULL ? ceci_regulation_repository_find (database, cohort_id, error) : NULL;
  g_autoptr (GHashTable) choices = regulation != NULL ? index_choices (self, database, error) : NULL;
  g_autoptr (GHashTable) latest = NULL;
  guint n;

  if (choices == NULL)
    return FALSE;
  latest = latest_of_each (all, regulation);
  n = g_list_model_get_n_items (all);
  self->chosen = g_new0 (gboolean, n + 1);
  self->proposed = g_new0 (gboolean, n + 1);
  for (guint i = 0; i < n; i++) {
    g_autoptr (CeciApplication) application = g_list_model_get_item (all, i);

    if (g_hash_table_lookup (latest, ceci_application_get_person_id (application)) == application)
      add_applicant (self, application, g_hash_table_lookup (choices, ceci_record_get_id (CECI_RECORD (application))));
    else
      self->n_inadmissible++;
  }
  return TRUE;
}

/**
 * ceci_selection_pool_read:
 * @database: a connection
 * @cohort_id: a cohort's id
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the cohort's selection as it stands
 */
CeciSelectionPool *
ceci_selection_pool_read (CeciDatabase *database, const char *cohort_id, GError **error)
{
  g_autoptr (CeciSelectionPool) self = g_new0 (CeciSelectionPool, 1);
  g_autoptr (GError) failure = NULL;

  g_atomic_ref_count_init (&self->references);
  self->cohort = ceci_cohort_repository_find (database, cohort_id, error);
  if (self->cohort == NULL)
    return NULL;
  self->selection = ceci_selection_repository_current (database, cohort_id, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  self->applications = g_ptr_array_new_with_free_func (g_object_unref);
  self->reasons = g_ptr_array_new_with_free_func (g_free);
  self->problem = ceci_selection_problem_new ((guint) ceci_cohort_get_places (self->cohort),
                                              self->selection != NULL ? ceci_selection_get_seed (self->selection) : 1);
  if (!read_applicants (self, database, cohort_id, error))
    return NULL;
  ceci_selection_problem_set_defaults (self->problem);
  if (self->selection != NULL &&
      !ceci_selection_problem_set_targets (self->problem, ceci_selection_get_targets (self->selection), error))
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
ceci_selection_pool_is_confirmed (CeciSelectionPool *self)
{
  return self->selection != NULL && ceci_selection_get_confirmed_on (self->selection) != NULL;
}

// A proposal made for other places or other applicants is none.
gboolean
ceci_selection_pool_has_proposal (CeciSelectionPool *self)
{
  return self->selection != NULL && ceci_selection_get_composition (self->selection) != NULL &&
         ceci_selection_get_places (self->selection) == ceci_cohort_get_places (self->cohort);
}

int
ceci_selection_pool_find (CeciSelectionPool *self, const char *application_id)
{
  for (guint i = 0; i < self->applications->len; i++)
    if (strcmp (ceci_record_get_id (self->applications->pdata[i]), application_id) == 0)
      return (int) i;
  return -1;
}

gboolean
ceci_selection_pool_is_changed (CeciSelectionPool *self, guint applicant)
{
  const CeciSelectionApplicant *each = ceci_selection_problem_get_applicant (self->problem, applicant);

  return (!each->enrolled || ceci_selection_pool_is_confirmed (self)) &&
         self->chosen[applicant] != self->proposed[applicant];
}

guint
ceci_selection_pool_n_unexplained (CeciSelectionPool *self)
{
  guint n = 0;

  for (guint i = 0; i < self->applications->len; i++)
    n += ceci_selection_pool_is_changed (self, i) && self->reasons->pdata[i] == NULL ? 1 : 0;
  return n;
}

// What a column of people holds, in hundredths.
static gint64
hundredths (double people)
{
  return (gint64) (people * CECI_SELECTION_PERSON + 0.5);
}

gint64
ceci_selection_pool_get_best (CeciSelectionPool *self)
{
  return ceci_selection_pool_has_proposal (self) ? hundredths (ceci_selection_get_proposal_objective (self->selection))
                                                 : -1;
}

gint64
ceci_selection_pool_get_bound (CeciSelectionPool *self)
{
  return ceci_selection_pool_has_proposal (self) ? hundredths (ceci_selection_get_bound (self->selection)) : -1;
}

// --- keeping -------------------------------------------------------------------------------

static gboolean
check_open (CeciSelectionPool *self, GError **error)
{
  if (ceci_selection_pool_is_confirmed (self))
    return REFUSE (error, _ ("The selection of “%s” is confirmed. Undo its confirmation to change it."),
                   ceci_cohort_get_name (self->cohort));
  return TRUE;
}

// The row that choices hang on; the first thing kept makes it.
static gboolean
ensure_selection (CeciSelectionPool *self, CeciDatabase *database, GError **error)
{
  g_autofree char *now = ceci_entropy_dup_now (ceci_database_get_entropy (database));
  g_autofree char *targets = NULL;

  if (!check_open (self, error))
    return FALSE;
  if (self->selection != NULL)
    return TRUE;
  targets = ceci_selection_problem_dup_targets (self->problem);
  self->selection =
      ceci_record_new (CECI_TYPE_SELECTION, "cohort_id", ceci_record_get_id (CECI_RECORD (self->cohort)), "made_at",
                       now, "seed", ceci_selection_problem_get_seed (self->problem), "places",
                       (gint64) ceci_selection_problem_get_places (self->problem), "targets", targets, NULL);
  return ceci_selection_repository_save (database, self->selection, error);
}

static gboolean
put (CeciSelectionPool *self, CeciDatabase *database, guint applicant, GError **error)
{
  const CeciSelectionApplicant *each = ceci_selection_problem_get_applicant (self->problem, applicant);
  g_autofree char *held = ceci_enum_to_column (CECI_TYPE_HOLD, (int) each->held);
  g_autoptr (CeciSelectionChoice) choice =
      ceci_record_new (CECI_TYPE_SELECTION_CHOICE, "selection_id", ceci_record_get_id (CECI_RECORD (self->selection)),
                       "application_id", each->id, "proposed", self->proposed[applicant], "chosen",
                       self->chosen[applicant], "held", held, "reason", self->reasons->pdata[applicant], NULL);

  return ceci_selection_repository_put (database, choice, error);
}

// The distance of what is now chosen.
static gboolean
keep_distance (CeciSelectionPool *self, CeciDatabase *database, GError **error)
{
  g_autoptr (CeciSelection) before = g_steal_pointer (&self->selection);
  g_autofree char *composition = NULL;

  if (ceci_selection_get_composition (before) == NULL) {
    self->selection = g_steal_pointer (&before);
    return TRUE;
  }
  composition = ceci_selection_problem_dup_composition (self->problem, self->chosen);
  self->selection = ceci_record_with (
      before, "composition", composition, "objective",
      (double) ceci_selection_problem_distance (self->problem, self->chosen) / CECI_SELECTION_PERSON, NULL);
  return ceci_selection_repository_save (database, self->selection, error);
}

static void
set_reason (CeciSelectionPool *self, guint applicant, const char *reason)
{
  g_free (self->reasons->pdata[applicant]);
  self->reasons->pdata[applicant] = reason != NULL && *reason != '\0' ? g_strdup (reason) : NULL;
}

/**
 * ceci_selection_pool_keep_proposal:
 * @self: just read
 * @database: a connection inside a write
 * @proposal: made for this problem: targets, weights, seed and holds are kept too
 * @error: return location for an error
 *
 * What was chosen by hand before gives way; what is held stays, with its reason.
 *
 * Returns: whether it was stored
 */
gboolean
ceci_selection_pool_keep_proposal (CeciSelectionPool *self, CeciDatabase *database,
                                   const CeciSelectionProposal *proposal, GError **error)
{
  g_autofree char *targets = ceci_selection_problem_dup_targets (self->problem);
  g_autofree char *composition = ceci_selection_problem_dup_composition (self->problem, proposal->chosen);
  g_autoptr (CeciSelection) before = NULL;
  double distance = (double) proposal->distance / CECI_SELECTION_PERSON;

  if (!ensure_selection (self, database, error))
    return FALSE;
  before = g_steal_pointer (&self->selection);
  self->selection = ceci_record_with (before, "seed", ceci_selection_problem_get_seed (self->problem), "places",
                                      (gint64) ceci_selection_problem_get_places (self->problem), "targets", targets,
                                      "composition", composition, "objective", distance, "proposal_objective", distance,
                                      "bound", (double) proposal->bound / CECI_SELECTION_PERSON, NULL);
  if (!ceci_selection_repository_save (database, self->selection, error))
    return FALSE;
  for (guint i = 0; i < self->applications->len; i++) {
    const CeciSelectionApplicant *each = ceci_selection_problem_get_applicant (self->problem, i);

    self->proposed[i] = self->chosen[i] = proposal->chosen[i];
    if (each->held == CECI_HOLD_NONE)
      set_reason (self, i, NULL);
    if (!put (self, database, i, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_unchanged (CeciSelectionPool *one, CeciSelectionPool *other)
{
  if (one->applications->len != other->applications->len ||
      ceci_cohort_get_places (one->cohort) != ceci_cohort_get_places (other->cohort))
    return FALSE;
  for (guint i = 0; i < one->applications->len; i++)
    if (strcmp (ceci_record_get_id (one->applications->pdata[i]), ceci_record_get_id (other->applications->pdata[i])) !=
        0)
      return FALSE;
  return TRUE;
}

/**
 * ceci_selection_keep_proposal:
 * @database: a connection inside a write
 * @made_for: what was read and, perhaps, changed: seed, targets and holds, with the reasons of these
 * @proposal: made for it
 * @error: %CECI_STORE_ERROR_CONFLICT if applications or places changed since it was read
 *
 * Returns: whether it was stored
 */
gboolean
ceci_selection_keep_proposal (CeciDatabase *database, CeciSelectionPool *made_for,
                              const CeciSelectionProposal *proposal, GError **error)
{
  g_autoptr (CeciSelectionPool) now =
      ceci_selection_pool_read (database, ceci_record_get_id (CECI_RECORD (made_for->cohort)), error);

  if (now == NULL)
    return FALSE;
  if (!is_unchanged (now, made_for)) {
    g_set_error_literal (error, CECI_STORE_ERROR, CECI_STORE_ERROR_CONFLICT,
                         _ ("The applications or the places changed meanwhile. Propose again."));
    return FALSE;
  }
  g_clear_pointer (&now->problem, ceci_selection_problem_unref);
  now->problem = ceci_selection_problem_ref (made_for->problem);
  for (guint i = 0; i < now->applications->len; i++)
    set_reason (now, i, made_for->reasons->pdata[i]);
  return ceci_selection_pool_keep_proposal (now, database, proposal, error);
}

gboolean
ceci_selection_pool_keep_targets (CeciSelectionPool *self, CeciDatabase *database, GError **error)
{
  g_autofree char *targets = ceci_selection_problem_dup_targets (self->problem);
  g_autoptr (CeciSelection) before = NULL;

  if (!ensure_selection (self, database, error))
    return FALSE;
  before = g_steal_pointer (&self->selection);
  self->selection = ceci_record_with (before, "targets", targets, "seed",
                                      ceci_selection_problem_get_seed (self->problem), "composition", NULL, NULL);
  return ceci_selection_repository_save (database, self->selection, error);
}

static int
find_or_refuse (CeciSelectionPool *self, const char *application_id, GError **error)
{
  int found = ceci_selection_pool_find (self, application_id);

  if (found < 0)
    g_set_error (error, CECI_SELECTION_ERROR, CECI_SELECTION_ERROR_INFEASIBLE,
                 _ ("The application %s can’t be chosen: it is not an admissible one of “%s”. Mark it admissible, or "
                    "no longer hold it."),
                 application_id, ceci_cohort_get_name (self->cohort));
  return found;
}

/**
 * ceci_selection_pool_choose:
 * @self: just read
 * @database: a connection inside a write
 * @application_id: whose
 * @chosen: whether they get a place
 * @reason: (nullable): why, where it is not what was proposed; it may be given later, before the confirmation
 * @error: return location for an error
 *
 * Returns: whether it was stored
 */
gboolean
ceci_selection_pool_choose (CeciSelectionPool *self, CeciDatabase *database, const char *application_id,
                            gboolean chosen, const char *reason, GError **error)
{
  int found = find_or_refuse (self, application_id, error);
  const CeciSelectionApplicant *applicant;

  if (found < 0 || !ensure_selection (self, database, error))
    return FALSE;
  applicant = ceci_selection_problem_get_applicant (self->problem, (guint) found);
  if (applicant->enrolled && !chosen)
    return REFUSE (error, _ ("%s is enrolled already."), applicant->name);
  if (applicant->held != CECI_HOLD_NONE && chosen != (applicant->held == CECI_HOLD_IN))
    return REFUSE (error, _ ("%s is held. Release the hold first."), applicant->name);
  self->chosen[found] = chosen;
  if (applicant->held == CECI_HOLD_NONE || reason != NULL)
    set_reason (self, (guint) found, ceci_selection_pool_is_changed (self, (guint) found) ? reason : NULL);
  return put (self, database, (guint) found, error) && keep_distance (self, database, error);
}

// For a proposal that may not be kept.
void
ceci_selection_pool_hold_in_memory (CeciSelectionPool *self, guint applicant, CeciHold held, const char *reason)
{
  ceci_selection_problem_hold (self->problem, applicant, held);
  self->chosen[applicant] = held == CECI_HOLD_NONE ? self->proposed[applicant] : held == CECI_HOLD_IN;
  set_reason (self, applicant, held == CECI_HOLD_NONE ? NULL : reason);
}

/**
 * ceci_selection_pool_hold:
 * @self: just read
 * @database: a connection inside a write
 * @application_id: whose
 * @held: in, out, or %CECI_HOLD_NONE to release
 * @reason: (nullable): why; needed but for a release
 * @error: return location for an error
 *
 * Who is held in is chosen, who is held out is not, whatever is proposed later.
 *
 * Returns: whether it was stored
 */
gboolean
ceci_selection_pool_hold (CeciSelectionPool *self, CeciDatabase *database, const char *application_id, CeciHold held,
                          const char *reason, GError **error)
{
  int found = find_or_refuse (self, application_id, error);
  const CeciSelectionApplicant *applicant;

  if (found < 0 || !ensure_selection (self, database, error))
    return FALSE;
  applicant = ceci_selection_problem_get_applicant (self->problem, (guint) found);
  if (applicant->enrolled)
    return REFUSE (error, _ ("%s is enrolled already."), applicant->name);
  if (held != CECI_HOLD_NONE && (reason == NULL || *reason == '\0'))
    return REFUSE (error, _ ("Give the reason for holding %s."), applicant->name);
  ceci_selection_pool_hold_in_memory (self, (guint) found, held, reason);
  return put (self, database, (guint) found, error) && keep_distance (self, database, error);
}

gboolean
ceci_selection_pool_explain (CeciSelectionPool *self, CeciDatabase *database, const char *reason, GError **error)
{
  if (!ensure_selection (self, database, error))
    return FALSE;
  for (guint i = 0; i < self->applications->len; i++)
    if (ceci_selection_pool_is_changed (self, i) && self->reasons->pdata[i] == NULL) {
      set_reason (self, i, reason);
      if (!put (self, database, i, error))
        return FALSE;
    }
  return TRUE;
}
