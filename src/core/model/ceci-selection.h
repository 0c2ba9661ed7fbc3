// SPDX-License-Identifier: GPL-3.0-or-later
// One selection for a cohort: its seed, its targets, its objective, and who confirmed it.
#pragma once

#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_SELECTION (ceci_selection_get_type ())
G_DECLARE_FINAL_TYPE (CeciSelection, ceci_selection, CECI, SELECTION, CeciRecord)

const char *ceci_selection_get_cohort_id          (CeciSelection *self);
const char *ceci_selection_get_made_at            (CeciSelection *self);
gint64      ceci_selection_get_seed               (CeciSelection *self);
gint64      ceci_selection_get_places             (CeciSelection *self);
const char *ceci_selection_get_targets            (CeciSelection *self);
double      ceci_selection_get_objective          (CeciSelection *self);
double      ceci_selection_get_bound              (CeciSelection *self);
double      ceci_selection_get_proposal_objective (CeciSelection *self);
const char *ceci_selection_get_composition        (CeciSelection *self);
const char *ceci_selection_get_confirmed_on       (CeciSelection *self);
const char *ceci_selection_get_confirmed_by       (CeciSelection *self);

G_END_DECLS
