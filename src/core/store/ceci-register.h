// SPDX-License-Identifier: GPL-3.0-or-later
// The register: one file, one writer thread, transactions named in words, a journal, undo. Nothing here knows what a student is.
#pragma once

#include <gio/gio.h>
#include "ceci-changes.h"
#include "ceci-database.h"

G_BEGIN_DECLS

#define CECI_TYPE_REGISTER (ceci_register_get_type ())
G_DECLARE_FINAL_TYPE (CeciRegister, ceci_register, CECI, REGISTER, GObject)

typedef enum {
  CECI_REGISTER_CREATE    = 1 << 0, // make the file; fails if it exists
  CECI_REGISTER_READ_ONLY = 1 << 1, // never write, take no lock
} CeciRegisterFlags;

/**
 * CeciRegisterFunc:
 * Work on the register, run on its worker thread. What it returns goes to the caller (its type is the caller's business:
 * the `destroy` given beside it frees it if nobody takes it). It fails by setting @error; a write is then rolled back whole.
 */
typedef gpointer (*CeciRegisterFunc) (CeciDatabase *database, gpointer user_data, GError **error);

// Blocking. who: the name for the journal (NULL: the user's). If another process holds the file, it opens read-only and
// ceci_register_get_holder() says who. entropy NULL: the system's.
CeciRegister *ceci_register_open        (GFile *file, CeciRegisterFlags flags, const char *who, CeciEntropy *entropy, GError **error);
void          ceci_register_open_async  (GFile *file, CeciRegisterFlags flags, const char *who, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CeciRegister *ceci_register_open_finish (GAsyncResult *result, GError **error);
void          ceci_register_close       (CeciRegister *self); // waits for the work under way; idempotent; dispose does it too

GFile        *ceci_register_get_file      (CeciRegister *self);
gboolean      ceci_register_is_read_only  (CeciRegister *self);
const char   *ceci_register_get_holder    (CeciRegister *self); // «marie on pc-12, since 09:14»; NULL when we hold it
const GError *ceci_register_get_refusal   (CeciRegister *self); // why nothing can be written, in words; NULL when it can
CeciEntropy  *ceci_register_get_entropy   (CeciRegister *self);

// Reads see the last commit and never wait for a write under way (a connection and a thread of their own).
gpointer  ceci_register_read         (CeciRegister *self, CeciRegisterFunc work, gpointer user_data, GError **error);
void      ceci_register_read_async   (CeciRegister *self, CeciRegisterFunc work, gpointer user_data, GDestroyNotify user_data_destroy, GDestroyNotify result_destroy,
                                      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer callback_data);
gpointer  ceci_register_read_finish  (CeciRegister *self, GAsyncResult *result, GError **error);

// One transaction, one step of the journal named by label. A step that changed no row is not kept. The result is handed over only
// after the commit is durable. ::changed is emitted in the main context where the register was opened.
gpointer  ceci_register_write        (CeciRegister *self, const char *label, CeciRegisterFunc work, gpointer user_data, GError **error);
void      ceci_register_write_async  (CeciRegister *self, const char *label, CeciRegisterFunc work, gpointer user_data, GDestroyNotify user_data_destroy, GDestroyNotify result_destroy,
                                      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer callback_data);
gpointer  ceci_register_write_finish (CeciRegister *self, GAsyncResult *result, GError **error);

// A write whose work erases (ceci-erasing.h): its step can't be undone, and what it erased leaves the file. Finished by ceci_register_write_finish().
gpointer  ceci_register_erase        (CeciRegister *self, const char *label, CeciRegisterFunc work, gpointer user_data, GError **error);
void      ceci_register_erase_async  (CeciRegister *self, const char *label, CeciRegisterFunc work, gpointer user_data, GDestroyNotify user_data_destroy, GDestroyNotify result_destroy,
                                      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer callback_data);

// Undo and redo are new steps. The label of the step undone is returned (transfer full), NULL with error. step NULL: the last that can be.
char     *ceci_register_undo         (CeciRegister *self, const char *step_id, GError **error);
char     *ceci_register_redo         (CeciRegister *self, GError **error);
void      ceci_register_undo_async   (CeciRegister *self, const char *step_id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void      ceci_register_redo_async   (CeciRegister *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char     *ceci_register_undo_steps   (CeciRegister *self, const char * const *step_ids, GError **error); // newest first; all of them or none
void      ceci_register_undo_steps_async (CeciRegister *self, const char * const *step_ids, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data); // finished by undo_finish
char     *ceci_register_undo_finish  (CeciRegister *self, GAsyncResult *result, GError **error); // for redo too
const char *ceci_register_get_undo_label (CeciRegister *self); // what Ctrl+Z would undo, NULL if nothing; kept in memory
const char *ceci_register_get_redo_label (CeciRegister *self);

gboolean  ceci_register_backup       (CeciRegister *self, GFile *destination, GError **error); // whole or not at all, verified
gboolean  ceci_register_restore      (GFile *backup, GFile *destination, GError **error);      // keeps what stood there beside it
// problems: sentences, empty when sound. Covers SQLite's own check, foreign keys, blobs against their SHA-256.
gboolean  ceci_register_integrity    (CeciRegister *self, GPtrArray **problems, GError **error);
gboolean  ceci_register_verify_journal (CeciRegister *self, guint *n_steps, GPtrArray **problems, GError **error);

/**
 * CeciRegister::changed:
 * @self: the register
 * @changes: (type CeciChanges): what the step touched
 */

G_END_DECLS
