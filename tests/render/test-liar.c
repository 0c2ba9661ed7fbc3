// SPDX-License-Identifier: GPL-3.0-or-later
// A renderer that was taken over may answer anything: none of it harms who asked, and nobody waits for ever.
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "render/client/ceci-renderer.h"
#include "waiting.h"

#define DEADLINE_MS 2000 // an honest answer takes a few, a hundred times more on a busy machine

static char *directory;

static CeciRenderer *
start (const char *lie)
{
  g_autofree char *path = g_build_filename (directory, lie, NULL);
  g_autoptr (GBytes) document = g_bytes_new_static ("%PDF-", 5);
  CeciRenderer *renderer;

  g_unlink (path);
  g_assert_no_errno (symlink (g_getenv ("CECI_FAKE_RENDER"), path));
  g_setenv ("CECI_RENDER", path, TRUE);
  renderer = ceci_renderer_new (document);
  ceci_renderer_set_deadline (renderer, DEADLINE_MS);
  return renderer;
}

static CeciPixels *
draw (CeciRenderer *renderer, guint page, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ceci_renderer_page_async (renderer, page, 40, 50, 0, NULL, waiting_take, &result);
  return ceci_renderer_page_finish (renderer, waiting_for (&result), error);
}

static CeciInspection *
open_it (CeciRenderer *renderer, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ceci_renderer_open_async (renderer, NULL, waiting_take, &result);
  return ceci_renderer_open_finish (renderer, waiting_for (&result), error);
}

// Where something of the isolation is missing the document is not handed over, unless the caller says so.
static void
test_not_isolated (void)
{
  g_autoptr (CeciRenderer) renderer = start ("hello-bare");
  g_autoptr (CeciRenderer) trusting = start ("hello-bare");
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciInspection) inspection = open_it (renderer, &error);
  g_autoptr (CeciPixels) none = NULL;
  g_autoptr (CeciPixels) pixels = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (inspection->health, ==, CECI_DOCUMENT_HEALTH_UNKNOWN);
  g_assert_cmpuint (inspection->n_pages, ==, 0);
  g_assert_true (inspection->withheld);
  g_assert_nonnull (inspection->detail);
  g_assert_false (ceci_inspection_is_isolated (inspection));
  none = draw (renderer, 0, &error);
  g_assert_error (error, CECI_RENDER_ERROR, CECI_RENDER_ERROR_DOCUMENT);
  g_clear_error (&error);

  ceci_renderer_set_trusting (trusting, TRUE);
  pixels = draw (trusting, 0, &error);
  g_assert_no_error (error);
  g_assert_false (ceci_inspection_is_isolated (ceci_renderer_get_inspection (trusting)));
}

// The same program, telling no lie: what follows tests the lies and not the liar.
static void
test_honest (void)
{
  g_autoptr (CeciRenderer) renderer = start ("honest");
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciPixels) pixels = draw (renderer, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (pixels->width, ==, 40);
  g_assert_cmpuint (ceci_renderer_get_restarts (renderer), ==, 0);
}

static void
test_hello (void)
{
  static const char *const lies[] = {"hello-never", "hello-dies", "hello-magic", "hello-version"};

  for (guint i = 0; i < G_N_ELEMENTS (lies); i++) {
    g_autoptr (CeciRenderer) renderer = start (lies[i]);
    g_autoptr (GError) error = NULL;
    g_assert_null (open_it (renderer, &error));
    g_assert_error (error, CECI_RENDER_ERROR, CECI_RENDER_ERROR_NO_RENDERER);
  }
}

static void
test_missing (void)
{
  g_autoptr (GBytes) document = g_bytes_new_static ("%PDF-", 5);
  g_autoptr (GError) error = NULL;

  g_setenv ("CECI_RENDER", "/nowhere/ceci-render", TRUE);
  g_assert_null (ceci_document_inspect (document, NULL, &error));
  g_assert_error (error, CECI_RENDER_ERROR, CECI_RENDER_ERROR_NO_RENDERER);
}

static void
test_open (void)
{
  static const char *const lies[] = {"open-never", "open-dies", "open-status", "open-detail"};

  for (guint i = 0; i < G_N_ELEMENTS (lies); i++) {
    g_autoptr (CeciRenderer) renderer = start (lies[i]);
    g_autoptr (GError) error = NULL;
    g_autoptr (CeciInspection) inspection = open_it (renderer, &error);
    g_autoptr (CeciPixels) pixels = NULL;

    g_assert_no_error (error);
    g_assert_cmpint (inspection->health, ==, CECI_DOCUMENT_HEALTH_DAMAGED);
    g_assert_cmpuint (inspection->n_pages, ==, 0);
    g_assert_nonnull (inspection->detail);
    pixels = draw (renderer, 0, &error); // says so at once, without another process
    g_assert_null (pixels);
    g_assert_error (error, CECI_RENDER_ERROR, CECI_RENDER_ERROR_DOCUMENT);
  }
}

static void
test_open_strange (void)
{
  g_autoptr (CeciRenderer) titled = start ("open-title");
  g_autoptr (CeciInspection) title = open_it (titled, NULL);
  g_autoptr (CeciRenderer) many = NULL;
  g_autoptr (CeciInspection) pages = NULL;

  g_assert_true (g_utf8_validate (title->title, -1, NULL));
  g_assert_null (strchr (title->title, '\033'));
  many = start ("open-pages");
  pages = open_it (many, NULL);
  g_assert_cmpuint (pages->n_pages, <=, 100000);
}

static void
test_page (void)
{
  static const struct {
    const char *lie;
    CeciRenderError code;
  } lies[] = {
      {"page-never", CECI_RENDER_ERROR_STALLED},         {"page-dies", CECI_RENDER_ERROR_DIED},
      {"page-short", CECI_RENDER_ERROR_PROTOCOL},        {"page-long", CECI_RENDER_ERROR_PROTOCOL},
      {"page-file", CECI_RENDER_ERROR_PROTOCOL},         {"page-null", CECI_RENDER_ERROR_PROTOCOL},
      {"page-unsealed", CECI_RENDER_ERROR_PROTOCOL},     {"page-half-sealed", CECI_RENDER_ERROR_PROTOCOL},
      {"page-width", CECI_RENDER_ERROR_PROTOCOL},        {"page-height", CECI_RENDER_ERROR_PROTOCOL},
      {"page-stride", CECI_RENDER_ERROR_PROTOCOL},       {"page-overflow", CECI_RENDER_ERROR_PROTOCOL},
      {"page-no-memory", CECI_RENDER_ERROR_PROTOCOL},    {"page-id", CECI_RENDER_ERROR_PROTOCOL},
      {"page-kind", CECI_RENDER_ERROR_PROTOCOL},         {"page-small-packet", CECI_RENDER_ERROR_PROTOCOL},
      {"page-large-packet", CECI_RENDER_ERROR_PROTOCOL}, {"page-empty-packet", CECI_RENDER_ERROR_DIED},
  };

  for (guint i = 0; i < G_N_ELEMENTS (lies); i++) {
    g_autoptr (CeciRenderer) renderer = start (lies[i].lie);
    g_autoptr (GError) error = NULL;
    g_autoptr (CeciPixels) pixels = draw (renderer, 0, &error);

    g_test_message ("%s: %s", lies[i].lie, error != NULL ? error->message : "believed");
    g_assert_null (pixels);
    g_assert_error (error, CECI_RENDER_ERROR, (int) lies[i].code);
  }
}

// One page that kills the renderer costs that page; the others are drawn by the next process.
static void
test_one_bad_page (void)
{
  g_autoptr (CeciRenderer) renderer = start ("page-once-dies");

  for (guint i = 0; i < 6; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (CeciPixels) pixels = draw (renderer, i % 3, &error);
    g_assert_true ((i % 3 == 1) == (pixels == NULL));
  }
  g_assert_cmpuint (ceci_renderer_get_restarts (renderer), ==, 2);
}

// A second answer to one question ends that process; the first one holds.
static void
test_twice (void)
{
  g_autoptr (CeciRenderer) renderer = start ("page-twice");

  for (guint i = 0; i < 3; i++) {
    g_autoptr (CeciPixels) pixels = draw (renderer, i, NULL);
    while (g_main_context_iteration (NULL, FALSE))
      ;
  }
  g_assert_cmpuint (ceci_renderer_get_restarts (renderer), >=, 1);
}

static void
test_lists (void)
{
  g_autoptr (CeciRenderer) renderer = start ("lists");
  g_autoptr (GAsyncResult) sized = NULL;
  g_autoptr (GAsyncResult) found = NULL;
  g_autoptr (GArray) sizes = NULL;
  g_autoptr (GArray) regions = NULL;
  CeciPageRegion whole;

  ceci_renderer_sizes_async (renderer, 0, 3, NULL, waiting_take, &sized);
  sizes = ceci_renderer_sizes_finish (renderer, waiting_for (&sized), NULL);
  g_assert_cmpuint (sizes->len, ==, 3);
  g_assert_cmpfloat (g_array_index (sizes, CeciPageSize, 0).width, ==, 0);
  g_assert_cmpfloat (g_array_index (sizes, CeciPageSize, 1).width, ==, 0);
  g_assert_cmpfloat (g_array_index (sizes, CeciPageSize, 2).width, ==, 595);
  ceci_renderer_search_async (renderer, 0, "x", NULL, waiting_take, &found);
  regions = ceci_renderer_search_finish (renderer, waiting_for (&found), NULL);
  g_assert_cmpuint (regions->len, ==, 1); // cut to the page; what lies outside is dropped
  whole = g_array_index (regions, CeciPageRegion, 0);
  g_assert_cmpfloat (whole.x, ==, 0);
  g_assert_cmpfloat (whole.width, ==, 1);
}

static void
test_false_counts (void)
{
  g_autoptr (CeciRenderer) counting = start ("sizes-count");
  g_autoptr (GAsyncResult) sized = NULL;
  g_autoptr (GAsyncResult) found = NULL;
  g_autoptr (GError) error = NULL;

  ceci_renderer_sizes_async (counting, 0, 3, NULL, waiting_take, &sized);
  g_assert_null (ceci_renderer_sizes_finish (counting, waiting_for (&sized), &error));
  g_assert_error (error, CECI_RENDER_ERROR, CECI_RENDER_ERROR_PROTOCOL);
  g_clear_error (&error);
  g_clear_object (&counting);
  counting = start ("search-count");
  ceci_renderer_search_async (counting, 0, "x", NULL, waiting_take, &found);
  g_assert_null (ceci_renderer_search_finish (counting, waiting_for (&found), &error));
  g_assert_error (error, CECI_RENDER_ERROR, CECI_RENDER_ERROR_PROTOCOL);
}

static void
test_text (void)
{
  g_autoptr (CeciRenderer) renderer = start ("text");
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *text = NULL;

  ceci_renderer_text_async (renderer, 0, NULL, waiting_take, &result);
  text = ceci_renderer_text_finish (renderer, waiting_for (&result), NULL);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_null (strchr (text, '\033'));
  g_assert_null (strstr (text, "\xc2\x9b"));
  g_assert_nonnull (strstr (text, "c\nd\te"));
}

static void
remove_directory (void)
{
  g_autoptr (GDir) names = g_dir_open (directory, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (names)) != NULL) {
    g_autofree char *path = g_build_filename (directory, name, NULL);
    g_unlink (path);
  }
  g_rmdir (directory);
  g_free (directory);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  directory = g_dir_make_tmp ("ceci-liar-XXXXXX", NULL);
  g_assert_nonnull (directory);
  g_test_add_func ("/liar/not-isolated", test_not_isolated);
  g_test_add_func ("/liar/honest", test_honest);
  g_test_add_func ("/liar/hello", test_hello);
  g_test_add_func ("/liar/missing", test_missing);
  g_test_add_func ("/liar/open", test_open);
  g_test_add_func ("/liar/open-strange", test_open_strange);
  g_test_add_func ("/liar/page", test_page);
  g_test_add_func ("/liar/one-bad-page", test_one_bad_page);
  g_test_add_func ("/liar/twice", test_twice);
  g_test_add_func ("/liar/lists", test_lists);
  g_test_add_func ("/liar/false-counts", test_false_counts);
  g_test_add_func ("/liar/text", test_text);
  status = g_test_run ();
  remove_directory ();
  return status;
}
