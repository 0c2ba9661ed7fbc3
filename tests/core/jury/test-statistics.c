// SPDX-License-Identifier: GPL-3.0-or-later
// The published examples: Krippendorff's four observers and twelve units, Shrout and Fleiss's six targets and four
// judges.

#include <math.h>

#include "core/jury/ceci-statistics.h"

#define NO NAN

static const double observations[4 * 12] = {
    1,  2, 3, 3, 2, 1, 4, 1, 2, NO, NO, NO, //
    1,  2, 3, 3, 2, 2, 4, 1, 2, 5,  NO, 3,  //
    NO, 3, 3, 3, 2, 3, 4, 2, 2, 5,  1,  NO, //
    1,  2, 3, 3, 2, 4, 4, 1, 2, 5,  1,  NO,
};

static const double ratings[6 * 4] = {9, 2, 5, 8, 6, 1, 3, 2, 8, 4, 6, 8, 7, 1, 2, 6, 10, 5, 6, 9, 6, 2, 4, 7};

static void
test_alpha (void)
{
  g_assert_cmpfloat_with_epsilon (ceci_statistics_alpha (observations, 4, 12, CECI_ALPHA_NOMINAL), .743, .0005);
  g_assert_cmpfloat_with_epsilon (ceci_statistics_alpha (observations, 4, 12, CECI_ALPHA_ORDINAL), .815, .0005);
  g_assert_cmpfloat_with_epsilon (ceci_statistics_alpha (observations, 4, 12, CECI_ALPHA_INTERVAL), .849, .0005);
  g_assert_cmpfloat_with_epsilon (ceci_statistics_alpha (observations, 4, 12, CECI_ALPHA_RATIO), .797, .0005);
}

static void
test_alpha_undefined (void)
{
  const double alone[] = {1, NO, NO, 2}, equal[] = {3, 3, 3, 3};

  g_assert_true (isnan (ceci_statistics_alpha (alone, 2, 2, CECI_ALPHA_INTERVAL)));
  g_assert_true (isnan (ceci_statistics_alpha (equal, 2, 2, CECI_ALPHA_INTERVAL)));
  g_assert_true (isnan (ceci_statistics_alpha (NULL, 0, 0, CECI_ALPHA_INTERVAL)));
}

static void
test_icc (void)
{
  CeciIcc icc;

  g_assert_true (ceci_statistics_icc (ratings, 6, 4, &icc));
  g_assert_cmpfloat_with_epsilon (icc.icc_2_1, .290, .0005);
  g_assert_cmpfloat_with_epsilon (icc.icc_2_k, .620, .0005);
  g_assert_cmpfloat_with_epsilon (icc.icc_3_1, .715, .0005);
  g_assert_false (ceci_statistics_icc (ratings, 1, 4, &icc));
  g_assert_true (isnan (icc.icc_2_1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statistics/alpha", test_alpha);
  g_test_add_func ("/statistics/alpha-undefined", test_alpha_undefined);
  g_test_add_func ("/statistics/icc", test_icc);
  return g_test_run ();
}
