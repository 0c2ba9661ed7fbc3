// SPDX-License-Identifier: GPL-3.0-or-later
// What the office does with a jury session, as work on the register.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-jury-error.h"
#include "ceci-session.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-findings-repository.h"
#include "core/model/ceci-regulation-repository.h"
#include "core/model/ceci-student-repository.h"
#include "core/store/ceci-date.h"
#include "core/store/ceci-fold.h"

#define DEFAULT_READERS 2
#define MOST_READERS 10
#define DAYS_BEFORE 10

static gboolean G_GNUC_PRINTF (3, 4) refuse (GError **error, CeciJuryError code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error, g_error_new_valist (CECI_JURY_ERROR, (int) code, format, arguments));
  va_end (arguments);
  return FALSE;
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *folded = ceci_fold (text);

  return *g_strstrip (folded) == '\0';
}

CeciJurySession *
ceci_session_look_up (CeciDatabase *database, const char *id_or_name, GError **error)
{
  g_autoptr (GListModel) sessions = ceci_jury_repository_sessions (database, error);
  g_autofree char *wanted = ceci_fold (id_or_name);

  for (guint i = 0; sessions != NULL && i < g_list_model_get_n_items (sessions); i++) {
    g_autoptr (CeciJurySession) session = g_list_model_get_item (sessions, i);
    g_autofree char *name = ceci_fold (ceci_jury_session_get_name (session));

    if (g_strcmp0 (ceci_record_get_id (CECI_RECORD (session)), id_or_name) == 0 || strcmp (name, wanted) == 0)
      return g_steal_pointer (&session);
  }
  if (sessions != NULL)
    refuse (error, CECI_JURY_ERROR_NOT_FOUND, _ ("There is no jury session “%s”."), id_or_name);
  return NULL;
}

static CeciScoringRules
rules_of (CeciDatabase *database, const char *session_id)
{
  g_autoptr (GListModel) dossiers = ceci_jury_repository_dossiers (database, session_id, NULL);
  g_autoptr (CeciDossier) dossier = dossiers ? g_list_model_get_item (dossiers, 0) : NULL;
  g_autoptr (CeciRegulation) regulation =
      dossier ? ceci_regulation_repository_find (database, ceci_dossier_get_cohort_id (dossier), NULL) : NULL;

  if (regulation == NULL)
    return CECI_SCORING_RULES_DEFAULT;
  return (CeciScoringRules) {
      (int) ceci_regulation_get_integer (regulation, "award-threshold"),
      (int) ceci_regulation_get_integer (regulation, "reflection-minimum"),
      (int) ceci_regulation_get_integer (regulation, "discussion-gap"),
  };
}

/**
 * ceci_session_grid:
 * @database: a connection
 * @session_id: a session's id
 * @error: a #CeciStoreError
 *
 * Returns: (transfer full): the session's grid, with the thresholds of the regulation its first dossier follows
 */
CeciScoringGrid *
ceci_session_grid (CeciDatabase *database, const char *session_id, GError **error)
{
  g_autoptr (CeciJurySession) session = ceci_jury_repository_session (database, session_id, error);
  g_autoptr (CeciGrid) grid = NULL;
  g_autoptr (GListModel) criteria = NULL;
  const char *grid_id;

  if (session == NULL)
    return NULL;
  grid_id = ceci_jury_session_get_grid_id (session);
  grid = ceci_record_find (CECI_TYPE_GRID, database, grid_id, error);
  criteria = grid ? ceci_jury_repository_criteria (database, grid_id, error) : NULL;
  if (criteria == NULL)
    return NULL;
  return ceci_scoring_grid_new (grid_id, ceci_grid_get_name (grid), ceci_grid_get_version (grid), criteria,
                                rules_of (database, session_id));
}

static char *
newest_grid (CeciDatabase *database, GError **error)
{
  g_autoptr (GListModel) grids = ceci_jury_repository_grids (database, error);
  g_autoptr (CeciGrid) grid = grids ? g_list_model_get_item (grids, 0) : NULL;

  if (grid != NULL)
    return g_strdup (ceci_record_get_id (CECI_RECORD (grid)));
  if (grids != NULL)
    refuse (error, CECI_JURY_ERROR_NOT_FOUND, _ ("The register has no scoring grid. Adopt one before a jury session."));
  return NULL;
}

/**
 * ceci_session_create:
 * @database: a connection inside a write
 * @draft: the session
 * @error: %CECI_JURY_ERROR_INVALID or a #CeciStoreError
 *
 * Returns: (transfer full): the id of the session, in preparation
 */
char *
ceci_session_create (CeciDatabase *database, const CeciSessionDraft *draft, GError **error)
{
  g_autofree char *cut_off_on = NULL;
  g_autofree char *grid_id = NULL;
  gint64 readers = draft->readers != 0 ? draft->readers : DEFAULT_READERS;
  g_autoptr (CeciJurySession) session = NULL;

  if (is_blank (draft->name) || !ceci_date_is_valid (draft->held_on) ||
      (draft->cut_off_on != NULL && !ceci_date_is_valid (draft->cut_off_on))) {
    refuse (error, CECI_JURY_ERROR_INVALID, _ ("A jury session needs a name and its dates, as YYYY-MM-DD."));
    return NULL;
  }
  cut_off_on = draft->cut_off_on ? g_strdup (draft->cut_off_on) : ceci_date_add_days (draft->held_on, -DAYS_BEFORE);
  if (strcmp (cut_off_on, draft->held_on) > 0) {
    refuse (error, CECI_JURY_ERROR_INVALID, _ ("The cut-off date comes after the session. Choose an earlier one."));
    return NULL;
  }
  if (readers < 1 || readers > MOST_READERS) {
    refuse (error, CECI_JURY_ERROR_INVALID, _ ("A portfolio has between one and ten readers."));
    return NULL;
  }
  grid_id = draft->grid_id ? g_strdup (draft->grid_id) : newest_grid (database, error);
  if (grid_id == NULL)
    return NULL;
  session =
      ceci_record_new (CECI_TYPE_JURY_SESSION, "name", draft->name, "held_on", draft->held_on, "cut_off_on", cut_off_on,
                       "state", "preparation", "grid_id", grid_id, "readers", readers, "place", draft->place, NULL);
  if (!ceci_record_insert (session, database, error))
    return NULL;
  return g_strdup (ceci_record_get_id (CECI_RECORD (session)));
}

static CeciJurySession *
open_session (CeciDatabase *database, const char *session_id, GError **error)
{
  g_autoptr (CeciJurySession) session = ceci_jury_repository_session (database, session_id, error);

  if (session == NULL)
    return NULL;
  if (ceci_jury_session_get_state (session) == CECI_SESSION_STATE_CLOSED) {
    refuse (error, CECI_JURY_ERROR_CLOSED, _ ("The session “%s” is closed. Reopen it, with a reason, to change it."),
            ceci_jury_session_get_name (session));
    return NULL;
  }
  return g_steal_pointer (&session);
}

static gboolean
same_text (const char *a, const char *b)
{
  g_autofree char *folded_a = ceci_fold (a);
  g_autofree char *folded_b = ceci_fold (b);

  return strcmp (folded_a, folded_b) == 0;
}

static gboolean
same_juror (CeciJuror *known, CeciJuror *draft)
{
  const char *email = ceci_juror_get_email (draft), *known_email = ceci_juror_get_email (known);

  if (!is_blank (email) && !is_blank (known_email))
    return same_text (email, known_email);
  return is_blank (email) == is_blank (known_email) &&
         same_text (ceci_juror_get_family_name (known), ceci_juror_get_family_name (draft)) &&
         same_text (ceci_juror_get_first_name (known), ceci_juror_get_first_name (draft));
}

static char *
find_or_add_juror (CeciDatabase *database, CeciJuror *draft, GError **error)
{
  g_autoptr (GListModel) jurors = ceci_jury_repository_jurors (database, error);

  for (guint i = 0; jurors != NULL && i < g_list_model_get_n_items (jurors); i++) {
    g_autoptr (CeciJuror) juror = g_list_model_get_item (jurors, i);

    if (same_juror (juror, draft))
      return g_strdup (ceci_record_get_id (CECI_RECORD (juror)));
  }
  if (jurors == NULL || !ceci_record_insert (draft, database, error))
    return NULL;
  return g_strdup (ceci_record_get_id (CECI_RECORD (draft)));
}

char *
ceci_session_add_juror (CeciDatabase *database, const char *session_id, CeciJuror *draft, GError **error)
{
  g_autoptr (CeciJurySession) session = open_session (database, session_id, error);
  g_autoptr (CeciSessionJuror) member = NULL;
  g_autoptr (CeciSessionJuror) already = NULL;
  g_autofree char *juror_id = NULL;

  if (session == NULL)
    return NULL;
  if (is_blank (ceci_juror_get_family_name (draft)) || is_blank (ceci_juror_get_first_name (draft))) {
    refuse (error, CECI_JURY_ERROR_INVALID, _ ("A juror needs a first name and a family name."));
    return NULL;
  }
  juror_id = find_or_add_juror (database, draft, error);
  if (juror_id == NULL)
    return NULL;
  already = ceci_jury_repository_session_juror (database, session_id, juror_id, NULL);
  if (already != NULL) {
    refuse (error, CECI_JURY_ERROR_INVALID, _ ("%s is already a member of this session."),
            ceci_session_juror_get_display_name (already));
    return NULL;
  }
  member = ceci_record_new (CECI_TYPE_SESSION_JUROR, "session_id", session_id, "juror_id", juror_id, "revision",
                            (gint64) 0, NULL);
  return ceci_record_insert (member, database, error) ? g_steal_pointer (&juror_id) : NULL;
}

static gboolean
recuse_assignments (CeciDatabase *database, const char *session_id, const char *juror_id, const char *on,
                    const char *reason, GError **error)
{
  g_autoptr (GListModel) assignments = ceci_jury_repository_assignments (database, session_id, error);

  if (assignments == NULL)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (assignments); i++) {
    g_autoptr (CeciAssignment) assignment = g_list_model_get_item (assignments, i);
    g_autoptr (CeciAssignment) recused = NULL;

    if (g_strcmp0 (ceci_assignment_get_juror_id (assignment), juror_id) != 0 ||
        ceci_assignment_get_recused_on (assignment) != NULL)
      continue;
    recused = ceci_record_with (assignment, "recused_on", on, "recusal_reason", reason, NULL);
    if (!ceci_record_update (recused, database, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
ceci_session_recuse_juror (CeciDatabase *database, const char *session_id, const char *juror_id, const char *on,
                           const char *reason, GError **error)
{
  g_autoptr (CeciJurySession) session = open_session (database, session_id, error);
  g_autoptr (CeciSessionJuror) member =
      session ? ceci_jury_repository_session_juror (database, session_id, juror_id, error) : NULL;
  g_autoptr (CeciSessionJuror) recused = NULL;

  if (member == NULL)
    return FALSE;
  if (is_blank (reason))
    return refuse (error, CECI_JURY_ERROR_INVALID, _ ("Say in a few words what the conflict of interest is."));
  recused = ceci_record_with (member, "recused_on", on, "recusal_reason", reason, NULL);
  return ceci_record_update (recused, database, error) &&
         recuse_assignments (database, session_id, juror_id, on, reason, error);
}

// What bars the way, in the order of the rules.
static GPtrArray *
blocking_findings (CeciDatabase *database, const char *student_id, const char *today, GError **error)
{
  g_autoptr (GPtrArray) findings = ceci_findings_repository_list (database, NULL, student_id, today, TRUE, error);
  g_autoptr (GPtrArray) blocking = g_ptr_array_new_with_free_func (g_object_unref);

  if (findings == NULL)
    return NULL;
  for (guint i = 0; i < findings->len; i++)
    if (ceci_finding_get_state (findings->pdata[i]) == CECI_FINDING_BLOCKED)
      g_ptr_array_add (blocking, g_object_ref (findings->pdata[i]));
  return g_steal_pointer (&blocking);
}

static gboolean
may_be_admitted (CeciDatabase *database, const char *session_id, CeciStudent *student, GError **error)
{
  g_autoptr (GListModel) earlier =
      ceci_jury_repository_sessions_of_student (database, ceci_record_get_id (CECI_RECORD (student)), error);

  if (earlier == NULL)
    return FALSE;
  if (ceci_student_get_state (student) != CECI_STUDENT_STATE_ENROLLED)
    return refuse (error, CECI_JURY_ERROR_REFUSED, _ ("%s is not enrolled (any more)."),
                   ceci_student_get_display_name (student));
  for (guint i = 0; i < g_list_model_get_n_items (earlier); i++) {
    g_autoptr (CeciDossier) dossier = g_list_model_get_item (earlier, i);
    g_autoptr (CeciJurySession) other = NULL;

    if (g_strcmp0 (ceci_dossier_get_session_id (dossier), session_id) == 0)
      return refuse (error, CECI_JURY_ERROR_REFUSED, _ ("%s is already before this session."),
                     ceci_student_get_display_name (student));
    other = ceci_jury_repository_session (database, ceci_dossier_get_session_id (dossier), error);
    if (other == NULL)
      return FALSE;
    if (ceci_jury_session_get_state (other) != CECI_SESSION_STATE_CLOSED)
      return refuse (error, CECI_JURY_ERROR_REFUSED,
                     _ ("%s is still before the session “%s”. Close it first, or withdraw the dossier there."),
                     ceci_student_get_display_name (student), ceci_jury_session_get_name (other));
  }
  return TRUE;
}

/**
 * ceci_session_admit:
 * @database: a connection inside a write
 * @session_id: a session
 * @student_id: a student
 * @today: the day of the admission
 * @waiver_reason: (nullable): why a dossier with blocking findings goes through all the same
 * @blocking: (out) (optional) (transfer full) (element-type CeciFinding): what bars the way
 * @error: %CECI_JURY_ERROR_REFUSED with the reasons
 *
 * Returns: (transfer full): the dossier's id
 */
char *
ceci_session_admit (CeciDatabase *database, const char *session_id, const char *student_id, const char *today,
                    const char *waiver_reason, GPtrArray **blocking, GError **error)
{
  g_autoptr (CeciJurySession) session = open_session (database, session_id, error);
  g_autoptr (CeciStudent) student = session ? ceci_student_repository_find (database, student_id, error) : NULL;
  g_autoptr (GPtrArray) bars = NULL;
  g_autoptr (CeciDossier) dossier = NULL;
  gboolean waived = !is_blank (waiver_reason);

  if (student == NULL || !may_be_admitted (database, session_id, student, error))
    return NULL;
  bars = blocking_findings (database, student_id, today, error);
  if (bars == NULL)
    return NULL;
  if (bars->len > 0 && !waived) {
    g_autoptr (GString) reasons = g_string_new (NULL);

    for (guint i = 0; i < bars->len; i++)
      g_string_append_printf (reasons, " %s", ceci_finding_get_reason (bars->pdata[i]));
    refuse (error, CECI_JURY_ERROR_REFUSED, _ ("%s cannot be admitted:%s"), ceci_student_get_display_name (student),
            reasons->str);
    if (blocking != NULL)
      *blocking = g_steal_pointer (&bars);
    return NULL;
  }
  dossier = ceci_record_new (CECI_TYPE_DOSSIER, "session_id", session_id, "student_id", student_id, "admitted_on",
                             today, "waiver_reason", waived && bars->len > 0 ? waiver_reason : NULL, NULL);
  return ceci_record_insert (dossier, database, error) ? g_strdup (ceci_record_get_id (CECI_RECORD (dossier))) : NULL;
}

gboolean
ceci_session_withdraw_dossier (CeciDatabase *database, const char *dossier_id, GError **error)
{
  g_autoptr (CeciDossier) dossier = ceci_jury_repository_dossier (database, dossier_id, error);
  g_autoptr (CeciJurySession) session =
      dossier ? open_session (database, ceci_dossier_get_session_id (dossier), error) : NULL;
  g_autoptr (GListStore) assignments =
      session ? ceci_record_select (CECI_TYPE_ASSIGNMENT, database, "dossier_id", dossier_id, NULL, error) : NULL;

  if (assignments == NULL)
    return FALSE;
  if (ceci_dossier_get_reviews (dossier) > 0 || ceci_dossier_get_outcome (dossier) != CECI_OUTCOME_NONE)
    return refuse (error, CECI_JURY_ERROR_REFUSED, _ ("The dossier of %s was read already: it stays in the session."),
                   ceci_dossier_get_display_name (dossier));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (assignments)); i++) {
    g_autoptr (CeciAssignment) assignment = g_list_model_get_item (G_LIST_MODEL (assignments), i);

    if (!ceci_record_delete (assignment, database, error))
      return FALSE;
  }
  return ceci_record_delete (dossier, database, error);
}

gboolean
ceci_session_set_state (CeciDatabase *database, const char *session_id, CeciSessionState state, GError **error)
{
  g_autoptr (CeciJurySession) session = open_session (database, session_id, error);
  g_autoptr (CeciJurySession) changed = NULL;

  g_return_val_if_fail (state != CECI_SESSION_STATE_CLOSED, FALSE);

  if (session == NULL)
    return FALSE;
  if (ceci_jury_session_get_state (session) == state)
    return TRUE;
  changed = ceci_record_with (session, "state", ceci_enum_get_nick (CECI_TYPE_SESSION_STATE, (int) state), NULL);
  return ceci_record_update (changed, database, error);
}

static gboolean
check_verdict (const CeciVerdict *verdict, CeciDossier *dossier, GError **error)
{
  if ((int) verdict->outcome < CECI_OUTCOME_AWARDED || verdict->outcome > CECI_OUTCOME_REFUSED)
    return refuse (error, CECI_JURY_ERROR_INVALID, _ ("There is no such outcome."));
  if (verdict->outcome != CECI_OUTCOME_AWARDED && is_blank (verdict->reason))
    return refuse (error, CECI_JURY_ERROR_INVALID,
                   _ ("Give the reason of the decision for %s: only an award does without one."),
                   ceci_dossier_get_display_name (dossier));
  if (verdict->complete_by != NULL && !ceci_date_is_valid (verdict->complete_by))
    return refuse (error, CECI_JURY_ERROR_INVALID, _ ("“%s” is not a date of the form YYYY-MM-DD."),
                   verdict->complete_by);
  return TRUE;
}

// What a standing certificate says is not taken back behind its back.
static gboolean
check_certificate (CeciDatabase *database, CeciDecision *decision, CeciOutcome outcome, GError **error)
{
  g_autoptr (GListModel) all = NULL;

  if (outcome == CECI_OUTCOME_AWARDED)
    return TRUE;
  all = ceci_jury_repository_certificates (database, ceci_decision_get_student_id (decision), error);
  for (guint i = 0; all != NULL && i < g_list_model_get_n_items (all); i++) {
    g_autoptr (CeciCertificate) certificate = g_list_model_get_item (all, i);

    if (ceci_certificate_get_revoked_on (certificate) == NULL &&
        g_strcmp0 (ceci_certificate_get_decision_id (certificate), ceci_record_get_id (CECI_RECORD (decision))) == 0)
      return refuse (error, CECI_JURY_ERROR_REFUSED,
                     _ ("The certificate %s of %s stands on this decision. Revoke it first."),
                     ceci_certificate_get_number (certificate), ceci_certificate_get_display_name (certificate));
  }
  return all != NULL;
}

/**
 * ceci_session_decide:
 * @database: a connection inside a write
 * @dossier_id: a dossier
 * @verdict: the jury's decision
 * @today: its day
 * @error: %CECI_JURY_ERROR_CLOSED once the session is closed, %CECI_JURY_ERROR_INVALID without the reason that is due,
 *   %CECI_JURY_ERROR_REFUSED when it takes back an award on which a certificate stands
 *
 * Records or corrects a decision. The first one puts the session in deliberation.
 *
 * Returns: whether it was recorded
 */
gboolean
ceci_session_decide (CeciDatabase *database, const char *dossier_id, const CeciVerdict *verdict, const char *today,
                     GError **error)
{
  g_autoptr (CeciDossier) dossier = ceci_jury_repository_dossier (database, dossier_id, error);
  g_autoptr (CeciJurySession) session =
      dossier ? open_session (database, ceci_dossier_get_session_id (dossier), error) : NULL;
  g_autoptr (CeciDecision) draft = NULL;
  g_autoptr (CeciDecision) decision = NULL;
  const char *outcome;

  if (session == NULL || !check_verdict (verdict, dossier, error))
    return FALSE;
  if (!ceci_session_set_state (database, ceci_dossier_get_session_id (dossier), CECI_SESSION_STATE_DELIBERATION, error))
    return FALSE;
  outcome = ceci_enum_get_nick (CECI_TYPE_OUTCOME, (int) verdict->outcome);
  draft = ceci_jury_repository_decision (database, dossier_id, NULL);
  if (draft != NULL && !check_certificate (database, draft, verdict->outcome, error))
    return FALSE;
  if (draft == NULL)
    draft = ceci_record_new (CECI_TYPE_DECISION, "dossier_id", dossier_id, NULL);
  decision = ceci_record_with (draft, "outcome", outcome, "reason", is_blank (verdict->reason) ? NULL : verdict->reason,
                               "votes_for", verdict->votes_for, "votes_against", verdict->votes_against, "abstentions",
                               verdict->abstentions, "decided_on", today, "conditions", verdict->conditions,
                               "complete_by", verdict->complete_by, NULL);
  if (ceci_record_get_id (CECI_RECORD (decision)) != NULL)
    return ceci_record_update (decision, database, error);
  return ceci_record_insert (decision, database, error);
}

static gboolean
is_closed (CeciDatabase *database, const char *session_id, gboolean *closed, GError **error)
{
  g_autoptr (CeciJurySession) session = ceci_jury_repository_session (database, session_id, error);

  if (session == NULL)
    return FALSE;
  *closed = ceci_jury_session_get_state (session) == CECI_SESSION_STATE_CLOSED;
  return TRUE;
}

// Whether another session that is closed awarded or refused: then what this one lets open is not for it to say.
static gboolean
look_elsewhere (CeciDatabase *database, const char *student_id, const char *session_id, gboolean *settled,
                GError **error)
{
  g_autoptr (GListModel) all = ceci_jury_repository_sessions_of_student (database, student_id, error);

  *settled = FALSE;
  for (guint i = 0; all != NULL && i < g_list_model_get_n_items (all); i++) {
    g_autoptr (CeciDossier) dossier = g_list_model_get_item (all, i);
    CeciOutcome outcome = ceci_dossier_get_outcome (dossier);
    gboolean closed = FALSE;

    if (g_strcmp0 (ceci_dossier_get_session_id (dossier), session_id) == 0 ||
        (outcome != CECI_OUTCOME_AWARDED && outcome != CECI_OUTCOME_REFUSED))
      continue;
    if (!is_closed (database, ceci_dossier_get_session_id (dossier), &closed, error))
      return FALSE;
    *settled = *settled || closed;
  }
  return all != NULL;
}

static CeciStudentState
state_after (CeciOutcome outcome)
{
  switch ((int) outcome) {
  case CECI_OUTCOME_AWARDED:
    return CECI_STUDENT_STATE_AWARDED;
  case CECI_OUTCOME_REFUSED:
    return CECI_STUDENT_STATE_REFUSED;
  default:
    return CECI_STUDENT_STATE_ENROLLED;
  }
}

// Awarded and refused end the path; to complete and deferred let the student come again, also one whom an earlier
// closing of this session had awarded or refused. Who left meanwhile stays away, and is awarded nothing.
static gboolean
settle_student (CeciDatabase *database, CeciDecision *decision, const char *session_id, GError **error)
{
  const char *id = ceci_decision_get_student_id (decision);
  g_autoptr (CeciStudent) student = ceci_student_repository_find (database, id, error);
  CeciStudentState after = state_after (ceci_decision_get_outcome (decision)), now;
  gboolean settled = FALSE;

  if (student == NULL || !look_elsewhere (database, id, session_id, &settled, error))
    return FALSE;
  now = ceci_student_get_state (student);
  if (now == after || (settled && after != CECI_STUDENT_STATE_AWARDED))
    return TRUE;
  if (now != CECI_STUDENT_STATE_ENROLLED && now != CECI_STUDENT_STATE_AWARDED && now != CECI_STUDENT_STATE_REFUSED)
    return after != CECI_STUDENT_STATE_AWARDED ||
           refuse (error, CECI_JURY_ERROR_REFUSED,
                   _ ("%s is awarded the certificate but is no longer enrolled. Enrol the student again or correct the "
                      "decision, then close the session."),
                   ceci_student_get_display_name (student));
  return ceci_student_repository_set_state (database, id, after, ceci_student_get_left_on (student), NULL, error);
}

gboolean
ceci_session_close (CeciDatabase *database, const char *session_id, GError **error)
{
  g_autoptr (CeciJurySession) session = open_session (database, session_id, error);
  g_autoptr (GListModel) dossiers = session ? ceci_jury_repository_dossiers (database, session_id, error) : NULL;
  g_autoptr (GListModel) decisions = dossiers ? ceci_jury_repository_decisions (database, session_id, error) : NULL;
  g_autoptr (CeciJurySession) closed = NULL;
  g_autofree char *now = NULL;

  if (decisions == NULL)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (dossiers); i++) {
    g_autoptr (CeciDossier) dossier = g_list_model_get_item (dossiers, i);

    if (ceci_dossier_get_outcome (dossier) == CECI_OUTCOME_NONE)
      return refuse (error, CECI_JURY_ERROR_INCOMPLETE, _ ("The dossier of %s is not decided yet."),
                     ceci_dossier_get_display_name (dossier));
  }
  for (guint i = 0; i < g_list_model_get_n_items (decisions); i++) {
    g_autoptr (CeciDecision) decision = g_list_model_get_item (decisions, i);

    if (!settle_student (database, decision, session_id, error))
      return FALSE;
  }
  now = ceci_entropy_dup_now (ceci_database_get_entropy (database));
  closed = ceci_record_with (session, "state", "closed", "closed_at", now, NULL);
  return ceci_record_update (closed, database, error);
}

gboolean
ceci_session_reopen (CeciDatabase *database, const char *session_id, const char *reason, GError **error)
{
  g_autoptr (CeciJurySession) session = ceci_jury_repository_session (database, session_id, error);
  g_autoptr (CeciJurySession) reopened = NULL;

  if (session == NULL)
    return FALSE;
  if (ceci_jury_session_get_state (session) != CECI_SESSION_STATE_CLOSED)
    return refuse (error, CECI_JURY_ERROR_INVALID, _ ("This session is not closed."));
  if (is_blank (reason))
    return refuse (error, CECI_JURY_ERROR_INVALID, _ ("A session is only reopened with a reason, which is minuted."));
  reopened = ceci_record_with (session, "state", "deliberation", "closed_at", NULL, "reopened_reason", reason, NULL);
  return ceci_record_update (reopened, database, error);
}
