// SPDX-License-Identifier: GPL-3.0-or-later
// What counts: hours, outputs, the deadline, the day the dossier was complete. Every rule, table and command asks here.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-rules.h"
#include "core/store/ceci-date.h"

gboolean
ceci_facts_is_enrolled (const CeciFacts *facts)
{
  return g_strcmp0 (facts->state, "enrolled") == 0;
}

const char *
ceci_placement_facts_last_day (const CeciPlacementFacts *placement)
{
  return placement->closed_on != NULL ? placement->closed_on : placement->ends_on;
}

gboolean
ceci_placement_facts_is_commercial (const CeciPlacementFacts *placement)
{
  return g_strcmp0 (placement->legal_form, "commercial") == 0;
}

gboolean
ceci_facts_needs_placement (const CeciFacts *facts, guint placement)
{
  if (g_array_index (facts->placements, CeciPlacementFacts, placement).closed_on == NULL)
    return TRUE;
  for (guint i = 0; i < facts->hours->len; i++)
    if (g_array_index (facts->hours, CeciHoursFacts, i).placement == placement)
      return TRUE;
  return FALSE;
}

gboolean
ceci_document_facts_is_readable (const CeciDocumentFacts *document)
{
  return document->sha256 != NULL && g_strcmp0 (document->health, "encrypted") != 0 &&
         g_strcmp0 (document->health, "damaged") != 0 && g_strcmp0 (document->health, "empty") != 0;
}

const CeciDocumentFacts *
ceci_facts_find_document (const CeciFacts *facts, const char *kind)
{
  const CeciDocumentFacts *best = NULL;

  for (guint i = 0; i < facts->documents->len; i++) {
    const CeciDocumentFacts *document = &g_array_index (facts->documents, CeciDocumentFacts, i);

    if (document->removed || strcmp (document->kind, kind) != 0)
      continue;
    if (best == NULL || ceci_document_facts_is_readable (document) || !ceci_document_facts_is_readable (best))
      best = document;
  }
  return best;
}

// Says a sentence, with a date in it or without, where someone asked for it.
static CeciCount
say (CeciCount count, char **reason, const char *sentence, const char *date)
{
  g_autofree char *written = NULL;

  if (reason == NULL)
    return count;
  if (date != NULL) {
    written = ceci_date_format_long (date);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    *reason = g_strdup_printf (sentence, written);
#pragma GCC diagnostic pop
  } else {
    *reason = g_strdup (sentence);
  }
  return count;
}

// A withdrawal that ended: the days between are outside the enrolment, those it starts and ends on are inside.
const CeciInterruptionFacts *
ceci_facts_find_interruption (const CeciFacts *facts, const char *date)
{
  for (guint i = 0; i < facts->interruptions->len; i++) {
    const CeciInterruptionFacts *interruption = &g_array_index (facts->interruptions, CeciInterruptionFacts, i);

    if (strcmp (interruption->starts_on, date) < 0 && strcmp (date, interruption->ends_on) < 0)
      return interruption;
  }
  return NULL;
}

// R25: only what is dated inside the enrolment is recognised.
static gboolean
is_outside_enrolment (const CeciFacts *facts, const char *date, char **reason)
{
  const CeciInterruptionFacts *interruption = ceci_facts_find_interruption (facts, date);

  if (strcmp (date, facts->enrolled_on) < 0)
    return say (TRUE, reason, _ ("Dated before the enrolment on %s."), facts->enrolled_on);
  if (facts->left_on != NULL && strcmp (date, facts->left_on) > 0)
    return say (TRUE, reason, _ ("Dated after the student left on %s."), facts->left_on);
  if (interruption != NULL)
    return say (TRUE, reason, _ ("Dated while the enrolment was interrupted, until %s."), interruption->ends_on);
  return FALSE;
}

/**
 * ceci_regulation_count_hours:
 * @self: the regulation
 * @facts: a student's facts
 * @hours: one of their entries
 * @reason: (out) (optional) (nullable): a translated sentence; %NULL when they count
 *
 * R7, R21, R25. Hours dated before the last signature of the agreement wait until the office accepts them; all wait
 * while a signature is missing.
 *
 * Returns: whether the entry counts
 */
CeciCount
ceci_regulation_count_hours (CeciRegulation *self, const CeciFacts *facts, const CeciHoursFacts *hours, char **reason)
{
  const CeciPlacementFacts *placement = &g_array_index (facts->placements, CeciPlacementFacts, hours->placement);
  const char *last_day = ceci_placement_facts_last_day (placement);

  if (reason != NULL)
    *reason = NULL;
  if (strcmp (hours->state, "refused") == 0)
    return say (CECI_COUNT_NO, reason, _ ("The office refused them."), NULL);
  if (is_outside_enrolment (facts, hours->worked_on, reason))
    return CECI_COUNT_NO;
  if (ceci_placement_facts_is_commercial (placement))
    return say (CECI_COUNT_NO, reason, _ ("The organisation is a commercial company."), NULL);
  if (strcmp (hours->worked_on, placement->starts_on) < 0)
    return say (CECI_COUNT_NO, reason, _ ("Dated before the placement starts on %s."), placement->starts_on);
  if (last_day != NULL && strcmp (hours->worked_on, last_day) > 0)
    return say (CECI_COUNT_NO, reason, _ ("Dated after the placement ended on %s."), last_day);
  if (placement->legal_form == NULL || strcmp (placement->legal_form, "unknown") == 0)
    return say (CECI_COUNT_WAITING, reason, _ ("They wait for the organisation’s legal form."), NULL);
  if (placement->last_signed_on == NULL)
    return say (CECI_COUNT_WAITING, reason, _ ("They wait for the agreement’s three signatures."), NULL);
  if (strcmp (hours->worked_on, placement->last_signed_on) < 0 && strcmp (hours->state, "accepted") != 0)
    return say (CECI_COUNT_WAITING, reason,
                _ ("Dated before the agreement’s last signature on %s: they wait until the office accepts them."),
                placement->last_signed_on);
  return CECI_COUNT_YES;
}

static gboolean
is_inside_a_placement (const CeciFacts *facts, const char *date)
{
  for (guint i = 0; i < facts->placements->len; i++) {
    const CeciPlacementFacts *placement = &g_array_index (facts->placements, CeciPlacementFacts, i);
    const char *last_day = ceci_placement_facts_last_day (placement);

    if (strcmp (placement->starts_on, date) <= 0 && (last_day == NULL || strcmp (date, last_day) <= 0))
      return TRUE;
  }
  return FALSE;
}

// Whether an output before this one has the very same bytes.
static gboolean
is_repeated (const CeciFacts *facts, guint document)
{
  const char *sha256 = g_array_index (facts->documents, CeciDocumentFacts, document).sha256;

  for (guint i = 0; i < document; i++) {
    const CeciDocumentFacts *other = &g_array_index (facts->documents, CeciDocumentFacts, i);

    if (!other->removed && strcmp (other->kind, "production") == 0 && g_strcmp0 (other->sha256, sha256) == 0)
      return TRUE;
  }
  return FALSE;
}

/**
 * ceci_regulation_count_production:
 * @self: the regulation
 * @facts: a student's facts
 * @document: an index in their documents
 * @reason: (out) (optional) (nullable): a translated sentence; %NULL when it counts
 *
 * R22, R25: an output counts when it can be read, is like no other by its bytes, and is dated inside the enrolment and
 * a placement.
 *
 * Returns: whether it counts, never %CECI_COUNT_WAITING
 */
CeciCount
ceci_regulation_count_production (CeciRegulation *self, const CeciFacts *facts, guint document, char **reason)
{
  const CeciDocumentFacts *it = &g_array_index (facts->documents, CeciDocumentFacts, document);

  if (reason != NULL)
    *reason = NULL;
  if (it->removed)
    return say (CECI_COUNT_NO, reason, _ ("It was removed."), NULL);
  if (strcmp (it->kind, "production") != 0)
    return say (CECI_COUNT_NO, reason, _ ("It is not an output."), NULL);
  if (!ceci_document_facts_is_readable (it))
    return say (CECI_COUNT_NO, reason, _ ("The file can’t be read. Ask for another one."), NULL);
  if (is_repeated (facts, document))
    return say (CECI_COUNT_NO, reason, _ ("It is the same file as another output."), NULL);
  if (it->dated_on == NULL)
    return say (CECI_COUNT_NO, reason, _ ("It has no date. Give it the day it was made."), NULL);
  if (is_outside_enrolment (facts, it->dated_on, reason))
    return CECI_COUNT_NO;
  if (!is_inside_a_placement (facts, it->dated_on))
    return say (CECI_COUNT_NO, reason, _ ("Dated outside the placement, on %s."), it->dated_on);
  return CECI_COUNT_YES;
}

/**
 * ceci_regulation_sum_minutes:
 * @self: the regulation
 * @facts: a student's facts
 * @count: which entries
 *
 * Returns: the minutes of the entries that count so
 */
gint64
ceci_regulation_sum_minutes (CeciRegulation *self, const CeciFacts *facts, CeciCount count)
{
  gint64 minutes = 0;

  for (guint i = 0; i < facts->hours->len; i++) {
    const CeciHoursFacts *hours = &g_array_index (facts->hours, CeciHoursFacts, i);

    if (ceci_regulation_count_hours (self, facts, hours, NULL) == count)
      minutes += hours->minutes;
  }
  return minutes;
}

guint
ceci_regulation_sum_productions (CeciRegulation *self, const CeciFacts *facts)
{
  guint n = 0;

  for (guint i = 0; i < facts->documents->len; i++)
    if (ceci_regulation_count_production (self, facts, i, NULL) == CECI_COUNT_YES)
      n++;
  return n;
}

/**
 * ceci_regulation_deadline:
 * @self: the regulation
 * @facts: a student's facts
 *
 * R11: the enrolment's day so many months later (29 February gives 28 February), or what the last extension says.
 *
 * Returns: (transfer full): a date
 */
char *
ceci_regulation_deadline (CeciRegulation *self, const CeciFacts *facts)
{
  if (facts->extended_to != NULL)
    return g_strdup (facts->extended_to);
  return ceci_date_add_months (facts->enrolled_on, (int) ceci_regulation_get_integer (self, "months"));
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * ceci_regulation_deposited_on:
 * @self: the regulation
 * @facts: a student's facts
 *
 * Returns: (transfer full) (nullable): the day on which the dossier had its outputs, its reflective analysis and its
 * follow-up grid
 */
char *
ceci_regulation_deposited_on (CeciRegulation *self, const CeciFacts *facts)
{
  const CeciDocumentFacts *analysis = ceci_facts_find_document (facts, "reflective_analysis");
  const CeciDocumentFacts *grid = ceci_facts_find_document (facts, "follow_up_grid");
  g_autoptr (GPtrArray) days = g_ptr_array_new ();
  guint needed = (guint) ceci_regulation_get_integer (self, "productions");
  const char *last;

  if (analysis == NULL || grid == NULL || !ceci_document_facts_is_readable (analysis))
    return NULL;
  for (guint i = 0; i < facts->documents->len; i++)
    if (ceci_regulation_count_production (self, facts, i, NULL) == CECI_COUNT_YES)
      g_ptr_array_add (days, g_array_index (facts->documents, CeciDocumentFacts, i).deposited_on);
  if (days->len < needed)
    return NULL;

  g_ptr_array_sort (days, compare_days);
  last = needed > 0 ? g_ptr_array_index (days, needed - 1) : analysis->deposited_on;
  if (strcmp (analysis->deposited_on, last) > 0)
    last = analysis->deposited_on;
  if (strcmp (grid->deposited_on, last) > 0)
    last = grid->deposited_on;
  return g_strdup (last);
}
