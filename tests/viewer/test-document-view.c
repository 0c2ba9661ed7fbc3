// SPDX-License-Identifier: GPL-3.0-or-later
// The widget on a display: what it shows, compared with what the pages are.
#include <adwaita.h>
#include <math.h>

#include "render/sample-document.h"
#include "viewer/ceci-document-pane.h"

typedef struct {
  GtkWidget *window;
  CeciDocumentPane *pane;
  CeciDocumentView *view;
} Shown;

static void
iterate_until (gboolean (*done) (CeciDocumentView *), CeciDocumentView *view)
{
  while (!done (view))
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
has_size (CeciDocumentView *view)
{
  return gtk_widget_get_height (GTK_WIDGET (view)) > 0;
}

static Shown
show (GBytes *document)
{
  Shown shown;

  shown.window = adw_window_new ();
  shown.pane = CECI_DOCUMENT_PANE (ceci_document_pane_new ());
  shown.view = ceci_document_pane_get_view (shown.pane);
  gtk_window_set_default_size (GTK_WINDOW (shown.window), 700, 900);
  adw_window_set_content (ADW_WINDOW (shown.window), GTK_WIDGET (shown.pane));
  gtk_window_present (GTK_WINDOW (shown.window));
  iterate_until (has_size, shown.view);
  ceci_document_pane_set_document (shown.pane, document);
  iterate_until (ceci_document_view_is_settled, shown.view);
  return shown;
}

static void
hide (Shown *shown)
{
  gtk_window_destroy (GTK_WINDOW (shown->window));
}

// The colour in the middle of what the view draws.
static void
colour_in_the_middle (CeciDocumentView *view, guint8 rgb[3])
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (view));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (GTK_WIDGET (view)), height = gtk_widget_get_height (GTK_WIDGET (view));
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GdkTextureDownloader) downloader = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const guint8 *pixel;
  gsize stride;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (GTK_WIDGET (view))), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  downloader = gdk_texture_downloader_new (texture);
  gdk_texture_downloader_set_format (downloader, GDK_MEMORY_R8G8B8);
  bytes = gdk_texture_downloader_download_bytes (downloader, &stride);
  pixel = (const guint8 *) g_bytes_get_data (bytes, NULL) + (gsize) (height / 2) * stride + (gsize) (width / 2) * 3;
  rgb[0] = pixel[0];
  rgb[1] = pixel[1];
  rgb[2] = pixel[2];
}

static void
settle (CeciDocumentView *view)
{
  // the widget's paintable shows what the last frame drew
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (view));
  gint64 frame;

  iterate_until (ceci_document_view_is_settled, view);
  gtk_widget_queue_draw (GTK_WIDGET (view));
  frame = gdk_frame_clock_get_frame_counter (clock);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  while (gdk_frame_clock_get_frame_counter (clock) < frame + 2) {
    gtk_widget_queue_draw (GTK_WIDGET (view));
    g_main_context_iteration (NULL, TRUE);
  }
}

static void
assert_page_shown (CeciDocumentView *view, guint page)
{
  guint8 expected[3], seen[3];

  settle (view);
  sample_page_colour (page, expected);
  colour_in_the_middle (view, seen);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (ABS ((int) expected[i] - (int) seen[i]), <=, 3);
}

static void
test_pages (void)
{
  g_autoptr (GBytes) document = sample_document (9);
  Shown shown = show (document);

  g_assert_cmpuint (ceci_document_view_get_n_pages (shown.view), ==, 9);
  g_assert_cmpuint (ceci_document_view_get_page (shown.view), ==, 0);
  assert_page_shown (shown.view, 0);
  ceci_document_view_set_page (shown.view, 5);
  g_assert_cmpuint (ceci_document_view_get_page (shown.view), ==, 5);
  assert_page_shown (shown.view, 5);
  gtk_widget_activate_action (GTK_WIDGET (shown.view), "document.last-page", NULL);
  g_assert_cmpuint (ceci_document_view_get_page (shown.view), ==, 8);
  assert_page_shown (shown.view, 8);
  gtk_widget_activate_action (GTK_WIDGET (shown.pane), "document.first-page", NULL);
  assert_page_shown (shown.view, 0);
  hide (&shown);
}

static void
test_scroll (void)
{
  g_autoptr (GBytes) document = sample_document (6);
  Shown shown = show (document);
  guint before = 0;

  for (guint i = 0; i < 20; i++) {
    gtk_widget_activate_action (GTK_WIDGET (shown.view), "document.scroll", "(ddd)", 1.0, 0.0, 0.0);
    g_assert_cmpuint (ceci_document_view_get_page (shown.view), >=, before);
    before = ceci_document_view_get_page (shown.view);
  }
  g_assert_cmpuint (before, ==, 5);
  assert_page_shown (shown.view, 5);
  hide (&shown);
}

static void
test_zoom (void)
{
  g_autoptr (GBytes) document = sample_document (3);
  Shown shown = show (document);
  double fitted = ceci_document_view_get_zoom (shown.view);

  g_assert_cmpint (ceci_document_view_get_fit (shown.view), ==, CECI_FIT_WIDTH);
  ceci_document_view_set_page (shown.view, 1);
  gtk_widget_activate_action (GTK_WIDGET (shown.view), "document.zoom-in", NULL);
  g_assert_cmpfloat (ceci_document_view_get_zoom (shown.view), >, fitted * 1.2);
  g_assert_cmpint (ceci_document_view_get_fit (shown.view), ==, CECI_FIT_NONE);
  assert_page_shown (shown.view, 1);
  ceci_document_view_set_zoom (shown.view, 1000);
  g_assert_cmpfloat (ceci_document_view_get_zoom (shown.view), ==, 10);
  assert_page_shown (shown.view, 1);
  ceci_document_view_set_zoom (shown.view, 0);
  g_assert_cmpfloat_with_epsilon (ceci_document_view_get_zoom (shown.view), 0.1, 1e-9);
  settle (shown.view);
  gtk_widget_activate_action (GTK_WIDGET (shown.view), "document.zoom-fit-width", NULL);
  g_assert_cmpfloat_with_epsilon (ceci_document_view_get_zoom (shown.view), fitted, 0.01);
  hide (&shown);
}

static gboolean
has_inspection (CeciDocumentView *view)
{
  return ceci_document_view_get_inspection (view) != NULL && ceci_document_view_is_settled (view);
}

// No document, however bad, does more than a message.
static void
test_bad_documents (void)
{
  g_autoptr (GBytes) good = sample_document (2);
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) encrypted = sample_document_encrypted (good);
  g_autoptr (GBytes) truncated = sample_document_truncated (good, 0.5);
  g_autoptr (GBytes) text = g_bytes_new_static ("bonjour", 7);
  GBytes *const bad[] = {empty, encrypted, truncated, text};
  Shown shown = show (good);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    ceci_document_pane_set_document (shown.pane, bad[i]);
    iterate_until (has_inspection, shown.view);
    g_assert_cmpint (ceci_document_view_get_inspection (shown.view)->health, !=, CECI_DOCUMENT_HEALTH_FINE);
    g_assert_cmpuint (ceci_document_view_get_n_pages (shown.view), ==, 0);
    g_assert_null (ceci_document_view_get_inspection (shown.view)->title);
  }
  ceci_document_pane_set_document (shown.pane, good);
  iterate_until (ceci_document_view_is_settled, shown.view);
  assert_page_shown (shown.view, 0);
  hide (&shown);
}

static void
test_impossible_page (void)
{
  static const char *const boxes[] = {"[0 0 0 0]", "[0 0 -5 1e30]", "[0 0 1e30 1e30]", "[0 0 14400 14400]",
                                      "[0 0 1 14400]"};

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++) {
    g_autoptr (GBytes) document = sample_document_with_box (boxes[i]);
    Shown shown = show (document);
    settle (shown.view);
    hide (&shown);
  }
}

// A document closed or replaced while it is being drawn leaves nothing behind that would be called later.
static void
test_leaving_early (void)
{
  g_autoptr (GBytes) first = sample_document (40);
  g_autoptr (GBytes) second = sample_document (3);
  Shown shown = show (second);

  for (guint i = 0; i < 12; i++) {
    ceci_document_pane_set_document (shown.pane, i % 2 == 0 ? first : second);
    for (guint j = 0; j < i; j++)
      g_main_context_iteration (NULL, FALSE);
    ceci_document_view_set_page (shown.view, i);
  }
  ceci_document_pane_set_document (shown.pane, NULL);
  g_assert_cmpuint (ceci_document_view_get_n_pages (shown.view), ==, 0);
  ceci_document_pane_set_document (shown.pane, first);
  hide (&shown);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
keep_region (CeciDocumentView *view, guint page, double x, double y, double width, double height, gpointer user_data)
{
  CeciPageMark *mark = user_data;
  *mark = (CeciPageMark) {CECI_MARK_NOTE, page, {x, y, width, height}, NULL, NULL};
}

static void
test_select_page (void)
{
  g_autoptr (GBytes) document = sample_document (3);
  Shown shown = show (document);
  CeciPageMark mark = {0};

  g_signal_connect (shown.view, "region-selected", G_CALLBACK (keep_region), &mark);
  ceci_document_view_set_page (shown.view, 2);
  gtk_widget_activate_action (GTK_WIDGET (shown.view), "document.select-page", NULL);
  g_assert_cmpuint (mark.page, ==, 2);
  g_assert_cmpfloat (mark.region.width, ==, 1);
  ceci_document_view_set_notes (shown.view, &mark, 1);
  settle (shown.view);
  hide (&shown);
}

static gboolean
has_description (CeciDocumentView *view)
{
  return gtk_test_accessible_has_property (
      GTK_ACCESSIBLE (gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (view))))),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

// A screen reader is told the page's number and its text.
static void
test_accessible (void)
{
  g_autoptr (GBytes) document = sample_document (3);
  Shown shown = show (document);
  GtkAccessible *pages;

  gtk_widget_grab_focus (GTK_WIDGET (shown.view));
  pages = GTK_ACCESSIBLE (gtk_window_get_focus (GTK_WINDOW (shown.window)));
  gtk_test_accessible_assert_role (pages, GTK_ACCESSIBLE_ROLE_DOCUMENT);
  gtk_test_accessible_assert_property (pages, GTK_ACCESSIBLE_PROPERTY_LABEL, "Page 1 of 3");
  iterate_until (has_description, shown.view);
  gtk_test_accessible_assert_property (pages, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Page 1, été de l’engagement");
  ceci_document_view_set_page (shown.view, 2);
  gtk_test_accessible_assert_property (pages, GTK_ACCESSIBLE_PROPERTY_LABEL, "Page 3 of 3");
  hide (&shown);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/document-view/pages", test_pages);
  g_test_add_func ("/document-view/scroll", test_scroll);
  g_test_add_func ("/document-view/zoom", test_zoom);
  g_test_add_func ("/document-view/bad-documents", test_bad_documents);
  g_test_add_func ("/document-view/impossible-page", test_impossible_page);
  g_test_add_func ("/document-view/leaving-early", test_leaving_early);
  g_test_add_func ("/document-view/select-page", test_select_page);
  g_test_add_func ("/document-view/accessible", test_accessible);
  return g_test_run ();
}
