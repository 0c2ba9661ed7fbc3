// SPDX-License-Identifier: GPL-3.0-or-later
// Opening a register: who may write, which version it is, what to do where nothing can be written.
#include "config.h"
#include "ceci-register-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>
#include "ceci-journal-private.h"
#include "ceci-migrations.h"

typedef struct {
  GFile *file;
  CeciRegisterFlags flags;
  char *who;
  GMainContext *context;
  GThread *thread;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_object (&request->file);
  g_clear_pointer (&request->context, g_main_context_unref);
  g_free (request->who);
  g_free (request);
}

void
ceci_writer_free (CeciWriter *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->stack, ceci_undo_stack_free);
  g_clear_pointer (&self->database, ceci_database_close);
  g_clear_pointer (&self->lock, ceci_lock_release);
  g_free (self);
}

static const char *
user_name (void)
{
  const char *name = g_get_real_name ();

  return name != NULL && *name != '\0' && !g_str_equal (name, "Unknown") ? name : g_get_user_name ();
}

// A file or folder nobody has the right to write is left alone, even by one who could write all the same.
static gboolean
may_write (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 && (status.st_mode & 0222) != 0 && g_access (path, W_OK) == 0;
}

// The file's true path, so that two ways to it meet the same lock.
static char *
find (GFile *file, GError **error)
{
  const char *given = g_file_peek_path (file);
  g_autofree char *name = g_file_get_parse_name (file);

  if (given == NULL) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                 _ ("“%s” is not on this computer. Copy it to a folder of this computer, then open the copy."), name);
    return NULL;
  }
  char *path = realpath (given, NULL);
  if (path != NULL && g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return path;
  if (path == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _ ("There is no register at “%s”. Check its name, or create a new register."), name);
  else
    ceci_store_check (SQLITE_NOTADB, NULL, name, error);
  free (path);
  return NULL;
}

static CeciWriter *
open_writer (const char *path, CeciLock *lock, CeciEntropy *entropy, GError **error)
{
  CeciWriter *writer = g_new0 (CeciWriter, 1);

  writer->lock = lock;
  writer->database = ceci_database_open (path, CECI_DATABASE_WRITE, entropy, error);
  if (writer->database != NULL && ceci_migrations_check (writer->database, ceci_migrations (), TRUE, error) &&
      ceci_database_execute (writer->database, "PRAGMA journal_mode = WAL", error) &&
      ceci_migrations_upgrade (writer->database, ceci_migrations (), error)) {
    if (!ceci_redactions_are_cleared (writer->database)) // the computer went off in between, or the disk was full
      ceci_redactions_clear (writer->database, NULL);
    writer->stack = ceci_undo_stack_new (writer->database, error);
    if (writer->stack != NULL)
      return writer;
  }
  ceci_writer_free (writer);
  return NULL;
}

// Tries to become the writer. FALSE is an error; otherwise there is a writer, or a refusal.
static gboolean
become_writer (const char *path, gboolean allowed, CeciRegisterParts *parts, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GError) local = NULL;

  if (!allowed) {
    ceci_store_check (SQLITE_READONLY, NULL, name, &parts->refusal);
    return TRUE;
  }
  CeciLock *lock = ceci_lock_take (path, parts->who, &parts->holder, &local);
  if (lock != NULL)
    parts->writer = open_writer (path, lock, parts->entropy, &local);
  else if (local == NULL)
    g_set_error (&parts->refusal, CECI_STORE_ERROR, CECI_STORE_ERROR_LOCKED,
                 _ ("“%s” is open elsewhere (%s). Nothing was recorded: close it there, then open it again."), name,
                 parts->holder);
  if (g_error_matches (local, CECI_STORE_ERROR, CECI_STORE_ERROR_FULL))
    parts->refusal = g_steal_pointer (&local); // what is on a full disk can still be read
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

// A connection that may keep SQLite's index beside the file leaves nothing behind; where it can't, one that writes
// nothing.
static CeciDatabase *
open_reader (const char *path, gboolean writable, CeciEntropy *entropy, GError **error)
{
  g_autoptr (GError) local = NULL;
  CeciDatabase *reader = NULL;

  if (writable)
    reader = ceci_database_open (path, CECI_DATABASE_READ, entropy, &local);
  if (!writable || g_error_matches (local, CECI_STORE_ERROR, CECI_STORE_ERROR_FULL))
    return ceci_database_open (path, CECI_DATABASE_READ_ONLY, entropy, error);
  if (reader == NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return reader;
}

static CeciRegister *
open_register (const Request *request, CeciEntropy *entropy, GError **error)
{
  CeciRegisterParts parts = {.who = request->who != NULL ? request->who : user_name (),
                             .context = request->context,
                             .thread = request->thread,
                             .file = request->file,
                             .entropy = entropy};
  CeciRegister *self = NULL;

  if ((request->flags & CECI_REGISTER_CREATE) != 0 && g_file_peek_path (request->file) != NULL &&
      !ceci_migrations_create (g_file_peek_path (request->file), entropy, error))
    return NULL;
  g_autofree char *path = find (request->file, error);
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  gboolean writable = path != NULL && may_write (path) && may_write (folder);
  if (path != NULL &&
      become_writer (path, writable && (request->flags & CECI_REGISTER_READ_ONLY) == 0, &parts, error)) {
    parts.reader = open_reader (path, writable, entropy, error);
    if (parts.reader != NULL && ceci_migrations_check (parts.reader, ceci_migrations (), FALSE, error))
      self = ceci_register_assemble (&parts);
  }
  g_clear_pointer (&parts.reader, ceci_database_close);
  g_clear_pointer (&parts.writer, ceci_writer_free);
  g_clear_error (&parts.refusal);
  g_free (parts.holder);
  return self;
}

/**
 * ceci_register_open:
 * @file: a file of this computer
 * @flags: how to open it
 * @who: (nullable): the name for the journal, or %NULL for the user's
 * @entropy: (nullable): where instants and identifiers come from, or %NULL for the system
 * @error: where to say what went wrong
 *
 * Blocks. Where another process writes, where nothing may be written and where the disk is full, the register is open
 * for reading only; every attempt to write then says why.
 *
 * Returns: (transfer full) (nullable): the register
 */
CeciRegister *
ceci_register_open (GFile *file, CeciRegisterFlags flags, const char *who, CeciEntropy *entropy, GError **error)
{
  g_autoptr (CeciEntropy) source = entropy != NULL ? ceci_entropy_ref (entropy) : ceci_entropy_new_system ();
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();
  g_autofree char *name = g_strdup (who);
  Request request = {.file = file, .flags = flags, .who = name, .context = context, .thread = g_thread_self ()};

  return open_register (&request, source, error);
}

static void
open_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (CeciEntropy) entropy = ceci_entropy_new_system ();
  GError *error = NULL;
  CeciRegister *self = open_register (task_data, entropy, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
ceci_register_open_async (GFile *file, CeciRegisterFlags flags, const char *who, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->file = g_object_ref (file);
  request->flags = flags;
  request->who = g_strdup (who);
  request->context = g_main_context_ref_thread_default ();
  request->thread = g_thread_self ();
  g_task_set_source_tag (task, ceci_register_open_async);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, open_in_thread);
}

CeciRegister *
ceci_register_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
