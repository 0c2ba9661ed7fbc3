// SPDX-License-Identifier: GPL-3.0-or-later
// sendmsg and recvmsg with SCM_RIGHTS, and the checks that make a received packet safe to look at.
#include "ceci-packet.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>

// The kernel fills what alignment leaves: room for one descriptor is room for two.
typedef union {
  char bytes[CMSG_SPACE (sizeof (int))];
  struct cmsghdr align;
} Ancillary;

gboolean
ceci_packet_send (int socket, const void *data, gsize size, int fd)
{
  Ancillary ancillary = {0};
  struct iovec vector = {.iov_base = (void *) data, .iov_len = size};
  struct msghdr message = {.msg_iov = &vector, .msg_iovlen = 1};
  ssize_t n;

  if (fd >= 0) {
    struct cmsghdr *part;
    message.msg_control = &ancillary;
    message.msg_controllen = sizeof ancillary;
    part = CMSG_FIRSTHDR (&message);
    part->cmsg_level = SOL_SOCKET;
    part->cmsg_type = SCM_RIGHTS;
    part->cmsg_len = CMSG_LEN (sizeof fd);
    memcpy (CMSG_DATA (part), &fd, sizeof fd);
  }
  do
    n = sendmsg (socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
  while (n < 0 && errno == EINTR);
  return n == (ssize_t) size;
}

// Takes the one descriptor; closes them all when there are more.
static gboolean
take_descriptors (struct msghdr *message, int *fd)
{
  gboolean good = TRUE;

  for (struct cmsghdr *part = CMSG_FIRSTHDR (message); part != NULL; part = CMSG_NXTHDR (message, part)) {
    gsize n = part->cmsg_level == SOL_SOCKET && part->cmsg_type == SCM_RIGHTS
                  ? (part->cmsg_len - CMSG_LEN (0)) / sizeof (int)
                  : 0;
    for (gsize i = 0; i < n; i++) {
      int received;
      memcpy (&received, CMSG_DATA (part) + i * sizeof received, sizeof received);
      good &= *fd < 0;
      if (*fd < 0)
        *fd = received;
      else
        g_close (received, NULL);
    }
  }
  return good;
}

CeciPacket
ceci_packet_receive (int socket, void *data, gsize size, int *fd, gboolean may_wait)
{
  Ancillary ancillary = {0};
  struct iovec vector = {.iov_base = data, .iov_len = size};
  struct msghdr message = {
      .msg_iov = &vector, .msg_iovlen = 1, .msg_control = &ancillary, .msg_controllen = sizeof ancillary};
  gboolean one_at_most;
  ssize_t n;

  *fd = -1;
  do
    n = recvmsg (socket, &message, MSG_CMSG_CLOEXEC | (may_wait ? 0 : MSG_DONTWAIT));
  while (n < 0 && errno == EINTR);
  if (n < 0)
    return errno == EAGAIN ? CECI_PACKET_NONE : CECI_PACKET_END;
  one_at_most = take_descriptors (&message, fd);
  if (n == (ssize_t) size && one_at_most && (message.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) == 0)
    return CECI_PACKET_WHOLE;
  g_clear_fd (fd, NULL);
  return n == 0 ? CECI_PACKET_END : CECI_PACKET_GARBAGE;
}
