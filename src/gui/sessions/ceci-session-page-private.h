// SPDX-License-Identifier: GPL-3.0-or-later
// What the two files of a session's page share.
#pragma once

#include "ceci-session-page.h"
#include "ceci-session-sheet.h"
#include "widgets/ceci-state-pill.h"

G_BEGIN_DECLS

struct _CeciSessionPage {
  CeciView parent_instance;
  AdwWindowTitle *heading;
  CeciStatePill *state;
  AdwViewStack *stack;
  GtkStack *dossiers_stack;
  GtkColumnView *table;
  AdwBreakpoint *narrow;
  AdwBreakpoint *medium;
  GtkStack *jurors_stack;
  GtkListBox *juror_list;
  GtkLabel *agreement;

  CeciJurySession *session; // as it was last read
  GListStore *dossiers;     // of CeciDossierLine
  GListStore *jurors;       // of CeciJurorLine
};

void ceci_session_page_install_actions (GtkWidgetClass *widget_class);
void ceci_session_page_update_actions (CeciSessionPage *self);
void ceci_session_page_take_drops (CeciSessionPage *self);

G_END_DECLS
