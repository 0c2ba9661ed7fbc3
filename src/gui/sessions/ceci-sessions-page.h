// SPDX-License-Identifier: GPL-3.0-or-later
// The jury sessions of the register, the latest first.
#pragma once

#include "ceci-table-page.h"

G_BEGIN_DECLS

#define CECI_TYPE_SESSIONS_PAGE (ceci_sessions_page_get_type ())
G_DECLARE_FINAL_TYPE (CeciSessionsPage, ceci_sessions_page, CECI, SESSIONS_PAGE, CeciTablePage)

G_END_DECLS
