// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates as work on the register: the office's key, issuing, revoking, drawing again.
#pragma once

#include "ceci-credential.h"
#include "core/model/ceci-certificate.h"
#include "core/store/ceci-database.h"

G_BEGIN_DECLS

gboolean ceci_office_key_load (CeciDatabase *database, CeciOfficeKey *key, GError **error);
CeciCertificate *ceci_certificate_look_up (CeciDatabase *database, const char *id_or_number,
                                           GError **error); // NULL with error if none
CeciCertificate *ceci_certificate_of (CeciDatabase *database, const char *student_id,
                                      GError **error); // not revoked; NULL without error if none
// Inside a write. Refused, with the reason, unless a closed session awarded it and no certificate stands. Returns its
// id.
char *ceci_certificate_issue (CeciDatabase *database, const char *student_id, const char *issued_on,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ceci_certificate_revoke (CeciDatabase *database, const char *id, const char *revoked_on, const char *reason,
                                  GError **error);
// The sealed PDF; the same bytes each time.
GBytes *ceci_certificate_draw (CeciDatabase *database, const char *id, const char *language,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
