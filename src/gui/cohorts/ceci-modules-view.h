// SPDX-License-Identifier: GPL-3.0-or-later
// The modules of the certificate and who of a cohort completed them.
#pragma once

#include "ceci-view.h"

G_BEGIN_DECLS

#define CECI_TYPE_MODULES_VIEW (ceci_modules_view_get_type ())
G_DECLARE_FINAL_TYPE (CeciModulesView, ceci_modules_view, CECI, MODULES_VIEW, CeciView)

G_END_DECLS
