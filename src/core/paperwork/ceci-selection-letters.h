// SPDX-License-Identifier: GPL-3.0-or-later
// What people are told of a selection: each of its steps together with the letters it calls for, as one step of the register.
#pragma once

#include "core/selection/ceci-selection-confirming.h"

G_BEGIN_DECLS

// Each inside a write: as the function of core/selection of the same name, and one letter for each person concerned is prepared.
CeciSelectionOutcome *ceci_office_confirm_selection (CeciDatabase *database, const char *cohort_id, const char *today, const char *who, GError **error) G_GNUC_WARN_UNUSED_RESULT;
CeciSelectionOutcome *ceci_office_fill_place        (CeciDatabase *database, const char *cohort_id, const char *application_id, const char *reason, const char *today, GError **error) G_GNUC_WARN_UNUSED_RESULT;
CeciSelectionOutcome *ceci_office_close_list        (CeciDatabase *database, const char *cohort_id, const char *reason, const char *today, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
