// SPDX-License-Identifier: GPL-3.0-or-later
// A QR code (ISO/IEC 18004, correction level M) drawn as vectors; its quiet zone is the caller's white paper.

#include "config.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <qrencode.h>

#include "ceci-code.h"

/**
 * ceci_code_draw:
 * @cairo: where
 * @text: at most about 2,300 bytes
 * @x: left edge
 * @y: upper edge
 * @side: width and height of the symbol without its quiet zone, in points
 * @error: why it can't be drawn
 */
gboolean
ceci_code_draw (cairo_t *cairo, const char *text, double x, double y, double side, GError **error)
{
  QRcode *code = QRcode_encodeString8bit (text, 0, QR_ECLEVEL_M);
  double module;

  if (code == NULL) {
    g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), _ ("The text is too long for a QR code."));
    return FALSE;
  }
  module = side / code->width;
  cairo_save (cairo);
  cairo_set_source_rgb (cairo, 0, 0, 0);
  // one path, runs of dark modules joined, so that no hairline shows between them
  for (int row = 0; row < code->width; row++) {
    int start = -1;

    for (int column = 0; column <= code->width; column++) {
      gboolean dark = column < code->width && (code->data[row * code->width + column] & 1) != 0;

      if (dark && start < 0)
        start = column;
      if (!dark && start >= 0) {
        cairo_rectangle (cairo, x + start * module, y + row * module, (column - start) * module, module);
        start = -1;
      }
    }
  }
  cairo_fill (cairo);
  cairo_restore (cairo);
  QRcode_free (code);
  return TRUE;
}
