// SPDX-License-Identifier: GPL-3.0-or-later
// A student's portfolio: its documents, what is missing, the pages of one; files dropped are inspected and added.
#pragma once

#include "ceci-view.h"

G_BEGIN_DECLS

#define CECI_TYPE_PORTFOLIO_VIEW (ceci_portfolio_view_get_type ())
G_DECLARE_FINAL_TYPE (CeciPortfolioView, ceci_portfolio_view, CECI, PORTFOLIO_VIEW, CeciView)

G_END_DECLS
