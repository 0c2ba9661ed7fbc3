// SPDX-License-Identifier: GPL-3.0-or-later
// The one class that knows poppler: an open document, whose pages are measured, drawn, read and searched.
#pragma once

#include <glib.h>

#include "ceci-render-protocol.h"

G_BEGIN_DECLS

typedef struct CeciPageSource CeciPageSource;

CeciPageSource *ceci_page_source_open (GBytes *document, CeciRenderReply *reply); // NULL: reply->status says why
void ceci_page_source_free (CeciPageSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciPageSource, ceci_page_source_free)

// Each fills the reply and, where it succeeded and there is something bulky, returns a sealed memfd; otherwise -1.
int ceci_page_source_sizes (CeciPageSource *self, const CeciRenderRequest *request, CeciRenderReply *reply);
int ceci_page_source_draw (CeciPageSource *self, const CeciRenderRequest *request, CeciRenderReply *reply);
int ceci_page_source_text (CeciPageSource *self, const CeciRenderRequest *request, CeciRenderReply *reply);
int ceci_page_source_search (CeciPageSource *self, const CeciRenderRequest *request, CeciRenderReply *reply);

G_END_DECLS
