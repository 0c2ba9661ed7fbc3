// SPDX-License-Identifier: GPL-3.0-or-later
// A thread with a queue. It knows nothing of databases.
#include "ceci-worker.h"

typedef struct {
  CeciWorkerFunc run;
  gpointer data;
  gboolean *done; // set and signalled, when someone waits
} Job;

struct _CeciWorker {
  gatomicrefcount references; // the owner's and the thread's
  GThread *thread;
  GMutex mutex;
  GCond changed;
  GQueue jobs;
  gboolean stopped;
  gpointer state;
  GDestroyNotify destroy;
};

static void
ceci_worker_unref (CeciWorker *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_free (self);
}

// The next job, or NULL when there will be none.
static Job *
next_job (CeciWorker *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  while (g_queue_is_empty (&self->jobs) && !self->stopped)
    g_cond_wait (&self->changed, &self->mutex);
  return g_queue_pop_head (&self->jobs);
}

static gpointer
work (gpointer data)
{
  CeciWorker *self = data;
  Job *job;

  while ((job = next_job (self)) != NULL) {
    job->run (job->data);
    if (job->done != NULL) {
      g_mutex_lock (&self->mutex);
      *job->done = TRUE;
      g_cond_broadcast (&self->changed);
      g_mutex_unlock (&self->mutex);
    }
    g_free (job);
  }
  if (self->destroy != NULL)
    self->destroy (self->state);
  ceci_worker_unref (self);
  return NULL;
}

CeciWorker *
ceci_worker_new (const char *name, gpointer state, GDestroyNotify destroy)
{
  CeciWorker *self = g_new0 (CeciWorker, 1);

  g_atomic_ref_count_init (&self->references);
  g_atomic_ref_count_inc (&self->references);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  self->state = state;
  self->destroy = destroy;
  self->thread = g_thread_new (name, work, self);
  return self;
}

static gboolean
push (CeciWorker *self, CeciWorkerFunc run, gpointer data, gboolean *done)
{
  Job *job;

  if (self->stopped)
    return FALSE;
  job = g_new0 (Job, 1);
  job->run = run;
  job->data = data;
  job->done = done;
  g_queue_push_tail (&self->jobs, job);
  g_cond_broadcast (&self->changed);
  return TRUE;
}

gboolean
ceci_worker_push (CeciWorker *self, CeciWorkerFunc run, gpointer data)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return push (self, run, data, NULL);
}

gboolean
ceci_worker_wait (CeciWorker *self, CeciWorkerFunc run, gpointer data)
{
  gboolean done = FALSE;

  g_return_val_if_fail (!ceci_worker_is_current (self), FALSE); // it would wait for itself
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  if (!push (self, run, data, &done))
    return FALSE;
  while (!done)
    g_cond_wait (&self->changed, &self->mutex);
  return TRUE;
}

gboolean
ceci_worker_is_current (CeciWorker *self)
{
  return g_thread_self () == self->thread;
}

void
ceci_worker_stop (CeciWorker *self)
{
  g_mutex_lock (&self->mutex);
  gboolean first = !self->stopped;
  self->stopped = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  if (!first)
    return;
  if (ceci_worker_is_current (self))
    g_thread_unref (self->thread); // the last reference went on the thread itself: it ends by itself
  else
    g_thread_join (self->thread);
}

void
ceci_worker_free (CeciWorker *self)
{
  ceci_worker_stop (self);
  ceci_worker_unref (self);
}
