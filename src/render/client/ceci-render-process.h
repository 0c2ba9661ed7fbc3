// SPDX-License-Identifier: GPL-3.0-or-later
// One running ceci-render and this end of the channel to it.
#pragma once

#include <gio/gio.h>

#include "render/ceci-packet.h"
#include "render/ceci-render-protocol.h"

G_BEGIN_DECLS

typedef struct CeciRenderProcess CeciRenderProcess;

CeciRenderProcess *ceci_render_process_start (GError **error);
// The same, forked from one that is kept ready where that works: for many documents one after another. May be called in
// any thread; waits about a millisecond.
CeciRenderProcess *ceci_render_process_fork (GError **error);
void ceci_render_process_kill (CeciRenderProcess *self);  // frees it
int ceci_render_process_get_fd (CeciRenderProcess *self); // to watch for answers
gboolean ceci_render_process_send (CeciRenderProcess *self, const CeciRenderRequest *request, int fd);
CeciPacket ceci_render_process_receive (CeciRenderProcess *self, CeciRenderReply *reply, int *fd); // never waits

G_END_DECLS
