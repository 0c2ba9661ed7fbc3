// SPDX-License-Identifier: GPL-3.0-or-later
// The journal: triggers generated from the schema, the chain of digests, the steps as records, the inverse of a step.
#pragma once

#include <gio/gio.h>
#include "ceci-changes.h"
#include "ceci-database.h"

G_BEGIN_DECLS

#define CECI_TYPE_STEP (ceci_step_get_type ())
G_DECLARE_FINAL_TYPE (CeciStep, ceci_step, CECI, STEP, GObject)

const char  *ceci_step_get_id       (CeciStep *self);
gint64       ceci_step_get_sequence (CeciStep *self);
const char  *ceci_step_get_at       (CeciStep *self); // UTC instant
const char  *ceci_step_get_who      (CeciStep *self);
const char  *ceci_step_get_label    (CeciStep *self);
CeciStepKind ceci_step_get_kind     (CeciStep *self);
gboolean     ceci_step_is_reverted  (CeciStep *self); // undone and not redone
guint        ceci_step_get_n_changes (CeciStep *self);

// GObject properties of the same names, for lists: id, at, who, label, kind (its nick), reverted, n-changes.

// Newest first. row_ids (NULL-terminated, or NULL for all): only steps that touched one of these rows.
GListModel  *ceci_journal_list (CeciDatabase *database, const char * const *row_ids, guint limit, GError **error);

// What was read may have changed since: the newest step's sequence, then whether a later step touched one of the tables
// (NULL-terminated) or erased something. -1 with error.
gint64       ceci_journal_newest        (CeciDatabase *database, GError **error);
int          ceci_journal_touched_since (CeciDatabase *database, gint64 sequence, const char * const *tables, GError **error);

G_END_DECLS
