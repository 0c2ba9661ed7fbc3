// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes put aside on the disk while it is not decided whether they are kept: a file without a name, gone with the process.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _CeciSpool CeciSpool;

CeciSpool *ceci_spool_new      (GError **error);
void       ceci_spool_free     (CeciSpool *self);
gint64     ceci_spool_begin    (CeciSpool *self); // where the next piece of work starts
gboolean   ceci_spool_write    (CeciSpool *self, const void *data, gsize size, GError **error);
void       ceci_spool_take_back (CeciSpool *self, gint64 offset); // what was written from there on
GBytes    *ceci_spool_map      (CeciSpool *self, gint64 offset, gsize size, GError **error) G_GNUC_WARN_UNUSED_RESULT; // readable as long as it lives, whatever becomes of the spool

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciSpool, ceci_spool_free)

G_END_DECLS
