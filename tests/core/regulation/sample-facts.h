// SPDX-License-Identifier: GPL-3.0-or-later
// A student whose dossier is in order on every count; each test spoils one thing.
#pragma once

#include <string.h>

#include "core/regulation/ceci-regulation.h"

static inline void
add_hours (CeciFacts *facts, const char *worked_on, gint64 minutes, const char *state)
{
  CeciHoursFacts hours = {
      .id = g_strdup ("h"), .worked_on = g_strdup (worked_on), .minutes = minutes, .state = g_strdup (state)};

  g_array_append_val (facts->hours, hours);
}

static inline void
add_document (CeciFacts *facts, const char *kind, const char *sha256, const char *dated_on)
{
  CeciDocumentFacts document = {.id = g_strdup (sha256),
                                .kind = g_strdup (kind),
                                .sha256 = g_strdup (sha256),
                                .dated_on = g_strdup (dated_on),
                                .deposited_on = g_strdup ("2026-10-02"),
                                .health = g_strdup ("fine")};

  g_array_append_val (facts->documents, document);
}

static inline CeciPlacementFacts *
first_placement (CeciFacts *facts)
{
  return &g_array_index (facts->placements, CeciPlacementFacts, 0);
}

static inline CeciDocumentFacts *
nth_document (CeciFacts *facts, guint n)
{
  return &g_array_index (facts->documents, CeciDocumentFacts, n);
}

// Enrolled on 2 February 2026, in placement from 10 February to 30 September, 150 hours, five outputs, all signed and
// deposited.
static inline CeciFacts *
make_sample_facts (void)
{
  CeciFacts *facts = ceci_facts_new ();
  CeciPlacementFacts placement = {.id = g_strdup ("p"),
                                  .organisation_kind = g_strdup ("association"),
                                  .legal_form = g_strdup ("asbl"),
                                  .starts_on = g_strdup ("2026-02-10"),
                                  .ends_on = g_strdup ("2026-09-30"),
                                  .planned_minutes = 9000,
                                  .has_agreement = TRUE,
                                  .n_signatures = 3,
                                  .last_signed_on = g_strdup ("2026-02-12")};

  facts->student_id = g_strdup ("s");
  facts->person_name = g_strdup ("Élodie Martin");
  facts->cohort_id = g_strdup ("c");
  facts->state = g_strdup ("enrolled");
  facts->enrolled_on = g_strdup ("2026-02-02");
  facts->application_state = g_strdup ("selected");
  g_array_append_val (facts->placements, placement);
  for (int i = 0; i < 15; i++)
    add_hours (facts, "2026-03-02", 600, "claimed");
  for (int i = 0; i < 5; i++) {
    char sha256[] = {(char) ('a' + i), '\0'};
    add_document (facts, "production", sha256, "2026-05-04");
  }
  add_document (facts, "reflective_analysis", "r", "2026-10-01");
  add_document (facts, "follow_up_grid", "g", "2026-10-01");
  facts->n_modules = 4;
  facts->modules = 0xf;
  return facts;
}

static inline CeciFinding *
find_finding (GPtrArray *findings, const char *rule)
{
  for (guint i = 0; i < findings->len; i++)
    if (strcmp (ceci_finding_get_rule (g_ptr_array_index (findings, i)), rule) == 0)
      return g_ptr_array_index (findings, i);
  return NULL;
}
