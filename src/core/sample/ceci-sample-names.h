// SPDX-License-Identifier: GPL-3.0-or-later
// Names as they are heard in Brussels. Data and drawing from it only.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  const char *first_name;
  const char *gender; // female, male, other
  char *family_name;
} CeciSampleName;

void ceci_sample_name_draw (CeciSampleName *self, GRand *random);
char *ceci_sample_name_draw_whole (GRand *random) G_GNUC_WARN_UNUSED_RESULT;
char *ceci_sample_name_to_address (const char *first_name,
                                   const char *family_name) G_GNUC_WARN_UNUSED_RESULT; // elodie.van.den.broeck

G_END_DECLS
