// SPDX-License-Identifier: GPL-3.0-or-later
// What a change of the regulation would do, before it is adopted: what differs, whose findings change, and why it is done.
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CECI_TYPE_REGULATION_PREVIEW (ceci_regulation_preview_get_type ())
G_DECLARE_FINAL_TYPE (CeciRegulationPreview, ceci_regulation_preview, CECI, REGULATION_PREVIEW, AdwNavigationPage)

// differences: of CeciRegulationDifference; changes: of CeciFindingChange, changes of state first.
void ceci_regulation_preview_show (CeciRegulationPreview *self, GPtrArray *differences, gboolean grid_changes,
                                   GPtrArray *changes);
const char *ceci_regulation_preview_get_reason (CeciRegulationPreview *self);

/**
 * CeciRegulationPreview::adopt:
 * @self: the preview
 *
 * The person has seen what changes, and said why.
 */

G_END_DECLS
