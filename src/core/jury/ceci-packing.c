// SPDX-License-Identifier: GPL-3.0-or-later
// From the register to a juror's package: gathered in one read, sealed, then recorded in one write.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>

#include "ceci-json-fields.h"
#include "ceci-jury-error.h"
#include "ceci-package-private.h"
#include "ceci-package-writer.h"
#include "ceci-packing.h"
#include "ceci-session.h"

typedef struct {
  CeciRegister *store;
  const char *session_id, *juror_id, *today;
  gint64 revision;
  char *made_at;
  char *session_juror_id;
  char *juror_name;
  JsonObject *content;
  guint8 *seed, *return_key; // guarded
  char public_key[2 * crypto_sign_PUBLICKEYBYTES + 1];
} Packing;

static void
packing_clear (Packing *packing)
{
  g_free (packing->made_at);
  g_free (packing->session_juror_id);
  g_free (packing->juror_name);
  g_clear_pointer (&packing->content, json_object_unref);
  sodium_free (packing->seed);
  sodium_free (packing->return_key);
}

static gboolean
is_reader (CeciAssignment *assignment, const char *juror_id)
{
  return g_strcmp0 (ceci_assignment_get_juror_id (assignment), juror_id) == 0 &&
         ceci_assignment_get_recused_on (assignment) == NULL &&
         ceci_assignment_get_role (assignment) != CECI_ASSIGNMENT_ROLE_RESERVE;
}

static JsonArray *
gather_dossiers (CeciDatabase *database, Packing *packing, GError **error)
{
  g_autoptr (GListModel) assignments = ceci_jury_repository_assignments (database, packing->session_id, error);
  g_autoptr (JsonArray) list = json_array_new ();

  if (assignments == NULL)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (assignments); i++) {
    g_autoptr (CeciAssignment) assignment = g_list_model_get_item (assignments, i);
    g_autoptr (CeciDossier) dossier = NULL;
    JsonObject *entry;

    if (!is_reader (assignment, packing->juror_id))
      continue;
    dossier = ceci_jury_repository_dossier (database, ceci_assignment_get_dossier_id (assignment), error);
    entry = dossier ? ceci_packing_dossier (database, dossier, packing->today, error) : NULL;
    if (entry == NULL)
      return NULL;
    json_array_add_object_element (list, entry);
  }
  if (json_array_get_length (list) == 0) {
    g_set_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_INCOMPLETE,
                 _ ("Nothing is assigned to %s. Assign dossiers first."), packing->juror_name);
    return NULL;
  }
  return g_steal_pointer (&list);
}

// A new signing key for each package; the return key is the juror's for the whole session.
static void
make_keys (Packing *packing, const char *known_return_key)
{
  guint8 public_key[crypto_sign_PUBLICKEYBYTES];
  guint8 *secret_key = sodium_malloc (crypto_sign_SECRETKEYBYTES);
  size_t length = 0;

  packing->seed = sodium_malloc (CECI_PACKAGE_SEED_BYTES);
  packing->return_key = sodium_malloc (CECI_SEALING_KEY_BYTES);
  if (secret_key == NULL || packing->seed == NULL || packing->return_key == NULL)
    g_error ("no protected memory is left for a key");
  randombytes_buf (packing->seed, CECI_PACKAGE_SEED_BYTES);
  crypto_sign_seed_keypair (public_key, secret_key, packing->seed);
  sodium_free (secret_key);
  sodium_bin2hex (packing->public_key, sizeof packing->public_key, public_key, sizeof public_key);
  if (known_return_key == NULL ||
      sodium_hex2bin (packing->return_key, CECI_SEALING_KEY_BYTES, known_return_key, strlen (known_return_key), NULL,
                      &length, NULL) != 0 ||
      length != CECI_SEALING_KEY_BYTES)
    randombytes_buf (packing->return_key, CECI_SEALING_KEY_BYTES);
}

static JsonObject *
describe_session (CeciJurySession *session)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", ceci_record_get_id (CECI_RECORD (session)));
  json_object_set_string_member (object, "name", ceci_jury_session_get_name (session));
  json_object_set_string_member (object, "held_on", ceci_jury_session_get_held_on (session));
  json_object_set_string_member (object, "cut_off_on", ceci_jury_session_get_cut_off_on (session));
  ceci_json_set_text (object, "place", ceci_jury_session_get_place (session));
  return object;
}

static JsonObject *
describe_package (Packing *packing, CeciJurySession *session, CeciScoringGrid *grid, JsonArray *dossiers)
{
  JsonObject *object = json_object_new ();
  JsonObject *juror = json_object_new ();
  JsonObject *part = json_object_new ();

  json_object_set_string_member (juror, "id", packing->juror_id);
  json_object_set_string_member (juror, "session_juror", packing->session_juror_id);
  json_object_set_string_member (juror, "name", packing->juror_name);
  json_object_set_int_member (part, "number", 1);
  json_object_set_int_member (part, "count", 1);
  json_object_set_string_member (object, "format", CECI_PACKAGE_FORMAT);
  json_object_set_int_member (object, "version", CECI_PACKAGE_VERSION);
  json_object_set_int_member (object, "revision", packing->revision);
  json_object_set_string_member (object, "made_at", packing->made_at);
  json_object_set_object_member (object, "part", part);
  json_object_set_object_member (object, "session", describe_session (session));
  json_object_set_object_member (object, "juror", juror);
  json_object_set_object_member (object, "grid", ceci_scoring_grid_to_json (grid));
  json_object_set_array_member (object, "dossiers", json_array_ref (dossiers));
  return object;
}

static gpointer
gather (CeciDatabase *database, gpointer user_data, GError **error)
{
  Packing *packing = user_data;
  g_autoptr (CeciJurySession) session = ceci_jury_repository_session (database, packing->session_id, error);
  g_autoptr (CeciSessionJuror) member =
      session ? ceci_jury_repository_session_juror (database, packing->session_id, packing->juror_id, error) : NULL;
  g_autoptr (CeciScoringGrid) grid = member ? ceci_session_grid (database, packing->session_id, error) : NULL;
  g_autoptr (JsonArray) dossiers = NULL;

  if (grid == NULL)
    return NULL;
  if (ceci_jury_session_get_state (session) == CECI_SESSION_STATE_CLOSED) {
    g_set_error_literal (error, CECI_JURY_ERROR, CECI_JURY_ERROR_CLOSED,
                         _ ("This session is closed: no package is made any more."));
    return NULL;
  }
  packing->juror_name = g_strdup (ceci_session_juror_get_display_name (member));
  if (ceci_session_juror_get_recused_on (member) != NULL) {
    g_set_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_RECUSED, _ ("%s is recused from the whole session."),
                 packing->juror_name);
    return NULL;
  }
  packing->session_juror_id = g_strdup (ceci_record_get_id (CECI_RECORD (member)));
  packing->revision = MAX (0, ceci_session_juror_get_revision (member)) + 1;
  packing->made_at = ceci_entropy_dup_now (ceci_database_get_entropy (database));
  dossiers = gather_dossiers (database, packing, error);
  if (dossiers == NULL)
    return NULL;
  make_keys (packing, ceci_session_juror_get_return_key (member));
  packing->content = describe_package (packing, session, grid, dossiers);
  return packing;
}

static gpointer
read_blob (CeciDatabase *database, gpointer user_data, GError **error)
{
  return ceci_database_get_blob (database, user_data, error);
}

static GBytes *
give_document (const char *sha256, gpointer user_data, GError **error)
{
  Packing *packing = user_data;

  return ceci_register_read (packing->store, read_blob, (gpointer) sha256, error);
}

// What the register keeps of a package: the key its return is checked with, and what each dossier held.
static char *
describe_for_register (Packing *packing)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonArray *dossiers = ceci_json_array (packing->content, "dossiers");
  JsonObject *root = json_object_new ();
  JsonObject *kept = json_object_new ();

  for (guint i = 0; i < ceci_json_length (dossiers); i++) {
    JsonObject *dossier = ceci_json_element (dossiers, i);
    JsonArray *documents = ceci_json_array (dossier, "documents");
    JsonArray *hashes = json_array_new ();
    JsonObject *entry = json_object_new ();

    for (guint d = 0; d < ceci_json_length (documents); d++)
      json_array_add_string_element (hashes, ceci_json_text (ceci_json_element (documents, d), "sha256"));
    json_object_set_string_member (entry, "digest", ceci_json_text (dossier, "digest"));
    json_object_set_array_member (entry, "documents", hashes);
    json_object_set_object_member (kept, ceci_json_text (dossier, "id"), entry);
  }
  json_object_set_string_member (root, "public_key", packing->public_key);
  json_object_set_object_member (root, "dossiers", kept);
  json_node_take_object (node, root);
  return json_to_string (node, FALSE);
}

static gpointer
record (CeciDatabase *database, gpointer user_data, GError **error)
{
  Packing *packing = user_data;
  g_autoptr (CeciSessionJuror) member =
      ceci_jury_repository_session_juror (database, packing->session_id, packing->juror_id, error);
  g_autofree char *manifest = describe_for_register (packing);
  g_autoptr (CeciJuryPackage) package = NULL;
  g_autoptr (CeciSessionJuror) changed = NULL;
  char return_key[2 * CECI_SEALING_KEY_BYTES + 1];
  gboolean done;

  if (member == NULL)
    return NULL;
  if (MAX (0, ceci_session_juror_get_revision (member)) + 1 != packing->revision) {
    g_set_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_BUSY,
                 _ ("Another package was made for %s at the same moment. Try again."), packing->juror_name);
    return NULL;
  }
  sodium_bin2hex (return_key, sizeof return_key, packing->return_key, CECI_SEALING_KEY_BYTES);
  changed = ceci_record_with (member, "public_key", packing->public_key, "return_key", return_key, "revision",
                              packing->revision, NULL);
  sodium_memzero (return_key, sizeof return_key);
  package = ceci_record_new (CECI_TYPE_JURY_PACKAGE, "session_juror_id", packing->session_juror_id, "revision",
                             packing->revision, "made_at", packing->made_at, "manifest", manifest, NULL);
  done = ceci_record_update (changed, database, error) && ceci_record_insert (package, database, error);
  if (done) {
    g_autoptr (CeciJurySession) session = ceci_jury_repository_session (database, packing->session_id, error);

    done =
        session != NULL && (ceci_jury_session_get_state (session) != CECI_SESSION_STATE_PREPARATION ||
                            ceci_session_set_state (database, packing->session_id, CECI_SESSION_STATE_READING, error));
  }
  return done ? packing : NULL;
}

// The file stands beside its place under another name until the register knows it, so that no package is ever found
// whose return the register would refuse.
static gboolean
write_and_record (Packing *packing, GFile *file, const char *passphrase, CeciSealingCost cost,
                  GCancellable *cancellable, GError **error)
{
  g_autoptr (CeciPackageWriter) writer = ceci_package_writer_new (packing->content, packing->seed, packing->return_key);
  const char *path = g_file_peek_path (file);
  g_autofree char *waiting_path = path ? g_strconcat (path, ".new", NULL) : NULL;
  g_autoptr (GFile) waiting = waiting_path ? g_file_new_for_path (waiting_path) : NULL;
  g_autofree char *label = g_strdup_printf (_ ("Make a jury package for %s"), packing->juror_name);

  if (waiting == NULL) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _ ("Choose a folder of this computer."));
    return FALSE;
  }
  if (!ceci_package_writer_write (writer, waiting, passphrase, cost, give_document, packing, cancellable, error))
    return FALSE;
  if (ceci_register_write (packing->store, label, record, packing, error) == NULL) {
    g_unlink (waiting_path);
    return FALSE;
  }
  if (g_rename (waiting_path, path) == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The package is ready, but under the name “%s”."),
               waiting_path);
  return FALSE;
}

gint64
ceci_packing_run (CeciRegister *self, const char *session_id, const char *juror_id, GFile *file, const char *passphrase,
                  CeciSealingCost cost, const char *today, GCancellable *cancellable, GError **error)
{
  Packing packing = {.store = self, .session_id = session_id, .juror_id = juror_id, .today = today};
  gint64 revision = 0;

  if (sodium_init () < 0)
    g_error ("libsodium cannot be started");
  if (ceci_register_read (self, gather, &packing, error) != NULL &&
      write_and_record (&packing, file, passphrase, cost, cancellable, error))
    revision = packing.revision;
  packing_clear (&packing);
  return revision;
}

typedef struct {
  char *session_id, *juror_id, *today;
  GFile *file;
  char *passphrase; // guarded
  CeciSealingCost cost;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->session_id);
  g_free (request->juror_id);
  g_free (request->today);
  g_object_unref (request->file);
  sodium_free (request->passphrase);
  g_free (request);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;
  gint64 revision = ceci_packing_run (source, request->session_id, request->juror_id, request->file,
                                      request->passphrase, request->cost, request->today, cancellable, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, (gssize) revision);
}

void
ceci_packing_run_async (CeciRegister *self, const char *session_id, const char *juror_id, GFile *file,
                        const char *passphrase, CeciSealingCost cost, const char *today, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);
  gsize size = strlen (passphrase) + 1;

  if (sodium_init () < 0)
    g_error ("libsodium cannot be started");
  g_task_set_source_tag (task, ceci_packing_run_async);
  g_task_set_check_cancellable (task, FALSE); // a package that was made is told, also to who cancelled too late
  *request = (Request) {g_strdup (session_id), g_strdup (juror_id),  g_strdup (today),
                        g_object_ref (file),   sodium_malloc (size), cost};
  if (request->passphrase == NULL)
    g_error ("no protected memory is left for a passphrase");
  memcpy (request->passphrase, passphrase, size);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, run_in_thread);
}

gint64
ceci_packing_run_finish (CeciRegister *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GError) local = NULL;
  gssize revision = g_task_propagate_int (G_TASK (result), &local);

  if (local == NULL)
    return revision;
  g_propagate_error (error, g_steal_pointer (&local));
  return 0;
}

static gboolean
differs (CeciDatabase *database, JsonObject *kept, CeciAssignment *assignment)
{
  const char *packed = ceci_json_text (ceci_json_object (kept, ceci_assignment_get_dossier_id (assignment)), "digest");
  g_autofree char *now = ceci_packing_dossier_digest (database, ceci_assignment_get_student_id (assignment), NULL);

  return g_strcmp0 (packed, now) != 0;
}

gboolean
ceci_packing_is_stale (CeciDatabase *database, CeciSessionJuror *member, GError **error)
{
  g_autoptr (GListModel) packages =
      ceci_jury_repository_packages (database, ceci_record_get_id (CECI_RECORD (member)), error);
  g_autoptr (CeciJuryPackage) package = packages ? g_list_model_get_item (packages, 0) : NULL;
  g_autoptr (GListModel) assignments =
      package ? ceci_jury_repository_assignments (database, ceci_session_juror_get_session_id (member), error) : NULL;
  g_autoptr (JsonNode) node = package ? json_from_string (ceci_jury_package_get_manifest (package), NULL) : NULL;
  JsonObject *kept =
      node && JSON_NODE_HOLDS_OBJECT (node) ? ceci_json_object (json_node_get_object (node), "dossiers") : NULL;
  guint n = 0;

  if (kept == NULL || assignments == NULL)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (assignments); i++) {
    g_autoptr (CeciAssignment) assignment = g_list_model_get_item (assignments, i);

    if (!is_reader (assignment, ceci_session_juror_get_juror_id (member)))
      continue;
    if (differs (database, kept, assignment))
      return TRUE;
    n++;
  }
  return n != json_object_get_size (kept);
}
