// SPDX-License-Identifier: GPL-3.0-or-later
// R14 and R17 to R20: which placement is eligible without a check, and who may supervise in a committee's organisation.

#include "sample-facts.h"

#include "core/regulation/ceci-rules.h"

#define TODAY "2026-06-15"

typedef void (*Arrange) (CeciFacts *facts);

static void
add_member (CeciFacts *facts, const char *since, const char *until)
{
  CeciMemberFacts member = {.since = g_strdup (since), .until = g_strdup (until)};

  g_array_append_val (facts->members, member);
}

static CeciMemberFacts *
nth_member (CeciFacts *facts, guint n)
{
  return &g_array_index (facts->members, CeciMemberFacts, n);
}

// --- outside the committee: 10 February to 30 September 2026 ---

static void
be_outside (CeciFacts *facts)
{
  CeciPlacementFacts *placement = first_placement (facts);

  g_set_str (&placement->organisation_kind, "society");
  placement->collective = TRUE;
  placement->has_contact = TRUE;
  add_member (facts, "2025-10-01", NULL);
  add_member (facts, "2025-10-01", NULL);
}

static void
have_lone_supervisor (CeciFacts *facts)
{
  be_outside (facts);
  first_placement (facts)->collective = FALSE;
  g_set_str (&first_placement (facts)->supervisor_name, "Sarah Peeters");
}

static void
list_nobody (CeciFacts *facts)
{
  be_outside (facts);
  g_array_set_size (facts->members, 0);
}

static void
list_nobody_before_start (CeciFacts *facts)
{
  list_nobody (facts);
  g_set_str (&first_placement (facts)->starts_on, "2026-07-01");
}

static void
list_one (CeciFacts *facts)
{
  be_outside (facts);
  g_array_set_size (facts->members, 1);
}

static void
list_undated (CeciFacts *facts)
{
  be_outside (facts);
  g_clear_pointer (&nth_member (facts, 1)->since, g_free);
}

static void
list_the_student (CeciFacts *facts)
{
  be_outside (facts);
  nth_member (facts, 1)->is_student = TRUE;
}

static void
lack_contact (CeciFacts *facts)
{
  be_outside (facts);
  first_placement (facts)->has_contact = FALSE;
}

static void
list_members_elected_later (CeciFacts *facts)
{
  be_outside (facts);
  g_set_str (&nth_member (facts, 0)->since, "2026-03-01");
  g_set_str (&nth_member (facts, 1)->since, "2026-03-01");
}

static void
end_mandates_before_today (CeciFacts *facts)
{
  be_outside (facts);
  g_set_str (&nth_member (facts, 0)->until, "2026-04-30");
  g_set_str (&nth_member (facts, 1)->until, "2026-05-31");
}

static void
end_mandates_after_today (CeciFacts *facts)
{
  be_outside (facts);
  g_set_str (&nth_member (facts, 0)->until, "2026-06-30");
  g_set_str (&nth_member (facts, 1)->until, "2026-08-31");
}

static void
end_mandates_with_placement (CeciFacts *facts)
{
  be_outside (facts);
  g_set_str (&nth_member (facts, 0)->until, "2026-04-30");
  g_set_str (&nth_member (facts, 1)->until, "2026-09-30");
}

static void
renew_committee (CeciFacts *facts)
{
  end_mandates_before_today (facts);
  add_member (facts, "2026-06-01", NULL);
}

static void
renew_committee_a_day_late (CeciFacts *facts)
{
  end_mandates_before_today (facts);
  add_member (facts, "2026-06-02", NULL);
}

// --- inside ---

static void
be_inside (CeciFacts *facts)
{
  CeciPlacementFacts *placement = first_placement (facts);

  g_set_str (&placement->organisation_kind, "society");
  placement->committee_member = TRUE;
  g_set_str (&placement->supervisor_name, "Sarah Peeters");
  placement->has_mandate = TRUE;
  g_set_str (&placement->mandate_ends_on, "2026-02-09"); // the day before
}

static void
be_supervised_by_committee (CeciFacts *facts)
{
  be_inside (facts);
  first_placement (facts)->collective = TRUE;
}

static void
supervise_oneself (CeciFacts *facts)
{
  be_inside (facts);
  first_placement (facts)->supervisor_is_student = TRUE;
}

static void
name_nobody (CeciFacts *facts)
{
  be_inside (facts);
  g_clear_pointer (&first_placement (facts)->supervisor_name, g_free);
  first_placement (facts)->has_mandate = FALSE;
}

static void
lack_mandate (CeciFacts *facts)
{
  be_inside (facts);
  first_placement (facts)->has_mandate = FALSE;
}

static void
lack_mandate_before_start (CeciFacts *facts)
{
  lack_mandate (facts);
  g_set_str (&first_placement (facts)->starts_on, "2026-07-01");
}

static void
hold_mandate_elsewhere (CeciFacts *facts)
{
  be_inside (facts);
  first_placement (facts)->mandate_elsewhere = TRUE;
}

static void
still_hold_mandate (CeciFacts *facts)
{
  be_inside (facts);
  g_clear_pointer (&first_placement (facts)->mandate_ends_on, g_free);
}

static void
end_mandate_on_first_day (CeciFacts *facts)
{
  be_inside (facts);
  g_set_str (&first_placement (facts)->mandate_ends_on, "2026-02-10");
}

static void
be_elected_again (CeciFacts *facts)
{
  be_inside (facts);
  first_placement (facts)->mandate_again = TRUE;
}

static void
elect_anew (CeciFacts *facts)
{
  be_inside (facts);
  g_set_str (&first_placement (facts)->election_on, "2026-05-15");
}

static void
plan_election (CeciFacts *facts)
{
  be_inside (facts);
  g_set_str (&first_placement (facts)->election_on, "2026-06-16"); // tomorrow
}

static void
amend_before_election (CeciFacts *facts)
{
  elect_anew (facts);
  g_set_str (&first_placement (facts)->amended_on, "2026-05-14");
}

static void
amend_after_election (CeciFacts *facts)
{
  elect_anew (facts);
  g_set_str (&first_placement (facts)->amended_on, "2026-05-20");
}

// Drawn up, not signed by all: nothing is agreed yet.
static void
draw_amendment (CeciFacts *facts)
{
  elect_anew (facts);
  first_placement (facts)->unsigned_amendment = 1;
}

static void
elect_anew_and_still_hold (CeciFacts *facts)
{
  amend_after_election (facts);
  g_clear_pointer (&first_placement (facts)->mandate_ends_on, g_free);
}

// --- elsewhere ---

static void
be_in_association (CeciFacts *facts)
{
  have_lone_supervisor (facts);
  g_set_str (&first_placement (facts)->organisation_kind, "association");
}

static void
be_outside_student_office (CeciFacts *facts)
{
  have_lone_supervisor (facts);
  g_set_str (&first_placement (facts)->organisation_kind, "student_office");
}

static void
be_outside_bea (CeciFacts *facts)
{
  be_outside (facts);
  g_set_str (&first_placement (facts)->organisation_kind, "bea");
}

static void
be_inside_student_office (CeciFacts *facts)
{
  be_inside (facts);
  g_set_str (&first_placement (facts)->organisation_kind, "student_office");
}

static void
be_inside_bea (CeciFacts *facts)
{
  still_hold_mandate (facts);
  g_set_str (&first_placement (facts)->organisation_kind, "bea");
}

typedef struct {
  Arrange arrange;
  const char *rule; // NULL: neither speaks
  CeciFindingState state;
  const char *due;
} Case;

static const Case collective[] = {
    {be_outside, "R18", CECI_FINDING_OK, NULL},
    {have_lone_supervisor, "R18", CECI_FINDING_BLOCKED, NULL},
    {list_nobody, "R18", CECI_FINDING_BLOCKED, "2026-02-10"},
    {list_nobody_before_start, "R18", CECI_FINDING_PENDING, "2026-07-01"},
    {list_one, "R18", CECI_FINDING_BLOCKED, "2026-02-10"},
    {list_undated, "R18", CECI_FINDING_BLOCKED, "2026-02-10"},
    {list_the_student, "R18", CECI_FINDING_BLOCKED, NULL},
    {lack_contact, "R18", CECI_FINDING_BLOCKED, "2026-02-10"},
    {list_members_elected_later, "R18", CECI_FINDING_BLOCKED, "2026-02-10"},
    {end_mandates_before_today, "R18", CECI_FINDING_BLOCKED, "2026-06-01"},
    {end_mandates_after_today, "R18", CECI_FINDING_WARNING, "2026-09-01"},
    {end_mandates_with_placement, "R18", CECI_FINDING_OK, NULL},
    {renew_committee, "R18", CECI_FINDING_OK, NULL},
    {renew_committee_a_day_late, "R18", CECI_FINDING_BLOCKED, "2026-06-01"},
    {NULL},
};

static const Case outgoing[] = {
    {be_inside, "R19", CECI_FINDING_OK, NULL},
    {be_supervised_by_committee, "R19", CECI_FINDING_BLOCKED, NULL},
    {supervise_oneself, "R19", CECI_FINDING_BLOCKED, NULL},
    {name_nobody, "R19", CECI_FINDING_BLOCKED, "2026-02-10"},
    {lack_mandate, "R19", CECI_FINDING_BLOCKED, "2026-02-10"},
    {lack_mandate_before_start, "R19", CECI_FINDING_PENDING, "2026-07-01"},
    {hold_mandate_elsewhere, "R19", CECI_FINDING_BLOCKED, NULL},
    {still_hold_mandate, "R19", CECI_FINDING_BLOCKED, NULL},
    {end_mandate_on_first_day, "R19", CECI_FINDING_BLOCKED, NULL},
    {be_elected_again, "R19", CECI_FINDING_BLOCKED, NULL},
    {elect_anew, "R19", CECI_FINDING_WARNING, NULL},
    {plan_election, "R19", CECI_FINDING_OK, NULL},
    {amend_before_election, "R19", CECI_FINDING_WARNING, NULL},
    {amend_after_election, "R19", CECI_FINDING_OK, NULL},
    {draw_amendment, "R19", CECI_FINDING_WARNING, NULL},
    {elect_anew_and_still_hold, "R19", CECI_FINDING_BLOCKED, NULL},
    {NULL},
};

static const Case kinds[] = {
    {be_in_association, NULL, CECI_FINDING_OK, NULL},
    {have_lone_supervisor, "R18", CECI_FINDING_BLOCKED, NULL},
    {be_inside, "R19", CECI_FINDING_OK, NULL},
    {NULL},
};

static const Case offices[] = {
    {be_outside_student_office, "R18", CECI_FINDING_BLOCKED, NULL},
    {be_outside_bea, "R18", CECI_FINDING_OK, NULL},
    {be_inside_student_office, "R19", CECI_FINDING_OK, NULL},
    {be_inside_bea, "R19", CECI_FINDING_BLOCKED, NULL},
    {NULL},
};

static void
check_finding (CeciRegulation *regulation, CeciFacts *facts, const Case *expected, const char *id, CeciRule rule)
{
  g_autoptr (CeciFinding) finding = rule (regulation, facts, TODAY);

  if (g_strcmp0 (expected->rule, id) != 0) {
    g_assert_null (finding);
    return;
  }
  g_assert_nonnull (finding);
  g_assert_cmpint ((int) ceci_finding_get_state (finding), ==, (int) expected->state);
  g_assert_cmpstr (ceci_finding_get_due (finding), ==, expected->due);
  g_assert_cmpstr (ceci_finding_get_title (finding), !=, "");
}

static void
test_cases (gconstpointer data)
{
  g_autoptr (CeciRegulation) regulation = ceci_regulation_new_default ();

  for (const Case *expected = data; expected->arrange != NULL; expected++) {
    g_autoptr (CeciFacts) facts = make_sample_facts ();
    const char *rule;
    g_autofree char *reason = NULL;
    g_autofree char *due = NULL;

    expected->arrange (facts);
    g_assert_cmpint ((int) ceci_regulation_check_supervisor (regulation, facts, 0, TODAY, &rule, &reason, &due), ==,
                     (int) expected->state);
    g_test_message ("case %u: %s", (guint) (expected - (const Case *) data), reason != NULL ? reason : "no rule");
    g_assert_cmpstr (rule, ==, expected->rule);
    g_assert_true ((reason != NULL) == (rule != NULL));
    g_assert_true (reason == NULL || g_str_has_suffix (reason, "."));
    g_assert_cmpstr (due, ==, expected->due);
    check_finding (regulation, facts, expected, "R18", ceci_rule_collective_supervisor);
    check_finding (regulation, facts, expected, "R19", ceci_rule_outgoing_supervisor);
  }
}

// Of two placements the one that is worse is spoken of; one that closed before any hour was worked is not.
static void
test_worst (void)
{
  g_autoptr (CeciRegulation) regulation = ceci_regulation_new_default ();
  g_autoptr (CeciFacts) facts = make_sample_facts ();
  g_autoptr (CeciFinding) finding = NULL;
  CeciPlacementFacts second = {.id = g_strdup ("second"),
                               .organisation_kind = g_strdup ("bea"),
                               .starts_on = g_strdup ("2026-05-01"),
                               .supervisor_name = g_strdup ("Sarah Peeters")};

  be_outside (facts);
  g_array_append_val (facts->placements, second);
  finding = ceci_rule_collective_supervisor (regulation, facts, TODAY);
  g_assert_cmpint ((int) ceci_finding_get_state (finding), ==, CECI_FINDING_BLOCKED);
  g_assert_cmpstr (ceci_finding_get_since (finding), ==, "2026-05-01");
  g_assert_cmpstr (ceci_finding_get_facts (finding)[0], ==, "placement=second");

  g_clear_object (&finding);
  g_array_index (facts->placements, CeciPlacementFacts, 1).closed_on = g_strdup ("2026-05-02");
  finding = ceci_rule_collective_supervisor (regulation, facts, TODAY);
  g_assert_cmpint ((int) ceci_finding_get_state (finding), ==, CECI_FINDING_OK);
}

static void
test_eligible (void)
{
  g_autoptr (CeciRegulation) regulation = ceci_regulation_new_default ();
  g_autoptr (CeciFacts) facts = make_sample_facts ();
  static const struct {
    gboolean labelled, checked;
    CeciFindingState state;
  } cases[] = {
      {FALSE, FALSE, CECI_FINDING_WARNING},
      {TRUE, FALSE, CECI_FINDING_OK},
      {FALSE, TRUE, CECI_FINDING_OK},
      {TRUE, TRUE, CECI_FINDING_OK},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (CeciFinding) finding = NULL;

    first_placement (facts)->offer_labelled = cases[i].labelled;
    first_placement (facts)->checked = cases[i].checked;
    finding = ceci_rule_eligible_placement (regulation, facts, TODAY);
    g_assert_cmpint ((int) ceci_finding_get_state (finding), ==, (int) cases[i].state);
    g_assert_cmpstr (ceci_finding_get_since (finding), ==, cases[i].state == CECI_FINDING_OK ? NULL : "2026-02-10");
  }
  g_array_set_size (facts->hours, 0);
  g_array_set_size (facts->placements, 0);
  g_assert_null (ceci_rule_eligible_placement (regulation, facts, TODAY));
}

// Every form of the schema: only the commercial one is refused, and says why.
static void
test_legal_form (void)
{
  static const char *const forms[] = {"asbl",   "aisbl",       "unincorporated", "foundation",
                                      "public", "cooperative", "unknown",        NULL};
  g_autofree char *reason = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_assert_true (ceci_regulation_admits_legal_form (forms[i], &reason));
    g_assert_null (reason);
  }
  g_assert_false (ceci_regulation_admits_legal_form ("commercial", &reason));
  g_assert_nonnull (strstr (reason, "commercial"));
  g_assert_false (ceci_regulation_admits_legal_form ("commercial", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/regulation/R7/legal-form", test_legal_form);
  g_test_add_func ("/regulation/R14/eligible", test_eligible);
  g_test_add_data_func ("/regulation/R17/kind-decides", kinds, test_cases);
  g_test_add_data_func ("/regulation/R18/table", collective, test_cases);
  g_test_add_func ("/regulation/R18/worst-placement", test_worst);
  g_test_add_data_func ("/regulation/R19/table", outgoing, test_cases);
  g_test_add_data_func ("/regulation/R20/offices", offices, test_cases);
  return g_test_run ();
}
