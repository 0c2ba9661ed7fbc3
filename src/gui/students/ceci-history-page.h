// SPDX-License-Identifier: GPL-3.0-or-later
// The whole register's history as a page of the window.
#pragma once

#include "ceci-view.h"

G_BEGIN_DECLS

#define CECI_TYPE_HISTORY_PAGE (ceci_history_page_get_type ())
G_DECLARE_FINAL_TYPE (CeciHistoryPage, ceci_history_page, CECI, HISTORY_PAGE, CeciView)

G_END_DECLS
