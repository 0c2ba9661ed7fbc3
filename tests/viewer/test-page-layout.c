// SPDX-License-Identifier: GPL-3.0-or-later
// Where pages stand, without any screen.
#include <glib.h>

#include "viewer/ceci-page-layout.h"

static void
set_size (CeciPageLayout *layout, guint page, double width, double height)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (CeciPageSize));
  CeciPageSize size = {width, height};

  g_array_append_val (sizes, size);
  ceci_page_layout_set_sizes (layout, page, sizes);
}

static void
test_column (void)
{
  g_autoptr (CeciPageLayout) layout = ceci_page_layout_new (3);
  CeciPageBox second;

  set_size (layout, 0, 72, 144);
  set_size (layout, 1, 72, 72);
  set_size (layout, 2, 144, 72);
  second = ceci_page_layout_box (layout, 1, 0);
  g_assert_cmpfloat (second.y, ==, CECI_PAGE_MARGIN + 192 + CECI_PAGE_SPACING);
  g_assert_cmpfloat (second.width, ==, 96);
  g_assert_cmpfloat (second.x, ==, CECI_PAGE_MARGIN + 48); // in the middle of the wider one
  g_assert_cmpfloat (ceci_page_layout_width (layout), ==, 192 + 2 * CECI_PAGE_MARGIN);
  g_assert_cmpfloat (ceci_page_layout_height (layout), ==,
                     192 + 96 + 96 + 2 * CECI_PAGE_SPACING + 2 * CECI_PAGE_MARGIN);
}

// The first known size is the guess for all the pages not asked for yet.
static void
test_guess (void)
{
  g_autoptr (CeciPageLayout) layout = ceci_page_layout_new (1000);

  set_size (layout, 0, 100, 50);
  g_assert_cmpfloat (ceci_page_layout_size (layout, 999)->height, ==, 50);
  set_size (layout, 999, 0, 0);
  g_assert_cmpfloat (ceci_page_layout_size (layout, 999)->height, >, 800); // A4
}

static void
test_page_at (void)
{
  g_autoptr (CeciPageLayout) layout = ceci_page_layout_new (500);

  for (double zoom = 0.1; zoom <= 10; zoom *= 3) {
    ceci_page_layout_set_zoom (layout, zoom);
    for (guint page = 0; page < 500; page += 7) {
      CeciPageBox box = ceci_page_layout_box (layout, page, 800);
      g_assert_cmpuint (ceci_page_layout_page_at (layout, box.y), ==, page);
      g_assert_cmpuint (ceci_page_layout_page_at (layout, box.y + box.height + CECI_PAGE_SPACING / 2), ==, page);
    }
  }
  g_assert_cmpuint (ceci_page_layout_page_at (layout, -100), ==, 0);
  g_assert_cmpuint (ceci_page_layout_page_at (layout, 1e12), ==, 499);
}

static void
test_fit (void)
{
  g_autoptr (CeciPageLayout) layout = ceci_page_layout_new (2);

  ceci_page_layout_set_zoom (layout, ceci_page_layout_fit_width (layout, 824));
  g_assert_cmpfloat_with_epsilon (ceci_page_layout_width (layout), 824, 1);
  ceci_page_layout_set_zoom (layout, ceci_page_layout_fit_page (layout, 0, 5000, 624));
  g_assert_cmpfloat_with_epsilon (ceci_page_layout_box (layout, 0, 0).height, 600, 1);
  g_assert_cmpfloat (ceci_page_layout_fit_width (layout, 1), ==, CECI_ZOOM_MIN);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-layout/column", test_column);
  g_test_add_func ("/page-layout/guess", test_guess);
  g_test_add_func ("/page-layout/page-at", test_page_at);
  g_test_add_func ("/page-layout/fit", test_fit);
  return g_test_run ();
}
