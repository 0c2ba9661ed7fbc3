// SPDX-License-Identifier: GPL-3.0-or-later
// Starting ceci-render with nothing but its end of a socket pair and the few variables that say where fonts are.
#include "config.h"

#include "ceci-render-process.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

struct CeciRenderProcess {
  GSubprocess *subprocess; // or, where a nursery forked it,
  int pidfd;
  int fd;
};

#define NURSERY_SECONDS 5 // it answers in a millisecond or it is of no use

static GMutex nursery_lock;
static CeciRenderProcess *nursery; // kept as long as this program runs

static const char *const kept_variables[] = {
    "HOME",          "XDG_CONFIG_HOME", "XDG_DATA_HOME",   "XDG_CACHE_HOME",
    "XDG_DATA_DIRS", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "FONTCONFIG_SYSROOT",
    "ASAN_OPTIONS",  "UBSAN_OPTIONS",
};

// CECI_RENDER is for programs run from where they were built: an installed one starts the one it was installed with.
static char *
find_program (void)
{
  g_autofree char *libexec = g_path_get_dirname (CECI_RENDER_PATH);
  g_autofree char *prefix = g_path_get_dirname (libexec);
  g_autofree char *here = g_file_read_link ("/proc/self/exe", NULL);
  const char *named = g_getenv ("CECI_RENDER");
  size_t length = strlen (prefix);
  gboolean installed = here != NULL && strncmp (here, prefix, length) == 0 && here[length] == '/';

  return g_strdup (named != NULL && !installed ? named : CECI_RENDER_PATH);
}

static char **
make_environment (void)
{
  char **environment = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (kept_variables); i++) {
    const char *value = g_getenv (kept_variables[i]);
    if (value != NULL)
      environment = g_environ_setenv (environment, kept_variables[i], value, TRUE);
  }
  return environment != NULL ? environment : g_new0 (char *, 1);
}

static CeciRenderProcess *
start (const char *argument, GError **error)
{
  // poppler prints what it thinks of a document: of use to who debugs, and to nobody else
  const GSubprocessFlags silence =
      G_SUBPROCESS_FLAGS_STDOUT_SILENCE |
      (g_getenv ("G_MESSAGES_DEBUG") == NULL ? G_SUBPROCESS_FLAGS_STDERR_SILENCE : G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (silence);
  g_auto (GStrv) environment = make_environment ();
  g_autofree char *program = find_program ();
  const char *arguments[] = {program, argument, NULL};
  CeciRenderProcess *self;
  int pair[2];

  if (socketpair (AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) < 0) {
    int code = errno;
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "socketpair: %s", g_strerror (code));
    return NULL;
  }
  g_subprocess_launcher_set_environ (launcher, environment);
  g_subprocess_launcher_take_fd (launcher, pair[1], CECI_RENDER_FD);
  self = g_new0 (CeciRenderProcess, 1);
  self->fd = pair[0];
  self->pidfd = -1;
  self->subprocess = g_subprocess_launcher_spawnv (launcher, arguments, error);
  g_subprocess_launcher_close (launcher); // or the end of the process would not be seen
  if (self->subprocess == NULL) {
    g_close (self->fd, NULL);
    g_clear_pointer (&self, g_free);
  }
  return self;
}

CeciRenderProcess *
ceci_render_process_start (GError **error)
{
  return start (NULL, error);
}

// Asks the nursery for a renderer at the other end of a pair. -1: it can't be had there.
static int
ask_nursery (int other_end)
{
  static const CeciRenderRequest request = {
      .magic = CECI_RENDER_MAGIC, .version = CECI_RENDER_PROTOCOL, .kind = CECI_RENDER_BEGIN};
  const struct timeval patience = {.tv_sec = NURSERY_SECONDS};
  CeciRenderReply reply;
  int pidfd = -1;

  if (nursery == NULL) {
    nursery = start (CECI_RENDER_NURSERY, NULL);
    if (nursery == NULL)
      return -1;
    setsockopt (nursery->fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  }
  if (ceci_packet_send (nursery->fd, &request, sizeof request, other_end) &&
      ceci_packet_receive (nursery->fd, &reply, sizeof reply, &pidfd, TRUE) == CECI_PACKET_WHOLE &&
      reply.magic == CECI_RENDER_MAGIC && reply.version == CECI_RENDER_PROTOCOL && reply.kind == CECI_RENDER_BEGIN &&
      pidfd >= 0)
    return pidfd;
  g_clear_fd (&pidfd, NULL);
  g_clear_pointer (&nursery, ceci_render_process_kill);
  return -1;
}

CeciRenderProcess *
ceci_render_process_fork (GError **error)
{
  CeciRenderProcess *self;
  int pair[2], pidfd;

  if (socketpair (AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) < 0)
    return start (NULL, error);
  g_mutex_lock (&nursery_lock);
  pidfd = ask_nursery (pair[1]);
  g_mutex_unlock (&nursery_lock);
  g_close (pair[1], NULL); // or the end of the process would not be seen
  if (pidfd < 0) {
    g_close (pair[0], NULL);
    return start (NULL, error);
  }
  self = g_new0 (CeciRenderProcess, 1);
  self->pidfd = pidfd;
  self->fd = pair[0];
  return self;
}

void
ceci_render_process_kill (CeciRenderProcess *self)
{
  if (self->subprocess != NULL)
    g_subprocess_force_exit (self->subprocess);
  else
    syscall (SYS_pidfd_send_signal, self->pidfd, SIGKILL, NULL, 0);
  g_clear_fd (&self->pidfd, NULL);
  g_clear_object (&self->subprocess);
  g_close (self->fd, NULL);
  g_free (self);
}

int
ceci_render_process_get_fd (CeciRenderProcess *self)
{
  return self->fd;
}

gboolean
ceci_render_process_send (CeciRenderProcess *self, const CeciRenderRequest *request, int fd)
{
  return ceci_packet_send (self->fd, request, sizeof *request, fd);
}

CeciPacket
ceci_render_process_receive (CeciRenderProcess *self, CeciRenderReply *reply, int *fd)
{
  return ceci_packet_receive (self->fd, reply, sizeof *reply, fd, FALSE);
}
