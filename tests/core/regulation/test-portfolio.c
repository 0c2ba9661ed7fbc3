// SPDX-License-Identifier: GPL-3.0-or-later
// R22, R25, R34, R35: what the files of a portfolio must be. A dossier in order, with one document spoilt.

#include "sample-facts.h"

#define ANALYSIS 5
#define GRID 6
#define TODAY "2026-11-23"

static CeciFinding *
check (CeciFacts *facts, const char *rule, GPtrArray **findings)
{
  g_autoptr (CeciRegulation) regulation = ceci_regulation_new_default ();

  *findings = ceci_regulation_check (regulation, facts, TODAY);
  g_assert_nonnull (find_finding (*findings, rule));
  return find_finding (*findings, rule);
}

// --- R34: a PDF that can be read ----------------------------------------------------------------

static void
test_analysis (void)
{
  static const struct {
    const char *health;
    CeciFindingState state;
    const char *says;
    gboolean admitted;
  } cases[] = {
      {"fine", CECI_FINDING_OK, "is there", TRUE},
      {"not_pdf", CECI_FINDING_BLOCKED, "is not a PDF", FALSE},
      {"damaged", CECI_FINDING_BLOCKED, "can’t be read", FALSE},
      {"encrypted", CECI_FINDING_BLOCKED, "can’t be read", FALSE},
      {"empty", CECI_FINDING_BLOCKED, "can’t be read", FALSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (CeciFacts) facts = make_sample_facts ();
    g_autoptr (GPtrArray) findings = NULL;
    CeciFinding *finding;

    g_test_message ("%s", cases[i].health);
    g_set_str (&nth_document (facts, ANALYSIS)->health, cases[i].health);
    finding = check (facts, "R34", &findings);
    g_assert_cmpint ((int) ceci_finding_get_state (finding), ==, (int) cases[i].state);
    g_assert_nonnull (strstr (ceci_finding_get_reason (finding), cases[i].says));
    g_assert_cmpstr (ceci_finding_get_since (finding), ==, cases[i].admitted ? NULL : "2026-10-02");
    g_assert_true (ceci_regulation_admits (findings) == cases[i].admitted);
  }
}

// Another file of the same kind does instead of the one that was taken away.
static void
test_analysis_replaced (void)
{
  g_autoptr (CeciFacts) facts = make_sample_facts ();
  g_autoptr (GPtrArray) before = NULL, after = NULL;

  g_set_str (&nth_document (facts, ANALYSIS)->health, "not_pdf");
  nth_document (facts, ANALYSIS)->removed = TRUE;
  g_assert_cmpint ((int) ceci_finding_get_state (check (facts, "R34", &before)), ==, CECI_FINDING_PENDING);
  add_document (facts, "reflective_analysis", "s", "2026-10-01");
  g_assert_cmpint ((int) ceci_finding_get_state (check (facts, "R34", &after)), ==, CECI_FINDING_OK);
}

// R34 asks for a PDF of the analysis only: an output may be a table or a picture.
static void
test_output_not_pdf (void)
{
  g_autoptr (CeciFacts) facts = make_sample_facts ();
  g_autoptr (GPtrArray) findings = NULL;

  g_set_str (&nth_document (facts, 0)->health, "not_pdf");
  g_assert_cmpint ((int) ceci_finding_get_state (check (facts, "R22", &findings)), ==, CECI_FINDING_OK);
  g_assert_cmpint ((int) ceci_finding_get_state (find_finding (findings, "R34")), ==, CECI_FINDING_OK);
}

// --- R35: dated on or after the placement's end -------------------------------------------------

static void
test_grid (void)
{
  static const struct {
    const char *name, *dated_on, *closed_on;
    CeciFindingState state;
  } cases[] = {
      {"the day before the end", "2026-09-29", NULL, CECI_FINDING_WARNING},
      {"the day of the end", "2026-09-30", NULL, CECI_FINDING_OK},
      {"the day after", "2026-10-01", NULL, CECI_FINDING_OK},
      {"before the end, on the day it closed early", "2026-06-01", "2026-06-01", CECI_FINDING_OK},
      {"the day before it closed early", "2026-05-31", "2026-06-01", CECI_FINDING_WARNING},
      {"without a date", NULL, NULL, CECI_FINDING_OK},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (CeciFacts) facts = make_sample_facts ();
    g_autoptr (GPtrArray) findings = NULL;
    CeciFinding *finding;

    g_test_message ("%s", cases[i].name);
    g_set_str (&nth_document (facts, GRID)->dated_on, cases[i].dated_on);
    g_set_str (&first_placement (facts)->closed_on, cases[i].closed_on);
    finding = check (facts, "R35", &findings);
    g_assert_cmpint ((int) ceci_finding_get_state (finding), ==, (int) cases[i].state);
    g_assert_cmpstr (ceci_finding_get_since (finding), ==,
                     cases[i].state == CECI_FINDING_WARNING ? cases[i].dated_on : NULL);
    // it informs, never vetoes
    g_assert_true (ceci_regulation_admits (findings));
  }
}

// Of two placements, the grid is dated from the end of the last.
static void
test_grid_after_last (void)
{
  g_autoptr (CeciFacts) facts = make_sample_facts ();
  CeciPlacementFacts second = {.id = g_strdup ("q"),
                               .organisation_kind = g_strdup ("association"),
                               .legal_form = g_strdup ("asbl"),
                               .starts_on = g_strdup ("2026-10-01"),
                               .ends_on = g_strdup ("2026-10-31"),
                               .planned_minutes = 600,
                               .has_agreement = TRUE,
                               .n_signatures = 3,
                               .last_signed_on = g_strdup ("2026-09-30")};
  g_autoptr (GPtrArray) early = NULL, late = NULL;

  g_array_append_val (facts->placements, second);
  g_assert_cmpint ((int) ceci_finding_get_state (check (facts, "R35", &early)), ==, CECI_FINDING_WARNING);
  g_set_str (&nth_document (facts, GRID)->dated_on, "2026-10-31");
  g_assert_cmpint ((int) ceci_finding_get_state (check (facts, "R35", &late)), ==, CECI_FINDING_OK);
}

// --- R25: outputs of another time are kept and not counted ----------------------------------------

static void
test_outputs_outside (void)
{
  static const struct {
    const char *dated_on, *left_on;
    gboolean counts;
    const char *says;
    CeciFindingState outside;
  } cases[] = {
      {"2026-02-01", NULL, FALSE, "before the enrolment", CECI_FINDING_WARNING},
      {"2026-02-02", NULL, FALSE, "outside the placement", CECI_FINDING_OK}, // enrolled, and not yet placed
      {"2026-02-10", NULL, TRUE, NULL, CECI_FINDING_OK},
      {"2026-09-30", NULL, TRUE, NULL, CECI_FINDING_OK},
      {"2026-10-01", NULL, FALSE, "outside the placement", CECI_FINDING_OK},
      {"2026-07-01", "2026-07-01", TRUE, NULL, CECI_FINDING_OK},
      {"2026-07-02", "2026-07-01", FALSE, "after the student left", CECI_FINDING_WARNING},
  };
  g_autoptr (CeciRegulation) regulation = ceci_regulation_new_default ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (CeciFacts) facts = make_sample_facts ();
    g_autoptr (GPtrArray) findings = NULL;
    g_autofree char *reason = NULL;

    g_test_message ("%s, left %s", cases[i].dated_on, cases[i].left_on != NULL ? cases[i].left_on : "never");
    g_set_str (&facts->left_on, cases[i].left_on);
    g_set_str (&nth_document (facts, 0)->dated_on, cases[i].dated_on);
    g_assert_cmpint (ceci_regulation_count_production (regulation, facts, 0, &reason), ==,
                     cases[i].counts ? CECI_COUNT_YES : CECI_COUNT_NO);
    if (cases[i].counts)
      g_assert_null (reason);
    else
      g_assert_nonnull (strstr (reason, cases[i].says));
    g_assert_cmpuint (ceci_regulation_sum_productions (regulation, facts), ==, cases[i].counts ? 5 : 4);
    g_assert_cmpint ((int) ceci_finding_get_state (check (facts, "R25", &findings)), ==, (int) cases[i].outside);
  }
}

// --- R22: «4/5» -------------------------------------------------------------------------------

static void
test_four_of_five (void)
{
  g_autoptr (CeciFacts) facts = make_sample_facts ();
  g_autoptr (GPtrArray) short_of = NULL, same = NULL, complete = NULL;
  CeciFinding *finding;

  nth_document (facts, 0)->removed = TRUE;
  finding = check (facts, "R22", &short_of);
  g_assert_nonnull (strstr (ceci_finding_get_reason (finding), "4/5"));
  g_assert_false (ceci_regulation_admits (short_of));

  // a copy of one that counts is no fifth
  add_document (facts, "production", "b", "2026-05-04");
  finding = check (facts, "R22", &same);
  g_assert_nonnull (strstr (ceci_finding_get_reason (finding), "4/5"));
  g_assert_cmpint ((int) ceci_finding_get_state (finding), ==, CECI_FINDING_BLOCKED);

  add_document (facts, "production", "z", "2026-05-04");
  finding = check (facts, "R22", &complete);
  g_assert_nonnull (strstr (ceci_finding_get_reason (finding), "5/5"));
  g_assert_true (ceci_regulation_admits (complete));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/regulation/R34/not-a-pdf", test_analysis);
  g_test_add_func ("/regulation/R34/another-instead", test_analysis_replaced);
  g_test_add_func ("/regulation/R34/only-the-analysis", test_output_not_pdf);
  g_test_add_func ("/regulation/R35/on-or-after-the-end", test_grid);
  g_test_add_func ("/regulation/R35/end-of-the-last-placement", test_grid_after_last);
  g_test_add_func ("/regulation/R25/outputs", test_outputs_outside);
  g_test_add_func ("/regulation/R22/production-missing/four-of-five", test_four_of_five);
  return g_test_run ();
}
