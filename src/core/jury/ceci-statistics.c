// SPDX-License-Identifier: GPL-3.0-or-later
// Agreement between jurors. Alpha: Hayes and Krippendorff, «Answering the call for a standard reliability measure for
// coding data», Communication Methods and Measures 1 (2007). ICC: Shrout and Fleiss, «Intraclass correlations»,
// Psychological Bulletin 86 (1979).

#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "ceci-statistics.h"

static int
compare_doubles (const void *a, const void *b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other ? 1 : 0;
}

// The distinct values, ascending; their number is returned.
static guint
distinct_values (const double *values, gsize n, double *distinct)
{
  guint count = 0, kept = 0;

  for (gsize i = 0; i < n; i++)
    if (!isnan (values[i]))
      distinct[count++] = values[i];
  qsort (distinct, count, sizeof *distinct, compare_doubles);
  for (guint i = 0; i < count; i++)
    if (kept == 0 || distinct[i] != distinct[kept - 1])
      distinct[kept++] = distinct[i];
  return kept;
}

static guint
index_of (const double *distinct, guint n, double value)
{
  guint low = 0, high = n;

  while (low + 1 < high) {
    guint middle = (low + high) / 2;

    if (distinct[middle] <= value)
      low = middle;
    else
      high = middle;
  }
  return low;
}

// Each ordered pair of values of one unit counts 1/(m − 1), m being the values the unit has; a unit with one value says
// nothing.
static void
count_coincidences (const double *values, guint observers, guint units, const double *distinct, guint n, double *matrix)
{
  for (guint unit = 0; unit < units; unit++) {
    guint present = 0;

    for (guint observer = 0; observer < observers; observer++)
      present += isnan (values[observer * units + unit]) ? 0 : 1;
    if (present < 2)
      continue;
    for (guint one = 0; one < observers; one++) {
      for (guint other = 0; other < observers; other++) {
        double a = values[one * units + unit], b = values[other * units + unit];

        if (one == other || isnan (a) || isnan (b))
          continue;
        matrix[index_of (distinct, n, a) * n + index_of (distinct, n, b)] += 1.0 / (present - 1);
      }
    }
  }
}

static double
squared_difference (CeciAlphaMetric metric, const double *distinct, const double *totals, guint a, guint b)
{
  double difference = distinct[a] - distinct[b];

  switch (metric) {
  case CECI_ALPHA_INTERVAL:
    return difference * difference;
  case CECI_ALPHA_RATIO:
    return difference == 0 ? 0 : difference * difference / ((distinct[a] + distinct[b]) * (distinct[a] + distinct[b]));
  case CECI_ALPHA_ORDINAL: {
    double between = -(totals[a] + totals[b]) / 2;

    for (guint g = MIN (a, b); g <= MAX (a, b); g++)
      between += totals[g];
    return a == b ? 0 : between * between;
  }
  case CECI_ALPHA_NOMINAL:
  default:
    return a == b ? 0 : 1;
  }
}

/**
 * ceci_statistics_alpha:
 * @values: (array): observers × units; NaN where a value is missing
 * @observers: how many gave values
 * @units: how many were judged
 * @metric: what a difference between two values weighs
 *
 * Returns: α = 1 − D_o / D_e from the coincidence matrix; NaN when it is not defined
 */
double
ceci_statistics_alpha (const double *values, guint observers, guint units, CeciAlphaMetric metric)
{
  gsize n_values = (gsize) observers * units;
  g_autofree double *distinct = g_new0 (double, n_values + 1);
  guint n = distinct_values (values, n_values, distinct);
  g_autofree double *matrix = g_new0 (double, (gsize) n *n + 1);
  g_autofree double *totals = g_new0 (double, n + 1);
  double observed = 0, expected = 0, pairable = 0;

  count_coincidences (values, observers, units, distinct, n, matrix);
  for (guint a = 0; a < n; a++)
    for (guint b = 0; b < n; b++) {
      totals[a] += matrix[a * n + b];
      pairable += matrix[a * n + b];
    }
  for (guint a = 0; a < n; a++)
    for (guint b = 0; b < n; b++) {
      double weight = squared_difference (metric, distinct, totals, a, b);

      observed += matrix[a * n + b] * weight;
      expected += totals[a] * totals[b] * weight;
    }
  if (pairable < 2 || expected <= 0)
    return NAN;
  return 1 - (pairable - 1) * observed / expected;
}

typedef struct {
  double between, within, judges, error; // mean squares
} MeanSquares;

static MeanSquares
analyse_variance (const double *scores, guint n, guint k)
{
  double grand = 0, total = 0, rows = 0, columns = 0;

  for (gsize i = 0; i < (gsize) n * k; i++)
    grand += scores[i];
  grand /= (double) n * k;
  for (gsize i = 0; i < (gsize) n * k; i++)
    total += (scores[i] - grand) * (scores[i] - grand);
  for (guint row = 0; row < n; row++) {
    double mean = 0;

    for (guint column = 0; column < k; column++)
      mean += scores[row * k + column] / k;
    rows += k * (mean - grand) * (mean - grand);
  }
  for (guint column = 0; column < k; column++) {
    double mean = 0;

    for (guint row = 0; row < n; row++)
      mean += scores[row * k + column] / n;
    columns += n * (mean - grand) * (mean - grand);
  }
  return (MeanSquares) {
      .between = rows / (n - 1),
      .within = (total - rows) / ((double) n * (k - 1)),
      .judges = columns / (k - 1),
      .error = (total - rows - columns) / ((double) (n - 1) * (k - 1)),
  };
}

/**
 * ceci_statistics_icc:
 * @scores: (array): targets × judges, without holes
 * @targets: how many were judged
 * @judges: how many judged each
 * @icc: (out caller-allocates): the correlations, in Shrout and Fleiss's names
 *
 * Returns: whether they are defined
 */
gboolean
ceci_statistics_icc (const double *scores, guint targets, guint judges, CeciIcc *icc)
{
  MeanSquares ms;
  double n = targets, k = judges;

  *icc = (CeciIcc) {NAN, NAN, NAN, NAN, NAN};
  if (targets < 2 || judges < 2)
    return FALSE;
  ms = analyse_variance (scores, targets, judges);
  if (ms.between <= 0)
    return FALSE;
  icc->icc_1_1 = (ms.between - ms.within) / (ms.between + (k - 1) * ms.within);
  icc->icc_2_1 = (ms.between - ms.error) / (ms.between + (k - 1) * ms.error + k * (ms.judges - ms.error) / n);
  icc->icc_2_k = (ms.between - ms.error) / (ms.between + (ms.judges - ms.error) / n);
  icc->icc_3_1 = (ms.between - ms.error) / (ms.between + (k - 1) * ms.error);
  icc->icc_3_k = (ms.between - ms.error) / ms.between;
  return TRUE;
}
