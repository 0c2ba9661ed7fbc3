// SPDX-License-Identifier: GPL-3.0-or-later
// A thread that does one thing after another, in the order asked, and ends when everything asked is done.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _CeciWorker CeciWorker;
typedef void (*CeciWorkerFunc) (gpointer data);

// state belongs to the thread: destroyed on it, at its end.
CeciWorker *ceci_worker_new (const char *name, gpointer state, GDestroyNotify destroy);
gboolean ceci_worker_push (CeciWorker *self, CeciWorkerFunc run, gpointer data); // FALSE once it was stopped
gboolean ceci_worker_wait (CeciWorker *self, CeciWorkerFunc run,
                           gpointer data); // the same, and returns when it is done
gboolean ceci_worker_is_current (CeciWorker *self);
void ceci_worker_stop (CeciWorker *self); // waits for what was asked, unless called on the thread itself; idempotent
void ceci_worker_free (CeciWorker *self); // stops it first

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciWorker, ceci_worker_free)

G_END_DECLS
