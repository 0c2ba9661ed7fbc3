// SPDX-License-Identifier: GPL-3.0-or-later
// What could not be drawn at one size is asked again at another, and not before.
#include "render/sample-document.h"
#include "viewer/ceci-page-cache.h"

static void
on_changed (CeciPageCache *cache, guint page, guint *n)
{
  (*n)++;
}

static void
wait_for_changes (const guint *n, guint expected)
{
  while (*n < expected)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_failure_is_forgotten_at_another_size (void)
{
  g_autoptr (GBytes) document = sample_document (1);
  g_autoptr (CeciRenderer) renderer = ceci_renderer_new (document);
  g_autoptr (CeciPageCache) cache = ceci_page_cache_new (renderer, 1 << 20);
  guint n = 0;

  g_signal_connect (cache, "changed", G_CALLBACK (on_changed), &n);
  ceci_page_cache_want (cache, 0, 40000, 40000); // more than one request may ask for
  wait_for_changes (&n, 1);
  g_assert_nonnull (ceci_page_cache_failure (cache, 0));

  ceci_page_cache_want (cache, 0, 40000, 40000);
  g_assert_nonnull (ceci_page_cache_failure (cache, 0));
  ceci_page_cache_want (cache, 0, 40, 50);
  wait_for_changes (&n, 2);
  g_assert_null (ceci_page_cache_failure (cache, 0));
  g_assert_nonnull (ceci_page_cache_texture (cache, 0));
  g_assert_cmpuint (ceci_page_cache_count_drawn (cache), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-cache/failure-is-forgotten-at-another-size", test_failure_is_forgotten_at_another_size);
  return g_test_run ();
}
