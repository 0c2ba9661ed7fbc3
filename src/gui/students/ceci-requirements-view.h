// SPDX-License-Identifier: GPL-3.0-or-later
// What the certificate asks of a student and how each requirement stands; modules, meetings, contact.
#pragma once

#include "ceci-view.h"

G_BEGIN_DECLS

#define CECI_TYPE_REQUIREMENTS_VIEW (ceci_requirements_view_get_type ())
G_DECLARE_FINAL_TYPE (CeciRequirementsView, ceci_requirements_view, CECI, REQUIREMENTS_VIEW, CeciView)

G_END_DECLS
