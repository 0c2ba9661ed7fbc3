// SPDX-License-Identifier: GPL-3.0-or-later
// R11: the portfolio is deposited within two years of the enrolment, with alerts before.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-rules.h"
#include "core/store/ceci-date.h"

static CeciFinding *
deposited (const CeciFacts *facts, const char *deposited_on, const char *deadline)
{
  if (strcmp (deposited_on, deadline) <= 0)
    return ceci_finding_new_worded ("R11", facts->student_id, CECI_FINDING_OK, NULL, NULL,
                                    N_ ("The portfolio was complete on %s."), "d", deposited_on);
  return ceci_finding_new_worded (
      "R11", facts->student_id, CECI_FINDING_BLOCKED, deposited_on, deadline,
      N_ ("The portfolio was complete on %s, after the deadline of %s. Extend it, or give a reasoned "
          "waiver."),
      "dd", deposited_on, deadline);
}

// The alert that was reached last: its first day; NULL if none was.
static char *
find_alert (CeciRegulation *regulation, const char *deadline, const char *today, const char **name)
{
  static const char *const alerts[] = {"alert-last", "alert-second", "alert-first"};

  for (guint i = 0; i < G_N_ELEMENTS (alerts); i++) {
    g_autofree char *day = ceci_date_add_days (deadline, -(int) ceci_regulation_get_integer (regulation, alerts[i]));

    *name = alerts[i] + strlen ("alert-");
    if (strcmp (day, today) <= 0)
      return g_steal_pointer (&day);
  }
  return NULL;
}

static CeciFinding *
awaited (CeciRegulation *regulation, const CeciFacts *facts, const char *deadline, const char *today)
{
  int days = ceci_date_days_between (today, deadline);
  const char *alert = NULL;
  CeciFinding *finding;
  g_autofree char *limit = NULL;
  g_autofree char *since = NULL;
  g_autofree char *reason = NULL;

  if (days < 0) {
    since = ceci_date_add_days (deadline, 1);
    return ceci_finding_new_worded (
        "R11", facts->student_id, CECI_FINDING_BLOCKED, since, deadline,
        N_ ("The portfolio was due on %s and is not complete. Extend the deadline, or end the enrolment."), "d",
        deadline);
  }
  since = find_alert (regulation, deadline, today, &alert);
  if (since == NULL)
    return ceci_finding_new_worded ("R11", facts->student_id, CECI_FINDING_PENDING, NULL, deadline,
                                    N_ ("The portfolio is due on %s."), "d", deadline);
  limit = ceci_date_format_long (deadline);
  reason = g_strdup_printf (ngettext ("%d day remains: the portfolio is due on %s.",
                                      "%d days remain: the portfolio is due on %s.", (gulong) days),
                            days, limit);
  finding = ceci_finding_new ("R11", facts->student_id, CECI_FINDING_WARNING, reason, since, deadline);
  ceci_finding_add_fact (finding, "alert", alert);
  return finding;
}

CeciFinding *
ceci_rule_deadline (CeciRegulation *regulation, const CeciFacts *facts, const char *today)
{
  g_autofree char *deadline = ceci_regulation_deadline (regulation, facts);
  g_autofree char *deposited_on = ceci_regulation_deposited_on (regulation, facts);
  CeciFinding *finding;

  if (deposited_on != NULL)
    finding = deposited (facts, deposited_on, deadline);
  else if (ceci_facts_is_enrolled (facts))
    finding = awaited (regulation, facts, deadline, today);
  else
    return NULL;

  ceci_finding_add_fact (finding, "deadline", deadline);
  if (facts->extended_to != NULL)
    ceci_finding_add_fact (finding, "extended-to", facts->extended_to);
  if (deposited_on != NULL)
    ceci_finding_add_fact (finding, "deposited-on", deposited_on);
  return finding;
}
