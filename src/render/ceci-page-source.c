// SPDX-License-Identifier: GPL-3.0-or-later
// Poppler, and what is asked of it. Runs inside the sandbox, on bytes nobody trusts; what it answers is not trusted
// either.
#include "ceci-page-source.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <math.h>
#include <poppler.h>
#include <string.h>
#include <sys/mman.h>

#include "ceci-picture.h"
#include "ceci-sealed.h"

struct CeciPageSource {
  PopplerDocument *document; // or
  CeciPicture *picture;      // the only page
  int n_pages;
};

typedef PopplerPage OpenPage; // poppler has no g_autoptr for its pages yet
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OpenPage, g_object_unref)

#define HEADER_WITHIN 1024   // readers accept that much before "%PDF-"
#define TRAILER_WITHIN 65536 // and somewhat more after the end

// Poppler says what it repaired only in its messages.
static guint syntax_errors;

static GLogWriterOutput
count_syntax_errors (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && fields[i].length < 0 &&
        g_str_has_prefix (fields[i].value, "Syntax error"))
      syntax_errors++;
  return G_LOG_WRITER_HANDLED; // a hostile file must not fill anyone's log
}

static void
explain (CeciRenderReply *reply, CeciRenderStatus status, const char *detail)
{
  reply->status = status;
  g_strlcpy (reply->detail, detail, sizeof reply->detail);
}

static gboolean
looks_like_pdf (GBytes *document)
{
  gsize size;
  const char *data = g_bytes_get_data (document, &size);

  return memmem (data, MIN (size, HEADER_WITHIN), "%PDF-", 5) != NULL;
}

// Poppler rebuilds a missing or wrong table of objects in silence; whoever sent the file should know that it is cut or
// altered.
static gboolean
has_its_table (GBytes *document)
{
  gsize size;
  const char *data = g_bytes_get_data (document, &size);
  const char *header = memmem (data, MIN (size, HEADER_WITHIN), "%PDF-", 5);
  gsize tail = MIN (size, TRAILER_WITHIN);
  const char *end = data + size;
  const char *mark = NULL;
  guint64 offset = 0;

  for (const char *p = end - tail; (p = memmem (p, (gsize) (end - p), "startxref", 9)) != NULL; p += 9)
    mark = p + 9;
  if (mark == NULL || header == NULL)
    return FALSE;
  while (mark < end && g_ascii_isspace (*mark))
    mark++;
  for (; mark < end && g_ascii_isdigit (*mark) && offset < size; mark++)
    offset = offset * 10 + (guint64) (*mark - '0');
  for (gsize base = 0;; base = (gsize) (header - data)) // some count from the header, some from the first byte
  {
    gsize at = base + offset;
    while (at < size && g_ascii_isspace (data[at]))
      at++;
    if (at < size && (g_ascii_isdigit (data[at]) || (size - at > 4 && memcmp (data + at, "xref", 4) == 0)))
      return TRUE;
    if (base == (gsize) (header - data))
      return FALSE;
  }
}

static CeciRenderStatus
status_of (const GError *error, GBytes *document)
{
  if (g_error_matches (error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    return CECI_RENDER_ENCRYPTED;
  return looks_like_pdf (document) ? CECI_RENDER_DAMAGED : CECI_RENDER_NOT_PDF;
}

static CeciPageSource *
open_picture (GBytes *document, CeciRenderReply *reply)
{
  CeciPicture *picture = ceci_picture_decode (document);
  CeciPageSource *self;

  if (picture == NULL) {
    explain (reply, CECI_RENDER_NOT_PDF, "a damaged picture");
    return NULL;
  }
  self = g_new0 (CeciPageSource, 1);
  self->picture = picture;
  self->n_pages = 1;
  reply->n_pages = 1;
  reply->picture = TRUE;
  return self;
}

CeciPageSource *
ceci_page_source_open (GBytes *document, CeciRenderReply *reply)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) made = NULL;
  g_autofree char *title = NULL;
  CeciPageSource *self;
  PopplerDocument *opened;

  if (ceci_picture_recognise (document))
    return open_picture (document, reply);
  g_log_set_writer_func (count_syntax_errors, NULL, NULL);
  opened = poppler_document_new_from_bytes (document, NULL, &error);
  if (opened == NULL) {
    explain (reply, status_of (error, document), error != NULL ? error->message : "");
    return NULL;
  }
  self = g_new0 (CeciPageSource, 1);
  self->document = opened;
  self->n_pages = CLAMP (poppler_document_get_n_pages (opened), 0, (int) CECI_RENDER_MAX_PAGES);
  title = poppler_document_get_title (opened);
  made = poppler_document_get_creation_date_time (opened);
  reply->made_at = made != NULL ? g_date_time_to_unix (made) : 0;
  reply->n_pages = (uint32_t) self->n_pages;
  reply->repaired = syntax_errors > 0 || !has_its_table (document);
  explain (reply, CECI_RENDER_OK, title != NULL ? title : "");
  return self;
}

void
ceci_page_source_free (CeciPageSource *self)
{
  g_clear_object (&self->document);
  g_clear_pointer (&self->picture, ceci_picture_free);
  g_free (self);
}

static PopplerPage *
take_page (CeciPageSource *self, uint32_t number, CeciRenderReply *reply)
{
  PopplerPage *page =
      number < (uint32_t) self->n_pages ? poppler_document_get_page (self->document, (int) number) : NULL;

  if (page == NULL)
    explain (reply, CECI_RENDER_UNREADABLE, "no such page");
  return page;
}

// The page is NULL for a picture.
static gboolean
sane_size (CeciPageSource *self, PopplerPage *page, double *width, double *height)
{
  if (self->picture != NULL)
    ceci_picture_get_size (self->picture, width, height);
  else
    poppler_page_get_size (page, width, height);
  return isfinite (*width) && isfinite (*height) && *width > 0 && *height > 0 && *width <= CECI_RENDER_MAX_POINTS &&
         *height <= CECI_RENDER_MAX_POINTS;
}

static int
answer_in_bulk (CeciRenderReply *reply, const void *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  int fd;

  if (size == 0)
    return -1;
  fd = ceci_sealed_copy ("ceci-reply", data, size, &error);
  if (fd < 0)
    explain (reply, CECI_RENDER_UNREADABLE, error->message);
  else
    reply->bulk_size = size;
  return fd;
}

int
ceci_page_source_sizes (CeciPageSource *self, const CeciRenderRequest *request, CeciRenderReply *reply)
{
  g_autofree CeciRenderSize *sizes = NULL;

  if (request->count == 0 || request->count > CECI_RENDER_MAX_SIZES || request->page >= (uint32_t) self->n_pages ||
      request->count > (uint32_t) self->n_pages - request->page) {
    reply->status = CECI_RENDER_REFUSED;
    return -1;
  }
  sizes = g_new0 (CeciRenderSize, request->count);
  for (uint32_t i = 0; i < request->count; i++) {
    g_autoptr (OpenPage) page =
        self->document != NULL ? poppler_document_get_page (self->document, (int) (request->page + i)) : NULL;
    double width, height;
    if ((page != NULL || self->picture != NULL) && sane_size (self, page, &width, &height))
      sizes[i] = (CeciRenderSize) {width, height};
  }
  reply->count = request->count;
  return answer_in_bulk (reply, sizes, request->count * sizeof *sizes);
}

// The region may be the whole page: then its size is the page's.
static gboolean
drawable (const CeciRenderRequest *request)
{
  return request->width > 0 && request->height > 0 && request->region_width > 0 && request->region_height > 0 &&
         request->region_width <= CECI_RENDER_MAX_SIDE && request->region_height <= CECI_RENDER_MAX_SIDE &&
         (uint64_t) request->region_width * request->region_height <= CECI_RENDER_MAX_PIXELS &&
         request->x < request->width && request->y < request->height &&
         request->region_width <= request->width - request->x &&
         request->region_height <= request->height - request->y && request->rotation < 360 &&
         request->rotation % 90 == 0;
}

// The page fills width × height pixels after turning clockwise by the rotation.
static void
place_page (cairo_t *cairo, const CeciRenderRequest *request, double page_width, double page_height)
{
  gboolean sideways = request->rotation % 180 != 0;
  double turned_width = sideways ? page_height : page_width;
  double turned_height = sideways ? page_width : page_height;

  cairo_translate (cairo, -(double) request->x, -(double) request->y);
  cairo_scale (cairo, request->width / turned_width, request->height / turned_height);
  if (request->rotation == 90)
    cairo_translate (cairo, turned_width, 0);
  else if (request->rotation == 180)
    cairo_translate (cairo, turned_width, turned_height);
  else if (request->rotation == 270)
    cairo_translate (cairo, 0, turned_height);
  cairo_rotate (cairo, request->rotation * G_PI / 180);
}

static cairo_status_t
draw_into (CeciPageSource *self, void *memory, int stride, PopplerPage *page, const CeciRenderRequest *request,
           double width, double height)
{
  cairo_surface_t *surface = cairo_image_surface_create_for_data (
      memory, CAIRO_FORMAT_RGB24, (int) request->region_width, (int) request->region_height, stride);
  cairo_t *cairo = cairo_create (surface);
  cairo_status_t status;

  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  place_page (cairo, request, width, height);
  if (self->picture != NULL)
    ceci_picture_paint (self->picture, cairo);
  else
    poppler_page_render (page, cairo);
  status = cairo_status (cairo);
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return status;
}

int
ceci_page_source_draw (CeciPageSource *self, const CeciRenderRequest *request, CeciRenderReply *reply)
{
  g_autoptr (OpenPage) page = NULL;
  g_autoptr (GError) error = NULL;
  cairo_status_t status;
  double width, height;
  int stride, fd;
  gsize size;
  void *memory;

  if (!drawable (request)) {
    reply->status = CECI_RENDER_REFUSED;
    return -1;
  }
  page = self->document != NULL ? take_page (self, request->page, reply) : NULL;
  if (page == NULL && (self->picture == NULL || request->page != 0))
    return -1;
  if (!sane_size (self, page, &width, &height)) {
    explain (reply, CECI_RENDER_UNREADABLE, "the page has an impossible size");
    return -1;
  }
  stride = cairo_format_stride_for_width (CAIRO_FORMAT_RGB24, (int) request->region_width);
  size = (gsize) stride * request->region_height;
  fd = ceci_sealed_new ("ceci-page", size, &error);
  memory = fd >= 0 ? mmap (NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0) : MAP_FAILED;
  if (memory == MAP_FAILED) {
    explain (reply, CECI_RENDER_UNREADABLE, error != NULL ? error->message : g_strerror (errno));
    if (fd >= 0)
      g_close (fd, NULL);
    return -1;
  }
  status = draw_into (self, memory, stride, page, request, width, height);
  munmap (memory, size);
  if (status != CAIRO_STATUS_SUCCESS || !ceci_sealed_close (fd, &error)) {
    explain (reply, CECI_RENDER_UNREADABLE, error != NULL ? error->message : cairo_status_to_string (status));
    g_close (fd, NULL);
    return -1;
  }
  reply->width = request->region_width;
  reply->height = request->region_height;
  reply->stride = (uint32_t) stride;
  reply->bulk_size = size;
  return fd;
}

int
ceci_page_source_text (CeciPageSource *self, const CeciRenderRequest *request, CeciRenderReply *reply)
{
  g_autoptr (OpenPage) page = self->document != NULL ? take_page (self, request->page, reply) : NULL;
  g_autofree char *text = page != NULL ? poppler_page_get_text (page) : NULL;

  return text != NULL ? answer_in_bulk (reply, text, MIN (strlen (text), CECI_RENDER_MAX_BULK)) : -1;
}

int
ceci_page_source_search (CeciPageSource *self, const CeciRenderRequest *request, CeciRenderReply *reply)
{
  g_autoptr (OpenPage) page = self->document != NULL ? take_page (self, request->page, reply) : NULL;
  g_autoptr (GArray) regions = g_array_new (FALSE, FALSE, sizeof (CeciRenderRegion));
  double width, height;
  GList *found;

  if (page == NULL || request->query[0] == '\0' || !sane_size (self, page, &width, &height))
    return -1;
  found =
      poppler_page_find_text_with_options (page, request->query, POPPLER_FIND_DEFAULT | POPPLER_FIND_IGNORE_DIACRITICS);
  for (GList *item = found; item != NULL && regions->len < CECI_RENDER_MAX_REGIONS; item = item->next) {
    // poppler measures from the bottom left
    const PopplerRectangle *box = item->data;
    CeciRenderRegion region = {box->x1 / width, 1 - box->y2 / height, (box->x2 - box->x1) / width,
                               (box->y2 - box->y1) / height};
    g_array_append_val (regions, region);
  }
  g_list_free_full (found, (GDestroyNotify) poppler_rectangle_free);
  reply->count = regions->len;
  return answer_in_bulk (reply, regions->data, regions->len * sizeof (CeciRenderRegion));
}
