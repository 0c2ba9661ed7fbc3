// SPDX-License-Identifier: GPL-3.0-or-later
// Placement rules beyond the hours themselves: amendments (R21), what is dated outside the enrolment (R25), insurance
// (R26), the transcribed follow-up grid (R35). Each test spoils one thing of a dossier that is in order.

#include "sample-facts.h"

static void
interrupt_enrolment (CeciFacts *facts)
{
  CeciInterruptionFacts interruption = {g_strdup ("2026-02-20"), g_strdup ("2026-04-15")};

  g_array_append_val (facts->interruptions, interruption);
}

static void
leave (CeciFacts *facts)
{
  g_set_str (&facts->left_on, "2026-03-01");
}

static void
work_before (CeciFacts *facts)
{
  add_hours (facts, "2026-02-01", 120, "accepted");
}

static void
refuse_before (CeciFacts *facts)
{
  add_hours (facts, "2026-02-01", 120, "refused");
}

static void
work_after_deadline (CeciFacts *facts)
{
  add_hours (facts, "2028-02-03", 60, "claimed");
}

static void
work_after_deadline_extended (CeciFacts *facts)
{
  work_after_deadline (facts);
  g_set_str (&facts->extended_to, "2028-08-02");
}

static void
amend (CeciFacts *facts)
{
  first_placement (facts)->unsigned_amendment = 2;
}

static void
lack_signature (CeciFacts *facts)
{
  first_placement (facts)->n_signatures = 2;
  g_clear_pointer (&first_placement (facts)->last_signed_on, g_free);
}

static void
transcribe (CeciFacts *facts, const char *filled_on, gint64 minutes)
{
  CeciGridFacts grid = {g_strdup (filled_on), minutes, 0};

  g_array_append_val (facts->grids, grid);
}

static void
grid_agrees (CeciFacts *facts)
{
  transcribe (facts, "2026-09-30", 9000);
}

static void
grid_rounds (CeciFacts *facts)
{
  transcribe (facts, "2026-10-02", 9030);
}

static void
grid_attests_less (CeciFacts *facts)
{
  transcribe (facts, "2026-10-02", 8400);
}

static void
grid_attests_nothing (CeciFacts *facts)
{
  transcribe (facts, "2026-10-02", -1);
}

static void
grid_is_early (CeciFacts *facts)
{
  transcribe (facts, "2026-09-29", 9000);
}

static void
nothing (CeciFacts *facts)
{
}

typedef struct {
  const char *rule;
  void (*spoil) (CeciFacts *facts);
  CeciFindingState state;
  const char *since;
  gboolean admits;
} Case;

static const Case cases[] = {
    {"R21", nothing, CECI_FINDING_OK, NULL, TRUE},
    {"R21", amend, CECI_FINDING_PENDING, NULL, FALSE},
    {"R21", lack_signature, CECI_FINDING_BLOCKED, "2026-02-10", FALSE},
    {"R25", nothing, CECI_FINDING_OK, NULL, TRUE},
    {"R25", work_before, CECI_FINDING_WARNING, "2026-02-01", TRUE},
    {"R25", refuse_before, CECI_FINDING_OK, NULL, TRUE},
    {"R25", interrupt_enrolment, CECI_FINDING_WARNING, "2026-03-02", FALSE},
    {"R25", leave, CECI_FINDING_WARNING, "2026-03-02", FALSE},
    {"R26", nothing, CECI_FINDING_OK, NULL, TRUE},
    {"R26", work_before, CECI_FINDING_WARNING, "2026-02-01", TRUE},
    {"R26", refuse_before, CECI_FINDING_OK, NULL, TRUE},
    {"R26", leave, CECI_FINDING_WARNING, "2026-03-02", FALSE},
    {"R26", interrupt_enrolment, CECI_FINDING_WARNING, "2026-03-02", FALSE},
    {"R26", work_after_deadline, CECI_FINDING_WARNING, "2028-02-03", TRUE},
    {"R26", work_after_deadline_extended, CECI_FINDING_OK, NULL, TRUE},
    {"R35", grid_agrees, CECI_FINDING_OK, NULL, TRUE},
    {"R35", grid_rounds, CECI_FINDING_OK, NULL, TRUE},
    {"R35", grid_attests_nothing, CECI_FINDING_OK, NULL, TRUE},
    {"R35", grid_attests_less, CECI_FINDING_WARNING, "2026-10-02", TRUE},
    {"R35", grid_is_early, CECI_FINDING_WARNING, "2026-09-29", TRUE},
};

static void
test_case (gconstpointer data)
{
  const Case *it = data;
  g_autoptr (CeciRegulation) regulation = ceci_regulation_new_default ();
  g_autoptr (CeciFacts) facts = make_sample_facts ();
  g_autoptr (GPtrArray) findings = NULL;
  CeciFinding *finding;

  it->spoil (facts);
  findings = ceci_regulation_check (regulation, facts, "2026-11-23");
  finding = find_finding (findings, it->rule);
  g_assert_nonnull (finding);
  g_test_message ("%s", ceci_finding_get_reason (finding));
  g_assert_cmpint ((int) ceci_finding_get_state (finding), ==, (int) it->state);
  g_assert_cmpstr (ceci_finding_get_since (finding), ==, it->since);
  g_assert_true (g_str_has_suffix (ceci_finding_get_reason (finding), "."));
  g_assert_true (ceci_regulation_admits (findings) == it->admits);
}

static CeciCount
count_first (void (*spoil) (CeciFacts *facts), const char *worked_on, char **reason)
{
  g_autoptr (CeciRegulation) regulation = ceci_regulation_new_default ();
  g_autoptr (CeciFacts) facts = make_sample_facts ();

  g_array_set_size (facts->hours, 0);
  add_hours (facts, worked_on, 60, "accepted");
  spoil (facts);
  return ceci_regulation_count_hours (regulation, facts, &g_array_index (facts->hours, CeciHoursFacts, 0), reason);
}

// What is dated outside the enrolment is kept, not counted, and says why.
static void
test_outside (void)
{
  static const struct {
    void (*spoil) (CeciFacts *facts);
    const char *worked_on;
    CeciCount count;
  } entries[] = {
      {nothing, "2026-02-01", CECI_COUNT_NO},
      {nothing, "2026-02-12", CECI_COUNT_YES},
      {leave, "2026-03-01", CECI_COUNT_YES},
      {leave, "2026-03-02", CECI_COUNT_NO},
      {interrupt_enrolment, "2026-02-20", CECI_COUNT_YES},
      {interrupt_enrolment, "2026-02-21", CECI_COUNT_NO},
      {interrupt_enrolment, "2026-04-14", CECI_COUNT_NO},
      {interrupt_enrolment, "2026-04-15", CECI_COUNT_YES},
  };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++) {
    g_autofree char *reason = NULL;

    g_test_message ("%s", entries[i].worked_on);
    g_assert_cmpint ((int) count_first (entries[i].spoil, entries[i].worked_on, &reason), ==, (int) entries[i].count);
    g_assert_true ((reason == NULL) == (entries[i].count == CECI_COUNT_YES));
  }
}

// Agreement unsigned: hours wait, whatever their state; what is only amended counts.
static void
test_unsigned (void)
{
  g_autofree char *reason = NULL;
  g_autofree char *none = NULL;

  g_assert_cmpint ((int) count_first (lack_signature, "2026-03-02", &reason), ==, CECI_COUNT_WAITING);
  g_assert_nonnull (reason);
  g_assert_cmpint ((int) count_first (amend, "2026-03-02", &none), ==, CECI_COUNT_YES);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/regulation/%s/case-%u", cases[i].rule, i);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/regulation/R25/hours", test_outside);
  g_test_add_func ("/regulation/R21/agreement-unsigned/hours-wait", test_unsigned);
  return g_test_run ();
}
