// SPDX-License-Identifier: GPL-3.0-or-later
// One student's placement as the sample's documents tell it, and the words to tell it with.
#pragma once

#include "ceci-sample-theme.h"
#include "core/paperwork/ceci-paper.h"

G_BEGIN_DECLS

#define CECI_SAMPLE_COLLEAGUES 5

// Strings are borrowed for as long as documents are drawn.
typedef struct {
  const CeciSampleTheme *theme;
  const char *language; // what the student writes in: fr, en
  const char *student, *first_name, *organisation, *supervisor;
  const char *colleagues[CECI_SAMPLE_COLLEAGUES]; // whole names
  const char *starts_on, *ends_on;
  gint64 minutes;
  guint32 accent;
  const char *family; // NULL: the paper's own
  guint *n_pages;     // where the count of the last document drawn goes, or NULL
} CeciSampleStory;

char *ceci_sample_story_fill (const CeciSampleStory *self, const char *language,
                              const char *pattern) G_GNUC_WARN_UNUSED_RESULT;
CeciPaper *ceci_sample_story_paper (const CeciSampleStory *self, const char *title, const char *language,
                                    const char *date) G_GNUC_WARN_UNUSED_RESULT;
void ceci_sample_story_add (const CeciSampleStory *self, CeciPaper *paper, CeciPaperStyle style, const char *pattern);
GBytes *ceci_sample_story_finish (const CeciSampleStory *self, CeciPaper *paper,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_sample_date_between (const char *from, const char *to, double share) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_sample_euros (int euros) G_GNUC_WARN_UNUSED_RESULT;
const char *ceci_sample_first_name (const char *name, char *buffer, gsize size);

G_END_DECLS
