// SPDX-License-Identifier: GPL-3.0-or-later
// A certificate as an Open Badges 3.0 credential, which wallets and other universities read; and the list of those revoked.
#pragma once

#include "ceci-jws.h"
#include "core/model/ceci-certificate.h"
#include "core/store/ceci-database.h"

G_BEGIN_DECLS

#define CECI_OPEN_BADGE_TYPE "vc+jwt"
#define CECI_OPEN_BADGE_FILE "open-badge.jwt" // its name inside the certificate's PDF
#define CECI_REVOCATIONS_TYPE "ceci-revocations+jwt"

// Signed, the same text each time. content: what was kept when the certificate was issued.
char *ceci_open_badge_sign (CeciCertificate *certificate, const CeciCredential *credential, JsonObject *content,
                            const CeciOfficeKey *key) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_open_badge_of (CeciDatabase *database, const char *certificate_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
// What a badge says, once its signature was proved: number, name, issued_on, credits.
CeciCredential *ceci_open_badge_verify (const char *text, const CeciOfficeKey *key, GError **error);

// Whose badge it is, without saying so: a salted hash of an e-mail address or a name. Added to what is kept at issue.
void ceci_open_badge_keep_identity (JsonObject *content, const char *email, const char *name, CeciEntropy *entropy);

// All revoked certificates on a day, signed.
char *ceci_revocations_sign (CeciDatabase *database, const char *today, GError **error) G_GNUC_WARN_UNUSED_RESULT;
// The day it was revoked as a list says, NULL if it was not (or with error, if the list is not the office's).
char *ceci_revocations_find (const char *list, const char *number, const CeciOfficeKey *key, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
