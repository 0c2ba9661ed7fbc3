// SPDX-License-Identifier: GPL-3.0-or-later
// Of whom the applicants consist and of whom those chosen: two bars a group, which move in place.
#pragma once

#include <adwaita.h>
#include "core/selection/ceci-selection-composition.h"

G_BEGIN_DECLS

#define CECI_TYPE_COMPOSITION_LIST (ceci_composition_list_get_type ())
G_DECLARE_FINAL_TYPE (CeciCompositionList, ceci_composition_list, CECI, COMPOSITION_LIST, AdwBin)

void ceci_composition_list_show (CeciCompositionList *self, const CeciSelectionComposition *composition);

G_END_DECLS
