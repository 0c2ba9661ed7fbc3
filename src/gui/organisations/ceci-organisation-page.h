// SPDX-License-Identifier: GPL-3.0-or-later
// One organisation: its facts, changed in place, its contacts, committee, offers, and the students placed there.
#pragma once

#include "ceci-view.h"

G_BEGIN_DECLS

#define CECI_TYPE_ORGANISATION_PAGE (ceci_organisation_page_get_type ())
G_DECLARE_FINAL_TYPE (CeciOrganisationPage, ceci_organisation_page, CECI, ORGANISATION_PAGE, CeciView)

G_END_DECLS
