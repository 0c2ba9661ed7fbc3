// SPDX-License-Identifier: GPL-3.0-or-later
// R7: a field placement of at least 150 hours in a non-profit body.

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ceci-rules.h"
#include "core/store/ceci-date.h"

static const CeciPlacementFacts *
find_refused_placement (const CeciFacts *facts)
{
  for (guint i = 0; i < facts->placements->len; i++) {
    const CeciPlacementFacts *placement = &g_array_index (facts->placements, CeciPlacementFacts, i);

    if (placement->closed_on == NULL && ceci_placement_facts_is_commercial (placement))
      return placement;
  }
  return NULL;
}

static CeciFinding *
describe (const CeciFacts *facts, gint64 counted, gint64 waiting, gint64 required, const char *due)
{
  gint64 remaining = required - counted;

  if (remaining <= 0)
    return ceci_finding_new_worded ("R7", facts->student_id, CECI_FINDING_OK, NULL, NULL, N_ ("%s counted of %s."),
                                    "mm", counted, required);
  if (waiting == 0)
    return ceci_finding_new_worded ("R7", facts->student_id, CECI_FINDING_PENDING, NULL, due,
                                    N_ ("%s counted of %s; %s remain."), "mmm", counted, required, remaining);
  return ceci_finding_new_worded ("R7", facts->student_id, CECI_FINDING_PENDING, NULL, due,
                                  N_ ("%s counted of %s; %s remain, of which %s wait."), "mmmm", counted, required,
                                  remaining, MIN (waiting, remaining));
}

CeciFinding *
ceci_rule_hours (CeciRegulation *regulation, const CeciFacts *facts, const char *today)
{
  gint64 required = ceci_regulation_get_integer (regulation, "placement-minutes");
  gint64 counted = ceci_regulation_sum_minutes (regulation, facts, CECI_COUNT_YES);
  gint64 waiting = ceci_regulation_sum_minutes (regulation, facts, CECI_COUNT_WAITING);
  const CeciPlacementFacts *refused = find_refused_placement (facts);
  g_autofree char *reason = NULL;
  g_autofree char *due = NULL;
  CeciFinding *finding;

  if (refused != NULL) {
    (void) ceci_regulation_admits_legal_form (refused->legal_form, &reason);
    finding = ceci_finding_new ("R7", facts->student_id, CECI_FINDING_BLOCKED, reason, refused->starts_on, NULL);
  } else {
    if (counted < required)
      due = ceci_regulation_deadline (regulation, facts);
    finding = describe (facts, counted, waiting, required, due);
  }
  ceci_finding_add_count (finding, "counted-minutes", counted);
  ceci_finding_add_count (finding, "waiting-minutes", waiting);
  ceci_finding_add_count (finding, "required-minutes", required);
  return finding;
}
