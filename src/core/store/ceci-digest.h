// SPDX-License-Identifier: GPL-3.0-or-later
// The digests and salts of the journal's chain, as hexadecimal text.
#pragma once

#include <glib.h>
#include <sodium.h>
#include "ceci-entropy.h"

G_BEGIN_DECLS

#define CECI_SALT_TEXT (2 * 16 + 1)
#define CECI_DIGEST_TEXT (2 * crypto_hash_sha256_BYTES + 1)

void ceci_digest_field (crypto_hash_sha256_state *state, const char *text); // NULL is a field of its own kind
void ceci_digest_end (crypto_hash_sha256_state *state, char text[CECI_DIGEST_TEXT]);
void ceci_digest_fields (const char *const *fields, guint n, char text[CECI_DIGEST_TEXT]);
void ceci_new_salt (CeciEntropy *entropy, char text[CECI_SALT_TEXT]);

G_END_DECLS
