// SPDX-License-Identifier: GPL-3.0-or-later
// Agreement between jurors: Krippendorff's alpha and the intraclass correlations of Shrout and Fleiss. Pure functions.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum { CECI_ALPHA_NOMINAL, CECI_ALPHA_ORDINAL, CECI_ALPHA_INTERVAL, CECI_ALPHA_RATIO } CeciAlphaMetric;

// values: observers × units, NaN where an observer gave none. NaN when no unit has two values or all values are equal.
double   ceci_statistics_alpha (const double *values, guint observers, guint units, CeciAlphaMetric metric);

typedef struct {
  double icc_1_1, icc_2_1, icc_2_k, icc_3_1, icc_3_k;
} CeciIcc;
// scores: targets × judges, complete. FALSE (and NaN) below two targets or two judges, or without any variance.
gboolean ceci_statistics_icc   (const double *scores, guint targets, guint judges, CeciIcc *icc);

G_END_DECLS
