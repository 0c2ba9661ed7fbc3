// SPDX-License-Identifier: GPL-3.0-or-later
// What an amendment changes, in words: a placement as the parties signed it beside the placement as it is to be.
#pragma once

#include "ceci-placement-draft.h"

G_BEGIN_DECLS

// A line for each thing that the agreement prints and that differs; NULL where nothing does. language: "fr" or "en", since a paper follows it.
char *ceci_placement_differences (CeciPlacementDraft *before, CeciPlacementDraft *after, const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
