// SPDX-License-Identifier: GPL-3.0-or-later
// The time from one poll of the main loop to the next is what a person waits for: events, layout, drawing, everything
// that runs on the GTK thread. A line a turn: microseconds since the start, microseconds busy. What kept it is not
// asked.
#include "config.h"

#include "ceci-frame-log.h"

#include <stdio.h>
#include <time.h>

static FILE *file;
static GPollFunc poll_before;
static gint64 began, woke, woke_worked;

static gint64
worked (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static gint
poll_and_log (GPollFD *fds, guint n_fds, gint timeout)
{
  gint64 now = g_get_monotonic_time ();
  gint found;

  if (woke != 0)
    fprintf (file, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", woke - began, now - woke,
             worked () - woke_worked);
  if (timeout != 0)
    fflush (file); // nothing is waiting: this costs nobody a frame
  found = poll_before (fds, n_fds, timeout);
  woke = g_get_monotonic_time ();
  woke_worked = worked ();
  return found;
}

/**
 * ceci_frame_log_start:
 *
 * On the GTK thread, before the main loop runs. `CECI_FRAME_LOG=file` replaces that file.
 */
void
ceci_frame_log_start (void)
{
  const char *path = g_getenv ("CECI_FRAME_LOG");

  if (path == NULL || file != NULL)
    return;
  file = fopen (path, "we");
  if (file == NULL) {
    g_warning ("The frame log %s could not be written.", path);
    return;
  }
  began = g_get_monotonic_time ();
  poll_before = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, poll_and_log);
}
