// SPDX-License-Identifier: GPL-3.0-or-later
// What stands where there is nothing yet: why, and the next step as a button.
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CECI_TYPE_EMPTY_PAGE (ceci_empty_page_get_type ())
G_DECLARE_FINAL_TYPE (CeciEmptyPage, ceci_empty_page, CECI, EMPTY_PAGE, AdwBin)

G_END_DECLS
