// SPDX-License-Identifier: GPL-3.0-or-later
// What each intake's places cost, what is funded and what is still to find.
#pragma once

#include "ceci-table-page.h"

G_BEGIN_DECLS

#define CECI_TYPE_FUNDING_PAGE (ceci_funding_page_get_type ())
G_DECLARE_FINAL_TYPE (CeciFundingPage, ceci_funding_page, CECI, FUNDING_PAGE, CeciTablePage)

G_END_DECLS
