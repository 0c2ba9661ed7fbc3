// SPDX-License-Identifier: GPL-3.0-or-later
// What the writing thread does with the database: whole steps, or nothing.
#pragma once

#include "ceci-journal-private.h"
#include "ceci-register-private.h"

G_BEGIN_DECLS

gboolean ceci_writer_is_replay (CeciStepKind kind); // undo or redo
gpointer ceci_writer_replay (CeciDatabase *database, gpointer step, GError **error); // the work of an undo or a redo
gboolean ceci_writer_perform (CeciWriter *state, const char *who, CeciStepUnderWay *step, CeciRegisterFunc work,
                              gpointer user_data, gpointer *result, CeciChanges **changes, GError **error);
gboolean ceci_writer_undo_all (CeciWriter *state, const char *who, GStrv reverts, CeciStepUnderWay *whole,
                               CeciChanges **changes, GError **error);

G_END_DECLS
