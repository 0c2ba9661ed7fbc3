// SPDX-License-Identifier: GPL-3.0-or-later
// A PDF to be read: its pages in one column that scrolls and zooms, drawn by ceci-render. Shows, and changes nothing.
#pragma once

#include <gtk/gtk.h>

#include "render/client/ceci-renderer.h"

G_BEGIN_DECLS

typedef enum { CECI_FIT_NONE, CECI_FIT_WIDTH, CECI_FIT_PAGE } CeciFit;
#define CECI_TYPE_FIT (ceci_fit_get_type ())
GType ceci_fit_get_type (void);

// A place on a page that is drawn over it: a juror's note, a hit of a search.
typedef enum { CECI_MARK_NOTE, CECI_MARK_HIT, CECI_MARK_CURRENT } CeciMarkKind;
typedef struct {
  CeciMarkKind kind;
  guint page;            // from 0
  CeciPageRegion region; // fractions of the page, origin top left
  const char *id;        // what note-activated says; may be NULL
  const char *text;      // the tooltip; may be NULL
} CeciPageMark;

#define CECI_TYPE_DOCUMENT_VIEW (ceci_document_view_get_type ())
G_DECLARE_FINAL_TYPE (CeciDocumentView, ceci_document_view, CECI, DOCUMENT_VIEW, GtkWidget)

// Properties: document (GBytes), page (uint, from 0), n-pages (uint, 0 until opened), zoom (double, 1 is 96 pixels an
// inch),
//   fit (CeciFit), selecting (boolean: dragging selects a region instead of nothing), label (string, "Page 3 of 12",
//   translated).
// Signals: region-selected (uint page, double x, y, width, height: fractions); note-activated (string id).
// Actions, with keys when focused: document.zoom-in (+), .zoom-out (−), .zoom-fit-width (Ctrl+0), .zoom-fit-page
// (Ctrl+9), .zoom-original (Ctrl+1),
//   .next-page, .previous-page, .first-page (Home), .last-page (End), .select-page (the whole page as a region). Page
//   up/down, space and arrows scroll.
GtkWidget *ceci_document_view_new (void);
void ceci_document_view_set_document (CeciDocumentView *self, GBytes *document); // NULL: nothing is shown
GBytes *ceci_document_view_get_document (CeciDocumentView *self);
const CeciInspection *ceci_document_view_get_inspection (CeciDocumentView *self); // NULL until opened
void ceci_document_view_set_page (CeciDocumentView *self, guint page);
guint ceci_document_view_get_page (CeciDocumentView *self);
guint ceci_document_view_get_n_pages (CeciDocumentView *self);
void ceci_document_view_set_zoom (CeciDocumentView *self, double zoom); // fit becomes none
double ceci_document_view_get_zoom (CeciDocumentView *self);
void ceci_document_view_set_fit (CeciDocumentView *self, CeciFit fit);
CeciFit ceci_document_view_get_fit (CeciDocumentView *self);
void ceci_document_view_set_selecting (CeciDocumentView *self, gboolean selecting);
gboolean ceci_document_view_get_selecting (CeciDocumentView *self);
void ceci_document_view_set_notes (CeciDocumentView *self, const CeciPageMark *notes, guint n_notes); // copied
void ceci_document_view_set_hits (CeciDocumentView *self, const CeciPageMark *hits, guint n_hits);    // copied
void ceci_document_view_reveal (CeciDocumentView *self, guint page, const CeciPageRegion *region);    // scrolls there
gboolean
ceci_document_view_is_settled (CeciDocumentView *self); // what is in sight is drawn as sharp as it gets, or failed

G_END_DECLS
