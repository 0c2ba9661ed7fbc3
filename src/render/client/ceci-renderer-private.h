// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of a renderer, for its requests and for the process that serves them.
#pragma once

#include "ceci-render-process.h"
#include "ceci-renderer.h"

G_BEGIN_DECLS

typedef enum {
  CECI_RENDERER_ABSENT,
  CECI_RENDERER_STARTING,
  CECI_RENDERER_OPENING,
  CECI_RENDERER_IDLE,
  CECI_RENDERER_BUSY
} CeciRendererState;

typedef struct {
  CeciRenderer *renderer; // unowned: the task holds it
  GTask *task;            // NULL once cancelled while being served
  GSource *cancelled;
  CeciRenderRequest request;
} CeciRenderJob;

struct _CeciRenderer {
  GObject parent;
  GBytes *document;
  int document_fd; // the sealed copy, -1 until needed
  GMainContext *context;
  guint deadline;
  guint restarts;
  gboolean trusting; // reads without complete isolation too
  gboolean brief;    // looks once and ends: its process is forked from one that is ready
  guint next_id;
  CeciRendererState state;
  CeciRenderProcess *process;
  GSource *watch;
  GSource *timer;
  CeciRenderReply hello;
  CeciRenderRequest opening;
  CeciInspection *inspection;
  GError *fatal;      // no request can succeed any more
  GQueue waiting;     // CeciRenderJob: newest first
  GPtrArray *openers; // CeciRenderJob of those who wait for the inspection
  CeciRenderJob *current;
};

CeciRenderer *ceci_renderer_new_brief (GBytes *document);
void ceci_renderer_pump (CeciRenderer *self);
void ceci_renderer_clear_source (GSource **source);
void ceci_renderer_settle_inspection (CeciRenderer *self, CeciInspection *inspection);
void ceci_renderer_fail_unopened (CeciRenderer *self, CeciDocumentHealth health, const char *detail);
void ceci_render_job_fail (CeciRenderJob *job, const GError *error); // frees it too
void ceci_render_job_free (CeciRenderJob *job);

G_END_DECLS
