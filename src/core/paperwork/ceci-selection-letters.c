// SPDX-License-Identifier: GPL-3.0-or-later
// What people are told of a selection: selected, waiting, not selected. The words are the templates'; nothing is sent
// here.

#include "config.h"

#include "ceci-selection-letters.h"

#include "ceci-letter-writing.h"

static gboolean
prepare_all (CeciDatabase *database, const char *kind, GPtrArray *applications, const char *today, GError **error)
{
  for (guint i = 0; i < applications->len; i++) {
    CeciLetterRequest request = {.kind = kind, .application_id = applications->pdata[i], .today = today};
    g_autofree char *id = ceci_letter_prepare (database, &request, error);

    if (id == NULL)
      return FALSE;
  }
  return TRUE;
}

static CeciSelectionOutcome *
with_letters (CeciDatabase *database, CeciSelectionOutcome *outcome, const char *today, GError **error)
{
  g_autoptr (CeciSelectionOutcome) owned = outcome;

  if (owned == NULL || !prepare_all (database, "selected", owned->selected, today, error) ||
      !prepare_all (database, "waiting", owned->waiting, today, error) ||
      !prepare_all (database, "not-selected", owned->refused, today, error))
    return NULL;
  return g_steal_pointer (&owned);
}

CeciSelectionOutcome *
ceci_office_confirm_selection (CeciDatabase *database, const char *cohort_id, const char *today, const char *who,
                               GError **error)
{
  return with_letters (database, ceci_selection_confirm (database, cohort_id, today, who, error), today, error);
}

CeciSelectionOutcome *
ceci_office_fill_place (CeciDatabase *database, const char *cohort_id, const char *application_id, const char *reason,
                        const char *today, GError **error)
{
  return with_letters (database, ceci_selection_fill (database, cohort_id, application_id, reason, today, error), today,
                       error);
}

CeciSelectionOutcome *
ceci_office_close_list (CeciDatabase *database, const char *cohort_id, const char *reason, const char *today,
                        GError **error)
{
  return with_letters (database, ceci_selection_close_list (database, cohort_id, reason, error), today, error);
}
