// SPDX-License-Identifier: GPL-3.0-or-later
// Subsidies and the places they pay for.
#pragma once

#include "ceci-subsidy.h"
#include "ceci-subsidy-cover.h"

G_BEGIN_DECLS

GListModel *ceci_funding_repository_list   (CeciDatabase *database, GError **error); // by start, with places covered
GListModel *ceci_funding_repository_covers (CeciDatabase *database, const char *cohort_id, GError **error); // NULL: all

G_END_DECLS
