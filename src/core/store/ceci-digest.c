// SPDX-License-Identifier: GPL-3.0-or-later
// How the journal's digests are made: SHA-256 over fields, each with its length before it.
#include "config.h"
#include "ceci-digest.h"

#include <string.h>

void
ceci_digest_field (crypto_hash_sha256_state *state, const char *text)
{
  guint64 length = text != NULL ? strlen (text) : G_MAXUINT64;
  guint64 written = GUINT64_TO_LE (length);

  crypto_hash_sha256_update (state, (const guint8 *) &written, sizeof written);
  if (text != NULL)
    crypto_hash_sha256_update (state, (const guint8 *) text, length);
}

void
ceci_digest_end (crypto_hash_sha256_state *state, char text[CECI_DIGEST_TEXT])
{
  guint8 digest[crypto_hash_sha256_BYTES];

  crypto_hash_sha256_final (state, digest);
  sodium_bin2hex (text, CECI_DIGEST_TEXT, digest, sizeof digest);
}

void
ceci_digest_fields (const char *const *fields, guint n, char text[CECI_DIGEST_TEXT])
{
  crypto_hash_sha256_state state;

  crypto_hash_sha256_init (&state);
  for (guint i = 0; i < n; i++)
    ceci_digest_field (&state, fields[i]);
  ceci_digest_end (&state, text);
}

void
ceci_new_salt (CeciEntropy *entropy, char text[CECI_SALT_TEXT])
{
  guint8 salt[CECI_SALT_TEXT / 2];

  ceci_entropy_fill (entropy, salt, sizeof salt);
  sodium_bin2hex (text, CECI_SALT_TEXT, salt, sizeof salt);
}
