// SPDX-License-Identifier: GPL-3.0-or-later
// The SHA-256 of bytes that come in pieces, taken by a thread of its own so that reading and writing need not wait.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _CeciFileDigest CeciFileDigest;

CeciFileDigest *ceci_file_digest_new     (void);
void        ceci_file_digest_free    (CeciFileDigest *self);
void        ceci_file_digest_begin   (CeciFileDigest *self);
void        ceci_file_digest_add     (CeciFileDigest *self, const void *piece, gsize size); // waits for the piece before; this one must stay until the next call
char       *ceci_file_digest_end     (CeciFileDigest *self) G_GNUC_WARN_UNUSED_RESULT; // in hexadecimal
void        ceci_file_digest_abandon (CeciFileDigest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciFileDigest, ceci_file_digest_free)

G_END_DECLS
