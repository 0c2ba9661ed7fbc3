// SPDX-License-Identifier: GPL-3.0-or-later
// A placement offered by an organisation, of TIME or elsewhere.
#pragma once

#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_OFFER (ceci_offer_get_type ())
G_DECLARE_FINAL_TYPE (CeciOffer, ceci_offer, CECI, OFFER, CeciRecord)

const char  *ceci_offer_get_organisation_id   (CeciOffer *self);
const char  *ceci_offer_get_reference         (CeciOffer *self);
const char  *ceci_offer_get_title             (CeciOffer *self);
gboolean     ceci_offer_get_labelled          (CeciOffer *self);
const char  *ceci_offer_get_origin            (CeciOffer *self);
gint64       ceci_offer_get_minutes           (CeciOffer *self);
const char  *ceci_offer_get_valid_until       (CeciOffer *self);
const char  *ceci_offer_get_description       (CeciOffer *self);

// joined by the repository
const char  *ceci_offer_get_organisation_name (CeciOffer *self);

G_END_DECLS
