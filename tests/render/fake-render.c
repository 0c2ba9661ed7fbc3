// SPDX-License-Identifier: GPL-3.0-or-later
// A ceci-render that lies: what it does wrong is the name it is started under. Everything else it does right.
#include <fcntl.h>
#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "render/ceci-packet.h"
#include "render/ceci-render-protocol.h"
#include "render/ceci-sealed.h"

static const char *lie;

static gboolean
lies (const char *about)
{
  return strcmp (lie, about) == 0;
}

static CeciRenderReply
reply_to (const CeciRenderRequest *request)
{
  return (CeciRenderReply) {
      .magic = CECI_RENDER_MAGIC, .version = CECI_RENDER_PROTOCOL, .kind = request->kind, .id = request->id};
}

static void
say (const CeciRenderReply *reply, int fd)
{
  if (!ceci_packet_send (CECI_RENDER_FD, reply, sizeof *reply, fd))
    exit (1);
}

static void
say_hello (void)
{
  CeciRenderReply hello = {.magic = CECI_RENDER_MAGIC,
                           .version = CECI_RENDER_PROTOCOL,
                           .kind = CECI_RENDER_HELLO,
                           .isolation = CECI_RENDER_ISOLATED,
                           .landlock_abi = 7};

  if (lies ("hello-never"))
    pause ();
  if (lies ("hello-dies"))
    exit (0);
  if (lies ("hello-bare"))
    hello.isolation &= ~(uint32_t) CECI_RENDER_LANDLOCK;
  hello.magic ^= lies ("hello-magic");
  hello.version += lies ("hello-version");
  say (&hello, -1);
}

static void
answer_open (const CeciRenderRequest *request)
{
  CeciRenderReply reply = reply_to (request);

  if (lies ("open-never"))
    pause ();
  if (lies ("open-dies"))
    abort ();
  reply.n_pages = lies ("open-pages") ? G_MAXUINT32 : 3;
  reply.status = lies ("open-status") ? 4000 : CECI_RENDER_OK;
  memset (reply.detail, lies ("open-detail") ? 'x' : 0, sizeof reply.detail);
  if (lies ("open-title"))
    strcpy (reply.detail, "A\033[31m\xff\x9b"
                          "B\u202e");
  say (&reply, -1);
}

static int
make_pixels (const CeciRenderRequest *request, CeciRenderReply *reply)
{
  gsize size;
  int fd;

  reply->width = request->region_width;
  reply->height = request->region_height;
  reply->stride = reply->width * 4;
  reply->bulk_size = size = (gsize) reply->stride * reply->height;
  if (lies ("page-short"))
    size /= 2;
  if (lies ("page-long"))
    size *= 2;
  if (lies ("page-file"))
    return open ("/proc/self/exe", O_RDONLY | O_CLOEXEC);
  if (lies ("page-null"))
    return open ("/dev/zero", O_RDONLY | O_CLOEXEC);
  fd = ceci_sealed_new ("fake", size, NULL);
  if (lies ("page-half-sealed"))
    fcntl (fd, F_ADD_SEALS, F_SEAL_GROW | F_SEAL_WRITE);
  else if (!lies ("page-unsealed"))
    ceci_sealed_close (fd, NULL);
  reply->width += lies ("page-width");
  reply->height += lies ("page-height") ? 100000 : 0;
  if (lies ("page-stride"))
    reply->stride = 4;
  if (lies ("page-overflow")) {
    reply->stride = 1u << 31;
    reply->bulk_size = 1ull << 60;
  }
  return fd;
}

static void
send_wrong_packet (const CeciRenderReply *reply)
{
  char large[4096] = {0};

  memcpy (large, reply, sizeof *reply);
  if (lies ("page-small-packet"))
    ceci_packet_send (CECI_RENDER_FD, large, 3, -1);
  if (lies ("page-large-packet"))
    ceci_packet_send (CECI_RENDER_FD, large, sizeof large, -1);
  if (lies ("page-empty-packet"))
    ceci_packet_send (CECI_RENDER_FD, large, 0, -1);
}

static void
answer_page (const CeciRenderRequest *request)
{
  CeciRenderReply reply = reply_to (request);
  int fd = make_pixels (request, &reply);

  if (lies ("page-never"))
    pause ();
  if (lies ("page-dies"))
    abort ();
  if (lies ("page-once-dies") && request->page == 1)
    abort ();
  send_wrong_packet (&reply);
  reply.id += lies ("page-id");
  reply.kind += lies ("page-kind");
  say (&reply, lies ("page-no-memory") ? -1 : fd);
  if (lies ("page-twice"))
    say (&reply, fd);
  close (fd);
}

static void
answer_sizes (const CeciRenderRequest *request)
{
  CeciRenderReply reply = reply_to (request);
  CeciRenderSize sizes[3] = {{NAN, 10}, {INFINITY, -1}, {595, 842}};
  int fd;

  reply.count = lies ("sizes-count") ? G_MAXUINT32 : request->count;
  reply.bulk_size = sizeof sizes[0] * request->count;
  fd = ceci_sealed_copy ("fake", sizes, sizeof sizes, NULL);
  say (&reply, fd);
  close (fd);
}

static void
answer_text (const CeciRenderRequest *request)
{
  static const char text[] = "A\033[2Jb\xff\xfe\xc2\x9b"
                             "c\nd\te";
  CeciRenderReply reply = reply_to (request);
  int fd = ceci_sealed_copy ("fake", text, sizeof text - 1, NULL);

  reply.bulk_size = lies ("text-size") ? G_MAXUINT64 : sizeof text - 1;
  say (&reply, fd);
  close (fd);
}

static void
answer_search (const CeciRenderRequest *request)
{
  CeciRenderReply reply = reply_to (request);
  CeciRenderRegion regions[3] = {{NAN, 0, 1, 1}, {-5, -5, 100, 100}, {2, 2, 1, 1}};
  int fd = ceci_sealed_copy ("fake", regions, sizeof regions, NULL);

  reply.count = lies ("search-count") ? 1000000 : 3;
  reply.bulk_size = sizeof regions;
  say (&reply, fd);
  close (fd);
}

int
main (int argc, char *argv[])
{
  CeciRenderRequest request;
  int fd;

  lie = strrchr (argv[0], '/') + 1;
  say_hello ();
  while (ceci_packet_receive (CECI_RENDER_FD, &request, sizeof request, &fd, TRUE) == CECI_PACKET_WHOLE) {
    if (fd >= 0)
      close (fd);
    if (request.kind == CECI_RENDER_OPEN)
      answer_open (&request);
    else if (request.kind == CECI_RENDER_PAGE)
      answer_page (&request);
    else if (request.kind == CECI_RENDER_SIZES)
      answer_sizes (&request);
    else if (request.kind == CECI_RENDER_TEXT)
      answer_text (&request);
    else if (request.kind == CECI_RENDER_SEARCH)
      answer_search (&request);
  }
  return 0;
}
