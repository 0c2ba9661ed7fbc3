// SPDX-License-Identifier: GPL-3.0-or-later
// One document, read by one ceci-render process; asks for pages and text, and outlives the process when it dies.
#pragma once

#include "ceci-inspection.h"

G_BEGIN_DECLS

#define CECI_RENDER_ERROR (ceci_render_error_quark ())
typedef enum {
  CECI_RENDER_ERROR_NO_RENDERER, // ceci-render cannot be started, or is of another version
  CECI_RENDER_ERROR_DOCUMENT,    // the document cannot be opened; the message is the inspection's detail
  CECI_RENDER_ERROR_PAGE,        // this page cannot be drawn or read
  CECI_RENDER_ERROR_STALLED,     // no answer within the deadline; the process was killed
  CECI_RENDER_ERROR_DIED,        // the process ended at this request
  CECI_RENDER_ERROR_PROTOCOL,    // the answer was not an answer; the process was killed
  CECI_RENDER_ERROR_TOO_LARGE,   // more pixels than one request may ask for
} CeciRenderError;
GQuark ceci_render_error_quark (void);

typedef struct {
  double width, height;
} CeciPageSize; // points
typedef struct {
  double x, y, width, height;
} CeciPageRegion; // fractions of the page, origin top left
typedef struct {
  GBytes *bytes;
  guint width, height, stride;
} CeciPixels; // B8G8R8X8 on little endian (cairo's RGB24); bytes are the shared memory itself

CeciPixels *ceci_pixels_copy (const CeciPixels *self);
void ceci_pixels_free (CeciPixels *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciPixels, ceci_pixels_free)

#define CECI_TYPE_RENDERER (ceci_renderer_get_type ())
G_DECLARE_FINAL_TYPE (CeciRenderer, ceci_renderer, CECI, RENDERER, GObject)

// Starts nothing yet. Works in the thread-default main context of the thread that makes it; use it from there only.
CeciRenderer *ceci_renderer_new (GBytes *document);
GBytes *ceci_renderer_get_document (CeciRenderer *self);
void ceci_renderer_set_deadline (CeciRenderer *self, guint milliseconds); // for each request; 20 seconds at first
void ceci_renderer_set_trusting (CeciRenderer *self,
                                 gboolean trusting);   // without complete isolation too; FALSE at first
guint ceci_renderer_get_restarts (CeciRenderer *self); // how often the process had to be replaced

// Opening. The document's condition is the inspection's, not an error; every other request opens by itself first.
void ceci_renderer_open_async (CeciRenderer *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data);
CeciInspection *ceci_renderer_open_finish (CeciRenderer *self, GAsyncResult *result, GError **error);
const CeciInspection *ceci_renderer_get_inspection (CeciRenderer *self); // NULL until opened

// Pages count from 0. Requests are served newest first, one at a time; a cancelled one leaves the queue.
void ceci_renderer_sizes_async (CeciRenderer *self, guint first, guint count, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
GArray *ceci_renderer_sizes_finish (CeciRenderer *self, GAsyncResult *result,
                                    GError **error); // of CeciPageSize; 0 × 0 where the page has no sane size
void ceci_renderer_page_async (CeciRenderer *self, guint page, guint width, guint height, guint rotation,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CeciPixels *ceci_renderer_page_finish (CeciRenderer *self, GAsyncResult *result, GError **error);
void ceci_renderer_text_async (CeciRenderer *self, guint page, GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data);
char *ceci_renderer_text_finish (CeciRenderer *self, GAsyncResult *result,
                                 GError **error); // valid UTF-8, no control characters but tab and newline
void ceci_renderer_search_async (CeciRenderer *self, guint page, const char *text, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
GArray *ceci_renderer_search_finish (CeciRenderer *self, GAsyncResult *result, GError **error); // of CeciPageRegion

// The largest size not above `scale` pixels a point that one request may ask for; rotation turns it.
void ceci_page_size_in_pixels (const CeciPageSize *size, double scale, guint rotation, guint *width, guint *height);

G_END_DECLS
