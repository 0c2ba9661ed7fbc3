// SPDX-License-Identifier: GPL-3.0-or-later
// A placement's agreement (number 0) or amendment, with the days it was signed.
#pragma once

#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_AGREEMENT (ceci_agreement_get_type ())
G_DECLARE_FINAL_TYPE (CeciAgreement, ceci_agreement, CECI, AGREEMENT, CeciRecord)

const char *ceci_agreement_get_placement_id           (CeciAgreement *self);
gint64      ceci_agreement_get_number                 (CeciAgreement *self);
const char *ceci_agreement_get_drawn_on               (CeciAgreement *self);
const char *ceci_agreement_get_reason                 (CeciAgreement *self);
const char *ceci_agreement_get_document_id            (CeciAgreement *self);
const char *ceci_agreement_get_changes                (CeciAgreement *self);

// joined by the repository
gint64      ceci_agreement_get_signatures             (CeciAgreement *self);
const char *ceci_agreement_get_student_signed_on      (CeciAgreement *self);
const char *ceci_agreement_get_organisation_signed_on (CeciAgreement *self);
const char *ceci_agreement_get_university_signed_on   (CeciAgreement *self);

G_END_DECLS
