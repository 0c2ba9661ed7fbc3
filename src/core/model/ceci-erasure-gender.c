// SPDX-License-Identifier: GPL-3.0-or-later
// Gender after a selection: until when it is kept, and erasing it (R28). The schedule that has it done is in
// ceci-retention.c.

#include "config.h"

#include "ceci-erasure-repository.h"

#include <glib/gi18n-lib.h>

#include "ceci-person-rows.h"
#include "core/store/ceci-date.h"
#include "core/store/ceci-erasing.h"

// Who applied to $1 and told a gender or had told one.
#define APPLICANTS "FROM application a JOIN person p ON p.id = a.person_id WHERE a.cohort_id = $1"
// They apply to a cohort whose selection is still to be made.
#define SERVES_AGAIN                                                                                                   \
  "EXISTS (SELECT 1 FROM application b JOIN cohort c ON c.id = b.cohort_id WHERE b.person_id = p.id AND c.id <> $1 "   \
  "AND c.gender_erased_on IS NULL AND c.phase IN ('applications', 'selection'))"

void
ceci_gender_term_free (CeciGenderTerm *self)
{
  if (self == NULL)
    return;
  g_free (self->due_on);
  g_free (self->erased_on);
  g_free (self);
}

static char *
confirmed_on (CeciDatabase *database, const char *cohort_id, GError **error)
{
  return ceci_database_text (database, error, "SELECT max (confirmed_on) FROM selection WHERE cohort_id = $1", "t",
                             cohort_id);
}

/**
 * ceci_gender_term_read:
 * @database: a connection
 * @cohort_id: a cohort
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): whose gender is kept since the cohort's selection, and until when
 */
CeciGenderTerm *
ceci_gender_term_read (CeciDatabase *database, const char *cohort_id, GError **error)
{
  g_autoptr (CeciGenderTerm) self = g_new0 (CeciGenderTerm, 1);
  g_autoptr (GError) local = NULL;
  g_autofree char *since = confirmed_on (database, cohort_id, &local);
  int days = local == NULL ? ceci_retention_get (database, CECI_DUE_GENDER, &local) : -1;
  gint64 n = -1, n_serving = -1;

  if (local == NULL)
    n = ceci_database_integer (
        database, &local, "SELECT count (DISTINCT p.id) " APPLICANTS " AND p.gender IS NOT NULL AND NOT " SERVES_AGAIN,
        "t", cohort_id);
  if (local == NULL)
    n_serving = ceci_database_integer (
        database, &local, "SELECT count (DISTINCT p.id) " APPLICANTS " AND p.gender IS NOT NULL AND " SERVES_AGAIN, "t",
        cohort_id);
  if (local == NULL)
    self->erased_on =
        ceci_database_text (database, &local, "SELECT gender_erased_on FROM cohort WHERE id = $1", "t", cohort_id);
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  self->n = (guint) n;
  self->n_serving = (guint) n_serving;
  self->due_on = since != NULL && days > 0 ? ceci_date_add_days (since, days) : NULL;
  return g_steal_pointer (&self);
}

/**
 * ceci_erasure_gender:
 * @database: a connection, within ceci_register_erase()
 * @cohort_id: a cohort
 * @today: the day it is
 * @error: return location for an error; %CECI_STORE_ERROR_INVALID while its selection isn't confirmed
 *
 * Erases the gender of everyone who applied to this cohort, but for those who also apply to a cohort whose selection is
 * still to be made. The composition of the selection, which counts and names nobody, stays.
 *
 * Returns: of how many persons it was erased; %G_MAXUINT with @error
 */
guint
ceci_erasure_gender (CeciDatabase *database, const char *cohort_id, const char *today, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *since = confirmed_on (database, cohort_id, &local);
  g_autoptr (CeciGenderTerm) term = local == NULL ? ceci_gender_term_read (database, cohort_id, &local) : NULL;
  g_auto (GStrv) ids = NULL;

  if (term != NULL && since == NULL)
    g_set_error_literal (&local, CECI_STORE_ERROR, CECI_STORE_ERROR_INVALID,
                         _ ("The selection isn’t confirmed yet: gender serves it until then."));
  // also those who took theirs back: the journal remembers it
  if (local == NULL)
    ids = ceci_texts_of (database, "SELECT DISTINCT p.id " APPLICANTS " AND NOT " SERVES_AGAIN, cohort_id, &local);
  if (local == NULL &&
      ceci_database_erase_columns (database, "person", (const char *const *) ids,
                                   (const char *const[]) {"gender", NULL}, &local) &&
      ceci_database_run (database, &local, "UPDATE cohort SET gender_erased_on = $2 WHERE id = $1", "tt", cohort_id,
                         today))
    return term->n;
  g_propagate_error (error, g_steal_pointer (&local));
  return G_MAXUINT;
}
