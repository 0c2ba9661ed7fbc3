// SPDX-License-Identifier: GPL-3.0-or-later
// The signature of RFC 7515 over `header.payload`, and the name of a key that needs no network: the did:key method of
// the W3C, base58btc of the multicodec ed25519-pub (0xed 0x01) and the key's 32 bytes.

#include "config.h"

#include "ceci-jws.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#define URLSAFE sodium_base64_VARIANT_URLSAFE_NO_PADDING
#define MAXIMUM_JWS (256 * 1024)
#define DID_PREFIX "did:key:z"

static const char alphabet[] = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

static char *
encode_base58 (const guint8 *bytes, gsize size)
{
  g_autofree guint8 *digits = g_new0 (guint8, size * 2); // the lowest first; log 256 / log 58 < 1.37
  gsize n_digits = 1;
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < size; i++) {
    guint carry = bytes[i];

    for (gsize j = 0; j < n_digits; j++) {
      carry += (guint) digits[j] << 8;
      digits[j] = (guint8) (carry % 58);
      carry /= 58;
    }
    for (; carry > 0; carry /= 58)
      digits[n_digits++] = (guint8) (carry % 58);
  }
  for (gsize i = 0; i < size && bytes[i] == 0; i++)
    g_string_append_c (text, alphabet[0]);
  while (n_digits > 0)
    g_string_append_c (text, alphabet[digits[--n_digits]]);
  return g_string_free (text, FALSE);
}

/**
 * ceci_office_key_dup_did:
 * @key: the office's key
 *
 * Returns: (transfer full): the key's public half as a decentralised identifier
 */
char *
ceci_office_key_dup_did (const CeciOfficeKey *key)
{
  guint8 named[2 + CECI_KEY_PUBLIC_SIZE] = {0xed, 0x01};
  g_autofree char *text = NULL;

  memcpy (named + 2, key->public_half, CECI_KEY_PUBLIC_SIZE);
  text = encode_base58 (named, sizeof named);
  return g_strconcat (DID_PREFIX, text, NULL);
}

static char *
encode (const void *bytes, gsize size)
{
  gsize length = sodium_base64_encoded_len (size, URLSAFE);
  char *text = g_malloc (length);

  return sodium_bin2base64 (text, length, bytes, size, URLSAFE);
}

static guint8 *
decode (const char *text, gsize length, gsize *size)
{
  guint8 *bytes = g_malloc0 (length + 1);

  if (sodium_base642bin (bytes, length, text, length, NULL, size, NULL, URLSAFE) == 0)
    return bytes;
  g_free (bytes);
  return NULL;
}

// {"alg":"EdDSA","typ":…,"kid":"did:key:z…#z…"}
static char *
make_header (const char *type, const CeciOfficeKey *key)
{
  g_autofree char *did = ceci_office_key_dup_did (key);
  g_autofree char *kid = g_strconcat (did, "#", did + strlen ("did:key:"), NULL);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *header = json_object_new ();

  json_object_set_string_member (header, "alg", "EdDSA");
  json_object_set_string_member (header, "typ", type);
  json_object_set_string_member (header, "kid", kid);
  json_node_take_object (node, header);
  return json_to_string (node, FALSE);
}

/**
 * ceci_jws_sign:
 * @payload: what is said
 * @type: what it is, such as `vc+jwt`
 * @key: the office's key, with its secret half
 *
 * Returns: (transfer full): the three parts; the same payload and key give the same text
 */
char *
ceci_jws_sign (JsonNode *payload, const char *type, const CeciOfficeKey *key)
{
  g_autofree char *header = make_header (type, key);
  g_autofree char *body = json_to_string (payload, FALSE);
  g_autofree char *first = encode (header, strlen (header));
  g_autofree char *second = encode (body, strlen (body));
  g_autofree char *said = g_strconcat (first, ".", second, NULL);
  g_autofree char *third = NULL;
  guint8 signature[crypto_sign_BYTES];

  g_return_val_if_fail (key->has_secret, NULL);

  crypto_sign_detached (signature, NULL, (const guint8 *) said, strlen (said), key->secret_half);
  third = encode (signature, sizeof signature);
  return g_strconcat (said, ".", third, NULL);
}

static JsonNode *
parse_part (const char *text, gsize length)
{
  gsize size = 0;
  g_autofree guint8 *bytes = decode (text, length, &size);
  JsonNode *node = bytes != NULL && g_utf8_validate ((const char *) bytes, (gssize) size, NULL)
                       ? json_from_string ((const char *) bytes, NULL)
                       : NULL;

  if (node == NULL || JSON_NODE_HOLDS_OBJECT (node))
    return node;
  json_node_unref (node);
  return NULL;
}

static gboolean
header_says (JsonNode *header, const char *name, const char *value)
{
  JsonNode *member = json_object_get_member (json_node_get_object (header), name);

  return member != NULL && JSON_NODE_HOLDS_VALUE (member) && json_node_get_value_type (member) == G_TYPE_STRING &&
         g_str_equal (json_node_get_string (member), value);
}

gboolean
ceci_jws_is_one (const char *text)
{
  gsize length = strlen (text);
  guint dots = 0;

  for (gsize i = 0; i < length; i++)
    if (text[i] == '.')
      dots++;
    else if (!g_ascii_isalnum (text[i]) && text[i] != '-' && text[i] != '_')
      return FALSE;
  return dots == 2 && length <= MAXIMUM_JWS && text[0] != '.';
}

static JsonNode *
fail (GError **error, CeciPaperworkError code, const char *message)
{
  g_set_error_literal (error, CECI_PAPERWORK_ERROR, code, message);
  return NULL;
}

/**
 * ceci_jws_verify:
 * @text: the three parts
 * @type: what the header must say it is
 * @key: the office's key; its public half is enough
 * @error: what is wrong
 *
 * The algorithm is ours whatever the header says: one that names another is refused.
 *
 * Returns: (transfer full) (nullable): the payload, an object
 */
JsonNode *
ceci_jws_verify (const char *text, const char *type, const CeciOfficeKey *key, GError **error)
{
  g_auto (GStrv) parts = ceci_jws_is_one (text) ? g_strsplit (text, ".", -1) : NULL;
  g_autoptr (JsonNode) header = parts != NULL ? parse_part (parts[0], strlen (parts[0])) : NULL;
  g_autofree guint8 *signature = NULL;
  JsonNode *payload;
  gsize size = 0;

  if (header == NULL || !header_says (header, "alg", "EdDSA") || !header_says (header, "typ", type))
    return fail (error, CECI_PAPERWORK_ERROR_FORMAT, _ ("This is not a file that the office signed."));
  signature = decode (parts[2], strlen (parts[2]), &size);
  if (signature == NULL || size != crypto_sign_BYTES ||
      crypto_sign_verify_detached (signature, (const guint8 *) text, strlen (parts[0]) + 1 + strlen (parts[1]),
                                   key->public_half) != 0)
    return fail (error, CECI_PAPERWORK_ERROR_SIGNATURE,
                 _ ("The signature does not match: it was forged, altered, or signed with another key. Do not accept "
                    "it."));
  payload = parse_part (parts[1], strlen (parts[1]));
  return payload != NULL ? payload
                         : fail (error, CECI_PAPERWORK_ERROR_FORMAT, _ ("This is not a file that the office signed."));
}
