// SPDX-License-Identifier: GPL-3.0-or-later
// Who may write a register: a lock on a file beside it, which says who holds it.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _CeciLock CeciLock;

// NULL without error: someone else holds it, and *holder says who in words. who, since: what to tell others.
CeciLock *ceci_lock_take (const char *path, const char *who, char **holder, GError **error);
char *ceci_lock_holder (const char *path); // NULL: nobody
void ceci_lock_release (CeciLock *self);

G_END_DECLS
