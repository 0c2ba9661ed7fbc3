// SPDX-License-Identifier: GPL-3.0-or-later
// The best choice for a problem’s targets, proved by HiGHS; ties by lots; and why there is none when holds contradict one another.
#pragma once

#include <gio/gio.h>
#include "ceci-selection-problem.h"

G_BEGIN_DECLS

typedef struct {
  gboolean *chosen; // one an applicant of the problem
  guint     n_chosen;
  gint64    distance; // weighted, hundredths of a person
  gint64    bound;    // no choice that respects what is held comes nearer
  gboolean  proved;   // distance equals bound
  gboolean  drawn;    // the lots’ own optimum was proved too: the same seed gives the same choice whatever the solver’s version
  gboolean  everyone; // there are places for all who may be chosen
  double    seconds;
} CeciSelectionProposal;

void ceci_selection_proposal_free (CeciSelectionProposal *self);

// Blocking. seconds: a limit of time, 0 for none; past it the best found is given, with its bound.
CeciSelectionProposal *ceci_selection_propose        (CeciSelectionProblem *problem, double seconds, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void                   ceci_selection_propose_async  (CeciSelectionProblem *problem, double seconds, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CeciSelectionProposal *ceci_selection_propose_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

// Whether what is held leaves any choice; the message says in one sentence what to release.
gboolean ceci_selection_check_holds (CeciSelectionProblem *problem, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciSelectionProposal, ceci_selection_proposal_free)

G_END_DECLS
