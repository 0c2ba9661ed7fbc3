// SPDX-License-Identifier: GPL-3.0-or-later
// The organisations that receive students.
#pragma once

#include "ceci-table-page.h"

G_BEGIN_DECLS

#define CECI_TYPE_ORGANISATIONS_PAGE (ceci_organisations_page_get_type ())
G_DECLARE_FINAL_TYPE (CeciOrganisationsPage, ceci_organisations_page, CECI, ORGANISATIONS_PAGE, CeciTablePage)

void ceci_organisations_page_import_offers (CeciOrganisationsPage *self, GFile *file);

G_END_DECLS
