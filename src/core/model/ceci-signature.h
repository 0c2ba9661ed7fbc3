// SPDX-License-Identifier: GPL-3.0-or-later
// One party's signature of an agreement.
#pragma once

#include "ceci-enums.h"
#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_SIGNATURE (ceci_signature_get_type ())
G_DECLARE_FINAL_TYPE (CeciSignature, ceci_signature, CECI, SIGNATURE, CeciRecord)

const char  *ceci_signature_get_agreement_id (CeciSignature *self);
CeciParty    ceci_signature_get_party        (CeciSignature *self);
const char  *ceci_signature_get_signatory    (CeciSignature *self);
const char  *ceci_signature_get_signed_on    (CeciSignature *self);

G_END_DECLS
