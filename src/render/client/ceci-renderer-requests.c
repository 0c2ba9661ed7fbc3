// SPDX-License-Identifier: GPL-3.0-or-later
// What can be asked of a renderer: each request is a job in its queue, which a cancellable takes out again.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ceci-renderer-private.h"

static gboolean
on_cancelled (GCancellable *cancellable, gpointer user_data)
{
  CeciRenderJob *job = user_data;
  CeciRenderer *self = job->renderer;
  g_autoptr (GTask) task = g_steal_pointer (&job->task);

  if (job == self->current)
    ceci_renderer_clear_source (&job->cancelled); // its answer will be dropped
  else {
    if (!g_queue_remove (&self->waiting, job))
      g_ptr_array_remove (self->openers, job);
    ceci_render_job_free (job);
  }
  g_task_return_error_if_cancelled (task);
  return G_SOURCE_REMOVE;
}

static CeciRenderJob *
job_new (CeciRenderer *self, gpointer tag, CeciRenderKind kind, guint page, GCancellable *cancellable,
         GAsyncReadyCallback callback, gpointer user_data)
{
  CeciRenderJob *job = g_new0 (CeciRenderJob, 1);

  job->renderer = self;
  job->request.kind = kind;
  job->request.page = page;
  job->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (job->task, tag);
  if (cancellable != NULL) {
    job->cancelled = g_cancellable_source_new (cancellable);
    g_source_set_callback (job->cancelled, G_SOURCE_FUNC (on_cancelled), job, NULL);
    g_source_attach (job->cancelled, self->context);
  }
  return job;
}

static void
queue (CeciRenderer *self, CeciRenderJob *job)
{
  g_queue_push_head (&self->waiting, job);
  ceci_renderer_pump (self);
}

/**
 * ceci_renderer_open_async:
 *
 * Opens the document; finishes with its condition, which is no error even when nothing in it can be read.
 */
void
ceci_renderer_open_async (CeciRenderer *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  gsize size = g_bytes_get_size (self->document);
  CeciRenderJob *job = job_new (self, ceci_renderer_open_async, CECI_RENDER_OPEN, 0, cancellable, callback, user_data);

  g_ptr_array_add (self->openers, job);
  if (self->inspection != NULL)
    ceci_renderer_settle_inspection (self, self->inspection);
  else if (size == 0)
    ceci_renderer_fail_unopened (self, CECI_DOCUMENT_HEALTH_EMPTY,
                                 _ ("This file is empty. Ask for it to be sent again."));
  else if (size > CECI_RENDER_MAX_DOCUMENT)
    ceci_renderer_fail_unopened (
        self, CECI_DOCUMENT_HEALTH_UNKNOWN,
        _ ("This document is larger than 512 MB, more than can be opened. Ask for a lighter one."));
  else
    ceci_renderer_pump (self);
}

CeciInspection *
ceci_renderer_open_finish (CeciRenderer *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ceci_renderer_sizes_async (CeciRenderer *self, guint first, guint count, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  CeciRenderJob *job =
      job_new (self, ceci_renderer_sizes_async, CECI_RENDER_SIZES, first, cancellable, callback, user_data);

  job->request.count = MIN (count, CECI_RENDER_MAX_SIZES);
  queue (self, job);
}

GArray *
ceci_renderer_sizes_finish (CeciRenderer *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * ceci_renderer_page_async:
 * @page: from 0
 * @width: in pixels, of the page after turning
 * @height: likewise
 * @rotation: 0, 90, 180 or 270 degrees clockwise
 *
 * Draws a whole page on white.
 */
void
ceci_renderer_page_async (CeciRenderer *self, guint page, guint width, guint height, guint rotation,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  CeciRenderJob *job =
      job_new (self, ceci_renderer_page_async, CECI_RENDER_PAGE, page, cancellable, callback, user_data);

  if (width > CECI_RENDER_MAX_SIDE || height > CECI_RENDER_MAX_SIDE ||
      (guint64) width * height > CECI_RENDER_MAX_PIXELS) {
    g_autoptr (GError) error =
        g_error_new_literal (CECI_RENDER_ERROR, CECI_RENDER_ERROR_TOO_LARGE,
                             _ ("That is more than eight million pixels at once. Choose a smaller scale."));
    ceci_render_job_fail (job, error);
    return;
  }
  job->request.width = job->request.region_width = width;
  job->request.height = job->request.region_height = height;
  job->request.rotation = rotation % 360;
  queue (self, job);
}

CeciPixels *
ceci_renderer_page_finish (CeciRenderer *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ceci_renderer_text_async (CeciRenderer *self, guint page, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  queue (self, job_new (self, ceci_renderer_text_async, CECI_RENDER_TEXT, page, cancellable, callback, user_data));
}

char *
ceci_renderer_text_finish (CeciRenderer *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * ceci_renderer_search_async:
 * @text: what to look for; only its first 255 bytes count. Case and accents do not matter.
 */
void
ceci_renderer_search_async (CeciRenderer *self, guint page, const char *text, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  CeciRenderJob *job =
      job_new (self, ceci_renderer_search_async, CECI_RENDER_SEARCH, page, cancellable, callback, user_data);
  g_autofree char *whole = NULL;

  g_strlcpy (job->request.query, text, sizeof job->request.query);
  whole = g_utf8_make_valid (job->request.query, -1); // a character may have been cut
  g_strlcpy (job->request.query, whole, sizeof job->request.query);
  queue (self, job);
}

GArray *
ceci_renderer_search_finish (CeciRenderer *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * ceci_page_size_in_pixels:
 * @size: the page's, in points
 * @scale: pixels a point
 *
 * The pixels to ask for: never none, never more than one request may.
 */
void
ceci_page_size_in_pixels (const CeciPageSize *size, double scale, guint rotation, guint *width, guint *height)
{
  double across = (rotation % 180 == 0 ? size->width : size->height) * scale;
  double down = (rotation % 180 == 0 ? size->height : size->width) * scale;
  double shrink = MIN (1, sqrt ((double) CECI_RENDER_MAX_PIXELS / MAX (across * down, 1)));

  shrink = MIN (shrink, (double) CECI_RENDER_MAX_SIDE / MAX (MAX (across, down), 1));
  *width = (guint) MAX (1, floor (across * shrink));
  *height = (guint) MAX (1, floor (down * shrink));
}
