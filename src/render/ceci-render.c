// SPDX-License-Identifier: GPL-3.0-or-later
// The isolated renderer: shuts itself in, says so, then answers one request after another until its parent goes away.
// Started by the application and by cecictl with its end of a socket pair as descriptor 3; of no use by hand.
#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "ceci-packet.h"
#include "ceci-page-source.h"
#include "ceci-render-protocol.h"
#include "ceci-sandbox.h"
#include "ceci-sealed.h"

#define CPU_SECONDS_A_REQUEST 60

static gboolean
understood (const CeciRenderRequest *request)
{
  return request->magic == CECI_RENDER_MAGIC && request->version == CECI_RENDER_PROTOCOL &&
         request->query[sizeof request->query - 1] == '\0';
}

static CeciPageSource *
open_document (const CeciRenderRequest *request, int fd, CeciRenderReply *reply)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) document = NULL;

  if (request->bulk_size > 0 && request->bulk_size <= CECI_RENDER_MAX_DOCUMENT)
    document = ceci_sealed_map (fd, request->bulk_size, &error);
  if (document == NULL) {
    reply->status = CECI_RENDER_REFUSED;
    return NULL;
  }
  return ceci_page_source_open (document, reply);
}

static int
serve (CeciPageSource **source, const CeciRenderRequest *request, int fd, CeciRenderReply *reply)
{
  if (request->kind == CECI_RENDER_OPEN && *source == NULL) {
    *source = open_document (request, fd, reply);
    return -1;
  }
  if (*source != NULL && request->kind == CECI_RENDER_SIZES)
    return ceci_page_source_sizes (*source, request, reply);
  if (*source != NULL && request->kind == CECI_RENDER_PAGE)
    return ceci_page_source_draw (*source, request, reply);
  if (*source != NULL && request->kind == CECI_RENDER_TEXT)
    return ceci_page_source_text (*source, request, reply);
  if (*source != NULL && request->kind == CECI_RENDER_SEARCH)
    return ceci_page_source_search (*source, request, reply);
  reply->status = CECI_RENDER_REFUSED;
  return -1;
}

// A process that has loaded everything and read nothing: it forks, and each child shuts itself in and serves one
// document, as if it had been started for it. Returns only in a child, which has no way back to the nursery.
static void
nurse (void)
{
  CeciRenderRequest request;
  int fd;

  signal (SIGCHLD, SIG_IGN); // nobody waits for them
  ceci_sandbox_prepare ();
  while (ceci_packet_receive (CECI_RENDER_FD, &request, sizeof request, &fd, TRUE) == CECI_PACKET_WHOLE &&
         understood (&request) && request.kind == CECI_RENDER_BEGIN && fd > CECI_RENDER_FD) {
    CeciRenderReply reply = {
        .magic = CECI_RENDER_MAGIC, .version = CECI_RENDER_PROTOCOL, .kind = request.kind, .id = request.id};
    pid_t child = fork ();
    int handle;

    if (child == 0) {
      dup2 (fd, CECI_RENDER_FD); // the nursery's own end is gone with that
      close_range (CECI_RENDER_FD + 1, ~0U, 0);
      signal (SIGCHLD, SIG_DFL);
      return;
    }
    handle = child > 0 ? (int) syscall (SYS_pidfd_open, child, 0) : -1;
    g_close (fd, NULL);
    if (!ceci_packet_send (CECI_RENDER_FD, &reply, sizeof reply, handle))
      break;
    g_clear_fd (&handle, NULL);
  }
  _exit (0);
}

int
main (int argc, char *argv[])
{
  g_autoptr (CeciPageSource) source = NULL;
  CeciRenderReply hello = {.magic = CECI_RENDER_MAGIC, .version = CECI_RENDER_PROTOCOL, .kind = CECI_RENDER_HELLO};
  CeciRenderRequest request;
  int fd, abi = 0, type = 0;
  socklen_t length = sizeof type;

  if (getsockopt (CECI_RENDER_FD, SOL_SOCKET, SO_TYPE, &type, &length) != 0 || type != SOCK_SEQPACKET) {
    fputs ("ceci-render: started by ceci and cecictl to read a document; it does nothing by hand.\n", stderr);
    return 2;
  }
  setlocale (LC_CTYPE, "C.UTF-8"); // numbers stay the language's own
  signal (SIGPIPE, SIG_IGN);
  signal (SIGXFSZ, SIG_IGN);
  close_range (CECI_RENDER_FD + 1, ~0U, 0);
  if (chdir ("/") != 0)
    return 1;

  if (argc == 2 && g_str_equal (argv[1], CECI_RENDER_NURSERY))
    nurse ();
  hello.isolation = ceci_sandbox_enter (&abi);
  hello.landlock_abi = (uint32_t) abi;
  if (!ceci_packet_send (CECI_RENDER_FD, &hello, sizeof hello, -1))
    return 1;
  while (ceci_packet_receive (CECI_RENDER_FD, &request, sizeof request, &fd, TRUE) == CECI_PACKET_WHOLE &&
         understood (&request)) {
    CeciRenderReply reply = {
        .magic = CECI_RENDER_MAGIC, .version = CECI_RENDER_PROTOCOL, .kind = request.kind, .id = request.id};
    int bulk;

    ceci_sandbox_allow_seconds (CPU_SECONDS_A_REQUEST);
    bulk = serve (&source, &request, fd, &reply);
    g_clear_fd (&fd, NULL);
    if (!ceci_packet_send (CECI_RENDER_FD, &reply, sizeof reply, bulk))
      return 1;
    g_clear_fd (&bulk, NULL);
  }
  return 0;
}
