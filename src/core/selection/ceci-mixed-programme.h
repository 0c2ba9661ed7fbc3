// SPDX-License-Identifier: GPL-3.0-or-later
// A mixed integer linear programme, minimised exactly by HiGHS on the calling thread. It knows nothing of people.
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _CeciMixedProgramme CeciMixedProgramme;

typedef enum {
  CECI_PROGRAMME_OPTIMAL,
  CECI_PROGRAMME_INFEASIBLE,
  CECI_PROGRAMME_STOPPED, // by the limit of time or of nodes: there may be a solution, and there is a bound
  CECI_PROGRAMME_FAILED,
} CeciProgrammeState;

#define CECI_PROGRAMME_UNBOUNDED 1e30

CeciMixedProgramme *ceci_mixed_programme_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void                ceci_mixed_programme_free       (CeciMixedProgramme *self);
guint               ceci_mixed_programme_add_column (CeciMixedProgramme *self, double cost, double lower, double upper, gboolean integer);
void                ceci_mixed_programme_add_row    (CeciMixedProgramme *self, double lower, double upper); // its terms follow
void                ceci_mixed_programme_add_term   (CeciMixedProgramme *self, guint column, double coefficient); // of the last row
CeciProgrammeState  ceci_mixed_programme_solve      (CeciMixedProgramme *self, double seconds, guint nodes, GCancellable *cancellable); // 0: no limit
gboolean            ceci_mixed_programme_has_values (CeciMixedProgramme *self); // a feasible solution was found
double              ceci_mixed_programme_get_value  (CeciMixedProgramme *self, guint column);
double              ceci_mixed_programme_get_bound  (CeciMixedProgramme *self); // no solution costs less

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciMixedProgramme, ceci_mixed_programme_free)

G_END_DECLS
