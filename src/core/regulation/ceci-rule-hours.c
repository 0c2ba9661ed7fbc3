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

static char *
describe (gint64 counted, gint64 waiting, gint64 required)
{
  g_autofree char *counted_text = ceci_duration_format (counted);
  g_autofree char *required_text = ceci_duration_format (required);
  g_autofree char *remaining_text = NULL;
  g_autofree char *waiting_text = NULL;

  if (counted >= required)
    return g_strdup_printf (_ ("%s counted of %s."), counted_text, required_text);
  remaining_text = ceci_duration_format (required - counted);
  if (waiting == 0)
    return g_strdup_printf (_ ("%s counted of %s; %s remain."), counted_text, required_text, remaining_text);
  waiting_text = ceci_duration_format (waiting);
  return g_strdup_printf (_ ("%s counted of %s; %s remain, of which %s wait."), counted_text, required_text,
                          remaining_text, waiting_text);
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
    reason = describe (counted, MIN (waiting, required - counted), required);
    if (counted < required)
      due = ceci_regulation_deadline (regulation, facts);
    finding = ceci_finding_new ("R7", facts->student_id, counted >= required ? CECI_FINDING_OK : CECI_FINDING_PENDING,
                                reason, NULL, due);
  }
  ceci_finding_add_count (finding, "counted-minutes", counted);
  ceci_finding_add_count (finding, "waiting-minutes", waiting);
  ceci_finding_add_count (finding, "required-minutes", required);
  return finding;
}
