// SPDX-License-Identifier: GPL-3.0-or-later
// The encrypted working file: beside the package, and in the user's state folder, where a package issued again finds
// it.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

#include "ceci-json-fields.h"
#include "ceci-package-private.h"
#include "ceci-sealed-file.h"
#include "ceci-sealed-writer.h"
#include "ceci-working-file.h"

#define SECTION "review"
#define PACKAGE_SUFFIX ".ceci-jury"
#define WORKING_SUFFIX ".ceci-review"

struct _CeciWorkingFile {
  gatomicrefcount references;
  CeciSealingKey *key;
  GFile *beside; // NULL when something else stands there, or the folder can't be written
  GFile *own;    // in the user's state folder
  GMutex mutex;  // guards what follows and the writing itself
  gint64 written;
};

// The key of the working file comes from the return key, which stays the same when a package is issued again: work goes
// on.
static CeciSealingKey *
derive_key (CeciPackage *package)
{
  guint8 *bytes = sodium_malloc (CECI_SEALING_KEY_BYTES);
  CeciSealingKey *key;

  if (bytes == NULL)
    g_error ("no protected memory is left for a key");
  ceci_sealing_key_derive (ceci_package_get_return_key (package), "CECIWORK", 0, bytes);
  key = ceci_sealing_key_new_direct (bytes);
  sodium_free (bytes);
  return key;
}

static GFile *
file_beside (GFile *package)
{
  const char *path = g_file_peek_path (package);
  gsize length = strlen (path);
  g_autofree char *stem = NULL;
  g_autofree char *working = NULL;

  if (g_str_has_suffix (path, PACKAGE_SUFFIX))
    length -= strlen (PACKAGE_SUFFIX);
  stem = g_strndup (path, length);
  working = g_strconcat (stem, WORKING_SUFFIX, NULL);
  return g_file_new_for_path (working);
}

static GFile *
file_of_own (CeciSealingKey *key)
{
  char hex[2 * CECI_SEALING_SALT_BYTES + 1];
  g_autofree char *name = NULL;

  sodium_bin2hex (hex, sizeof hex, ceci_sealing_key_get_id (key), CECI_SEALING_SALT_BYTES);
  name = g_strconcat (hex, WORKING_SUFFIX, NULL);
  return g_file_new_build_filename (g_get_user_state_dir (), "ceci", "reviews", name, NULL);
}

CeciWorkingFile *
ceci_working_file_new (CeciPackage *package)
{
  CeciWorkingFile *self = g_new0 (CeciWorkingFile, 1);

  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->mutex);
  self->key = derive_key (package);
  self->beside = file_beside (ceci_package_get_file (package));
  self->own = file_of_own (self->key);
  self->written = -1;
  return self;
}

CeciWorkingFile *
ceci_working_file_ref (CeciWorkingFile *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
ceci_working_file_unref (CeciWorkingFile *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  ceci_sealing_key_unref (self->key);
  g_clear_object (&self->beside);
  g_object_unref (self->own);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

GFile *
ceci_working_file_dup_file (CeciWorkingFile *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return g_object_ref (self->beside ? self->beside : self->own);
}

// Reads one candidate. Another package's working file of the same name is not ours: *foreign says so, and it is left
// alone.
static gboolean
load_one (CeciWorkingFile *self, GFile *file, GBytes **content, gint64 *generation, gboolean *foreign, GError **error)
{
  g_autoptr (CeciSealedFile) sealed = NULL;
  int section = -1;

  if (!g_file_query_exists (file, NULL))
    return TRUE;
  sealed = ceci_sealed_file_open (file, CECI_SEALED_REVIEW, NULL);
  if (sealed != NULL && memcmp (ceci_sealed_file_get_key_id (sealed), ceci_sealing_key_get_id (self->key),
                                CECI_SEALING_SALT_BYTES) != 0) {
    *foreign = TRUE;
    return TRUE;
  }
  if (sealed != NULL && ceci_sealed_file_unlock (sealed, self->key, NULL)) {
    section = ceci_sealed_file_find (sealed, SECTION);
    *generation = ceci_json_integer (ceci_sealed_file_get_content (sealed), "generation", 0);
  }
  if (section >= 0)
    *content = ceci_sealed_file_read (sealed, (guint) section, NULL);
  if (*content != NULL)
    return TRUE;
  g_set_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_DAMAGED,
               _ ("The working file “%s” is damaged. Move it elsewhere to start again without it."),
               g_file_peek_path (file));
  return FALSE;
}

gboolean
ceci_working_file_load (CeciWorkingFile *self, GBytes **content, gint64 *generation, GError **error)
{
  g_autoptr (GBytes) beside = NULL;
  g_autoptr (GBytes) own = NULL;
  gint64 generation_beside = 0, generation_own = 0;
  gboolean foreign = FALSE, own_foreign = FALSE;

  if (!load_one (self, self->beside, &beside, &generation_beside, &foreign, error) ||
      !load_one (self, self->own, &own, &generation_own, &own_foreign, error))
    return FALSE;
  if (foreign)
    g_clear_object (&self->beside);
  *content = NULL;
  *generation = 0;
  if (own != NULL && (beside == NULL || generation_own > generation_beside)) {
    *content = g_steal_pointer (&own);
    *generation = generation_own;
  } else if (beside != NULL) {
    *content = g_steal_pointer (&beside);
    *generation = generation_beside;
  }
  self->written = *generation;
  return TRUE;
}

static gboolean
write_to (CeciWorkingFile *self, GFile *file, GBytes *content, gint64 generation, GError **error)
{
  g_autoptr (CeciSealedWriter) writer = ceci_sealed_writer_new (CECI_SEALED_REVIEW, self->key);
  g_autoptr (JsonObject) manifest = json_object_new ();

  json_object_set_string_member (manifest, "format", "ceci-review");
  json_object_set_int_member (manifest, "version", 1);
  json_object_set_int_member (manifest, "generation", generation);
  ceci_sealed_writer_set_content (writer, manifest);
  ceci_sealed_writer_add (writer, SECTION, content);
  return ceci_sealed_writer_write (writer, file, NULL, error);
}

static gboolean
save_own (CeciWorkingFile *self, GBytes *content, gint64 generation, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (g_file_peek_path (self->own));

  g_mkdir_with_parents (folder, 0700);
  return write_to (self, self->own, content, generation, error);
}

gboolean
ceci_working_file_save (CeciWorkingFile *self, GBytes *content, gint64 generation, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  gboolean kept = FALSE;

  if (generation <= self->written)
    return TRUE;
  // A stick that is write-protected, or a folder that a portal hides: from then on, the user's own folder alone.
  if (self->beside != NULL) {
    kept = write_to (self, self->beside, content, generation, NULL);
    if (!kept && !g_file_query_exists (self->beside, NULL))
      g_clear_object (&self->beside);
  }
  // There too in any case: a package that is issued again comes under another name, or into another folder.
  if (!save_own (self, content, generation, kept ? NULL : error) && !kept)
    return FALSE;
  self->written = generation;
  return TRUE;
}
