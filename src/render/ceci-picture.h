// SPDX-License-Identifier: GPL-3.0-or-later
// A PNG or JPEG as a document of one page; decoded inside the sandbox like everything else that strangers send.
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct CeciPicture CeciPicture;

gboolean ceci_picture_recognise (GBytes *document);  // by its first bytes
CeciPicture *ceci_picture_decode (GBytes *document); // NULL: damaged, or larger than memory allows
void ceci_picture_free (CeciPicture *self);
void ceci_picture_get_size (CeciPicture *self, double *width, double *height); // points; upright; no larger than A3
void ceci_picture_paint (CeciPicture *self, cairo_t *cairo);                   // at that size, from the origin

G_END_DECLS
