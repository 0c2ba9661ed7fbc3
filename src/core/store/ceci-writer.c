// SPDX-License-Identifier: GPL-3.0-or-later
// A step from its beginning to its commit, on the writing thread: a piece of work, an undoing, several undoings at
// once.
#include "config.h"
#include "ceci-writer.h"

#include <glib/gi18n-lib.h>
#include "ceci-changes-private.h"

gpointer
ceci_writer_replay (CeciDatabase *database, gpointer user_data, GError **error)
{
  CeciStepUnderWay *step = user_data;

  if (!ceci_journal_replay (database, step->reverts, step->label, step->kind == CECI_STEP_UNDO, error))
    return NULL;
  return g_strdup (step->label);
}

// A reference between rows that no longer holds when an undo is committed is a conflict like any other.
static gboolean
commit (CeciDatabase *database, CeciStepUnderWay *step, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (ceci_database_commit (database, &local))
    return TRUE;
  if (g_error_matches (local, CECI_STORE_ERROR, CECI_STORE_ERROR_CONSTRAINT) &&
      (step->reverts != NULL || step->kind == CECI_STEP_UNDO))
    g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_CONFLICT,
                 _ ("“%s” can’t be undone or redone, because other entries depend on it. Undo those first."),
                 step->label);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
ceci_writer_is_replay (CeciStepKind kind)
{
  return kind == CECI_STEP_UNDO || kind == CECI_STEP_REDO;
}

/**
 * ceci_writer_perform:
 * @state: the writer's
 * @who: who writes
 * @step: what kind of step, and its label
 * @work: what to do
 * @user_data: for @work
 * @result: (out): what @work returned, even where the step fails: the caller drops it
 * @changes: (out): what the step touched; %NULL if it changed nothing
 * @error: where to say what went wrong
 *
 * Returns: %TRUE once it is durable
 */
gboolean
ceci_writer_perform (CeciWriter *state, const char *who, CeciStepUnderWay *step, CeciRegisterFunc work,
                     gpointer user_data, gpointer *result, CeciChanges **changes, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (!ceci_database_begin (state->database, TRUE, error))
    return FALSE;
  if ((!ceci_writer_is_replay (step->kind) || ceci_undo_stack_choose (state->stack, state->database, step, &local)) &&
      ceci_journal_begin_step (state->database, who, step, &local)) {
    ceci_database_set_writable (state->database, TRUE);
    ceci_database_set_erasing (state->database, step->kind == CECI_STEP_ERASE ? step->sequence : 0);
    *result = work (state->database, user_data, &local);
    ceci_database_set_writable (state->database, FALSE);
    ceci_database_set_erasing (state->database, 0);
    ceci_database_settle (state->database);
    if (local == NULL && ceci_journal_end_step (state->database, step, changes, &local) &&
        commit (state->database, step, &local))
      return TRUE;
  }
  ceci_database_rollback (state->database);
  g_clear_pointer (changes, ceci_changes_unref);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

// One of several steps to undo, within their transaction.
static gboolean
undo_one (CeciWriter *state, const char *who, const char *id, CeciStepUnderWay *step, CeciChanges **changes,
          GError **error)
{
  step->kind = CECI_STEP_UNDO;
  step->reverts = g_strdup (id);
  if (!ceci_undo_stack_choose (state->stack, state->database, step, error) ||
      !ceci_journal_begin_step (state->database, who, step, error))
    return FALSE;
  ceci_database_set_writable (state->database, TRUE);
  gboolean undone = ceci_journal_replay (state->database, step->reverts, step->label, TRUE, error);
  ceci_database_set_writable (state->database, FALSE);
  ceci_database_settle (state->database);
  return undone && ceci_journal_end_step (state->database, step, changes, error);
}

static gboolean
undo_each (CeciWriter *state, const char *who, GStrv reverts, CeciStepUnderWay *steps, CeciChanges *all, GError **error)
{
  for (guint i = 0; reverts[i] != NULL; i++) {
    g_autoptr (CeciChanges) changes = NULL;

    if (!undo_one (state, who, reverts[i], &steps[i], &changes, error))
      return FALSE;
    if (changes != NULL)
      ceci_changes_merge (all, changes);
  }
  return TRUE;
}

/**
 * ceci_writer_undo_all:
 * @state: the writer's
 * @who: who writes
 * @reverts: steps to undo, newest first
 * @whole: the undoing as it is told of; gets the sequence of its last step
 * @changes: (out): what all of them touched
 * @error: where to say what went wrong
 *
 * Each is undone by a step of its own, in one transaction: all of them or none.
 *
 * Returns: %TRUE once it is durable
 */
gboolean
ceci_writer_undo_all (CeciWriter *state, const char *who, GStrv reverts, CeciStepUnderWay *whole, CeciChanges **changes,
                      GError **error)
{
  guint n = g_strv_length (reverts);
  g_autofree CeciStepUnderWay *steps = g_new0 (CeciStepUnderWay, n);
  g_autoptr (CeciChanges) all = ceci_changes_new (NULL, whole->label, CECI_STEP_UNDO);
  gboolean done = FALSE;

  if (!ceci_database_begin (state->database, TRUE, error))
    return FALSE;
  if (undo_each (state, who, reverts, steps, all, error) && commit (state->database, whole, error)) {
    for (guint i = 0; i < n; i++)
      ceci_undo_stack_record (state->stack, CECI_STEP_UNDO, steps[i].id, steps[i].label, steps[i].reverts);
    whole->sequence = n > 0 ? steps[n - 1].sequence : 0;
    *changes = g_steal_pointer (&all);
    done = TRUE;
  } else
    ceci_database_rollback (state->database);
  for (guint i = 0; i < n; i++)
    ceci_step_under_way_clear (&steps[i]);
  return done;
}
