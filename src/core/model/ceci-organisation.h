// SPDX-License-Identifier: GPL-3.0-or-later
// A body that takes students in placement.
#pragma once

#include "ceci-enums.h"
#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_ORGANISATION (ceci_organisation_get_type ())
G_DECLARE_FINAL_TYPE (CeciOrganisation, ceci_organisation, CECI, ORGANISATION, CeciRecord)

const char          *ceci_organisation_get_name              (CeciOrganisation *self);
CeciOrganisationKind ceci_organisation_get_kind              (CeciOrganisation *self);
CeciLegalForm        ceci_organisation_get_legal_form        (CeciOrganisation *self);
const char          *ceci_organisation_get_enterprise_number (CeciOrganisation *self);
const char          *ceci_organisation_get_address           (CeciOrganisation *self);
const char          *ceci_organisation_get_postcode          (CeciOrganisation *self);
const char          *ceci_organisation_get_city              (CeciOrganisation *self);
const char          *ceci_organisation_get_country           (CeciOrganisation *self);
const char          *ceci_organisation_get_email             (CeciOrganisation *self);
const char          *ceci_organisation_get_phone             (CeciOrganisation *self);
const char          *ceci_organisation_get_purpose           (CeciOrganisation *self);
const char          *ceci_organisation_get_checked_on        (CeciOrganisation *self);
const char          *ceci_organisation_get_checked_reason    (CeciOrganisation *self);
const char          *ceci_organisation_get_search_key        (CeciOrganisation *self);

// joined by the repository
gint64               ceci_organisation_get_placements        (CeciOrganisation *self);
gint64               ceci_organisation_get_offers            (CeciOrganisation *self);

G_END_DECLS
