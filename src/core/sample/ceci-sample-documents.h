// SPDX-License-Identifier: GPL-3.0-or-later
// The documents of the sample's portfolios. Each function draws one PDF; the same story, date and random numbers give
// the same bytes.
#pragma once

#include "ceci-sample-story.h"
#include "core/model/ceci-follow-up-rating.h"

G_BEGIN_DECLS

typedef GBytes *(*CeciSampleDraw) (const CeciSampleStory *story, const char *dated_on, GRand *random, GError **error);

#define CECI_SAMPLE_RATINGS CECI_FOLLOW_UP_ITEMS
typedef struct {
  int levels[CECI_SAMPLE_RATINGS]; // 1–4, 0 not observed
  const char *overall;             // favourable, reserved, unfavourable
  const char *signatories, *strengths, *advice;
} CeciSampleGrid;


GBytes *ceci_sample_draw_minutes (const CeciSampleStory *story, const char *dated_on, GRand *random, GError **error);
GBytes *ceci_sample_draw_schedule (const CeciSampleStory *story, const char *dated_on, GRand *random, GError **error);
GBytes *ceci_sample_draw_communication (const CeciSampleStory *story, const char *dated_on, GRand *random,
                                        GError **error);
GBytes *ceci_sample_draw_accounts (const CeciSampleStory *story, const char *dated_on, GRand *random, GError **error);
GBytes *ceci_sample_draw_interview (const CeciSampleStory *story, const char *dated_on, GRand *random, GError **error);
GBytes *ceci_sample_draw_tools (const CeciSampleStory *story, const char *dated_on, GRand *random, GError **error);
GBytes *ceci_sample_draw_reflection (const CeciSampleStory *story, const char *dated_on, GRand *random, GError **error);
GBytes *ceci_sample_draw_grid (const CeciSampleStory *story, const char *dated_on, const CeciSampleGrid *grid,
                               GError **error);

G_END_DECLS
