// SPDX-License-Identifier: GPL-3.0-or-later
// The column of pages itself: a scrollable widget that draws them, and nothing around them. Private to the viewer.
#pragma once

#include "ceci-document-view.h"
#include "ceci-page-layout.h"

G_BEGIN_DECLS

#define CECI_TYPE_PAGE_CANVAS (ceci_page_canvas_get_type ())
G_DECLARE_FINAL_TYPE (CeciPageCanvas, ceci_page_canvas, CECI, PAGE_CANVAS, GtkWidget)

// Properties: page, zoom, fit, selecting, as the document view has them. Signals: region-selected, note-activated.
GtkWidget *ceci_page_canvas_new (void);
void ceci_page_canvas_set_renderer (CeciPageCanvas *self, CeciRenderer *renderer,
                                    guint n_pages); // opened; NULL: nothing
void ceci_page_canvas_set_page (CeciPageCanvas *self, guint page);
guint ceci_page_canvas_get_page (CeciPageCanvas *self);
guint ceci_page_canvas_get_n_pages (CeciPageCanvas *self);
void ceci_page_canvas_set_zoom (CeciPageCanvas *self, double zoom);
double ceci_page_canvas_get_zoom (CeciPageCanvas *self);
void ceci_page_canvas_set_fit (CeciPageCanvas *self, CeciFit fit);
CeciFit ceci_page_canvas_get_fit (CeciPageCanvas *self);
void ceci_page_canvas_set_selecting (CeciPageCanvas *self, gboolean selecting);
gboolean ceci_page_canvas_get_selecting (CeciPageCanvas *self);
void ceci_page_canvas_set_marks (CeciPageCanvas *self, gboolean notes, const CeciPageMark *marks, guint n_marks);
void ceci_page_canvas_reveal (CeciPageCanvas *self, guint page, const CeciPageRegion *region);
void ceci_page_canvas_scroll (CeciPageCanvas *self, double screens, double steps,
                              double sideways);            // heights of what is seen, arrow steps
gboolean ceci_page_canvas_is_sharp (CeciPageCanvas *self); // every page in sight is drawn at its size, or failed

// For what the pointer does; places are in the widget.
void ceci_page_canvas_zoom_about (CeciPageCanvas *self, double zoom, double x,
                                  double y); // that place stays where it is
void ceci_page_canvas_leave_fit (CeciPageCanvas *self);
gboolean ceci_page_canvas_locate (CeciPageCanvas *self, double x, double y, guint *page, double *fraction_x,
                                  double *fraction_y);
void ceci_page_canvas_get_page_size (CeciPageCanvas *self, guint page, double *width, double *height); // on the screen
const CeciPageMark *ceci_page_canvas_note_at (CeciPageCanvas *self, double x, double y);
void ceci_page_canvas_set_dragged (CeciPageCanvas *self, guint page, const CeciPageRegion *region); // NULL: none

G_END_DECLS
