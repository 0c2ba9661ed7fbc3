// SPDX-License-Identifier: GPL-3.0-or-later
// The sample register: six intakes in every phase, the same for the same seed, to try the application with.
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct {
  guint64 seed;
  guint cohorts;      // 6: two closed, two running, one in selection, one open
  guint students;     // enrolled, all cohorts together; above 2,000 each has a shorter history
  gboolean documents; // draw the portfolios' PDFs
  const char *today;  // YYYY-MM-DD: nothing in the register is later
} CeciSampleOptions;

#define CECI_SAMPLE_OPTIONS_INIT {.seed = 1, .cohorts = 6, .students = 150, .documents = TRUE, .today = "2026-11-23"}

// What is being done, translated, and how much of all steps is done, from 0 to 1. Called on the calling thread.
typedef void (*CeciSampleProgress) (const char *step, double fraction, gpointer user_data);

gboolean ceci_sample_create (GFile *file, const CeciSampleOptions *options, CeciSampleProgress progress,
                             gpointer user_data, GCancellable *cancellable, GError **error);
void ceci_sample_create_async (GFile *file, const CeciSampleOptions *options, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
gboolean ceci_sample_create_finish (GAsyncResult *result, GError **error);

G_END_DECLS
