// SPDX-License-Identifier: GPL-3.0-or-later
// An allow-list: what is not named fails with EPERM, so that a library that tries something new degrades instead of
// dying, while calls that only an intruder makes end the process and are named on stderr. Opening is for reading only,
// whatever Landlock says; there is no exec, no socket, no new process or thread, no signal but to oneself.
#include "ceci-seccomp.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/prctl.h>
#include <seccomp.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

static const int allowed[] = {
    // memory
    SCMP_SYS (brk),
    SCMP_SYS (munmap),
    SCMP_SYS (mremap),
    SCMP_SYS (madvise),
    SCMP_SYS (memfd_create),
    // descriptors that are open already
    SCMP_SYS (read),
    SCMP_SYS (write),
    SCMP_SYS (readv),
    SCMP_SYS (writev),
    SCMP_SYS (pread64),
    SCMP_SYS (pwrite64),
    SCMP_SYS (lseek),
    SCMP_SYS (close),
    SCMP_SYS (dup),
    SCMP_SYS (fcntl),
    SCMP_SYS (fstat),
    SCMP_SYS (ftruncate),
    SCMP_SYS (fadvise64),
    SCMP_SYS (recvmsg),
    SCMP_SYS (sendmsg),
    SCMP_SYS (poll),
    SCMP_SYS (ppoll),
    SCMP_SYS (fstatfs),
    SCMP_SYS (getdents64),
    // looking for fonts: Landlock says where
    SCMP_SYS (stat),
    SCMP_SYS (lstat),
    SCMP_SYS (newfstatat),
    SCMP_SYS (statx),
    SCMP_SYS (statfs),
    SCMP_SYS (access),
    SCMP_SYS (faccessat),
    SCMP_SYS (faccessat2),
    SCMP_SYS (readlink),
    SCMP_SYS (readlinkat),
    SCMP_SYS (getcwd),
    // time, identity, limits of oneself
    SCMP_SYS (clock_gettime),
    SCMP_SYS (clock_getres),
    SCMP_SYS (clock_nanosleep),
    SCMP_SYS (gettimeofday),
    SCMP_SYS (time),
    SCMP_SYS (nanosleep),
    SCMP_SYS (getpid),
    SCMP_SYS (gettid),
    SCMP_SYS (getppid),
    SCMP_SYS (getuid),
    SCMP_SYS (geteuid),
    SCMP_SYS (getgid),
    SCMP_SYS (getegid),
    SCMP_SYS (getrusage),
    SCMP_SYS (getrlimit),
    SCMP_SYS (uname),
    SCMP_SYS (sysinfo),
    SCMP_SYS (getrandom),
    SCMP_SYS (getcpu),
    SCMP_SYS (sched_getaffinity),
    SCMP_SYS (sched_yield),
    SCMP_SYS (restart_syscall),
    // signals, locks, the end
    SCMP_SYS (rt_sigaction),
    SCMP_SYS (rt_sigprocmask),
    SCMP_SYS (rt_sigreturn),
    SCMP_SYS (sigaltstack),
    SCMP_SYS (futex),
    SCMP_SYS (set_robust_list),
    SCMP_SYS (rseq),
    SCMP_SYS (exit),
    SCMP_SYS (exit_group),
};

// Nothing that draws a page has a reason for these.
static const int fatal[] = {
    SCMP_SYS (execve),
    SCMP_SYS (execveat),
    SCMP_SYS (ptrace),
    SCMP_SYS (process_vm_readv),
    SCMP_SYS (process_vm_writev),
    SCMP_SYS (bpf),
    SCMP_SYS (io_uring_setup),
    SCMP_SYS (userfaultfd),
    SCMP_SYS (kexec_load),
    SCMP_SYS (init_module),
    SCMP_SYS (finit_module),
    SCMP_SYS (mount),
    SCMP_SYS (umount2),
    SCMP_SYS (pivot_root),
    SCMP_SYS (unshare),
    SCMP_SYS (setns),
    SCMP_SYS (keyctl),
    SCMP_SYS (perf_event_open),
};

// Only what is safe in a signal handler: names the call by its number and leaves at once.
static void
name_the_call (int signal_number, siginfo_t *info, void *context)
{
  char text[] = "ceci-render: refused system call      \n";
  int number = info->si_syscall;
  char *digit = text + sizeof text - 3;
  G_GNUC_UNUSED ssize_t n;

  do
    *digit-- = (char) ('0' + number % 10);
  while ((number /= 10) > 0 && *digit == ' ');
  n = write (STDERR_FILENO, text, sizeof text - 1);
  _exit (128 + SIGSYS);
}

static gboolean
add_conditional_rules (scmp_filter_ctx filter)
{
  const scmp_datum_t writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);
  const scmp_datum_t self = (scmp_datum_t) getpid ();
  gboolean good = TRUE;

  // files are opened for reading only
  good &=
      seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (openat), 1, SCMP_A2 (SCMP_CMP_MASKED_EQ, writing, 0)) == 0;
  good &= seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (open), 1, SCMP_A1 (SCMP_CMP_MASKED_EQ, writing, 0)) == 0;
  // memory does not become code
  good &= seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (mprotect), 1,
                            SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0;
  good &=
      seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (mmap), 1, SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0;
  // abort() may signal this process, and no other
  good &= seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (tgkill), 1, SCMP_A0 (SCMP_CMP_EQ, self)) == 0;
  // limits of oneself: they only go down, the hard ones being set
  good &= seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (prlimit64), 1, SCMP_A0 (SCMP_CMP_EQ, 0)) == 0;
  // naming memory, as newer allocators do
  good &= seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (prctl), 1, SCMP_A0 (SCMP_CMP_EQ, PR_SET_VMA)) == 0;
  // newer calls whose arguments lie in memory, where no filter sees them: the caller falls back to the older ones
  good &= seccomp_rule_add (filter, SCMP_ACT_ERRNO (ENOSYS), SCMP_SYS (openat2), 0) == 0;
  good &= seccomp_rule_add (filter, SCMP_ACT_ERRNO (ENOSYS), SCMP_SYS (clone3), 0) == 0;
  return good;
}

gboolean
ceci_seccomp_restrict (void)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ERRNO (EPERM));
  struct sigaction action = {.sa_sigaction = name_the_call, .sa_flags = SA_SIGINFO};
  gboolean good = filter != NULL;

  if (!good)
    return FALSE;
  sigaction (SIGSYS, &action, NULL);
  for (gsize i = 0; good && i < G_N_ELEMENTS (allowed); i++)
    good = seccomp_rule_add (filter, SCMP_ACT_ALLOW, allowed[i], 0) == 0;
  for (gsize i = 0; good && i < G_N_ELEMENTS (fatal); i++)
    good = seccomp_rule_add (filter, SCMP_ACT_TRAP, fatal[i], 0) == 0;
  good = good && add_conditional_rules (filter) && seccomp_load (filter) == 0;
  seccomp_release (filter);
  return good;
}
