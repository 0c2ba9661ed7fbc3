// SPDX-License-Identifier: GPL-3.0-or-later
// A document's condition, and the one-shot way to learn it: open it in a renderer of its own, look, and let that end.
#include "config.h"

#include "ceci-inspection.h"

#include "ceci-renderer-private.h"
#include "render/ceci-render-protocol.h"

CeciInspection *
ceci_inspection_new (CeciDocumentHealth health, guint n_pages, const char *detail)
{
  CeciInspection *self = g_new0 (CeciInspection, 1);

  self->health = health;
  self->n_pages = n_pages;
  self->detail = g_strdup (detail);
  return self;
}

CeciInspection *
ceci_inspection_copy (const CeciInspection *self)
{
  CeciInspection *copy = ceci_inspection_new (self->health, self->n_pages, self->detail);

  copy->title = g_strdup (self->title);
  copy->made_on = g_strdup (self->made_on);
  copy->isolation = self->isolation;
  copy->landlock_abi = self->landlock_abi;
  copy->withheld = self->withheld;
  return copy;
}

void
ceci_inspection_free (CeciInspection *self)
{
  if (self == NULL)
    return;
  g_free (self->detail);
  g_free (self->title);
  g_free (self->made_on);
  g_free (self);
}

const char *
ceci_health_to_string (CeciDocumentHealth health)
{
  static const char *const names[] = {"unknown", "fine", "encrypted", "damaged", "empty", "not_pdf"};
  return (guint) health < G_N_ELEMENTS (names) ? names[health] : names[CECI_DOCUMENT_HEALTH_UNKNOWN];
}

gboolean
ceci_inspection_is_isolated (const CeciInspection *self)
{
  return (self->isolation & CECI_RENDER_ISOLATED) == CECI_RENDER_ISOLATED;
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  CeciInspection *inspection = ceci_renderer_open_finish (CECI_RENDERER (source), result, &error);

  if (inspection != NULL)
    g_task_return_pointer (task, inspection, (GDestroyNotify) ceci_inspection_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * ceci_document_inspect_async:
 * @document: the bytes of what should be a PDF
 *
 * Learns a document's condition without blocking; the answer comes in the caller's thread-default main context.
 */
void
ceci_document_inspect_async (GBytes *document, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (CeciRenderer) renderer = ceci_renderer_new_brief (document);
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, ceci_document_inspect_async);
  ceci_renderer_open_async (renderer, cancellable, on_opened, task);
}

CeciInspection *
ceci_document_inspect_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;
  *kept = g_object_ref (result);
}

/**
 * ceci_document_inspect:
 * @document: the bytes of what should be a PDF
 *
 * Learns a document's condition, waiting for it; for worker threads and programs without a main loop.
 *
 * Returns: (transfer full) (nullable): the condition
 */
CeciInspection *
ceci_document_inspect (GBytes *document, GCancellable *cancellable, GError **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GAsyncResult) result = NULL;
  CeciInspection *inspection;

  g_main_context_push_thread_default (context);
  ceci_document_inspect_async (document, cancellable, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (context, TRUE);
  inspection = ceci_document_inspect_finish (result, error);
  g_clear_object (&result);
  g_main_context_pop_thread_default (context);
  return inspection;
}

gboolean
ceci_document_inspect_in_words (GBytes *document, const char **health, guint *n_pages, char **detail, char **made_on,
                                GCancellable *cancellable, GError **error)
{
  g_autoptr (CeciInspection) inspection = ceci_document_inspect (document, cancellable, error);

  if (inspection == NULL)
    return FALSE;
  *health = ceci_health_to_string (inspection->health);
  *n_pages = inspection->n_pages;
  *detail = g_strdup (inspection->detail);
  *made_on = g_strdup (inspection->made_on);
  return TRUE;
}
