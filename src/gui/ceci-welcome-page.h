// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the window while no register is open: create one, open one, try the sample; or the wait for one.
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CECI_TYPE_WELCOME_PAGE (ceci_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (CeciWelcomePage, ceci_welcome_page, CECI, WELCOME_PAGE, AdwBin)

void ceci_welcome_page_choose (CeciWelcomePage *self);
void ceci_welcome_page_wait (CeciWelcomePage *self, const char *for_what);

G_END_DECLS
