// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the rules in their order, and says whether what they found lets a dossier go before a jury.

#include "config.h"

#include "ceci-rules.h"

static const CeciRule rules[] = {
    ceci_rule_meetings,
    ceci_rule_hours,
    ceci_rule_deadline,
    ceci_rule_planned_placement,
    ceci_rule_eligible_placement,
    ceci_rule_collective_supervisor,
    ceci_rule_outgoing_supervisor,
    ceci_rule_agreement,
    ceci_rule_productions,
    ceci_rule_outside_enrolment,
    ceci_rule_insurance,
    ceci_rule_modules,
    ceci_rule_reflective_analysis,
    ceci_rule_follow_up_grid,
};

/**
 * ceci_regulation_check:
 * @self: the regulation of the student's cohort
 * @facts: the student's facts
 * @today: the day it is
 *
 * A pure function: the same facts on the same day give the same findings.
 *
 * Returns: (transfer full) (element-type CeciFinding): what the rules say, in the rules' order
 */
GPtrArray *
ceci_regulation_check (CeciRegulation *self, const CeciFacts *facts, const char *today)
{
  GPtrArray *findings = g_ptr_array_new_full (G_N_ELEMENTS (rules), g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++) {
    CeciFinding *finding = rules[i](self, facts, today);

    if (finding != NULL)
      g_ptr_array_add (findings, finding);
  }
  return findings;
}

/**
 * ceci_regulation_admits:
 * @findings: (element-type CeciFinding): of ceci_regulation_check()
 *
 * R38: what is pending is not there yet, so it bars as well as what is blocked; a warning asks someone to look and bars
 * nothing.
 *
 * Returns: whether the dossier may go before a jury
 */
gboolean
ceci_regulation_admits (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++) {
    CeciFindingState state = ceci_finding_get_state (g_ptr_array_index (findings, i));

    if (state == CECI_FINDING_BLOCKED || state == CECI_FINDING_PENDING)
      return FALSE;
  }
  return TRUE;
}
