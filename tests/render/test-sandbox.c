// SPDX-License-Identifier: GPL-3.0-or-later
// What ceci-render could do if a document took it over: each attempt is made in a process that is shut in as it is.
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <linux/landlock.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "render/ceci-landlock.h"
#include "render/ceci-render-protocol.h"
#include "render/ceci-sandbox.h"
#include "render/ceci-sealed.h"

#define REFUSED 0
#define ALLOWED 1

static char *own_file; // made before: readable by this person, of no concern to a renderer

// The attempt runs in a child inside the sandbox; its exit code, or 128 + the signal that ended it.
static int
try_inside (int (*attempt) (void))
{
  pid_t pid = fork ();
  int status;

  if (pid == 0) {
    int abi;
    guint isolation;

    dup2 (STDIN_FILENO, STDERR_FILENO); // the refused call names itself there; not here
    isolation = ceci_sandbox_enter (&abi);
    if ((isolation & CECI_RENDER_SECCOMP) == 0)
      _exit (99);
    _exit (attempt ());
  }
  g_assert_cmpint (pid, >, 0);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  return WIFEXITED (status) ? WEXITSTATUS (status) : 128 + WTERMSIG (status);
}

// The same attempt at liberty: an attempt that fails there too would prove nothing.
static int
try_outside (int (*attempt) (void))
{
  pid_t pid = fork ();
  int status;

  if (pid == 0)
    _exit (attempt ());
  waitpid (pid, &status, 0);
  return WIFEXITED (status) ? WEXITSTATUS (status) : 128 + WTERMSIG (status);
}

static int
verdict (gboolean happened)
{
  return happened ? ALLOWED : REFUSED;
}

static int
read_own_file (void)
{
  return verdict (open (own_file, O_RDONLY) >= 0);
}

static int
read_passwd (void)
{
  return verdict (open ("/etc/passwd", O_RDONLY) >= 0);
}

static int
write_own_file (void)
{
  return verdict (open (own_file, O_WRONLY) >= 0 || open (own_file, O_RDWR) >= 0 ||
                  open (own_file, O_RDONLY | O_TRUNC) >= 0);
}

static int
create_file (void)
{
  return verdict (open ("/tmp/ceci-should-not-be", O_CREAT | O_WRONLY, 0600) >= 0 ||
                  open ("/tmp", O_TMPFILE | O_RDWR, 0600) >= 0);
}

static int
change_files (void)
{
  return verdict (unlink (own_file) == 0 || rename (own_file, "/tmp/ceci-moved") == 0 || chmod (own_file, 0777) == 0 ||
                  truncate (own_file, 0) == 0 || mkdir ("/tmp/ceci-folder", 0700) == 0 ||
                  symlink ("/", "/tmp/ceci-link") == 0);
}

static int
list_home (void)
{
  return verdict (open ("/", O_RDONLY | O_DIRECTORY) >= 0 || open (g_get_home_dir (), O_RDONLY | O_DIRECTORY) >= 0);
}

static int
make_socket (void)
{
  int pair[2];
  return verdict (socket (AF_INET, SOCK_STREAM, 0) >= 0 || socket (AF_UNIX, SOCK_STREAM, 0) >= 0 ||
                  socketpair (AF_UNIX, SOCK_STREAM, 0, pair) == 0);
}

static int
make_process (void)
{
  pid_t pid = (pid_t) syscall (SYS_clone, SIGCHLD, 0, 0, 0, 0);
  if (pid == 0)
    _exit (0);
  return verdict (pid > 0 || syscall (SYS_clone3, NULL, 0) >= 0 || errno != ENOSYS);
}

static int
signal_parent (void)
{
  return verdict (kill (getppid (), 0) == 0 || syscall (SYS_tgkill, getppid (), getppid (), 0) == 0);
}

static int
make_code (void)
{
  void *memory = mmap (NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return verdict (mprotect (memory, 4096, PROT_READ | PROT_EXEC) == 0 ||
                  mmap (NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) !=
                      MAP_FAILED);
}

static int
raise_limits (void)
{
  struct rlimit limit = {RLIM_INFINITY, RLIM_INFINITY};
  return verdict (syscall (SYS_prlimit64, getppid (), RLIMIT_CPU, &limit, NULL) == 0 ||
                  (getuid () != 0 && (setrlimit (RLIMIT_FSIZE, &limit) == 0 || setrlimit (RLIMIT_CPU, &limit) == 0)));
}

#ifndef __SANITIZE_ADDRESS__ // which reserves terabytes
static int
much_memory (void)
{
  return verdict (mmap (NULL, 4ul << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED);
}
#endif

static int
large_file (void)
{
  int fd = memfd_create ("large", 0);
  signal (SIGXFSZ, SIG_IGN);
  return verdict (fd >= 0 && ftruncate (fd, 1 << 30) == 0);
}

static int
many_descriptors (void)
{
  for (int i = 0; i < 1000; i++)
    if (dup (STDIN_FILENO) < 0)
      return REFUSED;
  return ALLOWED;
}

static int
run_program (void)
{
  execl ("/bin/true", "true", NULL);
  return ALLOWED;
}

static int
trace_parent (void)
{
  ptrace (PTRACE_ATTACH, getppid (), NULL, NULL);
  return ALLOWED;
}

static int
new_namespace (void)
{
  syscall (SYS_unshare, 0x10000000); // CLONE_NEWUSER
  return ALLOWED;
}

// What drawing needs goes on working.
static int
work (void)
{
  int fd = ceci_sealed_copy ("page", "pixels", 6, NULL);
  g_autoptr (GBytes) mapped = ceci_sealed_map (fd, 6, NULL);
  g_autoptr (GDir) fonts = g_dir_open ("/usr/share/fonts", 0, NULL);
  void *memory = malloc (64 << 20);
  return verdict (mapped != NULL && fonts != NULL && g_dir_read_name (fonts) != NULL && memory != NULL &&
                  ceci_sandbox_allow_seconds (5));
}

static int
spin (void)
{
  ceci_sandbox_allow_seconds (0);
  for (volatile guint64 i = 0; i < G_MAXUINT64; i++)
    ;
  return ALLOWED;
}

static void
test_refused (void)
{
  const struct {
    const char *name;
    int (*attempt) (void);
    gboolean needs_landlock;
  } attempts[] = {
      {"read one's own file", read_own_file, TRUE},
      {"read /etc/passwd", read_passwd, TRUE},
      {"list folders", list_home, TRUE},
      {"write", write_own_file, FALSE},
      {"create", create_file, FALSE},
      {"change files", change_files, FALSE},
      {"socket", make_socket, FALSE},
      {"process", make_process, FALSE},
      {"signal", signal_parent, FALSE},
      {"code", make_code, FALSE},
      {"limits", raise_limits, FALSE},
#ifndef __SANITIZE_ADDRESS__
      {"memory", much_memory, FALSE},
#endif
      {"large file", large_file, FALSE},
      {"descriptors", many_descriptors, FALSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++) {
    int result;
    if (attempts[i].needs_landlock && ceci_landlock_abi () == 0)
      continue;
    result = try_inside (attempts[i].attempt);
    g_test_message ("%s: %d", attempts[i].name, result);
    g_assert_cmpint (result, ==, REFUSED);
    if (attempts[i].attempt != change_files) // that one would do it
      g_assert_cmpint (try_outside (attempts[i].attempt), ==, ALLOWED);
  }
}

// Calls that only an intruder makes end the process.
static void
test_fatal (void)
{
  g_assert_cmpint (try_inside (run_program), ==, 128 + SIGSYS);
  g_assert_cmpint (try_inside (trace_parent), ==, 128 + SIGSYS);
  g_assert_cmpint (try_inside (new_namespace), ==, 128 + SIGSYS);
}

static void
test_work (void)
{
  g_assert_cmpint (try_inside (work), ==, ALLOWED);
}

static void
test_endless (void)
{
  g_assert_cmpint (try_inside (spin), ==, 128 + SIGXCPU);
}

// On an older kernel fewer rights are known; those that are known are still all refused.
static void
test_older_abis (void)
{
  const char *readable[] = {"/usr/share/fonts", "/nowhere", NULL};

  for (int abi = 1; abi <= ceci_landlock_abi (); abi++) {
    pid_t pid = fork ();
    int status;

    if (pid == 0) {
      gboolean good = prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ceci_landlock_restrict (readable, abi) == abi;
      good &= open (own_file, O_RDONLY) < 0 && open (own_file, O_WRONLY) < 0;
      good &= open ("/tmp/ceci-should-not-be", O_CREAT | O_WRONLY, 0600) < 0;
      good &= open ("/usr/share/fonts", O_RDONLY | O_DIRECTORY) >= 0;
      _exit (good ? 0 : 1);
    }
    waitpid (pid, &status, 0);
    g_test_message ("Landlock ABI %d", abi);
    g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  }
}

static void
test_rights (void)
{
  g_assert_cmphex (ceci_landlock_rights (0), ==, 0);
  g_assert_cmphex (ceci_landlock_rights (1), ==, 0x1fff);
  g_assert_cmphex (ceci_landlock_rights (2), ==, 0x3fff);
  g_assert_cmphex (ceci_landlock_rights (3), ==, 0x7fff);
  g_assert_cmphex (ceci_landlock_rights (4), ==, 0x7fff);
  g_assert_cmphex (ceci_landlock_rights (5), ==, 0xffff);
  g_assert_cmphex (ceci_landlock_rights (99), ==, 0xffff);
}

int
main (int argc, char *argv[])
{
  int fd, status;

  g_test_init (&argc, &argv, NULL);
  fd = g_file_open_tmp ("ceci-own-XXXXXX", &own_file, NULL);
  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_test_add_func ("/sandbox/refused", test_refused);
  g_test_add_func ("/sandbox/fatal", test_fatal);
  g_test_add_func ("/sandbox/work", test_work);
  g_test_add_func ("/sandbox/endless", test_endless);
  g_test_add_func ("/sandbox/older-abis", test_older_abis);
  g_test_add_func ("/sandbox/rights", test_rights);
  status = g_test_run ();
  g_unlink (own_file);
  g_unlink ("/tmp/ceci-should-not-be"); // made at liberty
  g_free (own_file);
  return status;
}
