// SPDX-License-Identifier: GPL-3.0-or-later
// Where the pages of a document stand in one column, in pixels of the screen's logic; numbers only, no widget.
#pragma once

#include "render/client/ceci-renderer.h"

G_BEGIN_DECLS

#define CECI_PAGE_MARGIN 12.0  // around the column
#define CECI_PAGE_SPACING 12.0 // between two pages
#define CECI_ZOOM_MIN 0.1
#define CECI_ZOOM_MAX 10.0

typedef struct {
  double x, y, width, height;
} CeciPageBox;

typedef struct CeciPageLayout CeciPageLayout;

CeciPageLayout *ceci_page_layout_new (guint n_pages); // every page A4 until its size is said
void ceci_page_layout_free (CeciPageLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciPageLayout, ceci_page_layout_free)

guint ceci_page_layout_n_pages (CeciPageLayout *self);
void ceci_page_layout_set_sizes (CeciPageLayout *self, guint first, GArray *sizes); // of CeciPageSize; 0 × 0 keeps A4
const CeciPageSize *ceci_page_layout_size (CeciPageLayout *self, guint page);       // points
void ceci_page_layout_set_zoom (CeciPageLayout *self, double zoom);
double ceci_page_layout_zoom (CeciPageLayout *self);
double ceci_page_layout_width (CeciPageLayout *self); // of the whole column with its margins
double ceci_page_layout_height (CeciPageLayout *self);
double ceci_page_layout_fit_width (CeciPageLayout *self, double width); // the zoom that makes the widest page fill it
double ceci_page_layout_fit_page (CeciPageLayout *self, guint page, double width,
                                  double height); // the zoom that shows that page whole
CeciPageBox ceci_page_layout_box (CeciPageLayout *self, guint page,
                                  double viewport_width);        // centred where there is room
guint ceci_page_layout_page_at (CeciPageLayout *self, double y); // the page at that height, or the one before the gap

G_END_DECLS
