// SPDX-License-Identifier: GPL-3.0-or-later
// Documents made for the tests, good and bad, each from nothing: no file is kept in the tree.
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *sample_document (guint n_pages); // A4; each page its own colour and "Page N, été de l’engagement"
GBytes *sample_document_sized (double width, double height);           // one page, points
GBytes *sample_document_encrypted (GBytes *document);                  // by qpdf, with a user's password
GBytes *sample_document_truncated (GBytes *document, double fraction); // its beginning
GBytes *sample_document_with_box (const char *media_box);              // a hand-written file with that MediaBox
void sample_page_colour (guint page, guint8 rgb[3]);                   // of the background

G_END_DECLS
