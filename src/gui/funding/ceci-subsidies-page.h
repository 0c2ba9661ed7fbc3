// SPDX-License-Identifier: GPL-3.0-or-later
// The subsidies that pay for places.
#pragma once

#include "ceci-table-page.h"

G_BEGIN_DECLS

#define CECI_TYPE_SUBSIDIES_PAGE (ceci_subsidies_page_get_type ())
G_DECLARE_FINAL_TYPE (CeciSubsidiesPage, ceci_subsidies_page, CECI, SUBSIDIES_PAGE, CeciTablePage)

G_END_DECLS
