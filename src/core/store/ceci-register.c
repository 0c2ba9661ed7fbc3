// SPDX-License-Identifier: GPL-3.0-or-later
// The register: one thread that writes, one that reads, and what they hand back. Opening is in ceci-register-open.c,
// copies and checks in ceci-register-care.c.
#include "config.h"
#include "ceci-writer.h"

#include <glib/gi18n-lib.h>

struct _CeciRegister {
  GObject parent_instance;
  GFile *file;
  char *who;
  char *holder;
  CeciEntropy *entropy;
  GError *refusal;        // why nothing can be written, or NULL
  CeciWriter *state;      // the writer's; its thread's business alone
  CeciDatabase *readable; // the reader's; its thread's business alone
  CeciWorker *writer;     // NULL when read-only
  CeciWorker *reader;
  GMainContext *context; // where ::changed is emitted
  GThread *thread;       // the thread that opened it
  gint64 announced;      // the newest step announced; this and the labels are that thread's business
  char *undo_label;
  char *redo_label;
};

G_DEFINE_FINAL_TYPE (CeciRegister, ceci_register, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

// Something to do on one of the threads.
typedef struct {
  CeciRegister *self;
  CeciRegisterFunc work;
  gpointer user_data;
  GDestroyNotify user_data_destroy;
  GDestroyNotify result_destroy;
  CeciStepUnderWay step;
  GStrv reverts;   // several steps to undo in one transaction, newest first; or NULL
  GTask *task;     // NULL: someone waits
  GThread *caller; // of what someone waits for
  gpointer result;
  GError *error;
} Operation;

// A step that was committed, on its way to those who listen.
typedef struct {
  CeciRegister *self;
  CeciChanges *changes;
  gint64 sequence;
  char *undo_label;
  char *redo_label;
} Announcement;

static void
announcement_free (gpointer data)
{
  Announcement *announcement = data;

  g_object_unref (announcement->self);
  ceci_changes_unref (announcement->changes);
  g_free (announcement->undo_label);
  g_free (announcement->redo_label);
  g_free (announcement);
}

static gboolean
announce (gpointer data)
{
  Announcement *announcement = data;
  CeciRegister *self = announcement->self;

  if (announcement->sequence > self->announced) { // an older one may come after: labels are of the newest
    self->announced = announcement->sequence;
    g_set_str (&self->undo_label, announcement->undo_label);
    g_set_str (&self->redo_label, announcement->redo_label);
  }
  g_signal_emit (self, signals[CHANGED], 0, announcement->changes);
  return G_SOURCE_REMOVE;
}

// On the writer's thread: after this commit, in the context where the register was opened.
static Announcement *
prepare_announcement (Operation *operation, CeciChanges *changes)
{
  CeciRegister *self = operation->self;
  Announcement *announcement = g_new0 (Announcement, 1);

  announcement->self = g_object_ref (self);
  announcement->changes = ceci_changes_ref (changes);
  announcement->sequence = operation->step.sequence;
  announcement->undo_label = g_strdup (ceci_undo_stack_label (self->state->stack, CECI_STEP_UNDO));
  announcement->redo_label = g_strdup (ceci_undo_stack_label (self->state->stack, CECI_STEP_REDO));
  return announcement;
}

static void
send_announcement (CeciRegister *self, Announcement *announcement)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT); // before the callback of the operation itself
  g_source_set_callback (source, announce, announcement, announcement_free);
  g_source_set_static_name (source, "CeciRegister::changed");
  g_source_attach (source, self->context);
}

// --- on the threads
// -----------------------------------------------------------------------------------------------------

static void
drop_result (Operation *operation)
{
  if (operation->result != NULL && operation->result_destroy != NULL)
    operation->result_destroy (operation->result);
  operation->result = NULL;
}

// What was erased is committed: what can fail is only that its bytes leave the disk now.
static void
clear_erased (Operation *operation)
{
  g_autoptr (GError) local = NULL;

  if (ceci_redactions_clear (operation->self->state->database, &local))
    return;
  drop_result (operation);
  g_set_error (&operation->error, CECI_STORE_ERROR, CECI_STORE_ERROR_NOT_CLEARED,
               _ ("It was erased, but traces may remain on the disk: %s They are cleared when the register is opened "
                  "again."),
               local->message);
}

static void
perform_write (Operation *operation)
{
  CeciRegister *self = operation->self;
  g_autoptr (CeciChanges) changes = NULL;

  if (ceci_writer_is_replay (operation->step.kind))
    operation->user_data = &operation->step;
  if (operation->reverts != NULL
          ? !ceci_writer_undo_all (self->state, self->who, operation->reverts, &operation->step, &changes,
                                   &operation->error)
          : !ceci_writer_perform (self->state, self->who, &operation->step, operation->work, operation->user_data,
                                  &operation->result, &changes, &operation->error)) {
    drop_result (operation);
    return;
  }
  if (changes == NULL)
    return;
  if (operation->reverts != NULL)
    operation->result = g_strdup (operation->step.label);
  else
    ceci_undo_stack_record (self->state->stack, operation->step.kind, operation->step.id, operation->step.label,
                            operation->step.reverts);
  if (operation->step.kind == CECI_STEP_ERASE)
    clear_erased (operation);
  Announcement *announcement = prepare_announcement (operation, changes);
  if (operation->task == NULL && operation->caller == self->thread)
    operation->user_data = announcement; // emitted by the caller, who waits
  else {
    operation->user_data = NULL;
    send_announcement (self, announcement);
  }
}

static void
perform_read (Operation *operation)
{
  CeciDatabase *database = operation->self->readable;
  GError *local = NULL;

  // one transaction, so that all the queries of a piece of work see the same commit
  if (!ceci_database_begin (database, FALSE, &operation->error))
    return;
  operation->result = operation->work (database, operation->user_data, &local);
  ceci_database_rollback (database);
  operation->error = local;
  if (local != NULL)
    drop_result (operation);
}

static void
operation_free (Operation *operation)
{
  g_clear_object (&operation->task); // last: it may hold the register
  g_strfreev (operation->reverts);
  ceci_step_under_way_clear (&operation->step);
  g_clear_error (&operation->error);
  g_free (operation);
}

static void
perform_for_task (Operation *operation, void (*perform) (Operation *operation), gboolean keep)
{
  gpointer user_data = operation->user_data;

  if (!g_task_return_error_if_cancelled (operation->task)) {
    if (keep) // once committed it is done, and the caller must learn it
      g_task_set_check_cancellable (operation->task, FALSE);
    perform (operation);
    if (operation->error != NULL)
      g_task_return_error (operation->task, g_steal_pointer (&operation->error));
    else
      g_task_return_pointer (operation->task, operation->result, operation->result_destroy);
  }
  if (operation->user_data_destroy != NULL)
    operation->user_data_destroy (user_data);
  operation_free (operation);
}

static void
run_write (gpointer data)
{
  Operation *operation = data;

  if (operation->task != NULL)
    perform_for_task (operation, perform_write, TRUE);
  else
    perform_write (operation);
}

static void
run_read (gpointer data)
{
  Operation *operation = data;

  if (operation->task != NULL)
    perform_for_task (operation, perform_read, FALSE);
  else
    perform_read (operation);
}

// --- asking
// -------------------------------------------------------------------------------------------------------------

static void
set_closed (GError **error)
{
  g_set_error_literal (error, CECI_STORE_ERROR, CECI_STORE_ERROR_FAILED, _ ("The register is closed. Open it again."));
}

static gpointer
wait_for (Operation *operation, CeciWorker *worker, CeciWorkerFunc run, GError **error)
{
  operation->caller = g_thread_self ();
  if (!ceci_worker_wait (worker, run, operation))
    set_closed (&operation->error);
  ceci_step_under_way_clear (&operation->step);
  if (operation->error != NULL)
    g_propagate_error (error, operation->error);
  return operation->error == NULL ? operation->result : NULL;
}

static gpointer
wait_for_write (Operation *operation, GError **error)
{
  gpointer given = operation->user_data;

  if (operation->self->refusal != NULL) {
    g_propagate_error (error, g_error_copy (operation->self->refusal));
    ceci_step_under_way_clear (&operation->step);
    return NULL;
  }
  gpointer result = wait_for (operation, operation->self->writer, run_write, error);
  if (operation->user_data != NULL && operation->user_data != given && operation->user_data != &operation->step) {
    announce (operation->user_data);
    announcement_free (operation->user_data);
  }
  return result;
}

static void
start (CeciRegister *self, const Operation *asked, CeciWorker *worker, CeciWorkerFunc run, gpointer tag,
       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer callback_data)
{
  Operation *operation = g_memdup2 (asked, sizeof *asked);

  operation->self = self;
  operation->task = g_task_new (self, cancellable, callback, callback_data);
  g_task_set_source_tag (operation->task, tag);
  if (worker != NULL && ceci_worker_push (worker, run, operation))
    return;
  if (self->refusal != NULL)
    g_task_return_error (operation->task, g_error_copy (self->refusal));
  else {
    GError *error = NULL;

    set_closed (&error);
    g_task_return_error (operation->task, error);
  }
  if (operation->user_data_destroy != NULL)
    operation->user_data_destroy (operation->user_data);
  operation_free (operation);
}

static void
ceci_register_dispose (GObject *object)
{
  ceci_register_close (CECI_REGISTER (object));
  G_OBJECT_CLASS (ceci_register_parent_class)->dispose (object);
}

static void
ceci_register_finalize (GObject *object)
{
  CeciRegister *self = CECI_REGISTER (object);

  g_clear_pointer (&self->reader, ceci_worker_free);
  g_clear_pointer (&self->writer, ceci_worker_free);
  g_clear_object (&self->file);
  g_clear_error (&self->refusal);
  g_clear_pointer (&self->entropy, ceci_entropy_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self->who);
  g_free (self->holder);
  g_free (self->undo_label);
  g_free (self->redo_label);
  G_OBJECT_CLASS (ceci_register_parent_class)->finalize (object);
}

static void
ceci_register_class_init (CeciRegisterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ceci_register_dispose;
  object_class->finalize = ceci_register_finalize;
  signals[CHANGED] = g_signal_new ("changed", CECI_TYPE_REGISTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   1, CECI_TYPE_CHANGES);
}

static void
ceci_register_init (CeciRegister *self)
{
}

CeciRegister *
ceci_register_assemble (CeciRegisterParts *parts)
{
  CeciRegister *self = g_object_new (CECI_TYPE_REGISTER, NULL);

  self->file = g_object_ref (parts->file);
  self->who = g_strdup (parts->who);
  self->holder = g_steal_pointer (&parts->holder);
  self->entropy = ceci_entropy_ref (parts->entropy);
  self->refusal = g_steal_pointer (&parts->refusal);
  self->context = g_main_context_ref (parts->context);
  self->thread = parts->thread;
  self->state = g_steal_pointer (&parts->writer);
  self->readable = g_steal_pointer (&parts->reader);
  if (self->state != NULL) {
    self->undo_label = g_strdup (ceci_undo_stack_label (self->state->stack, CECI_STEP_UNDO));
    self->redo_label = g_strdup (ceci_undo_stack_label (self->state->stack, CECI_STEP_REDO));
    self->writer = ceci_worker_new ("ceci-writer", self->state, (GDestroyNotify) ceci_writer_free);
  }
  self->reader = ceci_worker_new ("ceci-reader", self->readable, (GDestroyNotify) ceci_database_close);
  return self;
}

/**
 * ceci_register_close:
 * @self: a register
 *
 * Waits for everything that was asked, then closes the file and gives up its lock. Asking anything afterwards is an
 * error.
 */
void
ceci_register_close (CeciRegister *self)
{
  if (self->reader != NULL)
    ceci_worker_stop (self->reader);
  if (self->writer != NULL)
    ceci_worker_stop (self->writer); // the last connection: SQLite folds its log into the file
}

GFile *
ceci_register_get_file (CeciRegister *self)
{
  return self->file;
}

gboolean
ceci_register_is_read_only (CeciRegister *self)
{
  return self->writer == NULL;
}

const char *
ceci_register_get_holder (CeciRegister *self)
{
  return self->holder;
}

const GError *
ceci_register_get_refusal (CeciRegister *self)
{
  return self->refusal;
}

CeciEntropy *
ceci_register_get_entropy (CeciRegister *self)
{
  return self->entropy;
}

/**
 * ceci_register_read:
 * @self: a register
 * @work: what to do, on the reading thread
 * @user_data: for @work
 * @error: where to say what went wrong
 *
 * Not to be called from within another piece of reading work.
 *
 * Returns: what @work returned, %NULL with error
 */
gpointer
ceci_register_read (CeciRegister *self, CeciRegisterFunc work, gpointer user_data, GError **error)
{
  Operation operation = {.self = self, .work = work, .user_data = user_data};

  return wait_for (&operation, self->reader, run_read, error);
}

void
ceci_register_read_async (CeciRegister *self, CeciRegisterFunc work, gpointer user_data,
                          GDestroyNotify user_data_destroy, GDestroyNotify result_destroy, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer callback_data)
{
  Operation operation = {
      .work = work, .user_data = user_data, .user_data_destroy = user_data_destroy, .result_destroy = result_destroy};

  start (self, &operation, self->reader, run_read, ceci_register_read_async, cancellable, callback, callback_data);
}

gpointer
ceci_register_read_finish (CeciRegister *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * ceci_register_write:
 * @self: a register
 * @label: the step's name in the journal and in Undo, translated
 * @work: what to do, on the writing thread, in one transaction
 * @user_data: for @work
 * @error: where to say what went wrong
 *
 * Not to be called from within another piece of writing work.
 *
 * Returns: what @work returned, once it is durable; %NULL with error, and then nothing was written
 */
gpointer
ceci_register_write (CeciRegister *self, const char *label, CeciRegisterFunc work, gpointer user_data, GError **error)
{
  Operation operation = {.self = self, .work = work, .user_data = user_data, .step.label = g_strdup (label)};

  return wait_for_write (&operation, error);
}

void
ceci_register_write_async (CeciRegister *self, const char *label, CeciRegisterFunc work, gpointer user_data,
                           GDestroyNotify user_data_destroy, GDestroyNotify result_destroy, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer callback_data)
{
  Operation operation = {.work = work,
                         .user_data = user_data,
                         .user_data_destroy = user_data_destroy,
                         .result_destroy = result_destroy,
                         .step.label = g_strdup (label)};

  start (self, &operation, self->writer, run_write, ceci_register_write_async, cancellable, callback, callback_data);
}

gpointer
ceci_register_write_finish (CeciRegister *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * ceci_register_erase:
 * @self: a register
 * @label: the step's name in the journal, which names nobody
 * @work: what to erase, by the functions of ceci-erasing.h, on the writing thread, in one transaction
 * @user_data: for @work
 * @error: where to say what went wrong; %CECI_STORE_ERROR_NOT_CLEARED if it was done but its bytes may be on the disk
 *
 * The step is chained like any other, can't be undone, and ends the undoing of all that was done before. Once it is
 * committed the file is written anew, so that nothing of what was erased is left in it: that takes the time and the
 * room of a copy. Backups made before are not touched.
 *
 * Returns: what @work returned, once the bytes are gone; %NULL with error
 */
gpointer
ceci_register_erase (CeciRegister *self, const char *label, CeciRegisterFunc work, gpointer user_data, GError **error)
{
  Operation operation = {
      .self = self, .work = work, .user_data = user_data, .step.kind = CECI_STEP_ERASE, .step.label = g_strdup (label)};

  return wait_for_write (&operation, error);
}

void
ceci_register_erase_async (CeciRegister *self, const char *label, CeciRegisterFunc work, gpointer user_data,
                           GDestroyNotify user_data_destroy, GDestroyNotify result_destroy, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer callback_data)
{
  Operation operation = {.work = work,
                         .user_data = user_data,
                         .user_data_destroy = user_data_destroy,
                         .result_destroy = result_destroy,
                         .step.kind = CECI_STEP_ERASE,
                         .step.label = g_strdup (label)};

  start (self, &operation, self->writer, run_write, ceci_register_erase_async, cancellable, callback, callback_data);
}

static Operation
replaying (CeciRegister *self, CeciStepKind kind, const char *step_id)
{
  return (Operation) {.self = self,
                      .work = ceci_writer_replay,
                      .result_destroy = g_free,
                      .step.kind = kind,
                      .step.reverts = g_strdup (step_id)};
}

/**
 * ceci_register_undo:
 * @self: a register
 * @step_id: (nullable): a step of the journal, or %NULL for the last that can be undone
 * @error: where to say what went wrong; %CECI_STORE_ERROR_CONFLICT if a later step stands in the way
 *
 * Returns: (transfer full) (nullable): the label of the step undone
 */
char *
ceci_register_undo (CeciRegister *self, const char *step_id, GError **error)
{
  Operation operation = replaying (self, CECI_STEP_UNDO, step_id);

  return wait_for_write (&operation, error);
}

char *
ceci_register_redo (CeciRegister *self, GError **error)
{
  Operation operation = replaying (self, CECI_STEP_REDO, NULL);

  return wait_for_write (&operation, error);
}

void
ceci_register_undo_async (CeciRegister *self, const char *step_id, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  Operation operation = replaying (self, CECI_STEP_UNDO, step_id);

  start (self, &operation, self->writer, run_write, ceci_register_undo_async, cancellable, callback, user_data);
}

void
ceci_register_redo_async (CeciRegister *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Operation operation = replaying (self, CECI_STEP_REDO, NULL);

  start (self, &operation, self->writer, run_write, ceci_register_redo_async, cancellable, callback, user_data);
}

static Operation
replaying_many (CeciRegister *self, const char *const *step_ids)
{
  guint n = g_strv_length ((char **) step_ids);
  Operation operation = replaying (self, CECI_STEP_UNDO, NULL);

  operation.reverts = g_strdupv ((char **) step_ids);
  // Translators: the name of an undoing in the toast that tells of it
  operation.step.label = g_strdup_printf (ngettext ("%u step", "%u steps", n), n);
  return operation;
}

/**
 * ceci_register_undo_steps:
 * @self: a register
 * @step_ids: (array zero-terminated=1): steps, newest first
 * @error: where to say what went wrong; %CECI_STORE_ERROR_CONFLICT names the step that stands in the way
 *
 * Undoes all of them or none, in one transaction; each is one more step of the journal.
 *
 * Returns: (transfer full) (nullable): how many, in words
 */
char *
ceci_register_undo_steps (CeciRegister *self, const char *const *step_ids, GError **error)
{
  Operation operation = replaying_many (self, step_ids);
  char *words = wait_for_write (&operation, error);

  g_strfreev (operation.reverts);
  return words;
}

void
ceci_register_undo_steps_async (CeciRegister *self, const char *const *step_ids, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data)
{
  Operation operation = replaying_many (self, step_ids);

  start (self, &operation, self->writer, run_write, ceci_register_undo_async, cancellable, callback, user_data);
}

char *
ceci_register_undo_finish (CeciRegister *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

const char *
ceci_register_get_undo_label (CeciRegister *self)
{
  return self->undo_label;
}

const char *
ceci_register_get_redo_label (CeciRegister *self)
{
  return self->redo_label;
}
