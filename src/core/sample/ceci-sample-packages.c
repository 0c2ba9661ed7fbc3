// SPDX-License-Identifier: GPL-3.0-or-later
// The packages that most jurors of the session being read were given: what the register keeps of them. The files are
// with the jurors.

#include "config.h"

#include <sodium.h>

#include "ceci-sample-plan.h"
#include "core/jury/ceci-packing.h"
#include "core/model/ceci-jury-repository.h"

// The dossiers of one juror, as a package's manifest names them.
static JsonObject *
describe_dossiers (CeciSample *self, CeciDatabase *database, const char *session_id, const char *juror_id,
                   GError **error)
{
  g_autoptr (GListModel) assignments = ceci_jury_repository_assignments (database, session_id, error);
  JsonObject *kept = json_object_new ();

  for (guint i = 0; assignments != NULL && i < g_list_model_get_n_items (assignments); i++) {
    g_autoptr (CeciAssignment) assignment = g_list_model_get_item (assignments, i);
    g_autoptr (CeciDossier) dossier = NULL;
    g_autoptr (JsonObject) packed = NULL;
    JsonObject *entry;
    JsonArray *hashes, *documents;

    if (g_strcmp0 (ceci_assignment_get_juror_id (assignment), juror_id) != 0)
      continue;
    dossier = ceci_jury_repository_dossier (database, ceci_assignment_get_dossier_id (assignment), error);
    packed = dossier != NULL ? ceci_packing_dossier (database, dossier, self->options->today, error) : NULL;
    if (packed == NULL) {
      json_object_unref (kept);
      return NULL;
    }
    entry = json_object_new ();
    hashes = json_array_new ();
    documents = json_object_get_array_member (packed, "documents");
    for (guint d = 0; d < json_array_get_length (documents); d++)
      json_array_add_string_element (
          hashes, json_object_get_string_member (json_array_get_object_element (documents, d), "sha256"));
    json_object_set_string_member (entry, "digest", json_object_get_string_member (packed, "digest"));
    json_object_set_array_member (entry, "documents", hashes);
    json_object_set_object_member (kept, ceci_assignment_get_dossier_id (assignment), entry);
  }
  return kept;
}

static gboolean
add_package (CeciSample *self, CeciDatabase *database, CeciSessionJuror *member, const char *made_at, GError **error)
{
  guint8 seed[crypto_sign_SEEDBYTES], return_key[CECI_SEALING_KEY_BYTES], public_key[crypto_sign_PUBLICKEYBYTES],
      secret_key[crypto_sign_SECRETKEYBYTES];
  char public_hex[2 * sizeof public_key + 1], return_hex[2 * sizeof return_key + 1];
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (CeciSessionJuror) changed = NULL;
  g_autofree char *manifest = NULL;
  JsonObject *root, *kept = describe_dossiers (self, database, ceci_session_juror_get_session_id (member),
                                               ceci_session_juror_get_juror_id (member), error);

  if (kept == NULL)
    return FALSE;
  ceci_entropy_fill (ceci_database_get_entropy (database), seed, sizeof seed);
  ceci_entropy_fill (ceci_database_get_entropy (database), return_key, sizeof return_key);
  crypto_sign_seed_keypair (public_key, secret_key, seed);
  sodium_bin2hex (public_hex, sizeof public_hex, public_key, sizeof public_key);
  sodium_bin2hex (return_hex, sizeof return_hex, return_key, sizeof return_key);
  root = json_object_new ();
  json_object_set_string_member (root, "public_key", public_hex);
  json_object_set_object_member (root, "dossiers", kept);
  json_node_take_object (node, root);
  manifest = json_to_string (node, FALSE);
  changed = ceci_record_with (member, "public_key", public_hex, "return_key", return_hex, "revision", (gint64) 1, NULL);
  return ceci_record_update (changed, database, error) &&
         ceci_sample_insert (database,
                             ceci_record_new (CECI_TYPE_JURY_PACKAGE, "session_juror_id",
                                              ceci_record_get_id (CECI_RECORD (member)), "revision", (gint64) 1,
                                              "made_at", made_at, "manifest", manifest, NULL),
                             NULL, error);
}

gboolean
ceci_sample_write_packages (CeciSample *self, CeciDatabase *database, GError **error)
{
  g_autoptr (GListModel) sessions = ceci_jury_repository_sessions (database, error);

  for (guint i = 0; sessions != NULL && i < g_list_model_get_n_items (sessions); i++) {
    g_autoptr (CeciJurySession) session = g_list_model_get_item (sessions, i);
    g_autoptr (GListModel) members = NULL;

    if (ceci_jury_session_get_state (session) != CECI_SESSION_STATE_READING)
      continue;
    members = ceci_jury_repository_session_jurors (database, ceci_record_get_id (CECI_RECORD (session)), error);
    // the last two still wait for theirs
    for (guint m = 0; members != NULL && m + 2 < g_list_model_get_n_items (members); m++) {
      g_autoptr (CeciSessionJuror) member = g_list_model_get_item (members, m);
      g_autofree char *made_at = ceci_sample_instant (self->options->today, 18, 10 + (int) m);

      CHECKED (add_package (self, database, member, made_at, error));
    }
    if (members == NULL)
      return FALSE;
  }
  return sessions != NULL;
}
