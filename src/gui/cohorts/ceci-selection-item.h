// SPDX-License-Identifier: GPL-3.0-or-later
// One applicant in the table of a selection: it changes in place, so that ticking loses neither row nor focus.
#pragma once

#include "core/selection/ceci-selection-pool.h"

G_BEGIN_DECLS

#define CECI_TYPE_SELECTION_ITEM (ceci_selection_item_get_type ())
G_DECLARE_FINAL_TYPE (CeciSelectionItem, ceci_selection_item, CECI, SELECTION_ITEM, GObject)

CeciSelectionItem *ceci_selection_item_new (CeciApplication *application);
void ceci_selection_item_update (CeciSelectionItem *self, CeciSelectionPool *pool, guint applicant);
CeciApplication *ceci_selection_item_get_application (CeciSelectionItem *self);
const char *ceci_selection_item_get_id (CeciSelectionItem *self); // the application's
gboolean ceci_selection_item_is_chosen (CeciSelectionItem *self);
gboolean ceci_selection_item_is_enrolled (CeciSelectionItem *self);
CeciHold ceci_selection_item_get_held (CeciSelectionItem *self);
char *ceci_selection_item_describe (CeciSelectionItem *self) G_GNUC_WARN_UNUSED_RESULT; // what people decided, and why

G_END_DECLS
