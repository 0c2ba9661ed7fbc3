// SPDX-License-Identifier: GPL-3.0-or-later
// One packet of a fixed size on a SOCK_SEQPACKET pair, with at most one descriptor beside it. Both ends use it.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  CECI_PACKET_WHOLE,
  CECI_PACKET_NONE,   // nothing there yet
  CECI_PACKET_END,    // the other end is gone
  CECI_PACKET_GARBAGE // of another size, or with more than one descriptor
} CeciPacket;

gboolean ceci_packet_send (int socket, const void *data, gsize size,
                           int fd); // never blocks; fd -1: none; it stays the caller's
CeciPacket ceci_packet_receive (int socket, void *data, gsize size, int *fd,
                                gboolean may_wait); // *fd (transfer full), or -1

G_END_DECLS
