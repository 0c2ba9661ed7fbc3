// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of the placement view, for the files that hold its actions.
#pragma once

#include "ceci-hours-log.h"
#include "ceci-placement-rows.h"
#include "ceci-placement-view.h"

G_BEGIN_DECLS

struct _CeciPlacementView {
  CeciView parent_instance;
  GtkStack *stack;
  CeciRowGroup placement, earlier, agreement, grids; // their groups are bound when the template is
  GtkWidget *placement_buttons, *add_grid;
  CeciHoursLog *log;
  CeciPlacementSheet *shown;
  char *language; // of the papers: fr or en
};

void ceci_placement_install_actions (GtkWidgetClass *widget_class); // placement.*, agreement.*, grid.*
void ceci_placement_install_papers (GtkWidgetClass *widget_class);  // paper.*
void ceci_placement_install_scans (GtkWidgetClass *widget_class);   // agreement.attach, agreement.show-scan
void ceci_placement_install_sheets (GtkWidgetClass *widget_class);  // hours.import-sheet

G_END_DECLS
