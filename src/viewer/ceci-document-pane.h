// SPDX-License-Identifier: GPL-3.0-or-later
// A document view with what one needs around it: page entry, zoom, find.
#pragma once

#include "ceci-document-view.h"

G_BEGIN_DECLS

#define CECI_TYPE_DOCUMENT_PANE (ceci_document_pane_get_type ())
G_DECLARE_FINAL_TYPE (CeciDocumentPane, ceci_document_pane, CECI, DOCUMENT_PANE, GtkWidget)

// Properties: document (GBytes). Actions: those of the view, and document.find (Ctrl+F). In Blueprint:
// $CeciDocumentPane pane {}
GtkWidget *ceci_document_pane_new (void);
CeciDocumentView *ceci_document_pane_get_view (CeciDocumentPane *self);
void ceci_document_pane_set_document (CeciDocumentPane *self, GBytes *document);
GBytes *ceci_document_pane_get_document (CeciDocumentPane *self);

G_END_DECLS
