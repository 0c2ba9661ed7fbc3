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
} CeciCountedDocument;

typedef struct {
  CeciStudentSummary *summary;
  GPtrArray *documents; // CeciCountedDocument
} CeciPortfolioSheet;

CeciPortfolioSheet *ceci_portfolio_sheet_read (CeciDatabase *database, const char *student_id, const char *today,
                                               GError **error);
CeciPortfolioSheet *ceci_portfolio_sheet_ref (CeciPortfolioSheet *self);
void ceci_portfolio_sheet_unref (CeciPortfolioSheet *self);
CeciDocument *ceci_portfolio_sheet_find (CeciPortfolioSheet *self,
                                         const char *document_id);                   // (transfer none) (nullable)
gboolean ceci_portfolio_sheet_has (CeciPortfolioSheet *self, CeciDocumentKind kind); // one that is not removed

G_END_DECLS
