// SPDX-License-Identifier: GPL-3.0-or-later
// An application: all that the form gave, whether it is admissible and why, and what the office does about it.
#pragma once

#include "ceci-view.h"

G_BEGIN_DECLS

#define CECI_TYPE_APPLICATION_PAGE (ceci_application_page_get_type ())
G_DECLARE_FINAL_TYPE (CeciApplicationPage, ceci_application_page, CECI, APPLICATION_PAGE, CeciView)

// The list it was opened from, as it was filtered and sorted: what Previous and Next go through.
void ceci_application_page_set_neighbours (CeciApplicationPage *self, const char *const *ids);

G_END_DECLS
