// SPDX-License-Identifier: GPL-3.0-or-later
// Which step undo and redo would take next. Only steps of kind do stand here: an undo moves one over, a redo moves it
// back.
#include "config.h"
#include "ceci-undo-stack.h"

#include <glib/gi18n-lib.h>

#define STEPS_REMEMBERED 1000

typedef struct {
  char *id;
  char *label;
} Entry;

struct _CeciUndoStack {
  GPtrArray *done;
  GPtrArray *undone;
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->id);
  g_free (entry->label);
  g_free (entry);
}

void
ceci_undo_stack_free (CeciUndoStack *self)
{
  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->undone);
  g_free (self);
}

static gboolean
is_entry (gconstpointer entry, gconstpointer id)
{
  return g_str_equal (((const Entry *) entry)->id, id);
}

static void
add (GPtrArray *entries, const char *id, const char *label)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->id = g_strdup (id);
  entry->label = g_strdup (label);
  g_ptr_array_add (entries, entry);
}

// A step that no stack remembers was chosen from the history: it was done long ago, or before something was erased.
static void
move (GPtrArray *from, GPtrArray *to, const char *id, const char *label)
{
  guint index;

  if (id != NULL && g_ptr_array_find_with_equal_func (from, id, is_entry, &index))
    g_ptr_array_add (to, g_ptr_array_steal_index (from, index));
  else if (id != NULL)
    add (to, id, label);
}

void
ceci_undo_stack_record (CeciUndoStack *self, CeciStepKind kind, const char *id, const char *label, const char *reverts)
{
  switch (kind) {
  case CECI_STEP_UNDO:
    move (self->done, self->undone, reverts, label);
    break;
  case CECI_STEP_REDO:
    move (self->undone, self->done, reverts, label);
    break;
  case CECI_STEP_ERASE: // what was erased must not come back
    g_ptr_array_set_size (self->done, 0);
    g_ptr_array_set_size (self->undone, 0);
    break;
  case CECI_STEP_DO:
  default:
    add (self->done, id, label);
    g_ptr_array_set_size (self->undone, 0);
    break;
  }
  if (self->done->len > STEPS_REMEMBERED)
    g_ptr_array_remove_index (self->done, 0);
}

CeciUndoStack *
ceci_undo_stack_new (CeciDatabase *database, GError **error)
{
  g_autoptr (CeciUndoStack) self = g_new0 (CeciUndoStack, 1);
  g_autoptr (GError) local = NULL;

  self->done = g_ptr_array_new_with_free_func (entry_free);
  self->undone = g_ptr_array_new_with_free_func (entry_free);
  CeciStatement *step = ceci_database_query (
      database, error,
      "SELECT kind, id, label, reverts FROM (SELECT * FROM step ORDER BY seq DESC LIMIT $1) AS newest ORDER BY seq",
      "i", (gint64) STEPS_REMEMBERED);
  if (step == NULL)
    return NULL;
  while (ceci_statement_step (step, &local))
    ceci_undo_stack_record (self, ceci_step_kind_of (ceci_statement_text (step, 0)), ceci_statement_text (step, 1),
                            ceci_statement_text (step, 2), ceci_statement_text (step, 3));
  ceci_statement_reset (step);
  if (local == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static const Entry *
newest (CeciUndoStack *self, CeciStepKind kind)
{
  GPtrArray *entries = kind == CECI_STEP_UNDO ? self->done : self->undone;

  return entries->len > 0 ? entries->pdata[entries->len - 1] : NULL;
}

const char *
ceci_undo_stack_label (CeciUndoStack *self, CeciStepKind kind)
{
  const Entry *entry = newest (self, kind);

  return entry != NULL ? (entry->label != NULL ? entry->label : "") : NULL;
}

static gboolean
choose_named (CeciDatabase *database, CeciStepUnderWay *step, GError **error)
{
  g_autoptr (GError) local = NULL;
  // the step itself, unless its last undoing still holds
  step->label = ceci_database_text (
      database, &local,
      "SELECT coalesce (label, '') FROM step s WHERE id = $1 AND kind = 'do' AND NOT coalesce "
      "((SELECT kind = 'undo' FROM step r WHERE r.reverts = s.id ORDER BY seq DESC LIMIT 1), FALSE)",
      "t", step->reverts);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (step->label == NULL)
    g_set_error_literal (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NOTHING_TO_UNDO,
                         _ ("This step is undone already, or is no step that can be undone. Choose another."));
  return step->label != NULL;
}

gboolean
ceci_undo_stack_choose (CeciUndoStack *self, CeciDatabase *database, CeciStepUnderWay *step, GError **error)
{
  const Entry *entry = newest (self, step->kind);

  if (step->reverts != NULL)
    return choose_named (database, step, error);
  if (entry == NULL) {
    g_set_error_literal (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NOTHING_TO_UNDO,
                         step->kind == CECI_STEP_UNDO ? _ ("There is nothing to undo.")
                                                      : _ ("There is nothing to redo."));
    return FALSE;
  }
  step->reverts = g_strdup (entry->id);
  step->label = g_strdup (entry->label != NULL ? entry->label : "");
  return TRUE;
}
