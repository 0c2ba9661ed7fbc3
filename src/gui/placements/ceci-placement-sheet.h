// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the placement view shows, read at once on the register's thread.
#pragma once

#include "core/model/ceci-agreement.h"
#include "core/model/ceci-follow-up-grid.h"
#include "core/model/ceci-hours.h"
#include "core/model/ceci-placement.h"
#include "core/model/ceci-signature.h"
#include "core/model/ceci-student-summary.h"
#include "core/regulation/ceci-regulation.h"

G_BEGIN_DECLS

typedef struct {
  CeciHours *hours;
  CeciCount count;
  char *reason; // why it does not count (yet), or NULL
} CeciCountedHours;

typedef struct {
  CeciAgreement *agreement; // or an amendment
  GListModel *signatures;   // CeciSignature
} CeciSignedPaper;

typedef struct {
  CeciFollowUpGrid *grid;
  GListModel *ratings; // CeciFollowUpRating
  GStrv remarks;       // what is odd in it
} CeciTranscribedGrid;

typedef struct {
  CeciStudentSummary *summary;
  char *today;
  GListModel *placements; // CeciPlacement, oldest first
  GListModel *members;    // CeciSupervisorMember of the current one; NULL without one
  GPtrArray *papers;      // CeciSignedPaper of the current one: the agreement, then its amendments
  GPtrArray *hours;       // CeciCountedHours, newest first
  GListModel *log;        // the same entries as CeciHours
  GPtrArray *grids;       // CeciTranscribedGrid
  GListModel *documents;  // CeciDocument of the portfolio
  CeciFacts *facts;
  CeciRegulation *regulation;
  gint64 minutes[3]; // by CeciCount
  CeciFindingState supervisor;
  const char *supervisor_rule; // which of R18 and R19 speaks; NULL: neither
  char *supervisor_reason; // what R18 to R20 say of the current one; NULL: nothing
} CeciPlacementSheet;

CeciPlacementSheet *ceci_placement_sheet_read (CeciDatabase *database, const char *student_id, const char *today,
                                               GError **error);
CeciPlacementSheet *ceci_placement_sheet_ref (CeciPlacementSheet *self);
void ceci_placement_sheet_unref (CeciPlacementSheet *self);
CeciPlacement *
ceci_placement_sheet_current (CeciPlacementSheet *self); // (transfer full) (nullable): the open one, else the last
CeciStudent *ceci_placement_sheet_get_student (CeciPlacementSheet *self);
CeciCountedHours *ceci_placement_sheet_find_hours (CeciPlacementSheet *self, const char *id);
CeciSignedPaper *ceci_placement_sheet_find_paper (CeciPlacementSheet *self, const char *id);
// What would become of hours worked on a day: whether they would count, and a sentence when they would not (yet).
CeciCount ceci_placement_sheet_foresee (CeciPlacementSheet *self, const char *worked_on, gint64 minutes, char **reason);

G_END_DECLS
