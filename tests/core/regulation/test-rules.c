// SPDX-License-Identifier: GPL-3.0-or-later
// What each rule says of a dossier in order, and of the same dossier with one thing spoilt.

#include "sample-facts.h"

typedef void (*Spoil) (CeciFacts *facts);

static void
nothing (CeciFacts *facts)
{
}

static void
work_less (CeciFacts *facts)
{
  g_array_set_size (facts->hours, 14);
}

static void
be_commercial (CeciFacts *facts)
{
  g_set_str (&first_placement (facts)->legal_form, "commercial");
}

static void
have_no_placement (CeciFacts *facts)
{
  g_array_set_size (facts->hours, 0);
  g_array_set_size (facts->placements, 0);
}

static void
plan_less (CeciFacts *facts)
{
  first_placement (facts)->planned_minutes = 8999;
}

static void
draw_nothing (CeciFacts *facts)
{
  first_placement (facts)->has_agreement = FALSE;
  first_placement (facts)->n_signatures = 0;
  g_clear_pointer (&first_placement (facts)->last_signed_on, g_free);
}

static void
lack_signature (CeciFacts *facts)
{
  first_placement (facts)->n_signatures = 2;
  g_clear_pointer (&first_placement (facts)->last_signed_on, g_free);
}

static void
start_later (CeciFacts *facts)
{
  lack_signature (facts);
  g_array_set_size (facts->hours, 0);
  g_set_str (&first_placement (facts)->starts_on, "2027-02-01");
}

static void
close_unused (CeciFacts *facts)
{
  lack_signature (facts);
  g_array_set_size (facts->hours, 0);
  g_set_str (&first_placement (facts)->closed_on, "2026-02-11");
}

static void
lack_production (CeciFacts *facts)
{
  nth_document (facts, 0)->removed = TRUE;
}

static void
damage_production (CeciFacts *facts)
{
  g_set_str (&nth_document (facts, 0)->health, "damaged");
}

static void
add_annex (CeciFacts *facts)
{
  add_document (facts, "production", "z", "2026-05-04");
}

static void
work_before (CeciFacts *facts)
{
  add_hours (facts, "2026-01-15", 120, "claimed");
}

static void
make_before (CeciFacts *facts)
{
  add_document (facts, "production", "z", "2026-01-15");
}

static void
refuse_before (CeciFacts *facts)
{
  add_hours (facts, "2026-01-15", 120, "refused");
}

static void
lack_module (CeciFacts *facts)
{
  facts->modules = 0xb;
}

static void
lack_analysis (CeciFacts *facts)
{
  nth_document (facts, 5)->removed = TRUE;
}

static void
encrypt_analysis (CeciFacts *facts)
{
  g_set_str (&nth_document (facts, 5)->health, "encrypted");
}

static void
lack_grid (CeciFacts *facts)
{
  nth_document (facts, 6)->removed = TRUE;
}

static void
fill_grid_early (CeciFacts *facts)
{
  g_set_str (&nth_document (facts, 6)->dated_on, "2026-09-29");
}

static void
deposit_late (CeciFacts *facts)
{
  g_set_str (&nth_document (facts, 6)->deposited_on, "2028-02-03");
}

static void
deposit_late_extended (CeciFacts *facts)
{
  deposit_late (facts);
  g_set_str (&facts->extended_to, "2028-03-01");
}

static void
withdraw_incomplete (CeciFacts *facts)
{
  lack_grid (facts);
  g_set_str (&facts->state, "withdrawn");
}

#define ABSENT -1

static const struct {
  const char *rule;
  Spoil spoil;
  const char *today;
  int state; // ABSENT: no finding
  const char *since, *due;
} cases[] = {
    {"R7", nothing, "2026-11-23", CECI_FINDING_OK, NULL, NULL},
    {"R7", work_less, "2026-11-23", CECI_FINDING_PENDING, NULL, "2028-02-02"},
    {"R7", lack_signature, "2026-11-23", CECI_FINDING_PENDING, NULL, "2028-02-02"},
    {"R7", be_commercial, "2026-11-23", CECI_FINDING_BLOCKED, "2026-02-10", NULL},
    {"R11", nothing, "2026-11-23", CECI_FINDING_OK, NULL, NULL},
    {"R11", lack_grid, "2026-11-23", CECI_FINDING_PENDING, NULL, "2028-02-02"},
    {"R11", lack_grid, "2027-08-05", CECI_FINDING_PENDING, NULL, "2028-02-02"},
    {"R11", lack_grid, "2027-08-06", CECI_FINDING_WARNING, "2027-08-06", "2028-02-02"}, // 180 days before
    {"R11", lack_grid, "2027-11-04", CECI_FINDING_WARNING, "2027-11-04", "2028-02-02"}, // 90
    {"R11", lack_grid, "2028-01-03", CECI_FINDING_WARNING, "2028-01-03", "2028-02-02"}, // 30
    {"R11", lack_grid, "2028-02-02", CECI_FINDING_WARNING, "2028-01-03", "2028-02-02"},
    {"R11", lack_grid, "2028-02-03", CECI_FINDING_BLOCKED, "2028-02-03", "2028-02-02"},
    {"R11", deposit_late, "2028-02-10", CECI_FINDING_BLOCKED, "2028-02-03", "2028-02-02"},
    {"R11", deposit_late_extended, "2028-02-10", CECI_FINDING_OK, NULL, NULL},
    {"R11", withdraw_incomplete, "2028-02-10", ABSENT, NULL, NULL},
    {"R13", nothing, "2026-11-23", CECI_FINDING_OK, NULL, NULL},
    {"R13", plan_less, "2026-11-23", CECI_FINDING_WARNING, "2026-02-02", NULL},
    {"R13", have_no_placement, "2026-11-23", CECI_FINDING_WARNING, "2026-02-02", NULL},
    {"R21", nothing, "2026-11-23", CECI_FINDING_OK, NULL, NULL},
    {"R21", draw_nothing, "2026-11-23", CECI_FINDING_BLOCKED, "2026-02-10", NULL},
    {"R21", lack_signature, "2026-11-23", CECI_FINDING_BLOCKED, "2026-02-10", NULL},
    {"R21", start_later, "2026-11-23", CECI_FINDING_PENDING, NULL, "2027-02-01"},
    {"R21", close_unused, "2026-11-23", CECI_FINDING_OK, NULL, NULL},
    {"R21", have_no_placement, "2026-11-23", CECI_FINDING_PENDING, NULL, NULL},
    {"R22", nothing, "2026-11-23", CECI_FINDING_OK, NULL, NULL},
    {"R22", add_annex, "2026-11-23", CECI_FINDING_OK, NULL, NULL},
    {"R22", lack_production, "2026-11-23", CECI_FINDING_PENDING, NULL, "2028-02-02"},
    {"R22", damage_production, "2026-11-23", CECI_FINDING_BLOCKED, "2026-10-02", "2028-02-02"},
    {"R25", nothing, "2026-11-23", CECI_FINDING_OK, NULL, NULL},
    {"R25", work_before, "2026-11-23", CECI_FINDING_WARNING, "2026-01-15", NULL},
    {"R25", make_before, "2026-11-23", CECI_FINDING_WARNING, "2026-01-15", NULL},
    {"R25", refuse_before, "2026-11-23", CECI_FINDING_OK, NULL, NULL},
    {"R30", nothing, "2026-11-23", CECI_FINDING_OK, NULL, NULL},
    {"R30", lack_module, "2026-11-23", CECI_FINDING_PENDING, NULL, "2028-02-02"},
    {"R34", nothing, "2026-11-23", CECI_FINDING_OK, NULL, NULL},
    {"R34", lack_analysis, "2026-11-23", CECI_FINDING_PENDING, NULL, "2028-02-02"},
    {"R34", encrypt_analysis, "2026-11-23", CECI_FINDING_BLOCKED, "2026-10-02", NULL},
    {"R35", nothing, "2026-11-23", CECI_FINDING_OK, NULL, NULL},
    {"R35", lack_grid, "2026-11-23", CECI_FINDING_PENDING, NULL, "2028-02-02"},
    {"R35", fill_grid_early, "2026-11-23", CECI_FINDING_WARNING, "2026-09-29", NULL},
};

static void
test_table (void)
{
  g_autoptr (CeciRegulation) regulation = ceci_regulation_new_default ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (CeciFacts) facts = make_sample_facts ();
    g_autoptr (GPtrArray) findings = NULL;
    CeciFinding *finding;

    cases[i].spoil (facts);
    findings = ceci_regulation_check (regulation, facts, cases[i].today);
    finding = find_finding (findings, cases[i].rule);
    g_test_message ("case %u: %s on %s: %s", i, cases[i].rule, cases[i].today,
                    finding != NULL ? ceci_finding_get_reason (finding) : "no finding");
    if (cases[i].state == ABSENT) {
      g_assert_null (finding);
      continue;
    }
    g_assert_nonnull (finding);
    g_assert_cmpint ((int) ceci_finding_get_state (finding), ==, cases[i].state);
    g_assert_cmpstr (ceci_finding_get_since (finding), ==, cases[i].since);
    g_assert_cmpstr (ceci_finding_get_due (finding), ==, cases[i].due);
    g_assert_cmpstr (ceci_finding_get_student_id (finding), ==, "s");
    g_assert_true (g_str_has_suffix (ceci_finding_get_reason (finding), "."));
  }
}

static void
assert_admitted (Spoil spoil, gboolean admitted)
{
  g_autoptr (CeciRegulation) regulation = ceci_regulation_new_default ();
  g_autoptr (CeciFacts) facts = make_sample_facts ();
  g_autoptr (GPtrArray) findings = NULL;

  spoil (facts);
  findings = ceci_regulation_check (regulation, facts, "2026-11-23");
  g_assert_true (ceci_regulation_admits (findings) == admitted);
}

static void
test_admission (void)
{
  assert_admitted (nothing, TRUE);
  assert_admitted (work_before, TRUE);
  assert_admitted (fill_grid_early, TRUE);
  assert_admitted (work_less, FALSE);
  assert_admitted (lack_signature, FALSE);
  assert_admitted (lack_production, FALSE);
  assert_admitted (lack_module, FALSE);
  assert_admitted (lack_analysis, FALSE);
  assert_admitted (lack_grid, FALSE);
}

static void
test_application (void)
{
  static const struct {
    const char *organisation, *mission, *legal_form;
    gint64 minutes;
    gboolean admitted;
  } applications[] = {
      {"Les Petits Riens", "Welcome", "asbl", 9000, TRUE},
      {"Les Petits Riens", "Welcome", NULL, 9600, TRUE},
      {"Les Petits Riens", "Welcome", "asbl", 8999, FALSE},
      {"Les Petits Riens", "Welcome", "asbl", -1, FALSE},
      {"Banane SA", "Sales", "commercial", 9000, FALSE},
      {NULL, "Welcome", "asbl", 9000, FALSE},
      {"  ", "Welcome", "asbl", 9000, FALSE},
      {"Les Petits Riens", "", "asbl", 9000, FALSE},
  };
  g_autoptr (CeciRegulation) regulation = ceci_regulation_new_default ();

  for (guint i = 0; i < G_N_ELEMENTS (applications); i++) {
    g_autofree char *reason = NULL;

    g_assert_true (ceci_regulation_admits_application (
                       regulation, applications[i].organisation, applications[i].mission, applications[i].minutes,
                       applications[i].legal_form, &reason) == applications[i].admitted);
    g_assert_true ((reason == NULL) == applications[i].admitted);
  }
}

static void
test_json (void)
{
  g_autoptr (CeciFinding) finding =
      ceci_finding_new ("R21", "s", CECI_FINDING_BLOCKED, "The agreement is not signed.", "2026-03-12", NULL);
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;

  ceci_finding_add_fact (finding, "signatures", "2");
  node = ceci_finding_to_json (finding);
  text = json_to_string (node, FALSE);
  g_assert_cmpstr (
      text, ==,
      "{\"rule\":\"R21\",\"student\":\"s\",\"state\":\"blocked\",\"reason\":\"The agreement is not signed.\","
      "\"since\":\"2026-03-12\",\"facts\":{\"signatures\":\"2\"}}");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/table", test_table);
  g_test_add_func ("/rules/admission", test_admission);
  g_test_add_func ("/rules/application", test_application);
  g_test_add_func ("/rules/json", test_json);
  return g_test_run ();
}
