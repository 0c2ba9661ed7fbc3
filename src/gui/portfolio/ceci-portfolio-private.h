// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of the portfolio view share.
#pragma once

#include "ceci-portfolio-sheet.h"
#include "ceci-portfolio-view.h"
#include "core/model/ceci-document-version.h"
#include "widgets/ceci-figure-bar.h"

G_BEGIN_DECLS

struct _CeciPortfolioView {
  CeciView parent_instance;

  AdwNavigationSplitView *split;
  AdwNavigationPage *page;
  AdwPreferencesGroup *missing;
  AdwPreferencesGroup *productions;
  AdwPreferencesGroup *others;
  AdwPreferencesGroup *removed;
  CeciFigureBar *count;
  AdwBanner *health;
  GtkStack *pages;
  GtkWidget *pane;

  CeciPortfolioSheet *shown;
  GPtrArray *rows;   // and, at the same places,
  GPtrArray *groups; // the groups they stand in
  char *chosen;      // id of the document whose pages are shown,
  char *bytes_shown; // the SHA-256 of what is shown
  gboolean earlier;  // and whether that is an earlier version
  GCancellable *reading;
};

void ceci_portfolio_install_actions (GtkWidgetClass *widget_class);
void ceci_portfolio_install_filing (GtkWidgetClass *widget_class);
void ceci_portfolio_show_version (CeciPortfolioView *self, CeciDocument *document, CeciDocumentVersion *version);
void ceci_portfolio_save_version (CeciPortfolioView *self, CeciDocumentVersion *version);
void ceci_portfolio_split_version (CeciPortfolioView *self, CeciDocument *document, CeciDocumentVersion *version);
void ceci_portfolio_take_drops (CeciPortfolioView *self);

G_END_DECLS
