// SPDX-License-Identifier: GPL-3.0-or-later
// The secret a sealed file is locked with: derived from a passphrase, or thirty-two random bytes known by their id.
// The bytes stand in guarded memory that is never swapped and is wiped when freed.
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define CECI_SEALING_KEY_BYTES 32
#define CECI_SEALING_SALT_BYTES 16

typedef struct {
  guint32 operations; // Argon2id passes
  guint64 memory;     // bytes
} CeciSealingCost;

#define CECI_SEALING_COST_MODERATE ((CeciSealingCost) {3, 256 * 1024 * 1024})
#define CECI_SEALING_COST_TEST ((CeciSealingCost) {1, 8192}) // for tests alone: it protects nothing

typedef enum { CECI_SEALING_PASSPHRASE = 1, CECI_SEALING_DIRECT = 2 } CeciSealingMethod;

typedef struct _CeciSealingKey CeciSealingKey;

// Slow on purpose with a passphrase (about a second): never on a thread that draws.
CeciSealingKey   *ceci_sealing_key_new_from_passphrase (const char *passphrase, CeciSealingCost cost, GError **error);
CeciSealingKey   *ceci_sealing_key_new_with_salt       (const char *passphrase, CeciSealingCost cost, const guint8 *salt, GError **error);
CeciSealingKey   *ceci_sealing_key_new_direct          (const guint8 *bytes); // CECI_SEALING_KEY_BYTES, copied
CeciSealingKey   *ceci_sealing_key_ref                 (CeciSealingKey *self);
void              ceci_sealing_key_unref               (CeciSealingKey *self);
CeciSealingMethod ceci_sealing_key_get_method          (CeciSealingKey *self);
CeciSealingCost   ceci_sealing_key_get_cost            (CeciSealingKey *self);
const guint8     *ceci_sealing_key_get_id              (CeciSealingKey *self); // the salt, or the id of a direct key; CECI_SEALING_SALT_BYTES
const guint8     *ceci_sealing_key_get_bytes           (CeciSealingKey *self); // secret
void              ceci_sealing_key_derive              (CeciSealingKey *self, const char *context, guint64 number, guint8 *bytes); // 32 bytes; context: 8 letters

// A passphrase that a person can copy from paper: eight groups of four letters and digits (160 bits), without those that look
// alike. In guarded memory: free with sodium_free().
char             *ceci_passphrase_generate             (void) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciSealingKey, ceci_sealing_key_unref)

G_END_DECLS
