// SPDX-License-Identifier: GPL-3.0-or-later
// R21: every placement has an agreement signed by the student, the organisation and the university.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-rules.h"

#define PARTIES 3

// The placement whose agreement is missing that started first. One that closed before any hour was worked needs none.
static const CeciPlacementFacts *
find_unsigned (const CeciFacts *facts)
{
  const CeciPlacementFacts *first = NULL;

  for (guint i = 0; i < facts->placements->len; i++) {
    const CeciPlacementFacts *placement = &g_array_index (facts->placements, CeciPlacementFacts, i);

    if (placement->last_signed_on != NULL || !ceci_facts_needs_placement (facts, i))
      continue;
    if (first == NULL || strcmp (placement->starts_on, first->starts_on) < 0)
      first = placement;
  }
  return first;
}

static CeciFinding *
report_unsigned (const CeciFacts *facts, const CeciPlacementFacts *placement, const char *today)
{
  gboolean started = strcmp (placement->starts_on, today) <= 0;
  guint missing = PARTIES - MIN (placement->n_signatures, PARTIES);
  g_autofree char *reason = NULL;

  if (!placement->has_agreement)
    reason = g_strdup (_ ("The agreement has not been drawn up. Hours wait until its three signatures."));
  else
    reason = g_strdup_printf (ngettext ("The agreement lacks %u signature. Hours wait for it.",
                                        "The agreement lacks %u signatures. Hours wait for them.", missing),
                              missing);
  return ceci_finding_new ("R21", facts->student_id, started ? CECI_FINDING_BLOCKED : CECI_FINDING_PENDING, reason,
                           started ? placement->starts_on : NULL, started ? NULL : placement->starts_on);
}

// An amendment that is drawn and not signed: the hours count, as the agreement has its signatures, but the dossier
// waits.
static CeciFinding *
report_amendment (const CeciFacts *facts)
{
  for (guint i = 0; i < facts->placements->len; i++) {
    const CeciPlacementFacts *placement = &g_array_index (facts->placements, CeciPlacementFacts, i);
    g_autofree char *reason = NULL;
    CeciFinding *finding;

    if (placement->unsigned_amendment <= 0)
      continue;
    reason = g_strdup_printf (_ ("Amendment %d to the agreement lacks signatures. Ask the parties for them."),
                              (int) placement->unsigned_amendment);
    finding = ceci_finding_new ("R21", facts->student_id, CECI_FINDING_PENDING, reason, NULL, NULL);
    ceci_finding_add_fact (finding, "placement", placement->id);
    ceci_finding_add_count (finding, "amendment", placement->unsigned_amendment);
    return finding;
  }
  return NULL;
}

CeciFinding *
ceci_rule_agreement (CeciRegulation *regulation, const CeciFacts *facts, const char *today)
{
  const CeciPlacementFacts *placement = find_unsigned (facts);
  CeciFinding *finding;

  if (facts->placements->len == 0)
    return ceci_finding_new_worded ("R21", facts->student_id, CECI_FINDING_PENDING, NULL, NULL,
                                    N_ ("There is no placement yet, so no agreement."), "");
  if (placement == NULL && (finding = report_amendment (facts)) != NULL)
    return finding;
  if (placement == NULL)
    return ceci_finding_new_worded ("R21", facts->student_id, CECI_FINDING_OK, NULL, NULL,
                                    N_ ("The three parties have signed."), "");

  finding = report_unsigned (facts, placement, today);
  ceci_finding_add_fact (finding, "placement", placement->id);
  ceci_finding_add_count (finding, "signatures", placement->n_signatures);
  return finding;
}
