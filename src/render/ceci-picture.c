// SPDX-License-Identifier: GPL-3.0-or-later
// PNG through cairo, JPEG through libjpeg; a photograph stands upright as its camera says (Exif orientation).
#include "ceci-picture.h"

#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>

#define MOST_PIXELS (24u * 1024u * 1024u) // a larger photograph is decoded at half its size, or a quarter, …
#define LONGEST_SIDE 1190.55              // points: A3's
#define POINTS_A_PIXEL 0.75               // at 96 pixels an inch
#define TAG_ORIENTATION 0x0112

struct CeciPicture {
  cairo_surface_t *surface;
  guint orientation; // Exif's: 1 upright … 8
};

static const guint8 png_start[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
static const guint8 jpeg_start[] = {0xff, 0xd8, 0xff};

static gboolean
starts_with (GBytes *document, const guint8 *start, gsize length)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (document, &size);

  return size > length && memcmp (data, start, length) == 0;
}

gboolean
ceci_picture_recognise (GBytes *document)
{
  return starts_with (document, png_start, sizeof png_start) || starts_with (document, jpeg_start, sizeof jpeg_start);
}

// --- PNG ----------------------------------------------------------------------

typedef struct {
  const guint8 *data;
  gsize left;
} Reading;

static cairo_status_t
read_some (void *closure, unsigned char *into, unsigned int length)
{
  Reading *reading = closure;

  if (length > reading->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (into, reading->data, length);
  reading->data += length;
  reading->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
decode_png (GBytes *document)
{
  Reading reading;

  reading.data = g_bytes_get_data (document, &reading.left);
  return cairo_image_surface_create_from_png_stream (read_some, &reading);
}

// --- JPEG ---------------------------------------------------------------------

typedef struct {
  struct jpeg_decompress_struct jpeg;
  struct jpeg_error_mgr errors;
  jmp_buf out;
  cairo_surface_t *surface;
  guint orientation;
} Decoder;

static void
leave (j_common_ptr jpeg)
{
  Decoder *decoder = jpeg->client_data;
  longjmp (decoder->out, 1);
}

static void
say_nothing (j_common_ptr jpeg)
{
}

static guint
number (const guint8 *data, guint n_bytes, gboolean little)
{
  guint value = 0;

  for (guint i = 0; i < n_bytes; i++)
    value = value << 8 | data[little ? n_bytes - 1 - i : i];
  return value;
}

// Exif is a TIFF header and a list of entries of twelve bytes; only one of them matters here.
static guint
read_orientation (const guint8 *data, gsize length)
{
  gboolean little;
  gsize at, n;

  if (length < 14 || memcmp (data, "Exif\0\0", 6) != 0)
    return 1;
  data += 6;
  length -= 6;
  little = data[0] == 'I';
  at = number (data + 4, 4, little);
  if (at > length - 2)
    return 1;
  n = number (data + at, 2, little);
  for (at += 2; n > 0 && at + 12 <= length; n--, at += 12)
    if (number (data + at, 2, little) == TAG_ORIENTATION) {
      guint orientation = number (data + at + 8, 2, little);
      return orientation >= 1 && orientation <= 8 ? orientation : 1;
    }
  return 1;
}

static void
read_lines (Decoder *decoder)
{
  struct jpeg_decompress_struct *jpeg = &decoder->jpeg;
  unsigned char *pixels;
  int stride;

  for (jpeg_saved_marker_ptr marker = jpeg->marker_list; marker != NULL && decoder->orientation == 1;
       marker = marker->next)
    decoder->orientation = read_orientation (marker->data, marker->data_length);
  jpeg->out_color_space = G_BYTE_ORDER == G_LITTLE_ENDIAN ? JCS_EXT_BGRX : JCS_EXT_XRGB;
  for (jpeg->scale_denom = 1;
       jpeg->scale_denom < 8 && (guint64) jpeg->image_width * jpeg->image_height >
                                    (guint64) MOST_PIXELS * jpeg->scale_denom * jpeg->scale_denom;)
    jpeg->scale_denom *= 2;
  jpeg_start_decompress (jpeg);
  decoder->surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) jpeg->output_width, (int) jpeg->output_height);
  pixels = cairo_image_surface_get_data (decoder->surface);
  stride = cairo_image_surface_get_stride (decoder->surface);
  if (pixels == NULL)
    longjmp (decoder->out, 1);
  while (jpeg->output_scanline < jpeg->output_height) {
    JSAMPROW row = pixels + (gsize) jpeg->output_scanline * (gsize) stride;
    jpeg_read_scanlines (jpeg, &row, 1);
  }
  cairo_surface_mark_dirty (decoder->surface);
}

static cairo_surface_t *
decode_jpeg (GBytes *document, guint *orientation)
{
  g_autofree Decoder *decoder = g_new0 (Decoder, 1);
  gsize size;
  const guint8 *data = g_bytes_get_data (document, &size);

  decoder->orientation = 1;
  decoder->jpeg.err = jpeg_std_error (&decoder->errors);
  decoder->errors.error_exit = leave;
  decoder->errors.output_message = say_nothing;
  decoder->jpeg.client_data = decoder;
  jpeg_create_decompress (&decoder->jpeg);
  if (setjmp (decoder->out) == 0) {
    jpeg_mem_src (&decoder->jpeg, data, size);
    jpeg_save_markers (&decoder->jpeg, JPEG_APP0 + 1, 0xffff);
    jpeg_read_header (&decoder->jpeg, TRUE);
    read_lines (decoder);
  } else if (decoder->jpeg.output_scanline == 0) {
    // nothing was decoded; a photograph that is only cut short is shown as far as it goes
    g_clear_pointer (&decoder->surface, cairo_surface_destroy);
  }
  jpeg_destroy_decompress (&decoder->jpeg);
  *orientation = decoder->orientation;
  return decoder->surface;
}

// --- either ---------------------------------------------------------------------

CeciPicture *
ceci_picture_decode (GBytes *document)
{
  guint orientation = 1;
  gboolean is_png = starts_with (document, png_start, sizeof png_start);
  cairo_surface_t *surface = is_png ? decode_png (document) : decode_jpeg (document, &orientation);
  CeciPicture *self;

  if (surface == NULL || cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS) {
    g_clear_pointer (&surface, cairo_surface_destroy);
    return NULL;
  }
  self = g_new (CeciPicture, 1);
  self->surface = surface;
  self->orientation = orientation;
  return self;
}

void
ceci_picture_free (CeciPicture *self)
{
  cairo_surface_destroy (self->surface);
  g_free (self);
}

static double
points_a_pixel (CeciPicture *self)
{
  int longest = MAX (cairo_image_surface_get_width (self->surface), cairo_image_surface_get_height (self->surface));
  return MIN (POINTS_A_PIXEL, LONGEST_SIDE / MAX (longest, 1));
}

void
ceci_picture_get_size (CeciPicture *self, double *width, double *height)
{
  double across = cairo_image_surface_get_width (self->surface) * points_a_pixel (self);
  double down = cairo_image_surface_get_height (self->surface) * points_a_pixel (self);

  *width = self->orientation >= 5 ? down : across;
  *height = self->orientation >= 5 ? across : down;
}

void
ceci_picture_paint (CeciPicture *self, cairo_t *cairo)
{
  const double w = cairo_image_surface_get_width (self->surface), h = cairo_image_surface_get_height (self->surface);
  // from the picture's pixels to the upright picture's, by Exif's number
  const cairo_matrix_t upright[] = {
      {1, 0, 0, 1, 0, 0}, {1, 0, 0, 1, 0, 0},  {-1, 0, 0, 1, w, 0},  {-1, 0, 0, -1, w, h}, {1, 0, 0, -1, 0, h},
      {0, 1, 1, 0, 0, 0}, {0, 1, -1, 0, h, 0}, {0, -1, -1, 0, h, w}, {0, -1, 1, 0, 0, w},
  };

  cairo_save (cairo);
  cairo_scale (cairo, points_a_pixel (self), points_a_pixel (self));
  cairo_transform (cairo, &upright[self->orientation]);
  cairo_set_source_surface (cairo, self->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cairo), CAIRO_FILTER_GOOD);
  cairo_paint (cairo);
  cairo_restore (cairo);
}
