// SPDX-License-Identifier: GPL-3.0-or-later
// Open Badges 3.0 (1EdTech) over Verifiable Credentials 2.0 (W3C), secured as a VC-JWT with EdDSA: the credential is
// the payload, with the registered claims iss, jti, nbf and sub beside it. Nothing that is null or empty is written.

#include "config.h"

#include "ceci-open-badge.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>

#include "ceci-certificate-content.h"
#include "ceci-certificate-issue.h"

#define SALT_BYTES 16
#define VC_CONTEXT "https://www.w3.org/ns/credentials/v2"
#define OB_CONTEXT "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
#define MEMBER_IDENTITY "identity"

// --- whose it is --------------------------------------------------------------------------

static char *
hash_identity (const char *identity, const char *salt)
{
  g_autofree char *salted = g_strconcat (identity, salt, NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, salted, -1);

  return g_strconcat ("sha256$", digest, NULL);
}

// An IdentityObject of Open Badges 3.0.
static JsonObject *
make_identity (const char *kind, const char *identity, const char *salt)
{
  g_autofree char *hash = hash_identity (identity, salt);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "type", "IdentityObject");
  json_object_set_boolean_member (object, "hashed", TRUE);
  json_object_set_string_member (object, "identityHash", hash);
  json_object_set_string_member (object, "identityType", kind);
  json_object_set_string_member (object, "salt", salt);
  return object;
}

/**
 * ceci_open_badge_keep_identity:
 * @content: what is kept of a certificate that is being issued
 * @email: (nullable): the person's address
 * @name: the person's name, where there is no address
 * @entropy: where the salt comes from
 */
void
ceci_open_badge_keep_identity (JsonObject *content, const char *email, const char *name, CeciEntropy *entropy)
{
  guint8 bytes[SALT_BYTES];
  char salt[2 * SALT_BYTES + 1];
  g_autofree char *folded = email != NULL ? g_ascii_strdown (email, -1) : NULL;

  ceci_entropy_fill (entropy, bytes, sizeof bytes);
  sodium_bin2hex (salt, sizeof salt, bytes, sizeof bytes);
  json_object_set_object_member (content, MEMBER_IDENTITY,
                                 folded != NULL ? make_identity ("emailAddress", folded, salt)
                                                : make_identity ("name", name, salt));
}

// What was kept; for a certificate of before, the name, salted with the certificate's number.
static JsonObject *
find_identity (JsonObject *content, const CeciCredential *credential)
{
  JsonNode *kept = json_object_get_member (content, MEMBER_IDENTITY);

  if (kept != NULL && JSON_NODE_HOLDS_OBJECT (kept))
    return json_object_ref (json_node_get_object (kept));
  return make_identity ("name", credential->name, credential->number);
}

// --- the credential -----------------------------------------------------------------------

static void
add_strings (JsonObject *object, const char *name, const char *first, const char *second)
{
  JsonArray *array = json_array_new ();

  json_array_add_string_element (array, first);
  if (second != NULL)
    json_array_add_string_element (array, second);
  json_object_set_array_member (object, name, array);
}

static const char *
text_of (JsonObject *content, const char *name, const char *language)
{
  JsonNode *node = json_object_get_member (content, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node)
             ? json_object_get_string_member_with_default (json_node_get_object (node), language, "")
             : "";
}

// Both languages in one text: a wallet shows one.
static char *
both (JsonObject *content, const char *name)
{
  return g_strdup_printf ("%s / %s", text_of (content, name, "fr"), text_of (content, name, "en"));
}

static JsonObject *
make_achievement (JsonObject *content, const CeciCredential *credential)
{
  g_autofree char *title = both (content, "certificate-title");
  g_autofree char *body = both (content, "certificate-body");
  g_autofree char *notice = both (content, "compensation-notice");
  JsonObject *criteria = json_object_new ();
  JsonObject *achievement = json_object_new ();

  json_object_set_string_member (criteria, "narrative", body);
  json_object_set_string_member (achievement, "id", "urn:ceci:achievement:certificat-engagement-citoyen");
  add_strings (achievement, "type", "Achievement", NULL);
  json_object_set_string_member (achievement, "achievementType", "CoCurricular");
  json_object_set_string_member (achievement, "name", title);
  json_object_set_string_member (achievement, "description", notice);
  json_object_set_object_member (achievement, "criteria", criteria);
  json_object_set_double_member (achievement, "creditsAvailable", credential->credits);
  return achievement;
}

static JsonObject *
make_subject (JsonObject *content, const CeciCredential *credential)
{
  JsonObject *subject = json_object_new ();
  JsonArray *identities = json_array_new ();

  json_array_add_object_element (identities, find_identity (content, credential));
  add_strings (subject, "type", "AchievementSubject", NULL);
  json_object_set_array_member (subject, "identifier", identities);
  json_object_set_double_member (subject, "creditsEarned", credential->credits);
  json_object_set_object_member (subject, "achievement", make_achievement (content, credential));
  return subject;
}

static JsonObject *
make_issuer (const char *did)
{
  JsonObject *issuer = json_object_new ();

  json_object_set_string_member (issuer, "id", did);
  add_strings (issuer, "type", "Profile", NULL);
  json_object_set_string_member (issuer, "name", "ULB Engagée, Université libre de Bruxelles");
  return issuer;
}

static gint64
seconds_of (const char *instant)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (instant, NULL);

  return time != NULL ? g_date_time_to_unix (time) : 0;
}

/**
 * ceci_open_badge_sign:
 * @certificate: a certificate
 * @credential: what its signed line says
 * @content: what was kept when it was issued
 * @key: the office's key, with its secret half
 *
 * Returns: (transfer full): the credential as a VC-JWT
 */
char *
ceci_open_badge_sign (CeciCertificate *certificate, const CeciCredential *credential, JsonObject *content,
                      const CeciOfficeKey *key)
{
  g_autofree char *did = ceci_office_key_dup_did (key);
  g_autofree char *id = g_strconcat ("urn:uuid:", ceci_record_get_id (CECI_RECORD (certificate)), NULL);
  g_autofree char *from = g_strconcat (credential->issued_on, "T00:00:00Z", NULL);
  g_autofree char *title = both (content, "certificate-title");
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *badge = json_object_new ();

  add_strings (badge, "@context", VC_CONTEXT, OB_CONTEXT);
  json_object_set_string_member (badge, "id", id);
  add_strings (badge, "type", "VerifiableCredential", "OpenBadgeCredential");
  json_object_set_string_member (badge, "name", title);
  json_object_set_string_member (badge, "certificateNumber", credential->number);
  json_object_set_string_member (badge, "validFrom", from);
  json_object_set_object_member (badge, "issuer", make_issuer (did));
  json_object_set_object_member (badge, "credentialSubject", make_subject (content, credential));
  json_object_set_string_member (badge, "iss", did);
  json_object_set_string_member (badge, "jti", id);
  json_object_set_int_member (badge, "nbf", seconds_of (from));
  json_node_take_object (root, badge);
  return ceci_jws_sign (root, CECI_OPEN_BADGE_TYPE, key);
}

/**
 * ceci_open_badge_of:
 * @database: a connection
 * @certificate_id: a certificate's id or number
 * @error: why there is none; a revoked certificate has none
 *
 * Returns: (transfer full) (nullable): the credential as a VC-JWT
 */
char *
ceci_open_badge_of (CeciDatabase *database, const char *certificate_id, GError **error)
{
  g_autoptr (CeciCertificate) certificate = ceci_certificate_look_up (database, certificate_id, error);
  g_autoptr (CeciCredential) credential = NULL;
  g_autoptr (JsonObject) content = NULL;
  CeciOfficeKey key;
  char *badge;

  if (certificate == NULL)
    return NULL;
  if (ceci_certificate_get_revoked_on (certificate) != NULL) {
    g_set_error (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_REFUSED,
                 _ ("The certificate %s was revoked on %s: no badge is given of it."),
                 ceci_certificate_get_number (certificate), ceci_certificate_get_revoked_on (certificate));
    return NULL;
  }
  content = ceci_certificate_content_load (database, certificate, error);
  if (content == NULL || !ceci_office_key_load (database, &key, error))
    return NULL;
  credential = ceci_credential_verify (ceci_certificate_get_payload (certificate), &key, error);
  badge = credential != NULL ? ceci_open_badge_sign (certificate, credential, content, &key) : NULL;
  ceci_office_key_wipe (&key);
  return badge;
}

/**
 * ceci_open_badge_verify:
 * @text: a VC-JWT
 * @key: the office's key; its public half is enough
 * @error: what is wrong
 *
 * The holder is only there as a salted hash: the name is empty.
 *
 * Returns: (transfer full) (nullable): what the badge says
 */
CeciCredential *
ceci_open_badge_verify (const char *text, const CeciOfficeKey *key, GError **error)
{
  g_autoptr (JsonNode) root = ceci_jws_verify (text, CECI_OPEN_BADGE_TYPE, key, error);
  JsonObject *badge = root != NULL ? json_node_get_object (root) : NULL;
  JsonNode *subject = badge != NULL ? json_object_get_member (badge, "credentialSubject") : NULL;
  const char *number =
      badge != NULL ? json_object_get_string_member_with_default (badge, "certificateNumber", NULL) : NULL;
  const char *from = badge != NULL ? json_object_get_string_member_with_default (badge, "validFrom", NULL) : NULL;
  g_autofree char *issued_on = from != NULL ? g_strndup (from, 10) : NULL;
  CeciCredential *credential;

  if (badge == NULL)
    return NULL;
  if (number == NULL || issued_on == NULL || subject == NULL || !JSON_NODE_HOLDS_OBJECT (subject)) {
    g_set_error_literal (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_FORMAT,
                         _ ("The office signed this file, but it is not a badge of a certificate."));
    return NULL;
  }
  credential = ceci_credential_new (
      number, "", issued_on,
      (guint) json_object_get_double_member_with_default (json_node_get_object (subject), "creditsEarned", 0));
  credential->key_id = g_strdup (key->id);
  return credential;
}

// --- those revoked ------------------------------------------------------------------------

/**
 * ceci_revocations_sign:
 * @database: a connection
 * @today: the day it is
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the list, signed; without reasons, which are the office's
 */
char *
ceci_revocations_sign (CeciDatabase *database, const char *today, GError **error)
{
  g_autoptr (GListStore) certificates =
      ceci_record_select (CECI_TYPE_CERTIFICATE, database, NULL, NULL, "number", error);
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonArray *revoked = json_array_new ();
  JsonObject *list = json_object_new ();
  CeciOfficeKey key;
  char *text;

  for (guint i = 0; certificates != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (certificates)); i++) {
    g_autoptr (CeciCertificate) certificate = g_list_model_get_item (G_LIST_MODEL (certificates), i);
    JsonObject *entry;

    if (ceci_certificate_get_revoked_on (certificate) == NULL)
      continue;
    entry = json_object_new ();
    json_object_set_string_member (entry, "number", ceci_certificate_get_number (certificate));
    json_object_set_string_member (entry, "revokedOn", ceci_certificate_get_revoked_on (certificate));
    json_array_add_object_element (revoked, entry);
  }
  json_object_set_string_member (list, "listedOn", today);
  json_object_set_array_member (list, "revoked", revoked);
  json_node_take_object (root, list);
  if (certificates == NULL || !ceci_office_key_load (database, &key, error))
    return NULL;
  text = ceci_jws_sign (root, CECI_REVOCATIONS_TYPE, &key);
  ceci_office_key_wipe (&key);
  return text;
}

char *
ceci_revocations_find (const char *list, const char *number, const CeciOfficeKey *key, GError **error)
{
  g_autoptr (JsonNode) root = ceci_jws_verify (list, CECI_REVOCATIONS_TYPE, key, error);
  JsonNode *revoked = root != NULL ? json_object_get_member (json_node_get_object (root), "revoked") : NULL;
  JsonArray *entries = revoked != NULL && JSON_NODE_HOLDS_ARRAY (revoked) ? json_node_get_array (revoked) : NULL;

  for (guint i = 0; entries != NULL && i < json_array_get_length (entries); i++) {
    JsonNode *entry = json_array_get_element (entries, i);

    if (JSON_NODE_HOLDS_OBJECT (entry) &&
        g_strcmp0 (json_object_get_string_member_with_default (json_node_get_object (entry), "number", NULL), number) ==
            0)
      return g_strdup (json_object_get_string_member_with_default (json_node_get_object (entry), "revokedOn", ""));
  }
  return NULL;
}
