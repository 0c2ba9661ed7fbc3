// SPDX-License-Identifier: GPL-3.0-or-later
// JSON signed by the office in the compact form of RFC 7515, with EdDSA (RFC 8037): what other people's programs can check.
#pragma once

#include <json-glib/json-glib.h>

#include "ceci-credential.h"

G_BEGIN_DECLS

char *ceci_jws_sign (JsonNode *payload, const char *type, const CeciOfficeKey *key) G_GNUC_WARN_UNUSED_RESULT;
// Proves the signature, then gives the payload. type: what the header's `typ` must say.
JsonNode *ceci_jws_verify (const char *text, const char *type, const CeciOfficeKey *key, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ceci_jws_is_one (const char *text); // three parts in base64url, and nothing else: whether to try
char *ceci_office_key_dup_did (const CeciOfficeKey *key) G_GNUC_WARN_UNUSED_RESULT; // did:key:z6Mk…

G_END_DECLS
