// SPDX-License-Identifier: GPL-3.0-or-later
// One application in a selection: proposed or not, chosen or not, held by a person or not, and why.
#pragma once

#include "ceci-enums.h"
#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_SELECTION_CHOICE (ceci_selection_choice_get_type ())
G_DECLARE_FINAL_TYPE (CeciSelectionChoice, ceci_selection_choice, CECI, SELECTION_CHOICE, CeciRecord)

const char *ceci_selection_choice_get_selection_id   (CeciSelectionChoice *self);
const char *ceci_selection_choice_get_application_id (CeciSelectionChoice *self);
gboolean    ceci_selection_choice_get_proposed       (CeciSelectionChoice *self);
gboolean    ceci_selection_choice_get_chosen         (CeciSelectionChoice *self);
CeciHold    ceci_selection_choice_get_held           (CeciSelectionChoice *self);
const char *ceci_selection_choice_get_reason         (CeciSelectionChoice *self);
gint64      ceci_selection_choice_get_waiting_rank   (CeciSelectionChoice *self); // at the confirmation; CECI_UNSET for who was chosen

G_END_DECLS
