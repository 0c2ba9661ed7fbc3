// SPDX-License-Identifier: GPL-3.0-or-later
// Drawn with cairo, hurt with qpdf or by hand.
#include "sample-document.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <string.h>

void
sample_page_colour (guint page, guint8 rgb[3])
{
  rgb[0] = (guint8) (40 + page * 37 % 200);
  rgb[1] = (guint8) (200 - page * 53 % 160);
  rgb[2] = (guint8) (90 + page * 71 % 150);
}

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
draw_page (cairo_t *cairo, guint page)
{
  g_autofree char *text = g_strdup_printf ("Page %u, été de l’engagement", page + 1);
  guint8 rgb[3];

  sample_page_colour (page, rgb);
  cairo_set_source_rgb (cairo, rgb[0] / 255., rgb[1] / 255., rgb[2] / 255.);
  cairo_paint (cairo);
  cairo_set_source_rgb (cairo, 0, 0, 0);
  cairo_select_font_face (cairo, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cairo, 20);
  cairo_move_to (cairo, 60, 100);
  cairo_show_text (cairo, text);
  cairo_show_page (cairo);
}

static GBytes *
draw (double width, double height, guint n_pages)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, bytes, width, height);
  cairo_t *cairo = cairo_create (surface);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, "Réunion d’été");
  for (guint i = 0; i < n_pages; i++)
    draw_page (cairo, i);
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
sample_document (guint n_pages)
{
  return draw (595, 842, n_pages);
}

GBytes *
sample_document_sized (double width, double height)
{
  return draw (width, height, 1);
}

GBytes *
sample_document_encrypted (GBytes *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) qpdf = NULL;
  g_autofree char *directory = g_dir_make_tmp ("ceci-XXXXXX", &error);
  g_autofree char *plain = g_build_filename (directory, "plain.pdf", NULL);
  g_autofree char *sealed = g_build_filename (directory, "sealed.pdf", NULL);
  char *contents;
  gsize length;

  g_assert_no_error (error);
  g_file_set_contents (plain, g_bytes_get_data (document, NULL), (gssize) g_bytes_get_size (document), &error);
  g_assert_no_error (error);
  qpdf = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "qpdf", "--encrypt", "secret", "owner", "256", "--", plain,
                           sealed, NULL);
  g_assert_no_error (error);
  g_subprocess_wait_check (qpdf, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (sealed, &contents, &length, &error);
  g_assert_no_error (error);
  g_remove (plain);
  g_remove (sealed);
  g_rmdir (directory);
  return g_bytes_new_take (contents, length);
}

GBytes *
sample_document_truncated (GBytes *document, double fraction)
{
  return g_bytes_new_from_bytes (document, 0, (gsize) ((double) g_bytes_get_size (document) * fraction));
}

GBytes *
sample_document_with_box (const char *media_box)
{
  GString *pdf = g_string_new ("%PDF-1.4\n");
  gsize offsets[3];
  gsize table;

  offsets[0] = pdf->len;
  g_string_append (pdf, "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
  offsets[1] = pdf->len;
  g_string_append (pdf, "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n");
  offsets[2] = pdf->len;
  g_string_append_printf (pdf, "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox %s >>\nendobj\n", media_box);
  table = pdf->len;
  g_string_append (pdf, "xref\n0 4\n0000000000 65535 f \n");
  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    g_string_append_printf (pdf, "%010" G_GSIZE_FORMAT " 00000 n \n", offsets[i]);
  g_string_append_printf (pdf, "trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", table);
  return g_string_free_to_bytes (pdf);
}
