// SPDX-License-Identifier: GPL-3.0-or-later
// Sizes, zoom, and the running sum of heights that finds a page by bisection.
#include "ceci-page-layout.h"

#include <math.h>

#define PIXELS_A_POINT (96.0 / 72.0) // at zoom 1

static const CeciPageSize a4 = {595.28, 841.89};

struct CeciPageLayout {
  guint n_pages;
  CeciPageSize *sizes;
  double *tops; // n_pages + 1: where each page begins; the last is where another would
  double zoom;
  double widest;    // points
  gboolean guessed; // no real size is known yet
};

static double
pixels (CeciPageLayout *self, double points)
{
  return MAX (1, round (points * self->zoom * PIXELS_A_POINT));
}

static void
place (CeciPageLayout *self)
{
  double y = CECI_PAGE_MARGIN;

  self->widest = 0;
  for (guint i = 0; i < self->n_pages; i++) {
    self->tops[i] = y;
    y += pixels (self, self->sizes[i].height) + CECI_PAGE_SPACING;
    self->widest = MAX (self->widest, self->sizes[i].width);
  }
  self->tops[self->n_pages] = y;
}

CeciPageLayout *
ceci_page_layout_new (guint n_pages)
{
  CeciPageLayout *self = g_new0 (CeciPageLayout, 1);

  self->n_pages = n_pages;
  self->sizes = g_new (CeciPageSize, n_pages + 1);
  self->tops = g_new0 (double, n_pages + 1);
  self->zoom = 1;
  self->guessed = TRUE;
  for (guint i = 0; i < n_pages; i++)
    self->sizes[i] = a4;
  place (self);
  return self;
}

void
ceci_page_layout_free (CeciPageLayout *self)
{
  g_free (self->sizes);
  g_free (self->tops);
  g_free (self);
}

guint
ceci_page_layout_n_pages (CeciPageLayout *self)
{
  return self->n_pages;
}

void
ceci_page_layout_set_sizes (CeciPageLayout *self, guint first, GArray *sizes)
{
  for (guint i = 0; i < sizes->len && first + i < self->n_pages; i++) {
    const CeciPageSize *size = &g_array_index (sizes, CeciPageSize, i);
    self->sizes[first + i] = size->width > 0 && size->height > 0 ? *size : a4;
  }
  // pages mostly look alike: the first one's size is the best guess for those not asked yet
  if (self->guessed && first == 0 && sizes->len > 0)
    for (guint i = sizes->len; i < self->n_pages; i++)
      self->sizes[i] = self->sizes[0];
  self->guessed = FALSE;
  place (self);
}

const CeciPageSize *
ceci_page_layout_size (CeciPageLayout *self, guint page)
{
  return &self->sizes[page];
}

void
ceci_page_layout_set_zoom (CeciPageLayout *self, double zoom)
{
  self->zoom = CLAMP (zoom, CECI_ZOOM_MIN, CECI_ZOOM_MAX);
  place (self);
}

double
ceci_page_layout_zoom (CeciPageLayout *self)
{
  return self->zoom;
}

double
ceci_page_layout_width (CeciPageLayout *self)
{
  return pixels (self, self->widest) + 2 * CECI_PAGE_MARGIN;
}

double
ceci_page_layout_height (CeciPageLayout *self)
{
  return self->tops[self->n_pages] - CECI_PAGE_SPACING + CECI_PAGE_MARGIN;
}

double
ceci_page_layout_fit_width (CeciPageLayout *self, double width)
{
  double zoom = floor (width - 2 * CECI_PAGE_MARGIN) / (MAX (self->widest, 1) * PIXELS_A_POINT);
  return CLAMP (zoom, CECI_ZOOM_MIN, CECI_ZOOM_MAX);
}

double
ceci_page_layout_fit_page (CeciPageLayout *self, guint page, double width, double height)
{
  double across = floor (width - 2 * CECI_PAGE_MARGIN) / (self->sizes[page].width * PIXELS_A_POINT);
  double down = floor (height - 2 * CECI_PAGE_MARGIN) / (self->sizes[page].height * PIXELS_A_POINT);
  return CLAMP (MIN (across, down), CECI_ZOOM_MIN, CECI_ZOOM_MAX);
}

CeciPageBox
ceci_page_layout_box (CeciPageLayout *self, guint page, double viewport_width)
{
  double width = pixels (self, self->sizes[page].width);
  double room = MAX (viewport_width, ceci_page_layout_width (self));

  return (CeciPageBox) {floor ((room - width) / 2), self->tops[page], width, pixels (self, self->sizes[page].height)};
}

guint
ceci_page_layout_page_at (CeciPageLayout *self, double y)
{
  guint low = 0, high = self->n_pages;

  while (high - low > 1) {
    guint middle = low + (high - low) / 2;
    if (self->tops[middle] <= y)
      low = middle;
    else
      high = middle;
  }
  return low;
}
