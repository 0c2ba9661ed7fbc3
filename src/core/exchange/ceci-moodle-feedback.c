// SPDX-License-Identifier: GPL-3.0-or-later
// What the office says to each student in a grading worksheet. A verdict counts once its session is closed; before
// that, what the rules find pending or blocked is what is missing.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-moodle-feedback.h"
#include "core/model/ceci-facts-repository.h"
#include "core/model/ceci-jury-repository.h"
#include "core/model/ceci-participant-repository.h"
#include "core/model/ceci-student-repository.h"

struct _CeciMoodleFeedback {
  GHashTable *texts;   // participant’s number to what is said
  GHashTable *awarded; // participant’s numbers
};

void
ceci_moodle_feedback_free (CeciMoodleFeedback *self)
{
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->awarded);
  g_free (self);
}

// The verdict of the latest closed session; NULL if there is none.
static CeciDecision *
find_verdict (CeciDatabase *database, const char *student_id, GError **error)
{
  g_autoptr (GListModel) dossiers = ceci_jury_repository_sessions_of_student (database, student_id, error);

  for (guint i = 0; dossiers != NULL && i < g_list_model_get_n_items (dossiers); i++) {
    g_autoptr (CeciDossier) dossier = g_list_model_get_item (dossiers, i);
    g_autoptr (CeciJurySession) session =
        ceci_jury_repository_session (database, ceci_dossier_get_session_id (dossier), error);
    CeciDecision *decision;

    if (session == NULL)
      return NULL;
    if (ceci_jury_session_get_state (session) != CECI_SESSION_STATE_CLOSED)
      continue;
    decision = ceci_jury_repository_decision (database, ceci_record_get_id (CECI_RECORD (dossier)), error);
    if (decision != NULL)
      return decision;
  }
  return NULL;
}

static char *
word_verdict (CeciDecision *decision)
{
  g_autoptr (GString) text =
      g_string_new (ceci_enum_get_label (CECI_TYPE_OUTCOME, (int) ceci_decision_get_outcome (decision)));

  if (ceci_decision_get_reason (decision) != NULL)
    g_string_append_printf (text, "\n%s", ceci_decision_get_reason (decision));
  if (ceci_decision_get_conditions (decision) != NULL)
    g_string_append_printf (text, "\n%s", ceci_decision_get_conditions (decision));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
word_missing (CeciDatabase *database, const char *student_id, const char *today, GError **error)
{
  g_autoptr (CeciRegulation) regulation = NULL;
  g_autoptr (CeciFacts) facts = ceci_facts_repository_find (database, student_id, &regulation, error);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (facts == NULL)
    return NULL;
  findings = ceci_regulation_check (regulation, facts, today);
  for (guint i = 0; i < findings->len; i++) {
    CeciFinding *finding = findings->pdata[i];
    CeciFindingState state = ceci_finding_get_state (finding);

    if (state == CECI_FINDING_PENDING || state == CECI_FINDING_BLOCKED)
      // Translators: what a rule is about, and what it found
      g_string_append_printf (text, _ ("%s: %s\n"), ceci_finding_get_title (finding),
                              ceci_finding_get_reason (finding));
  }
  if (text->len == 0)
    g_string_append (text, _ ("The dossier is complete."));
  return g_strchomp (g_string_free_and_steal (g_steal_pointer (&text)));
}

static gboolean
add_participant (CeciMoodleFeedback *self, CeciDatabase *database, const char *number, const char *student_id,
                 const char *today, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (CeciDecision) verdict = find_verdict (database, student_id, &failure);
  char *text = NULL;

  if (failure == NULL)
    text = verdict != NULL ? word_verdict (verdict) : word_missing (database, student_id, today, &failure);
  if (text == NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  g_hash_table_replace (self->texts, g_strdup (number), text);
  if (verdict != NULL && ceci_decision_get_outcome (verdict) == CECI_OUTCOME_AWARDED)
    g_hash_table_add (self->awarded, g_strdup (number));
  return TRUE;
}

CeciMoodleFeedback *
ceci_moodle_feedback_new (CeciDatabase *database, const char *cohort_id, const char *course, const char *today,
                          GError **error)
{
  g_autoptr (CeciMoodleFeedback) self = g_new0 (CeciMoodleFeedback, 1);
  g_autoptr (GListModel) students = NULL, participants = NULL;

  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->awarded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  students = ceci_student_repository_list (database, cohort_id, error);
  participants = students != NULL ? ceci_participant_repository_list (database, course, error) : NULL;
  if (participants == NULL)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (participants); i++) {
    g_autoptr (CeciParticipant) participant = g_list_model_get_item (participants, i);

    for (guint j = 0; j < g_list_model_get_n_items (students); j++) {
      g_autoptr (CeciStudent) student = g_list_model_get_item (students, j);

      if (g_str_equal (ceci_student_get_person_id (student), ceci_participant_get_person_id (participant)) &&
          !add_participant (self, database, ceci_participant_get_number (participant),
                            ceci_record_get_id (CECI_RECORD (student)), today, error))
        return NULL;
    }
  }
  return g_steal_pointer (&self);
}

/**
 * ceci_moodle_feedback_answer:
 * @participant: a participant's number
 * @feedback: whether the feedback is asked for, or the grade
 * @self: a #CeciMoodleFeedback
 *
 * Returns: (nullable): what is said; the grade stays the virtual campus's, for no requirement says what it would be
 */
const char *
ceci_moodle_feedback_answer (const char *participant, gboolean feedback, gpointer self)
{
  return feedback ? g_hash_table_lookup (((CeciMoodleFeedback *) self)->texts, participant) : NULL;
}

gboolean
ceci_moodle_feedback_is_awarded (CeciMoodleFeedback *self, const char *participant)
{
  return g_hash_table_contains (self->awarded, participant);
}
