// SPDX-License-Identifier: GPL-3.0-or-later
// Selections and their choices: reading and keeping. What a choice is worth is core/selection’s business.
#pragma once

#include "ceci-application.h"
#include "ceci-selection-choice.h"
#include "ceci-selection.h"

G_BEGIN_DECLS

CeciSelection *ceci_selection_repository_current (CeciDatabase *database, const char *cohort_id, GError **error); // the newest; NULL without an error when there is none
gboolean       ceci_selection_repository_save    (CeciDatabase *database, CeciSelection *selection, GError **error); // a new one (made_at is set) or one that changed
GListModel    *ceci_selection_repository_choices (CeciDatabase *database, const char *selection_id, GError **error);
gboolean       ceci_selection_repository_put     (CeciDatabase *database, CeciSelectionChoice *choice, GError **error); // the row of its selection and application, made or changed
gint64         ceci_selection_repository_taken   (CeciDatabase *database, const char *cohort_id, GError **error); // places; that of who withdrew is free. -1 with error
GListModel    *ceci_selection_repository_waiting (CeciDatabase *database, const char *cohort_id, GError **error); // applications, next first
gboolean       ceci_selection_repository_wait    (CeciDatabase *database, const char *application_id, gint64 rank, GError **error); // onto the waiting list

G_END_DECLS
