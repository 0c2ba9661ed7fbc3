// SPDX-License-Identifier: GPL-3.0-or-later
// What follows from a selection: enrolments, the waiting list, places filled again. The letters are core/paperwork’s.
#pragma once

#include "ceci-selection-pool.h"

G_BEGIN_DECLS

typedef struct {
  GPtrArray *selected; // (element-type utf8): applications that get a place now
  GPtrArray *waiting;  // those that wait, in order
  GPtrArray *refused;  // those told that there is no place
} CeciSelectionOutcome;

CeciSelectionOutcome *ceci_selection_outcome_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void                  ceci_selection_outcome_free (CeciSelectionOutcome *self);

// What a confirmation would do; nothing is written. An error is what stands in its way.
CeciSelectionOutcome *ceci_selection_pool_foresee (CeciSelectionPool *pool, GError **error) G_GNUC_WARN_UNUSED_RESULT;
// Each inside a write: one step, undone as one.
CeciSelectionOutcome *ceci_selection_confirm      (CeciDatabase *database, const char *cohort_id, const char *today, const char *who, GError **error) G_GNUC_WARN_UNUSED_RESULT;
CeciSelectionOutcome *ceci_selection_fill         (CeciDatabase *database, const char *cohort_id, const char *application_id, const char *reason, const char *today, GError **error) G_GNUC_WARN_UNUSED_RESULT;
CeciSelectionOutcome *ceci_selection_close_list   (CeciDatabase *database, const char *cohort_id, const char *reason, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciSelectionOutcome, ceci_selection_outcome_free)

G_END_DECLS
