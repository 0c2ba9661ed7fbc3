// SPDX-License-Identifier: GPL-3.0-or-later
// What SQLite says, as a sentence that tells a person what to do.
#include "config.h"
#include "ceci-database-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (ceci - store - error - quark, ceci_store_error)

static CeciStoreError
code_of (int code, sqlite3 *handle)
{
  switch (code & 0xff) {
  case SQLITE_NOTADB:
    return CECI_STORE_ERROR_NOT_A_REGISTER;
  case SQLITE_FULL:
    return CECI_STORE_ERROR_FULL;
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return CECI_STORE_ERROR_LOCKED;
  case SQLITE_READONLY:
    return CECI_STORE_ERROR_READ_ONLY;
  case SQLITE_CORRUPT:
    return CECI_STORE_ERROR_DAMAGED;
  case SQLITE_CONSTRAINT:
    return CECI_STORE_ERROR_CONSTRAINT;
  default:
    break;
  }
  if (handle != NULL && (sqlite3_system_errno (handle) == ENOSPC || sqlite3_system_errno (handle) == EDQUOT))
    return CECI_STORE_ERROR_FULL;
  if (code == SQLITE_IOERR_SHORT_READ || code == SQLITE_IOERR_DATA || code == SQLITE_IOERR_CORRUPTFS)
    return CECI_STORE_ERROR_DAMAGED;
  return CECI_STORE_ERROR_FAILED;
}

gboolean
ceci_store_check (int code, sqlite3 *handle, const char *name, GError **error)
{
  if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE)
    return TRUE;

  const char *detail = handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (code);
  CeciStoreError kind = code_of (code, handle);

  switch (kind) {
  case CECI_STORE_ERROR_NOT_A_REGISTER:
    g_set_error (error, CECI_STORE_ERROR, kind, _ ("“%s” is not a register. Choose a file that this program made."),
                 name);
    break;
  case CECI_STORE_ERROR_FULL:
    g_set_error (error, CECI_STORE_ERROR, kind,
                 _ ("The disk that holds “%s” is full. Nothing was recorded: make room on it, then try again."), name);
    break;
  case CECI_STORE_ERROR_LOCKED:
    g_set_error (error, CECI_STORE_ERROR, kind, _ ("Another program is using “%s”. Close it there, then try again."),
                 name);
    break;
  case CECI_STORE_ERROR_READ_ONLY:
    g_set_error (error, CECI_STORE_ERROR, kind,
                 _ ("“%s” is open for reading only. Nothing was recorded: open it where you may write to it."), name);
    break;
  case CECI_STORE_ERROR_DAMAGED:
    g_set_error (error, CECI_STORE_ERROR, kind,
                 _ ("“%s” is damaged (%s). Restore a backup, and keep this file for whoever repairs it."), name,
                 detail);
    break;
  case CECI_STORE_ERROR_CONSTRAINT:
    g_set_error (
        error, CECI_STORE_ERROR, kind,
        _ ("This contradicts what the register already holds (%s). Nothing was recorded: correct it, then try again."),
        detail);
    break;
  case CECI_STORE_ERROR_FAILED:
  case CECI_STORE_ERROR_NEWER:
  case CECI_STORE_ERROR_NOT_FOUND:
  case CECI_STORE_ERROR_CONFLICT:
  case CECI_STORE_ERROR_NOTHING_TO_UNDO:
  case CECI_STORE_ERROR_INVALID:
  case CECI_STORE_ERROR_NOT_CLEARED:
  default:
    if ((code & 0xff) == SQLITE_CANTOPEN)
      g_set_error (error, CECI_STORE_ERROR, kind,
                   _ ("“%s” could not be opened. Check that its folder exists and that you may use it."), name);
    else
      g_set_error (error, CECI_STORE_ERROR, kind,
                   _ ("“%s” could not be used (%s). Check the disk it is on, then try again."), name, detail);
    break;
  }
  return FALSE;
}
