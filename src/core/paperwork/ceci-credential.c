// SPDX-License-Identifier: GPL-3.0-or-later
// The signed line of a certificate and its place in the PDF. Keys are made and kept elsewhere.
//
// The line is `CECI1;number;name;date;credits;key;signature`: UTF-8, seven fields, the signature Ed25519 (RFC 8032)
// over "CECi credential 1\n" and all that stands before the last semicolon, in base64url without padding.
//
// In a file it stands in a comment just before the last `startxref`, where ISO 32000 allows comments and no offset of
// the file moves, so that nothing needs to read PDF to find it. A second comment signs every other byte of the file
// and how many stand before it, as eight bytes with the lowest first: a copy that was printed again keeps its QR code
// but is no longer the file the office issued.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "ceci-credential.h"
#include "ceci-find-last.h"

#define PREFIX "CECI1"
#define TEXT_DOMAIN_SEPARATION "CECi credential 1\n"
#define FILE_DOMAIN_SEPARATION "CECi file 1\n"
#define TEXT_COMMENT "%CECi-certificate "
#define FILE_COMMENT "%CECi-file "
#define TAIL "startxref"
#define MAXIMUM_TEXT 1024
#define SIGNATURE_TEXT_SIZE sodium_base64_ENCODED_LEN (crypto_sign_BYTES, sodium_base64_VARIANT_URLSAFE_NO_PADDING)

G_DEFINE_QUARK (ceci - paperwork - error - quark, ceci_paperwork_error)

static void
name_key (CeciOfficeKey *key)
{
  guint8 digest[crypto_hash_sha256_BYTES];

  crypto_hash_sha256 (digest, key->public_half, sizeof key->public_half);
  sodium_bin2hex (key->id, sizeof key->id, digest, 4);
}

static gboolean
read_hex (const char *hex, guint8 *bytes, gsize size, GError **error)
{
  gsize length = 0;

  if (sodium_init () < 0 || hex == NULL || strlen (hex) != 2 * size ||
      sodium_hex2bin (bytes, size, hex, strlen (hex), NULL, &length, NULL) != 0 || length != size) {
    g_set_error_literal (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_FORMAT,
                         _ ("This is not a key of the office: 64 hexadecimal digits are expected."));
    return FALSE;
  }
  return TRUE;
}

/**
 * ceci_office_key_from_seed:
 * @self: (out caller-allocates): the key pair
 * @seed_hex: 32 secret bytes in hexadecimal
 * @error: why not
 */
gboolean
ceci_office_key_from_seed (CeciOfficeKey *self, const char *seed_hex, GError **error)
{
  guint8 seed[CECI_KEY_SEED_SIZE];

  memset (self, 0, sizeof *self);
  if (!read_hex (seed_hex, seed, sizeof seed, error))
    return FALSE;
  crypto_sign_seed_keypair (self->public_half, self->secret_half, seed);
  sodium_memzero (seed, sizeof seed);
  self->has_secret = TRUE;
  name_key (self);
  return TRUE;
}

/**
 * ceci_office_key_from_public:
 * @self: (out caller-allocates): a key that can only check
 * @public_hex: the public half in hexadecimal
 * @error: why not
 */
gboolean
ceci_office_key_from_public (CeciOfficeKey *self, const char *public_hex, GError **error)
{
  memset (self, 0, sizeof *self);
  if (!read_hex (public_hex, self->public_half, sizeof self->public_half, error))
    return FALSE;
  name_key (self);
  return TRUE;
}

char *
ceci_office_key_dup_public (const CeciOfficeKey *self)
{
  char *hex = g_malloc (2 * CECI_KEY_PUBLIC_SIZE + 1);

  return sodium_bin2hex (hex, 2 * CECI_KEY_PUBLIC_SIZE + 1, self->public_half, sizeof self->public_half);
}

void
ceci_office_key_wipe (CeciOfficeKey *self)
{
  sodium_memzero (self, sizeof *self);
}

// A field holds neither the separator nor anything that would end the comment's line.
static char *
clean_field (const char *text)
{
  GString *clean = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c == ';')
      g_string_append_c (clean, ',');
    else if (g_unichar_iscntrl (c) || g_unichar_break_type (c) == G_UNICODE_BREAK_MANDATORY)
      g_string_append_c (clean, ' ');
    else
      g_string_append_unichar (clean, c);
  }
  return g_string_free (clean, FALSE);
}

/**
 * ceci_credential_new:
 * @number: the certificate's number
 * @name: whose it is
 * @issued_on: YYYY-MM-DD
 * @credits: how many extracurricular credits
 */
CeciCredential *
ceci_credential_new (const char *number, const char *name, const char *issued_on, guint credits)
{
  CeciCredential *self = g_new0 (CeciCredential, 1);
  g_autofree char *valid = g_utf8_make_valid (name, -1);

  self->number = clean_field (number);
  self->name = clean_field (valid);
  self->issued_on = clean_field (issued_on);
  self->credits = credits;
  return self;
}

void
ceci_credential_free (CeciCredential *self)
{
  g_free (self->number);
  g_free (self->name);
  g_free (self->issued_on);
  g_free (self->key_id);
  g_free (self);
}

// The parts of a file are signed with where the first ends, so that the comment between them can't be moved.
static void
feed (crypto_sign_state *state, const char *separation, const guint8 *first, gsize first_size, const guint8 *second,
      gsize second_size)
{
  const guint64 length = GUINT64_TO_LE ((guint64) first_size);

  crypto_sign_init (state);
  crypto_sign_update (state, (const guint8 *) separation, strlen (separation));
  if (second != NULL)
    crypto_sign_update (state, (const guint8 *) &length, sizeof length);
  crypto_sign_update (state, first, first_size);
  if (second != NULL)
    crypto_sign_update (state, second, second_size);
}

static char *
sign (const char *separation, const guint8 *first, gsize first_size, const guint8 *second, gsize second_size,
      const CeciOfficeKey *key)
{
  crypto_sign_state state;
  guint8 signature[crypto_sign_BYTES];
  char *text = g_malloc (SIGNATURE_TEXT_SIZE);

  feed (&state, separation, first, first_size, second, second_size);
  crypto_sign_final_create (&state, signature, NULL, key->secret_half);
  return sodium_bin2base64 (text, SIGNATURE_TEXT_SIZE, signature, sizeof signature,
                            sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

static gboolean
is_signed (const char *separation, const guint8 *first, gsize first_size, const guint8 *second, gsize second_size,
           const char *signature_text, gsize signature_size, const CeciOfficeKey *key)
{
  crypto_sign_state state;
  guint8 signature[crypto_sign_BYTES];
  gsize length = 0;

  if (sodium_base642bin (signature, sizeof signature, signature_text, signature_size, NULL, &length, NULL,
                         sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0 ||
      length != sizeof signature)
    return FALSE;
  feed (&state, separation, first, first_size, second, second_size);
  return crypto_sign_final_verify (&state, signature, key->public_half) == 0;
}

/**
 * ceci_credential_sign:
 * @self: what is said
 * @key: the office's key, with its secret half
 * @error: %CECI_PAPERWORK_ERROR_REFUSED when the line would be too long to be read back
 *
 * The same credential and key always give the same line (Ed25519 draws nothing at random).
 *
 * Returns: (transfer full) (nullable): the line
 */
char *
ceci_credential_sign (const CeciCredential *self, const CeciOfficeKey *key, GError **error)
{
  g_autofree char *said = NULL;
  g_autofree char *signature = NULL;

  g_return_val_if_fail (key->has_secret, NULL);

  said = g_strdup_printf (PREFIX ";%s;%s;%s;%u;%s", self->number, self->name, self->issued_on, self->credits, key->id);
  signature = sign (TEXT_DOMAIN_SEPARATION, (const guint8 *) said, strlen (said), NULL, 0, key);
  if (strlen (said) + 1 + strlen (signature) > MAXIMUM_TEXT) {
    g_set_error_literal (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_REFUSED,
                         _ ("This name is too long for a certificate: shorten it on the person’s page, then issue the "
                            "certificate again."));
    return NULL;
  }
  return g_strconcat (said, ";", signature, NULL);
}

/**
 * ceci_credential_parse:
 * @text: a line
 * @error: why it is none
 *
 * Reads a line and proves nothing.
 */
CeciCredential *
ceci_credential_parse (const char *text, GError **error)
{
  g_auto (GStrv) fields = NULL;
  guint64 credits = 0;
  CeciCredential *self;

  if (strlen (text) <= MAXIMUM_TEXT && g_utf8_validate (text, -1, NULL))
    fields = g_strsplit (text, ";", -1);
  if (fields == NULL || g_strv_length (fields) != 7 || !g_str_equal (fields[0], PREFIX) ||
      !g_ascii_string_to_unsigned (fields[4], 10, 0, 1000, &credits, NULL)) {
    g_set_error_literal (
        error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_FORMAT,
        _ ("This is not the signed text of a certificate: scan its QR code again, or give the PDF file."));
    return NULL;
  }
  self = ceci_credential_new (fields[1], fields[2], fields[3], (guint) credits);
  self->key_id = g_strdup (fields[5]);
  return self;
}

/**
 * ceci_credential_verify:
 * @text: a line
 * @key: the office's key; its public half is enough
 * @error: what is wrong
 *
 * Returns: (transfer full): what the office said, or %NULL if it did not say that
 */
CeciCredential *
ceci_credential_verify (const char *text, const CeciOfficeKey *key, GError **error)
{
  g_autoptr (CeciCredential) self = ceci_credential_parse (text, error);
  const char *last;

  if (self == NULL)
    return NULL;
  if (!g_str_equal (self->key_id, key->id)) {
    g_set_error (
        error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_OTHER_KEY,
        _ ("The certificate names the key %s and the key at hand is %s: check it with the register that issued it."),
        self->key_id, key->id);
    return NULL;
  }
  last = strrchr (text, ';');
  if (!is_signed (TEXT_DOMAIN_SEPARATION, (const guint8 *) text, last - text, NULL, 0, last + 1, strlen (last + 1),
                  key)) {
    g_set_error_literal (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_SIGNATURE,
                         _ ("The signature does not match: this certificate was forged or altered. Do not accept it."));
    return NULL;
  }
  return g_steal_pointer (&self);
}

/**
 * ceci_credential_seal_file:
 * @pdf: a PDF
 * @text: the signed line
 * @key: the office's key, with its secret half
 *
 * Returns: (transfer full): the PDF with both comments
 */
GBytes *
ceci_credential_seal_file (GBytes *pdf, const char *text, const CeciOfficeKey *key)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (pdf, &size);
  gssize tail = ceci_find_last (data, size, TAIL);
  GByteArray *sealed;
  g_autofree char *comment = NULL;
  g_autofree char *signature = NULL;
  g_autofree char *proof = NULL;

  g_return_val_if_fail (tail >= 0 && key->has_secret, NULL);

  sealed = g_byte_array_sized_new (size + 512);
  g_byte_array_append (sealed, data, tail);
  comment = g_strconcat (TEXT_COMMENT, text, "\n", NULL);
  g_byte_array_append (sealed, (const guint8 *) comment, strlen (comment));
  signature = sign (FILE_DOMAIN_SEPARATION, sealed->data, sealed->len, data + tail, size - tail, key);
  proof = g_strconcat (FILE_COMMENT, signature, "\n", NULL);
  g_byte_array_append (sealed, (const guint8 *) proof, strlen (proof));
  g_byte_array_append (sealed, data + tail, size - tail);
  return g_byte_array_free_to_bytes (sealed);
}

/**
 * ceci_credential_read_file:
 * @file: the bytes of a certificate's PDF, or of a text that holds the line alone
 * @error: why there is no line
 *
 * Returns: (transfer full): the line, unproved
 */
char *
ceci_credential_read_file (GBytes *file, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (file, &size);
  gssize start = ceci_find_last ((const guint8 *) data, size, TEXT_COMMENT);
  const char *end;

  if (start >= 0) {
    data += start + strlen (TEXT_COMMENT);
    size -= start + strlen (TEXT_COMMENT);
  }
  if (size > 0 && (start >= 0 || (size <= MAXIMUM_TEXT && g_str_has_prefix (data, PREFIX ";")))) {
    end = memchr (data, '\n', size);
    if (end == NULL)
      end = data + size;
    if (end - data <= MAXIMUM_TEXT && memchr (data, '\0', end - data) == NULL)
      return g_strchomp (g_strndup (data, end - data));
  }
  g_set_error_literal (
      error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_FORMAT,
      _ ("This file carries no signed text. If it is a scan or a copy of a certificate, scan its QR code and check "
         "the text it gives."));
  return NULL;
}

/**
 * ceci_credential_file_is_whole:
 * @file: the bytes of a certificate's PDF
 * @key: the office's key; its public half is enough
 *
 * Returns: whether every byte is as the office issued it
 */
gboolean
ceci_credential_file_is_whole (GBytes *file, const CeciOfficeKey *key)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (file, &size);
  gssize start = ceci_find_last (data, size, FILE_COMMENT);
  const guint8 *signature, *end;

  if (start < 0)
    return FALSE;
  signature = data + start + strlen (FILE_COMMENT);
  end = memchr (signature, '\n', size - (signature - data));
  if (end == NULL)
    return FALSE;
  return is_signed (FILE_DOMAIN_SEPARATION, data, start, end + 1, size - (end + 1 - data), (const char *) signature,
                    end - signature, key);
}
