// SPDX-License-Identifier: GPL-3.0-or-later
// Finds a text in all pages of one document, page after page, in a renderer of its own.
#pragma once

#include "ceci-document-view.h"

G_BEGIN_DECLS

#define CECI_TYPE_DOCUMENT_SEARCH (ceci_document_search_get_type ())
G_DECLARE_FINAL_TYPE (CeciDocumentSearch, ceci_document_search, CECI, DOCUMENT_SEARCH, GObject)

// Signal: changed: there are more hits, or the search has ended.
CeciDocumentSearch *ceci_document_search_new (GBytes *document, guint n_pages);
void ceci_document_search_start (CeciDocumentSearch *self,
                                 const char *text); // forgets the hits of the search before; "" only forgets
gboolean ceci_document_search_is_done (CeciDocumentSearch *self);
const CeciPageMark *ceci_document_search_get_hits (CeciDocumentSearch *self, guint *n_hits); // in the order of reading

G_END_DECLS
