// SPDX-License-Identifier: GPL-3.0-or-later
// Which encoding a text file is in, and its bytes as UTF-8. Written out because iconv refuses the five bytes that
// Windows-1252 leaves unused and that real files hold, and because a piece may end inside a character.
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-table.h"
#include "ceci-text-decoder.h"

#define PIECE 65536

// Windows-1252 from 0x80 to 0x9F; the rest is Latin-1. Source: the WHATWG Encoding Standard, index windows-1252.
static const guint16 windows_1252[32] = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

typedef struct {
  gboolean valid; // as UTF-8, so far
  guint8 tail[4]; // the start of a character
  gsize n_tail;
  gsize n_control;
  gsize n_high; // bytes over 0x7F
  gboolean nul;
} Survey;

// How many bytes the UTF-8 character that begins with lead has; 0 if none begins so.
static guint
utf8_length (guint8 lead)
{
  if (lead < 0x80)
    return 1;
  if (lead >= 0xC2 && lead <= 0xDF)
    return 2;
  if (lead >= 0xE0 && lead <= 0xEF)
    return 3;
  if (lead >= 0xF0 && lead <= 0xF4)
    return 4;
  return 0;
}

static void
survey_piece (Survey *survey, const guint8 *bytes, gsize length)
{
  g_autoptr (GByteArray) whole = g_byte_array_sized_new (length + sizeof survey->tail);
  const char *end = NULL;
  gsize left;

  for (gsize i = 0; i < length; i++) {
    survey->nul = survey->nul || bytes[i] == 0;
    survey->n_high += bytes[i] >= 0x80;
    survey->n_control += bytes[i] < 0x20 && bytes[i] != '\t' && bytes[i] != '\n' && bytes[i] != '\r' &&
                         bytes[i] != '\f' && bytes[i] != '\v';
  }
  if (!survey->valid)
    return;

  g_byte_array_append (whole, survey->tail, survey->n_tail);
  g_byte_array_append (whole, bytes, length);
  survey->n_tail = 0;
  if (g_utf8_validate_len ((const char *) whole->data, whole->len, &end))
    return;
  left = whole->len - (gsize) ((const guint8 *) end - whole->data);
  if (left < utf8_length ((guint8) *end)) {
    survey->n_tail = left;
    memcpy (survey->tail, end, left);
    // what stands there must already be the start of a character
    for (gsize i = 1; i < left; i++)
      survey->valid = survey->valid && (survey->tail[i] & 0xC0) == 0x80;
  } else {
    survey->valid = FALSE;
  }
}

/**
 * ceci_encoding_guess:
 * @stream: a seekable stream, left at its start
 * @limit: how many bytes it may hold
 * @guess: (out caller-allocates): what it is
 * @cancellable: (nullable): to stop
 * @error: why not: [error@CeciTableError.TOO_LARGE], or the stream's own error
 *
 * Reads the whole stream once, since the first accent may stand on the last line: UTF-8 if every byte agrees, by its
 * byte order mark UTF-16, and Windows-1252 for the rest, the encoding in which spreadsheets in this country save their
 * CSV.
 */
gboolean
ceci_encoding_guess (GInputStream *stream, goffset limit, CeciEncodingGuess *guess, GCancellable *cancellable,
                     GError **error)
{
  g_autofree guint8 *piece = g_malloc (PIECE);
  Survey survey = {.valid = TRUE};
  guint8 start[3] = {0};
  gsize n_read = 0;

  *guess = (CeciEncodingGuess) {.encoding = CECI_ENCODING_UTF8};
  do {
    if (!g_input_stream_read_all (stream, piece, PIECE, &n_read, cancellable, error))
      return FALSE;
    if (guess->size == 0)
      memcpy (start, piece, MIN (n_read, sizeof start));
    guess->size += (goffset) n_read;
    if (guess->size > limit) {
      g_autofree char *size = g_format_size ((guint64) limit);

      g_set_error (error, CECI_TABLE_ERROR, CECI_TABLE_ERROR_TOO_LARGE,
                   _ ("This file is larger than %s, the most that is read as a table: split it, or check that it is "
                      "the right file."),
                   size);
      return FALSE;
    }
    survey_piece (&survey, piece, n_read);
  } while (n_read == PIECE);
  if (!g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, cancellable, error))
    return FALSE;

  if (start[0] == 0xFF && start[1] == 0xFE) {
    guess->encoding = CECI_ENCODING_UTF16LE;
    guess->bom_length = 2;
    guess->cut = guess->size % 2 != 0;
    return TRUE;
  }
  if (start[0] == 0xFE && start[1] == 0xFF) {
    guess->encoding = CECI_ENCODING_UTF16BE;
    guess->bom_length = 2;
    guess->cut = guess->size % 2 != 0;
    return TRUE;
  }
  guess->bom_length = start[0] == 0xEF && start[1] == 0xBB && start[2] == 0xBF ? 3 : 0;
  guess->encoding = survey.valid || guess->bom_length > 0 ? CECI_ENCODING_UTF8 : CECI_ENCODING_WINDOWS_1252;
  guess->cut = survey.valid && survey.n_tail > 0;
  // a file in Windows-1252 that ends in an accent looks like UTF-8 that was cut, if it has no other
  if (guess->cut && guess->bom_length == 0 && survey.n_high == survey.n_tail) {
    guess->encoding = CECI_ENCODING_WINDOWS_1252;
    guess->cut = FALSE;
  }
  guess->binary = survey.nul || survey.n_control > (gsize) guess->size / 100 + 4;
  return TRUE;
}

void
ceci_text_decoder_init (CeciTextDecoder *self, CeciEncoding encoding)
{
  *self = (CeciTextDecoder) {.encoding = encoding};
}

static void
replace_character (CeciTextDecoder *self, GString *text)
{
  g_string_append (text, "\xEF\xBF\xBD");
  self->n_replaced++;
}

static void
feed_windows_1252 (const guint8 *bytes, gsize length, GString *text)
{
  for (gsize i = 0; i < length; i++) {
    if (bytes[i] < 0x80)
      g_string_append_c (text, (char) bytes[i]);
    else
      g_string_append_unichar (text, bytes[i] < 0xA0 ? windows_1252[bytes[i] - 0x80] : bytes[i]);
  }
}

static void
feed_utf8 (CeciTextDecoder *self, const guint8 *bytes, gsize length, GString *text)
{
  g_autoptr (GString) whole = g_string_sized_new (length + sizeof self->pending);
  const char *from, *end;

  g_string_append_len (whole, (const char *) self->pending, self->n_pending);
  g_string_append_len (whole, (const char *) bytes, (gssize) length);
  self->n_pending = 0;
  from = whole->str;
  for (;;) {
    gsize left = whole->len - (gsize) (from - whole->str);
    gboolean valid = g_utf8_validate_len (from, left, &end);

    g_string_append_len (text, from, end - from);
    if (valid)
      return;
    left -= (gsize) (end - from);
    if (left < utf8_length ((guint8) *end) && left < sizeof self->pending) {
      memcpy (self->pending, end, left);
      self->n_pending = (guint) left;
      return;
    }
    replace_character (self, text);
    from = end + 1;
  }
}

static void
feed_utf16 (CeciTextDecoder *self, const guint8 *bytes, gsize length, GString *text)
{
  guint low = self->encoding == CECI_ENCODING_UTF16LE ? 0 : 1;

  for (gsize i = 0; i < length; i++) {
    const guint8 *p = self->pending;
    gunichar unit, second;

    self->pending[self->n_pending++] = bytes[i];
    if (self->n_pending % 2 != 0)
      continue;
    unit = (gunichar) p[low] | (gunichar) p[1 - low] << 8;
    if (self->n_pending == 2) {
      if (unit >= 0xD800 && unit < 0xDC00)
        continue; // the first half of a pair: wait for the other
      self->n_pending = 0;
      if ((unit >= 0xDC00 && unit < 0xE000) || unit == 0)
        replace_character (self, text);
      else
        g_string_append_unichar (text, unit);
      continue;
    }
    second = (gunichar) p[2 + low] | (gunichar) p[3 - low] << 8;
    if (second >= 0xDC00 && second < 0xE000) {
      self->n_pending = 0;
      g_string_append_unichar (text, 0x10000 + ((unit - 0xD800) << 10) + (second - 0xDC00));
    } else {
      guint8 again[2] = {p[2], p[3]};

      self->n_pending = 0;
      replace_character (self, text);
      feed_utf16 (self, again, 2, text);
    }
  }
}

/**
 * ceci_text_decoder_feed:
 * @self: the decoder
 * @bytes: (array length=length): the next piece of the file
 * @length: how long it is
 * @text: where the text is appended, as valid UTF-8 without NUL
 */
void
ceci_text_decoder_feed (CeciTextDecoder *self, const guint8 *bytes, gsize length, GString *text)
{
  switch (self->encoding) {
  case CECI_ENCODING_UTF16LE:
  case CECI_ENCODING_UTF16BE:
    feed_utf16 (self, bytes, length, text);
    break;
  case CECI_ENCODING_WINDOWS_1252:
    feed_windows_1252 (bytes, length, text);
    break;
  case CECI_ENCODING_UTF8:
  default:
    feed_utf8 (self, bytes, length, text);
    break;
  }
}

void
ceci_text_decoder_finish (CeciTextDecoder *self, GString *text)
{
  if (self->n_pending > 0)
    replace_character (self, text);
  self->n_pending = 0;
}
