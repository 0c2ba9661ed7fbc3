// SPDX-License-Identifier: GPL-3.0-or-later
// What the register asks of the journal: triggers, the step under way, undoing, verifying.
#pragma once

#include "ceci-database-private.h"
#include "ceci-digest.h"
#include "ceci-journal.h"

G_BEGIN_DECLS

typedef struct {
  char *id;
  gint64 sequence;
  char *label;
  CeciStepKind kind;
  char *reverts; // the step undone or redone: always one of kind do
} CeciStepUnderWay;

const char *ceci_step_kind_name (CeciStepKind kind);
CeciStepKind ceci_step_kind_of (const char *name);

// Triggers are dropped before a migration and made again from the schema after it.
gboolean ceci_journal_drop_triggers (CeciDatabase *database, GError **error);
gboolean ceci_journal_make_triggers (CeciDatabase *database, GError **error);
GPtrArray *ceci_journal_tables (CeciDatabase *database, GError **error); // names of the journaled tables
char *ceci_journal_row_sql (CeciDatabase *database, const char *table, const char *prefix,
                            GError **error); // json_object (…)
GStrv ceci_journal_columns (CeciDatabase *database, const char *table, GError **error);
gboolean ceci_journal_check_triggers (CeciDatabase *database, GPtrArray *problems, GError **error);

// Inside a write transaction: the step's row, then its digests. changes is NULL if the step changed nothing and was
// taken back.
gboolean ceci_journal_begin_step (CeciDatabase *database, const char *who, CeciStepUnderWay *step, GError **error);
gboolean ceci_journal_end_step (CeciDatabase *database, CeciStepUnderWay *step, CeciChanges **changes, GError **error);
void ceci_step_under_way_clear (CeciStepUnderWay *step);

// Applies a step's changes backward (undo) or forward again (redo), refusing where rows changed since.
gboolean ceci_journal_replay (CeciDatabase *database, const char *step_id, const char *label, gboolean backward,
                              GError **error);

// Recomputes every digest of the chain.
gboolean ceci_journal_verify (CeciDatabase *database, guint *n_steps, GPtrArray *problems, GError **error);

// What steps of kind erase took out of others: digests of what is left, chained with the step that erased.
gboolean ceci_redactions_seal (CeciDatabase *database, gint64 sequence, crypto_hash_sha256_state *state,
                               GError **error);
gboolean ceci_redactions_add (CeciDatabase *database, gint64 sequence, crypto_hash_sha256_state *state, GError **error);
gboolean ceci_redaction_holds (CeciDatabase *database, gint64 change_seq, gint64 ordinal, const char *const left[5],
                               GError **error);
// The bytes of what was erased leave the file and its log. Outside a transaction.
gboolean ceci_redactions_clear (CeciDatabase *database, GError **error);
gboolean ceci_redactions_are_cleared (CeciDatabase *database);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CeciStepUnderWay, ceci_step_under_way_clear)

G_END_DECLS
