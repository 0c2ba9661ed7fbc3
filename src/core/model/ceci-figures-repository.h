// SPDX-License-Identifier: GPL-3.0-or-later
// A cohort in figures: from its applications, its students and what the regulation makes of them.
#pragma once

#include "ceci-figure.h"
#include "core/store/ceci-database.h"

G_BEGIN_DECLS

// Of CeciFigure, chart by chart in the order of CeciFigureChart; a chart that has nothing to say is left out.
GListModel *ceci_figures_repository_list (CeciDatabase *database, const char *cohort_id, const char *today, GError **error);

G_END_DECLS
