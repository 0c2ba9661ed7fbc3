// SPDX-License-Identifier: GPL-3.0-or-later
// The queue before one ceci-render process, and that process's life: started when first needed, given the document,
// asked one thing at a time, killed when it stalls or talks nonsense, and started again for the next request.
#include "config.h"

#include "ceci-renderer-private.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ceci-render-answer.h"
#include "render/ceci-sealed.h"

#define DEADLINE_MS 20000

G_DEFINE_FINAL_TYPE (CeciRenderer, ceci_renderer, G_TYPE_OBJECT)
G_DEFINE_QUARK (ceci - render - error - quark, ceci_render_error)

CeciPixels *
ceci_pixels_copy (const CeciPixels *self)
{
  CeciPixels *copy = g_memdup2 (self, sizeof *self);
  g_bytes_ref (copy->bytes);
  return copy;
}

void
ceci_pixels_free (CeciPixels *self)
{
  if (self == NULL)
    return;
  g_bytes_unref (self->bytes);
  g_free (self);
}

void
ceci_renderer_clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

void
ceci_render_job_free (CeciRenderJob *job)
{
  ceci_renderer_clear_source (&job->cancelled);
  g_clear_object (&job->task);
  g_free (job);
}

void
ceci_render_job_fail (CeciRenderJob *job, const GError *error)
{
  if (job->task != NULL)
    g_task_return_error (job->task, g_error_copy (error));
  ceci_render_job_free (job);
}

// --- the process ------------------------------------------------------------

static void
end_process (CeciRenderer *self)
{
  ceci_renderer_clear_source (&self->watch);
  ceci_renderer_clear_source (&self->timer);
  g_clear_pointer (&self->process, ceci_render_process_kill);
  self->state = CECI_RENDERER_ABSENT;
}

static void
fail_everything (CeciRenderer *self, const GError *error)
{
  GQueue waiting = self->waiting;
  g_autoptr (GPtrArray) openers = g_steal_pointer (&self->openers);
  CeciRenderJob *job;

  self->openers = g_ptr_array_new ();
  g_queue_init (&self->waiting);
  for (guint i = 0; i < openers->len; i++)
    ceci_render_job_fail (openers->pdata[i], error);
  while ((job = g_queue_pop_head (&waiting)) != NULL)
    ceci_render_job_fail (job, error);
}

// The inspection is known: those who waited for it have it; it stays the same for the renderer's life.
void
ceci_renderer_settle_inspection (CeciRenderer *self, CeciInspection *inspection)
{
  g_autoptr (GPtrArray) openers = g_steal_pointer (&self->openers);

  self->openers = g_ptr_array_new ();
  self->inspection = inspection;
  for (guint i = 0; i < openers->len; i++) {
    CeciRenderJob *job = openers->pdata[i];
    if (job->task != NULL)
      g_task_return_pointer (job->task, ceci_inspection_copy (inspection), (GDestroyNotify) ceci_inspection_free);
    ceci_render_job_free (job);
  }
}

static void
document_failed (CeciRenderer *self, const char *detail)
{
  end_process (self);
  g_clear_error (&self->fatal);
  self->fatal = g_error_new_literal (CECI_RENDER_ERROR, CECI_RENDER_ERROR_DOCUMENT, detail);
  fail_everything (self, self->fatal);
}

void
ceci_renderer_fail_unopened (CeciRenderer *self, CeciDocumentHealth health, const char *detail)
{
  if (self->inspection == NULL) {
    CeciInspection *inspection = ceci_inspection_new (health, 0, detail);
    inspection->isolation = self->hello.isolation;
    inspection->landlock_abi = self->hello.landlock_abi;
    ceci_renderer_settle_inspection (self, inspection);
  }
  document_failed (self, detail);
}

static void
no_renderer (CeciRenderer *self, const char *reason)
{
  g_autoptr (GError) error =
      g_error_new (CECI_RENDER_ERROR, CECI_RENDER_ERROR_NO_RENDERER,
                   _ ("The program that reads documents could not be started (%s). Install CECi again."), reason);
  end_process (self);
  fail_everything (self, error);
}

static const char *
reason_for (CeciRenderError code, gboolean opening)
{
  if (code == CECI_RENDER_ERROR_STALLED)
    return opening ? _ ("Reading this document took too long, and was stopped.")
                   : _ ("Drawing this page took too long, and was stopped.");
  if (code == CECI_RENDER_ERROR_PROTOCOL)
    return opening ? _ ("Reading this document gave an answer that makes no sense, and was stopped.")
                   : _ ("Drawing this page gave an answer that makes no sense, and was stopped.");
  return opening ? _ ("This document makes the program that reads it fail.")
                 : _ ("This page makes the program that draws it fail.");
}

// The process died, stalled or talked nonsense: what it was at fails, and nothing else does.
static void
lose_process (CeciRenderer *self, CeciRenderError code)
{
  CeciRendererState state = self->state;
  CeciRenderJob *job = g_steal_pointer (&self->current);

  end_process (self);
  if (state == CECI_RENDERER_STARTING)
    no_renderer (self, code == CECI_RENDER_ERROR_STALLED ? _ ("it does not answer")
                                                         : _ ("it stopped, or is of another version"));
  else if (state == CECI_RENDERER_OPENING)
    ceci_renderer_fail_unopened (self, CECI_DOCUMENT_HEALTH_DAMAGED, reason_for (code, TRUE));
  self->restarts++;
  if (job != NULL) {
    g_autoptr (GError) error = g_error_new_literal (CECI_RENDER_ERROR, (int) code, reason_for (code, FALSE));
    ceci_render_job_fail (job, error);
  }
  ceci_renderer_pump (self);
}

static gboolean
on_deadline (gpointer user_data)
{
  g_autoptr (CeciRenderer) self = g_object_ref (user_data);

  ceci_renderer_clear_source (&self->timer);
  lose_process (self, CECI_RENDER_ERROR_STALLED);
  return G_SOURCE_REMOVE;
}

static void
set_timer (CeciRenderer *self)
{
  ceci_renderer_clear_source (&self->timer);
  self->timer = g_timeout_source_new (self->deadline);
  g_source_set_static_name (self->timer, "ceci-render deadline");
  g_source_set_callback (self->timer, on_deadline, self, NULL);
  g_source_attach (self->timer, self->context);
}

static void
ask (CeciRenderer *self, CeciRenderRequest *request, CeciRendererState state, int fd)
{
  request->magic = CECI_RENDER_MAGIC;
  request->version = CECI_RENDER_PROTOCOL;
  request->id = ++self->next_id;
  self->state = state;
  set_timer (self);
  if (!ceci_render_process_send (self->process, request, fd))
    lose_process (self, CECI_RENDER_ERROR_DIED);
}

static void
send_document (CeciRenderer *self)
{
  g_autoptr (GError) error = NULL;
  gsize size;
  const void *data = g_bytes_get_data (self->document, &size);

  if (self->document_fd < 0)
    self->document_fd = ceci_sealed_copy ("ceci-document", data, size, &error);
  if (self->document_fd < 0) {
    no_renderer (self, error->message);
    return;
  }
  self->opening = (CeciRenderRequest) {.kind = CECI_RENDER_OPEN, .bulk_size = size};
  ask (self, &self->opening, CECI_RENDERER_OPENING, self->document_fd);
}

static void
withhold (CeciRenderer *self)
{
  const char *detail = _ ("This document was not opened: this system cannot isolate documents completely. Open only "
                          "documents whose origin you trust.");

  if (self->inspection == NULL) {
    CeciInspection *inspection = ceci_inspection_new (CECI_DOCUMENT_HEALTH_UNKNOWN, 0, detail);
    inspection->withheld = TRUE;
    inspection->isolation = self->hello.isolation;
    inspection->landlock_abi = self->hello.landlock_abi;
    ceci_renderer_settle_inspection (self, inspection);
  }
  ceci_renderer_fail_unopened (self, CECI_DOCUMENT_HEALTH_UNKNOWN, detail);
}

// The greeting says what protects this machine; without all of it no byte of the document is handed over.
static void
greet (CeciRenderer *self)
{
  if (self->trusting || (self->hello.isolation & CECI_RENDER_ISOLATED) == CECI_RENDER_ISOLATED)
    send_document (self);
  else
    withhold (self);
}

// --- what comes back --------------------------------------------------------

static void
finish_opening (CeciRenderer *self, const CeciRenderReply *reply, int fd)
{
  CeciInspection *inspection;

  if (!ceci_render_answer_fits (&self->opening, reply, fd)) {
    lose_process (self, CECI_RENDER_ERROR_PROTOCOL);
    return;
  }
  ceci_renderer_clear_source (&self->timer);
  self->state = CECI_RENDERER_IDLE;
  inspection = ceci_render_answer_inspection (reply, &self->hello);
  if (self->inspection == NULL)
    ceci_renderer_settle_inspection (self, inspection);
  else
    ceci_inspection_free (inspection);
  if (self->inspection->n_pages == 0)
    document_failed (self, self->inspection->detail);
}

static void
return_answer (CeciRenderJob *job, const CeciRenderReply *reply, int fd)
{
  GError *error = NULL;
  gpointer answer = NULL;
  GDestroyNotify free_answer = NULL;

  if (job->request.kind == CECI_RENDER_SIZES) {
    answer = ceci_render_answer_sizes (&job->request, reply, fd, &error);
    free_answer = (GDestroyNotify) g_array_unref;
  } else if (job->request.kind == CECI_RENDER_PAGE) {
    answer = ceci_render_answer_pixels (&job->request, reply, fd, &error);
    free_answer = (GDestroyNotify) ceci_pixels_free;
  } else if (job->request.kind == CECI_RENDER_TEXT) {
    answer = ceci_render_answer_text (&job->request, reply, fd, &error);
    free_answer = g_free;
  } else {
    answer = ceci_render_answer_regions (&job->request, reply, fd, &error);
    free_answer = (GDestroyNotify) g_array_unref;
  }
  if (error != NULL)
    g_task_return_error (job->task, error);
  else
    g_task_return_pointer (job->task, answer, free_answer);
}

static void
finish_job (CeciRenderer *self, const CeciRenderReply *reply, int fd)
{
  CeciRenderJob *job = self->current;

  if (!ceci_render_answer_fits (&job->request, reply, fd)) {
    lose_process (self, CECI_RENDER_ERROR_PROTOCOL);
    return;
  }
  ceci_renderer_clear_source (&self->timer);
  self->current = NULL;
  self->state = CECI_RENDERER_IDLE;
  ceci_renderer_pump (self); // the renderer works on while the answer is looked at
  if (job->task != NULL)
    return_answer (job, reply, fd);
  ceci_render_job_free (job);
}

static void
take_packet (CeciRenderer *self, const CeciRenderReply *reply, int fd)
{
  if (self->state == CECI_RENDERER_STARTING) {
    self->hello = *reply;
    if (reply->magic == CECI_RENDER_MAGIC && reply->version == CECI_RENDER_PROTOCOL &&
        reply->kind == CECI_RENDER_HELLO && fd < 0)
      greet (self);
    else
      lose_process (self, CECI_RENDER_ERROR_PROTOCOL);
  } else if (self->state == CECI_RENDERER_OPENING)
    finish_opening (self, reply, fd);
  else if (self->state == CECI_RENDERER_BUSY)
    finish_job (self, reply, fd);
  else
    lose_process (self, CECI_RENDER_ERROR_PROTOCOL); // nothing was asked
}

static gboolean
on_packet (int socket, GIOCondition condition, gpointer user_data)
{
  g_autoptr (CeciRenderer) self = g_object_ref (user_data);
  CeciRenderReply reply;
  g_autofd int fd = -1;
  CeciPacket packet = ceci_render_process_receive (self->process, &reply, &fd);

  if (packet == CECI_PACKET_WHOLE)
    take_packet (self, &reply, fd);
  else if (packet != CECI_PACKET_NONE)
    lose_process (self, packet == CECI_PACKET_END ? CECI_RENDER_ERROR_DIED : CECI_RENDER_ERROR_PROTOCOL);
  ceci_renderer_pump (self);
  return self->watch == g_main_current_source () ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
start_process (CeciRenderer *self)
{
  g_autoptr (GError) error = NULL;

  self->process = self->brief ? ceci_render_process_fork (&error) : ceci_render_process_start (&error);
  if (self->process == NULL) {
    no_renderer (self, error->message);
    return;
  }
  self->state = CECI_RENDERER_STARTING;
  self->watch = g_unix_fd_source_new (ceci_render_process_get_fd (self->process), G_IO_IN | G_IO_HUP | G_IO_ERR);
  g_source_set_static_name (self->watch, "ceci-render answers");
  g_source_set_callback (self->watch, G_SOURCE_FUNC (on_packet), self, NULL);
  g_source_attach (self->watch, self->context);
  set_timer (self);
}

// Does the next thing there is to do, if nothing is being done.
void
ceci_renderer_pump (CeciRenderer *self)
{
  gboolean wanted = self->waiting.length > 0 || self->openers->len > 0;

  if (wanted && self->fatal != NULL)
    fail_everything (self, self->fatal);
  else if (wanted && self->state == CECI_RENDERER_ABSENT)
    start_process (self);
  else if (self->state == CECI_RENDERER_IDLE && self->waiting.length > 0) {
    self->current = g_queue_pop_head (&self->waiting);
    ask (self, &self->current->request, CECI_RENDERER_BUSY, -1);
  }
}

// --- the object -------------------------------------------------------------

static void
ceci_renderer_finalize (GObject *object)
{
  CeciRenderer *self = CECI_RENDERER (object);

  end_process (self);
  g_clear_pointer (&self->current, ceci_render_job_free); // cancelled while it was served: no other job can be left
  g_clear_fd (&self->document_fd, NULL);
  g_ptr_array_unref (self->openers);
  g_clear_pointer (&self->inspection, ceci_inspection_free);
  g_clear_error (&self->fatal);
  g_bytes_unref (self->document);
  g_main_context_unref (self->context);
  G_OBJECT_CLASS (ceci_renderer_parent_class)->finalize (object);
}

static void
ceci_renderer_class_init (CeciRendererClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ceci_renderer_finalize;
}

static void
ceci_renderer_init (CeciRenderer *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->deadline = DEADLINE_MS;
  self->document_fd = -1;
  self->openers = g_ptr_array_new ();
  g_queue_init (&self->waiting);
}

CeciRenderer *
ceci_renderer_new (GBytes *document)
{
  CeciRenderer *self = g_object_new (CECI_TYPE_RENDERER, NULL);

  self->document = g_bytes_ref (document);
  return self;
}

GBytes *
ceci_renderer_get_document (CeciRenderer *self)
{
  return self->document;
}

void
ceci_renderer_set_deadline (CeciRenderer *self, guint milliseconds)
{
  self->deadline = milliseconds;
}

/**
 * ceci_renderer_set_trusting:
 * @trusting: %TRUE to read the document even where the system cannot isolate its reader completely
 *
 * To be set before anything is asked.
 */
void
ceci_renderer_set_trusting (CeciRenderer *self, gboolean trusting)
{
  self->trusting = trusting;
}

guint
ceci_renderer_get_restarts (CeciRenderer *self)
{
  return self->restarts;
}

const CeciInspection *
ceci_renderer_get_inspection (CeciRenderer *self)
{
  return self->inspection;
}

CeciRenderer *
ceci_renderer_new_brief (GBytes *document)
{
  CeciRenderer *self = ceci_renderer_new (document);

  self->brief = TRUE;
  return self;
}
