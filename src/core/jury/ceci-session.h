// SPDX-License-Identifier: GPL-3.0-or-later
// What the office does with a jury session, as work on the register: opening one, its jurors, admission, decisions, closing.
// Functions that change something run inside a write.
#pragma once

#include "ceci-scoring.h"
#include "core/model/ceci-jury-repository.h"

G_BEGIN_DECLS

CeciJurySession *ceci_session_look_up  (CeciDatabase *database, const char *id_or_name, GError **error); // by id, or by its name, folded
CeciScoringGrid *ceci_session_grid     (CeciDatabase *database, const char *session_id, GError **error); // with the numbers of the dossiers' regulation

typedef struct {
  const char *name;
  const char *held_on;
  const char *cut_off_on; // NULL: ten days before
  const char *grid_id;    // NULL: the newest
  gint64      readers;    // 0: two
  const char *place;
} CeciSessionDraft;
char            *ceci_session_create   (CeciDatabase *database, const CeciSessionDraft *draft, GError **error) G_GNUC_WARN_UNUSED_RESULT; // its id

// A juror known by the same e-mail, or by the same names when neither has one, is taken again. Returns the juror's id.
char            *ceci_session_add_juror (CeciDatabase *database, const char *session_id, CeciJuror *draft, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean         ceci_session_recuse_juror (CeciDatabase *database, const char *session_id, const char *juror_id, const char *on, const char *reason, GError **error); // for the whole session

// The gate: no finding may bar the way, unless waiver_reason says why it is opened all the same. Returns the dossier's id.
// blocking: (out) (optional) (transfer full) (element-type CeciFinding): what bars, when it is refused.
char            *ceci_session_admit    (CeciDatabase *database, const char *session_id, const char *student_id, const char *today, const char *waiver_reason, GPtrArray **blocking, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean         ceci_session_withdraw_dossier (CeciDatabase *database, const char *dossier_id, GError **error); // before anything was read of it

typedef struct {
  CeciOutcome outcome;
  const char *reason;      // needed for anything but awarded
  gint64      votes_for, votes_against, abstentions; // CECI_UNSET: not counted
  const char *conditions;  // to complete: what is to be handed in
  const char *complete_by; // to complete: by when
} CeciVerdict;
gboolean         ceci_session_decide   (CeciDatabase *database, const char *dossier_id, const CeciVerdict *verdict, const char *today, GError **error);
gboolean         ceci_session_set_state (CeciDatabase *database, const char *session_id, CeciSessionState state, GError **error); // not closed: that is the next
gboolean         ceci_session_close    (CeciDatabase *database, const char *session_id, GError **error); // every dossier is decided; each student takes the state that follows
gboolean         ceci_session_reopen   (CeciDatabase *database, const char *session_id, const char *reason, GError **error);


G_END_DECLS
