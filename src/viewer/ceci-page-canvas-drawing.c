// SPDX-License-Identifier: GPL-3.0-or-later
// Drawing what is in sight, and asking for it and the next pages in the direction of travel. The GTK thread only places
// textures: whatever takes time is the renderer's.
#include "config.h"

#include <math.h>

#include "ceci-page-canvas-private.h"
#include "ceci-page-marks.h"
#include "ceci-page-painter.h"

#define AHEAD 2               // pages drawn ahead in the direction of travel
#define LARGE_PAGE (4u << 20) // pixels: no drawing ahead of such
#define SETTLE_MS 60          // while zooming goes on, the old textures are stretched

static double
device_scale (CeciPageCanvas *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;

  return surface != NULL ? gdk_surface_get_scale (surface) : 1;
}

static void
texture_size (CeciPageCanvas *self, guint page, guint *width, guint *height)
{
  CeciPageBox box = ceci_page_canvas_get_box (self, page);
  CeciPageSize size = {box.width, box.height};

  ceci_page_size_in_pixels (&size, device_scale (self), 0, width, height);
}

static void
pages_in_sight (CeciPageCanvas *self, guint *first, guint *last)
{
  double top = ceci_page_canvas_get_offset (self, GTK_ORIENTATION_VERTICAL);

  *first = ceci_page_layout_page_at (self->layout, top);
  *last = ceci_page_layout_page_at (self->layout, top + gtk_widget_get_height (GTK_WIDGET (self)));
}

// --- what is asked of the renderer -------------------------------------------

static void
want (CeciPageCanvas *self, guint page)
{
  guint width, height;

  texture_size (self, page, &width, &height);
  ceci_page_cache_want (self->cache, page, width, height);
}

// The renderer serves the newest first: what is ahead is asked for first, what is in sight last.
void
ceci_page_canvas_want_pages (CeciPageCanvas *self)
{
  guint n_pages = ceci_page_layout_n_pages (self->layout);
  guint first, last, width, height;

  if (gtk_widget_get_height (GTK_WIDGET (self)) == 0)
    return; // not on the screen yet: at what size is not known
  pages_in_sight (self, &first, &last);
  ceci_page_cache_keep_only (self->cache, first > AHEAD ? first - AHEAD : 0, MIN (last + AHEAD, n_pages - 1));
  texture_size (self, first, &width, &height);
  if ((guint64) width * height <= LARGE_PAGE)
    for (guint i = AHEAD; i >= 1; i--) {
      if (self->backwards && first >= i)
        want (self, first - i);
      else if (!self->backwards && last + i < n_pages)
        want (self, last + i);
    }
  for (guint page = last + 1; page > first; page--)
    want (self, page - 1);
}

static gboolean
on_settled (gpointer user_data)
{
  CeciPageCanvas *self = user_data;

  self->settle = 0;
  if (self->layout != NULL)
    ceci_page_canvas_want_pages (self);
  return G_SOURCE_REMOVE;
}

void
ceci_page_canvas_want_pages_soon (CeciPageCanvas *self)
{
  g_clear_handle_id (&self->settle, g_source_remove);
  self->settle = g_timeout_add (SETTLE_MS, on_settled, self);
}

// --- drawing ------------------------------------------------------------------

static void
snapshot_page (CeciPageCanvas *self, GtkSnapshot *snapshot, guint page)
{
  CeciPageBox box = ceci_page_canvas_get_box (self, page);
  guint width, height;

  texture_size (self, page, &width, &height);
  ceci_page_painter_snapshot (GTK_WIDGET (self), snapshot, &box, ceci_page_cache_texture (self->cache, page), width,
                              height, ceci_page_cache_failure (self->cache, page));
  ceci_page_marks_snapshot (self->hits, page, &box, snapshot);
  ceci_page_marks_snapshot (self->notes, page, &box, snapshot);
  if (self->dragged.width > 0 && self->dragged_page == page)
    ceci_page_marks_draw_region (snapshot, &box, &self->dragged, CECI_MARK_CURRENT);
}

void
ceci_page_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CeciPageCanvas *self = CECI_PAGE_CANVAS (widget);
  double scale = device_scale (self);
  guint first, last;

  if (self->layout == NULL)
    return;
  pages_in_sight (self, &first, &last);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                         (float) gtk_widget_get_height (widget)));
  // on the screen's own pixels, or every texture would be blurred
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT (
                    (float) -(round (ceci_page_canvas_get_offset (self, GTK_ORIENTATION_HORIZONTAL) * scale) / scale),
                    (float) -(round (ceci_page_canvas_get_offset (self, GTK_ORIENTATION_VERTICAL) * scale) / scale)));
  for (guint page = first; page <= last; page++)
    snapshot_page (self, snapshot, page);
  gtk_snapshot_pop (snapshot);
}

gboolean
ceci_page_canvas_is_sharp (CeciPageCanvas *self)
{
  guint first, last, width, height;

  if (self->layout == NULL || self->settle != 0 || gtk_widget_get_height (GTK_WIDGET (self)) == 0)
    return FALSE;
  pages_in_sight (self, &first, &last);
  for (guint page = first; page <= last; page++) {
    GdkTexture *texture = ceci_page_cache_texture (self->cache, page);
    texture_size (self, page, &width, &height);
    if (ceci_page_cache_failure (self->cache, page) == NULL &&
        (texture == NULL || gdk_texture_get_width (texture) != (int) width ||
         gdk_texture_get_height (texture) != (int) height))
      return FALSE;
  }
  return TRUE;
}
