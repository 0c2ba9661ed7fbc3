// SPDX-License-Identifier: GPL-3.0-or-later
// An issued certificate; its payload is the compact signed text of the QR code.
#pragma once

#include "ceci-record.h"

G_BEGIN_DECLS

#define CECI_TYPE_CERTIFICATE (ceci_certificate_get_type ())
G_DECLARE_FINAL_TYPE (CeciCertificate, ceci_certificate, CECI, CERTIFICATE, CeciRecord)

const char  *ceci_certificate_get_student_id     (CeciCertificate *self);
const char  *ceci_certificate_get_decision_id    (CeciCertificate *self);
const char  *ceci_certificate_get_number         (CeciCertificate *self);
const char  *ceci_certificate_get_issued_on      (CeciCertificate *self);
const char  *ceci_certificate_get_payload        (CeciCertificate *self);
const char  *ceci_certificate_get_revoked_on     (CeciCertificate *self);
const char  *ceci_certificate_get_revoked_reason (CeciCertificate *self);

// joined by the repository
const char  *ceci_certificate_get_person_id      (CeciCertificate *self);
const char  *ceci_certificate_get_display_name   (CeciCertificate *self);
const char  *ceci_certificate_get_cohort_name    (CeciCertificate *self);
const char  *ceci_certificate_get_session_name   (CeciCertificate *self);

G_END_DECLS
