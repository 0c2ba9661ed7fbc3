// SPDX-License-Identifier: GPL-3.0-or-later
// R14: a placement whose offer bears TIME's label is eligible; of any other the office says why it is.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-rules.h"

// The placement nobody has vouched for that started first.
static const CeciPlacementFacts *
find_unchecked (const CeciFacts *facts)
{
  const CeciPlacementFacts *first = NULL;

  for (guint i = 0; i < facts->placements->len; i++) {
    const CeciPlacementFacts *placement = &g_array_index (facts->placements, CeciPlacementFacts, i);

    if (placement->offer_labelled || placement->checked || !ceci_facts_needs_placement (facts, i))
      continue;
    if (first == NULL || strcmp (placement->starts_on, first->starts_on) < 0)
      first = placement;
  }
  return first;
}

CeciFinding *
ceci_rule_eligible_placement (CeciRegulation *regulation, const CeciFacts *facts, const char *today)
{
  const CeciPlacementFacts *unchecked = find_unchecked (facts);
  gboolean labelled = TRUE;
  CeciFinding *finding;

  if (facts->placements->len == 0)
    return NULL;
  if (unchecked != NULL) {
    finding = ceci_finding_new_worded (
        "R14", facts->student_id, CECI_FINDING_WARNING, unchecked->starts_on, NULL,
        N_ ("No offer labelled “student placement” on TIME stands behind this placement. Check the organisation, and "
            "record why the placement is eligible."),
        "");
    ceci_finding_add_fact (finding, "placement", unchecked->id);
    return finding;
  }
  for (guint i = 0; i < facts->placements->len; i++)
    labelled = labelled && g_array_index (facts->placements, CeciPlacementFacts, i).offer_labelled;
  return ceci_finding_new_worded ("R14", facts->student_id, CECI_FINDING_OK, NULL, NULL,
                                  labelled ? N_ ("The offer bears TIME’s label “student placement”.")
                                           : N_ ("The office has checked that the placement is eligible."),
                                  "");
}
