// SPDX-License-Identifier: GPL-3.0-or-later
// Every number of a reply is compared with what was asked before any memory is mapped or any size is believed.
#include "config.h"

#include "ceci-render-answer.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "render/ceci-sealed.h"

// Text that came out of a document: valid, and with nothing in it that a terminal or a label would obey.
static char *
harmless_text (const char *data, gsize size)
{
  char *text = g_utf8_make_valid (data, (gssize) strnlen (data, size));

  for (char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if ((guchar) *p < 0x20 && *p != '\n' && *p != '\t')
      *p = ' ';
    else if (*p == 0x7f)
      *p = ' ';
    else if ((guchar) p[0] == 0xc2 && (guchar) p[1] < 0xa0) // C1 controls
      p[1] = (char) 0xa0;
  return text;
}

gboolean
ceci_render_answer_fits (const CeciRenderRequest *request, const CeciRenderReply *reply, int fd)
{
  return reply->magic == CECI_RENDER_MAGIC && reply->version == CECI_RENDER_PROTOCOL && reply->kind == request->kind &&
         reply->id == request->id && reply->status <= CECI_RENDER_UNREADABLE &&
         memchr (reply->detail, '\0', sizeof reply->detail) != NULL && (reply->bulk_size > 0) == (fd >= 0);
}

// A day since PDFs exist, in the time of who reads it; what a document says of itself may be anything.
static char *
made_on (const CeciRenderReply *reply)
{
  g_autoptr (GDateTime) made = reply->made_at > 0 ? g_date_time_new_from_unix_local (reply->made_at) : NULL;

  return made != NULL && g_date_time_get_year (made) >= 1993 && g_date_time_get_year (made) < 2100
             ? g_date_time_format (made, "%Y-%m-%d")
             : NULL;
}

static CeciInspection *
opened (const CeciRenderReply *reply)
{
  g_autofree char *title = harmless_text (reply->detail, sizeof reply->detail);
  guint n_pages = MIN (reply->n_pages, CECI_RENDER_MAX_PAGES);
  CeciInspection *inspection;

  if (reply->picture)
    return ceci_inspection_new (CECI_DOCUMENT_HEALTH_NOT_PDF, MIN (n_pages, 1),
                                _ ("This file is a picture, not a PDF."));
  if (n_pages == 0 && reply->repaired)
    return ceci_inspection_new (CECI_DOCUMENT_HEALTH_DAMAGED, 0,
                                _ ("This PDF is damaged and cannot be read. Ask for it to be sent again."));
  if (n_pages == 0)
    return ceci_inspection_new (CECI_DOCUMENT_HEALTH_EMPTY, 0,
                                _ ("This PDF has no page. Ask for it to be sent again."));
  if (reply->repaired) {
    g_autofree char *detail = g_strdup_printf (
        ngettext ("This PDF is damaged or incomplete; %u page could still be read. Ask for it to be sent again.",
                  "This PDF is damaged or incomplete; %u pages could still be read. Ask for it to be sent again.",
                  n_pages),
        n_pages);
    inspection = ceci_inspection_new (CECI_DOCUMENT_HEALTH_DAMAGED, n_pages, detail);
  } else
    inspection = ceci_inspection_new (CECI_DOCUMENT_HEALTH_FINE, n_pages, NULL);
  inspection->made_on = made_on (reply);
  if (title[0] != '\0')
    inspection->title = g_steal_pointer (&title);
  return inspection;
}

CeciInspection *
ceci_render_answer_inspection (const CeciRenderReply *reply, const CeciRenderReply *hello)
{
  CeciInspection *inspection;

  if (reply->status == CECI_RENDER_OK)
    inspection = opened (reply);
  else if (reply->status == CECI_RENDER_ENCRYPTED)
    inspection = ceci_inspection_new (CECI_DOCUMENT_HEALTH_ENCRYPTED, 0,
                                      _ ("This document is protected by a password. Ask for a version without one."));
  else if (reply->status == CECI_RENDER_NOT_PDF)
    inspection =
        ceci_inspection_new (CECI_DOCUMENT_HEALTH_NOT_PDF, 0,
                             _ ("This file is not a PDF, whatever its name says. Ask for the document as a PDF."));
  else
    inspection = ceci_inspection_new (CECI_DOCUMENT_HEALTH_DAMAGED, 0,
                                      _ ("This PDF is damaged and cannot be read. Ask for it to be sent again."));
  inspection->isolation = hello->isolation;
  inspection->landlock_abi = hello->landlock_abi;
  return inspection;
}

static gpointer
not_an_answer (GError **error)
{
  g_set_error_literal (error, CECI_RENDER_ERROR, CECI_RENDER_ERROR_PROTOCOL,
                       _ ("The renderer gave an answer that makes no sense; it was stopped. Try this page again."));
  return NULL;
}

static gboolean
page_failed (const CeciRenderRequest *request, const CeciRenderReply *reply, GError **error)
{
  g_autofree char *detail = NULL;

  if (reply->status == CECI_RENDER_OK)
    return FALSE;
  detail = harmless_text (reply->detail, sizeof reply->detail);
  g_set_error (error, CECI_RENDER_ERROR, CECI_RENDER_ERROR_PAGE, _ ("Page %u cannot be read: %s."), request->page + 1,
               detail[0] != '\0' ? detail : _ ("the renderer refused it"));
  return TRUE;
}

GArray *
ceci_render_answer_sizes (const CeciRenderRequest *request, const CeciRenderReply *reply, int fd, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  const CeciRenderSize *sizes;
  GArray *result;

  if (page_failed (request, reply, error))
    return NULL;
  if (reply->count != request->count || reply->bulk_size != request->count * sizeof *sizes ||
      (bytes = ceci_sealed_map (fd, reply->bulk_size, NULL)) == NULL)
    return not_an_answer (error);
  sizes = g_bytes_get_data (bytes, NULL);
  result = g_array_sized_new (FALSE, TRUE, sizeof (CeciPageSize), request->count);
  for (guint i = 0; i < request->count; i++) {
    CeciPageSize size = {sizes[i].width, sizes[i].height};
    if (!isfinite (size.width) || !isfinite (size.height) || size.width <= 0 || size.height <= 0 ||
        size.width > CECI_RENDER_MAX_POINTS || size.height > CECI_RENDER_MAX_POINTS)
      size = (CeciPageSize) {0, 0};
    g_array_append_val (result, size);
  }
  return result;
}

CeciPixels *
ceci_render_answer_pixels (const CeciRenderRequest *request, const CeciRenderReply *reply, int fd, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  CeciPixels *pixels;

  if (page_failed (request, reply, error))
    return NULL;
  if (reply->width != request->region_width || reply->height != request->region_height ||
      reply->stride < reply->width * 4 || reply->stride > reply->width * 4 + 64 || reply->stride % 4 != 0 ||
      reply->bulk_size != (guint64) reply->stride * reply->height ||
      (bytes = ceci_sealed_map (fd, reply->bulk_size, NULL)) == NULL)
    return not_an_answer (error);
  pixels = g_new0 (CeciPixels, 1);
  *pixels = (CeciPixels) {g_steal_pointer (&bytes), reply->width, reply->height, reply->stride};
  return pixels;
}

char *
ceci_render_answer_text (const CeciRenderRequest *request, const CeciRenderReply *reply, int fd, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (page_failed (request, reply, error))
    return NULL;
  if (reply->bulk_size == 0)
    return g_strdup ("");
  if (reply->bulk_size > CECI_RENDER_MAX_BULK || (bytes = ceci_sealed_map (fd, reply->bulk_size, NULL)) == NULL)
    return not_an_answer (error);
  return harmless_text (g_bytes_get_data (bytes, NULL), reply->bulk_size);
}

GArray *
ceci_render_answer_regions (const CeciRenderRequest *request, const CeciRenderReply *reply, int fd, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GArray) result = g_array_new (FALSE, FALSE, sizeof (CeciPageRegion));
  const CeciRenderRegion *regions;

  if (page_failed (request, reply, error))
    return NULL;
  if (reply->count > CECI_RENDER_MAX_REGIONS || reply->bulk_size != reply->count * sizeof *regions)
    return not_an_answer (error);
  if (reply->count == 0)
    return g_steal_pointer (&result);
  bytes = ceci_sealed_map (fd, reply->bulk_size, NULL);
  if (bytes == NULL)
    return not_an_answer (error);
  regions = g_bytes_get_data (bytes, NULL);
  for (guint i = 0; i < reply->count; i++) {
    double left = regions[i].x, top = regions[i].y, right = left + regions[i].width, bottom = top + regions[i].height;
    if (isfinite (left) && isfinite (top) && isfinite (right) && isfinite (bottom) && right > left && bottom > top &&
        right > 0 && bottom > 0 && left < 1 && top < 1) {
      CeciPageRegion region = {MAX (left, 0), MAX (top, 0), MIN (right, 1) - MAX (left, 0),
                               MIN (bottom, 1) - MAX (top, 0)};
      g_array_append_val (result, region);
    }
  }
  return g_steal_pointer (&result);
}
