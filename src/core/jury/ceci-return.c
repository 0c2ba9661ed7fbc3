// SPDX-License-Identifier: GPL-3.0-or-later
// A juror's return: written by the juror's side, read by the office's.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <sodium.h>
#include <string.h>

#include "ceci-json-fields.h"
#include "ceci-return.h"
#include "ceci-sealed-file.h"
#include "ceci-sealed-writer.h"

#define SECTION_CONTENT "return"
#define SECTION_SIGNATURE "signature"
#define RETURN_FORMAT "ceci-return"
#define RETURN_VERSION 1
#define MOST_CONTENT (64 * 1024 * 1024)
#define MOST_DOSSIERS 4096
#define MOST_SCORES 64
#define MOST_NOTES 2000
#define MOST_TEXT 20000
// What is signed is this, then the content: a signature made for anything else never fits.
static const char signature_context[] = "ceci-return-1\n";

struct _CeciReturn {
  GObject parent_instance;

  GBytes *content;
  guint8 signature[crypto_sign_BYTES];
  char *text;
  char *digest;
  char *session_id, *session_juror_id, *juror_id, *sealed_at;
  gint64 package_revision, revision;
  GPtrArray *dossiers;
};

G_DEFINE_FINAL_TYPE (CeciReturn, ceci_return, G_TYPE_OBJECT)

static void
score_clear (gpointer data)
{
  CeciReturnScore *score = data;

  g_free (score->criterion_id);
  g_free (score->comment);
}

static void
dossier_free (gpointer data)
{
  CeciReturnDossier *dossier = data;

  g_free (dossier->dossier_id);
  g_free (dossier->digest);
  g_free (dossier->recusal_reason);
  g_free (dossier->comment);
  g_array_unref (dossier->scores);
  g_ptr_array_unref (dossier->notes);
  g_free (dossier);
}

static void
ceci_return_finalize (GObject *object)
{
  CeciReturn *self = CECI_RETURN (object);

  g_clear_pointer (&self->content, g_bytes_unref);
  g_free (self->text);
  g_free (self->digest);
  g_free (self->session_id);
  g_free (self->session_juror_id);
  g_free (self->juror_id);
  g_free (self->sealed_at);
  g_ptr_array_unref (self->dossiers);
  G_OBJECT_CLASS (ceci_return_parent_class)->finalize (object);
}

static void
ceci_return_class_init (CeciReturnClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ceci_return_finalize;
}

static void
ceci_return_init (CeciReturn *self)
{
  self->dossiers = g_ptr_array_new_with_free_func (dossier_free);
}

static gboolean
damaged (GError **error)
{
  g_set_error_literal (error, CECI_JURY_ERROR, CECI_JURY_ERROR_DAMAGED,
                       _ ("This return cannot be understood. Ask the juror to seal it again."));
  return FALSE;
}

static gboolean
fits (const char *text)
{
  return text == NULL || g_utf8_strlen (text, -1) <= MOST_TEXT;
}

static gboolean
take_scores (CeciReturnDossier *dossier, JsonArray *array)
{
  guint n = ceci_json_length (array);

  if (n > MOST_SCORES)
    return FALSE;
  for (guint i = 0; i < n; i++) {
    JsonObject *object = ceci_json_element (array, i);
    const char *criterion = ceci_json_text (object, "criterion");
    const char *comment = ceci_json_text (object, "comment");
    gint64 level = ceci_json_integer (object, "level", CECI_LEVEL_BLANK);
    CeciReturnScore score;

    if (criterion == NULL || !fits (comment) || level < CECI_LEVEL_BLANK || level > CECI_LEVEL_HIGHEST)
      return FALSE;
    for (guint j = 0; j < i; j++)
      if (strcmp (g_array_index (dossier->scores, CeciReturnScore, j).criterion_id, criterion) == 0)
        return FALSE;
    score = (CeciReturnScore) {g_strdup (criterion), (int) level, g_strdup (comment)};
    g_array_append_val (dossier->scores, score);
  }
  return TRUE;
}

static gboolean
take_notes (CeciReturnDossier *dossier, JsonArray *array)
{
  guint n = ceci_json_length (array);

  if (n > MOST_NOTES)
    return FALSE;
  for (guint i = 0; i < n; i++) {
    JsonObject *object = ceci_json_element (array, i);
    const char *names[4] = {"x", "y", "width", "height"};
    const char *document = ceci_json_text (object, "document");
    const char *text = ceci_json_text (object, "text");
    gint64 page = ceci_json_integer (object, "page", -1);
    double region[4];

    for (guint side = 0; side < 4; side++) {
      region[side] = ceci_json_real (object, names[side], -1);
      if (region[side] < 0 || region[side] > 1)
        return FALSE;
    }
    if (document == NULL || strlen (document) != 64 || text == NULL || !fits (text) || page < 0 || page > G_MAXINT32)
      return FALSE;
    g_ptr_array_add (dossier->notes,
                     ceci_record_new (CECI_TYPE_PAGE_NOTE, "document_sha256", document, "page", page, "x", region[0],
                                      "y", region[1], "width", region[2], "height", region[3], "criterion_id",
                                      ceci_json_text (object, "criterion"), "text", text, NULL));
  }
  return TRUE;
}

static gboolean
take_dossier (CeciReturn *self, JsonObject *object)
{
  const char *id = ceci_json_text (object, "dossier");
  const char *digest = ceci_json_text (object, "digest");
  const char *declaration = ceci_json_text (object, "declaration");
  const char *suggestion = ceci_json_text (object, "suggestion");
  CeciReturnDossier *dossier;

  if (id == NULL || digest == NULL || declaration == NULL || !fits (ceci_json_text (object, "comment")) ||
      !fits (ceci_json_text (object, "recusal_reason")))
    return FALSE;
  for (guint i = 0; i < self->dossiers->len; i++)
    if (strcmp (((CeciReturnDossier *) self->dossiers->pdata[i])->dossier_id, id) == 0)
      return FALSE;
  dossier = g_new0 (CeciReturnDossier, 1);
  g_ptr_array_add (self->dossiers, dossier);
  dossier->dossier_id = g_strdup (id);
  dossier->digest = g_strdup (digest);
  dossier->declaration = strcmp (declaration, "clear") == 0      ? CECI_DECLARATION_CLEAR
                         : strcmp (declaration, "conflict") == 0 ? CECI_DECLARATION_CONFLICT
                                                                 : CECI_DECLARATION_NONE;
  dossier->recusal_reason = g_strdup (ceci_json_text (object, "recusal_reason"));
  dossier->suggestion =
      suggestion ? (CeciOutcome) ceci_enum_from_nick (CECI_TYPE_OUTCOME, suggestion) : CECI_OUTCOME_NONE;
  dossier->comment = g_strdup (ceci_json_text (object, "comment"));
  dossier->scores = g_array_new (FALSE, FALSE, sizeof (CeciReturnScore));
  g_array_set_clear_func (dossier->scores, score_clear);
  dossier->notes = g_ptr_array_new_with_free_func (g_object_unref);
  // whatever a file says, a juror who is not clear of conflict gives no opinion
  if (dossier->declaration != CECI_DECLARATION_CLEAR) {
    dossier->suggestion = CECI_OUTCOME_NONE;
    g_clear_pointer (&dossier->comment, g_free);
    return TRUE;
  }
  return take_scores (dossier, ceci_json_array (object, "scores")) &&
         take_notes (dossier, ceci_json_array (object, "notes"));
}

static gboolean
take_content (CeciReturn *self, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;
  JsonObject *object;
  JsonArray *dossiers;

  if (!g_utf8_validate (self->text, -1, NULL) || !json_parser_load_from_data (parser, self->text, -1, NULL) ||
      (root = json_parser_get_root (parser)) == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return damaged (error);
  object = json_node_get_object (root);
  dossiers = ceci_json_array (object, "dossiers");
  if (g_strcmp0 (ceci_json_text (object, "format"), RETURN_FORMAT) != 0 || ceci_json_length (dossiers) > MOST_DOSSIERS)
    return damaged (error);
  if (ceci_json_integer (object, "version", 0) != RETURN_VERSION) {
    g_set_error_literal (
        error, CECI_JURY_ERROR, CECI_JURY_ERROR_NEWER,
        _ ("This file was made by a newer version of the application. Update it, then open the file."));
    return FALSE;
  }
  self->session_id = g_strdup (ceci_json_text (object, "session"));
  self->session_juror_id = g_strdup (ceci_json_text (object, "session_juror"));
  self->juror_id = g_strdup (ceci_json_text (object, "juror"));
  self->sealed_at = g_strdup (ceci_json_text (object, "sealed_at"));
  self->package_revision = ceci_json_integer (object, "package_revision", 0);
  self->revision = ceci_json_integer (object, "revision", 0);
  if (self->session_id == NULL || self->session_juror_id == NULL || self->juror_id == NULL || self->sealed_at == NULL ||
      self->package_revision < 1 || self->revision < 1)
    return damaged (error);
  for (guint i = 0; i < ceci_json_length (dossiers); i++)
    if (!take_dossier (self, ceci_json_element (dossiers, i)))
      return damaged (error);
  return TRUE;
}

static gboolean
take_sections (CeciReturn *self, CeciSealedFile *sealed, GError **error)
{
  int content = ceci_sealed_file_find (sealed, SECTION_CONTENT);
  int signature = ceci_sealed_file_find (sealed, SECTION_SIGNATURE);
  g_autoptr (GBytes) signed_by = NULL;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  if (content < 0 || signature < 0 || ceci_sealed_file_get_length (sealed, (guint) content) > MOST_CONTENT ||
      ceci_sealed_file_get_length (sealed, (guint) signature) != crypto_sign_BYTES)
    return damaged (error);
  self->content = ceci_sealed_file_read (sealed, (guint) content, error);
  signed_by = self->content ? ceci_sealed_file_read (sealed, (guint) signature, error) : NULL;
  if (signed_by == NULL)
    return FALSE;
  memcpy (self->signature, g_bytes_get_data (signed_by, NULL), crypto_sign_BYTES);
  self->text = g_strndup (g_bytes_get_data (self->content, NULL), g_bytes_get_size (self->content));
  g_checksum_update (checksum, g_bytes_get_data (self->content, NULL), (gssize) g_bytes_get_size (self->content));
  self->digest = g_strdup (g_checksum_get_string (checksum));
  return take_content (self, error);
}

gboolean
ceci_return_read_key_id (GFile *file, guint8 *key_id, GError **error)
{
  g_autoptr (CeciSealedFile) sealed = ceci_sealed_file_open (file, CECI_SEALED_RETURN, error);

  if (sealed == NULL)
    return FALSE;
  memcpy (key_id, ceci_sealed_file_get_key_id (sealed), CECI_SEALING_SALT_BYTES);
  return TRUE;
}

/**
 * ceci_return_read:
 * @file: a `.ceci-return` file
 * @key: the juror's return key
 * @error: a #CeciJuryError or #GIOErrorEnum
 *
 * Returns: (transfer full): what the file says; who says it is only known after ceci_return_verify()
 */
CeciReturn *
ceci_return_read (GFile *file, CeciSealingKey *key, GError **error)
{
  g_autoptr (CeciSealedFile) sealed = ceci_sealed_file_open (file, CECI_SEALED_RETURN, error);
  g_autoptr (CeciReturn) self = g_object_new (CECI_TYPE_RETURN, NULL);

  if (sealed == NULL || !ceci_sealed_file_unlock (sealed, key, error) || !take_sections (self, sealed, error))
    return NULL;
  return g_steal_pointer (&self);
}

static guint8 *
signed_message (GBytes *content, gsize *length)
{
  gsize prefix = strlen (signature_context);
  guint8 *message;

  *length = prefix + g_bytes_get_size (content);
  message = g_malloc (*length);
  memcpy (message, signature_context, prefix);
  memcpy (message + prefix, g_bytes_get_data (content, NULL), g_bytes_get_size (content));
  return message;
}

/**
 * ceci_return_verify:
 * @self: a return
 * @public_key: the juror's Ed25519 key, as the register keeps it
 * @error: %CECI_JURY_ERROR_REFUSED
 *
 * Returns: whether the juror who holds that key signed this very content
 */
gboolean
ceci_return_verify (CeciReturn *self, const guint8 *public_key, GError **error)
{
  gsize length = 0;
  g_autofree guint8 *message = signed_message (self->content, &length);

  if (crypto_sign_verify_detached (self->signature, message, length, public_key) == 0)
    return TRUE;
  g_set_error_literal (
      error, CECI_JURY_ERROR, CECI_JURY_ERROR_REFUSED,
      _ ("This return does not carry the juror’s signature: it was altered. Ask the juror for it again."));
  return FALSE;
}

/**
 * ceci_return_write:
 * @file: where
 * @content: the JSON that travels
 * @key: the return key, from the package
 * @seed: the seed of the juror's Ed25519 key, from the package
 * @error: a #GIOErrorEnum
 *
 * Signs @content and seals it.
 *
 * Returns: whether the file is whole and on the disk
 */
gboolean
ceci_return_write (GFile *file, GBytes *content, CeciSealingKey *key, const guint8 *seed, GError **error)
{
  g_autoptr (CeciSealedWriter) writer = ceci_sealed_writer_new (CECI_SEALED_RETURN, key);
  g_autoptr (JsonObject) manifest = json_object_new ();
  g_autoptr (GBytes) signature = NULL;
  gsize length = 0;
  g_autofree guint8 *message = signed_message (content, &length);
  guint8 public_key[crypto_sign_PUBLICKEYBYTES], detached[crypto_sign_BYTES];
  guint8 *secret_key = sodium_malloc (crypto_sign_SECRETKEYBYTES);

  if (secret_key == NULL)
    g_error ("no protected memory is left for a key");
  crypto_sign_seed_keypair (public_key, secret_key, seed);
  crypto_sign_detached (detached, NULL, message, length, secret_key);
  sodium_free (secret_key);
  signature = g_bytes_new (detached, sizeof detached);
  json_object_set_string_member (manifest, "format", RETURN_FORMAT);
  json_object_set_int_member (manifest, "version", RETURN_VERSION);
  ceci_sealed_writer_set_content (writer, manifest);
  ceci_sealed_writer_add (writer, SECTION_CONTENT, content);
  ceci_sealed_writer_add (writer, SECTION_SIGNATURE, signature);
  return ceci_sealed_writer_write (writer, file, NULL, error);
}

const char *
ceci_return_get_session_id (CeciReturn *self)
{
  return self->session_id;
}

const char *
ceci_return_get_session_juror_id (CeciReturn *self)
{
  return self->session_juror_id;
}

const char *
ceci_return_get_juror_id (CeciReturn *self)
{
  return self->juror_id;
}

gint64
ceci_return_get_package_revision (CeciReturn *self)
{
  return self->package_revision;
}

gint64
ceci_return_get_revision (CeciReturn *self)
{
  return self->revision;
}

const char *
ceci_return_get_sealed_at (CeciReturn *self)
{
  return self->sealed_at;
}

const char *
ceci_return_get_digest (CeciReturn *self)
{
  return self->digest;
}

const char *
ceci_return_get_content (CeciReturn *self)
{
  return self->text;
}

GPtrArray *
ceci_return_get_dossiers (CeciReturn *self)
{
  return self->dossiers;
}
