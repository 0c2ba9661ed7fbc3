// SPDX-License-Identifier: GPL-3.0-or-later
// The SHA-256 of bytes that come in pieces, taken by a thread of its own so that reading and writing need not wait.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _CeciDigest CeciDigest;

CeciDigest *ceci_digest_new     (void);
void        ceci_digest_free    (CeciDigest *self);
void        ceci_digest_begin   (CeciDigest *self);
void        ceci_digest_add     (CeciDigest *self, const void *piece, gsize size); // waits for the piece before; this one must stay until the next call
char       *ceci_digest_end     (CeciDigest *self) G_GNUC_WARN_UNUSED_RESULT; // in hexadecimal
void        ceci_digest_abandon (CeciDigest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciDigest, ceci_digest_free)

G_END_DECLS
