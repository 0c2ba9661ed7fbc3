// SPDX-License-Identifier: GPL-3.0-or-later
// A cohort’s selection as the register has it: who may be chosen, what was proposed, chosen and held, and why.
#pragma once

#include "ceci-selection-proposal.h"
#include "core/model/ceci-application.h"
#include "core/model/ceci-cohort.h"
#include "core/model/ceci-selection.h"

G_BEGIN_DECLS

typedef struct {
  gatomicrefcount       references;
  CeciCohort           *cohort;
  CeciSelection        *selection;    // NULL before anything was proposed, chosen or held
  CeciSelectionProblem *problem;      // its applicants, in the order of applications
  GPtrArray            *applications; // (element-type CeciApplication): admissible, or enrolled already
  gboolean             *chosen, *proposed;
  GPtrArray            *reasons; // (element-type utf8) (nullable elements)
  guint                 n_inadmissible; // applications to the cohort that nobody can choose
} CeciSelectionPool;

CeciSelectionPool *ceci_selection_pool_read (CeciDatabase *database, const char *cohort_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
CeciSelectionPool *ceci_selection_pool_ref  (CeciSelectionPool *self);
void               ceci_selection_pool_free (CeciSelectionPool *self); // lets go of one reference

gboolean ceci_selection_pool_is_confirmed (CeciSelectionPool *self);
gboolean ceci_selection_pool_has_proposal (CeciSelectionPool *self);
int      ceci_selection_pool_find         (CeciSelectionPool *self, const char *application_id); // -1: not among those who may be chosen
gboolean ceci_selection_pool_is_changed   (CeciSelectionPool *self, guint applicant); // chosen against the proposal
guint    ceci_selection_pool_n_unexplained (CeciSelectionPool *self); // changes that have no reason yet
gint64   ceci_selection_pool_get_best     (CeciSelectionPool *self); // the proposal’s distance in hundredths; -1 without one
gint64   ceci_selection_pool_get_bound    (CeciSelectionPool *self);

void     ceci_selection_pool_hold_in_memory (CeciSelectionPool *self, guint applicant, CeciHold held, const char *reason);

// Each inside a write.
gboolean ceci_selection_pool_keep_proposal (CeciSelectionPool *self, CeciDatabase *database, const CeciSelectionProposal *proposal, GError **error);
// The same for a pool that was read before, and changed in memory: what changed in the register since is a conflict.
gboolean ceci_selection_keep_proposal      (CeciDatabase *database, CeciSelectionPool *made_for, const CeciSelectionProposal *proposal, GError **error);
gboolean ceci_selection_pool_keep_targets  (CeciSelectionPool *self, CeciDatabase *database, GError **error); // targets and seed of the problem; the proposal made with others goes
gboolean ceci_selection_pool_choose        (CeciSelectionPool *self, CeciDatabase *database, const char *application_id, gboolean chosen, const char *reason, GError **error);
gboolean ceci_selection_pool_hold          (CeciSelectionPool *self, CeciDatabase *database, const char *application_id, CeciHold held, const char *reason, GError **error);
gboolean ceci_selection_pool_explain       (CeciSelectionPool *self, CeciDatabase *database, const char *reason, GError **error); // every change that has no reason yet

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciSelectionPool, ceci_selection_pool_free)

G_END_DECLS
