// SPDX-License-Identifier: GPL-3.0-or-later
// What juries need of the register: sessions, jurors, dossiers, reviews, decisions, certificates. What it means is jury/ business.
#pragma once

#include "ceci-assignment.h"
#include "ceci-certificate.h"
#include "ceci-criterion.h"
#include "ceci-decision.h"
#include "ceci-dossier.h"
#include "ceci-grid.h"
#include "ceci-juror.h"
#include "ceci-jury-package.h"
#include "ceci-jury-return.h"
#include "ceci-jury-session.h"
#include "ceci-page-note.h"
#include "ceci-review.h"
#include "ceci-score.h"
#include "ceci-session-juror.h"

G_BEGIN_DECLS

// Lists have their joined fields. Rows are added, changed and removed with ceci_record_insert() and its like.
GListModel      *ceci_jury_repository_sessions     (CeciDatabase *database, GError **error); // latest first
CeciJurySession *ceci_jury_repository_session      (CeciDatabase *database, const char *id, GError **error);
GListModel      *ceci_jury_repository_sessions_of_student (CeciDatabase *database, const char *student_id, GError **error); // CeciDossier, latest first
GListModel      *ceci_jury_repository_jurors       (CeciDatabase *database, GError **error); // everyone, by name
GListModel      *ceci_jury_repository_session_jurors (CeciDatabase *database, const char *session_id, GError **error);
CeciSessionJuror *ceci_jury_repository_session_juror (CeciDatabase *database, const char *session_id, const char *juror_id, GError **error);
GListModel      *ceci_jury_repository_dossiers     (CeciDatabase *database, const char *session_id, GError **error); // by name
CeciDossier     *ceci_jury_repository_dossier      (CeciDatabase *database, const char *id, GError **error);
GListModel      *ceci_jury_repository_assignments  (CeciDatabase *database, const char *session_id, GError **error);
GListModel      *ceci_jury_repository_reviews      (CeciDatabase *database, const char *session_id, GError **error);
GListModel      *ceci_jury_repository_scores       (CeciDatabase *database, const char *session_id, GError **error); // of every review of the session
GListModel      *ceci_jury_repository_page_notes   (CeciDatabase *database, const char *review_id, GError **error);
GListModel      *ceci_jury_repository_packages     (CeciDatabase *database, const char *session_juror_id, GError **error); // newest first
GListModel      *ceci_jury_repository_returns      (CeciDatabase *database, const char *session_juror_id, GError **error); // newest first
GListModel      *ceci_jury_repository_decisions    (CeciDatabase *database, const char *session_id, GError **error);
CeciDecision    *ceci_jury_repository_decision     (CeciDatabase *database, const char *dossier_id, GError **error); // NULL without error if none
GListModel      *ceci_jury_repository_certificates (CeciDatabase *database, const char *student_id, GError **error); // NULL: all
GListModel      *ceci_jury_repository_grids        (CeciDatabase *database, GError **error); // newest first
GListModel      *ceci_jury_repository_criteria     (CeciDatabase *database, const char *grid_id, GError **error); // by position

G_END_DECLS
