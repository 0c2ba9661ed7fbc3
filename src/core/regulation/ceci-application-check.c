// SPDX-License-Identifier: GPL-3.0-or-later
// R13, R7 and R14 before anyone is a student: what an application needs to be admissible, point by point.
#include "config.h"

#include "ceci-application-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-rules.h"
#include "core/store/ceci-date.h"

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

static void
add (GPtrArray *findings, const CeciApplicationFacts *facts, const char *rule, const char *point,
     CeciFindingState state, const char *reason)
{
  CeciFinding *finding = ceci_finding_new (rule, facts->application_id, state, reason, NULL, NULL);

  ceci_finding_add_fact (finding, "point", point);
  g_ptr_array_add (findings, finding);
}

static void
check_named (GPtrArray *findings, const CeciApplicationFacts *facts)
{
  if (is_blank (facts->organisation)) {
    add (findings, facts, "R13", "organisation", CECI_FINDING_BLOCKED, _ ("No organisation is named."));
  } else {
    g_autofree char *reason = g_strdup_printf (_ ("The organisation is named: %s."), facts->organisation);
    add (findings, facts, "R13", "organisation", CECI_FINDING_OK, reason);
  }
  if (is_blank (facts->mission))
    add (findings, facts, "R13", "mission", CECI_FINDING_BLOCKED, _ ("No assignment is described."));
  else
    add (findings, facts, "R13", "mission", CECI_FINDING_OK, _ ("The assignment is described."));
}

static void
check_legal_form (GPtrArray *findings, const CeciApplicationFacts *facts)
{
  g_autofree char *refusal = NULL;

  if (is_blank (facts->organisation))
    return;
  if (!ceci_regulation_admits_legal_form (facts->legal_form, &refusal))
    add (findings, facts, "R7", "legal-form", CECI_FINDING_BLOCKED, refusal);
  else if (facts->legal_form == NULL || strcmp (facts->legal_form, "unknown") == 0)
    add (findings, facts, "R7", "legal-form", CECI_FINDING_WARNING,
         _ ("The organisation’s legal form is not known. Ask for it, or look it up in the business register."));
  else
    add (findings, facts, "R7", "legal-form", CECI_FINDING_OK, _ ("The organisation’s legal form is accepted."));
}

static void
check_hours (GPtrArray *findings, CeciRegulation *regulation, const CeciApplicationFacts *facts)
{
  gint64 required = ceci_regulation_get_integer (regulation, "placement-minutes");
  g_autofree char *required_text = ceci_duration_format (required);
  g_autofree char *planned_text = facts->planned_minutes >= 0 ? ceci_duration_format (facts->planned_minutes) : NULL;
  g_autofree char *reason = NULL;
  gboolean enough = facts->planned_minutes >= required;

  if (planned_text == NULL)
    reason = g_strdup_printf (_ ("The planned hours are not given; %s are needed."), required_text);
  else if (!enough)
    reason = g_strdup_printf (_ ("%s are planned; %s are needed."), planned_text, required_text);
  else
    reason = g_strdup_printf (_ ("%s are planned."), planned_text);
  add (findings, facts, "R13", "hours", enough ? CECI_FINDING_OK : CECI_FINDING_BLOCKED, reason);
}

static void
check_eligible (GPtrArray *findings, const CeciApplicationFacts *facts)
{
  if (is_blank (facts->organisation))
    return;
  if (facts->offer_labelled) {
    add (findings, facts, "R14", "eligible", CECI_FINDING_OK, _ ("The offer bears TIME’s label “student placement”."));
  } else if (!is_blank (facts->eligibility_reason)) {
    g_autofree char *reason = g_strdup_printf (_ ("The office has checked it: %s"), facts->eligibility_reason);
    add (findings, facts, "R14", "eligible", CECI_FINDING_OK, reason);
  } else {
    add (findings, facts, "R14", "eligible", CECI_FINDING_WARNING,
         _ ("No labelled offer stands behind this placement. Check it, and record why it is eligible."));
  }
}

/**
 * ceci_regulation_check_application:
 * @self: the cohort's regulation
 * @facts: what the application says
 *
 * Each point of the admissibility check (R13, R7, R14): %CECI_FINDING_BLOCKED makes the application inadmissible,
 * %CECI_FINDING_WARNING waits for the office. The fact `point` of each finding names it.
 *
 * Returns: (transfer full) (element-type CeciFinding): the points in the order one reads them
 */
GPtrArray *
ceci_regulation_check_application (CeciRegulation *self, const CeciApplicationFacts *facts)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);

  check_named (findings, facts);
  check_legal_form (findings, facts);
  check_hours (findings, self, facts);
  check_eligible (findings, facts);
  return findings;
}

/**
 * ceci_regulation_application_refusal:
 * @findings: (element-type CeciFinding): of [method@Regulation.check_application]
 *
 * Returns: (transfer full) (nullable): every reason why the application is inadmissible, or %NULL if it is admissible
 */
char *
ceci_regulation_application_refusal (GPtrArray *findings)
{
  g_autoptr (GString) reasons = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    if (ceci_finding_get_state (findings->pdata[i]) == CECI_FINDING_BLOCKED)
      g_string_append_printf (reasons, "%s%s", reasons->len > 0 ? " " : "",
                              ceci_finding_get_reason (findings->pdata[i]));
  return reasons->len > 0 ? g_string_free_and_steal (g_steal_pointer (&reasons)) : NULL;
}

/**
 * ceci_regulation_admits_application:
 * @self: the cohort's regulation
 * @organisation: (nullable): the organisation's name
 * @mission: (nullable): what the student would do there
 * @planned_minutes: the planned hours in minutes, negative if they are not known
 * @legal_form: (nullable): the organisation's, as the schema writes it
 * @reason: (out) (optional) (nullable): translated sentences when the application is inadmissible: every reason
 *
 * Returns: whether the application is admissible
 */
gboolean
ceci_regulation_admits_application (CeciRegulation *self, const char *organisation, const char *mission,
                                    gint64 planned_minutes, const char *legal_form, char **reason)
{
  const CeciApplicationFacts facts = {
      .organisation = organisation, .mission = mission, .planned_minutes = planned_minutes, .legal_form = legal_form};
  g_autoptr (GPtrArray) findings = ceci_regulation_check_application (self, &facts);
  g_autofree char *refusal = ceci_regulation_application_refusal (findings);
  gboolean admitted = refusal == NULL;

  if (reason != NULL)
    *reason = g_steal_pointer (&refusal);
  return admitted;
}
