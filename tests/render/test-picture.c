// SPDX-License-Identifier: GPL-3.0-or-later
// Photographs and drawings are shown like a page, upright, and are never taken for a PDF.
#include <cairo.h>
#include <gio/gio.h>
#include <stdio.h>
#include <stdlib.h>

#include <jpeglib.h>

#include "render/client/ceci-renderer.h"
#include "waiting.h"

#define WIDTH 64
#define HEIGHT 32

// Left half red, right half blue.
static void
fill_row (guint8 *rgb, guint width)
{
  for (guint x = 0; x < width; x++) {
    rgb[x * 3] = x < width / 2 ? 255 : 0;
    rgb[x * 3 + 1] = 0;
    rgb[x * 3 + 2] = x < width / 2 ? 0 : 255;
  }
}

static GBytes *
make_jpeg (guint8 orientation)
{
  const guint8 exif[] = {'E',  'x',  'i', 'f', 0, 0, 'M', 'M', 0, 42,          0, 0, 0, 8, 0, 1,
                         0x01, 0x12, 0,   3,   0, 0, 0,   1,   0, orientation, 0, 0, 0, 0, 0, 0};
  struct jpeg_compress_struct jpeg;
  struct jpeg_error_mgr errors;
  guint8 row[WIDTH * 3];
  JSAMPROW rows = row;
  unsigned char *data = NULL;
  unsigned long size = 0;
  GBytes *bytes;

  jpeg.err = jpeg_std_error (&errors);
  jpeg_create_compress (&jpeg);
  jpeg_mem_dest (&jpeg, &data, &size);
  jpeg.image_width = WIDTH;
  jpeg.image_height = HEIGHT;
  jpeg.input_components = 3;
  jpeg.in_color_space = JCS_RGB;
  jpeg_set_defaults (&jpeg);
  jpeg_start_compress (&jpeg, TRUE);
  jpeg_write_marker (&jpeg, JPEG_APP0 + 1, exif, sizeof exif);
  fill_row (row, WIDTH);
  while (jpeg.next_scanline < HEIGHT)
    jpeg_write_scanlines (&jpeg, &rows, 1);
  jpeg_finish_compress (&jpeg);
  jpeg_destroy_compress (&jpeg);
  bytes = g_bytes_new (data, size);
  free (data); // libjpeg's own
  return bytes;
}

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
make_png (void)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cairo = cairo_create (surface);

  cairo_set_source_rgb (cairo, 1, 0, 0); // the right half stays transparent: white on paper
  cairo_rectangle (cairo, 0, 0, WIDTH / 2, HEIGHT);
  cairo_fill (cairo);
  cairo_destroy (cairo);
  cairo_surface_write_to_png_stream (surface, append, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

typedef struct {
  CeciPageSize size;
  guint32 left, right, top, bottom; // colours near the sides
} Look;

static guint32
colour_at (const CeciPixels *pixels, double x, double y)
{
  const guint32 *data = g_bytes_get_data (pixels->bytes, NULL);
  return data[(guint) (y * pixels->height) * (pixels->stride / 4) + (guint) (x * pixels->width)] & 0xf0f0f0;
}

static Look
look_at (GBytes *document)
{
  g_autoptr (CeciRenderer) renderer = ceci_renderer_new (document);
  g_autoptr (GAsyncResult) sized = NULL;
  g_autoptr (GAsyncResult) drawn = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) sizes = NULL;
  g_autoptr (CeciPixels) pixels = NULL;
  Look look;

  ceci_renderer_sizes_async (renderer, 0, 1, NULL, waiting_take, &sized);
  sizes = ceci_renderer_sizes_finish (renderer, waiting_for (&sized), &error);
  g_assert_no_error (error);
  look.size = g_array_index (sizes, CeciPageSize, 0);
  ceci_renderer_page_async (renderer, 0, 100, 100, 0, NULL, waiting_take, &drawn);
  pixels = ceci_renderer_page_finish (renderer, waiting_for (&drawn), &error);
  g_assert_no_error (error);
  look.left = colour_at (pixels, 0.1, 0.5);
  look.right = colour_at (pixels, 0.9, 0.5);
  look.top = colour_at (pixels, 0.25, 0.1);
  look.bottom = colour_at (pixels, 0.25, 0.9);
  g_assert_cmpint (ceci_renderer_get_inspection (renderer)->health, ==, CECI_DOCUMENT_HEALTH_NOT_PDF);
  g_assert_cmpuint (ceci_renderer_get_inspection (renderer)->n_pages, ==, 1);
  return look;
}

#define RED 0xf00000
#define BLUE 0x0000f0
#define WHITE 0xf0f0f0

static void
test_png (void)
{
  g_autoptr (GBytes) png = make_png ();
  Look look = look_at (png);

  g_assert_cmpfloat (look.size.width, ==, WIDTH * 0.75);
  g_assert_cmphex (look.left, ==, RED);
  g_assert_cmphex (look.right, ==, WHITE);
}

// As Exif numbers them; the red half is where the eye would have it.
static void
test_orientation (void)
{
  for (guint8 orientation = 1; orientation <= 8; orientation++) {
    g_autoptr (GBytes) jpeg = make_jpeg (orientation);
    Look look = look_at (jpeg);
    gboolean standing = orientation >= 5;

    g_assert_cmpfloat (look.size.width, ==, (standing ? HEIGHT : WIDTH) * 0.75);
    if (orientation == 1 || orientation == 4)
      g_assert_true (look.left == RED && look.right == BLUE);
    else if (orientation == 2 || orientation == 3)
      g_assert_true (look.left == BLUE && look.right == RED);
    else if (orientation == 5 || orientation == 6)
      g_assert_true (look.top == RED && look.bottom == BLUE);
    else
      g_assert_true (look.top == BLUE && look.bottom == RED);
  }
}

// Cut or altered anywhere, it is shown as far as it goes or refused; nothing else happens.
static void
test_damaged (void)
{
  g_autoptr (GBytes) jpeg = make_jpeg (6);
  g_autoptr (GBytes) png = make_png ();
  GBytes *const pictures[] = {jpeg, png};
  g_autoptr (GRand) random = g_rand_new_with_seed (4);

  for (guint i = 0; i < 40; i++) {
    gsize size = g_bytes_get_size (pictures[i % 2]);
    guint8 *bytes = g_memdup2 (g_bytes_get_data (pictures[i % 2], NULL), size);
    g_autoptr (GBytes) altered = NULL;
    g_autoptr (CeciInspection) inspection = NULL;
    g_autoptr (GError) error = NULL;

    for (guint j = 0; j < 3; j++)
      bytes[g_rand_int_range (random, 3, (gint32) size)] = (guint8) g_rand_int_range (random, 0, 256);
    altered = g_bytes_new_take (bytes, i % 4 < 2 ? size : (gsize) g_rand_int_range (random, 3, (gint32) size));
    inspection = ceci_document_inspect (altered, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (inspection->n_pages, <=, 1);
    g_assert_cmpint (inspection->health, !=, CECI_DOCUMENT_HEALTH_FINE);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/png", test_png);
  g_test_add_func ("/picture/orientation", test_orientation);
  g_test_add_func ("/picture/damaged", test_damaged);
  return g_test_run ();
}
