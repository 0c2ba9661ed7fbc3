// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of the selection’s view, for what shows it and what acts in it.
#pragma once

#include "ceci-composition-list.h"
#include "ceci-selection-item.h"
#include "ceci-selection-result.h"
#include "ceci-selection-view.h"
#include "widgets/ceci-figure-bar.h"

G_BEGIN_DECLS

struct _CeciSelectionView {
  CeciView parent_instance;
  GtkStack *stack;
  CeciFigureBar *places;
  GtkLabel *distance;
  GtkWidget *working;
  GtkColumnView *table;
  CeciCompositionList *composition;
  GtkWidget *propose;
  GtkWidget *confirm;
  CeciSelectionResult *result;
  GListStore *items; // CeciSelectionItem
  GtkSingleSelection *selection;
  CeciSelectionPool *pool;  // as read last, ticks since included
  GCancellable *proposing;  // NULL when nothing is under way
  guint slow;               // shows that it is under way, after a while
};

void ceci_selection_view_install_actions (GtkWidgetClass *widget_class);
void ceci_selection_view_show_pool (CeciSelectionView *self);
void ceci_selection_view_show_working (CeciSelectionView *self);
void ceci_selection_view_hide_working (CeciSelectionView *self);

G_END_DECLS
