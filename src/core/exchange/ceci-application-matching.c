// SPDX-License-Identifier: GPL-3.0-or-later
// What each row of an import would do: by who it speaks of, by what was said of it, by the other rows. Nothing is read
// from the register here.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-application-matching.h"
#include "ceci-proposed-application-private.h"

typedef struct {
  CeciRegulation *regulation;
  GHashTable *applications; // person id to CeciApplication of this cohort
} Matching;

static gboolean
may_be_reconsidered (CeciApplicationState state)
{
  return state == CECI_APPLICATION_STATE_RECEIVED || state == CECI_APPLICATION_STATE_ADMISSIBLE ||
         state == CECI_APPLICATION_STATE_INADMISSIBLE;
}

// R13 is the regulation's to say; here its answer only becomes the application's state.
static void
consider (const Matching *self, CeciProposedApplication *row)
{
  CeciApplication *application = row->application;
  g_autoptr (CeciApplication) considered = NULL;
  g_autofree char *reason = NULL;
  gboolean admitted;

  if (!may_be_reconsidered (ceci_application_get_state (application)))
    return;
  admitted = ceci_regulation_admits_application (
      self->regulation, ceci_application_get_organisation_name (application),
      ceci_application_get_mission (application), ceci_application_get_planned_minutes (application),
      ceci_enum_get_nick (CECI_TYPE_LEGAL_FORM, ceci_application_get_legal_form (application)), &reason);
  considered =
      ceci_record_with (application, "state", admitted ? "admissible" : "inadmissible", "state_reason", reason, NULL);
  g_set_object (&row->application, considered);
}

static gboolean
ends_before_it_begins (CeciApplication *application)
{
  const char *starts_on = ceci_application_get_starts_on (application),
             *ends_on = ceci_application_get_ends_on (application);

  return starts_on != NULL && ends_on != NULL && strcmp (starts_on, ends_on) > 0;
}

// The row is this person's, or someone new's.
static void
settle (const Matching *self, CeciProposedApplication *row, CeciPerson *person)
{
  CeciApplication *known =
      person != NULL ? g_hash_table_lookup (self->applications, ceci_record_get_id (CECI_RECORD (person))) : NULL;

  ceci_proposed_application_compare (row, person, known);
  if (ends_before_it_begins (row->application)) {
    ceci_proposed_application_set_action (row, CECI_PROPOSAL_REFUSED,
                                          _ ("The placement would end before it begins: check its dates."));
    return;
  }
  if (known == NULL || row->changes->len > 0)
    consider (self, row);
  if (known == NULL)
    ceci_proposed_application_set_action (row, CECI_PROPOSAL_ADD, NULL);
  else
    ceci_proposed_application_set_action (row, row->changes->len > 0 ? CECI_PROPOSAL_CHANGE : CECI_PROPOSAL_UNCHANGED,
                                          NULL);
}

static void
place (const Matching *self, CeciProposedApplication *row)
{
  if (row->reading.unsubmitted) {
    ceci_proposed_application_set_action (row, CECI_PROPOSAL_DRAFT, _ ("This answer was begun and not submitted."));
  } else if (row->reading.refusal != NULL) {
    ceci_proposed_application_set_action (row, CECI_PROPOSAL_REFUSED, row->reading.refusal);
  } else if (row->candidates->len == 0) {
    settle (self, row, row->matched);
  } else if (row->choice == CECI_PROPOSAL_CHOICE_PERSON || row->choice == CECI_PROPOSAL_CHOICE_NEW) {
    settle (self, row, row->chosen);
  } else {
    ceci_proposed_application_compare (row, NULL, NULL);
    consider (self, row);
    ceci_proposed_application_set_action (row, CECI_PROPOSAL_UNSURE, row->doubt);
  }
}

static gboolean
is_settled (CeciProposedApplication *row)
{
  return row->action == CECI_PROPOSAL_ADD || row->action == CECI_PROPOSAL_CHANGE ||
         row->action == CECI_PROPOSAL_UNCHANGED;
}

static void
supersede (CeciProposedApplication *earlier, CeciProposedApplication *later)
{
  g_autofree char *reason =
      g_strdup_printf (_ ("The same person applied again on line %u: the later application is taken."), later->line);

  ceci_proposed_application_set_action (earlier, CECI_PROPOSAL_REFUSED, reason);
  earlier->superseded_by = later;
}

// (transfer none): the one that counts of two rows of one person, the later
static CeciProposedApplication *
keep_later (CeciProposedApplication *one, CeciProposedApplication *other)
{
  if (strcmp (ceci_application_get_received_at (other->reading.application),
              ceci_application_get_received_at (one->reading.application)) > 0) {
    supersede (one, other);
    return other;
  }
  supersede (other, one);
  return one;
}

// Whom someone called another person shares no more than an address with the others.
static gboolean
is_said_to_differ (CeciProposedApplication *one, CeciProposedApplication *other)
{
  g_autofree char *name = NULL, *others_name = NULL;

  if (one->choice != CECI_PROPOSAL_CHOICE_NEW && other->choice != CECI_PROPOSAL_CHOICE_NEW)
    return FALSE;
  name = ceci_person_name_key (one->reading.person);
  others_name = ceci_person_name_key (other->reading.person);
  return !g_str_equal (name, others_name);
}

// Someone who filled in the form twice: the later application counts.
static void
place_among_rows (CeciProposedApplication *row, GHashTable *seen)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  const char *matricule = ceci_person_get_matricule (row->reading.person),
             *email = ceci_person_get_email (row->reading.person);
  CeciProposedApplication *winner = row;

  if (row->known_person != NULL)
    g_ptr_array_add (keys, g_strconcat ("person ", ceci_record_get_id (CECI_RECORD (row->known_person)), NULL));
  if (matricule != NULL)
    g_ptr_array_add (keys, g_strconcat ("matricule ", matricule, NULL));
  if (email != NULL)
    g_ptr_array_add (keys, g_strconcat ("email ", email, NULL));
  for (guint i = 0; i < keys->len; i++) {
    CeciProposedApplication *other = g_hash_table_lookup (seen, g_ptr_array_index (keys, i));

    while (other != NULL && other->superseded_by != NULL)
      other = other->superseded_by;
    if (other == NULL || other == winner || !is_settled (other) || is_said_to_differ (winner, other))
      continue;
    winner = keep_later (winner, other);
  }
  for (guint i = 0; i < keys->len; i++)
    g_hash_table_replace (seen, g_strdup (g_ptr_array_index (keys, i)), winner);
}

// Two rows of one name that nothing tells apart or joins: someone must say.
static void
question_namesakes (CeciProposedApplication *row, GHashTable *names)
{
  g_autofree char *name = NULL;
  CeciProposedApplication *other;
  const char *matricule, *others_matricule, *birth_date, *others_birth_date;

  if (row->action != CECI_PROPOSAL_ADD || row->known_person != NULL)
    return;
  name = ceci_person_name_key (row->reading.person);
  other = g_hash_table_lookup (names, name);
  if (other == NULL || !is_settled (other)) {
    g_hash_table_replace (names, g_steal_pointer (&name), row);
    return;
  }
  if (row->candidates->len > 0) // asked already
    return;
  matricule = ceci_person_get_matricule (row->reading.person);
  others_matricule = ceci_person_get_matricule (other->reading.person);
  birth_date = ceci_person_get_birth_date (row->reading.person);
  others_birth_date = ceci_person_get_birth_date (other->reading.person);
  if ((matricule != NULL && others_matricule != NULL) ||
      (birth_date != NULL && others_birth_date != NULL && !g_str_equal (birth_date, others_birth_date)))
    return;
  row->namesake = other;
  row->doubt = g_strdup_printf (_ ("Line %u has the same name: say whether this is someone else."), other->line);
  if (row->choice == CECI_PROPOSAL_CHOICE_NAMESAKE)
    g_hash_table_replace (names, g_steal_pointer (&name), keep_later (row, other));
  else if (row->choice != CECI_PROPOSAL_CHOICE_NEW)
    ceci_proposed_application_set_action (row, CECI_PROPOSAL_UNSURE, row->doubt);
}

/**
 * ceci_application_matching_find:
 * @row: a row that was just read
 * @index: everyone in the register
 *
 * Finds who the row speaks of, or may.
 */
void
ceci_application_matching_find (CeciProposedApplication *row, CeciPersonIndex *index)
{
  g_auto (CeciPersonMatch) match = {NULL};

  if (row->reading.unsubmitted || row->reading.refusal != NULL)
    return;
  ceci_person_index_match (index, row->reading.person, &match);
  if (match.maybe != NULL) {
    g_ptr_array_extend (row->candidates, match.maybe, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
    row->doubt = g_strdup (match.reason);
  } else {
    g_set_object (&row->matched, match.same);
  }
}

/**
 * ceci_application_matching_settle:
 * @rows: (element-type CeciProposedApplication): every row of the file, in its order
 * @regulation: the cohort's
 * @applications: person id to the #CeciApplication the cohort has
 *
 * Says of each row what it would do, from who it is, what a person said of it and the other rows. It may be done again
 * after something was said.
 */
void
ceci_application_matching_settle (GPtrArray *rows, CeciRegulation *regulation, GHashTable *applications)
{
  const Matching self = {regulation, applications};
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < rows->len; i++) {
    CeciProposedApplication *row = g_ptr_array_index (rows, i);

    row->superseded_by = NULL;
    row->namesake = NULL;
    if (row->candidates->len == 0) // the doubt was of another row
      g_clear_pointer (&row->doubt, g_free);
    place (&self, row);
    if (is_settled (row))
      place_among_rows (row, seen);
    question_namesakes (row, names);
  }
}
