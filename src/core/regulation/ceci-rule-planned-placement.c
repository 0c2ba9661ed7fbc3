// SPDX-License-Identifier: GPL-3.0-or-later
// R13: an opportunity of at least 150 hours has been found for the student whom an application became.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-rules.h"
#include "core/store/ceci-date.h"

static gboolean
refuse (char **reason, char *sentence)
{
  if (reason != NULL)
    *reason = sentence;
  else
    g_free (sentence);
  return FALSE;
}

/**
 * ceci_regulation_admits_legal_form:
 * @legal_form: (nullable): an organisation's, as the schema writes it
 * @reason: (out) (optional) (nullable): a translated sentence when it is refused
 *
 * R7: a placement is in a non-profit body; public bodies are. One whose form is not known yet may be recorded: its
 * hours wait.
 *
 * Returns: whether a student may be placed there
 */
gboolean
ceci_regulation_admits_legal_form (const char *legal_form, char **reason)
{
  if (reason != NULL)
    *reason = NULL;
  if (g_strcmp0 (legal_form, "commercial") != 0)
    return TRUE;
  return refuse (reason, g_strdup (_ ("The organisation is a commercial company: the placement can’t be recognised. "
                                      "Choose a non-profit body.")));
}

CeciFinding *
ceci_rule_planned_placement (CeciRegulation *regulation, const CeciFacts *facts, const char *today)
{
  gint64 required = ceci_regulation_get_integer (regulation, "placement-minutes");
  gint64 planned = 0;
  CeciFinding *finding;

  for (guint i = 0; i < facts->placements->len; i++)
    planned += g_array_index (facts->placements, CeciPlacementFacts, i).planned_minutes;

  if (facts->placements->len == 0)
    finding = ceci_finding_new_worded ("R13", facts->student_id, CECI_FINDING_WARNING, facts->enrolled_on, NULL,
                                       facts->application_has_organisation && facts->application_has_mission
                                           ? N_ ("The application names a placement that is not recorded yet. Add it.")
                                           : N_ ("No placement has been found yet. Help the student to find one."),
                                       "");
  else if (planned < required)
    finding = ceci_finding_new_worded ("R13", facts->student_id, CECI_FINDING_WARNING, facts->enrolled_on, NULL,
                                       N_ ("%s are planned; %s are needed."), "mm", planned, required);
  else
    finding = ceci_finding_new_worded ("R13", facts->student_id, CECI_FINDING_OK, NULL, NULL, N_ ("%s are planned."),
                                       "m", planned);
  ceci_finding_add_count (finding, "planned-minutes", planned);
  ceci_finding_add_count (finding, "required-minutes", required);
  return finding;
}
