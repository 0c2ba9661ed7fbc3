// SPDX-License-Identifier: GPL-3.0-or-later
// What a package shares with the reading of it and with nobody else: its secrets, in guarded memory.
#pragma once

#include "ceci-package.h"
#include "ceci-sealing-key.h"

G_BEGIN_DECLS

// The section «keys»: the seed of the juror's Ed25519 key, then the key that returns are sealed with.
#define CECI_PACKAGE_SECTION_KEYS "keys"
#define CECI_PACKAGE_SEED_BYTES 32
#define CECI_PACKAGE_KEYS_BYTES (CECI_PACKAGE_SEED_BYTES + CECI_SEALING_KEY_BYTES)
#define CECI_PACKAGE_SECTION_DOCUMENT "document/" // then the SHA-256
#define CECI_PACKAGE_FORMAT "ceci-jury"
#define CECI_PACKAGE_VERSION 1

const guint8   *ceci_package_get_seed       (CeciPackage *self);
CeciSealingKey *ceci_package_get_return_key (CeciPackage *self);
int             ceci_package_get_descriptor (CeciPackage *self);

G_END_DECLS
