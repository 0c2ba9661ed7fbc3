// SPDX-License-Identifier: GPL-3.0-or-later
// Shared memory that neither side can change any more: a memfd with every seal set.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int ceci_sealed_new (const char *name, gsize size, GError **error); // writable still, of that size, not sealed
gboolean ceci_sealed_close (int fd, GError **error);                // sets every seal: no writable mapping may be left
int ceci_sealed_copy (const char *name, const void *data, gsize size, GError **error);
GBytes *ceci_sealed_map (int fd, gsize size,
                         GError **error); // checks the kind, the seals and the exact size; the fd stays the caller's

G_END_DECLS
