// SPDX-License-Identifier: GPL-3.0-or-later
// R22, R34, R35: five outputs, a reflective analysis, the supervisor's follow-up grid.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-rules.h"
#include "core/store/ceci-date.h"

// How many outputs stand and don't count; the first one's reason and day of deposit.
static guint
find_uncounted (CeciRegulation *regulation, const CeciFacts *facts, char **reason, const char **since)
{
  guint n = 0;

  for (guint i = 0; i < facts->documents->len; i++) {
    const CeciDocumentFacts *document = &g_array_index (facts->documents, CeciDocumentFacts, i);

    if (document->removed || strcmp (document->kind, "production") != 0 ||
        ceci_regulation_count_production (regulation, facts, i, n == 0 ? reason : NULL) == CECI_COUNT_YES)
      continue;
    if (n++ == 0)
      *since = document->deposited_on;
  }
  return n;
}

CeciFinding *
ceci_rule_productions (CeciRegulation *regulation, const CeciFacts *facts, const char *today)
{
  guint required = (guint) ceci_regulation_get_integer (regulation, "productions");
  guint counted = ceci_regulation_sum_productions (regulation, facts);
  guint shown = MIN (counted, required);
  guint uncounted = 0;
  const char *since = NULL;
  g_autofree char *why = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *due = NULL;
  CeciFindingState state = CECI_FINDING_OK;
  CeciFinding *finding = NULL;

  if (counted < required) {
    uncounted = find_uncounted (regulation, facts, &why, &since);
    state = uncounted > 0 ? CECI_FINDING_BLOCKED : CECI_FINDING_PENDING;
    due = ceci_regulation_deadline (regulation, facts);
  }
  if (uncounted > 0)
    reason = g_strdup_printf (
        ngettext ("%u/%u outputs; %u more doesn’t count: %s", "%u/%u outputs; %u more don’t count: %s", uncounted),
        shown, required, uncounted, why);
  else if (counted > required)
    reason = g_strdup_printf (
        ngettext ("%u/%u outputs, and %u annex.", "%u/%u outputs, and %u annexes.", counted - required), shown,
        required, counted - required);
  else
    finding = ceci_finding_new_worded ("R22", facts->student_id, state, since, due, N_ ("%u/%u outputs."), "uu", shown,
                                       required);

  if (finding == NULL)
    finding = ceci_finding_new ("R22", facts->student_id, state, reason, since, due);
  ceci_finding_add_count (finding, "counted", counted);
  ceci_finding_add_count (finding, "uncounted", uncounted);
  ceci_finding_add_count (finding, "required", required);
  return finding;
}

CeciFinding *
ceci_rule_reflective_analysis (CeciRegulation *regulation, const CeciFacts *facts, const char *today)
{
  const CeciDocumentFacts *document = ceci_facts_find_document (facts, "reflective_analysis");
  g_autofree char *due = NULL;

  if (document == NULL) {
    due = ceci_regulation_deadline (regulation, facts);
    return ceci_finding_new_worded ("R34", facts->student_id, CECI_FINDING_PENDING, NULL, due,
                                    N_ ("The reflective analysis is missing."), "");
  }
  if (!ceci_document_facts_is_readable (document))
    return ceci_finding_new_worded ("R34", facts->student_id, CECI_FINDING_BLOCKED, document->deposited_on, NULL,
                                    N_ ("The file of the reflective analysis can’t be read. Ask for another one."), "");
  if (g_strcmp0 (document->health, "not_pdf") == 0)
    return ceci_finding_new_worded ("R34", facts->student_id, CECI_FINDING_BLOCKED, document->deposited_on, NULL,
                                    N_ ("The reflective analysis is not a PDF. Ask for one, or print it to a PDF."),
                                    "");
  return ceci_finding_new_worded ("R34", facts->student_id, CECI_FINDING_OK, NULL, NULL,
                                  N_ ("The reflective analysis is there."), "");
}

static const char *
find_last_day (const CeciFacts *facts)
{
  const char *last = NULL;

  for (guint i = 0; i < facts->placements->len; i++) {
    const char *day = ceci_placement_facts_last_day (&g_array_index (facts->placements, CeciPlacementFacts, i));

    if (day != NULL && (last == NULL || strcmp (day, last) > 0))
      last = day;
  }
  return last;
}

// Hours attested and hours counted may differ by what a supervisor rounds.
#define ROUNDING 60

// What is odd in the transcribed grid of a placement: a sentence, or NULL.
static char *
doubt_grid (CeciRegulation *regulation, const CeciFacts *facts, const CeciGridFacts *grid)
{
  const CeciPlacementFacts *placement = &g_array_index (facts->placements, CeciPlacementFacts, grid->placement);
  const char *last_day = ceci_placement_facts_last_day (placement);
  g_autofree char *attested = ceci_duration_format (grid->attested_minutes);
  g_autofree char *counted = NULL;
  g_autofree char *day = NULL;
  gint64 minutes = 0;

  if (last_day != NULL && grid->filled_on != NULL && strcmp (grid->filled_on, last_day) < 0) {
    day = ceci_date_format_long (last_day);
    return g_strdup_printf (
        _ ("The follow-up grid is dated before the placement ends on %s. Ask whether it still holds."), day);
  }
  for (guint i = 0; i < facts->hours->len; i++) {
    const CeciHoursFacts *hours = &g_array_index (facts->hours, CeciHoursFacts, i);

    if (hours->placement == grid->placement &&
        ceci_regulation_count_hours (regulation, facts, hours, NULL) == CECI_COUNT_YES)
      minutes += hours->minutes;
  }
  if (grid->attested_minutes < 0 || ABS (grid->attested_minutes - minutes) < ROUNDING)
    return NULL;
  counted = ceci_duration_format (minutes);
  return g_strdup_printf (_ ("The follow-up grid attests %s where %s are counted. Ask which is right."), attested,
                          counted);
}

CeciFinding *
ceci_rule_follow_up_grid (CeciRegulation *regulation, const CeciFacts *facts, const char *today)
{
  const CeciDocumentFacts *document = ceci_facts_find_document (facts, "follow_up_grid");
  const char *last_day = find_last_day (facts);
  g_autofree char *reason = NULL;
  g_autofree char *due = NULL;

  if (document == NULL) {
    due = ceci_regulation_deadline (regulation, facts);
    return ceci_finding_new_worded ("R35", facts->student_id, CECI_FINDING_PENDING, NULL, due,
                                    N_ ("The supervisor’s follow-up grid is missing."), "");
  }
  if (!ceci_document_facts_is_readable (document))
    return ceci_finding_new_worded ("R35", facts->student_id, CECI_FINDING_BLOCKED, document->deposited_on, NULL,
                                    N_ ("The file of the follow-up grid can’t be read. Ask for another one."), "");
  if (document->dated_on != NULL && last_day != NULL && strcmp (document->dated_on, last_day) < 0)
    return ceci_finding_new_worded (
        "R35", facts->student_id, CECI_FINDING_WARNING, document->dated_on, NULL,
        N_ ("The follow-up grid is dated before the placement ends on %s. Ask whether it still holds."), "d", last_day);
  for (guint i = 0; i < facts->grids->len && reason == NULL; i++) {
    const CeciGridFacts *grid = &g_array_index (facts->grids, CeciGridFacts, i);

    reason = doubt_grid (regulation, facts, grid);
    if (reason != NULL)
      return ceci_finding_new ("R35", facts->student_id, CECI_FINDING_WARNING, reason, grid->filled_on, NULL);
  }
  return ceci_finding_new_worded ("R35", facts->student_id, CECI_FINDING_OK, NULL, NULL,
                                  N_ ("The follow-up grid is there."), "");
}
