// SPDX-License-Identifier: GPL-3.0-or-later
// What a step of kind erase left of earlier steps: its digests, chained with the step that erased, and the bytes on the
// disk.
//
// redaction: salt, sequence and ordinal of the change (ordinal 0: the step's label), the fields erased (NULL: all),
// then what is left: table, row id, operation, old, new of a change; the label. When a later step erases more, the
// earlier salt goes and its digest stays.
#include "config.h"
#include "ceci-journal-private.h"

#include <glib/gi18n-lib.h>

// identity: sequence, ordinal, fields, as text. left: five fields of a change, or a label and four NULL.
static void
digest_left (const char *salt, const char *const identity[3], const char *const left[5], char digest[CECI_DIGEST_TEXT])
{
  const char *fields[9] = {salt, identity[0], identity[1], identity[2]};

  for (guint i = 0; i < 5; i++)
    fields[i + 4] = left[i];
  ceci_digest_fields (fields, G_N_ELEMENTS (fields), digest);
}

static gboolean
seal (CeciDatabase *database, gint64 sequence, CeciStatement *redaction, crypto_hash_sha256_state *state,
      GError **error)
{
  char salt[CECI_SALT_TEXT], digest[CECI_DIGEST_TEXT];
  const char *identity[3], *left[5];

  for (guint i = 0; i < 3; i++)
    identity[i] = ceci_statement_text (redaction, i);
  for (guint i = 0; i < 5; i++)
    left[i] = ceci_statement_text (redaction, i + 3);
  ceci_new_salt (ceci_database_get_entropy (database), salt);
  digest_left (salt, identity, left, digest);
  ceci_digest_field (state, digest);
  return ceci_database_run (
      database, error,
      "UPDATE redaction SET salt = $1, digest = $2 WHERE step_seq = $3 AND change_seq = $4 AND ordinal = $5", "ttiii",
      salt, digest, sequence, ceci_statement_integer (redaction, 0), ceci_statement_integer (redaction, 1));
}

/**
 * ceci_redactions_seal:
 * @database: the connection, at the end of a step that erased
 * @sequence: the step's
 * @state: its digest under way
 * @error: where to say what went wrong
 *
 * Returns: whether each redaction of the step has its digest, and @state has them all
 */
gboolean
ceci_redactions_seal (CeciDatabase *database, gint64 sequence, crypto_hash_sha256_state *state, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (!ceci_database_run (database, error,
                          "UPDATE redaction SET salt = NULL WHERE step_seq < $1 AND EXISTS (SELECT 1 FROM redaction r "
                          "WHERE r.step_seq = $1 AND r.change_seq = redaction.change_seq AND r.ordinal = "
                          "redaction.ordinal)",
                          "i", sequence))
    return FALSE;
  CeciStatement *redaction = ceci_database_query (
      database, error,
      "SELECT r.change_seq, r.ordinal, r.fields, coalesce (c.table_name, s.label), c.row_id, c.operation, c.old, c.new "
      "FROM redaction r LEFT JOIN change c ON c.step_seq = r.change_seq AND c.ordinal = r.ordinal "
      "LEFT JOIN step s ON s.seq = r.change_seq AND r.ordinal = 0 "
      "WHERE r.step_seq = $1 ORDER BY r.change_seq, r.ordinal",
      "i", sequence);
  if (redaction == NULL)
    return FALSE;
  while (ceci_statement_step (redaction, &local))
    if (!seal (database, sequence, redaction, state, &local))
      break;
  ceci_statement_reset (redaction);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

// Adds what a step's redactions say to the digest recomputed for it.
gboolean
ceci_redactions_add (CeciDatabase *database, gint64 sequence, crypto_hash_sha256_state *state, GError **error)
{
  g_autoptr (GError) local = NULL;
  CeciStatement *redaction = ceci_database_query (
      database, error, "SELECT digest FROM redaction WHERE step_seq = $1 ORDER BY change_seq, ordinal", "i", sequence);

  if (redaction == NULL)
    return FALSE;
  while (ceci_statement_step (redaction, &local))
    ceci_digest_field (state, ceci_statement_text (redaction, 0));
  ceci_statement_reset (redaction);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * ceci_redaction_holds:
 * @database: a connection
 * @change_seq: a step
 * @ordinal: one of its changes, 0 for its label
 * @left: what now stands there
 * @error: where to say what went wrong
 *
 * Returns: whether the last step that erased something of it left just that
 */
gboolean
ceci_redaction_holds (CeciDatabase *database, gint64 change_seq, gint64 ordinal, const char *const left[5],
                      GError **error)
{
  g_autoptr (GError) local = NULL;
  gboolean holds = FALSE;
  CeciStatement *redaction = ceci_database_query (
      database, error,
      "SELECT change_seq, ordinal, fields, r.salt, r.digest FROM redaction r JOIN step s ON s.seq = r.step_seq "
      "WHERE change_seq = $1 AND ordinal = $2 AND s.kind = 'erase' ORDER BY r.step_seq DESC LIMIT 1",
      "ii", change_seq, ordinal);

  if (redaction == NULL)
    return FALSE;
  if (ceci_statement_step (redaction, &local) && !ceci_statement_is_null (redaction, 3)) {
    char digest[CECI_DIGEST_TEXT];
    const char *identity[3];

    for (guint i = 0; i < 3; i++)
      identity[i] = ceci_statement_text (redaction, i);
    digest_left (ceci_statement_text (redaction, 3), identity, left, digest);
    holds = g_strcmp0 (digest, ceci_statement_text (redaction, 4)) == 0;
  }
  ceci_statement_reset (redaction);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return holds;
}

// The log is folded into the file and cut to nothing, once nobody reads from it any more.
static gboolean
empty_log (CeciDatabase *database, GError **error)
{
  gint64 busy = ceci_database_integer (database, error, "PRAGMA wal_checkpoint (TRUNCATE)", "");

  if (busy > 0)
    g_set_error_literal (error, CECI_STORE_ERROR, CECI_STORE_ERROR_LOCKED,
                         _ ("Something else is reading the register."));
  return busy == 0;
}

/**
 * ceci_redactions_clear:
 * @database: the writing connection, outside a transaction
 * @error: where to say what went wrong
 *
 * Writes the file anew, for SQLite leaves pieces of what stood in its pages, and empties its log.
 *
 * Returns: whether nothing of what was erased is left on the disk
 */
gboolean
ceci_redactions_clear (CeciDatabase *database, GError **error)
{
  ceci_database_settle (database);
  return ceci_database_execute (database, "VACUUM", error) && empty_log (database, error) &&
         ceci_database_run (database, error, "UPDATE redaction SET cleared = 1 WHERE cleared = 0", "");
}

gboolean
ceci_redactions_are_cleared (CeciDatabase *database)
{
  return ceci_database_integer (database, NULL, "SELECT EXISTS (SELECT 1 FROM redaction WHERE cleared = 0)", "") == 0;
}
