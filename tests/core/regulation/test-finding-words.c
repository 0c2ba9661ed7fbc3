// SPDX-License-Identifier: GPL-3.0-or-later
// Each requirement has the word that fits it in each state, and figures where they say more.

#include "sample-facts.h"

static const struct {
  const char *rule, *fact, *value, *other, *other_value;
  CeciFindingState state;
  const char *word;
} cases[] = {
    {"R6", NULL, NULL, NULL, NULL, CECI_FINDING_OK, "Attended"},
    {"R7", "counted-minutes", "9000", "required-minutes", "9000", CECI_FINDING_OK, "150 h"},
    {"R7", "counted-minutes", "5430", "required-minutes", "9000", CECI_FINDING_PENDING, "90 h 30"},
    {"R7", "counted-minutes", "0", NULL, NULL, CECI_FINDING_BLOCKED, "Not recognised"},
    {"R11", NULL, NULL, NULL, NULL, CECI_FINDING_OK, "In time"},
    {"R11", NULL, NULL, NULL, NULL, CECI_FINDING_BLOCKED, "Passed"},
    {"R21", NULL, NULL, NULL, NULL, CECI_FINDING_OK, "Signed"},
    {"R21", NULL, NULL, NULL, NULL, CECI_FINDING_BLOCKED, "Unsigned"},
    {"R22", "counted", "7", "required", "5", CECI_FINDING_OK, "5/5"},
    {"R22", "counted", "4", "required", "5", CECI_FINDING_PENDING, "4/5"},
    {"R30", "completed", "4", "required", "4", CECI_FINDING_OK, "4/4"},
    {"R34", NULL, NULL, NULL, NULL, CECI_FINDING_PENDING, "Missing"},
    {"R35", NULL, NULL, NULL, NULL, CECI_FINDING_OK, "Received"},
    // a rule or a state without a word of its own
    {"R6", NULL, NULL, NULL, NULL, CECI_FINDING_PENDING, "Under way"},
    {"R99", NULL, NULL, NULL, NULL, CECI_FINDING_BLOCKED, "Blocking"},
};

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (CeciFinding) finding = ceci_finding_new (cases[i].rule, "s", cases[i].state, "A reason.", NULL, NULL);
    g_autofree char *word = NULL;

    if (cases[i].fact != NULL)
      ceci_finding_add_fact (finding, cases[i].fact, cases[i].value);
    if (cases[i].other != NULL)
      ceci_finding_add_fact (finding, cases[i].other, cases[i].other_value);
    word = ceci_finding_dup_word (finding);
    g_assert_cmpstr (word, ==, cases[i].word);
  }
}

// Of a dossier in order nothing is said with the word that would fit anything.
static void
test_fitting (void)
{
  g_autoptr (CeciRegulation) regulation = ceci_regulation_new_default ();
  g_autoptr (CeciFacts) facts = make_sample_facts ();
  g_autoptr (GPtrArray) findings = ceci_regulation_check (regulation, facts, "2026-11-23");

  g_assert_cmpuint (findings->len, >, 8);
  for (guint i = 0; i < findings->len; i++) {
    g_autofree char *word = ceci_finding_dup_word (findings->pdata[i]);

    g_assert_cmpstr (word, !=, ceci_finding_state_get_label (ceci_finding_get_state (findings->pdata[i])));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/finding/words", test_words);
  g_test_add_func ("/finding/words/fitting", test_fitting);
  return g_test_run ();
}
