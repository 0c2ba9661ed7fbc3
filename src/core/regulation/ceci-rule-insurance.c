// SPDX-License-Identifier: GPL-3.0-or-later
// R26: the enrolment insures the student, from its first day to its last, but for what interrupted it.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-rules.h"
#include "core/store/ceci-date.h"

// Whether the student was insured that day. The enrolment ends when they leave, at the latest with the deadline.
static gboolean
is_covered (const CeciFacts *facts, const char *until, const char *date)
{
  return strcmp (facts->enrolled_on, date) <= 0 && (until == NULL || strcmp (date, until) <= 0) &&
         ceci_facts_find_interruption (facts, date) == NULL;
}

CeciFinding *
ceci_rule_insurance (CeciRegulation *regulation, const CeciFacts *facts, const char *today)
{
  g_autofree char *deadline = ceci_regulation_deadline (regulation, facts);
  const char *until = facts->left_on != NULL ? facts->left_on : deadline;
  const char *first = NULL;
  g_autofree char *duration = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *from = ceci_date_format_long (facts->enrolled_on);
  g_autofree char *to = ceci_date_format_long (until);
  gint64 minutes = 0;
  CeciFinding *finding;

  for (guint i = 0; i < facts->hours->len; i++) {
    const CeciHoursFacts *hours = &g_array_index (facts->hours, CeciHoursFacts, i);

    // what was refused for another reason was worked all the same, or was not: the office said so
    if (strcmp (hours->state, "refused") == 0 || is_covered (facts, until, hours->worked_on))
      continue;
    minutes += hours->minutes;
    if (first == NULL || strcmp (hours->worked_on, first) < 0)
      first = hours->worked_on;
  }
  if (first == NULL) {
    // Translators: two dates
    reason = g_strdup_printf (_ ("The enrolment insures the student from %s to %s."), from, to);
    return ceci_finding_new ("R26", facts->student_id, CECI_FINDING_OK, reason, NULL, NULL);
  }
  duration = ceci_duration_format (minutes);
  // Translators: a duration, two dates
  reason = g_strdup_printf (_ ("%s were worked outside the insurance cover, which goes from %s to %s. Check the days."),
                            duration, from, to);
  finding = ceci_finding_new ("R26", facts->student_id, CECI_FINDING_WARNING, reason, first, NULL);
  ceci_finding_add_count (finding, "minutes", minutes);
  return finding;
}
