// SPDX-License-Identifier: GPL-3.0-or-later
// The icon and the tone of every state the register knows, said once for all pages. The words are the model's.
#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/model/ceci-enums.h"
#include "ceci-state-words.h"

#define WAITING "content-loading-symbolic"
#define GOING "media-playback-start-symbolic"
#define DONE "object-select-symbolic"
#define ALERT "dialog-warning-symbolic"
#define STOPPED "process-stop-symbolic"
#define LETTER "mail-unread-symbolic"

typedef struct {
  GType (*type) (void);
  int value;
  CeciTone tone;
  const char *icon_name;
} State;

static const State states[] = {
    {ceci_cohort_phase_get_type, CECI_COHORT_PHASE_APPLICATIONS, CECI_TONE_ACCENT, LETTER},
    {ceci_cohort_phase_get_type, CECI_COHORT_PHASE_SELECTION, CECI_TONE_WARNING, WAITING},
    {ceci_cohort_phase_get_type, CECI_COHORT_PHASE_RUNNING, CECI_TONE_SUCCESS, GOING},
    {ceci_cohort_phase_get_type, CECI_COHORT_PHASE_CLOSED, CECI_TONE_NEUTRAL, DONE},
    {ceci_application_state_get_type, CECI_APPLICATION_STATE_RECEIVED, CECI_TONE_ACCENT, LETTER},
    {ceci_application_state_get_type, CECI_APPLICATION_STATE_ADMISSIBLE, CECI_TONE_SUCCESS, DONE},
    {ceci_application_state_get_type, CECI_APPLICATION_STATE_INADMISSIBLE, CECI_TONE_ERROR, ALERT},
    {ceci_application_state_get_type, CECI_APPLICATION_STATE_WAITING, CECI_TONE_WARNING, WAITING},
    {ceci_application_state_get_type, CECI_APPLICATION_STATE_SELECTED, CECI_TONE_SUCCESS, DONE},
    {ceci_application_state_get_type, CECI_APPLICATION_STATE_DECLINED, CECI_TONE_NEUTRAL, STOPPED},
    {ceci_application_state_get_type, CECI_APPLICATION_STATE_WITHDRAWN, CECI_TONE_NEUTRAL, STOPPED},
    {ceci_student_state_get_type, CECI_STUDENT_STATE_ENROLLED, CECI_TONE_ACCENT, GOING},
    {ceci_student_state_get_type, CECI_STUDENT_STATE_WITHDRAWN, CECI_TONE_NEUTRAL, STOPPED},
    {ceci_student_state_get_type, CECI_STUDENT_STATE_AWARDED, CECI_TONE_SUCCESS, DONE},
    {ceci_student_state_get_type, CECI_STUDENT_STATE_REFUSED, CECI_TONE_ERROR, STOPPED},
    {ceci_student_state_get_type, CECI_STUDENT_STATE_EXPIRED, CECI_TONE_ERROR, ALERT},
    {ceci_hours_state_get_type, CECI_HOURS_STATE_CLAIMED, CECI_TONE_NEUTRAL, WAITING},
    {ceci_hours_state_get_type, CECI_HOURS_STATE_CONFIRMED, CECI_TONE_ACCENT, DONE},
    {ceci_hours_state_get_type, CECI_HOURS_STATE_ACCEPTED, CECI_TONE_SUCCESS, DONE},
    {ceci_hours_state_get_type, CECI_HOURS_STATE_REFUSED, CECI_TONE_ERROR, STOPPED},
    {ceci_attendance_state_get_type, CECI_ATTENDANCE_STATE_PRESENT, CECI_TONE_SUCCESS, DONE},
    {ceci_attendance_state_get_type, CECI_ATTENDANCE_STATE_EXCUSED, CECI_TONE_WARNING, WAITING},
    {ceci_attendance_state_get_type, CECI_ATTENDANCE_STATE_ABSENT, CECI_TONE_ERROR, STOPPED},
    {ceci_session_state_get_type, CECI_SESSION_STATE_PREPARATION, CECI_TONE_NEUTRAL, WAITING},
    {ceci_session_state_get_type, CECI_SESSION_STATE_READING, CECI_TONE_ACCENT, GOING},
    {ceci_session_state_get_type, CECI_SESSION_STATE_DELIBERATION, CECI_TONE_WARNING, GOING},
    {ceci_session_state_get_type, CECI_SESSION_STATE_CLOSED, CECI_TONE_SUCCESS, DONE},
    {ceci_outcome_get_type, CECI_OUTCOME_AWARDED, CECI_TONE_SUCCESS, DONE},
    {ceci_outcome_get_type, CECI_OUTCOME_TO_COMPLETE, CECI_TONE_WARNING, WAITING},
    {ceci_outcome_get_type, CECI_OUTCOME_DEFERRED, CECI_TONE_WARNING, WAITING},
    {ceci_outcome_get_type, CECI_OUTCOME_REFUSED, CECI_TONE_ERROR, STOPPED},
    {ceci_health_get_type, CECI_HEALTH_UNKNOWN, CECI_TONE_NEUTRAL, WAITING},
    {ceci_health_get_type, CECI_HEALTH_FINE, CECI_TONE_SUCCESS, DONE},
    {ceci_health_get_type, CECI_HEALTH_ENCRYPTED, CECI_TONE_WARNING, ALERT},
    {ceci_health_get_type, CECI_HEALTH_DAMAGED, CECI_TONE_ERROR, ALERT},
    {ceci_health_get_type, CECI_HEALTH_EMPTY, CECI_TONE_ERROR, ALERT},
    {ceci_health_get_type, CECI_HEALTH_NOT_PDF, CECI_TONE_WARNING, ALERT},
    {ceci_note_state_get_type, CECI_NOTE_STATE_OPEN, CECI_TONE_ACCENT, WAITING},
    {ceci_note_state_get_type, CECI_NOTE_STATE_DONE, CECI_TONE_SUCCESS, DONE},
};

/**
 * ceci_words_show_state:
 * @pill: where to show it
 * @type: an enumeration of the model
 * @value: its value; the pill is hidden where there is none
 */
void
ceci_words_show_state (CeciStatePill *pill, GType type, int value)
{
  const char *label = ceci_enum_get_label (type, value);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (states[i].value == value && states[i].type () == type) {
      ceci_state_pill_set_state (pill, states[i].tone, states[i].icon_name, label);
      return;
    }
  ceci_state_pill_set_state (pill, CECI_TONE_NEUTRAL, NULL, *label != '\0' ? label : NULL);
}

static void
show_finding (CeciStatePill *pill, CeciFindingState state, const char *word)
{
  static const CeciTone tones[] = {CECI_TONE_SUCCESS, CECI_TONE_NEUTRAL, CECI_TONE_WARNING, CECI_TONE_ERROR};
  static const char *const icons[] = {DONE, WAITING, ALERT, STOPPED};

  if (state > CECI_FINDING_BLOCKED)
    return;
  ceci_state_pill_set_state (pill, tones[state], icons[state], word);
}

/**
 * ceci_words_show_finding_state:
 * @pill: where to show it
 * @state: what several requirements come to
 * @rule: (nullable): the one requirement it speaks of, which has words of its own
 */
void
ceci_words_show_finding_state (CeciStatePill *pill, CeciFindingState state, const char *rule)
{
  show_finding (pill, state,
                rule != NULL ? ceci_finding_state_get_word (state, rule) : ceci_finding_state_get_label (state));
}

void
ceci_words_show_finding (CeciStatePill *pill, CeciFinding *finding)
{
  g_autofree char *word = ceci_finding_dup_word (finding);

  show_finding (pill, ceci_finding_get_state (finding), word);
}
