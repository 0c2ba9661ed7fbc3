// SPDX-License-Identifier: GPL-3.0-or-later
// The secret a sealed file is locked with: derived from a passphrase, or thirty-two random bytes known by their id.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "ceci-jury-error.h"
#include "ceci-sealing-key.h"

// What a hostile file may ask for at most: a gibibyte and sixteen passes take some seconds, not a machine.
#define MOST_OPERATIONS 16
#define MOST_MEMORY (1024ULL * 1024 * 1024)

#define PASSPHRASE_GROUPS 8
#define PASSPHRASE_GROUP_LETTERS 4
// Thirty-two signs (five bits each) without 0 O 1 I, which a reader confuses.
static const char passphrase_alphabet[] = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

struct _CeciSealingKey {
  gatomicrefcount references;
  CeciSealingMethod method;
  CeciSealingCost cost;
  guint8 id[CECI_SEALING_SALT_BYTES];
  guint8 *bytes;
};

static CeciSealingKey *
key_alloc (CeciSealingMethod method)
{
  CeciSealingKey *self = g_new0 (CeciSealingKey, 1);

  if (sodium_init () < 0)
    g_error ("libsodium cannot be started");
  g_atomic_ref_count_init (&self->references);
  self->method = method;
  self->bytes = sodium_malloc (CECI_SEALING_KEY_BYTES);
  if (self->bytes == NULL)
    g_error ("no protected memory is left for a key");
  return self;
}

/**
 * ceci_sealing_key_new_with_salt:
 * @passphrase: the passphrase, UTF-8, taken byte for byte
 * @cost: how dear the derivation is; values beyond the format's limits are refused
 * @salt: %CECI_SEALING_SALT_BYTES bytes
 * @error: a #CeciJuryError
 *
 * Derives a key with Argon2id (RFC 9106), version 1.3, as libsodium's `crypto_pwhash` does.
 *
 * Returns: (transfer full): the key
 */
CeciSealingKey *
ceci_sealing_key_new_with_salt (const char *passphrase, CeciSealingCost cost, const guint8 *salt, GError **error)
{
  g_autoptr (CeciSealingKey) self = NULL;

  g_return_val_if_fail (passphrase != NULL && salt != NULL, NULL);

  if (cost.operations < crypto_pwhash_argon2id_OPSLIMIT_MIN || cost.operations > MOST_OPERATIONS ||
      cost.memory < crypto_pwhash_argon2id_MEMLIMIT_MIN || cost.memory > MOST_MEMORY) {
    g_set_error_literal (error, CECI_JURY_ERROR, CECI_JURY_ERROR_TOO_LARGE,
                         _ ("This file asks for more work than a passphrase ever needs. Ask the office for another."));
    return NULL;
  }
  self = key_alloc (CECI_SEALING_PASSPHRASE);
  self->cost = cost;
  memcpy (self->id, salt, CECI_SEALING_SALT_BYTES);
  if (crypto_pwhash (self->bytes, CECI_SEALING_KEY_BYTES, passphrase, strlen (passphrase), salt, cost.operations,
                     (size_t) cost.memory, crypto_pwhash_ALG_ARGON2ID13) != 0) {
    g_set_error_literal (error, CECI_JURY_ERROR, CECI_JURY_ERROR_FAILED,
                         _ ("There is not enough memory to derive the key. Close other programs and try again."));
    return NULL;
  }
  return g_steal_pointer (&self);
}

/**
 * ceci_sealing_key_new_from_passphrase:
 * @passphrase: the passphrase
 * @cost: how dear the derivation is
 * @error: a #CeciJuryError
 *
 * Derives a key with a new random salt, to seal a file with.
 *
 * Returns: (transfer full): the key
 */
CeciSealingKey *
ceci_sealing_key_new_from_passphrase (const char *passphrase, CeciSealingCost cost, GError **error)
{
  guint8 salt[CECI_SEALING_SALT_BYTES];

  randombytes_buf (salt, sizeof salt);
  return ceci_sealing_key_new_with_salt (passphrase, cost, salt, error);
}

/**
 * ceci_sealing_key_new_direct:
 * @bytes: %CECI_SEALING_KEY_BYTES secret bytes
 *
 * The id of a direct key is the first sixteen bytes of BLAKE2b over the text `ceci-key-id` keyed with @bytes: it names
 * the key in a file's header and says nothing of it.
 *
 * Returns: (transfer full): the key
 */
CeciSealingKey *
ceci_sealing_key_new_direct (const guint8 *bytes)
{
  static const char subject[] = "ceci-key-id";
  CeciSealingKey *self = key_alloc (CECI_SEALING_DIRECT);

  memcpy (self->bytes, bytes, CECI_SEALING_KEY_BYTES);
  crypto_generichash (self->id, sizeof self->id, (const guint8 *) subject, strlen (subject), self->bytes,
                      CECI_SEALING_KEY_BYTES);
  return self;
}

CeciSealingKey *
ceci_sealing_key_ref (CeciSealingKey *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
ceci_sealing_key_unref (CeciSealingKey *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  sodium_free (self->bytes);
  g_free (self);
}

CeciSealingMethod
ceci_sealing_key_get_method (CeciSealingKey *self)
{
  return self->method;
}

CeciSealingCost
ceci_sealing_key_get_cost (CeciSealingKey *self)
{
  return self->cost;
}

const guint8 *
ceci_sealing_key_get_id (CeciSealingKey *self)
{
  return self->id;
}

const guint8 *
ceci_sealing_key_get_bytes (CeciSealingKey *self)
{
  return self->bytes;
}

/**
 * ceci_sealing_key_derive:
 * @self: a key
 * @context: eight ASCII letters that say what the derived key is for
 * @number: tells derived keys of one context apart
 * @bytes: (out caller-allocates): %CECI_SEALING_KEY_BYTES secret bytes
 *
 * Derives a key from this one with libsodium's `crypto_kdf` (BLAKE2b).
 */
void
ceci_sealing_key_derive (CeciSealingKey *self, const char *context, guint64 number, guint8 *bytes)
{
  g_return_if_fail (strlen (context) == crypto_kdf_CONTEXTBYTES);

  crypto_kdf_derive_from_key (bytes, CECI_SEALING_KEY_BYTES, number, context, self->bytes);
}

char *
ceci_passphrase_generate (void)
{
  const guint length = PASSPHRASE_GROUPS * (PASSPHRASE_GROUP_LETTERS + 1);
  char *passphrase;
  guint at = 0;

  if (sodium_init () < 0)
    g_error ("libsodium cannot be started");
  passphrase = sodium_malloc (length);
  if (passphrase == NULL)
    g_error ("no protected memory is left for a passphrase");
  for (guint group = 0; group < PASSPHRASE_GROUPS; group++) {
    for (guint letter = 0; letter < PASSPHRASE_GROUP_LETTERS; letter++)
      passphrase[at++] = passphrase_alphabet[randombytes_uniform (sizeof passphrase_alphabet - 1)];
    passphrase[at++] = '-';
  }
  passphrase[at - 1] = '\0';
  return passphrase;
}
