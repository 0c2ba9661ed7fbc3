// SPDX-License-Identifier: GPL-3.0-or-later
// Documents that were altered or written to do harm: whatever the renderer makes of them, the asker has an answer in
// time.
#include "render/client/ceci-renderer.h"
#include "sample-document.h"
#include "waiting.h"

#define MUTATIONS 40

// Opens, draws, reads: every step ends, in success or in an error that is one of ours.
static void
survive (GBytes *document, guint deadline)
{
  g_autoptr (CeciRenderer) renderer = ceci_renderer_new (document);
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GAsyncResult) drawn = NULL;
  g_autoptr (GAsyncResult) read = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciInspection) inspection = NULL;
  g_autoptr (CeciPixels) pixels = NULL;
  g_autofree char *text = NULL;

  ceci_renderer_set_deadline (renderer, deadline);
  ceci_renderer_open_async (renderer, NULL, waiting_take, &opened);
  ceci_renderer_page_async (renderer, 0, 200, 280, 0, NULL, waiting_take, &drawn);
  ceci_renderer_text_async (renderer, 0, NULL, waiting_take, &read);
  inspection = ceci_renderer_open_finish (renderer, waiting_for (&opened), &error);
  g_assert_no_error (error);
  pixels = ceci_renderer_page_finish (renderer, waiting_for (&drawn), &error);
  g_assert_true (pixels != NULL || error->domain == CECI_RENDER_ERROR);
  g_test_message ("%s, %u pages: %s", ceci_health_to_string (inspection->health), inspection->n_pages,
                  error != NULL ? error->message : "drawn");
  g_clear_error (&error);
  text = ceci_renderer_text_finish (renderer, waiting_for (&read), &error);
  g_assert_true (text != NULL || error->domain == CECI_RENDER_ERROR);
}

static void
test_mutations (void)
{
  g_autoptr (GBytes) document = sample_document (3);
  g_autoptr (GRand) random = g_rand_new_with_seed (20261123);

  for (guint i = 0; i < MUTATIONS; i++) {
    gsize size = g_bytes_get_size (document);
    guint8 *bytes = g_memdup2 (g_bytes_get_data (document, NULL), size);
    g_autoptr (GBytes) mutated = NULL;

    for (guint j = 0; j <= i; j++)
      bytes[g_rand_int_range (random, 8, (gint32) size)] = (guint8) g_rand_int_range (random, 0, 256);
    mutated = g_bytes_new_take (bytes, size);
    survive (mutated, 10000);
  }
}

// Objects from 3 on; without a table: readers rebuild it.
static GBytes *
write_pdf (const char *objects)
{
  GString *pdf = g_string_new ("%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n");

  g_string_append_printf (pdf, "%s\ntrailer << /Root 1 0 R /Size 20 >>\n%%%%EOF\n", objects);
  return g_string_free_to_bytes (pdf);
}

static void
test_loops (void)
{
  static const char *const loops[] = {
      // a tree of pages that holds itself
      "2 0 obj << /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000000 >> endobj",
      // a parent that is its own child's child
      "2 0 obj << /Type /Pages /Parent 3 0 R /Kids [3 0 R] /Count 1 >> endobj 3 0 obj << /Type /Pages /Parent 2 0 R "
      "/Kids [2 0 R] /Count 1 >> endobj",
      // a form that draws itself twice
      "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj "
      "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 5 0 R /Resources << /XObject << /F 4 0 R "
      ">> >> >> endobj "
      "4 0 obj << /Type /XObject /Subtype /Form /BBox [0 0 200 200] /Resources << /XObject << /F 4 0 R >> >> /Length "
      "12 >> stream\n/F Do /F Do \nendstream endobj "
      "5 0 obj << /Length 5 >> stream\n/F Do\nendstream endobj",
      // a pattern that paints with itself
      "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj "
      "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 2000 2000] /Contents 5 0 R /Resources << /Pattern << /P 4 0 "
      "R >> >> >> endobj "
      "4 0 obj << /Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.0001 /YStep 0.0001 "
      "/Resources << /Pattern << /P 4 0 R >> >> /Length 35 >> stream\n/Pattern cs /P scn 0 0 2000 2000 re f\nendstream "
      "endobj "
      "5 0 obj << /Length 37 >> stream\n/Pattern cs /P scn 0 0 2000 2000 re f\nendstream endobj",
      // a picture of four thousand million pixels from one byte
      "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj "
      "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 5 0 R /Resources << /XObject << /F 4 0 R "
      ">> >> >> endobj "
      "4 0 obj << /Type /XObject /Subtype /Image /Width 65535 /Height 65535 /BitsPerComponent 8 /ColorSpace /DeviceRGB "
      "/Length 1 >> stream\nx\nendstream endobj "
      "5 0 obj << /Length 23 >> stream\n200 0 0 200 0 0 cm /F Do\nendstream endobj",
  };

  for (guint i = 0; i < G_N_ELEMENTS (loops); i++) {
    g_autoptr (GBytes) document = write_pdf (loops[i]);
    survive (document, 3000);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hostile/mutations", test_mutations);
  g_test_add_func ("/hostile/loops", test_loops);
  return g_test_run ();
}
