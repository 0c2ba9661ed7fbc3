// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of a canvas, for what moves it and what draws it.
#pragma once

#include "ceci-page-cache.h"
#include "ceci-page-canvas.h"
#include "ceci-page-pointer.h"
#include "ceci-page-sizes.h"

G_BEGIN_DECLS

struct _CeciPageCanvas {
  GtkWidget parent;
  GtkAdjustment *adjustments[2]; // GTK_ORIENTATION_HORIZONTAL, _VERTICAL
  GtkScrollablePolicy policies[2];
  CeciPageCache *cache;
  CeciPageLayout *layout; // NULL: nothing is shown
  CeciPageSizes *sizes;
  GPtrArray *notes, *hits;
  guint page;
  CeciFit fit;
  gboolean selecting;
  gboolean holding_still; // adjustments are being set: they say nothing about what the person did
  gboolean backwards;
  double last_y;
  guint settle;
  CeciPagePointer *pointer;
  guint dragged_page;
  CeciPageRegion dragged; // being drawn by the pointer; no width: none
};

double ceci_page_canvas_get_offset (CeciPageCanvas *self, GtkOrientation orientation); // of the scrolling
CeciPageBox ceci_page_canvas_get_box (CeciPageCanvas *self, guint page);

void ceci_page_canvas_want_pages (CeciPageCanvas *self); // asks for what is in sight, and ahead
void ceci_page_canvas_want_pages_soon (CeciPageCanvas *self);
void ceci_page_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

G_END_DECLS
