// SPDX-License-Identifier: GPL-3.0-or-later
// A juror's work on a whole package, saved at every change by a thread, and sealed into a return.

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/file.h>

#include "ceci-dossier-reading-private.h"
#include "ceci-json-fields.h"
#include "ceci-jury-error.h"
#include "ceci-package-private.h"
#include "ceci-reading.h"
#include "ceci-return.h"
#include "ceci-working-file.h"

struct _CeciReading {
  GObject parent_instance;

  CeciPackage *package;
  CeciEntropy *entropy;
  CeciWorkingFile *working;
  GListStore *dossiers;
  JsonArray *elsewhere; // kept as found: work on dossiers that this revision of the package no longer holds
  gboolean recovered;
  gboolean locked;
  gint64 generation;       // of what is in memory
  gint64 saved_generation; // of what is known to be on the disk
  gboolean saving;
  char *save_error;
  gint64 sealed_revision, sealed_generation;
  char *sealed_at;
};

G_DEFINE_FINAL_TYPE (CeciReading, ceci_reading, G_TYPE_OBJECT)

enum { PROP_0, PROP_PACKAGE, PROP_DOSSIERS, PROP_SAVED, PROP_SAVE_ERROR, PROP_N_COMPLETE, N_PROPS };
static GParamSpec *properties[N_PROPS];
static guint changed_signal;

static void
ceci_reading_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CeciReading *self = CECI_READING (object);

  switch (id) {
  case PROP_PACKAGE:
    g_value_set_object (value, self->package);
    break;
  case PROP_DOSSIERS:
    g_value_set_object (value, self->dossiers);
    break;
  case PROP_SAVED:
    g_value_set_boolean (value, ceci_reading_is_saved (self));
    break;
  case PROP_SAVE_ERROR:
    g_value_set_string (value, self->save_error);
    break;
  case PROP_N_COMPLETE:
    g_value_set_uint (value, ceci_reading_get_n_complete (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

// The last word is on the disk before the lock goes.
static void
ceci_reading_dispose (GObject *object)
{
  CeciReading *self = CECI_READING (object);

  if (self->working != NULL && self->generation > self->saved_generation) {
    g_autoptr (GError) error = NULL;

    if (!ceci_reading_flush (self, &error))
      g_warning ("the juror's work could not be saved: %s", error->message);
  }
  if (self->locked) {
    flock (ceci_package_get_descriptor (self->package), LOCK_UN);
    self->locked = FALSE;
  }
  g_clear_pointer (&self->working, ceci_working_file_unref);
  G_OBJECT_CLASS (ceci_reading_parent_class)->dispose (object);
}

static void
ceci_reading_finalize (GObject *object)
{
  CeciReading *self = CECI_READING (object);

  g_object_unref (self->dossiers);
  g_clear_object (&self->package);
  g_clear_pointer (&self->entropy, ceci_entropy_unref);
  g_clear_pointer (&self->elsewhere, json_array_unref);
  g_free (self->save_error);
  g_free (self->sealed_at);
  G_OBJECT_CLASS (ceci_reading_parent_class)->finalize (object);
}

static void
ceci_reading_class_init (CeciReadingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ceci_reading_get_property;
  object_class->dispose = ceci_reading_dispose;
  object_class->finalize = ceci_reading_finalize;
  properties[PROP_PACKAGE] = g_param_spec_object ("package", NULL, NULL, CECI_TYPE_PACKAGE, flags);
  properties[PROP_DOSSIERS] = g_param_spec_object ("dossiers", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_SAVED] = g_param_spec_boolean ("saved", NULL, NULL, TRUE, flags);
  properties[PROP_SAVE_ERROR] = g_param_spec_string ("save-error", NULL, NULL, NULL, flags);
  properties[PROP_N_COMPLETE] = g_param_spec_uint ("n-complete", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * CeciReading::changed:
   * @self: the reading
   * @dossier: the #CeciDossierReading that changed
   */
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, CECI_TYPE_DOSSIER_READING);
}

static void
ceci_reading_init (CeciReading *self)
{
  self->dossiers = g_list_store_new (CECI_TYPE_DOSSIER_READING);
  self->elsewhere = json_array_new ();
  self->entropy = ceci_entropy_new_system ();
}

static CeciDossierReading *
dossier_at (CeciReading *self, guint position)
{
  g_autoptr (CeciDossierReading) dossier = g_list_model_get_item (G_LIST_MODEL (self->dossiers), position);

  return dossier; // the list keeps it
}

static guint
n_dossiers (CeciReading *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->dossiers));
}

static GBytes *
bytes_of (JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  char *text;

  json_node_set_object (node, object);
  text = json_to_string (node, FALSE);
  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
to_working_content (CeciReading *self)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonArray *dossiers = json_array_new ();

  for (guint i = 0; i < n_dossiers (self); i++)
    json_array_add_object_element (dossiers, ceci_dossier_reading_to_json (dossier_at (self, i), FALSE));
  for (guint i = 0; i < json_array_get_length (self->elsewhere); i++)
    json_array_add_element (dossiers, json_array_dup_element (self->elsewhere, i));
  json_object_set_int_member (object, "package_revision", ceci_package_get_revision (self->package));
  json_object_set_int_member (object, "sealed_revision", self->sealed_revision);
  json_object_set_int_member (object, "sealed_generation", self->sealed_generation);
  ceci_json_set_text (object, "sealed_at", self->sealed_at);
  json_object_set_array_member (object, "dossiers", dossiers);
  return bytes_of (object);
}

typedef struct {
  CeciWorkingFile *working;
  GBytes *content;
  gint64 generation;
  GWeakRef reading;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  ceci_working_file_unref (saving->working);
  g_bytes_unref (saving->content);
  g_weak_ref_clear (&saving->reading);
  g_free (saving);
}

static void start_saving (CeciReading *self);

static void
saved (CeciReading *self, gint64 generation, const GError *error)
{
  if (error == NULL)
    self->saved_generation = MAX (self->saved_generation, generation);
  if (g_set_str (&self->save_error, error ? error->message : NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVE_ERROR]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVED]);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Saving *saving = g_task_get_task_data (G_TASK (result));
  g_autoptr (CeciReading) self = g_weak_ref_get (&saving->reading);
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  if (self == NULL)
    return;
  self->saving = FALSE;
  saved (self, saving->generation, error);
  if (error == NULL && self->generation > self->saved_generation)
    start_saving (self);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Saving *saving = data;
  GError *error = NULL;

  if (ceci_working_file_save (saving->working, saving->content, saving->generation, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
start_saving (CeciReading *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_saved, NULL);
  Saving *saving = g_new0 (Saving, 1);

  self->saving = TRUE;
  saving->working = ceci_working_file_ref (self->working);
  saving->content = to_working_content (self);
  saving->generation = self->generation;
  g_weak_ref_init (&saving->reading, self);
  g_task_set_source_tag (task, start_saving);
  g_task_set_task_data (task, saving, saving_free);
  g_task_run_in_thread (task, save_in_thread);
}

static void
on_dossier_changed (CeciDossierReading *dossier, int criterion, CeciReading *self)
{
  self->generation++;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVED]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_COMPLETE]);
  if (!self->saving)
    start_saving (self);
  g_signal_emit (self, changed_signal, 0, dossier);
}

static void
restore (CeciReading *self, JsonObject *object)
{
  JsonArray *dossiers = ceci_json_array (object, "dossiers");

  self->sealed_revision = ceci_json_integer (object, "sealed_revision", 0);
  self->sealed_generation = ceci_json_integer (object, "sealed_generation", 0);
  g_set_str (&self->sealed_at, ceci_json_text (object, "sealed_at"));
  for (guint i = 0; i < ceci_json_length (dossiers); i++) {
    JsonObject *entry = ceci_json_element (dossiers, i);
    const char *id = ceci_json_text (entry, "dossier");
    CeciDossierReading *dossier = id ? ceci_reading_find (self, id) : NULL;

    if (dossier != NULL)
      ceci_dossier_reading_restore (dossier, entry);
    else
      json_array_add_element (self->elsewhere, json_array_dup_element (dossiers, i));
  }
}

static gboolean
load (CeciReading *self, GError **error)
{
  g_autoptr (GBytes) content = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonNode *root;

  if (!ceci_working_file_load (self->working, &content, &self->generation, error))
    return FALSE;
  self->saved_generation = self->generation;
  if (content == NULL)
    return TRUE;
  if (!json_parser_load_from_data (parser, g_bytes_get_data (content, NULL), (gssize) g_bytes_get_size (content),
                                   NULL) ||
      (root = json_parser_get_root (parser)) == NULL || !JSON_NODE_HOLDS_OBJECT (root)) {
    g_set_error_literal (
        error, CECI_JURY_ERROR, CECI_JURY_ERROR_DAMAGED,
        _ ("The working file of this package cannot be understood. Move it elsewhere to start again."));
    return FALSE;
  }
  restore (self, json_node_get_object (root));
  self->recovered = TRUE;
  return TRUE;
}

// The package itself carries the lock, so that it goes with the process that holds it, even a killed one.
static gboolean
take_lock (CeciReading *self, GError **error)
{
  if (flock (ceci_package_get_descriptor (self->package), LOCK_EX | LOCK_NB) == 0) {
    self->locked = TRUE;
    return TRUE;
  }
  if (errno != EWOULDBLOCK)
    return TRUE; // some file systems know no locks
  g_set_error_literal (error, CECI_JURY_ERROR, CECI_JURY_ERROR_BUSY,
                       _ ("This package is already open. Go on in the window where it is, or close it there."));
  return FALSE;
}

/**
 * ceci_reading_open:
 * @package: an unlocked package
 * @error: a #CeciJuryError
 *
 * Takes up the juror's work where it was left.
 *
 * Returns: (transfer full): the reading
 */
CeciReading *
ceci_reading_open (CeciPackage *package, GError **error)
{
  g_autoptr (CeciReading) self = g_object_new (CECI_TYPE_READING, NULL);
  GListModel *dossiers = ceci_package_get_dossiers (package);

  self->package = g_object_ref (package);
  if (!take_lock (self, error))
    return NULL;
  self->working = ceci_working_file_new (package);
  for (guint i = 0; i < g_list_model_get_n_items (dossiers); i++) {
    g_autoptr (CeciPackageDossier) dossier = g_list_model_get_item (dossiers, i);
    g_autoptr (CeciDossierReading) reading =
        ceci_dossier_reading_new (dossier, ceci_package_get_grid (package), self->entropy);

    g_list_store_append (self->dossiers, reading);
  }
  if (!load (self, error))
    return NULL;
  for (guint i = 0; i < n_dossiers (self); i++)
    g_signal_connect_object (dossier_at (self, i), "changed", G_CALLBACK (on_dossier_changed), self, G_CONNECT_DEFAULT);
  return g_steal_pointer (&self);
}

CeciPackage *
ceci_reading_get_package (CeciReading *self)
{
  return self->package;
}

/**
 * ceci_reading_dup_file:
 * @self: a reading
 *
 * Returns: (transfer full): where the work is kept
 */
GFile *
ceci_reading_dup_file (CeciReading *self)
{
  return ceci_working_file_dup_file (self->working);
}

gboolean
ceci_reading_was_recovered (CeciReading *self)
{
  return self->recovered;
}

GListModel *
ceci_reading_get_dossiers (CeciReading *self)
{
  return G_LIST_MODEL (self->dossiers);
}

CeciDossierReading *
ceci_reading_find (CeciReading *self, const char *dossier_id)
{
  for (guint i = 0; i < n_dossiers (self); i++) {
    CeciDossierReading *dossier = dossier_at (self, i);

    if (g_strcmp0 (ceci_package_dossier_get_id (ceci_dossier_reading_get_dossier (dossier)), dossier_id) == 0)
      return dossier;
  }
  return NULL;
}

guint
ceci_reading_get_n_complete (CeciReading *self)
{
  guint n = 0;

  for (guint i = 0; i < n_dossiers (self); i++)
    n += ceci_dossier_reading_is_complete (dossier_at (self, i));
  return n;
}

gboolean
ceci_reading_is_saved (CeciReading *self)
{
  return self->saved_generation >= self->generation;
}

const char *
ceci_reading_get_save_error (CeciReading *self)
{
  return self->save_error;
}

/**
 * ceci_reading_flush:
 * @self: a reading
 * @error: why it could not be saved
 *
 * Saves what was not saved yet, here and now.
 *
 * Returns: whether everything entered is on the disk
 */
gboolean
ceci_reading_flush (CeciReading *self, GError **error)
{
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GError) local = NULL;

  if (ceci_reading_is_saved (self))
    return TRUE;
  content = to_working_content (self);
  ceci_working_file_save (self->working, content, self->generation, &local);
  saved (self, self->generation, local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
check_complete (CeciReading *self, GError **error)
{
  g_autoptr (GString) missing = g_string_new (NULL);

  for (guint i = 0; i < n_dossiers (self); i++) {
    CeciDossierReading *dossier = dossier_at (self, i);
    g_auto (GStrv) sentences = ceci_dossier_reading_dup_missing (dossier);

    for (guint s = 0; sentences[s] != NULL; s++)
      g_string_append_printf (missing, "\n%s: %s",
                              ceci_package_dossier_get_name (ceci_dossier_reading_get_dossier (dossier)), sentences[s]);
  }
  if (missing->len == 0)
    return TRUE;
  g_set_error (error, CECI_JURY_ERROR, CECI_JURY_ERROR_INCOMPLETE,
               _ ("Something is still missing before the review can be sealed:%s"), missing->str);
  return FALSE;
}

static GBytes *
to_return_content (CeciReading *self)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonArray *dossiers = json_array_new ();

  for (guint i = 0; i < n_dossiers (self); i++)
    json_array_add_object_element (dossiers, ceci_dossier_reading_to_json (dossier_at (self, i), TRUE));
  json_object_set_string_member (object, "format", "ceci-return");
  json_object_set_int_member (object, "version", 1);
  json_object_set_string_member (object, "session", ceci_package_get_session_id (self->package));
  json_object_set_string_member (object, "session_juror", ceci_package_get_session_juror_id (self->package));
  json_object_set_string_member (object, "juror", ceci_package_get_juror_id (self->package));
  json_object_set_int_member (object, "package_revision", ceci_package_get_revision (self->package));
  json_object_set_int_member (object, "revision", self->sealed_revision);
  json_object_set_string_member (object, "sealed_at", self->sealed_at);
  json_object_set_array_member (object, "dossiers", dossiers);
  return bytes_of (object);
}

/**
 * ceci_reading_seal:
 * @self: a reading
 * @file: the return to write
 * @flags: whether something may be missing
 * @error: %CECI_JURY_ERROR_INCOMPLETE, or a #GIOErrorEnum
 *
 * Writes the return. Sealing twice without a change between gives the same revision and the same content twice; after a
 * change the revision grows. The new revision is on the disk before the return is, so that no two contents ever bear
 * one number.
 *
 * Returns: whether the return is whole and on the disk
 */
gboolean
ceci_reading_seal (CeciReading *self, GFile *file, CeciSealFlags flags, GError **error)
{
  g_autoptr (GBytes) content = NULL;

  if ((flags & CECI_SEAL_INCOMPLETE) == 0 && !check_complete (self, error))
    return FALSE;
  if (ceci_reading_changed_since_seal (self)) {
    g_free (self->sealed_at);
    self->sealed_at = ceci_entropy_dup_now (self->entropy);
    self->sealed_revision++;
    self->sealed_generation = ++self->generation;
  }
  if (!ceci_reading_flush (self, error))
    return FALSE;
  content = to_return_content (self);
  return ceci_return_write (file, content, ceci_package_get_return_key (self->package),
                            ceci_package_get_seed (self->package), error);
}

gint64
ceci_reading_get_sealed_revision (CeciReading *self)
{
  return self->sealed_revision;
}

gboolean
ceci_reading_changed_since_seal (CeciReading *self)
{
  return self->sealed_revision == 0 || self->generation != self->sealed_generation;
}
