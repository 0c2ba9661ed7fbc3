// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the portfolio view lists, read at once on the register's thread.
#pragma once

#include "core/model/ceci-document.h"
#include "core/model/ceci-student-summary.h"
#include "core/regulation/ceci-regulation.h"

G_BEGIN_DECLS

typedef struct {
  CeciDocument *document;
  CeciCount count; // as a production
  char *reason;    // why not, or NULL
  char *late;      // why it is late, or NULL
} CeciCountedDocument;

typedef struct {
  CeciStudentSummary *summary;
  GPtrArray *documents; // CeciCountedDocument
  GPtrArray *findings;  // CeciFinding of what the portfolio needs: R22, R34, R35, R11
  char *questions;      // of the reflective analysis, one a line
  char *session;        // the open jury session that has the dossier, or NULL
  char *cut_off_on;
  gboolean waived;
  gboolean lacking; // something is still asked of the student
} CeciPortfolioSheet;

CeciPortfolioSheet *ceci_portfolio_sheet_read (CeciDatabase *database, const char *student_id, const char *today,
                                               GError **error);
CeciPortfolioSheet *ceci_portfolio_sheet_ref (CeciPortfolioSheet *self);
void ceci_portfolio_sheet_unref (CeciPortfolioSheet *self);
CeciDocument *ceci_portfolio_sheet_find (CeciPortfolioSheet *self,
                                         const char *document_id);                   // (transfer none) (nullable)

G_END_DECLS
