// SPDX-License-Identifier: GPL-3.0-or-later
// R6: monthly meetings; absences without an excuse are told after a number of them, and never bar anything.

#include "sample-facts.h"

typedef struct {
  const char *title;
  guint n_attended, n_excused;
  const char *absences; // days, separated by spaces
  const char *left_on;
  int limit; // -1: the default
  int state; // of the finding; -1: none
  const char *since;
} Case;

static const Case cases[] = {
    {"no meeting yet", 0, 0, "", NULL, -1, -1, NULL},
    {"always there", 8, 0, "", NULL, -1, CECI_FINDING_OK, NULL},
    {"always excused", 0, 8, "", NULL, -1, CECI_FINDING_OK, NULL},
    {"absent once", 3, 0, "2026-03-10", NULL, -1, CECI_FINDING_OK, NULL},
    {"absent twice", 3, 1, "2026-03-10 2026-05-12", NULL, -1, CECI_FINDING_WARNING, "2026-05-12"},
    {"absent three times: since the second", 0, 0, "2026-03-10 2026-05-12 2026-06-09", NULL, -1, CECI_FINDING_WARNING,
     "2026-05-12"},
    {"the regulation's number", 3, 0, "2026-03-10 2026-05-12", NULL, 3, CECI_FINDING_OK, NULL},
    {"the regulation's number reached", 3, 0, "2026-03-10 2026-05-12 2026-06-09", NULL, 3, CECI_FINDING_WARNING,
     "2026-06-09"},
    {"warned of once", 3, 0, "2026-03-10", NULL, 1, CECI_FINDING_WARNING, "2026-03-10"},
    {"nobody is warned of", 0, 0, "2026-03-10 2026-05-12 2026-06-09", NULL, 0, CECI_FINDING_OK, NULL},
};

static void
fill (CeciFacts *facts, const Case *one)
{
  g_auto (GStrv) days = g_strsplit (one->absences, " ", -1);

  facts->n_attended = one->n_attended;
  facts->n_excused = one->n_excused;
  for (guint i = 0; days[i] != NULL; i++)
    g_ptr_array_add (facts->absences, g_strdup (days[i]));
}

static CeciRegulation *
regulation_with (int limit)
{
  g_autoptr (CeciRegulation) regulation = ceci_regulation_new_default ();
  g_autoptr (GError) error = NULL;
  CeciRegulation *other;

  if (limit < 0)
    return g_steal_pointer (&regulation);
  other = ceci_regulation_with_integer (regulation, "unexcused-absences", limit, &error);
  g_assert_no_error (error);
  return other;
}

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const Case *one = &cases[i];
    g_autoptr (CeciFacts) facts = make_sample_facts ();
    g_autoptr (CeciRegulation) regulation = regulation_with (one->limit);
    g_autoptr (GPtrArray) findings = NULL;
    CeciFinding *finding;

    g_test_message ("%s", one->title);
    fill (facts, one);
    findings = ceci_regulation_check (regulation, facts, "2026-11-23");
    finding = find_finding (findings, "R6");
    if (one->state < 0) {
      g_assert_null (finding);
      continue;
    }
    g_assert_nonnull (finding);
    g_assert_cmpint ((int) ceci_finding_get_state (finding), ==, one->state);
    g_assert_cmpstr (ceci_finding_get_since (finding), ==, one->since);
  }
}

static void
test_never_bars (void)
{
  g_autoptr (CeciFacts) facts = make_sample_facts ();
  g_autoptr (CeciRegulation) regulation = ceci_regulation_new_default ();
  g_autoptr (GPtrArray) findings = NULL;
  const Case absent = {.absences = "2026-02-10 2026-03-10 2026-04-14 2026-05-12 2026-06-09"};

  fill (facts, &absent);
  findings = ceci_regulation_check (regulation, facts, "2026-11-23");
  g_assert_cmpint ((int) ceci_finding_get_state (find_finding (findings, "R6")), ==, CECI_FINDING_WARNING);
  g_assert_true (ceci_regulation_admits (findings));
}

static void
test_nobody_left (void)
{
  g_autoptr (CeciFacts) facts = make_sample_facts ();
  g_autoptr (CeciRegulation) regulation = ceci_regulation_new_default ();
  g_autoptr (GPtrArray) findings = NULL;
  const Case absent = {.absences = "2026-02-10 2026-03-10 2026-04-14"};

  fill (facts, &absent);
  g_set_str (&facts->state, "withdrawn");
  g_set_str (&facts->left_on, "2026-05-01");
  findings = ceci_regulation_check (regulation, facts, "2026-11-23");
  g_assert_cmpint ((int) ceci_finding_get_state (find_finding (findings, "R6")), ==, CECI_FINDING_OK);
}

// R10, R30: the modules in any order, before or after any meeting or hour; all are required.
static void
test_modules_in_any_order (void)
{
  for (guint64 modules = 0; modules <= 0xf; modules++) {
    g_autoptr (CeciFacts) facts = make_sample_facts ();
    g_autoptr (CeciRegulation) regulation = ceci_regulation_new_default ();
    g_autoptr (GPtrArray) findings = NULL;

    facts->modules = modules;
    findings = ceci_regulation_check (regulation, facts, "2026-11-23");
    g_assert_cmpint ((int) ceci_finding_get_state (find_finding (findings, "R30")), ==,
                     modules == 0xf ? CECI_FINDING_OK : CECI_FINDING_PENDING);
    g_assert_cmpint ((int) ceci_finding_get_state (find_finding (findings, "R7")), ==, CECI_FINDING_OK);
    g_assert_cmpint (ceci_regulation_admits (findings), ==, modules == 0xf);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/regulation/R6/table", test_table);
  g_test_add_func ("/regulation/R6/never-bars", test_never_bars);
  g_test_add_func ("/regulation/R6/nobody-left", test_nobody_left);
  g_test_add_func ("/regulation/R10/R30/modules-in-any-order", test_modules_in_any_order);
  return g_test_run ();
}
