// SPDX-License-Identifier: GPL-3.0-or-later
// A jury package as its juror opens it. Documents are read in place, never unpacked.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "ceci-json-fields.h"
#include "ceci-package-private.h"
#include "ceci-sealed-file.h"

#define MOST_DOSSIERS 4096

struct _CeciPackage {
  GObject parent_instance;

  GFile *file;
  CeciSealedFile *sealed;
  char *session_id, *session_name, *held_on, *cut_off_on, *place;
  char *juror_id, *session_juror_id, *juror_name;
  gint64 revision;
  char *made_at;
  CeciScoringGrid *grid;
  GListStore *dossiers;
  guint8 *seed; // guarded
  CeciSealingKey *return_key;
};

G_DEFINE_FINAL_TYPE (CeciPackage, ceci_package, G_TYPE_OBJECT)

static void
ceci_package_finalize (GObject *object)
{
  CeciPackage *self = CECI_PACKAGE (object);

  g_clear_object (&self->file);
  g_clear_object (&self->sealed);
  g_free (self->session_id);
  g_free (self->session_name);
  g_free (self->held_on);
  g_free (self->cut_off_on);
  g_free (self->place);
  g_free (self->juror_id);
  g_free (self->session_juror_id);
  g_free (self->juror_name);
  g_free (self->made_at);
  g_clear_object (&self->grid);
  g_object_unref (self->dossiers);
  sodium_free (self->seed);
  g_clear_pointer (&self->return_key, ceci_sealing_key_unref);
  G_OBJECT_CLASS (ceci_package_parent_class)->finalize (object);
}

static void
ceci_package_class_init (CeciPackageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ceci_package_finalize;
}

static void
ceci_package_init (CeciPackage *self)
{
  self->dossiers = g_list_store_new (CECI_TYPE_PACKAGE_DOSSIER);
}

static gboolean
damaged (GError **error)
{
  g_set_error_literal (error, CECI_JURY_ERROR, CECI_JURY_ERROR_DAMAGED,
                       _ ("This package is not complete. Ask for the package again."));
  return FALSE;
}

static gboolean
take_identity (CeciPackage *self, JsonObject *content, GError **error)
{
  JsonObject *session = ceci_json_object (content, "session");
  JsonObject *juror = ceci_json_object (content, "juror");

  if (g_strcmp0 (ceci_json_text (content, "format"), CECI_PACKAGE_FORMAT) != 0)
    return damaged (error);
  if (ceci_json_integer (content, "version", 0) != CECI_PACKAGE_VERSION) {
    g_set_error_literal (
        error, CECI_JURY_ERROR, CECI_JURY_ERROR_NEWER,
        _ ("This file was made by a newer version of the application. Update it, then open the file."));
    return FALSE;
  }
  self->session_id = g_strdup (ceci_json_text (session, "id"));
  self->session_name = g_strdup (ceci_json_text (session, "name"));
  self->held_on = g_strdup (ceci_json_text (session, "held_on"));
  self->cut_off_on = g_strdup (ceci_json_text (session, "cut_off_on"));
  self->place = g_strdup (ceci_json_text (session, "place"));
  self->juror_id = g_strdup (ceci_json_text (juror, "id"));
  self->session_juror_id = g_strdup (ceci_json_text (juror, "session_juror"));
  self->juror_name = g_strdup (ceci_json_text (juror, "name"));
  self->revision = ceci_json_integer (content, "revision", 0);
  self->made_at = g_strdup (ceci_json_text (content, "made_at"));
  if (self->session_id == NULL || self->session_name == NULL || self->juror_id == NULL ||
      self->session_juror_id == NULL || self->juror_name == NULL || self->revision < 1)
    return damaged (error);
  return TRUE;
}

// Each document that a dossier names lies in the package, with the length it announces.
static gboolean
has_documents (CeciPackage *self, CeciPackageDossier *dossier)
{
  GListModel *documents = ceci_package_dossier_get_documents (dossier);

  for (guint i = 0; i < g_list_model_get_n_items (documents); i++) {
    g_autoptr (CeciPackageDocument) document = g_list_model_get_item (documents, i);
    const char *sha256 = ceci_package_document_get_sha256 (document);
    g_autofree char *name = g_strconcat (CECI_PACKAGE_SECTION_DOCUMENT, sha256, NULL);
    int section = ceci_sealed_file_find (self->sealed, name);

    if (section < 0 || strcmp (ceci_sealed_file_get_sha256 (self->sealed, (guint) section), sha256) != 0 ||
        (gint64) ceci_sealed_file_get_length (self->sealed, (guint) section) !=
            ceci_package_document_get_size (document))
      return FALSE;
  }
  return TRUE;
}

static gboolean
take_dossiers (CeciPackage *self, JsonArray *array, GError **error)
{
  guint n = ceci_json_length (array);

  if (array == NULL || n > MOST_DOSSIERS)
    return damaged (error);
  for (guint i = 0; i < n; i++) {
    g_autoptr (CeciPackageDossier) dossier = ceci_package_dossier_new_from_json (ceci_json_element (array, i), error);

    if (dossier == NULL)
      return FALSE;
    if (ceci_package_find_dossier (self, ceci_package_dossier_get_id (dossier)) != NULL ||
        !has_documents (self, dossier))
      return damaged (error);
    g_list_store_append (self->dossiers, dossier);
  }
  return TRUE;
}

static gboolean
take_keys (CeciPackage *self, GError **error)
{
  int section = ceci_sealed_file_find (self->sealed, CECI_PACKAGE_SECTION_KEYS);
  guint8 *keys;

  if (section < 0)
    return damaged (error);
  keys = ceci_sealed_file_read_secret (self->sealed, (guint) section, CECI_PACKAGE_KEYS_BYTES, error);
  if (keys == NULL)
    return FALSE;
  self->return_key = ceci_sealing_key_new_direct (keys + CECI_PACKAGE_SEED_BYTES);
  self->seed = sodium_malloc (CECI_PACKAGE_SEED_BYTES);
  if (self->seed == NULL)
    g_error ("no protected memory is left for a key");
  memcpy (self->seed, keys, CECI_PACKAGE_SEED_BYTES);
  sodium_free (keys);
  return TRUE;
}

/**
 * ceci_package_open:
 * @file: a `.ceci-jury` file
 * @passphrase: its passphrase
 * @error: a #CeciJuryError or #GIOErrorEnum
 *
 * Returns: (transfer full): the package, unlocked
 */
CeciPackage *
ceci_package_open (GFile *file, const char *passphrase, GError **error)
{
  g_autoptr (CeciPackage) self = g_object_new (CECI_TYPE_PACKAGE, NULL);
  JsonObject *content;

  self->file = g_object_ref (file);
  self->sealed = ceci_sealed_file_open (file, CECI_SEALED_PACKAGE, error);
  if (self->sealed == NULL || !ceci_sealed_file_unlock_passphrase (self->sealed, passphrase, error))
    return NULL;
  content = ceci_sealed_file_get_content (self->sealed);
  if (!take_identity (self, content, error) || !take_keys (self, error))
    return NULL;
  self->grid = ceci_scoring_grid_new_from_json (ceci_json_object (content, "grid"), error);
  if (self->grid == NULL || !take_dossiers (self, ceci_json_array (content, "dossiers"), error))
    return NULL;
  return g_steal_pointer (&self);
}

typedef struct {
  GFile *file;
  char *passphrase; // guarded
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_object_unref (opening->file);
  sodium_free (opening->passphrase);
  g_free (opening);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opening *opening = data;
  GError *error = NULL;
  CeciPackage *package = ceci_package_open (opening->file, opening->passphrase, &error);

  if (package != NULL)
    g_task_return_pointer (task, package, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
ceci_package_open_async (GFile *file, const char *passphrase, GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);
  gsize size = strlen (passphrase) + 1;

  if (sodium_init () < 0)
    g_error ("libsodium cannot be started");
  g_task_set_source_tag (task, ceci_package_open_async);
  opening->file = g_object_ref (file);
  opening->passphrase = sodium_malloc (size);
  if (opening->passphrase == NULL)
    g_error ("no protected memory is left for a passphrase");
  memcpy (opening->passphrase, passphrase, size);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, open_in_thread);
}

CeciPackage *
ceci_package_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

GFile *
ceci_package_get_file (CeciPackage *self)
{
  return self->file;
}

const char *
ceci_package_get_session_id (CeciPackage *self)
{
  return self->session_id;
}

const char *
ceci_package_get_session_juror_id (CeciPackage *self)
{
  return self->session_juror_id;
}

const char *
ceci_package_get_session_name (CeciPackage *self)
{
  return self->session_name;
}

const char *
ceci_package_get_held_on (CeciPackage *self)
{
  return self->held_on;
}

const char *
ceci_package_get_cut_off_on (CeciPackage *self)
{
  return self->cut_off_on;
}

const char *
ceci_package_get_place (CeciPackage *self)
{
  return self->place;
}

const char *
ceci_package_get_juror_id (CeciPackage *self)
{
  return self->juror_id;
}

const char *
ceci_package_get_juror_name (CeciPackage *self)
{
  return self->juror_name;
}

gint64
ceci_package_get_revision (CeciPackage *self)
{
  return self->revision;
}

const char *
ceci_package_get_made_at (CeciPackage *self)
{
  return self->made_at;
}

CeciScoringGrid *
ceci_package_get_grid (CeciPackage *self)
{
  return self->grid;
}

GListModel *
ceci_package_get_dossiers (CeciPackage *self)
{
  return G_LIST_MODEL (self->dossiers);
}

CeciPackageDossier *
ceci_package_find_dossier (CeciPackage *self, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->dossiers)); i++) {
    g_autoptr (CeciPackageDossier) dossier = g_list_model_get_item (G_LIST_MODEL (self->dossiers), i);

    if (g_strcmp0 (ceci_package_dossier_get_id (dossier), id) == 0)
      return dossier; // the list keeps it
  }
  return NULL;
}

/**
 * ceci_package_read_document:
 * @self: a package
 * @sha256: the document's hash
 * @error: %CECI_JURY_ERROR_NOT_FOUND or %CECI_JURY_ERROR_DAMAGED
 *
 * Returns: (transfer full): its bytes, decrypted in memory alone
 */
GBytes *
ceci_package_read_document (CeciPackage *self, const char *sha256, GError **error)
{
  g_autofree char *name = g_strconcat (CECI_PACKAGE_SECTION_DOCUMENT, sha256, NULL);
  int section = ceci_sealed_file_find (self->sealed, name);

  if (section < 0) {
    g_set_error_literal (error, CECI_JURY_ERROR, CECI_JURY_ERROR_NOT_FOUND, _ ("This document is not in the package."));
    return NULL;
  }
  return ceci_sealed_file_read (self->sealed, (guint) section, error);
}

static void
read_document_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *bytes = ceci_package_read_document (source, data, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

void
ceci_package_read_document_async (CeciPackage *self, const char *sha256, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, ceci_package_read_document_async);
  g_task_set_task_data (task, g_strdup (sha256), g_free);
  g_task_run_in_thread (task, read_document_in_thread);
}

GBytes *
ceci_package_read_document_finish (CeciPackage *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

const guint8 *
ceci_package_get_seed (CeciPackage *self)
{
  return self->seed;
}

CeciSealingKey *
ceci_package_get_return_key (CeciPackage *self)
{
  return self->return_key;
}

int
ceci_package_get_descriptor (CeciPackage *self)
{
  return ceci_sealed_file_get_descriptor (self->sealed);
}
