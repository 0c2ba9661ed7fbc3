// SPDX-License-Identifier: GPL-3.0-or-later
// Which hours and outputs count, when the deadline is, when the dossier was complete.

#include "sample-facts.h"

typedef void (*Spoil) (CeciFacts *facts);

static void
nothing (CeciFacts *facts)
{
}

static void
leave_in_march (CeciFacts *facts)
{
  g_set_str (&facts->left_on, "2026-03-01");
}

static void
close_in_march (CeciFacts *facts)
{
  g_set_str (&first_placement (facts)->closed_on, "2026-03-01");
}

static void
lack_signature (CeciFacts *facts)
{
  first_placement (facts)->n_signatures = 2;
  g_clear_pointer (&first_placement (facts)->last_signed_on, g_free);
}

static void
sign_late (CeciFacts *facts)
{
  g_set_str (&first_placement (facts)->last_signed_on, "2026-04-01");
}

static void
be_commercial (CeciFacts *facts)
{
  g_set_str (&first_placement (facts)->legal_form, "commercial");
}

static void
be_public (CeciFacts *facts)
{
  g_set_str (&first_placement (facts)->legal_form, "public");
}

static void
be_unknown (CeciFacts *facts)
{
  g_set_str (&first_placement (facts)->legal_form, "unknown");
}

static void
have_no_end (CeciFacts *facts)
{
  g_clear_pointer (&first_placement (facts)->ends_on, g_free);
}

static const struct {
  const char *name;
  Spoil spoil;
  const char *worked_on, *state;
  CeciCount count;
} hour_cases[] = {
    {"ordinary", nothing, "2026-03-02", "claimed", CECI_COUNT_YES},
    {"confirmed", nothing, "2026-03-02", "confirmed", CECI_COUNT_YES},
    {"refused by the office", nothing, "2026-03-02", "refused", CECI_COUNT_NO},
    {"the day before enrolment", nothing, "2026-02-01", "accepted", CECI_COUNT_NO},
    {"after leaving", leave_in_march, "2026-03-02", "claimed", CECI_COUNT_NO},
    {"the day of leaving", leave_in_march, "2026-03-01", "claimed", CECI_COUNT_YES},
    {"before the placement", nothing, "2026-02-09", "claimed", CECI_COUNT_NO},
    {"the placement's last day", nothing, "2026-09-30", "claimed", CECI_COUNT_YES},
    {"after the placement", nothing, "2026-10-01", "claimed", CECI_COUNT_NO},
    {"no end yet", have_no_end, "2027-10-01", "claimed", CECI_COUNT_YES},
    {"after it closed", close_in_march, "2026-03-02", "claimed", CECI_COUNT_NO},
    {"unsigned", lack_signature, "2026-03-02", "claimed", CECI_COUNT_WAITING},
    {"unsigned, though accepted", lack_signature, "2026-03-02", "accepted", CECI_COUNT_WAITING},
    {"before the last signature", sign_late, "2026-03-02", "claimed", CECI_COUNT_WAITING},
    {"before the last signature, accepted", sign_late, "2026-03-02", "accepted", CECI_COUNT_YES},
    {"the day of the last signature", sign_late, "2026-04-01", "claimed", CECI_COUNT_YES},
    {"in a company", be_commercial, "2026-03-02", "accepted", CECI_COUNT_NO},
    {"in a public body", be_public, "2026-03-02", "claimed", CECI_COUNT_YES},
    {"legal form unknown", be_unknown, "2026-03-02", "claimed", CECI_COUNT_WAITING},
};

static void
test_hours (void)
{
  g_autoptr (CeciRegulation) regulation = ceci_regulation_new_default ();

  for (guint i = 0; i < G_N_ELEMENTS (hour_cases); i++) {
    g_autoptr (CeciFacts) facts = make_sample_facts ();
    g_autofree char *reason = NULL;
    CeciHoursFacts hours = {
        .worked_on = (char *) hour_cases[i].worked_on, .minutes = 60, .state = (char *) hour_cases[i].state};

    g_test_message ("%s", hour_cases[i].name);
    hour_cases[i].spoil (facts);
    g_assert_cmpint (ceci_regulation_count_hours (regulation, facts, &hours, &reason), ==, hour_cases[i].count);
    if (hour_cases[i].count == CECI_COUNT_YES)
      g_assert_null (reason);
    else
      g_assert_cmpint (strlen (reason), >, 10);
  }
}

static void
remove_first (CeciFacts *facts)
{
  nth_document (facts, 0)->removed = TRUE;
}

static void
undate (CeciFacts *facts)
{
  g_clear_pointer (&nth_document (facts, 0)->dated_on, g_free);
}

static void
date_before_enrolment (CeciFacts *facts)
{
  g_set_str (&nth_document (facts, 0)->dated_on, "2026-02-01");
}

static void
date_before_placement (CeciFacts *facts)
{
  g_set_str (&nth_document (facts, 0)->dated_on, "2026-02-09");
}

static void
encrypt (CeciFacts *facts)
{
  g_set_str (&nth_document (facts, 0)->health, "encrypted");
}

static void
repeat (CeciFacts *facts)
{
  g_set_str (&nth_document (facts, 0)->sha256, "b");
}

static void
repeat_removed (CeciFacts *facts)
{
  repeat (facts);
  nth_document (facts, 0)->removed = TRUE;
}

static void
be_another_kind (CeciFacts *facts)
{
  g_set_str (&nth_document (facts, 0)->kind, "annex");
}

static const struct {
  const char *name;
  Spoil spoil;
  guint counted; // of the five
} production_cases[] = {
    {"all five", nothing, 5},
    {"one removed", remove_first, 4},
    {"one without a date", undate, 4},
    {"one before the enrolment", date_before_enrolment, 4},
    {"one before the placement", date_before_placement, 4},
    {"one encrypted", encrypt, 4},
    {"two with the same bytes", repeat, 4},
    {"the same bytes as a removed one", repeat_removed, 4},
    {"an annex", be_another_kind, 4},
};

static void
test_productions (void)
{
  g_autoptr (CeciRegulation) regulation = ceci_regulation_new_default ();

  for (guint i = 0; i < G_N_ELEMENTS (production_cases); i++) {
    g_autoptr (CeciFacts) facts = make_sample_facts ();

    g_test_message ("%s", production_cases[i].name);
    production_cases[i].spoil (facts);
    g_assert_cmpuint (ceci_regulation_sum_productions (regulation, facts), ==, production_cases[i].counted);
  }
}

static void
test_deadline (void)
{
  static const struct {
    const char *enrolled_on, *extended_to, *deadline;
  } cases[] = {
      {"2026-02-02", NULL, "2028-02-02"},
      {"2024-02-29", NULL, "2026-02-28"},
      {"2026-02-28", NULL, "2028-02-28"},
      {"2026-02-02", "2028-06-30", "2028-06-30"},
  };
  g_autoptr (CeciRegulation) regulation = ceci_regulation_new_default ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (CeciFacts) facts = make_sample_facts ();
    g_autofree char *deadline = NULL;

    g_set_str (&facts->enrolled_on, cases[i].enrolled_on);
    g_set_str (&facts->extended_to, cases[i].extended_to);
    deadline = ceci_regulation_deadline (regulation, facts);
    g_assert_cmpstr (deadline, ==, cases[i].deadline);
  }
}

static void
test_deposited_on (void)
{
  g_autoptr (CeciRegulation) regulation = ceci_regulation_new_default ();
  g_autoptr (CeciFacts) facts = make_sample_facts ();
  g_autofree char *complete = ceci_regulation_deposited_on (regulation, facts);
  g_autofree char *later = NULL, *never = NULL, *annexed = NULL;

  g_assert_cmpstr (complete, ==, "2026-10-02");
  g_set_str (&nth_document (facts, 6)->deposited_on, "2026-11-05");
  later = ceci_regulation_deposited_on (regulation, facts);
  g_assert_cmpstr (later, ==, "2026-11-05");

  // a sixth output is an annex: its late deposit makes nothing late
  add_document (facts, "production", "z", "2026-05-04");
  g_set_str (&nth_document (facts, 7)->deposited_on, "2027-01-01");
  annexed = ceci_regulation_deposited_on (regulation, facts);
  g_assert_cmpstr (annexed, ==, "2026-11-05");

  nth_document (facts, 6)->removed = TRUE;
  never = ceci_regulation_deposited_on (regulation, facts);
  g_assert_null (never);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/count/hours", test_hours);
  g_test_add_func ("/count/productions", test_productions);
  g_test_add_func ("/count/deadline", test_deadline);
  g_test_add_func ("/count/deposited-on", test_deposited_on);
  return g_test_run ();
}
