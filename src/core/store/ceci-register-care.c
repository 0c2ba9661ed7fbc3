// SPDX-License-Identifier: GPL-3.0-or-later
// Taking care of a register: backups, restoring them, checking that file, journal and documents are sound.
#include "config.h"
#include "ceci-register-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>
#include "ceci-files.h"
#include "ceci-journal-private.h"
#include "ceci-migrations.h"

static char *
damaged (const char *detail)
{
  return g_strdup_printf (_ ("The file is damaged (%s): restore a backup."), detail);
}

static char *
dangling (const char *detail)
{
  return g_strdup_printf (_ ("An entry refers to another that is missing (%s): restore a backup."), detail);
}

// Adds one sentence a row of a check of SQLite's.
static gboolean
add_rows (CeciDatabase *database, const char *sql, char *(*say) (const char *detail), GPtrArray *problems,
          GError **error)
{
  g_autoptr (GError) local = NULL;
  CeciStatement *row = ceci_database_query (database, error, sql, "");

  if (row == NULL)
    return FALSE;
  while (ceci_statement_step (row, &local)) {
    const char *detail = ceci_statement_text (row, 0);

    if (g_strcmp0 (detail, "ok") != 0)
      g_ptr_array_add (problems, say (detail != NULL ? detail : "?"));
  }
  ceci_statement_reset (row);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
check_rows (CeciDatabase *database, GPtrArray *problems, GError **error)
{
  return add_rows (database, "PRAGMA integrity_check (100)", damaged, problems, error);
}

static gboolean
check_references (CeciDatabase *database, GPtrArray *problems, GError **error)
{
  return add_rows (database, "SELECT \"table\" || ' ' || coalesce (rowid, '') FROM pragma_foreign_key_check", dangling,
                   problems, error);
}

// A check that stumbles on damage has found a problem, which is what it is for.
static gboolean
look (gboolean (*check) (CeciDatabase *database, GPtrArray *problems, GError **error), CeciDatabase *database,
      GPtrArray *problems, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (check (database, problems, &local))
    return TRUE;
  if (!g_error_matches (local, CECI_STORE_ERROR, CECI_STORE_ERROR_DAMAGED)) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  g_ptr_array_add (problems, g_strdup (local->message));
  return TRUE;
}

static gpointer
check_integrity (CeciDatabase *database, gpointer user_data, GError **error)
{
  GPtrArray *problems = user_data;

  return GINT_TO_POINTER (look (check_rows, database, problems, error) &&
                          look (check_references, database, problems, error) &&
                          look (ceci_journal_check_triggers, database, problems, error) &&
                          look (ceci_blobs_check, database, problems, error));
}

typedef struct {
  guint n_steps;
  GPtrArray *problems;
} Verification;

static gpointer
verify_journal (CeciDatabase *database, gpointer user_data, GError **error)
{
  Verification *verification = user_data;
  g_autoptr (GError) local = NULL;

  if (ceci_journal_verify (database, &verification->n_steps, verification->problems, &local))
    return GINT_TO_POINTER (TRUE);
  if (!g_error_matches (local, CECI_STORE_ERROR, CECI_STORE_ERROR_DAMAGED)) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  g_ptr_array_add (verification->problems, g_strdup (local->message));
  return GINT_TO_POINTER (TRUE);
}

/**
 * ceci_register_integrity:
 * @self: a register
 * @problems: (out) (transfer full) (element-type utf8): a sentence for each thing that is wrong; empty when sound
 * @error: where to say why it could not be checked
 *
 * Returns: whether it could be checked
 */
gboolean
ceci_register_integrity (CeciRegister *self, GPtrArray **problems, GError **error)
{
  *problems = g_ptr_array_new_with_free_func (g_free);
  return ceci_register_read (self, check_integrity, *problems, error) != NULL;
}

/**
 * ceci_register_verify_journal:
 * @self: a register
 * @n_steps: (out): how many steps the journal has
 * @problems: (out) (transfer full) (element-type utf8): a sentence for each break of the chain; empty when whole
 * @error: where to say why it could not be verified
 *
 * Returns: whether it could be verified
 */
gboolean
ceci_register_verify_journal (CeciRegister *self, guint *n_steps, GPtrArray **problems, GError **error)
{
  Verification verification = {.problems = g_ptr_array_new_with_free_func (g_free)};

  *problems = verification.problems;
  gboolean verified = ceci_register_read (self, verify_journal, &verification, error) != NULL;
  if (n_steps != NULL)
    *n_steps = verification.n_steps;
  return verified;
}

// --- backups
// ------------------------------------------------------------------------------------------------------------

static gboolean
refuse_unsound (GPtrArray *problems, const char *name, GError **error)
{
  if (problems->len == 0)
    return TRUE;
  g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_DAMAGED, _ ("“%s” is not sound and was not used: %s"), name,
               (const char *) problems->pdata[0]);
  return FALSE;
}

// Everything integrity and the journal can tell of a file nobody else uses.
static gboolean
verify_file (const char *path, const char *name, GError **error)
{
  g_autoptr (CeciEntropy) entropy = ceci_entropy_new_system ();
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  Verification verification = {.problems = problems};
  g_autoptr (CeciDatabase) database = ceci_database_open (path, CECI_DATABASE_WRITE, entropy, error);

  return database != NULL && ceci_migrations_check (database, ceci_migrations (), TRUE, error) &&
         check_integrity (database, problems, error) != NULL &&
         verify_journal (database, &verification, error) != NULL && refuse_unsound (problems, name, error);
}

// A verified copy of what a connection sees, under a temporary name beside path.
static char *
copy_verified (CeciDatabase *source, const char *path, GError **error)
{
  g_autofree char *temporary = ceci_files_temporary (path);

  if (ceci_files_copy (source, temporary, error) && verify_file (temporary, ceci_database_get_name (source), error) &&
      ceci_files_make_durable (temporary, error))
    return g_steal_pointer (&temporary);
  ceci_files_discard (temporary);
  return NULL;
}

static gboolean
is_in_use (const char *path, GError **error)
{
  g_autofree char *holder = ceci_lock_holder (path);
  g_autofree char *name = g_filename_display_basename (path);

  if (holder == NULL)
    return FALSE;
  g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_LOCKED,
               _ ("“%s” is an open register (%s). Close it there, or choose another name."), name, holder);
  return TRUE;
}

static gpointer
back_up (CeciDatabase *database, gpointer user_data, GError **error)
{
  const char *path = user_data;
  g_autofree char *temporary = NULL;

  // the snapshot of this reading is not needed: SQLite's own backup holds one of the whole file
  if (is_in_use (path, error))
    return NULL;
  temporary = copy_verified (database, path, error);
  if (temporary != NULL && ceci_files_install (temporary, path, TRUE, error))
    return GINT_TO_POINTER (TRUE);
  if (temporary != NULL)
    ceci_files_discard (temporary);
  return NULL;
}

// Where a name leads in the end: a register behind a link is the same register, with the same lock.
static char *
local_path (GFile *file, GError **error)
{
  const char *given = g_file_peek_path (file);
  g_autofree char *name = g_file_get_parse_name (file);

  if (given == NULL) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                 _ ("“%s” is not on this computer. Choose a folder that is."), name);
    return NULL;
  }
  g_autofree char *real = realpath (given, NULL);
  if (real != NULL)
    return g_steal_pointer (&real);
  g_autofree char *folder = g_path_get_dirname (given);
  g_autofree char *base = g_path_get_basename (given);
  g_autofree char *real_folder = realpath (folder, NULL);
  return real_folder != NULL ? g_build_filename (real_folder, base, NULL) : g_strdup (given);
}

/**
 * ceci_register_backup:
 * @self: a register
 * @destination: where the backup goes; a file that stands there is replaced, but never by half a backup
 * @error: where to say what went wrong
 *
 * The backup is a register of its own, checked before it gets its name.
 *
 * Returns: whether it is on the disk
 */
gboolean
ceci_register_backup (CeciRegister *self, GFile *destination, GError **error)
{
  g_autofree char *path = local_path (destination, error);

  return path != NULL && ceci_register_read (self, back_up, path, error) != NULL;
}

// What stood where a backup goes, under the name it is kept by.
typedef struct {
  char *path, *log; // where it stood
  char *kept, *kept_log;
  gboolean log_moved;
} Aside;

static void
aside_clear (Aside *aside)
{
  g_free (aside->path);
  g_free (aside->log);
  g_free (aside->kept);
  g_free (aside->kept_log);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Aside, aside_clear)

// Puts everything back as it was.
static void
aside_undo (Aside *aside)
{
  if (aside->log_moved)
    ceci_files_rename (aside->kept_log, aside->log, FALSE, NULL);
  if (g_file_test (aside->path, G_FILE_TEST_EXISTS))
    g_unlink (aside->kept); // a second name of the same file
  else
    ceci_files_rename (aside->kept, aside->path, FALSE, NULL);
}

// Gives what stands at path a name by the present day, once SQLite has folded what it can of the log. The file gets its
// second name before its log moves, so that at every moment one of the two names has all that was entered.
static gboolean
set_aside (const char *path, CeciEntropy *entropy, Aside *aside, GError **error)
{
  g_autoptr (CeciDatabase) fold = ceci_database_open (path, CECI_DATABASE_WRITE, entropy, NULL);
  g_autofree char *now = ceci_entropy_dup_now (entropy);
  // Translators: goes into the name of a file, as in “register (replaced 2026-11-23).ceci”
  g_autofree char *remark = g_strdup_printf (_ ("replaced %.10s"), now);

  aside->path = g_strdup (path);
  aside->log = g_strconcat (path, "-wal", NULL);
  aside->kept = ceci_files_beside (path, remark);
  aside->kept_log = g_strconcat (aside->kept, "-wal", NULL);
  g_clear_pointer (&fold, ceci_database_close);
  if (link (path, aside->kept) != 0 && !ceci_files_rename (path, aside->kept, FALSE, error))
    return FALSE;
  if (!g_file_test (aside->log, G_FILE_TEST_EXISTS))
    return TRUE;
  aside->log_moved = ceci_files_rename (aside->log, aside->kept_log, FALSE, error);
  if (!aside->log_moved)
    aside_undo (aside);
  return aside->log_moved;
}

static gboolean
put_in_place (const char *backup, const char *path, CeciEntropy *entropy, GError **error)
{
  g_autoptr (CeciDatabase) source = ceci_database_open (backup, CECI_DATABASE_FROZEN, entropy, error);
  g_autofree char *temporary = NULL;
  g_auto (Aside) aside = {0};

  if (source == NULL || !ceci_migrations_check (source, ceci_migrations (), TRUE, error))
    return FALSE;
  temporary = copy_verified (source, path, error);
  if (temporary == NULL)
    return FALSE;
  gboolean stood = g_file_test (path, G_FILE_TEST_EXISTS), ready = !stood || set_aside (path, entropy, &aside, error);
  if (ready && ceci_files_install (temporary, path, TRUE, error))
    return TRUE;
  if (stood && ready)
    aside_undo (&aside);
  ceci_files_discard (temporary);
  return FALSE;
}

/**
 * ceci_register_restore:
 * @backup: a backup
 * @destination: where it goes; nobody may have it open
 * @error: where to say what went wrong
 *
 * What stood at @destination is kept beside it under a dated name. Blocks.
 *
 * Returns: whether the backup, checked, stands at @destination
 */
gboolean
ceci_register_restore (GFile *backup, GFile *destination, GError **error)
{
  g_autoptr (CeciEntropy) entropy = ceci_entropy_new_system ();
  g_autofree char *from = local_path (backup, error);
  g_autofree char *path = from != NULL ? local_path (destination, error) : NULL;
  g_autofree char *name = g_file_get_parse_name (backup);
  g_autofree char *holder = NULL;

  if (path == NULL)
    return FALSE;
  if (!g_file_test (from, G_FILE_TEST_IS_REGULAR) || g_str_equal (from, path)) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _ ("“%s” is not a backup that can be restored there. Choose another."), name);
    return FALSE;
  }
  CeciLock *lock = ceci_lock_take (path, g_get_user_name (), &holder, error);
  if (lock == NULL) {
    if (holder != NULL)
      is_in_use (path, error);
    return FALSE;
  }
  gboolean restored = put_in_place (from, path, entropy, error);
  ceci_lock_release (lock);
  return restored;
}
