// SPDX-License-Identifier: GPL-3.0-or-later
// The composition that a selection keeps: counts of applicants and chosen, which outlive the erasure of gender.
#pragma once

#include "ceci-selection-problem.h"

G_BEGIN_DECLS

typedef struct {
  CeciDimension dimension;
  char         *key;
  char         *label; // as it was shown
  guint         applicants;
  guint         chosen;
  double        target; // people
} CeciCompositionGroup;

typedef struct {
  guint   applicants;
  guint   chosen;
  GArray *groups; // CeciCompositionGroup
} CeciSelectionComposition;

CeciSelectionComposition *ceci_selection_composition_read (const char *json, GError **error) G_GNUC_WARN_UNUSED_RESULT; // NULL: an empty one
void                      ceci_selection_composition_free (CeciSelectionComposition *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciSelectionComposition, ceci_selection_composition_free)

G_END_DECLS
