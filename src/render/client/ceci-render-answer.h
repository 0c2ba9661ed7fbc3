// SPDX-License-Identifier: GPL-3.0-or-later
// Checks a reply of ceci-render against what was asked, and turns it into what callers get. The reply is not trusted.
#pragma once

#include "ceci-renderer.h"
#include "render/ceci-render-protocol.h"

G_BEGIN_DECLS

// Each NULL with CECI_RENDER_ERROR_PAGE (the page's own failure) or CECI_RENDER_ERROR_PROTOCOL (not an answer at all).
gboolean ceci_render_answer_fits (const CeciRenderRequest *request, const CeciRenderReply *reply, int fd);
CeciInspection *ceci_render_answer_inspection (const CeciRenderReply *reply, const CeciRenderReply *hello);
GArray *ceci_render_answer_sizes (const CeciRenderRequest *request, const CeciRenderReply *reply, int fd,
                                  GError **error);
CeciPixels *ceci_render_answer_pixels (const CeciRenderRequest *request, const CeciRenderReply *reply, int fd,
                                       GError **error);
char *ceci_render_answer_text (const CeciRenderRequest *request, const CeciRenderReply *reply, int fd, GError **error);
GArray *ceci_render_answer_regions (const CeciRenderRequest *request, const CeciRenderReply *reply, int fd,
                                    GError **error);

G_END_DECLS
