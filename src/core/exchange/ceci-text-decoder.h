// SPDX-License-Identifier: GPL-3.0-or-later
// Which encoding a text file is in, and its bytes as UTF-8, a piece at a time.
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum {
  CECI_ENCODING_UTF8,
  CECI_ENCODING_UTF16LE,
  CECI_ENCODING_UTF16BE,
  CECI_ENCODING_WINDOWS_1252,
} CeciEncoding;

typedef struct {
  CeciEncoding encoding;
  guint bom_length; // bytes to leave out at the start
  goffset size;
  gboolean binary; // holds what no text file holds
  gboolean cut;    // ends in the middle of a character
} CeciEncodingGuess;

typedef struct {
  CeciEncoding encoding;
  guint8 pending[4]; // the start of a character whose rest comes with the next piece
  guint n_pending;
  guint n_replaced; // characters that could not be read, shown as U+FFFD
} CeciTextDecoder;

gboolean ceci_encoding_guess (GInputStream *stream, goffset limit, CeciEncodingGuess *guess, GCancellable *cancellable,
                              GError **error);
void ceci_text_decoder_init (CeciTextDecoder *self, CeciEncoding encoding);
void ceci_text_decoder_feed (CeciTextDecoder *self, const guint8 *bytes, gsize length, GString *text);
void ceci_text_decoder_finish (CeciTextDecoder *self, GString *text);

G_END_DECLS
