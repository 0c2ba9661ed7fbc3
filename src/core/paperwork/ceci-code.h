// SPDX-License-Identifier: GPL-3.0-or-later
// A QR code drawn as vectors.
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

gboolean ceci_code_draw (cairo_t *cairo, const char *text, double x, double y, double side, GError **error);

G_END_DECLS
