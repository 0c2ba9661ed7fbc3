// SPDX-License-Identifier: GPL-3.0-or-later
// R25: what was done outside the enrolment is kept and not counted; the rule says how much that is.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-rules.h"
#include "core/store/ceci-date.h"

static gboolean
is_outside (const CeciFacts *facts, const char *date)
{
  return strcmp (date, facts->enrolled_on) < 0 || (facts->left_on != NULL && strcmp (date, facts->left_on) > 0) ||
         ceci_facts_find_interruption (facts, date) != NULL;
}

CeciFinding *
ceci_rule_outside_enrolment (CeciRegulation *regulation, const CeciFacts *facts, const char *today)
{
  gint64 minutes = 0;
  guint documents = 0;
  const char *first = NULL;
  g_autofree char *duration = NULL;
  g_autofree char *reason = NULL;
  CeciFinding *finding;

  for (guint i = 0; i < facts->hours->len; i++) {
    const CeciHoursFacts *hours = &g_array_index (facts->hours, CeciHoursFacts, i);

    if (strcmp (hours->state, "refused") == 0 || !is_outside (facts, hours->worked_on))
      continue;
    minutes += hours->minutes;
    if (first == NULL || strcmp (hours->worked_on, first) < 0)
      first = hours->worked_on;
  }
  for (guint i = 0; i < facts->documents->len; i++) {
    const CeciDocumentFacts *document = &g_array_index (facts->documents, CeciDocumentFacts, i);

    if (document->removed || strcmp (document->kind, "production") != 0 || document->dated_on == NULL ||
        !is_outside (facts, document->dated_on))
      continue;
    documents++;
    if (first == NULL || strcmp (document->dated_on, first) < 0)
      first = document->dated_on;
  }

  if (first == NULL)
    return ceci_finding_new_worded ("R25", facts->student_id, CECI_FINDING_OK, NULL, NULL,
                                    N_ ("Everything is dated inside the enrolment."), "");
  duration = ceci_duration_format (minutes);
  if (documents == 0)
    reason = g_strdup_printf (_ ("%s are dated outside the enrolment: kept, not counted."), duration);
  else if (minutes == 0)
    reason = g_strdup_printf (ngettext ("%u output is dated outside the enrolment: kept, not counted.",
                                        "%u outputs are dated outside the enrolment: kept, not counted.", documents),
                              documents);
  else
    reason =
        g_strdup_printf (ngettext ("%s and %u output are dated outside the enrolment: kept, not counted.",
                                   "%s and %u outputs are dated outside the enrolment: kept, not counted.", documents),
                         duration, documents);
  finding = ceci_finding_new ("R25", facts->student_id, CECI_FINDING_WARNING, reason, first, NULL);
  ceci_finding_add_count (finding, "minutes", minutes);
  ceci_finding_add_count (finding, "outputs", documents);
  return finding;
}
