// SPDX-License-Identifier: GPL-3.0-or-later
// What the sample's students do in their placements: ten projects with their vocabulary. Data only.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CECI_SAMPLE_TASKS 9
#define CECI_SAMPLE_TOPICS 6
#define CECI_SAMPLE_AUDIENCES 3
#define CECI_SAMPLE_INCOME 3
#define CECI_SAMPLE_EXPENSES 6

typedef struct {
  const char *label;
  int euros;
} CeciSampleAmount;

typedef struct {
  const char *title, *title_en;
  const char *event, *event_en; // with its article, feminine in French, so that «de» and «à» can stand before it
  const char *aim, *aim_en;     // a verb without subject; in French it begins with a consonant
  const char *function, *function_en;
  const char *mission;                  // a sentence of an application
  const char *tasks[CECI_SAMPLE_TASKS]; // from the first to the last week
  struct {
    const char *title, *said, *decided;
  } topics[CECI_SAMPLE_TOPICS];
  const char *audiences[CECI_SAMPLE_AUDIENCES];
  const char *slogan;
  CeciSampleAmount income[CECI_SAMPLE_INCOME], expenses[CECI_SAMPLE_EXPENSES];
  const char *lesson, *lesson_en; // follows «j’ai compris que» / “I understood that”
  const char *limit, *limit_en;   // follows «ce qui n’a pas marché :»
} CeciSampleTheme;

guint ceci_sample_n_themes (void);
const CeciSampleTheme *ceci_sample_get_theme (guint index);

G_END_DECLS
