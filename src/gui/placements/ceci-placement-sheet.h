// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the placement view shows, read at once on the register's thread.
#pragma once

#include "core/model/ceci-hours.h"
#include "core/model/ceci-placement.h"
#include "core/model/ceci-student-summary.h"
#include "core/regulation/ceci-regulation.h"

G_BEGIN_DECLS

typedef struct {
  CeciHours *hours;
  CeciCount count;
  char *reason; // why it does not count (yet), or NULL
} CeciCountedHours;

typedef struct {
  CeciStudentSummary *summary;
  GListModel *placements; // CeciPlacement, oldest first
  GListModel *signatures; // of the open placement's agreement; NULL if none is drawn
  GPtrArray *hours;       // CeciCountedHours, newest first
} CeciPlacementSheet;

CeciPlacementSheet *ceci_placement_sheet_read (CeciDatabase *database, const char *student_id, const char *today,
                                               GError **error);
CeciPlacementSheet *ceci_placement_sheet_ref (CeciPlacementSheet *self);
void ceci_placement_sheet_unref (CeciPlacementSheet *self);
CeciPlacement *
ceci_placement_sheet_current (CeciPlacementSheet *self); // (transfer full) (nullable): the open one, else the last

G_END_DECLS
