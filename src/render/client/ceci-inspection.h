// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of a document before it is shown: its pages, and whether it can be read at all.
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum {
  CECI_DOCUMENT_HEALTH_UNKNOWN,
  CECI_DOCUMENT_HEALTH_FINE,
  CECI_DOCUMENT_HEALTH_ENCRYPTED, // a password would be needed
  CECI_DOCUMENT_HEALTH_DAMAGED,   // pages may still be readable: see n_pages
  CECI_DOCUMENT_HEALTH_EMPTY,     // no byte at all, or no page
  CECI_DOCUMENT_HEALTH_NOT_PDF,   // a PNG or JPEG has one page all the same, and is shown
} CeciDocumentHealth;

typedef struct {
  CeciDocumentHealth health;
  guint n_pages;
  char *detail;    // a translated sentence for the person; NULL when fine
  char *title;     // the document's own, or NULL
  char *made_on;   // the date on which the document says it was made, or NULL
  guint isolation; // CeciRenderIsolation bits that were in force while it was read
  guint landlock_abi;
  gboolean withheld; // not opened, for the isolation was not complete: see ceci_renderer_set_trusting()
} CeciInspection;

CeciInspection *ceci_inspection_new (CeciDocumentHealth health, guint n_pages, const char *detail);
CeciInspection *ceci_inspection_copy (const CeciInspection *self);
void ceci_inspection_free (CeciInspection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciInspection, ceci_inspection_free)

const char *ceci_health_to_string (
    CeciDocumentHealth health); // as the schema has it: "fine", "encrypted", "damaged", "empty", "not_pdf", "unknown"
gboolean ceci_inspection_is_isolated (const CeciInspection *self); // all of no_new_privs, Landlock, seccomp and limits

// Reads `document` in a renderer of its own, which then ends. Never fails for what the document is: that is the health.
// Fails only when no renderer can be started, or when cancelled. The synchronous form may be called in any thread.
CeciInspection *ceci_document_inspect (GBytes *document, GCancellable *cancellable, GError **error);
// The same in words that core understands (CeciInspectFunc): health as the schema has it.
gboolean ceci_document_inspect_in_words (GBytes *document, const char **health, guint *n_pages, char **detail,
                                         char **made_on, GCancellable *cancellable, GError **error);
void ceci_document_inspect_async (GBytes *document, GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);
CeciInspection *ceci_document_inspect_finish (GAsyncResult *result, GError **error);

G_END_DECLS
