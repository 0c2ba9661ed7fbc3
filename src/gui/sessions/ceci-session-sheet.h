// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of a jury session shows, as it was read: the session, its jurors, its dossiers and their results.
#pragma once

#include "core/jury/ceci-results.h"
#include "core/model/ceci-student-summary.h"

G_BEGIN_DECLS

/**
 * CeciPackageState:
 * @CECI_PACKAGE_NONE: none was made
 * @CECI_PACKAGE_CURRENT: the last one holds what is assigned
 * @CECI_PACKAGE_STALE: what is assigned changed since
 */
typedef enum { CECI_PACKAGE_NONE, CECI_PACKAGE_CURRENT, CECI_PACKAGE_STALE } CeciPackageState;

#define CECI_TYPE_JUROR_LINE (ceci_juror_line_get_type ())
G_DECLARE_FINAL_TYPE (CeciJurorLine, ceci_juror_line, CECI, JUROR_LINE, GObject)

CeciSessionJuror *ceci_juror_line_get_member (CeciJurorLine *self);
CeciPackageState ceci_juror_line_get_package (CeciJurorLine *self);
gboolean ceci_juror_line_is_open (CeciJurorLine *self); // the session is not closed

#define CECI_TYPE_DOSSIER_LINE (ceci_dossier_line_get_type ())
G_DECLARE_FINAL_TYPE (CeciDossierLine, ceci_dossier_line, CECI, DOSSIER_LINE, GObject)

CeciDossierResult *ceci_dossier_line_get_result (CeciDossierLine *self);
CeciDossier *ceci_dossier_line_get_dossier (CeciDossierLine *self);
CeciStudentSummary *ceci_dossier_line_get_summary (CeciDossierLine *self);
CeciDecision *ceci_dossier_line_get_decision (CeciDossierLine *self); // (nullable)

typedef struct {
  CeciJurySession *session;
  CeciResults *results;
  GListStore *jurors;   // of CeciJurorLine
  GListStore *dossiers; // of CeciDossierLine
} CeciSessionSheet;

CeciSessionSheet *ceci_session_sheet_read (CeciDatabase *database, const char *session_id, const char *today,
                                           GError **error);
void ceci_session_sheet_free (CeciSessionSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciSessionSheet, ceci_session_sheet_free)

G_END_DECLS
