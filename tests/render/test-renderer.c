// SPDX-License-Identifier: GPL-3.0-or-later
// Pages, text and searches through the real ceci-render, and what happens when it is killed.
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "render/client/ceci-renderer.h"
#include "sample-document.h"
#include "waiting.h"

static CeciPixels *
draw (CeciRenderer *renderer, guint page, guint width, guint height, guint rotation, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ceci_renderer_page_async (renderer, page, width, height, rotation, NULL, waiting_take, &result);
  return ceci_renderer_page_finish (renderer, waiting_for (&result), error);
}

static void
assert_colour (const CeciPixels *pixels, guint page)
{
  const guint32 *data = g_bytes_get_data (pixels->bytes, NULL);
  guint32 pixel = data[(gsize) (pixels->height / 2) * (pixels->stride / 4) + pixels->width / 2];
  guint8 rgb[3];

  sample_page_colour (page, rgb);
  g_assert_cmpint (ABS ((int) (pixel >> 16 & 0xff) - rgb[0]), <=, 1);
  g_assert_cmpint (ABS ((int) (pixel >> 8 & 0xff) - rgb[1]), <=, 1);
  g_assert_cmpint (ABS ((int) (pixel & 0xff) - rgb[2]), <=, 1);
}

static void
test_pages (void)
{
  g_autoptr (GBytes) document = sample_document (5);
  g_autoptr (CeciRenderer) renderer = ceci_renderer_new (document);

  for (guint page = 0; page < 5; page++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (CeciPixels) pixels = draw (renderer, page, 595, 842, page * 90 % 360, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (pixels->width, ==, 595);
    g_assert_cmpuint (pixels->height, ==, 842);
    assert_colour (pixels, page);
  }
  g_assert_cmpuint (ceci_renderer_get_restarts (renderer), ==, 0);
}

// Dark pixels of the page's only line stand near the top left; turned, they stand elsewhere.
static void
find_ink (const CeciPixels *pixels, double *x, double *y)
{
  const guint8 *data = g_bytes_get_data (pixels->bytes, NULL);
  double n = 0;

  *x = *y = 0;
  for (guint row = 0; row < pixels->height; row++)
    for (guint column = 0; column < pixels->width; column++) {
      const guint8 *pixel = data + (gsize) row * pixels->stride + column * 4;
      if (pixel[0] < 30 && pixel[1] < 30 && pixel[2] < 30) {
        *x += column;
        *y += row;
        n++;
      }
    }
  g_assert_cmpfloat (n, >, 20);
  *x /= n * pixels->width;
  *y /= n * pixels->height;
}

static void
test_rotation (void)
{
  g_autoptr (GBytes) document = sample_document (1);
  g_autoptr (CeciRenderer) renderer = ceci_renderer_new (document);
  g_autoptr (CeciPixels) upright = draw (renderer, 0, 595, 842, 0, NULL);
  double x0, y0, x, y;

  find_ink (upright, &x0, &y0);
  g_assert_cmpfloat (y0, <, 0.2);
  for (guint rotation = 90; rotation < 360; rotation += 90) {
    g_autoptr (CeciPixels) turned =
        draw (renderer, 0, rotation == 180 ? 595 : 842, rotation == 180 ? 842 : 595, rotation, NULL);
    find_ink (turned, &x, &y);
    if (rotation == 90)
      g_assert_true (ABS (x - (1 - y0)) < 0.02 && ABS (y - x0) < 0.02);
    else if (rotation == 180)
      g_assert_true (ABS (x - (1 - x0)) < 0.02 && ABS (y - (1 - y0)) < 0.02);
    else
      g_assert_true (ABS (x - y0) < 0.02 && ABS (y - (1 - x0)) < 0.02);
  }
}

static void
test_sizes_text_search (void)
{
  g_autoptr (GBytes) document = sample_document (3);
  g_autoptr (CeciRenderer) renderer = ceci_renderer_new (document);
  g_autoptr (GAsyncResult) sized = NULL;
  g_autoptr (GAsyncResult) read = NULL;
  g_autoptr (GAsyncResult) found = NULL;
  g_autoptr (GArray) sizes = NULL;
  g_autoptr (GArray) regions = NULL;
  g_autofree char *text = NULL;
  CeciPageRegion region;

  ceci_renderer_sizes_async (renderer, 0, 3, NULL, waiting_take, &sized);
  ceci_renderer_text_async (renderer, 1, NULL, waiting_take, &read);
  ceci_renderer_search_async (renderer, 1, "ETE", NULL, waiting_take, &found);
  sizes = ceci_renderer_sizes_finish (renderer, waiting_for (&sized), NULL);
  text = ceci_renderer_text_finish (renderer, waiting_for (&read), NULL);
  regions = ceci_renderer_search_finish (renderer, waiting_for (&found), NULL);
  g_assert_cmpuint (sizes->len, ==, 3);
  g_assert_cmpfloat (g_array_index (sizes, CeciPageSize, 2).width, ==, 595);
  g_assert_cmpstr (text, ==, "Page 2, été de l’engagement");
  g_assert_cmpuint (regions->len, ==, 1); // whatever its case and accents
  region = g_array_index (regions, CeciPageRegion, 0);
  g_assert_true (region.x > 0.1 && region.x < 0.4 && region.y > 0.05 && region.y < 0.15 && region.width < 0.2 &&
                 region.height < 0.1);
}

static void
test_impossible_requests (void)
{
  g_autoptr (GBytes) document = sample_document (2);
  g_autoptr (CeciRenderer) renderer = ceci_renderer_new (document);
  g_autoptr (GError) error = NULL;

  g_assert_null (draw (renderer, 2, 100, 100, 0, &error));
  g_assert_error (error, CECI_RENDER_ERROR, CECI_RENDER_ERROR_PAGE);
  g_clear_error (&error);
  g_assert_null (draw (renderer, 0, 0, 100, 0, &error));
  g_assert_error (error, CECI_RENDER_ERROR, CECI_RENDER_ERROR_PAGE);
  g_clear_error (&error);
  g_assert_null (draw (renderer, 0, 100, 100, 45, &error));
  g_assert_error (error, CECI_RENDER_ERROR, CECI_RENDER_ERROR_PAGE);
  g_clear_error (&error);
  g_assert_null (draw (renderer, 0, 9000, 9000, 0, &error));
  g_assert_error (error, CECI_RENDER_ERROR, CECI_RENDER_ERROR_TOO_LARGE);
  g_assert_cmpuint (ceci_renderer_get_restarts (renderer), ==, 0);
}

// Sizes to ask for stay within what one request may have, whatever the page and the zoom.
static void
test_pixel_sizes (void)
{
  const CeciPageSize pages[] = {{595, 842}, {1, 1}, {14400, 14400}, {1e6, 1}, {1, 1e6}, {1e6, 1e6}, {0, 0}};
  const double scales[] = {1e-6, 0.1, 1, 13.3, 1e6};

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    for (guint j = 0; j < G_N_ELEMENTS (scales); j++)
      for (guint rotation = 0; rotation < 360; rotation += 90) {
        guint width, height;
        ceci_page_size_in_pixels (&pages[i], scales[j], rotation, &width, &height);
        g_assert_true (width >= 1 && height >= 1 && width <= 32767 && height <= 32767 &&
                       (guint64) width * height <= 8388608);
      }
}

static guint order_of_page[8];
static guint n_arrived;

static void
note_arrival (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CeciPixels) pixels = ceci_renderer_page_finish (CECI_RENDERER (source), result, NULL);
  order_of_page[GPOINTER_TO_UINT (user_data)] = pixels != NULL ? ++n_arrived : 0;
  if (pixels == NULL)
    n_arrived++;
}

// What was asked last is what is in sight now; what was left meanwhile is not drawn at all.
static void
test_newest_first (void)
{
  g_autoptr (GBytes) document = sample_document (8);
  g_autoptr (CeciRenderer) renderer = ceci_renderer_new (document);
  g_autoptr (GCancellable) left = g_cancellable_new ();

  n_arrived = 0;
  for (guint page = 0; page < 8; page++)
    ceci_renderer_page_async (renderer, page, 60, 80, 0, page == 5 ? left : NULL, note_arrival,
                              GUINT_TO_POINTER (page));
  g_cancellable_cancel (left);
  while (n_arrived < 8)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (order_of_page[5], ==, 0);
  g_assert_cmpuint (order_of_page[7], <, order_of_page[6]);
  g_assert_cmpuint (order_of_page[6], <, order_of_page[1]);
  g_assert_cmpuint (order_of_page[1], <, order_of_page[0]);
}

// The processes this one has started; there is one.
static pid_t
child (void)
{
  g_autofree char *children = NULL;
  g_autofree char *path = g_strdup_printf ("/proc/self/task/%d/children", getpid ());

  g_assert_true (g_file_get_contents (path, &children, NULL, NULL));
  return (pid_t) atoi (children);
}

static void
test_killed (void)
{
  g_autoptr (GBytes) document = sample_document (3);
  g_autoptr (CeciRenderer) renderer = ceci_renderer_new (document);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CeciPixels) first = draw (renderer, 0, 60, 80, 0, NULL);
  g_autoptr (CeciPixels) second = NULL;
  g_autoptr (CeciPixels) third = NULL;
  g_autoptr (GError) error = NULL;

  kill (child (), SIGKILL); // between two pages: nobody notices
  while (ceci_renderer_get_restarts (renderer) == 0)
    g_main_context_iteration (NULL, TRUE);
  second = draw (renderer, 1, 60, 80, 0, &error);
  g_assert_no_error (error);
  assert_colour (second, 1);

  kill (child (), SIGSTOP); // while it draws: that page fails, and says so
  ceci_renderer_page_async (renderer, 2, 60, 80, 0, NULL, waiting_take, &result);
  kill (child (), SIGKILL);
  third = ceci_renderer_page_finish (renderer, waiting_for (&result), &error);
  g_assert_null (third);
  g_assert_error (error, CECI_RENDER_ERROR, CECI_RENDER_ERROR_DIED);
  third = draw (renderer, 2, 60, 80, 0, NULL);
  assert_colour (third, 2);
  assert_colour (first, 0); // the shared memory outlives the process that made it
}

static void
test_stalled (void)
{
  g_autoptr (GBytes) document = sample_document (2);
  g_autoptr (CeciRenderer) renderer = ceci_renderer_new (document);
  g_autoptr (CeciPixels) first = draw (renderer, 0, 60, 80, 0, NULL);
  g_autoptr (CeciPixels) second = NULL;
  g_autoptr (GError) error = NULL;

  ceci_renderer_set_deadline (renderer, 100);
  kill (child (), SIGSTOP);
  g_assert_null (draw (renderer, 1, 60, 80, 0, &error));
  g_assert_error (error, CECI_RENDER_ERROR, CECI_RENDER_ERROR_STALLED);
  ceci_renderer_set_deadline (renderer, 20000);
  second = draw (renderer, 1, 60, 80, 0, NULL);
  assert_colour (second, 1);
}

// However it ends, no process is left behind and no descriptor.
static void
test_nothing_left (void)
{
  g_autoptr (GBytes) document = sample_document (1);
  g_autoptr (GDir) before = g_dir_open ("/proc/self/fd", 0, NULL);
  guint n_before = 0, n_after = 0;

  while (g_dir_read_name (before) != NULL)
    n_before++;
  for (guint i = 0; i < 5; i++) {
    g_autoptr (CeciRenderer) renderer = ceci_renderer_new (document);
    g_autoptr (CeciPixels) pixels = draw (renderer, 0, 60, 80, 0, NULL);
    assert_colour (pixels, 0);
  }
  while (child () != 0)
    g_main_context_iteration (NULL, FALSE);
  g_clear_pointer (&before, g_dir_close);
  before = g_dir_open ("/proc/self/fd", 0, NULL);
  while (g_dir_read_name (before) != NULL)
    n_after++;
  g_assert_cmpuint (n_after, <=, n_before + 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/renderer/pages", test_pages);
  g_test_add_func ("/renderer/rotation", test_rotation);
  g_test_add_func ("/renderer/sizes-text-search", test_sizes_text_search);
  g_test_add_func ("/renderer/impossible-requests", test_impossible_requests);
  g_test_add_func ("/renderer/pixel-sizes", test_pixel_sizes);
  g_test_add_func ("/renderer/newest-first", test_newest_first);
  g_test_add_func ("/renderer/killed", test_killed);
  g_test_add_func ("/renderer/stalled", test_stalled);
  g_test_add_func ("/renderer/nothing-left", test_nothing_left);
  return g_test_run ();
}
