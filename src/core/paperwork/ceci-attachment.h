// SPDX-License-Identifier: GPL-3.0-or-later
// A file attached to a PDF that this program drew (ceci_paper_set_plain()), as an incremental update of ISO 32000.
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *ceci_attachment_add (GBytes *pdf, const char *name, const char *media_type, const char *description,
                             GBytes *content, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
