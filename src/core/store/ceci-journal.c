// SPDX-License-Identifier: GPL-3.0-or-later
// The journal's chain: a step's row, the digests of its changes, and recomputing them all. Undoing is in ceci-undo.c.
//
// Digests are SHA-256 over fields written as eight bytes of length (little-endian; all ones for NULL) and the bytes.
// change: salt, table, row id, operation, old, new. label: salt, label. step: previous digest, id, sequence, instant,
// who, kind, reverts, the label's digest, then the changes' digests in order, then those of its redactions. Old, new,
// label and their salts can be erased without breaking the chain, since the digests stay; what is left of them has a
// digest in the step that erased (ceci-redaction.c).
#include "config.h"
#include "ceci-changes-private.h"
#include "ceci-digest.h"
#include "ceci-journal-private.h"

#include <glib/gi18n-lib.h>

static const char *const kind_names[] = {"do", "undo", "redo", "erase"};

const char *
ceci_step_kind_name (CeciStepKind kind)
{
  return kind_names[kind];
}

CeciStepKind
ceci_step_kind_of (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_strcmp0 (name, kind_names[i]) == 0)
      return (CeciStepKind) i;
  return CECI_STEP_DO;
}

void
ceci_step_under_way_clear (CeciStepUnderWay *step)
{
  g_clear_pointer (&step->id, g_free);
  g_clear_pointer (&step->label, g_free);
  g_clear_pointer (&step->reverts, g_free);
}

gboolean
ceci_journal_begin_step (CeciDatabase *database, const char *who, CeciStepUnderWay *step, GError **error)
{
  g_autoptr (GError) local = NULL;
  CeciEntropy *entropy = ceci_database_get_entropy (database);
  g_autofree char *at = ceci_entropy_dup_now (entropy);
  g_autofree char *previous =
      ceci_database_text (database, &local, "SELECT digest FROM step ORDER BY seq DESC LIMIT 1", "");

  step->id = ceci_entropy_new_id (entropy);
  if (local == NULL)
    step->sequence = ceci_database_integer (database, &local, "SELECT coalesce (max (seq), 0) + 1 FROM step", "");
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  return ceci_database_run (database, error,
                            "INSERT INTO step (id, seq, at, who, label, kind, reverts, previous) "
                            "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                            "titttttt", step->id, step->sequence, at, who, step->label,
                            ceci_step_kind_name (step->kind), step->reverts, previous != NULL ? previous : "");
}

// Gives each change of the step its salt and digest, adds the digest to the step's.
static gboolean
seal_changes (CeciDatabase *database, CeciStepUnderWay *step, CeciChanges *changes, crypto_hash_sha256_state *state,
              GError **error)
{
  g_autoptr (GError) local = NULL;
  CeciStatement *statement = ceci_database_query (
      database, error,
      "SELECT ordinal, table_name, row_id, operation, old, new FROM change WHERE step_seq = $1 ORDER BY ordinal", "i",
      step->sequence);

  if (statement == NULL)
    return FALSE;
  while (ceci_statement_step (statement, &local)) {
    char salt[CECI_SALT_TEXT], digest[CECI_DIGEST_TEXT];
    const char *fields[6] = {salt};

    for (guint i = 1; i < 6; i++)
      fields[i] = ceci_statement_text (statement, i);
    ceci_new_salt (ceci_database_get_entropy (database), salt);
    ceci_digest_fields (fields, 6, digest);
    ceci_digest_field (state, digest);
    ceci_changes_add (changes, fields[1], fields[2]);
    if (!ceci_database_run (database, &local,
                            "UPDATE change SET salt = $1, digest = $2 WHERE step_seq = $3 AND ordinal = $4", "ttii",
                            salt, digest, step->sequence, ceci_statement_integer (statement, 0)))
      break;
  }
  ceci_statement_reset (statement);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

// The part of a step's digest that stands before its changes. columns: previous, id, seq, at, who, kind, reverts,
// label_digest.
static void
digest_step_row (crypto_hash_sha256_state *state, CeciStatement *row, const char *label_digest)
{
  crypto_hash_sha256_init (state);
  for (guint i = 0; i < 7; i++)
    ceci_digest_field (state, ceci_statement_text (row, i));
  ceci_digest_field (state, label_digest);
}

gboolean
ceci_journal_end_step (CeciDatabase *database, CeciStepUnderWay *step, CeciChanges **changes, GError **error)
{
  g_autoptr (CeciChanges) touched = ceci_changes_new (step->id, step->label, step->kind);
  g_autoptr (GError) local = NULL;
  char salt[CECI_SALT_TEXT], label_digest[CECI_DIGEST_TEXT], digest[CECI_DIGEST_TEXT];
  crypto_hash_sha256_state state;

  *changes = NULL;
  const char *touched_sql = step->kind == CECI_STEP_ERASE
                                ? "SELECT EXISTS (SELECT 1 FROM change WHERE step_seq = $1) OR EXISTS (SELECT 1 FROM "
                                  "redaction WHERE step_seq = $1)"
                                : "SELECT EXISTS (SELECT 1 FROM change WHERE step_seq = $1)";
  if (ceci_database_integer (database, &local, touched_sql, "i", step->sequence) == 0)
    return ceci_database_run (database, error, "DELETE FROM step WHERE seq = $1", "i", step->sequence);

  CeciStatement *row =
      local == NULL ? ceci_database_query (database, &local,
                                           "SELECT previous, id, seq, at, who, kind, reverts FROM step WHERE seq = $1",
                                           "i", step->sequence)
                    : NULL;
  if (row == NULL || !ceci_statement_step (row, &local)) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  ceci_new_salt (ceci_database_get_entropy (database), salt);
  ceci_digest_fields ((const char *const[]) {salt, step->label}, 2, label_digest);
  digest_step_row (&state, row, label_digest);
  ceci_statement_reset (row);
  if (!seal_changes (database, step, touched, &state, error) ||
      (step->kind == CECI_STEP_ERASE && !ceci_redactions_seal (database, step->sequence, &state, error)))
    return FALSE;
  ceci_digest_end (&state, digest);
  if (!ceci_database_run (database, error,
                          "UPDATE step SET label_salt = $1, label_digest = $2, digest = $3 WHERE seq = $4", "ttti",
                          salt, label_digest, digest, step->sequence))
    return FALSE;
  *changes = g_steal_pointer (&touched);
  return TRUE;
}

// One step's changes, each recomputed unless erased; adds their digests to the step's.
static gboolean
verify_changes (CeciDatabase *database, gint64 sequence, crypto_hash_sha256_state *state, gboolean *sound,
                GError **error)
{
  g_autoptr (GError) local = NULL;
  CeciStatement *change = ceci_database_query (
      database, error,
      "SELECT salt, table_name, row_id, operation, old, new, digest, ordinal FROM change WHERE step_seq = $1 ORDER BY "
      "ordinal",
      "i", sequence);

  if (change == NULL)
    return FALSE;
  while (ceci_statement_step (change, &local)) {
    const char *fields[7];
    char digest[CECI_DIGEST_TEXT];

    for (guint i = 0; i < 7; i++)
      fields[i] = ceci_statement_text (change, i);
    if (fields[0] != NULL) {
      ceci_digest_fields (fields, 6, digest);
      *sound &= g_strcmp0 (digest, fields[6]) == 0;
    } else // erased: what is left must be what the step that erased says
      *sound &= fields[6] != NULL &&
                ceci_redaction_holds (database, sequence, ceci_statement_integer (change, 7), fields + 1, &local);
    ceci_digest_field (state, fields[6]);
    if (local != NULL)
      break;
  }
  ceci_statement_reset (change);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
label_is_sound (CeciDatabase *database, CeciStatement *step, GError **error)
{
  const char *digest = ceci_statement_text (step, 7), *salt = ceci_statement_text (step, 8),
             *label = ceci_statement_text (step, 9);
  char computed[CECI_DIGEST_TEXT];

  if (salt == NULL)
    return digest != NULL && ceci_redaction_holds (database, ceci_statement_integer (step, 2), 0,
                                                   (const char *const[]) {label, NULL, NULL, NULL, NULL}, error);
  ceci_digest_fields ((const char *const[]) {salt, label}, 2, computed);
  return g_strcmp0 (computed, digest) == 0;
}

static gboolean
verify_steps (CeciDatabase *database, guint *n_steps, GPtrArray *problems, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *previous = g_strdup ("");
  CeciStatement *step =
      ceci_database_query (database, error,
                           "SELECT previous, id, seq, at, who, kind, reverts, label_digest, label_salt, label, "
                           "digest FROM step ORDER BY seq",
                           "");

  if (step == NULL)
    return FALSE;
  for (*n_steps = 0; ceci_statement_step (step, &local);) {
    char digest[CECI_DIGEST_TEXT];
    crypto_hash_sha256_state state;
    gint64 sequence = ceci_statement_integer (step, 2);
    gboolean sound = label_is_sound (database, step, &local);

    ++*n_steps;
    digest_step_row (&state, step, ceci_statement_text (step, 7));
    if (local != NULL || !verify_changes (database, sequence, &state, &sound, &local) ||
        (ceci_step_kind_of (ceci_statement_text (step, 5)) == CECI_STEP_ERASE &&
         !ceci_redactions_add (database, sequence, &state, &local)))
      break;
    ceci_digest_end (&state, digest);
    sound &= g_strcmp0 (digest, ceci_statement_text (step, 10)) == 0;
    if (sequence != *n_steps || g_strcmp0 (previous, ceci_statement_text (step, 0)) != 0)
      g_ptr_array_add (
          problems, g_strdup_printf (_ ("A step is missing from the journal before step %lld."), (long long) sequence));
    if (!sound)
      g_ptr_array_add (problems,
                       g_strdup_printf (_ ("Step %lld of the journal (%s) was altered after it was recorded."),
                                        (long long) sequence, ceci_statement_text (step, 3)));
    g_set_str (&previous, ceci_statement_text (step, 10));
  }
  ceci_statement_reset (step);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
ceci_journal_verify (CeciDatabase *database, guint *n_steps, GPtrArray *problems, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (!verify_steps (database, n_steps, problems, error))
    return FALSE;
  gint64 stray = ceci_database_integer (
      database, &local, "SELECT count (*) FROM change WHERE step_seq NOT IN (SELECT seq FROM step)", "");
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  if (stray > 0)
    g_ptr_array_add (problems, g_strdup (_ ("The journal holds changes that belong to no step.")));
  return TRUE;
}
