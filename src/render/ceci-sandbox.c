// SPDX-License-Identifier: GPL-3.0-or-later
// The order matters: what must be read or done in freedom (fonts, limits) first, Landlock, then the system-call filter.
#include "ceci-sandbox.h"

#include <fontconfig/fontconfig.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include "ceci-landlock.h"
#include "ceci-render-protocol.h"
#include "ceci-seccomp.h"

#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define BOUNDED_MEMORY 0 // a sanitizer reserves terabytes of address space
#else
#define BOUNDED_MEMORY 1
#endif

#define MEMORY_BYTES (1536ULL << 20)
#define WHOLE_LIFE_OF_CPU 3600ULL // seconds; each request has far less
#define OPEN_FILES 64

static gboolean
limit (__rlimit_resource_t resource, rlim_t value)
{
  const struct rlimit both = {.rlim_cur = value, .rlim_max = value};
  return setrlimit (resource, &both) == 0;
}

static gboolean
set_limits (void)
{
  gboolean good = TRUE;

  if (BOUNDED_MEMORY)
    good &= limit (RLIMIT_AS, MEMORY_BYTES);
  good &= limit (RLIMIT_CPU, WHOLE_LIFE_OF_CPU);
  good &= limit (RLIMIT_FSIZE, CECI_RENDER_MAX_PIXELS * 4ULL + 4096); // the largest page it may ever answer
  good &= limit (RLIMIT_CORE, 0);
  good &= limit (RLIMIT_NOFILE, OPEN_FILES);
  return good;
}

// Folders of fonts (the person's own too), fontconfig's files and caches, poppler's encodings.
static char **
readable_folders (void)
{
  g_autoptr (GStrvBuilder) folders = g_strv_builder_new ();
  FcConfig *config = FcConfigGetCurrent ();
  FcStrList *const lists[] = {FcConfigGetFontDirs (config), FcConfigGetConfigDirs (config),
                              FcConfigGetCacheDirs (config)};

  g_strv_builder_add_many (folders, "/etc/fonts", "/usr/share/fontconfig", "/usr/share/poppler", "/app/share/poppler",
                           "/usr/share/fonts", "/usr/local/share/fonts", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++) {
    FcChar8 *folder;
    while (lists[i] != NULL && (folder = FcStrListNext (lists[i])) != NULL)
      g_strv_builder_add (folders, (const char *) folder);
    if (lists[i] != NULL)
      FcStrListDone (lists[i]);
  }
  return g_strv_builder_end (folders);
}

void
ceci_sandbox_prepare (void)
{
  FcInit ();
  // iconv loads the module for the titles' encoding at its first use: later no file may become code
  g_free (g_convert ("\0C", 2, "UTF-8", "UTF-16BE", NULL, NULL, NULL));
}

guint
ceci_sandbox_enter (int *landlock_abi)
{
  g_auto (GStrv) folders = NULL;
  guint isolation = 0;

  ceci_sandbox_prepare ();
  folders = readable_folders ();
  if (set_limits ())
    isolation |= CECI_RENDER_LIMITS;
  prctl (PR_SET_DUMPABLE, 0, 0, 0, 0);
  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
    isolation |= CECI_RENDER_NO_NEW_PRIVS;
  *landlock_abi = ceci_landlock_restrict ((const char *const *) folders, ceci_landlock_abi ());
  if (*landlock_abi > 0)
    isolation |= CECI_RENDER_LANDLOCK;
  if (ceci_seccomp_restrict ())
    isolation |= CECI_RENDER_SECCOMP;
  return isolation;
}

gboolean
ceci_sandbox_allow_seconds (guint seconds)
{
  struct rusage usage;
  struct rlimit cpu;

  if (getrusage (RUSAGE_SELF, &usage) != 0 || getrlimit (RLIMIT_CPU, &cpu) != 0)
    return FALSE;
  cpu.rlim_cur = MIN ((rlim_t) usage.ru_utime.tv_sec + (rlim_t) usage.ru_stime.tv_sec + seconds + 1, cpu.rlim_max);
  return setrlimit (RLIMIT_CPU, &cpu) == 0;
}
