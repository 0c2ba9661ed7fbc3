// SPDX-License-Identifier: GPL-3.0-or-later
// Which step undo and redo would take next, as the journal tells it.
#pragma once

#include "ceci-journal-private.h"

G_BEGIN_DECLS

typedef struct _CeciUndoStack CeciUndoStack;

CeciUndoStack *ceci_undo_stack_new (CeciDatabase *database, GError **error); // from the journal's newest steps
void ceci_undo_stack_free (CeciUndoStack *self);
void ceci_undo_stack_record (CeciUndoStack *self, CeciStepKind kind, const char *id, const char *label,
                             const char *reverts);
const char *ceci_undo_stack_label (CeciUndoStack *self,
                                   CeciStepKind kind); // what an undo or redo would name; NULL for nothing
// Fills the step's label and reverts. reverts may be set: that step and no other.
gboolean ceci_undo_stack_choose (CeciUndoStack *self, CeciDatabase *database, CeciStepUnderWay *step, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CeciUndoStack, ceci_undo_stack_free)

G_END_DECLS
